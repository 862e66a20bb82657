"""The thread that keeps samples. Whoever samples hands them over and never waits."""

import contextlib
import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

import apsw

from lapwing.domain.errors import LapwingError
from lapwing.store.series import journal, sealing, upkeep
from lapwing.store.series.schema import KIND, WINDOW_S
from lapwing.store.series.ticks import Tick
from lapwing.store.sqlite_files import DAMAGE, open_for_writing, put_aside

_GATHER_S: Final = 5.0
"""How long samples are gathered before they are written: a kill loses no more."""
_FIRST_GATHER_S: Final = 0.2
"""Before the first writing: what is wrong with the file is told early."""
_TRY_AGAIN_S: Final = 10.0
_MOST_WAITING: Final = 6_000
"""Ticks that are held when they cannot be written: ten minutes of ten servers."""
_END_S: Final = 5.0
_log = logging.getLogger(__name__)
Act = Callable[[apsw.Connection], Any]


class SeriesWriter:
    """Writes the samples of one profile. Any thread; its own does the work.

    Attributes:
        notice: Why nothing is kept, or what was lost; None while all is well.
    """

    def __init__(
        self,
        path: Path,
        room: Callable[[], upkeep.Room],
        tell: Callable[[LapwingError | None], None],
        gather_s: float = _GATHER_S,
        try_again_s: float = _TRY_AGAIN_S,
    ) -> None:
        """Write to `path`; nothing is opened yet.

        Args:
            tell: Called once when something goes wrong, and with None when it goes well again. Writer's thread.
        """
        self.path = path
        self.notice: LapwingError | None = None
        self._room = room
        self._tell = tell
        self._gather_s = gather_s
        self._try_again_s = try_again_s
        self._waiting: deque[Tick] = deque()
        self._guard = threading.Lock()
        self._wake = threading.Event()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._connection: apsw.Connection | None = None
        self._inode = 0
        self._version = 0
        self._ids = journal.SeriesIds()
        self._swept = 0

    def put(self, tick: Tick) -> None:
        """Keep that soon."""
        with self._guard:
            if self._closing.is_set():
                return
            if len(self._waiting) >= _MOST_WAITING:
                self._waiting.popleft()
            self._waiting.append(tick)
            if self._thread is None:
                self._thread = threading.Thread(target=self._live, name="series", daemon=True)
                self._thread.start()
        self._wake.set()

    def waiting(self, connection_id: str) -> list[Tick]:
        """What came in and is not in the file yet, the oldest first."""
        with self._guard:
            return [tick for tick in self._waiting if tick.connection_id == connection_id]

    def drop(self, connection_id: str) -> None:
        """Do not write what waits of a connection."""
        with self._guard:
            self._waiting = deque(tick for tick in self._waiting if tick.connection_id != connection_id)

    def close(self) -> None:
        """Write what is left, and end. Blocking, for some seconds at most."""
        with self._guard:
            self._closing.set()
            thread = self._thread
        self._wake.set()
        if thread is not None:
            thread.join(_END_S)

    # in its own thread

    def _live(self) -> None:
        pause_s = min(_FIRST_GATHER_S, self._gather_s)
        while not self._closing.is_set():
            if not self._waiting:
                self._wake.wait()
            self._closing.wait(pause_s)
            self._wake.clear()
            pause_s = self._gather_s if self._write() else self._try_again_s
        if self._waiting:  # it came while the last was written
            self._write()
        self._let_go()

    def _write(self) -> bool:
        """Write what waits, and seal what is over; whether that could be done."""
        with self._guard:
            ticks = list(self._waiting)
        try:
            if ticks:
                self._in_transaction(lambda db: journal.write(db, self._ids, ticks))
                self._written(ticks)
            if not self._closing.is_set():
                self._keep_up()
        except LapwingError as error:
            self._ids.forget()
            self._say(error)
            return False
        if self.notice is not None and not isinstance(self.notice, KIND.damaged):
            self._say(None)
        return True

    def _written(self, ticks: list[Tick]) -> None:
        last = ticks[-1]
        with self._guard:
            place = next((place for place, tick in enumerate(self._waiting) if tick is last), None)
            if place is not None:  # otherwise it was dropped meanwhile
                self._waiting = deque(islice(self._waiting, place + 1, None))

    def _say(self, error: LapwingError | None) -> None:
        if (error and error.code) == (self.notice and self.notice.code):
            return
        _log.log(
            logging.WARNING if error else logging.INFO,
            "samples are %s",
            f"not kept: {error}" if error else "kept again",
        )
        self.notice = error
        self._tell(error)

    def _keep_up(self) -> None:
        """Seal windows that are over, and once a window sweep.

        Raises:
            LapwingError
        """
        window = int(time.time() // WINDOW_S) * WINDOW_S
        for connection in self._in_transaction(partial(sealing.due, before=window)):
            self._in_transaction(partial(sealing.seal, connection=connection, before=window))
        if window == self._swept:
            return
        self._in_transaction(partial(upkeep.sweep, room=self._room()))
        self._ids.forget()  # some may be gone
        self._give_room_back()
        self._swept = window

    def _give_room_back(self) -> None:
        """Give free pages back to the disk; outside a transaction."""
        try:
            for _ in self._opened().execute("PRAGMA incremental_vacuum(2000)"):
                pass
        except (LapwingError, apsw.Error, OSError) as error:
            _log.info("room of the samples was not given back: %s", error)

    def _in_transaction(self, act: Act) -> Any:
        """Do something whole or not at all; with a damaged file once more, in a new one.

        Raises:
            LapwingError: It was not done.
        """
        for is_again in (False, True):
            try:
                return self._attempt(act)
            except DAMAGE as error:
                if is_again or not self._renewed(error):
                    raise KIND.in_words(error, self.path) from error
            except (LapwingError, apsw.Error, OSError) as error:
                raise KIND.in_words(error, self.path) from error
        raise AssertionError("the second attempt ends in one way or the other")

    def _attempt(self, act: Act) -> Any:
        db = self._opened()
        db.execute("BEGIN IMMEDIATE")
        try:
            self._look_for_changes(db)
            answer = act(db)
            db.execute("COMMIT")
        except BaseException:
            self._ids.forget()
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        return answer

    def _look_for_changes(self, db: apsw.Connection) -> None:
        """Another engine may have deleted a connection's series."""
        (version,) = next(iter(db.execute("PRAGMA data_version")))
        if version != self._version:
            self._version = version
            self._ids.forget()

    def _opened(self) -> apsw.Connection:
        """The file.

        Raises:
            LapwingError, apsw.Error, OSError
        """
        if self._connection is not None and self._is_there():
            return self._connection
        self._let_go()  # somebody removed it: nobody would ever read what was written there
        self._connection = open_for_writing(self.path, KIND)
        self._inode = os.stat(self.path).st_ino
        return self._connection

    def _is_there(self) -> bool:
        try:
            return os.stat(self.path).st_ino == self._inode
        except OSError:
            return False

    def _renewed(self, error: apsw.Error) -> bool:
        """Put a damaged file aside; whether a new one can be begun."""
        self._let_go()
        try:
            self._say(put_aside(self.path, KIND, str(error)))
        except OSError as refused:
            _log.warning("%s cannot be put aside: %s", self.path, refused)
            return False
        return True

    def _let_go(self) -> None:
        self._ids.forget()
        if self._connection is not None:
            with contextlib.suppress(apsw.Error):
                self._connection.close()
            self._connection = None
