"""What all statements of a session have in common: one at a time, cancelled from elsewhere, or lost."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final

import psycopg
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import ConnectionLost, LapwingError, OpeningFailed, ResultClosed, ServerMisbehaved
from lapwing.domain.secrets import Secret, redact
from lapwing.drivers.base import Noticed
from lapwing.drivers.cancelling import Canceller
from lapwing.drivers.postgresql.cancels import CancelRequest
from lapwing.drivers.postgresql.errors import ends_session, refused, sqlstate_of, words_of
from lapwing.drivers.postgresql.libpq import text_of
from lapwing.drivers.postgresql.losing import UnderWay, lost
from lapwing.drivers.postgresql.rows import text_rows
from lapwing.drivers.postgresql.wire import Wire, WireLost
from lapwing.drivers.sockets import has_news, is_ready

_BELIEVED_S: Final = 30.0
"""A session that answered so lately is not asked whether it is alive."""
_ALIVE_S: Final = 3.0
_NO_MEMORY: Final = "out of memory"
"""libpq's own words too, when a result does not fit."""
_CLOSED: Final = "The session was closed."


class Dialogue:
    """Leads one statement after the other through a wire. One thread, but for `canceller.request`.

    Attributes:
        way: What is under way, for whoever has to tell what was lost.
        is_lost: Whether the connection is gone.
    """

    def __init__(self, wire: Wire, connection: str, secrets: Iterable[Secret]) -> None:
        self.wire = wire
        self.is_lost = False
        """Read by other threads too."""
        self.way = UnderWay()
        self.counts_bytes = wire.conn.parameter_status(b"server_encoding") == b"SQL_ASCII"
        self._connection = connection
        self._secrets = tuple(secrets)
        self._cancels = CancelRequest(wire.conn, wire.gate)
        self.canceller = Canceller(self._cancels.send, self._cancels.shut_session, lambda: wire.waiting_since)
        self.tidy: Callable[[], None] = lambda: None
        """What is to be done when a statement was ended early."""
        self._turn = 0
        self._open: bool | None = None
        """Whether the rows of the statement that is under way are those of a change; None when none is."""
        self._used = time.monotonic()

    # one statement at a time

    def start(self, *, is_change: bool = False) -> int:
        """A statement begins; one that is still open is ended. Its number.

        Raises:
            ConnectionLost
        """
        if self.is_lost:
            raise self.lost_before(_CLOSED)
        self.end_early()
        self.way = UnderWay(state=self.wire.state)
        if has_news(self.wire.conn.socket):
            self._take_news()
        self.canceller.begins()
        self._open = is_change
        self._turn += 1
        return self._turn

    def check_turn(self, turn: int) -> None:
        """See that the statement of this number is still open.

        Raises:
            ResultClosed: Another one was begun since.
        """
        if turn != self._turn:
            raise ResultClosed

    def finish(self, turn: int) -> None:
        """The statement of this number is over; waits for a cancel that is under way."""
        if turn == self._turn and self._open is not None:
            self._open = None
            self.canceller.ends()
            self._used = time.monotonic()

    def end_early(self, turn: int | None = None) -> None:
        """End the statement that is under way, if there is one (of that number): by cancelling, unless that would undo
        what it changed, or what the transaction around it did.
        """
        if self._open is None or turn not in {None, self._turn}:
            return
        try:
            if self.wire.is_active:
                if not self._open and self.way.state is TransactionState.IDLE:
                    self.canceller.request()
                self.wire.drain()
            self.tidy()
        except WireLost as gone:
            self.lose(gone)
        self._turn += 1
        self._open = None
        self.wire.notices.clear()
        self.canceller.ends()

    @contextmanager
    def statement(self) -> Iterator[None]:
        """A short statement of ours, from its sending to its last answer.

        Raises:
            ConnectionLost
        """
        turn = self.start()
        self.way.sent = True
        try:
            yield
        except WireLost as gone:
            raise self.lose(gone) from gone
        finally:
            self.finish(turn)

    # asking

    def command(self, sql: str) -> PGresult:
        """Run a statement of ours that is under way.

        Raises:
            WireLost
            LapwingError: The server refused it.
        """
        result = self.wire.ask(sql)
        self.see(result, sql)
        return result

    def see(self, result: PGresult, sql: str) -> None:
        """Raise what a result says, if it is an error."""
        if result.status in {ExecStatus.FATAL_ERROR, ExecStatus.BAD_RESPONSE}:
            if ends_session(result):
                raise WireLost(words_of(result))
            raise self.refused(result, sql)

    def refused(self, result: PGresult, sql: str) -> LapwingError:
        """The error of a statement. One without a SQLSTATE is libpq's own: the server does not keep to the protocol."""
        if not sqlstate_of(result) and _NO_MEMORY not in words_of(result):
            self.is_lost = True
            self.hang_up()
            return ServerMisbehaved(connection=self._connection, reason=f"{words_of(result).rstrip('.')}.")
        asked = self.canceller.is_requested
        return refused(result, sql, cancel_asked=asked, counts_bytes=self.counts_bytes)

    def rows(self, sql: str, parameters: Sequence[str | None] = ()) -> list[tuple[str | None, ...]]:
        """The rows of a query of ours, as text.

        Raises:
            WireLost
            LapwingError: The server refused it.
        """
        result = self.wire.ask(sql, parameters)
        self.see(result, sql)
        return text_rows(result)

    # losing

    def lose(self, gone: WireLost) -> ConnectionLost:
        """The connection is gone: close our end of it. What is to be said."""
        self.is_lost = True
        words = self.canceller.gave_up or redact(str(gone), self._secrets) or _CLOSED
        self.hang_up()
        return lost(self._connection, words, self.way)

    def lost_before(self, words: str) -> ConnectionLost:
        """For a statement that comes when the connection is gone already."""
        return lost(self._connection, words, UnderWay())

    def hang_up(self) -> None:
        """Close the connection; the server rolls back."""
        self._cancels.forget_session()
        self.wire.close()

    def _take_news(self) -> None:
        """Read what came while nothing was under way: notifications, or the end.

        Raises:
            ConnectionLost
        """
        wire = self.wire
        try:
            while has_news(wire.conn.socket):
                wire.conn.consume_input()
                wire.conn.is_busy()
                wire.check()
        except (psycopg.OperationalError, WireLost) as error:
            said = " ".join(notice.text for notice in wire.notices if notice.severity == "fatal")
            raise self.lose(WireLost(said or wire.last_words() or str(error))) from error

    def is_alive(self) -> bool:
        """Whether the server answers; asked only after a while of silence."""
        if self.is_lost:
            return False
        self.way = UnderWay(state=self.wire.state)
        try:
            if has_news(self.wire.conn.socket):
                self._take_news()
            if time.monotonic() - self._used > _BELIEVED_S:
                self._ask_for_life()
        except ConnectionLost:
            return False
        return True

    def _ask_for_life(self) -> None:
        until = time.monotonic() + _ALIVE_S
        usual = self.wire.wait

        def wait(fd: int, to_write: bool) -> None:
            if not is_ready(fd, to_write=to_write, within_s=max(0.0, until - time.monotonic())):
                raise WireLost("the server does not answer any more.")

        self.wire.wait = wait
        try:
            self.wire.ask("")
        except WireLost as gone:
            raise self.lose(gone) from gone
        finally:
            self.wire.wait = usual
        self._used = time.monotonic()

    def notifications(self) -> Iterator[Noticed]:
        """What was sent to channels that this session listens to."""
        while (told := self.wire.conn.notifies()) is not None:
            payload = text_of(told.extra)
            more = f": {payload}" if payload else ""
            yield Noticed(f"Notification on {text_of(told.relname)} from process {told.be_pid}{more}", "notification")

    def close(self, within_s: float) -> None:
        """Hang up; a statement that is under way is cancelled before, for as long as that takes."""
        if not self.is_lost:
            self.is_lost = True
            if self._open is not None:
                self._cancel_within(within_s)
            self.hang_up()

    def _cancel_within(self, limit_s: float) -> None:
        with suppress(
            OSError, OpeningFailed, psycopg.Error
        ):  # the server finds out by itself when it next sends something
            self._cancels.send(limit_s)

    @property
    def state(self) -> TransactionState:
        """Of the transaction, as the server said last."""
        return TransactionState.IDLE if self.is_lost else self.wire.state
