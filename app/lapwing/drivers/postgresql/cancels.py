"""The cancel request: a second connection, encrypted where the first one is (PostgreSQL's manual, 34.7)."""

import select
import threading
import time

import psycopg
from psycopg.pq import PollingStatus
from psycopg.pq.abc import PGconn

from lapwing.drivers.opening import Opening
from lapwing.drivers.postgresql.gate import Gate
from lapwing.drivers.sockets import shut


class CancelRequest:
    """Cancels what one session runs. Everything here may be called by any thread.

    It knows by itself where to and with which key, so that it never touches the session's own connection.
    """

    def __init__(self, conn: PGconn, gate: Gate | None = None) -> None:
        """Cancel on the way that the connection went, through its `gate` if it went through one."""
        self._request = conn.cancel_conn()
        self._gate = gate
        self._fd: int | None = conn.socket
        self._changes = threading.Lock()
        self._sends = threading.Lock()

    def send(self, limit_s: float) -> None:
        """Returns when the server has taken the request and closed the connection.

        Raises:
            OSError, OpeningFailed, psycopg.OperationalError: It has not.
        """
        until = time.monotonic() + limit_s
        if not self._sends.acquire(timeout=limit_s):
            raise TimeoutError("an earlier cancel is still under way")
        try:
            self._request.reset()
            self._request.start()
            if self._gate is not None:
                self._gate.let_in(self._request.socket, Opening(timeout_s=limit_s))
            self._lead(until)
        finally:
            self._request.reset()
            self._sends.release()

    def _lead(self, until: float) -> None:
        request, polled = self._request, PollingStatus.WRITING
        while polled != PollingStatus.OK:
            if polled == PollingStatus.FAILED:
                raise psycopg.OperationalError(request.get_error_message())
            poll = select.poll()
            poll.register(request.socket, select.POLLOUT if polled == PollingStatus.WRITING else select.POLLIN)
            left_s = until - time.monotonic()
            if left_s <= 0 or not poll.poll(left_s * 1000):
                raise TimeoutError("the cancel got no answer")
            polled = PollingStatus(request.poll())

    def shut_session(self) -> None:
        """Close the session's connection for sending and receiving; nothing happens when it was closed."""
        with self._changes:
            if self._fd is not None:
                shut(self._fd)

    def forget_session(self) -> None:
        """The session's connection is about to be closed: its descriptor may be somebody else's soon."""
        with self._changes:
            self._fd = None
