"""The folder in which an engine keeps its results: its own, locked while the engine lives, bounded by a quota."""

import os
import secrets
import shutil
import threading
import time
from pathlib import Path

from lapwing.domain.errors import ResultSpaceUsed

if os.name == "posix":
    import fcntl

_LOCK = "lock"
_YOUNG_S = 60.0
"""A folder without a lock file that is younger may be one whose engine is just starting."""


def _lock(fd: int) -> bool:
    """Whether the lock of an open lock file could be taken."""
    if os.name != "posix":
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class ResultFolder:
    """A folder of result files. Any thread.

    Attributes:
        path: The folder, owner-only.
        quota_bytes: How much all results may take together.
    """

    def __init__(self, base: Path, quota_bytes: int) -> None:
        """Make a folder below `base`, after sweeping what engines that no longer live left there."""
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.quota_bytes = quota_bytes
        self._guard = threading.Lock()
        self._used = 0
        self._sizes: dict[str, int] = {}
        sweep(base)
        self.path, self._lock_fd = self._claim(base)

    @staticmethod
    def _claim(base: Path) -> tuple[Path, int]:
        while True:
            path = base / f"{os.getpid()}-{secrets.token_hex(6)}"
            path.mkdir(mode=0o700)
            fd = os.open(path / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            if (os.name != "posix" or _lock(fd)) and (path / _LOCK).exists():
                return path, fd
            os.close(fd)

    @property
    def used_bytes(self) -> int:
        return self._used

    def file(self, name: str) -> Path:
        return self.path / name

    def space_for(self, name: str) -> "FileSpace":
        """What counts the bytes of one file against the quota."""
        return FileSpace(self, name)

    def take(self, name: str, size_bytes: int) -> None:
        with self._guard:
            if self._used + size_bytes > self.quota_bytes:
                raise ResultSpaceUsed(used_mb=self._used >> 20, quota_mb=self.quota_bytes >> 20)
            self._used += size_bytes
            self._sizes[name] = self._sizes.get(name, 0) + size_bytes

    def remove(self, name: str) -> None:
        """Delete every file whose name is `name` or begins with `name` and a dot, and give its room back."""
        with self._guard:
            self._used -= self._sizes.pop(name, 0)
        for path in [self.path / name, *self.path.glob(f"{name}.*")]:
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Delete the folder and let go of its lock. May be called twice."""
        if self._lock_fd < 0:
            return
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self._lock_fd)
        self._lock_fd = -1


class FileSpace:
    """The room of one file in a `ResultFolder`."""

    def __init__(self, folder: ResultFolder, name: str) -> None:
        self._folder = folder
        self._name = name

    def take(self, size_bytes: int) -> None:
        self._folder.take(self._name, size_bytes)


def sweep(base: Path) -> int:
    """Delete the folders below `base` whose engine no longer lives; returns how many."""
    swept = 0
    for folder in base.iterdir():
        if folder.is_dir() and not folder.is_symlink() and _is_abandoned(folder):
            shutil.rmtree(folder, ignore_errors=True)
            swept += 1
    return swept


def _is_abandoned(folder: Path) -> bool:
    try:
        fd = os.open(folder / _LOCK, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        return _age_s(folder) > _YOUNG_S
    except OSError:
        return False
    try:
        return _lock(fd)
    finally:
        os.close(fd)


def _age_s(folder: Path) -> float:
    try:
        return time.time() - folder.stat().st_mtime
    except FileNotFoundError:
        return 0.0
