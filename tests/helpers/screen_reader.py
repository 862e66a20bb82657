"""What a screen reader is told: AT-SPI over a bus of its own (https://gnome.pages.gitlab.gnome.org/at-spi2-core)."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import MessageType

from helpers.waiting import eventually

_CONFIGURATION: Final = Path("/usr/share/defaults/at-spi2/accessibility.conf")
_REGISTRY: Final = Path("/usr/libexec/at-spi2-registryd")
_ROOT: Final = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_STATES: Final = {"expanded": 10, "selected": 23, "focused": 12, "expandable": 9}
"""Their bits, as at-spi2-core numbers them."""


@dataclass(frozen=True)
class Told:
    """One object of a program, asked anew each time."""

    _bus: DBusConnection
    _place: tuple[str, str]

    def ask(self, interface: str, method: str, signature: str = "", *arguments: object) -> Any:
        """Call a method; what it returns first.

        Raises:
            LookupError: The object is gone, or has no such interface.
        """
        where = DBusAddress(self._place[1], bus_name=self._place[0], interface=interface)
        answer = self._bus.send_and_get_reply(new_method_call(where, method, signature, arguments), timeout=20)
        if answer.header.message_type is MessageType.error:
            raise LookupError(f"{interface}.{method}: {answer.body}")
        return answer.body[0] if answer.body else None

    def _property(self, interface: str, name: str) -> Any:
        return self.ask(_PROPERTIES, "Get", "ss", interface, name)[1]

    def _other(self, place: tuple[str, str]) -> "Told":
        return Told(self._bus, place)

    @property
    def name(self) -> str:
        return str(self._property(_ACCESSIBLE, "Name"))

    @property
    def role(self) -> str:
        return str(self.ask(_ACCESSIBLE, "GetRoleName"))

    @property
    def states(self) -> set[str]:
        low, high = self.ask(_ACCESSIBLE, "GetState")
        bits = low | high << 32
        return {name for name, bit in _STATES.items() if bits >> bit & 1}

    def children(self) -> "list[Told]":
        return [self._other(place) for place in self.ask(_ACCESSIBLE, "GetChildren")]

    def find(self, role: str, name: str = "") -> "Told | None":
        """The first below with a role, and with a name that begins so. Cells of tables are not walked."""
        for child in self.children():
            try:
                if child.role == role and child.name.startswith(name):
                    return child
                found = child.find(role, name) if child.role not in {"table", "tree", "tree table", "list"} else None
            except LookupError:
                continue
            if found is not None:
                return found
        return None

    @property
    def text(self) -> str:
        return str(self.ask("org.a11y.atspi.Text", "GetText", "ii", 0, -1))

    def cell(self, row: int, column: int) -> "Told":
        return self._other(self.ask("org.a11y.atspi.Table", "GetAccessibleAt", "ii", row, column))

    def heading(self, column: int) -> str:
        return str(self.ask("org.a11y.atspi.Table", "GetColumnDescription", "i", column))

    def row_name(self, row: int) -> str:
        return str(self.ask("org.a11y.atspi.Table", "GetRowDescription", "i", row))

    @property
    def size(self) -> tuple[int, int]:
        table = "org.a11y.atspi.Table"
        return self._property(table, "NRows"), self._property(table, "NColumns")


class Reader:
    """A session with accessibility switched on.

    Attributes:
        environment: What a program needs to be heard.
    """

    def __init__(self, session: str, address: str) -> None:
        self.environment = {
            "DBUS_SESSION_BUS_ADDRESS": session,
            "AT_SPI_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._bus = open_dbus_connection(address)

    def program(self, name: str) -> Told | None:
        """A program by the name it goes by, once it has come."""
        for found in Told(self._bus, _ROOT).children():
            try:
                if found.name == name:
                    return found
            except LookupError:
                continue
        return None

    def is_served(self) -> bool:
        """Whether programs can be entered."""
        try:
            Told(self._bus, _ROOT).children()
        except LookupError:
            return False
        return True

    def close(self) -> None:
        self._bus.close()


@contextmanager
def screen_reader(environment: dict[str, str]) -> Iterator[Reader]:
    """A bus with AT-SPI on it. Where programs are missing, the test fails in CI and is skipped elsewhere.

    The buses are started here, not by at-spi-bus-launcher, which aborts where packages were only unpacked: it wants
    compiled settings.
    """
    missing = [name for name in ("dbus-daemon",) if shutil.which(name) is None]
    missing += [str(path) for path in (_CONFIGURATION, _REGISTRY) if not path.exists()]
    if missing:
        if os.environ.get("CI"):
            pytest.fail(f"not installed: {', '.join(missing)}")
        pytest.skip(f"not installed: {', '.join(missing)}")
    with _bus("--session", environment) as session, _bus(f"--config-file={_CONFIGURATION}", environment) as address:
        told = {**environment, "DBUS_SESSION_BUS_ADDRESS": session, "AT_SPI_BUS_ADDRESS": address}
        registry = subprocess.Popen([str(_REGISTRY)], env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            reader = Reader(session, address)
            try:
                eventually(reader.is_served, every_s=0.05)
                yield reader
            finally:
                reader.close()
        finally:
            registry.terminate()
            registry.wait()


@contextmanager
def _bus(kind: str, environment: dict[str, str]) -> Iterator[str]:
    """A message bus of its own; its address."""
    command = ["dbus-daemon", kind, "--nofork", "--print-address"]
    bus = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert bus.stdout is not None
    try:
        yield bus.stdout.readline().strip()
    finally:
        bus.terminate()
        bus.wait()
        bus.stdout.close()
