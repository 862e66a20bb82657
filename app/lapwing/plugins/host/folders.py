"""Folders that plugins write into, as the host meets them: it has wider rights than they, so nothing in them is
followed, nothing is trusted to be shallow, and nothing of it is done in the event loop's thread. Blocking, any thread.
"""

import contextlib
import os
import re
import secrets
import shutil
import stat
import time
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.late_dataclass import dataclass

if os.name == "posix":
    import fcntl

_LOCK: Final = "lock"
_FILES: Final = "files"
_NAME: Final = re.compile(r"\d+-[0-9a-f]{12}")
_YOUNG_S: Final = 60.0
_DEEPEST: Final = 32
_KNOWS_DESCRIPTORS: Final = os.scandir in os.supports_fd and os.open in os.supports_dir_fd
_FOLDER: Final = (
    os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
)


def base() -> Path:
    """Where processes of plugins have their temporary files."""
    return paths.state() / "plugin-processes"


class TemporaryFolder:
    """The folder of one process for files that do not last. It is locked while the engine lives, so that it is swept
    away by the next one where this one was killed.

    Attributes:
        path: What the process may write into; the lock lies beside it.
    """

    def __init__(self) -> None:
        """Make one, after sweeping what engines that no longer live have left.

        Raises:
            OSError: There is no room for it.
        """
        above = paths.private_folder(base())
        for left in above.iterdir():
            _sweep_one(left)
        self._folder, self._fd = _claim(above)
        self.path = self._folder / _FILES
        self.path.mkdir(mode=0o700)

    def remove(self) -> None:
        """Delete it with all in it. May be called twice."""
        if self._fd >= 0:
            remove_tree(self._folder)
            os.close(self._fd)
            self._fd = -1


def _claim(above: Path) -> tuple[Path, int]:
    while True:
        folder = above / f"{os.getpid()}-{secrets.token_hex(6)}"
        folder.mkdir(mode=0o700)
        fd = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        if (os.name != "posix" or _locked(fd)) and (folder / _LOCK).exists():
            return folder, fd
        os.close(fd)


def _locked(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sweep_one(folder: Path) -> None:
    if os.name != "posix" or not _NAME.fullmatch(folder.name) or folder.is_symlink():
        return
    try:
        fd = os.open(folder / _LOCK, os.O_RDWR | os.O_CLOEXEC)
    except OSError:  # its engine is about to make the lock, or was killed just there
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _YOUNG_S:
                remove_tree(folder)
        return
    try:
        if _locked(fd):
            remove_tree(folder)
    finally:
        os.close(fd)


@dataclass(frozen=True, slots=True)
class Used:
    """What folders take: bytes on the disk, and how many files and folders are in them."""

    disk_bytes: int = 0
    files: int = 0

    def exceeds(self, most_bytes: int, most_files: int) -> bool:
        return self.disk_bytes > most_bytes or self.files > most_files


def used(folders: list[Path], most_bytes: int, most_files: int) -> Used:
    """What these take together; counted no further than until it is too much. What lies too deep is too much.

    Nothing, where the system cannot go through folders without following what is moved meanwhile.
    """
    found = Used()
    if not _KNOWS_DESCRIPTORS:
        return found
    for folder in folders:
        with contextlib.suppress(OSError):
            found = _used_in(os.open(folder, _FOLDER), found, most_bytes, most_files, _DEEPEST)
    return found


def _used_in(fd: int, before: Used, most_bytes: int, most_files: int, deeper: int) -> Used:
    """The same of an open folder, which is closed, beside what was found before."""
    size, count = before.disk_bytes, before.files
    try:
        with os.scandir(fd) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):  # it is gone meanwhile
                    facts = os.stat(entry.name, dir_fd=fd, follow_symlinks=False)
                    size, count = size + 512 * facts.st_blocks, count + 1
                    if stat.S_ISDIR(facts.st_mode):
                        inner = os.open(entry.name, _FOLDER, dir_fd=fd)
                        found = _used_in(inner, Used(size, count), most_bytes, most_files, deeper - 1)
                        size, count = found.disk_bytes, found.files
                if deeper == 0:
                    return Used(size, most_files + 1)
                if size > most_bytes or count > most_files:
                    break
    finally:
        os.close(fd)
    return Used(size, count)


def remove_tree(folder: Path) -> bool:
    """Delete a folder with all in it, however deep; whether it is gone.

    `shutil.rmtree` calls itself for each folder in a folder and keeps each one open. Here a folder in a folder is first
    moved to the top, so that none is ever deeper than two.
    """
    if not _KNOWS_DESCRIPTORS:
        shutil.rmtree(folder, ignore_errors=True)
        return not folder.exists()
    try:
        top = os.open(folder, _FOLDER)
    except FileNotFoundError:
        return True
    except OSError:  # a link, or no folder
        return False
    try:
        _empty(top)
    finally:
        os.close(top)
    with contextlib.suppress(OSError):
        folder.rmdir()
    return not folder.exists()


def _empty(top: int) -> None:
    """Delete what an open folder holds, as far as the system lets us."""
    stuck: set[str] = set()
    while names := [name for name in os.listdir(top) if name not in stuck]:
        for name in names:
            if not _removed(top, name):
                stuck.add(name)


def _removed(top: int, name: str) -> bool:
    """Delete one entry, or empty it by moving its folders up; whether something came of it."""
    if _unlinked(top, name):
        return True
    try:
        _open_up(top, name)
        inner = os.open(name, _FOLDER, dir_fd=top)
    except OSError:
        return False
    try:
        for each in os.listdir(inner):
            if not _unlinked(inner, each):
                with contextlib.suppress(OSError):
                    _open_up(inner, each)
                    os.rename(each, secrets.token_hex(12), src_dir_fd=inner, dst_dir_fd=top)
        os.rmdir(name, dir_fd=top)
    except OSError:
        return False
    finally:
        os.close(inner)
    return True


def _open_up(above: int, name: str) -> None:
    """Give the rights to go into a folder and to move it, which whoever made it may have left out; it has ended by now.

    Raises:
        OSError: It is no folder, or another's.
    """
    if not stat.S_ISDIR(os.stat(name, dir_fd=above, follow_symlinks=False).st_mode):
        raise NotADirectoryError(name)
    os.chmod(name, 0o700, dir_fd=above)


def _unlinked(folder: int, name: str) -> bool:
    try:
        os.unlink(name, dir_fd=folder)
    except OSError:
        return False
    return True
