"""Versioned documents: small files of ours that a person can read, kept in JSON with a version.

An older version is migrated forward after a backup copy; a newer one is refused untouched; a damaged one is kept under
another name. Every write replaces the file in one step.
"""

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from lapwing.domain.errors import StoredDamaged, StoredNewer
from lapwing.settings.files import FileLayer, write_whole

Content = TypeVar("Content")
Migration = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class DocumentKind(Generic[Content]):
    """What a document is.

    `migrations[n]` turns the content of version n into that of version n + 1.
    """

    content: type[Content]
    version: int
    migrations: dict[int, Migration]


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
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return self._kind.content()
        try:
            stored: dict[str, Any] = msgspec.json.decode(data, type=dict[str, Any])
            version = stored.pop("version")
            if not isinstance(version, int) or isinstance(version, bool):
                raise msgspec.ValidationError("its version is no number")
        except (msgspec.MsgspecError, KeyError) as error:
            raise self._put_aside(str(error)) from error
        if version > self._kind.version:
            raise StoredNewer(path=str(self.path), theirs=version, ours=self._kind.version)
        try:
            return self._migrated(stored, version)
        except (msgspec.MsgspecError, KeyError, TypeError, ValueError) as error:
            raise self._put_aside(str(error)) from error

    def _migrated(self, stored: dict[str, Any], version: int) -> Content:
        if version == self._kind.version:
            return msgspec.convert(stored, self._kind.content)
        shutil.copy2(self.path, self.path.with_name(f"{self.path.name}.v{version}.backup"))
        for step in range(version, self._kind.version):
            stored = self._kind.migrations[step](stored)
        content = msgspec.convert(stored, self._kind.content)
        self.write(content)
        return content

    def _put_aside(self, reason: str) -> StoredDamaged:
        kept = self.path.with_name(f"{self.path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
        self._layer.rename(self.path, kept)
        return StoredDamaged(path=str(self.path), reason=reason, kept=str(kept))

    def write(self, content: Content) -> None:
        """Replace the file in one step.

        Raises:
            OSError: It cannot be written; the old file is as it was.
        """
        fields: dict[str, Any] = msgspec.to_builtins(content)
        data = msgspec.json.format(msgspec.json.encode({"version": self._kind.version, **fields}), indent=2)
        write_whole(self.path, data + b"\n", self._layer)
