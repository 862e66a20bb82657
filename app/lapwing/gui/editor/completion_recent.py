"""What a person chose of late from completion: those names come first the next time."""

import asyncio
import logging
from functools import cache
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.documents import Document, DocumentKind

_KEPT: Final = 200
_LONGEST: Final = 200
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecentChoices:
    """Labels of what was chosen, the newest first. Names and keywords only, nothing of rows."""

    labels: tuple[str, ...] = ()


KIND: Final = DocumentKind(RecentChoices, version=1, migrations={})


class ChoiceMemory:
    """Remembers choices in one file. Qt's thread; written by another, one write at a time."""

    def __init__(self, path: Path) -> None:
        self._document = Document(path, KIND)
        self._writing: asyncio.Task[None] | None = None
        self._is_written = True
        try:
            self.labels = self._document.read().labels[:_KEPT]
        except LapwingError as error:
            _log.warning("%s", error)
            self.labels = ()

    def add(self, label: str) -> None:
        """It was chosen."""
        if len(label) > _LONGEST:
            return
        self.labels = (label, *(old for old in self.labels if old != label))[:_KEPT]
        self._is_written = False
        if self._writing is None:
            self._writing = asyncio.ensure_future(self._write())

    async def _write(self) -> None:
        try:
            while not self._is_written:
                self._is_written = True
                await asyncio.to_thread(self._document.write, RecentChoices(self.labels))
        except OSError as error:
            _log.warning("what was chosen from completion cannot be kept: %s", error.strerror)
        finally:
            self._writing = None


@cache
def _memory(path: Path) -> ChoiceMemory:
    return ChoiceMemory(path)


def choice_memory() -> ChoiceMemory:
    """The one of this profile."""
    return _memory(paths.state() / "completion.json")
