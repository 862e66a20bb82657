"""Engines of a profile tell each other that there is something to read: a byte to the socket of each.

Where there are no Unix sockets, or a byte is lost, what was written is found when the file is looked at the next time.
"""

import asyncio
import contextlib
import logging
import os
import socket
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from lapwing import paths

_BELLS: Final = "events-*.sock"
_READ_BYTES: Final = 64
_log: Final = logging.getLogger(__name__)


class Bell:
    """The bell of this engine: a Unix datagram socket in the profile's folder of sockets. Event loop's thread."""

    def __init__(self, engine: str, rung: Callable[[], None]) -> None:
        """`rung` is called when another engine has rung, once for several times in a row."""
        self._path = paths.runtime() / _BELLS.replace("*", engine)
        self._rung = rung
        self._socket: socket.socket | None = None

    def hang_up(self) -> bool:
        """Whether it can be rung from now on."""
        if self._socket is not None or not hasattr(socket, "AF_UNIX"):
            return self._socket is not None
        made = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            paths.private_folder(self._path.parent)
            with paths.socket_address(self._path) as address:
                made.bind(address)
            made.setblocking(False)
            asyncio.get_running_loop().add_reader(made.fileno(), self._hear)
        except (OSError, NotImplementedError) as error:
            made.close()
            self._path.unlink(missing_ok=True)
            _log.warning("other engines cannot tell at once that there are events: %s", error)
            return False
        self._socket = made
        return True

    def _hear(self) -> None:
        assert self._socket is not None
        with contextlib.suppress(BlockingIOError):
            while self._socket.recv(_READ_BYTES):
                pass
        self._rung()

    def ring_others(self) -> None:
        """Ring all other bells of the profile. Any thread; waits for nobody."""
        if not hasattr(socket, "AF_UNIX"):
            return
        try:
            names = os.listdir(self._path.parent)
        except OSError:  # nobody ever hung one up
            return
        others = [name for name in names if fnmatchcase(name, _BELLS) and name != self._path.name]
        if others:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ringing:
                ringing.setblocking(False)
                for name in others:
                    _ring(ringing, self._path.with_name(name))

    def take_down(self) -> None:
        """It cannot be rung any more. Also from another thread, when the process is about to end."""
        if self._socket is not None:
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Take it down, and let go of it."""
        self.take_down()
        if self._socket is not None:
            asyncio.get_running_loop().remove_reader(self._socket.fileno())
            self._socket.close()
            self._socket = None


def _ring(ringing: socket.socket, path: Path) -> None:
    try:
        with paths.socket_address(path) as address:
            ringing.sendto(b"1", address)
    except BlockingIOError:  # it has been rung so often that it will look
        pass
    except ConnectionRefusedError:  # its engine was killed
        path.unlink(missing_ok=True)
    except OSError as error:
        _log.debug("%s cannot be rung: %s", path, error)
