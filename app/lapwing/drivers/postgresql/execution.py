"""One statement on its way through the server: sent, its rows read, and how it ended.

libpq gives rows one by one, or in chunks of a page for half the time of the processor. A chunk comes when it is full or
the last: slow rows would be kept back for long, and those of a chunk that an error cut short are never given. Which way
has to be said before libpq has read the first byte of the answer. So the socket is watched for some milliseconds: rows
come in chunks only where the server sends faster than they can be shown, and only such a result can lose rows before an
error, fewer than a page.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, RawText, Row
from lapwing.drivers.base import Reply, ResultBegan, RowsCame, StatementEnded
from lapwing.drivers.postgresql.errors import ends_session, words_of
from lapwing.drivers.postgresql.libpq import text_of
from lapwing.drivers.postgresql.rows import RowReader, cell_of
from lapwing.drivers.postgresql.types import BYTEA
from lapwing.drivers.postgresql.wire import NO_ANSWER, Parameters, Wire, WireLost
from lapwing.results.layout import ROWS_PER_PAGE

_TEXT, _BINARY = 0, 1
_ANY_TYPE: Final = 0
_NOT_TEXT: Final = "The server sent rows in a format that nobody had asked for."
_WITH_ROWS: Final = frozenset({ExecStatus.SINGLE_TUPLE, ExecStatus.TUPLES_CHUNK, ExecStatus.TUPLES_OK})
_GO_ON: Final = frozenset(
    {
        ExecStatus.SINGLE_TUPLE,
        ExecStatus.TUPLES_CHUNK,
        ExecStatus.COPY_OUT,
        ExecStatus.COPY_IN,
        ExecStatus.COPY_BOTH,
    }
)
"""Behind results of these more is to come; any other one is how a statement ended."""
_COUNTED: Final = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE", "COPY"})
_CHANGE_SCHEMAS: Final = (
    "CREATE", "ALTER", "DROP", "COMMENT", "SECURITY LABEL", "IMPORT FOREIGN SCHEMA", "ROLLBACK", "DISCARD", "DO",
    "CALL", "GRANT", "REVOKE", "REASSIGN", "SELECT INTO",
)  # fmt: skip
FROM_CLIENT: Final = (
    "COPY ... FROM STDIN takes its data from the lines that follow it in a script, up to one that holds only \\., and "
    "none came with it. Import the file instead, or use COPY ... FROM with a file on the server."
)


@dataclass(slots=True)
class Ended:
    """How a statement ended.

    Attributes:
        tag: The server's word for what it did, such as `INSERT 0 3`; empty when there was nothing to run.
        refusal: Its error, or None.
        has_result: Whether it had columns.
        wanted_data: Whether it waited for data from us.
    """

    tag: str = ""
    refusal: PGresult | None = None
    has_result: bool = False
    wanted_data: bool = False

    def reply(self) -> StatementEnded:
        """What the caller is told of a statement that ended well."""
        words = self.tag.split() or [""]
        verb, last = words[0], words[-1]
        made_table = verb == "SELECT" and not self.has_result  # CREATE TABLE AS, SELECT INTO
        is_counted = verb in _COUNTED and not (verb == "COPY" and self.has_result)
        counts = (is_counted or made_table) and last.isdigit()
        changed = made_table or self.tag.startswith(_CHANGE_SCHEMAS)
        return StatementEnded(int(last) if counts else None, schema_changed=changed)


class Execution:
    """Sends one statement and reads what it brings. The wire's thread.

    Attributes:
        ended: Known when the replies are through.
    """

    def __init__(self, wire: Wire, columns: Callable[[PGresult], tuple[Column, ...]]) -> None:
        self._wire = wire
        self._columns = columns
        self._reader: RowReader | None = None
        self._rows: list[Row] = []
        self._data: Iterable[bytes] | None = None
        self._has_ended = False
        self.ended = Ended()

    def run(self, sql: bytes, parameters: Parameters, data: Iterable[bytes] | None = None) -> Iterator[Reply]:
        """Its replies but for the last; `ended` then says how it went.

        Args:
            data: What it is given when it asks for data; None: it gets none, and fails.

        Raises:
            WireLost
            LapwingError: What `data` raises; the statement has failed then.
        """
        self._data = data
        wire = self._wire
        wire.send(sql, parameters)
        if wire.comes_in_bulk():
            wire.conn.set_chunked_rows_mode(ROWS_PER_PAGE)
        else:
            wire.conn.set_single_row_mode()
        while True:
            while wire.conn.is_busy():
                if self._rows or wire.notices:
                    yield from self._held()
                wire.turn()
            result = wire.conn.get_result()
            if result is None:
                break
            if result.status == ExecStatus.SINGLE_TUPLE and self._reader is not None:
                self._rows += self._reader.read(result)
                if len(self._rows) == ROWS_PER_PAGE:
                    yield from self._held()
            else:
                yield from self._held()
                yield from self._take(result)
        yield from self._held()
        self._check_lost()
        if not self._has_ended:  # a result without its end is not whole, and a change without its tag not known
            raise WireLost(NO_ANSWER)

    def _held(self) -> Iterator[Reply]:
        """Rows that were read one by one, and notices."""
        if self._rows:
            rows, self._rows = self._rows, []
            yield RowsCame(rows)
        yield from self._notices()

    def _notices(self) -> Iterator[Reply]:
        notices = self._wire.notices
        while notices:
            yield notices.popleft()

    def _check_lost(self) -> None:
        refusal = self.ended.refusal
        if refusal is not None and (ends_session(refusal) or self._wire.is_down):
            raise WireLost(words_of(refusal))
        self._wire.check()

    def _take(self, result: PGresult) -> Iterator[Reply]:
        status = result.status
        self._has_ended = self._has_ended or status not in _GO_ON
        if status in _WITH_ROWS:
            yield from self._take_rows(result)
        elif status == ExecStatus.COMMAND_OK:
            self.ended.tag = text_of(result.command_status)
        elif status == ExecStatus.COPY_OUT:
            yield from self._copied(result)
        elif status in {ExecStatus.COPY_IN, ExecStatus.COPY_BOTH}:
            self._give_data()
        elif status != ExecStatus.EMPTY_QUERY:
            self.ended.refusal = self.ended.refusal or result

    def _give_data(self) -> None:
        """COPY FROM STDIN: hand over what was given for it, a piece when the one before has been sent.

        libpq shows an error of the server's only behind the end of the data, which the server passes over until then.
        """
        wire, data = self._wire, self._data
        if data is None:
            self.ended.wanted_data = True
            wire.conn.put_copy_end(b"no data")
            wire.sent()
            return
        try:
            for piece in data:
                wire.put(piece)
        except WireLost:
            raise
        except BaseException:
            wire.conn.put_copy_end(b"the data ended early")
            wire.sent()
            wire.drain()
            raise
        wire.conn.put_copy_end()
        wire.sent()

    def _take_rows(self, result: PGresult) -> Iterator[Reply]:
        if self._reader is None:
            if any(result.fformat(column) != _TEXT for column in range(result.nfields)):
                raise WireLost(_NOT_TEXT)  # every result is asked for as text, so this server speaks another language
            self._reader = RowReader()
            self.ended.has_result = True
            yield ResultBegan(self._columns(result))
        if result.ntuples:
            yield RowsCame(self._reader.read(result))
        if result.status == ExecStatus.TUPLES_OK:
            self.ended.tag = text_of(result.command_status)

    def _copied(self, result: PGresult) -> Iterator[Reply]:
        """COPY TO STDOUT: each line is a row of one column."""
        is_binary = result.binary_tuples == 1
        self.ended.has_result = True
        yield ResultBegan((Column("copy", "bytea" if is_binary else "text", is_binary=is_binary),))
        rows: list[Row] = []
        while (length := self._wire.conn.get_copy_data(1))[0] != -1:
            if length[0] == 0:
                if rows:
                    yield RowsCame(rows)
                    rows = []
                yield from self._notices()
                self._wire.turn()
                continue
            data = bytes(length[1] or b"")
            rows.append((data if is_binary else cell_of(data.removesuffix(b"\n")),))
            if len(rows) == ROWS_PER_PAGE:
                yield RowsCame(rows)
                rows = []
        if rows:
            yield RowsCame(rows)


def bound(parameters: Sequence[Cell]) -> Parameters:
    """Values as they are sent: binary as bytea, everything else as text whose type the statement decides.

    Raises:
        StatementFailed: One cannot be sent.
    """
    values: list[bytes | None] = []
    for number, cell in enumerate(parameters, 1):
        value = _value(cell)
        if value is not None and not isinstance(cell, bytes) and b"\0" in value:
            raise _unsendable(f"Parameter {number} holds a NUL character, which no text of PostgreSQL can hold.")
        values.append(value)
    is_binary = [isinstance(cell, bytes) for cell in parameters]
    return (
        values,
        [BYTEA if binary else _ANY_TYPE for binary in is_binary],
        [_BINARY if binary else _TEXT for binary in is_binary],
    )


def _value(cell: Cell) -> bytes | None:
    if cell is None or isinstance(cell, bytes):
        return cell
    if isinstance(cell, RawText):
        return cell.raw
    if isinstance(cell, LongCell):
        raise _unsendable("A value that is only known by its beginning cannot be given to a statement.")
    try:
        return (repr(cell) if isinstance(cell, float) else str(cell)).encode()
    except UnicodeEncodeError as error:
        raise _unsendable("A value holds half a character, which cannot be sent.") from error


def encoded(sql: str) -> bytes:
    """A statement's text as it is sent.

    Raises:
        StatementFailed: It cannot be.
    """
    try:
        raw = sql.encode()
    except UnicodeEncodeError as error:
        raise _unsendable("The text holds half a character, which cannot be sent.", sql, error.start) from error
    if b"\0" in raw:  # libpq would send only what stands before it
        raise _unsendable("The text holds a NUL character, which PostgreSQL cannot take.", sql, sql.index("\0"))
    return raw


def _unsendable(words: str, sql: str = "", position: int | None = None) -> LapwingError:
    line = None if position is None else sql.count("\n", 0, position) + 1
    return StatementFailed(server=words, code="", position=position, line=line)
