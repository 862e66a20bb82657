"""The thread that writes the history. What several sessions want written at the same moment goes into one commit."""

import contextlib
import functools
import logging
import os
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw

from lapwing.domain.errors import LapwingError
from lapwing.store.history import entries, upkeep
from lapwing.store.history.lives import EngineLife
from lapwing.store.history.opening import in_words, open_for_writing, put_aside
from lapwing.store.history.tickets import Ending, EntryPlace, Ticket
from lapwing.store.sqlite_files import DAMAGE

Answer = TypeVar("Answer")
Act = Callable[[apsw.Connection], Any]
_PATIENCE_S: Final = 2.0
"""How long a statement waits for its entry. Behind that it is sent without one."""
_TRY_AGAIN_S: Final = 10.0
"""Between two attempts to open a file that cannot be opened."""
_IDLE_S: Final = 0.5
"""Without anything to write for so long, texts are indexed."""
_GATHERING_S: Final = 0.05
"""How long what nobody waits for is gathered before it is written."""
_BETWEEN_STEPS_S: Final = 0.005
"""Other engines get to write in between."""
_MOST_TOGETHER: Final = 1_000
_LONG_LOG_PAGES: Final = 2_000
"""Of 4 kB: then it is folded in at once, otherwise when there is time."""
_DELETED_AT_ONCE: Final = 500
_MOST_ENDINGS: Final = 10_000
"""That are kept to be written later when they cannot be written now."""
_END_S: Final = 3.0
_NOTHING: Final[Act] = lambda _: None  # noqa: E731 - endings are written with every job
_log = logging.getLogger(__name__)


class _Job:
    """Something to write.

    Attributes:
        error: Why it was not.
    """

    __slots__ = ("act", "answer", "done", "error")

    def __init__(self, act: Act, *, is_awaited: bool) -> None:
        self.act = act
        self.done = threading.Event() if is_awaited else None
        self.answer: Any = None
        self.error: LapwingError | None = None


class HistoryWriter:
    """Writes the history of one profile. Any thread; its own does the work.

    Attributes:
        notice: What is to be told of the file as long as the engine lives, or None.
    """

    def __init__(self, path: Path, room: Callable[[], tuple[int, int]]) -> None:
        """Write to `path`; nothing is opened yet.

        Args:
            room: Days that entries are kept (0: for ever), and megabytes that they may take. Writer's thread.
        """
        self.path = path
        self.notice: LapwingError | None = None
        self._room = room
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._connection: apsw.Connection | None = None
        self._inode = 0
        self._life: EngineLife | None = None
        self._log_pages = 0
        self._refused: tuple[float, LapwingError] | None = None
        self._endings: deque[tuple[Ticket, Ending]] = deque()
        self._rest_s: float | None = _IDLE_S
        self._going: list[int] = []

    def prepare(self) -> None:
        """Open the file now, so that the first statement need not wait for it."""
        self._put(_Job(lambda _: None, is_awaited=False))

    def write(self, place: EntryPlace, tickets: Sequence[Ticket]) -> LapwingError | None:
        """Write entries of statements about to be sent, and wait until no end of the process can lose them.

        Returns:
            Why they were not written, or None.
        """
        return self._wait(_Job(lambda connection: self._insert(connection, place, tickets), is_awaited=True))

    def _insert(self, connection: apsw.Connection, place: EntryPlace, tickets: Sequence[Ticket]) -> None:
        assert self._life is not None
        entries.insert(connection, self._life.name, place, tickets)

    def change_text(self, ticket: Ticket) -> LapwingError | None:
        """The statement is sent with another text: write that, and wait, as `write`."""
        if not ticket.id:
            return None
        return self._wait(_Job(lambda connection: entries.change_text(connection, ticket), is_awaited=True))

    def end(self, ticket: Ticket, ending: Ending) -> None:
        """Complete an entry soon: with the next that is written, or in a moment."""
        self._endings.append((ticket, ending))
        if len(self._endings) == 1:
            self._put(_Job(_NOTHING, is_awaited=False))

    def drop(self, tickets: Sequence[Ticket]) -> None:
        """Take out soon what was never sent."""
        gone = list(tickets)
        self._put(_Job(lambda it: entries.remove(it, (ticket.id for ticket in gone)), is_awaited=False))

    def hurry(self) -> None:
        """Write what was given so far now, instead of gathering more; nobody waits."""
        self._put(_Job(_NOTHING, is_awaited=True))

    def do(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        """Do something in a transaction of its own, or together with others; blocking.

        Raises:
            LapwingError: It could not be done.
        """
        job = _Job(act, is_awaited=True)
        error = self._wait(job, patience_s=10.0)
        if error is not None:
            raise error
        answer: Answer = job.answer
        return answer

    def delete(self, entry_ids: Sequence[int]) -> int:
        """Delete entries that are over, some at a time, so that nobody waits for long; how many there were. Blocking.

        Raises:
            LapwingError: Some could not be deleted.
        """
        return sum(
            self.do(functools.partial(_remove_ended, entry_ids[at : at + _DELETED_AT_ONCE]))
            for at in range(0, len(entry_ids), _DELETED_AT_ONCE)
        )

    def settle(self) -> None:
        """Wait until all that was given so far is written, and entries of dead engines say so. Blocking."""
        with contextlib.suppress(LapwingError):
            self.do(self._mark_dead)

    def close(self) -> None:
        """Write what is left, and end. Blocking, for some seconds at most."""
        with self._guard:
            self._is_closed = True
            thread = self._thread
        if thread is not None:
            self._jobs.put(None)
            thread.join(_END_S)

    # from other threads

    def _wait(self, job: _Job, patience_s: float = _PATIENCE_S) -> LapwingError | None:
        self._put(job)
        assert job.done is not None
        if job.done.wait(patience_s):
            return job.error
        return in_words(OSError(None, "it takes too long to write"), self.path)

    def _put(self, job: _Job) -> None:
        with self._guard:
            if self._thread is None and not self._is_closed:
                self._thread = threading.Thread(target=self._live, name="history", daemon=True)
                self._thread.start()
            if not self._is_closed:
                self._jobs.put(job)
                return
        job.error = in_words(OSError(None, "the engine ends"), self.path)
        if job.done is not None:
            job.done.set()

    # in its own thread

    def _live(self) -> None:
        while True:
            jobs = self._next()
            if jobs is None:
                break
            if jobs:
                self._do(jobs)
            else:
                self._keep_up()
        self._let_go()

    def _next(self) -> list[_Job] | None:
        """What is to be written now; empty when there is time for other things, None at the end."""
        try:
            job = self._jobs.get(timeout=self._rest_s)
        except queue.Empty:
            return []
        jobs: list[_Job] = []
        is_awaited, until = False, time.monotonic() + _GATHERING_S
        while job is not None:
            jobs.append(job)
            is_awaited = is_awaited or job.done is not None
            if len(jobs) >= _MOST_TOGETHER or (is_awaited and self._jobs.empty()):
                return jobs
            try:
                job = self._jobs.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                return jobs
        if jobs:
            self._jobs.put(None)  # the end, once more
        return jobs or None

    def _do(self, jobs: list[_Job]) -> None:
        """Do jobs in one transaction, all or none of them."""
        self._rest_s = _IDLE_S
        ended = [self._endings.popleft() for _ in range(len(self._endings))]
        if self._endings:  # given meanwhile, without a job of its own
            self._jobs.put(_Job(_NOTHING, is_awaited=False))
        try:
            self._in_transaction(lambda connection: self._act(connection, jobs, ended))
        except LapwingError as error:
            self._endings.extendleft(reversed(ended[:_MOST_ENDINGS]))
            for job in jobs:
                job.error = error
        for job in jobs:
            if job.done is not None:
                job.done.set()
        if self._log_pages >= _LONG_LOG_PAGES:
            self._fold_log()

    @staticmethod
    def _act(connection: apsw.Connection, jobs: list[_Job], ended: list[tuple[Ticket, Ending]]) -> None:
        for job in jobs:
            job.answer = job.act(connection)
        entries.end(connection, ended)

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
                    raise in_words(error, self.path) from error
            except (apsw.Error, OSError) as error:
                raise in_words(error, self.path) from error
        raise AssertionError("the second attempt ends in one way or the other")

    def _attempt(self, act: Act) -> Any:
        connection = self._opened()
        connection.execute("BEGIN IMMEDIATE")
        try:
            answer = act(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return answer

    def _opened(self) -> apsw.Connection:
        """The file.

        Raises:
            LapwingError, apsw.Error, OSError
        """
        if self._connection is not None and self._is_there():
            return self._connection
        self._let_go()  # somebody removed it: nobody would ever read what was written there
        if self._refused is not None and time.monotonic() < self._refused[0]:
            raise self._refused[1]
        try:
            self._connection = open_for_writing(self.path)
            self._connection.set_wal_hook(self._note_log)
            self._inode = os.stat(self.path).st_ino
            self._life = self._life or EngineLife(self.path.parent)
        except DAMAGE:
            raise
        except (LapwingError, apsw.Error, OSError) as error:
            refusal = in_words(error, self.path)
            self._refused = (time.monotonic() + _TRY_AGAIN_S, refusal)
            raise refusal from error
        self._refused = None
        return self._connection

    def _is_there(self) -> bool:
        try:
            return os.stat(self.path).st_ino == self._inode
        except OSError:
            return False

    def _note_log(self, _connection: apsw.Connection, _name: str, pages: int) -> int:
        """SQLite tells after each commit how long its log is. With this hook it folds nothing in by itself: that syncs
        to the disk, which a statement would wait for."""
        self._log_pages = pages
        return apsw.SQLITE_OK

    def _fold_log(self) -> None:
        """Fold the log into the file, as far as nobody reads it."""
        self._log_pages = 0
        if self._connection is not None:
            try:
                self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)
            except apsw.Error as error:
                _log.info("the log of the history was not folded in: %s", error)

    def _renewed(self, error: apsw.Error) -> bool:
        """Put a damaged file aside, unless another engine has done so; whether a new one can be begun."""
        _log.warning("the history is damaged: %s", type(error).__name__)
        self._let_connection_go()
        try:
            if not self._inode or os.stat(self.path).st_ino == self._inode:
                self.notice = put_aside(self.path, str(error).removesuffix("."))
        except FileNotFoundError:
            pass
        except OSError as refused:
            _log.warning("it cannot be put aside: %s", refused)
            return False
        self._inode = 0
        return True

    def _keep_up(self) -> None:
        """One step of what nobody waits for; errors are told when somebody writes."""
        self._rest_s = _BETWEEN_STEPS_S
        try:
            if self._in_transaction(upkeep.index_some):
                return
            if self._going:
                self._in_transaction(lambda connection: upkeep.sweep_some(connection, self._going))
                return
            self._in_transaction(self._mark_dead)
            if self._in_transaction(upkeep.is_sweep_due):
                days, megabytes = self._room()
                self._going = self._in_transaction(lambda it: upkeep.oldest_to_go(it, days, megabytes))
            if not self._going:
                self._give_room_back()
                self._fold_log()
                self._rest_s = None
        except LapwingError as error:
            _log.info("the history was not kept up: %s", error.code)
            self._rest_s = None

    def _mark_dead(self, connection: apsw.Connection) -> None:
        assert self._life is not None
        upkeep.end_of_dead(connection, self._life.lives)

    def _give_room_back(self) -> None:
        """Give free pages back to the disk; outside a transaction."""
        try:
            for _ in self._opened().execute("PRAGMA incremental_vacuum(2000)"):
                pass
        except (apsw.Error, OSError) as error:
            _log.info("room of the history was not given back: %s", error)

    def _let_connection_go(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(apsw.Error):
                self._connection.close()
            self._connection = None

    def _let_go(self) -> None:
        self._let_connection_go()
        if self._life is not None:
            self._life.end()
            self._life = None


def _remove_ended(entry_ids: Sequence[int], connection: apsw.Connection) -> int:
    return entries.remove_ended(connection, entry_ids)
