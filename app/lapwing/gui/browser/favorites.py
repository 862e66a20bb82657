"""The objects that a person marked as favourites, kept for the profile."""

import asyncio
import logging
from typing import Final

from PySide6.QtCore import QObject, Signal

from lapwing import paths
from lapwing.domain.errors import LapwingError, StoredDamaged
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.i18n import error_text
from lapwing.settings.documents import Document, DocumentKind

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FavoriteObjects:
    """In the order in which they were marked."""

    objects: tuple[ObjectRef, ...] = ()


KIND: Final = DocumentKind(FavoriteObjects, version=1, migrations={})


class Favorites(QObject):
    """What is marked. One for all windows (`of`). Qt's thread; written by another.

    Signals:
        changed()
        trouble(str): a sentence about why they are not kept.
    """

    changed = Signal()
    trouble = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = Document(paths.state() / "favorites.json", KIND)
        self._writing: asyncio.Task[None] | None = None
        self._write_again = False
        self._refusal = ""
        """Why the file is left as it is; empty: it is written."""
        self.objects: tuple[ObjectRef, ...] = ()
        try:
            self.objects = self._document.read().objects
        except StoredDamaged as error:  # kept under another name
            _log.warning("%s", error)
        except LapwingError as error:
            self._refusal = error_text(error)

    @classmethod
    def of(cls, owner: QObject) -> "Favorites":
        """Those that belong to an object that all windows share; made when first asked for."""
        found = owner.findChild(cls)
        return found if isinstance(found, cls) else cls(owner)

    def holds(self, wanted: ObjectRef | None) -> bool:
        """Whether an object is marked."""
        return wanted in self.objects

    def toggle(self, wanted: ObjectRef) -> None:
        """Mark an object, or take its mark away."""
        if wanted in self.objects:
            self.objects = tuple(kept for kept in self.objects if kept != wanted)
        else:
            self.objects = (*self.objects, wanted)
        self._keep()

    def forget_connection(self, connection_id: str) -> None:
        """A connection was removed: its objects can no longer be reached."""
        left = tuple(kept for kept in self.objects if kept.connection_id != connection_id)
        if left != self.objects:
            self.objects = left
            self._keep()

    def _keep(self) -> None:
        self.changed.emit()
        if self._writing is not None and not self._writing.done():
            self._write_again = True
        elif self._refusal:
            self.trouble.emit(self._refusal)
        else:
            self._writing = asyncio.ensure_future(self._write())

    async def _write(self) -> None:
        try:
            await asyncio.to_thread(self._document.write, FavoriteObjects(self.objects))
            while self._write_again:
                self._write_again = False
                await asyncio.to_thread(self._document.write, FavoriteObjects(self.objects))
        except OSError as error:
            sentence = self.tr("The favourites cannot be kept: {reason}")
            self.trouble.emit(sentence.format(reason=error.strerror or error))
