"""Versioned documents: small files of ours that a person can read, kept in JSON with a version.

An older version is migrated forward after a backup copy; a newer one is refused untouched; a damaged one is kept under
another name. Every write replaces the file in one step.
"""

import codecs
import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from lapwing.domain.errors import StoredDamaged, StoredNewer, StoredUnreadable
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.files import FileLayer, damaged_path, write_whole

Content = TypeVar("Content")
Migration = Callable[[dict[str, Any]], dict[str, Any]]
_NOT_UNDERSTOOD = (msgspec.MsgspecError, LookupError, TypeError, ValueError, AttributeError, RecursionError)
"""What reading and migrating raise when a file holds something else than it should."""


@dataclass(frozen=True, slots=True)
class DocumentKind(Generic[Content]):
    """What a document is.

    `migrations[n]` turns the content of version n into that of version n + 1.
    """

    content: type[Content]
    version: int
    migrations: dict[int, Migration]


@dataclass(frozen=True, slots=True)
class _Versioned:
    version: int


class Document(Generic[Content]):
    """One file of a kind. One thread at a time; several processes may write, the last one wins."""

    def __init__(self, path: Path, kind: DocumentKind[Content], layer: FileLayer | None = None) -> None:
        self.path = path
        self._kind = kind
        self._layer = layer or FileLayer()

    def read(self) -> Content:
        """The content, or an empty one when there is no file yet.

        Raises:
            StoredNewer: A newer Lapwing wrote it; it is left as it is.
            StoredDamaged: It cannot be understood; it was kept under another name.
            StoredUnreadable: The file cannot be read, or an older one cannot be migrated; it is left as it is.
        """
        data = self._bytes()
        if data is None:
            return self._kind.content()
        try:
            version, content = self._understood(data)
        except _NOT_UNDERSTOOD as error:
            raise self._put_aside(_reason(error)) from error
        if version != self._kind.version:
            self._keep_older(data, version, content)
        return content

    def peek(self) -> Content | None:
        """The content as `read` gives it, and the file left as it is whatever is in it; None when there is no file.

        For who looks unasked: a file may be half written, and its writer goes on in a moment.

        Raises:
            StoredNewer, StoredDamaged, StoredUnreadable
        """
        data = self._bytes()
        if data is None:
            return None
        try:
            return self._understood(data)[1]
        except _NOT_UNDERSTOOD as error:
            raise StoredDamaged(path=str(self.path), reason=_reason(error), kept=str(self.path)) from error

    def _bytes(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unreadable(error) from error

    def _understood(self, data: bytes) -> tuple[int, Content]:
        """Its version, and what it says to this Lapwing; raises `_NOT_UNDERSTOOD` where it is damaged."""
        stored: dict[str, Any] = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=dict[str, Any])
        version = stored.pop("version")
        if not isinstance(version, int) or isinstance(version, bool):
            raise msgspec.ValidationError("its version is no number")
        if self._is_newer(version):
            raise StoredNewer(path=str(self.path), theirs=version, ours=self._kind.version)
        return version, msgspec.convert(self._migrated(stored, version), self._kind.content)

    def _migrated(self, stored: dict[str, Any], version: int) -> dict[str, Any]:
        for step in range(version, self._kind.version):
            stored = self._kind.migrations[step](stored)
        return stored

    def _keep_older(self, data: bytes, version: int, content: Content) -> None:
        """Replace an older file by what became of it, after a copy of it was made."""
        try:
            write_whole(self.path.with_name(f"{self.path.name}.v{version}.backup"), data, self._layer)
            self.write(content)
        except OSError as error:
            raise self._unreadable(error) from error

    def _unreadable(self, error: OSError) -> StoredUnreadable:
        return StoredUnreadable(path=str(self.path), reason=f"{error.strerror or error}.")

    def _put_aside(self, reason: str) -> StoredDamaged:
        kept = damaged_path(self.path)
        try:
            self._layer.rename(self.path, kept)
        except OSError:
            kept = self.path  # it stays where it is, and is found again the next time
        return StoredDamaged(path=str(self.path), reason=reason, kept=str(kept))

    def refusal(self) -> StoredNewer | StoredUnreadable | None:
        """Why the file must stay as it is: a newer Lapwing wrote it, or it is there and cannot be read. Looks only."""
        try:
            found = msgspec.json.decode(self.path.read_bytes().removeprefix(codecs.BOM_UTF8), type=_Versioned).version
        except FileNotFoundError:
            return None
        except OSError as error:
            return self._unreadable(error)
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return None  # damaged, which reading tells
        return (
            StoredNewer(path=str(self.path), theirs=found, ours=self._kind.version) if self._is_newer(found) else None
        )

    def _is_newer(self, version: int) -> bool:
        return version > self._kind.version

    def write(self, content: Content) -> None:
        """Replace the file in one step.

        Raises:
            OSError: It cannot be written, or must not be (`refusal`); the old file is as it was.
        """
        refusal = self.refusal()
        if refusal is not None:
            raise PermissionError(errno.EPERM, str(refusal), str(self.path))
        fields: dict[str, Any] = msgspec.to_builtins(content)
        try:
            data = msgspec.json.format(msgspec.json.encode({"version": self._kind.version, **fields}), indent=2)
        except UnicodeEncodeError as error:
            raise OSError(errno.EILSEQ, "a text in it holds half a character", str(self.path)) from error
        write_whole(self.path, data + b"\n", self._layer)


def _reason(error: Exception) -> str:
    return f"{(str(error) or type(error).__name__).rstrip('.')}."
