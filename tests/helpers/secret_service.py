"""A desktop's keyring: GNOME Keyring on a message bus of its own, in a folder of its own."""

import os
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any, Final

import pytest
import secretstorage
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy

from helpers.waiting import eventually

PASSWORD: Final = "opens the login keyring"
_BARE_BUS: Final = """
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class Desktop:
    """A session bus with a keyring on it. Without a screen, nobody can be asked to unlock anything.

    Attributes:
        folder: Where the keyring keeps its files.
        address: The bus.
    """

    def __init__(self, folder: Path, password: str | None, screen: Mapping[str, str]) -> None:
        self.folder = folder
        run = folder / "run"
        run.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._control = run / "keyring/control"
        places = {"HOME": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache"}
        environ = {
            **{name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}},
            **{name: str(folder / place) for name, place in places.items()},
            "XDG_RUNTIME_DIR": str(run),
            **screen,
        }
        self._log = (folder / "log").open("ab")
        self._bus, self.address = _start_bus(["--session"], environ, self._log)
        self._keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--components=secrets", *(["--unlock"] * (password is not None))],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._log,
            env={**environ, "DBUS_SESSION_BUS_ADDRESS": self.address},
        )
        assert self._keyring.stdin is not None
        self._keyring.stdin.write((password or "").encode())
        self._keyring.stdin.close()

    def is_up(self) -> bool:
        """Whether the keyring has come to the bus."""
        (found,) = self._ask_bus("NameHasOwner")
        return bool(found)

    def daemon(self) -> int:
        """The keyring's process."""
        (pid,) = self._ask_bus("GetConnectionUnixProcessID")
        return int(pid)

    @staticmethod
    def _ask_bus(what: str) -> Any:
        with closing(secretstorage.dbus_init()) as bus:
            return getattr(Proxy(message_bus, bus), what)("org.freedesktop.secrets")  # type: ignore[no-untyped-call]

    def lock(self) -> None:
        """Lock the keyring, as a desktop does after a while."""
        with closing(secretstorage.dbus_init()) as bus:
            secretstorage.get_collection_by_alias(bus, "default").lock()

    def unlock(self) -> None:
        """Unlock it, as logging in does: in the protocol of the keyring's PAM module (`gkd-control-codes.h`)."""
        password = PASSWORD.encode()
        request = struct.pack(f">III{len(password)}s", 12 + len(password), 1, len(password), password)
        with socket.socket(socket.AF_UNIX) as control:
            control.connect(str(self._control))
            control.sendall(b"\0" + request)
            assert control.recv(8) == struct.pack(">II", 8, 0)

    def close(self) -> None:
        for process in (self._keyring, self._bus):
            process.kill()
            process.wait()
        assert self._bus.stdout is not None
        self._bus.stdout.close()
        self._log.close()


def _start_bus(
    options: list[str], environ: Mapping[str, str], log: IO[bytes] | int
) -> tuple["subprocess.Popen[bytes]", str]:
    """A message bus and its address. What it starts on somebody's behalf ends with it."""
    command = ["dbus-daemon", "--nofork", "--print-address", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, env=environ)
    assert process.stdout is not None
    address = process.stdout.readline().decode().strip()
    assert address, f"the bus ended with code {process.wait()}"
    return process, address


@contextmanager
def desktop(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, password: str | None = PASSWORD, screen: str = ""
) -> Iterator[Desktop]:
    """A desktop session for this process: what it asks of the keyring goes there.

    Args:
        folder: May hold the files of an earlier one.
        password: Opens the keyring, which is made with it if there is none; None leaves it closed, or unmade.
        screen: The X display on which the keyring asks people; none when empty.
    """
    made = Desktop(folder, password, {"DISPLAY": screen} if screen else {})
    try:
        _stand_in(monkeypatch, folder, made.address)
        eventually(made.is_up)
        yield made
    finally:
        made.close()


def no_desktop(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let this process find no message bus."""
    _stand_in(monkeypatch, folder, None)


@contextmanager
def bus_without_keyring(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    """A bus on which no keyring is, nor can be started."""
    (folder / "bus.conf").write_text(_BARE_BUS)
    process, address = _start_bus([f"--config-file={folder / 'bus.conf'}"], os.environ, subprocess.DEVNULL)
    try:
        _stand_in(monkeypatch, folder, address)
        yield
    finally:
        process.kill()
        process.communicate()


@contextmanager
def silent_bus(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    """A bus that takes connections and never says a word; at the end it hangs up."""
    path = folder / "bus"
    taken: list[socket.socket] = []
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen()

        def take() -> None:
            while True:
                try:
                    taken.append(listening.accept()[0])
                except OSError:
                    return

        thread = threading.Thread(target=take)
        thread.start()
        _stand_in(monkeypatch, folder, f"unix:path={path}")
        try:
            yield
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()
            for connection in taken:
                connection.close()


def _stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, address: str | None) -> None:
    """Let this process stand in that desktop, and see no keyring settings of a person's."""
    for name in ("PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    if address is not None:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
