"""Rows of a file on their way into a table: one transaction, by the server's own way for many rows where it has one.
Session's thread."""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from typing import Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import LapwingError, StatementCancelled, StatementFailed
from lapwing.domain.file_import_errors import ImportRowRefused, ImportValueChanged
from lapwing.domain.server_words import as_sentence
from lapwing.domain.values import Cell
from lapwing.drivers.base import Noticed, Reply, Session, StatementEnded
from lapwing.drivers.table_access import BulkInsert, TableAccess
from lapwing.engine.running.gate import See
from lapwing.engine.running.recording import Recording
from lapwing.engine.transfer.import_columns import Value

_MOST_ROWS: Final = 500
_MOST_CHARACTERS: Final = 500_000
_DATA_BYTES: Final = 256 << 10
_NOT_SUPPORTED: Final = "0A000"


class Sending:
    """Statements of an import: seen by who may refuse them, and entered into the history before they are sent."""

    def __init__(self, session: Session, recording: Recording, see: See | None, cancelled: Callable[[], bool]) -> None:
        self.session = session
        self.recording = recording
        self._see = see
        self.cancelled = cancelled

    @property
    def state(self) -> TransactionState:
        return TransactionState.IDLE if self.session.is_lost else self.session.transaction()

    def send(self, sql: str, work: Callable[[], int | None]) -> None:
        """Do `work`, which sends this statement, and gives how many rows it concerned."""
        self.recording.sends_text(sql)
        try:
            if self._see is not None:
                self._see(sql, self.recording.query_id)
            affected = work()
        except LapwingError as error:
            self.recording.ended(self.state, error)
            raise
        self.recording.ended(self.state, rows_affected=affected)

    def define(self, sql: str) -> None:
        """Send a statement that gives nothing."""
        self.send(sql, lambda: _drained(self.session.execute(sql)))


class RowInserting:
    """Inserts rows into one table, within a transaction that is open."""

    def __init__(
        self,
        sending: Sending,
        access: TableAccess,
        columns: Sequence[str],
        advance: Callable[[int], None],
        *,
        has_savepoints: bool,
    ) -> None:
        """
        Args:
            columns: Those that rows have values for, in their order.
            advance: Is told how many rows were handed over so far.
            has_savepoints: Whether a part of the transaction can be undone; otherwise nobody knows which row it was.
        """
        self._has_savepoints = has_savepoints
        self._sending = sending
        self._session = sending.session
        self._access = access
        self._columns = columns
        self._advance = advance
        self._count = 0
        self._has_taken = False

    def insert(self, rows: Iterable[list[Value]]) -> int:
        """All of them; how many there were.

        Raises:
            ImportRowRefused, ImportValueChanged: Because of one row.
            LapwingError: What statements raise, and `rows`.
        """
        bulk = self._access.bulk_insert(self._columns)
        if bulk is not None and self._in_bulk(bulk, rows):
            return self._count
        self._sending.send(self._statement(), lambda: self._in_batches(rows))
        return self._count

    # by data of one statement

    def _in_bulk(self, bulk: BulkInsert, rows: Iterable[list[Value]]) -> bool:
        """False: this table does not take them so (row security), and nothing was sent."""
        mark = self._mark()
        try:
            self._sending.send(bulk.sql, lambda: self._copied(bulk, rows))
        except StatementFailed as error:
            if error.facts.get("code") == _NOT_SUPPORTED and not self._has_taken:
                self._back_to(mark)
                return False
            row = self._access.row_refused(error)
            if row is not None:
                raise ImportRowRefused(row=row, reason=_words(error)) from error
            raise
        self._release(mark)
        return True

    def _copied(self, bulk: BulkInsert, rows: Iterable[list[Value]]) -> int:
        _drained(self._session.execute_with_data(bulk.sql, self._data(bulk, rows)))
        return self._count

    def _data(self, bulk: BulkInsert, rows: Iterable[list[Value]]) -> Iterator[bytes]:
        piece = bytearray()
        for row in rows:
            self._has_taken = True
            piece += bulk.line(row)
            self._count += 1
            if self._count % _MOST_ROWS == 0:
                self._goes_on()
            if len(piece) >= _DATA_BYTES:
                yield bytes(piece)
                piece.clear()
        yield bytes(piece)

    def _goes_on(self) -> None:
        self._advance(self._count)
        if self._sending.cancelled():
            raise StatementCancelled

    # by statements

    def _in_batches(self, rows: Iterable[list[Value]]) -> int:
        batch: list[str] = []
        size = 0
        for row in rows:
            batch.append(self._written(row))
            size += len(batch[-1])
            if len(batch) == _MOST_ROWS or size >= _MOST_CHARACTERS:
                self._send_batch(batch)
                batch, size = [], 0
        if batch:
            self._send_batch(batch)
        return self._count

    def _written(self, row: list[Value]) -> str:
        cells: list[Cell] = list(row)
        return f"({', '.join(self._access.assigned(name, c) for name, c in zip(self._columns, cells, strict=True))})"

    def _statement(self, values: str = "") -> str:
        """An INSERT of rows; without any, as it stands for all of them in the history."""
        names = ", ".join(map(self._access.quoted, self._columns))
        values = values or f"({', '.join('?' for _ in self._columns)})"
        return f"INSERT INTO {self._access.full_name} ({names})\nVALUES {values}"

    def _send_batch(self, batch: list[str]) -> None:
        mark = self._mark()
        try:
            self._send(batch, self._count)
        except StatementFailed:
            if self._session.is_lost or not self._has_savepoints:
                raise
            self._back_to(mark)
            self._send_one_by_one(batch)
        else:
            self._release(mark)
        self._count += len(batch)
        self._goes_on()

    def _send_one_by_one(self, batch: list[str]) -> None:
        """Find the row that is refused."""
        for number, row in enumerate(batch, self._count):
            try:
                self._send([row], number)
            except StatementFailed as error:
                raise ImportRowRefused(row=number + 1, reason=_words(error)) from error

    def _send(self, batch: list[str], before: int) -> None:
        if self._sending.cancelled():
            raise StatementCancelled
        with closing(self._session.execute(self._statement(",\n".join(batch)))) as replies:  # type: ignore[type-var]
            for reply in replies:
                row = self._access.row_changed(reply.text) if isinstance(reply, Noticed) else None
                if row is not None and isinstance(reply, Noticed):
                    raise ImportValueChanged(row=before + row, reason=reply.text)

    # a part that can be undone

    def _mark(self) -> str:
        name = f"lapwing_{uuid.uuid4().hex[:12]}"
        if self._has_savepoints:
            self._session.savepoint(name)
        return name

    def _release(self, mark: str) -> None:
        if self._has_savepoints:
            self._session.release_savepoint(mark)

    def _back_to(self, mark: str) -> None:
        self._session.roll_back_to_savepoint(mark)
        self._session.release_savepoint(mark)


def _drained(replies: Iterator[Reply]) -> int | None:
    counted = None
    for reply in replies:
        if isinstance(reply, StatementEnded):
            counted = reply.rows_affected
    return counted


def _words(error: StatementFailed) -> str:
    """The server's, with what it says more."""
    detail = str(error.facts.get("detail") or "")
    return as_sentence(f"{error}" if not detail else f"{as_sentence(str(error))} {detail}")
