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

_LAUNCHER: Final = Path("/usr/libexec/at-spi-bus-launcher")
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

    def close(self) -> None:
        self._bus.close()


@contextmanager
def screen_reader(environment: dict[str, str]) -> Iterator[Reader]:
    """A bus with AT-SPI on it. Where programs are missing, the test fails in CI and is skipped elsewhere."""
    missing = [name for name in ("dbus-daemon",) if shutil.which(name) is None]
    missing += [str(_LAUNCHER)] if not _LAUNCHER.exists() else []
    if missing:
        if os.environ.get("CI"):
            pytest.fail(f"not installed: {', '.join(missing)}")
        pytest.skip(f"not installed: {', '.join(missing)}")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert bus.stdout is not None
    session = bus.stdout.readline().strip()
    launcher = subprocess.Popen(
        [str(_LAUNCHER), "--launch-immediately"],
        env={**environment, "DBUS_SESSION_BUS_ADDRESS": session},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        reader = Reader(session, str(eventually(lambda: _address(session), every_s=0.05)))
        try:
            yield reader
        finally:
            reader.close()
    finally:
        for process in (launcher, bus):
            process.terminate()
            process.wait()
        bus.stdout.close()


def _address(session: str) -> str:
    """Where AT-SPI's own bus is; empty while nobody answers."""
    with open_dbus_connection(session) as connection:
        where = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        answer = connection.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=20)
        return "" if answer.header.message_type is MessageType.error else str(answer.body[0])
