"""What was searched for and put in its place lately, in any editor; comes back after a restart."""

import asyncio
import logging
from typing import Final

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.documents import Document, DocumentKind

_KEPT: Final = 30
_LONGEST: Final = 1_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Searches:
    """The last one first."""

    searched: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


KIND: Final = DocumentKind(Searches, version=1, migrations={})


class SearchMemory:
    """Remembers searches for one process. Qt's thread; read when first needed, written by another thread."""

    def __init__(self) -> None:
        self._document = Document(paths.state() / "searches.json", KIND)
        self._content: Searches | None = None
        self._writing: set[asyncio.Task[None]] = set()

    def _read(self) -> Searches:
        if self._content is None:
            try:
                self._content = self._document.read()
            except LapwingError as error:
                _log.warning("%s", error)
                self._content = Searches()
        return self._content

    def read_again(self) -> None:
        """Another editor may have searched meanwhile."""
        if not self._writing:
            self._content = None

    @property
    def searched(self) -> tuple[str, ...]:
        return self._read().searched

    @property
    def replaced(self) -> tuple[str, ...]:
        return self._read().replaced

    def add(self, searched: str, replaced: str) -> None:
        """This was searched for, and that put in its place; empty: nothing was."""
        old = self._read()
        new = Searches(_first(searched, old.searched), _first(replaced, old.replaced))
        if new == old:
            return
        self._content = new
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a window that is being closed: no other thread will come to it
            self._write_now(new)
            return
        task = loop.create_task(asyncio.to_thread(self._write_now, new))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    def _write_now(self, content: Searches) -> None:
        try:
            self._document.write(content)
        except OSError as error:
            _log.warning("the list of searches cannot be written: %s", error.strerror)


def _first(text: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """The text before the others, of which no more are kept than is useful."""
    if not text or len(text) > _LONGEST or any("\ud800" <= char <= "\udfff" for char in text):
        return others
    return (text, *(other for other in others if other != text))[:_KEPT]
