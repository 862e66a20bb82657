"""The folder in which an engine keeps its results: its own, locked while the engine lives, bounded by a quota."""

import contextlib
import os
import re
import secrets
import threading
import time
from pathlib import Path

from lapwing.domain.errors import ResultSpaceUsed

if os.name == "posix":
    import fcntl

_LOCK = "lock"
_NAME = re.compile(r"\d+-[0-9a-f]{12}")
"""Names of engines' folders; anything else in the base is somebody's own and never touched."""
_YOUNG_S = 60.0
"""An empty folder that is younger may be one whose engine is just starting."""


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
        """Where a file lies, or is to lie. The folder is made again where somebody removed it meanwhile: results that
        were in it are gone, the next ones need not fail."""
        if not (self.path / _LOCK).exists():
            with self._guard, contextlib.suppress(OSError):  # who writes the file tells why it cannot be
                self._make_again()
        return self.path / name

    def _make_again(self) -> None:
        if self._lock_fd < 0 or (self.path / _LOCK).exists():
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.mkdir(mode=0o700, exist_ok=True)
        fd = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        _lock(fd)
        os.close(self._lock_fd)
        self._lock_fd = fd

    def space_for(self, name: str) -> "FileSpace":
        """What counts the bytes of one file against the quota."""
        return FileSpace(self, name)

    def take(self, name: str, size_bytes: int) -> None:
        with self._guard:
            if self._used + size_bytes > self.quota_bytes:
                raise ResultSpaceUsed(used_mb=self._used >> 20, quota_mb=self.quota_bytes >> 20)
            self._used += size_bytes
            self._sizes[name] = self._sizes.get(name, 0) + size_bytes

    def retake(self, name: str, size_bytes: int) -> None:
        """Take `size_bytes` for a file that is written anew, instead of what it had.

        Raises:
            ResultSpaceUsed: The quota is used up; the file still has what it had.
        """
        with self._guard:
            had = self._sizes.get(name, 0)
            if self._used - had + size_bytes > self.quota_bytes:
                raise ResultSpaceUsed(used_mb=self._used >> 20, quota_mb=self.quota_bytes >> 20)
            self._used += size_bytes - had
            self._sizes[name] = size_bytes

    def remove(self, name: str) -> None:
        """Delete every file whose name is `name` or begins with `name` and a dot, and give its room back."""
        with self._guard:
            for counted in [key for key in self._sizes if key == name or key.startswith(f"{name}.")]:
                self._used -= self._sizes.pop(counted)
        for path in [self.path / name, *self.path.glob(f"{name}.*")]:
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Delete the folder and let go of its lock. May be called twice."""
        if self._lock_fd < 0:
            return
        _delete(self.path)
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
    return sum(map(_sweep_one, base.iterdir()))


def _sweep_one(folder: Path) -> bool:
    """Delete an engine's folder whose lock can be taken, or that is empty and not new; whether it was deleted."""
    if not _NAME.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
        return False
    try:
        fd = os.open(folder / _LOCK, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        return _age_s(folder) > _YOUNG_S and _delete(folder, only_empty=True)
    except OSError:
        return False  # no lock of ours
    try:
        return _lock(fd) and _delete(folder)
    finally:
        os.close(fd)


def _delete(folder: Path, *, only_empty: bool = False) -> bool:
    """Delete a folder and its files, the lock last, so that what is left after a crash can still be swept."""
    try:
        if not only_empty:
            for path in folder.iterdir():
                if path.name != _LOCK:
                    path.unlink(missing_ok=True)
            (folder / _LOCK).unlink(missing_ok=True)
        folder.rmdir()
    except OSError:
        return False  # a later sweep tries again
    return True


def _age_s(folder: Path) -> float:
    try:
        return time.time() - folder.stat().st_mtime
    except FileNotFoundError:
        return 0.0
