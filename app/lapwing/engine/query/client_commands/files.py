"""Which files a script may use: plain ones in its own folder and below it, and only when a person has allowed it."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import IO, Final

from lapwing.domain.command_errors import ClientCommandFailed, FileOutOfBounds, FilesNotAllowed, ProgramNotRun
from lapwing.domain.late_dataclass import dataclass

_DEEPEST: Final = 32
"""Files that include each other."""
_MOST: Final = 10_000
_READ: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_WRITE: Final = (
    os.O_WRONLY | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
)


@dataclass(slots=True)
class ScriptFiles:
    """The files of one run.

    Attributes:
        is_allowed: Whether the run may use files at all.
        folder: Its own folder, absolute; empty when it has none.
    """

    is_allowed: bool
    folder: str
    _open: list[Path] = field(default_factory=list)
    _included: int = 0

    def to_include(self, command: str, name: str, *, from_current: bool = False) -> Path:
        """The script that a command asks for.

        Args:
            from_current: Whether the name counts from the folder of the file that the command stands in.

        Raises:
            ClientCommandFailed: It may not be used; several classes say why.
        """
        self._included += 1
        if len(self._open) >= _DEEPEST or self._included > _MOST:
            reason = f"More than {_DEEPEST} files include each other, or more than {_MOST} are included in all."
            raise ClientCommandFailed(command=command, position=0, reason=reason)
        base = self._open[-1].parent if from_current and self._open else None
        path = self._bounded(command, name, base)
        self._check_plain(command, name, path)
        return path

    @contextmanager
    def within(self, path: Path) -> Iterator[None]:
        """The statements of that file are run now."""
        self._open.append(path)
        try:
            yield
        finally:
            self._open.pop()

    def opened(self, command: str, name: str, *, writes: bool = False) -> IO[bytes]:
        """A file with data, open to be read, or to be written from its beginning.

        Raises:
            ClientCommandFailed: It may not be used; several classes say why.
        """
        path = self._bounded(command, name)
        try:
            descriptor = os.open(path, _WRITE if writes else _READ, 0o600)
        except OSError as error:
            raise FileOutOfBounds(command=command, position=0, path=name, reason=_words(error)) from error
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise FileOutOfBounds(command=command, position=0, path=name, reason="It is no plain file.")
        file = os.fdopen(descriptor, "wb" if writes else "rb")
        if writes:
            file.truncate(0)
        return file

    def _bounded(self, command: str, name: str, base: Path | None = None) -> Path:
        """Where a name leads to, which is in the folder."""
        if name.startswith("|"):
            raise ProgramNotRun(command=command, position=0)
        if not self.is_allowed:
            raise FilesNotAllowed(command=command, position=0, path=name)
        if not self.folder:
            raise FileOutOfBounds(command=command, position=0, path=name, reason="This script lies in no folder.")
        if "\0" in name or not name:
            raise FileOutOfBounds(command=command, position=0, path=name, reason="That is no name of a file.")
        try:
            folder = Path(self.folder).resolve(strict=True)
            path = ((base or folder) / name).resolve()
        except (OSError, RuntimeError) as error:
            raise FileOutOfBounds(command=command, position=0, path=name, reason=_words(error)) from error
        if not path.is_relative_to(folder) or path == folder:
            reason = f"It is not in {folder}."
            raise FileOutOfBounds(command=command, position=0, path=name, reason=reason)
        return path

    @staticmethod
    def _check_plain(command: str, name: str, path: Path) -> None:
        try:
            is_plain = stat.S_ISREG(path.lstat().st_mode)
        except OSError as error:
            raise FileOutOfBounds(command=command, position=0, path=name, reason=_words(error)) from error
        if not is_plain:
            raise FileOutOfBounds(command=command, position=0, path=name, reason="It is no plain file.")


def _words(error: OSError | RuntimeError) -> str:
    """The system's words as a sentence."""
    return f"{(error.strerror if isinstance(error, OSError) else '') or error}.".replace("..", ".")
