"""A database session and the thread it lives in."""

import asyncio
import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, Final, Protocol, TypeVar

from lapwing.domain.errors import SessionUnknown
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.base import Session

Answer = TypeVar("Answer")
Turn = contextlib.AbstractContextManager[object]
CLOSE_TIMEOUT_S = 3.0
_FIRST_PAUSE_S: Final = 0.05
_LONGEST_PAUSE_S: Final = 2.0
_NO_TURN: Final = contextlib.nullcontext()
_log = logging.getLogger(__name__)


class SessionSource(Protocol):
    """Where a thread's session comes from. Session's thread, but for `cancel`.

    Attributes:
        session: The one to work with; None before `open`. Any thread may look.
    """

    session: Session | None

    def open(self) -> Session:
        """The first session; raises what opening it raised."""
        ...

    def keep_alive(self) -> None:
        """See that `session` lives; another one takes its place when its connection has died.

        Raises:
            LapwingError: There is none to work with; nothing was sent.
        """
        ...

    def used(self, *, needed_life: bool) -> None:
        """A job is over, and with `needed_life` whoever gave it knows whether the session died meanwhile."""
        ...

    def cancel(self) -> None:
        """End an opening under way. Any thread; returns at once."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Session], Any]
    future: "asyncio.Future[Any]"
    turn: Turn
    needs_life: bool


class SessionThread:
    """Runs jobs on one session, one after the other, in a thread of its own.

    Methods belong to the event loop's thread, but for `cancel`.

    Attributes:
        source: Its session may be touched from outside its thread only for `cancel` and its plain facts.
        when_used: Called with False when it begins to work, with True when it has nothing to do any more.
    """

    def __init__(self, name: str, source: SessionSource) -> None:
        self._loop = asyncio.get_running_loop()
        self.source = source
        self.when_used: list[Callable[[bool], None]] = []
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._opened: asyncio.Future[Session] = self._loop.create_future()
        self._ended = asyncio.Event()
        self._closing = False
        self._waiting = 0
        self._thread = threading.Thread(target=self._live, name=f"session {name}", daemon=True)

    async def start(self) -> Session:
        """Open the session.

        Raises:
            LapwingError: What opening it raised; the thread has ended.
        """
        self._thread.start()
        try:
            return await asyncio.shield(self._opened)
        except asyncio.CancelledError:
            self._closing = True
            self.source.cancel()
            self._jobs.put(None)
            self._opened.add_done_callback(_look_at)
            raise

    @property
    def is_idle(self) -> bool:
        """Whether no job runs or waits."""
        return self._waiting == 0

    @property
    def is_wanted(self) -> bool:
        """Whether a job waits for the one that runs. Any thread."""
        return not self._jobs.empty()

    async def do(self, work: Callable[[Session], Answer], *, turn: Turn = _NO_TURN, needs_life: bool = True) -> Answer:
        """Run a job after those given before it. Cancelling the wait does not end a job that has begun.

        Args:
            turn: Entered in the thread when it is the job's turn, and left when the job is over.
            needs_life: Whether a session whose connection has died is opened again first.

        Raises:
            SessionUnknown: The session is closed or closing.
            LapwingError: What the job raised, or why the session could not be opened again.
        """
        if self._closing:
            raise SessionUnknown
        future: asyncio.Future[Answer] = self._loop.create_future()
        self._jobs.put(_Job(work, future, turn, needs_life))
        self._waiting += 1
        if self._waiting == 1:
            self._tell_use(is_idle=False)
        return await future

    def _tell_use(self, *, is_idle: bool) -> None:
        for tell in self.when_used:
            tell(is_idle)

    def cancel(self) -> None:
        """End what runs now on the server, or the opening of another session. Any thread; returns at once."""
        self.source.cancel()
        if self.source.session is not None:
            self.source.session.cancel()

    async def close(self) -> None:
        """Cancel what runs, roll back, and end the thread; a thread that hangs in its server is left to die alone."""
        if not self._closing:
            self._closing = True
            self._jobs.put(None)
        ending = asyncio.ensure_future(self._ended.wait())
        try:
            await asyncio.wait_for(cancel_until(ending, self.cancel), CLOSE_TIMEOUT_S)
        except TimeoutError:
            self.cancel()
        else:
            self._thread.join()  # it only returns; cut off by the interpreter's end it would keep what its frames hold
        finally:
            ending.cancel()

    # in the thread

    def _live(self) -> None:
        try:
            session = self.source.open()
        except BaseException as error:  # handed to who waits in `start`
            self._call(lambda error=error: _settle(self._opened, None, error))  # type: ignore[misc]
            self._call(self._ended.set)
            return
        self._call(lambda: _settle(self._opened, session, None))
        try:
            while (job := self._jobs.get()) is not None:
                self._run(job)
        finally:
            try:
                (self.source.session or session).close()
            except Exception:  # the border of the thread: who waits for its end must hear of it all the same
                _log.exception("a session could not be closed")
            self._refuse_rest()
            self._call(self._ended.set)

    def _run(self, job: _Job) -> None:
        if job.future.cancelled():
            self._over(job, None, None)
            return
        try:
            answer = self._do(job)
        except BaseException as error:  # handed to who waits in `do`
            self._over(job, None, error)
        else:
            self._over(job, answer, None)

    def _do(self, job: _Job) -> object:
        try:
            with job.turn:
                if job.needs_life:
                    self.source.keep_alive()
                assert self.source.session is not None
                return job.work(self.source.session)
        finally:  # behind the turn: from here on no cancel means this job
            self.source.used(needed_life=job.needs_life)

    def _refuse_rest(self) -> None:
        while not self._jobs.empty():
            job = self._jobs.get()
            if job is not None:
                self._over(job, None, SessionUnknown())

    def _over(self, job: _Job, answer: object, error: BaseException | None) -> None:
        def settle() -> None:
            self._waiting -= 1
            _settle(job.future, answer, error)
            if not self._waiting:
                self._tell_use(is_idle=True)

        self._call(settle)

    def _call(self, callback: Callable[[], object]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(callback)


async def cancel_until(done: "asyncio.Future[Any]", cancel: Callable[[], None]) -> None:
    """Cancel, and again until it is done: what is cancelled may not have begun when it was told to end.

    Who calls this sees to it that `cancel` never means anything else.
    """
    pause_s = _FIRST_PAUSE_S
    while not done.done():
        cancel()
        await asyncio.wait([done], timeout=pause_s)
        pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)


def _settle(future: "asyncio.Future[Any]", answer: object, error: BaseException | None) -> None:
    if future.done():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(answer)


def _look_at(future: "asyncio.Future[Session]") -> None:
    """Nobody waits for it any more: take note of its error, so that asyncio does not complain."""
    if not future.cancelled():
        future.exception()
