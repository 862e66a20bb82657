"""Statements of plugins: in the history and told as those of persons, and judged by the other plugins.

A plugin's statements run on sessions of its own, each of them for itself: what one leaves open is rolled back.
"""

import logging
from collections.abc import Sequence
from typing import ClassVar, Final

from lapwing.domain.connections import TransactionMode, TransactionState
from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event
from lapwing.domain.history import HistoryFace
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.drivers.base import PagesCame, ResultBegan, ResultBeganAgain, RowsCame, Session, StatementEnded
from lapwing.drivers.opening import Opening
from lapwing.engine.connections.opener import Opener
from lapwing.engine.connections.reviving import LivingSession
from lapwing.engine.connections.session_thread import SessionThread
from lapwing.engine.connections.sessions import OpenedSession, facts_of
from lapwing.engine.connections.ways import Way
from lapwing.engine.plugins.texts import text_of
from lapwing.engine.running.gate import See
from lapwing.engine.running.recording import Recording, Records
from lapwing.plugins.api import Rows
from lapwing.results.codecs import CELLS, rows_of

MOST_ROWS: Final = 100_000
_MOST_BYTES: Final = 4 << 20
_log: Final = logging.getLogger(__name__)


class _Nobody:
    """Whom a plugin's session belongs to (`engine.operations.Caller`)."""

    is_full: ClassVar[bool] = False

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """What happens to the session is the plugin's, which learns it from its next statement."""


class _PluginSession(LivingSession):
    """When it dies, the next statement has another one: nothing was open."""

    def keep_alive(self) -> None:
        if self.session is None or self.session.is_lost or not self.session.is_alive():
            self.reopen()


async def opened(opener: Opener, way: Way, plugin_id: str) -> OpenedSession:
    """A new session of a plugin; it is known to nobody else. Event loop's thread.

    Raises:
        LapwingError: It cannot be opened.
    """
    session_id = f"plugin {plugin_id}"
    living = _PluginSession(opener, way, Opening(way.shown), TransactionMode.AUTO, lambda _note: None)
    thread = SessionThread("plugin", living)
    session = await thread.start()
    facts = facts_of(session_id, way.connection.id, way, session, living)
    return OpenedSession(session_id, _Nobody(), thread, living, way.driver, facts)


class PluginStatement:
    """One statement on its way. It is made in the event loop's thread, and run in the session's.

    Attributes:
        changed_schema: Whether it changed what the catalogue shows.

    Args:
        see: Asks other plugins whether it may be sent; None: none wants to be asked.
    """

    def __init__(self, records: Records, session: OpenedSession, plugin_id: str, sql: str, see: See | None) -> None:
        self._recording: Recording = records.recording(session, HistoryFace.PLUGIN, plugin_id=plugin_id)
        self._recording.tell = lambda text: _log.warning("%s", text)
        self._sql = sql
        self._see = see
        self.changed_schema = False

    def run(self, session: Session, most: int) -> Rows:
        """Send it, and read the rows of its first result.

        Raises:
            StatementVetoed, StatementUnjudged: Another plugin refuses it. Nothing was sent.
            LapwingError: The server refused it.
        """
        recording = self._recording
        recording.begin(_state(session))
        try:
            recording.sends_text(self._sql)
            try:
                if self._see is not None:
                    self._see(self._sql, recording.query_id)
                rows, end = read(session, self._sql, most)
            except LapwingError as error:
                recording.ended(_state(session), error)
                raise
            self.changed_schema = end.schema_changed
            recording.ended(_state(session), None, len(rows.rows) if rows.columns else None, end.rows_affected)
            return rows
        finally:
            recording.close()
            if _state(session) is not TransactionState.IDLE:
                session.rollback()


def _state(session: Session) -> TransactionState:
    return TransactionState.IDLE if session.is_lost else session.transaction()


def read(session: Session, sql: str, most: int) -> tuple[Rows, StatementEnded]:
    """The first result of a statement, and how it ended as far as it was read. Session's thread.

    Raises:
        LapwingError: The server refused it.
    """
    names: tuple[str, ...] | None = None
    types: tuple[str, ...] = ()
    rows: list[tuple[str | None, ...]] = []
    columns: Sequence[Column] = ()
    size, codec = 0, CELLS
    end = StatementEnded()
    is_complete = True
    replies = session.execute(sql)
    try:
        for reply in replies:
            came: Sequence[Row] = ()
            if isinstance(reply, ResultBegan):
                if names is not None:
                    break
                columns, codec = reply.columns, reply.codec
                names = tuple(column.name for column in columns)
                types = tuple(column.type_name for column in columns)
            elif isinstance(reply, StatementEnded):
                end = reply
            elif isinstance(reply, ResultBeganAgain):
                rows, size = [], 0
            elif isinstance(reply, RowsCame):
                came = reply.rows
            elif isinstance(reply, PagesCame):
                came = rows_of(reply.pages, codec, columns)
            for row in came:
                texts = tuple(map(text_of, row))
                size += sum(len(text or "") + 8 for text in texts)
                if len(rows) >= most or size > _MOST_BYTES:
                    is_complete = False
                    break
                rows.append(texts)
            if not is_complete:
                break
    finally:
        close = getattr(replies, "close", None)
        if close is not None:
            close()
    return Rows(names or (), types, tuple(rows), is_complete), end
