"""The session's connection: its wire, its state as the server told it, and how it is cancelled, lost and closed."""

import re
import threading
import time
from collections.abc import Callable
from typing import Final
from weakref import WeakSet

from lapwing.domain.errors import StatementCancelled
from lapwing.drivers.cancelling import Canceller
from lapwing.drivers.mysql.errors import KILLED
from lapwing.drivers.mysql.exchange import Exchange, ask, ping, whole
from lapwing.drivers.mysql.opening import Opened, open_connection
from lapwing.drivers.mysql.packets import IN_TRANSACTION, NO_BACKSLASH_ESCAPES, Ended, ProtocolBroken, ServerRefused
from lapwing.drivers.mysql.route import Route
from lapwing.drivers.mysql.transport import LineGone, poll
from lapwing.drivers.opening import Opening

_NUMBERS: Final = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})")
WIRE_ERRORS: Final = (ServerRefused, ProtocolBroken, LineGone)
_BELIEVED_S: Final = 30.0
"""A connection used within this time is alive unless its socket says otherwise."""
_PING_S: Final = 3.0
_WITHOUT_WIDTHS: Final = (8, 0, 19)
"""MySQL's version since which `int(11)` is written `int`."""
NO_SUCH_THREAD: Final = frozenset({1094, 1957})
_open: "WeakSet[Link]" = WeakSet()
_opening: Final = threading.Lock()


class Link:
    """One connection, after the log-in. One thread, but for `canceller.request` and what that calls.

    Attributes:
        connection_id: The server's number for it.
        is_mariadb: Whether statements can be ended by their own number.
        status: The server's flags, as it told them last.
        farewell: Why it is gone, once it is; a sentence.
        on_wait: Called whenever nothing is there to be read.
        is_draining: Whether what comes is only read away.
    """

    def __init__(self, route: Route, opened: Opened, words: str) -> None:
        self.route = route
        self.wire = opened.wire
        self.connection_id = opened.server.connection_id
        self.is_mariadb = "MariaDB" in opened.server.version
        self.wire.shows_widths = self.is_mariadb or numbers_of(opened.server.version) < _WITHOUT_WIDTHS
        self.status = 0
        self.farewell = "It was closed before."
        self.on_wait: Callable[[], None] | None = None
        self._waiting_since: float | None = None
        self.is_draining = False
        self.canceller = Canceller(self._kill, self.wire.transport.shut, self._waits_since)
        self._words = words
        self._until: float | None = None
        self._used_at = time.monotonic()
        with _opening:
            _open.add(self)

    def take_over(self) -> None:
        """From now on waits last as long as they must; before, the opening limits them."""
        self.wire.transport.wait = self._wait

    @property
    def in_transaction(self) -> bool:
        return bool(self.status & IN_TRANSACTION)

    @property
    def escapes_backslash(self) -> bool:
        """Whether a backslash in a literal means something."""
        return not self.status & NO_BACKSLASH_ESCAPES

    @property
    def is_closed(self) -> bool:
        return self.wire.transport.fd < 0

    def _waits_since(self) -> float | None:
        """When it began to wait for the server (monotonic); None while it does not. Any thread."""
        return self._waiting_since or (time.monotonic() if self.is_draining else None)

    def _wait(self, fd: int, *, to_write: bool) -> None:
        """Wait for the server.

        Raises:
            LineGone: It has had time enough.
        """
        if self.on_wait is not None:
            self.on_wait()
        self._waiting_since = time.monotonic()
        limit_s = None if self._until is None else max(0.0, self._until - self._waiting_since)
        is_ready = poll(fd, limit_s, to_write=to_write)
        self._waiting_since = None
        if not is_ready:
            raise LineGone(f"It did not answer within {_PING_S:g} s.")

    # statements

    def note(self, ended: Ended | None) -> None:
        """Remember what the server said of its state."""
        if ended is not None:
            self.status = ended.status
        self._used_at = time.monotonic()

    def ask(self, sql: str, width: int = 0) -> list[tuple[str | None, ...]]:
        """Run a statement of ours, whose rows have at least `width` cells; raises what `exchange.ask` raises."""
        rows, ended = ask(self.wire, sql, width)
        self.note(ended)
        return rows

    def ask_alone(self, sql: str, width: int = 0) -> list[tuple[str | None, ...]]:
        """Run a statement of ours between those of a person, so that it may be cancelled; raises what `ask` raises.

        Raises:
            StatementCancelled
        """
        self.begins()
        try:
            rows = self.ask(sql, width)
        except ServerRefused as error:
            if self.ends() and error.errno == KILLED:
                raise StatementCancelled from error
            raise
        except BaseException:
            self.canceller.ends()
            raise
        self.ends()
        return rows

    def try_to(self, sql: str) -> None:
        """Run a statement of ours whose refusal does not matter; raises `ProtocolBroken`, `LineGone`."""
        try:
            self.ask(sql)
        except ServerRefused:
            return

    def exchange(self, sql: str) -> Exchange:
        """A statement of a person's, not yet sent."""
        return Exchange(self.wire, sql.encode())

    # cancelling

    def begins(self) -> None:
        """A statement begins that may be cancelled."""
        self.is_draining = False
        self.canceller.begins()

    def is_cancelled(self) -> bool:
        """Whether what runs now was asked to end."""
        return self.canceller.is_requested

    def ends(self) -> bool:
        """It is over, and no cancel hits the next one; whether it was to be cancelled.

        Raises:
            LineGone, ProtocolBroken
        """
        requested = self.canceller.ends()
        if self.canceller.gave_up:
            raise LineGone(self.canceller.gave_up)
        if requested and not self.is_closed:
            self._flush()
        return requested

    def _flush(self) -> None:
        """Let a kill that came after the statement's end hit a statement of ours, which MySQL does not prevent."""
        self._until = time.monotonic() + _PING_S
        try:
            self.ask("DO 0")
        except ServerRefused as error:
            if error.errno != KILLED:
                raise
            self.try_to("DO 0")
        finally:
            self._until = None

    def _kill(self, within_s: float) -> None:
        """End the statement that runs now, from a second connection. Cancel's thread.

        MariaDB ends it by its own number, so that the next one cannot be meant.

        Raises:
            OpeningFailed, ServerRefused, ProtocolBroken, LineGone: It could not be told.
        """
        opening = Opening(self._words, within_s)
        opened = open_connection(self.route, opening)
        wire = opened.wire
        try:
            command = f"KILL QUERY {self.connection_id}"
            if self.is_mariadb:
                sql = f"SELECT QUERY_ID FROM information_schema.PROCESSLIST WHERE ID = {self.connection_id}"
                rows, _ = ask(wire, f"{sql} AND COMMAND <> 'Sleep'", 1)
                if not rows:
                    return
                command = f"KILL QUERY ID {whole(rows[0][0])}"
            ask(wire, command)
        except ServerRefused as error:
            if error.errno not in NO_SUCH_THREAD:
                raise
        finally:
            wire.close()

    # life and death

    def look(self) -> None:
        """See that the connection stands, as far as this side knows. Between statements.

        Raises:
            LineGone: It does not; with the server's last words where it left some.
        """
        if self.wire.receive_now():  # it speaks unasked only to say farewell
            raise self.wire.last_words(LineGone("The server closed it."))

    def is_alive(self) -> bool:
        """Whether the server is there. Between statements; takes at most three seconds."""
        try:
            self.look()
            if time.monotonic() - self._used_at > _BELIEVED_S:
                self._until = time.monotonic() + _PING_S
                self.note(ping(self.wire))
        except WIRE_ERRORS as error:
            self.farewell = self.reason(error)
            return False
        finally:
            self._until = None
        return True

    def reason(self, error: Exception) -> str:
        """Why it is gone: what was found out, unless a cancel of ours closed it."""
        return self.canceller.gave_up or (f"{error.words}." if isinstance(error, ServerRefused) else str(error))

    def close(self) -> None:
        """Let go of the server; never waits. May be called twice."""
        self.wire.close()


def links_beside(link: Link) -> list[Link]:
    """All connections that this process has open by the same way in, this one among them. Any thread."""
    with _opening:
        links = list(_open)
    place = (link.route.host, link.route.port, link.route.socket)
    return [
        other
        for other in links
        if not other.is_closed and (other.route.host, other.route.port, other.route.socket) == place
    ]


def numbers_of(version: str) -> tuple[int, int, int]:
    """The first three numbers of a version; zeros where there are none."""
    found = _NUMBERS.match(version)
    return (int(found[1]), int(found[2]), int(found[3])) if found else (0, 0, 0)
