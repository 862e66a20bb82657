"""Which connections were used last, for the lists that a person opens one from."""

import asyncio
import logging
from collections.abc import Iterable
from typing import Final

from lapwing import paths
from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.settings.documents import Document, DocumentKind

_KEPT: Final = 100
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class UsedLast:
    """Their ids, the last one first."""

    connections: tuple[str, ...] = ()


KIND: Final = DocumentKind(UsedLast, version=1, migrations={})


class UsedConnections:
    """Remembers on which connections sessions were opened. Qt's thread; written by another."""

    def __init__(self) -> None:
        self._document = Document(paths.state() / "used-connections.json", KIND)
        self._writing: set[asyncio.Task[None]] = set()
        try:
            self._ids = self._document.read().connections
        except LapwingError as error:
            _log.warning("%s", error)
            self._ids = ()

    def note(self, connection_id: str) -> None:
        """A session was opened on it."""
        if not connection_id or self._ids[:1] == (connection_id,):
            return
        self._ids = (connection_id, *(known for known in self._ids if known != connection_id))[:_KEPT]
        task = asyncio.ensure_future(self._write(UsedLast(self._ids)))
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)

    def knows(self, connection_id: str) -> bool:
        """Whether it was ever used."""
        return connection_id in self._ids

    def first(self, connections: Iterable[Connection]) -> list[Connection]:
        """These, those that were used last before the others, which stay in their order."""
        places = {known: place for place, known in enumerate(self._ids)}
        return sorted(connections, key=lambda connection: places.get(connection.id, len(places)))

    async def _write(self, content: UsedLast) -> None:
        try:
            await asyncio.to_thread(self._document.write, content)
        except OSError as error:
            _log.warning("which connections were used last cannot be written: %s", error.strerror)
