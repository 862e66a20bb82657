"""The few file operations on which nothing being lost depends, in one place.

Journal, settings and connections write through a `FileLayer`, so that a test can record the order of writes, syncs and
renames and cut the sequence after any of them.
"""

import os
import secrets
import stat
import time
from pathlib import Path


class FileLayer:
    """Plain POSIX operations. Blocking; any thread."""

    def create(self, path: Path) -> int:
        """A new file for writing, owner-only; fails when it exists."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o600)

    def append_to(self, path: Path) -> int:
        """The file for appending, made owner-only when missing."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0), 0o600)

    def write(self, fd: int, data: bytes) -> None:
        """Write all of it.

        Raises:
            OSError: Also when the disk is full after a part was written.
        """
        view = memoryview(data)
        while view:
            view = view[os.write(fd, view) :]

    def sync(self, fd: int) -> None:
        os.fsync(fd)

    def close(self, fd: int) -> None:
        os.close(fd)

    def rename(self, old: Path, new: Path) -> None:
        """Replace `new` by `old` in one step."""
        os.replace(old, new)

    def sync_folder(self, folder: Path) -> None:
        """Make renames and new names in `folder` durable. Windows needs and offers nothing here."""
        if os.name == "nt":
            return
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes, layer: FileLayer) -> None:
    """Give `path` this content in one step: a reader sees the old bytes or the new ones, also after a power cut.

    A link stays a link, and what it points to is replaced. A file that exists keeps its permissions; a new one is
    owner-only.

    Raises:
        OSError: The old bytes are there, and no half file under the final name; when only the last step failed, the new
            bytes are there but might not survive a power cut.
    """
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}.new")
    fd = layer.create(draft)
    try:
        try:
            _keep_mode(path, fd)
            layer.write(fd, data)
            layer.sync(fd)
        finally:
            layer.close(fd)
        layer.rename(draft, path)
    except OSError:
        layer.remove(draft)
        raise
    layer.sync_folder(path.parent)


def _keep_mode(path: Path, fd: int) -> None:
    if hasattr(os, "fchmod") and path.exists():
        os.fchmod(fd, stat.S_IMODE(path.stat().st_mode))


def damaged_path(path: Path) -> Path:
    """Where a damaged file is put aside, beside it: a name that no file has had, so that no copy is written over."""
    return path.with_name(f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(8)}")
