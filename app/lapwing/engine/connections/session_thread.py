"""A database session and the thread it lives in."""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from lapwing.domain.errors import SessionUnknown
from lapwing.drivers.base import Session

Answer = TypeVar("Answer")
_Job = tuple[Callable[[Session], Any], "asyncio.Future[Any]"]
CLOSE_TIMEOUT_S = 3.0
_log = logging.getLogger(__name__)


class SessionThread:
    """Runs jobs on one session, one after the other, in a thread of its own.

    Methods belong to the event loop's thread, but for `cancel`.

    Attributes:
        session: The session; only its `cancel` and its plain facts may be touched from outside its thread.
    """

    def __init__(self, name: str, open_session: Callable[[], Session]) -> None:
        self._loop = asyncio.get_running_loop()
        self._open = open_session
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._opened: asyncio.Future[Session] = self._loop.create_future()
        self._ended = asyncio.Event()
        self._closing = False
        self.session: Session | None = None
        self._thread = threading.Thread(target=self._live, name=f"session {name}", daemon=True)

    async def start(self) -> Session:
        """Open the session.

        Raises:
            LapwingError: What opening it raised; the thread has ended.
        """
        self._thread.start()
        try:
            self.session = await asyncio.shield(self._opened)
        except asyncio.CancelledError:
            self._closing = True
            self._jobs.put(None)
            self._opened.add_done_callback(_look_at)
            raise
        return self.session

    async def do(self, job: Callable[[Session], Answer]) -> Answer:
        """Run a job after those given before it. Cancelling the wait does not end a job that has begun.

        Raises:
            SessionUnknown: The session is closed or closing.
        """
        if self._closing:
            raise SessionUnknown
        future: asyncio.Future[Answer] = self._loop.create_future()
        self._jobs.put((job, future))
        return await future

    def cancel(self) -> None:
        """End what runs now on the server. Any thread."""
        if self.session is not None:
            self.session.cancel()

    async def close(self) -> None:
        """Cancel what runs, roll back, and end the thread; a thread that hangs in its server is left to die alone."""
        if not self._closing:
            self._closing = True
            self.cancel()
            self._jobs.put(None)
        try:
            await asyncio.wait_for(self._ended.wait(), CLOSE_TIMEOUT_S)
        except TimeoutError:
            self.cancel()

    # in the thread

    def _live(self) -> None:
        try:
            session = self._open()
        except BaseException as error:  # handed to who waits in `start`
            self._tell(self._opened, None, error)
            self._say_ended()
            return
        self._tell(self._opened, session, None)
        try:
            while (item := self._jobs.get()) is not None:
                self._run(session, *item)
        finally:
            try:
                session.close()
            except Exception:  # the border of the thread: who waits for its end must hear of it all the same
                _log.exception("a session could not be closed")
            self._refuse_rest()
            self._say_ended()

    def _run(self, session: Session, job: Callable[[Session], Any], future: "asyncio.Future[Any]") -> None:
        if future.cancelled():
            return
        try:
            answer = job(session)
        except BaseException as error:  # handed to who waits in `do`
            self._tell(future, None, error)
        else:
            self._tell(future, answer, None)

    def _refuse_rest(self) -> None:
        while not self._jobs.empty():
            item = self._jobs.get()
            if item is not None:
                self._tell(item[1], None, SessionUnknown())

    def _tell(self, future: "asyncio.Future[Any]", answer: object, error: BaseException | None) -> None:
        def settle() -> None:
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(answer)

        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(settle)

    def _say_ended(self) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._ended.set)


def _look_at(future: "asyncio.Future[Session]") -> None:
    """Nobody waits for it any more: take note of its error, so that asyncio does not complain."""
    if not future.cancelled():
        future.exception()
