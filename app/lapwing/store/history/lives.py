"""Which engines that write the history are alive: each holds the lock of a small file while it lives.

The system lets go of a lock when its process ends, however that comes about.
"""

import contextlib
import os
import re
import secrets
from pathlib import Path
from typing import Final

if os.name == "posix":
    import fcntl

_NAME: Final = re.compile(r"[0-9]+-[0-9a-f]{12}")


class EngineLife:
    """The lock of this engine.

    Attributes:
        name: What entries under way are marked with.
    """

    def __init__(self, folder: Path) -> None:
        """Take it.

        Raises:
            OSError
        """
        self.name = f"{os.getpid()}-{secrets.token_hex(6)}"
        self._folder = folder
        self._path = _file(folder, self.name)
        self._fd = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        _locked(self._fd)

    def lives(self, name: str) -> bool:
        """Whether the engine of that name is alive."""
        if name == self.name:
            return True
        if os.name != "posix" or not _NAME.fullmatch(name):
            return os.name != "posix"
        path = _file(self._folder, name)
        try:
            fd = os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
        except FileNotFoundError:
            return False
        except OSError:
            return True  # not ours to judge
        try:
            if not _locked(fd):
                return True
            path.unlink(missing_ok=True)
            return False
        finally:
            os.close(fd)

    def end(self) -> None:
        """Let go of it. May be called twice."""
        if self._fd >= 0:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
            os.close(self._fd)
            self._fd = -1


def _file(folder: Path, name: str) -> Path:
    return folder / f"history-{name}.lock"


def _locked(fd: int) -> bool:
    """Whether the lock could be taken."""
    if os.name != "posix":
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
