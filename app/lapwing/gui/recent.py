"""The files opened last."""

import asyncio
import logging
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.documents import Document, DocumentKind

_KEPT: Final = 10
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecentPaths:
    """The last one first."""

    paths: tuple[str, ...] = ()


KIND: Final = DocumentKind(RecentPaths, version=1, migrations={})


class RecentFiles(QObject):
    """Remembers which files were opened. Qt's thread; written by another.

    Signals:
        changed()
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._document = Document(paths.state() / "recent.json", KIND)
        self._writing: set[asyncio.Task[None]] = set()
        try:
            self.paths = self._document.read().paths
        except LapwingError as error:
            _log.warning("%s", error)
            self.paths = ()

    def add(self, path: str | os.PathLike[str]) -> None:
        """A file was opened."""
        opened = str(Path(path).resolve())
        self._take((opened, *(old for old in self.paths if old != opened))[:_KEPT])

    def clear(self) -> None:
        """Forget all of them."""
        self._take(())

    def _take(self, paths: tuple[str, ...]) -> None:
        self.paths = paths
        task = asyncio.ensure_future(self._write(RecentPaths(self.paths)))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)
        self.changed.emit()

    async def _write(self, content: RecentPaths) -> None:
        try:
            await asyncio.to_thread(self._document.write, content)
        except OSError as error:
            _log.warning("the list of recent files cannot be written: %s", error.strerror)
