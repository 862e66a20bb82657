"""The conversation with the server: sends and waits without ever blocking inside libpq, which would keep the
interpreter's lock and with it every other thread.

PostgreSQL's manual, 34.4 (asynchronous commands) and 34.5 (pipeline mode).
"""

import array
import fcntl
import select
import termios
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import psycopg
from psycopg.pq import ConnStatus, DiagnosticField, ExecStatus, PipelineStatus, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult

from lapwing.domain.connections import TransactionState
from lapwing.drivers.base import Noticed
from lapwing.drivers.postgresql.gate import Gate
from lapwing.drivers.postgresql.libpq import text_of

_NOTICES_KEPT: Final = 10_000
"""Of those that nobody takes, because they come with statements of ours."""
_STATES: Final = {
    TransactionStatus.IDLE: TransactionState.IDLE,
    TransactionStatus.ACTIVE: TransactionState.OPEN,
    TransactionStatus.INTRANS: TransactionState.OPEN,
    TransactionStatus.INERROR: TransactionState.FAILED,
    TransactionStatus.UNKNOWN: TransactionState.IDLE,
}
_BULK: Final = 48 * 1024
"""Bytes that wait to be read; PostgreSQL sends when it has eight thousand."""
_SEGMENT: Final = 1_200
"""Less than what one packet of a network carries: where no more has come, there is no more yet."""
_WATCHED_S: Final = 0.005
_LOOK_S: Final = 0.001
Parameters = tuple[Sequence[bytes | None], Sequence[int], Sequence[int]]
"""Values, their type oids (0: as the statement has it), and their formats (0: text, 1: binary)."""


NO_ANSWER: Final = "The server went on to the next statement without saying how this one ended."


class WireLost(Exception):
    """The connection is gone; the words of the server, or libpq's."""


class Wire:
    """One connection, logged in. One thread.

    Attributes:
        conn: libpq's.
        gate: What the connection went through, if anything; closed with it.
        notices: What the server said beside its answers, in order; whoever runs a statement takes them.
    """

    def __init__(
        self, conn: PGconn, wait: Callable[[int, bool], object] | None = None, gate: Gate | None = None
    ) -> None:
        """Wait by `wait`, which is given the descriptor and whether it may be written; None: by `poll`, for ever."""
        self.conn = conn
        self.gate = gate
        self.notices: deque[Noticed] = deque(maxlen=_NOTICES_KEPT)
        self.wait = wait or self.poll
        self._waiting_since: float | None = None
        self._drains = False
        self._poller: select.poll | None = None
        self._unsent = False
        conn.nonblocking = 1
        conn.notice_handler = self._notice

    def _notice(self, result: PGresult) -> None:
        self.notices.append(notice_of(result))

    def close(self) -> None:
        """Close the connection; the server rolls back."""
        self.conn.finish()
        if self.gate is not None:
            self.gate.close()

    @property
    def state(self) -> TransactionState:
        """As the server said last."""
        return _STATES[TransactionStatus(self.conn.transaction_status)]

    @property
    def is_active(self) -> bool:
        """Whether answers of the server are still to come."""
        return self.conn.transaction_status == TransactionStatus.ACTIVE

    @property
    def waiting_since(self) -> float | None:
        """When it began to wait for the server (monotonic); None while it does not. Any thread."""
        return self._waiting_since or (time.monotonic() if self._drains else None)

    @property
    def is_down(self) -> bool:
        return self.conn.status == ConnStatus.BAD

    # waiting

    def poll(self, fd: int, to_write: bool) -> None:
        """Wait for as long as it takes. Who closes the connection for reading wakes it."""
        if self._poller is None:
            self._poller = select.poll()
            self._poller.register(fd, select.POLLIN)
        if to_write:
            self._poller.modify(fd, select.POLLIN | select.POLLOUT)
        self._waiting_since = time.monotonic()
        self._poller.poll()
        self._waiting_since = None
        if to_write:
            self._poller.modify(fd, select.POLLIN)

    @contextmanager
    def _told_when_lost(self) -> Iterator[None]:
        try:
            yield
        except psycopg.OperationalError as error:
            raise WireLost(self.last_words() or text_of(str(error).encode())) from error

    def last_words(self) -> str:
        """libpq's message about the connection, on one line."""
        return " ".join(text_of(self.conn.error_message).split())

    def turn(self) -> None:
        """Wait until the server has said more, or has taken more of what is to be sent.

        Raises:
            WireLost
        """
        with self._told_when_lost():
            if self._unsent:
                self._unsent = bool(self.conn.flush())
                if not self._unsent:
                    return  # libpq may have read while it could not send, and nothing more be to come
            self.wait(self.conn.socket, self._unsent)
            self.conn.consume_input()

    def comes_in_bulk(self) -> bool:
        """Wait for the first bytes of an answer, and some milliseconds more; whether many came. Nothing is read.

        Of a statement so long that it cannot be sent at once nothing is known: libpq may have read the whole answer
        while it was sending.

        Raises:
            WireLost
        """
        is_long = self._unsent
        while self._unsent:
            self.turn()
        if is_long:
            return False
        with self._told_when_lost():
            fd = self.conn.socket
        self.wait(fd, False)
        size, seen = -1, _waiting_bytes(fd)
        until = time.monotonic() + _WATCHED_S
        while _SEGMENT <= seen < _BULK and seen > size and time.monotonic() < until:
            size = seen
            time.sleep(_LOOK_S)
            seen = _waiting_bytes(fd)
        return seen >= _BULK

    def sent(self) -> None:
        """Something was handed to libpq to be sent: send what goes without waiting; `turn` sends the rest."""
        with self._told_when_lost():
            self._unsent = bool(self.conn.flush())

    def put(self, data: bytes) -> None:
        """Send a piece of the data that a COPY asked for; returns when the system has taken it.

        Raises:
            WireLost
        """
        with self._told_when_lost():
            while not self.conn.put_copy_data(data):
                self._unsent = True
                self.turn()
        self.sent()
        while self._unsent:
            self.turn()

    def next_result(self) -> PGresult | None:
        """The next result, None behind the last one of a statement. Waits.

        Raises:
            WireLost: There is no answer any more. What the server said before is read first.
        """
        while self.conn.is_busy():
            self.turn()
        return self.conn.get_result()

    def drain(self) -> PGresult | None:
        """Read a statement to its end; its last result.

        Raises:
            WireLost
        """
        last = None
        self._drains = True
        try:
            while (result := self.next_result()) is not None:
                if result.status in {ExecStatus.COPY_IN, ExecStatus.COPY_BOTH}:
                    self.conn.put_copy_end(b"ended")
                    self.sent()
                elif result.status == ExecStatus.COPY_OUT:
                    self._drain_copy()
                last = result
        finally:
            self._drains = False
        self.check()
        return last

    def _drain_copy(self) -> None:
        while (size := self.conn.get_copy_data(1)[0]) != -1:
            if size == 0:
                self.turn()

    def check(self) -> None:
        """See that the connection still stands.

        Raises:
            WireLost
        """
        if self.is_down:
            raise WireLost(self.last_words())

    # asking

    def send(self, sql: bytes, parameters: Parameters | None = None) -> None:
        """Send one statement through the extended protocol, which takes no second one.

        Raises:
            WireLost
        """
        values, types, formats = parameters or ((), (), ())
        with self._told_when_lost():
            self.conn.send_query_params(sql, values, types, formats)
        self.sent()

    def ask(self, sql: str, parameters: Sequence[str | None] = ()) -> PGresult:
        """The last result of a statement of ours, which may be an error.

        Raises:
            WireLost
        """
        values = [None if value is None else value.encode("utf-8", "surrogateescape") for value in parameters]
        self.send(sql.encode("utf-8", "surrogateescape"), (values, [0] * len(values), [0] * len(values)))
        last = self.drain()
        if last is None:
            raise WireLost(NO_ANSWER)
        return last

    def pipeline(self, before: Sequence[str], described: bytes | None = None) -> list[PGresult]:
        """Several statements of ours in one message, and perhaps one of a person's that is only described.

        The results, one for each; behind one that failed stand results of the status PIPELINE_ABORTED.

        Raises:
            WireLost
        """
        conn = self.conn
        count = len(before)
        with self._told_when_lost():
            conn.enter_pipeline_mode()
            for sql in before:
                conn.send_query_params(sql.encode(), ())
            if described is not None:
                conn.send_prepare(b"", described)
                conn.send_describe_prepared(b"")
                count += 2
            conn.pipeline_sync()
        self.sent()
        results = [self._piped() for _ in range(count)]
        self.next_result()  # of the synchronisation
        self.check()
        if conn.pipeline_status != PipelineStatus.OFF:
            with self._told_when_lost():
                conn.exit_pipeline_mode()
        return results

    def _piped(self) -> PGresult:
        """The last result of one statement of a pipeline."""
        last = None
        while (result := self.next_result()) is not None:
            last = result
        self.check()
        if last is None:
            raise WireLost(NO_ANSWER)
        return last


def _waiting_bytes(fd: int) -> int:
    """How many bytes came that nobody has read (FIONREAD, man 7 tcp)."""
    answer = array.array("i", [0])
    fcntl.ioctl(fd, termios.FIONREAD, answer)
    return answer[0]


def notice_of(result: PGresult) -> Noticed:
    """A notice of the server with what belongs to it."""
    severity = text_of(result.error_field(DiagnosticField.SEVERITY_NONLOCALIZED)).lower() or "notice"
    text = text_of(result.error_field(DiagnosticField.MESSAGE_PRIMARY)) or text_of(result.error_message).strip()
    for title, part in (("DETAIL", DiagnosticField.MESSAGE_DETAIL), ("HINT", DiagnosticField.MESSAGE_HINT)):
        more = text_of(result.error_field(part))
        text += f"\n{title}: {more}" if more else ""
    return Noticed(text, severity)
