"""Which engine of a profile does what must be done once: the one that holds this lock."""

import os
from pathlib import Path

from lapwing import paths

if os.name == "posix":
    import fcntl

_NAME = "services.lock"


class ServiceLock:
    """The lock of the profile's services; the system lets it go when its process ends, however that is."""

    def __init__(self) -> None:
        self._fd: int | None = None

    @property
    def is_held(self) -> bool:
        return self._fd is not None

    def take(self) -> bool:
        """Whether this engine has it now. Quick; to be asked again later when another one has it.

        Raises:
            OSError: There is no place for it.
        """
        if self._fd is not None:
            return True
        path = _path()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fd = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        if not _locked(fd):
            os.close(fd)
            return False
        self._fd = fd
        return True

    def is_elsewhere(self) -> bool:
        """Whether another engine has it. Quick; it is not kept.

        Raises:
            OSError: It cannot be looked at.
        """
        if self._fd is not None or not _path().exists():
            return False
        fd = os.open(_path(), os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
        try:
            return not _locked(fd)
        finally:
            os.close(fd)

    def let_go(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


def _path() -> Path:
    return paths.state() / _NAME


def _locked(fd: int) -> bool:
    if os.name == "posix":
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
    import msvcrt

    try:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
