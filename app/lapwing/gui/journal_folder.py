"""Which folder the journal uses: its own, unless a newer Lapwing wrote there or another process holds it.

Then a folder beside it is used (`journal-2`, `journal-3`, ...), and its texts are brought home at a later start that
can use the first one.
"""

import errno
import logging
import os
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.errors import StoredNewer
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui import journal_format, journal_layout
from lapwing.gui.journal_editor import SUFFIX
from lapwing.gui.journal_records import JournalTaken
from lapwing.settings.files import FileLayer

if os.name == "posix":
    import fcntl

_log = logging.getLogger(__name__)
_LOCK: Final = "lock"
_MOST_FOLDERS: Final = 99
_TAKEN: Final = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}


@dataclass(slots=True)
class JournalFolder:
    """A folder in use. The lock is held until `release`.

    Attributes:
        notices: Why it is not the first choice, and what else a person should know.
    """

    path: Path
    notices: list[str]
    lock_fd: int
    _inode: int = 0

    def __post_init__(self) -> None:
        self._inode = self.path.stat().st_ino

    def editor_files(self) -> list[Path]:
        """Files of editors, by name."""
        return sorted(self.path.glob(f"[!.]*{SUFFIX}"))

    def is_there(self) -> bool:
        """Whether it is still the same folder: somebody may have emptied the user's state folder."""
        if self.lock_fd >= 0:  # an open file's number, unlike a removed folder's, is not given to another one
            return _is_same(self.lock_fd, self.path / _LOCK)
        try:
            return self.path.stat().st_ino == self._inode
        except FileNotFoundError:
            return False

    def sweep_drafts(self, layer: FileLayer) -> None:
        """Delete what a killed process had not finished writing."""
        for draft in self.path.glob(".*.new"):
            layer.remove(draft)

    def release(self) -> None:
        """Let go of the lock. May be called twice."""
        if self.lock_fd >= 0:
            os.close(self.lock_fd)
            self.lock_fd = -1


def open_folder(base: Path, layer: FileLayer) -> JournalFolder:
    """Find and lock the folder to use, and make it when it is missing.

    Raises:
        OSError: It cannot be made, or is not this user's own.
    """
    refusals: list[StoredNewer | JournalTaken] = []
    for path in _candidates(base):
        _make(path, layer)
        if (newer := _newer(path)) is not None:
            refusals.append(newer)
            continue
        lock_fd = _lock(path)
        if lock_fd is None:
            refusals.append(JournalTaken(path=str(path), instead=""))
            continue
        return JournalFolder(path, [_told(refusal, path) for refusal in refusals], lock_fd)
    raise OSError(errno.EBUSY, f"{_MOST_FOLDERS} folders are in use", str(base))


def _make(path: Path, layer: FileLayer) -> None:
    """Make the folder when it is missing, so that a power cut cannot take it away again."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    paths.private_folder(path)
    for folder in missing:
        layer.sync_folder(folder.parent)


def _told(refusal: StoredNewer | JournalTaken, path: Path) -> str:
    if isinstance(refusal, JournalTaken):
        return str(JournalTaken(**{**refusal.facts, "instead": str(path)}))
    return f"{refusal} Texts are kept in {path} meanwhile."


def _candidates(base: Path) -> list[Path]:
    return [base, *(base.with_name(f"{base.name}-{n}") for n in range(2, _MOST_FOLDERS + 1))]


def _newer(folder: Path) -> StoredNewer | None:
    """The refusal, when a newer Lapwing wrote anything there."""
    for path in folder.glob(f"[!.]*{SUFFIX}"):
        try:
            with path.open("rb") as file:
                journal_format.check_version(file.read(journal_format.HEAD_BYTES), str(path))
        except StoredNewer as newer:
            return newer
        except OSError as error:
            _log.warning("%s cannot be read: %s", path, reason_of(error))  # recovery tells the person
    return journal_layout.newer(folder)


def _lock(folder: Path) -> int | None:
    """The lock's descriptor; None when a living process holds it; -1 where nothing can be locked, only read."""
    while True:
        try:
            fd = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            _log.warning("the journal %s is not locked: %s", folder, error.strerror)
            return -1
        try:
            _lock_fd(fd)
        except OSError as error:
            if error.errno in _TAKEN:
                os.close(fd)
                return None
            _log.warning("the journal %s is not locked: %s", folder, error.strerror)  # some network file systems
            return fd
        if _is_same(fd, folder / _LOCK):
            return fd
        os.close(fd)


def _lock_fd(fd: int) -> None:
    if os.name != "posix":
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_same(fd: int, path: Path) -> bool:
    """Whether the file that was locked is the one that lies there: another process may have brought it home."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


def bring_home(base: Path, folder: JournalFolder, layer: FileLayer) -> None:
    """Move the editors of folders that were used meanwhile, and are no more, into `folder`."""
    for other in _candidates(base):
        if other == folder.path or not other.is_dir() or other.is_symlink():
            continue
        try:
            if _newer(other) is None:
                _empty(other, folder.path, layer)
        except OSError as error:
            _log.info("texts stay in %s: %s", other, error.strerror)  # mostly another process's


def _empty(other: Path, home: Path, layer: FileLayer) -> None:
    """Move the editors of a folder whose process is gone; the folder goes too when nothing else is in it."""
    fd = os.open(other / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        _lock_fd(fd)
        for path in other.glob(f"[!.]*{SUFFIX}"):
            if not (home / path.name).exists():
                layer.rename(path, home / path.name)
        layer.sync_folder(home)
        layer.sync_folder(other)
        if not any(other.glob(f"*{SUFFIX}")):
            layer.remove(other / journal_layout.NAME)
            layer.remove(other / _LOCK)
        if not any(other.iterdir()):
            other.rmdir()
    finally:
        os.close(fd)


def reason_of(error: OSError) -> str:
    """The system's words, without the path."""
    return error.strerror or str(error)
