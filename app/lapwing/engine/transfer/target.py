"""Where an export is written: a file that stands under its name only when it is whole, or memory."""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

from lapwing.domain.transfer_errors import (
    ExportDiskFull,
    ExportTargetExists,
    ExportTargetUnusable,
    TooMuchForClipboard,
)
from lapwing.settings.files import FileLayer

_BUFFER_BYTES: Final = 1 << 20
_NO_NAMELESS: Final = frozenset({errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL})
"""What systems say that have no files without a name."""
CLIPBOARD_BYTES: Final = 16 << 20


class Target(Protocol):
    """Takes the bytes of one export. One thread."""

    def write(self, data: bytes) -> None: ...

    def restart(self) -> None:
        """What was written so far is void."""
        ...


class TextTarget:
    """Keeps an export in memory, up to what a clipboard can take."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> None:
        """Raises TooMuchForClipboard."""
        if len(self.data) + len(data) > CLIPBOARD_BYTES:
            raise TooMuchForClipboard(limit_mb=CLIPBOARD_BYTES >> 20)
        self.data += data

    def restart(self) -> None:
        self.data.clear()


class FileTarget:
    """A draft beside the file to be, which takes its place by `finish`. Until then the old file is as it was.

    Where the system has files without a name (Linux: O_TMPFILE), the draft is one, so that nothing is left behind even
    by a process that is killed; elsewhere it is a hidden file.

    Thread that writes; `path` may be asked from any.

    Raises:
        ExportTargetExists: There is a file, and it is not to be replaced.
        ExportTargetUnusable: Nothing can be written there.
    """

    def __init__(self, path: str, *, overwrite: bool, layer: FileLayer | None = None) -> None:
        self.path = Path(os.path.realpath(path))
        self._overwrite = overwrite
        self._layer = layer or FileLayer()
        self._draft = self.path.with_name(f".{self.path.name[:200]}.{secrets.token_hex(4)}.part")
        self._buffer = bytearray()
        self._has_name = False
        mode = self._check()
        try:
            self._fd = self._open_draft()
        except OSError as error:
            raise self._unusable(error) from error
        if hasattr(os, "fchmod"):
            os.fchmod(self._fd, mode)

    def _open_draft(self) -> int:
        nameless = getattr(os, "O_TMPFILE", 0)
        if nameless:
            try:
                return os.open(self.path.parent, nameless | os.O_WRONLY | os.O_CLOEXEC, 0o600)
            except OSError as error:
                if error.errno not in _NO_NAMELESS:
                    raise
        self._has_name = True
        return self._layer.create(self._draft)

    def _check(self) -> int:
        """See that the name can be used; the permissions that the file is to have."""
        try:
            found = os.stat(self.path)
        except FileNotFoundError:
            return 0o666 & ~_umask()
        except OSError as error:
            raise self._unusable(error) from error
        if not stat.S_ISREG(found.st_mode):
            what = "it is a folder" if stat.S_ISDIR(found.st_mode) else "it is no plain file"
            raise ExportTargetUnusable(path=str(self.path), reason=what)
        if not self._overwrite:
            raise ExportTargetExists(path=str(self.path))
        return stat.S_IMODE(found.st_mode)

    def _unusable(self, error: OSError) -> ExportTargetUnusable:
        return ExportTargetUnusable(path=str(self.path), reason=(error.strerror or str(error)).lower())

    def _full(self, error: OSError) -> ExportDiskFull:
        return ExportDiskFull(path=str(self.path), reason=(error.strerror or str(error)).lower())

    def write(self, data: bytes) -> None:
        """Raises ExportDiskFull."""
        self._buffer += data
        if len(self._buffer) >= _BUFFER_BYTES:
            self._flush()

    def _flush(self) -> None:
        try:
            self._layer.write(self._fd, bytes(self._buffer))
        except OSError as error:
            raise self._full(error) from error
        self._buffer.clear()

    def restart(self) -> None:
        """Raises ExportDiskFull."""
        self._buffer.clear()
        try:
            os.ftruncate(self._fd, 0)
            os.lseek(self._fd, 0, os.SEEK_SET)
        except OSError as error:
            raise self._full(error) from error

    def finish(self) -> None:
        """Let the file appear under its name, whole and on the disk.

        Raises:
            ExportDiskFull: It could not be written to its end.
            ExportTargetExists: Meanwhile somebody else has made a file of that name.
        """
        self._flush()
        try:
            self._layer.sync(self._fd)
            if self._overwrite:
                self._name(self._draft)
                self._layer.rename(self._draft, self.path)
            else:
                self._appear()
            self._has_name = False
            self._close()
            self._layer.sync_folder(self.path.parent)
        except OSError as error:
            raise self._full(error) from error

    def _name(self, name: Path) -> None:
        """Give the draft a name that nobody has; nothing happens when it has one. Raises FileExistsError."""
        if self._has_name:
            return
        folder = os.open("/proc/self/fd", os.O_RDONLY)
        try:  # only with a folder's descriptor does Python follow the link there, as open(2) wants it for O_TMPFILE
            os.link(str(self._fd), name, src_dir_fd=folder, follow_symlinks=True)
        finally:
            os.close(folder)
        self._has_name = True

    def _appear(self) -> None:
        """Take the name only if nobody has it: a link is refused then, a rename would replace."""
        try:
            if not self._has_name:
                self._name(self.path)
                return
            os.link(self._draft, self.path)
        except FileExistsError as error:
            raise ExportTargetExists(path=str(self.path)) from error
        except OSError:  # a file system without links
            if not self._has_name:
                raise
            if self.path.exists():
                raise ExportTargetExists(path=str(self.path)) from None
            self._layer.rename(self._draft, self.path)
            return
        self._layer.remove(self._draft)

    @contextlib.contextmanager
    def dropped_on_error(self) -> Iterator[None]:
        """Whatever ends the block early takes the draft away."""
        try:
            yield
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Take the draft away, if it is still there."""
        self._close()
        if self._has_name:
            with contextlib.suppress(OSError):  # the folder is gone, or may not be written any more: nothing to be done
                self._layer.remove(self._draft)

    def _close(self) -> None:
        if self._fd >= 0:
            self._layer.close(self._fd)
            self._fd = -1


def _umask() -> int:
    """What new files of this process are kept from; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
