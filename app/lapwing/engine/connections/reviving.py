"""The life of one session: it is opened, and opened again by the next statement when its connection has died idle."""

import dataclasses
import logging
import threading
from collections.abc import Callable
from typing import Final

from lapwing.domain.connections import Surroundings, TransactionMode, TransactionState
from lapwing.domain.errors import LapwingError, ReconnectNeeded, SessionElsewhere, TransactionLost
from lapwing.drivers.base import Session
from lapwing.drivers.opening import Opening
from lapwing.engine.connections.opener import Opened, Opener
from lapwing.engine.connections.ways import Way

REOPENED: Final = (
    "The connection was lost while idle; a new session was opened. Settings, prepared statements and temporary tables "
    "of the old one are gone."
)
MOVED: Final = (
    "A new session was opened in the database {database}. Settings, prepared statements and temporary tables of the "
    "old one are gone."
)
RECONNECTED: Final = (
    "The connection was let go and a new session was opened. Settings, prepared statements and temporary tables of the "
    "old one are gone."
)
_DIED_IDLE: Final = "it died while nothing ran on it."
_CHOSEN: Final = "the place that was chosen in its last transaction"
_log = logging.getLogger(__name__)


class LivingSession:
    """A session that is replaced when its connection has died (`session_thread.SessionSource`).

    Nothing is ever sent again. A session that died with a transaction open is not replaced before somebody was told.
    Session's thread, but for `cancel`.

    Attributes:
        session: The one to work with.
        surroundings: Where it was when last looked.
        isolation: The level that a person chose for it, or empty.
        schema: The schema that a person chose for it, or empty.
        transactions: The number of the transaction that is open, or was open last; 0 before the first one.
        is_in_transaction: Whether it is open, as far as that is known.
    """

    def __init__(
        self,
        opener: Opener,
        way: Way,
        opening: Opening,
        mode: TransactionMode,
        reopened: Callable[[str], None],
    ) -> None:
        """Open by `way`, at first watched by `opening`; each time after that, `reopened` is called in the thread with
        a sentence about it."""
        self.session: Session | None = None
        self.surroundings = Surroundings()
        self.isolation = ""
        self.schema = ""
        self.transactions = 0
        self.is_in_transaction = False
        self._opener = opener
        self._way = way
        self._opening: Opening | None = opening
        self._mode = mode
        self._reopened = reopened
        self._guard = threading.Lock()
        self._cancelled = False
        self._in_transaction = False
        self._may_have_moved = self._was_led = False

    @property
    def way(self) -> Way:
        """Where it leads. Any thread."""
        return self._way

    def open(self) -> Session:
        assert self._opening is not None
        opened = self._opener.open(self._way, self._opening)
        self._opening = None
        self.session, self.surroundings = opened.session, opened.surroundings
        self.session.mode = self._mode
        return self.session

    def keep_alive(self) -> None:
        """Have a session that lives.

        Raises:
            TransactionLost: It died with a transaction open; the next time another one is opened.
            ReconnectNeeded: It died, and is not to be replaced by itself.
            SessionElsewhere: It was replaced, but the new one is elsewhere.
            LapwingError: No other one can be opened.
        """
        session = self.session
        assert session is not None
        if not session.is_lost and session.is_alive():
            return
        if self._in_transaction:
            self._in_transaction = False
            raise TransactionLost(connection=self._way.shown, server=_DIED_IDLE, lost="")
        if not self._way.settings.auto_reconnect:
            raise ReconnectNeeded(connection=self._way.shown, server="", lost="")
        before, was_led = self.surroundings, self._was_led
        self.reopen()
        if was_led or _place(before) != _place(self.surroundings):
            words = _CHOSEN if was_led else _in_words(before)
            now = _in_words(self.surroundings)
            raise SessionElsewhere(connection=self._way.shown, server="", lost="", before=words, now=now)

    def reopen(self, note: str = REOPENED) -> None:
        """Let the session go and open another one in its place, as far as it is ours to be the same.

        Raises:
            LapwingError: It cannot be opened; the old one stays, dead as it is.
        """
        self._replace(self._way)
        self._reopened(note)

    def move_to(self, database: str) -> Session:
        """Open another session in another database of the same server, in place of this one; gives it.

        Raises:
            LapwingError: It cannot be opened; the old one stays.
        """
        way = dataclasses.replace(self._way, target=dataclasses.replace(self._way.target, database=database))
        self.schema = ""  # that was one of the other database
        self._replace(way)
        self._way = way
        self._reopened(MOVED.format(database=database))
        assert self.session is not None
        return self.session

    def _replace(self, way: Way) -> None:
        """Open a session by `way`, set as the old one was, and let that go."""
        assert self.session is not None
        old = self.session
        opened = self._open_again(way)
        new, surroundings = opened.session, opened.surroundings
        new.mode = old.mode
        if self.isolation or self.schema:
            try:
                if self.isolation:
                    new.set_isolation(self.isolation)
                if self.schema:
                    new.set_schema(self.schema)
                surroundings = new.surroundings()
            except BaseException:
                new.close()
                raise
        self.session, self.surroundings = new, surroundings
        self._in_transaction = self._may_have_moved = self._was_led = False
        old.close()

    def _open_again(self, way: Way) -> Opened:
        opening = Opening(way.shown)
        with self._guard:
            self._opening = opening
            if self._cancelled:
                opening.cancel()
        try:
            return self._opener.open(way, opening)
        finally:
            with self._guard:
                self._opening = None

    def used(self, *, needed_life: bool) -> None:
        """A job is over: remember whether a transaction is open, unless its loss was told by the job."""
        assert self.session is not None
        with self._guard:
            self._cancelled = False
        if not self.session.is_lost:
            self._in_transaction = self.count(self.session.transaction())
        elif needed_life:
            self._in_transaction = self.count(TransactionState.IDLE)

    def count(self, state: TransactionState) -> bool:
        """Number the transaction if one has begun since; whether one is open."""
        is_open = state is not TransactionState.IDLE
        self.transactions += is_open and not self.is_in_transaction
        self.is_in_transaction = is_open
        return is_open

    def may_have_moved(self, *, was_led: bool) -> None:
        """A statement may have led to another database, schema or role; with `was_led` one said that it does."""
        self._may_have_moved = True
        self._was_led = self._was_led or was_led

    def look_if_moved(self) -> None:
        """Look where the session is, if it may have moved; never within a transaction, which that could disturb."""
        assert self.session is not None
        is_idle = not self.session.is_lost and self.session.transaction() is TransactionState.IDLE
        if not self._may_have_moved or not is_idle:
            return
        try:
            self.look()
        except LapwingError as error:  # what the person ran has gone well; the next statement finds out what this was
            _log.info("a session could not be asked where it is: %s", error.code)

    def look(self) -> None:
        """Look where the session is.

        Raises:
            LapwingError: What running a statement raises.
        """
        assert self.session is not None
        self.surroundings = self.session.surroundings()
        self._may_have_moved = self._was_led = False

    def cancel(self) -> None:
        """End an opening that this job makes, or will make. Any thread; returns at once."""
        with self._guard:
            self._cancelled = True
            if self._opening is not None:
                self._opening.cancel()


def _place(surroundings: Surroundings) -> tuple[str, str, str]:
    return surroundings.database, surroundings.schema, surroundings.user


def _in_words(surroundings: Surroundings) -> str:
    named = (("database", surroundings.database), ("schema", surroundings.schema), ("user", surroundings.user))
    return ", ".join(f"{what} {name}" for what, name in named if name) or "no database"
