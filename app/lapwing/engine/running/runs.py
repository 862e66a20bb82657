"""What is under way for somebody on a session: its events, its cancel, and waiting for its end. Event loop's thread."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from lapwing.domain.errors import ConnectionLost, RequestInvalid
from lapwing.domain.events import Event, NoticeReceived, TransactionChanged
from lapwing.engine.connections.session_thread import cancel_until
from lapwing.engine.connections.sessions import OpenedSession
from lapwing.engine.operations import Caller
from lapwing.engine.running.control import RunControl
from lapwing.engine.running.gate import Gate
from lapwing.engine.running.growing import NEWS_S
from lapwing.engine.running.outlet import Outlet

Answer = TypeVar("Answer")


class Running:
    """One thing under way.

    Attributes:
        control: Its cancel, heard in the session's thread.
        outlet: The way to its owner.
    """

    def __init__(self, session: OpenedSession, caller: Caller) -> None:
        self._loop = asyncio.get_running_loop()
        self._session = session
        self.control = RunControl()
        self.outlet = Outlet(self._poster(caller), lambda: caller.is_full, self.control)

    def _poster(self, caller: Caller) -> Callable[[Event], None]:
        loop, session = self._loop, self._session

        def tell(event: Event) -> None:
            if isinstance(event, TransactionChanged):
                session.transaction = event.transaction
            caller.tell(event)

        def post(event: Event) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(tell, event)

        return post

    def teller(self, run_id: str) -> Callable[[str], None]:
        """What tells its owner a sentence, as a warning. Any thread."""
        return lambda text: self.outlet.post(NoticeReceived(run_id, 0, text, "warning"))

    def cancel(self) -> None:
        """Tell the server, and let nothing further of it begin."""
        self.control.cancel(self._session.thread.cancel)

    async def finish(self, doing: Coroutine[Any, Any, Answer], beat: Callable[[], None] = lambda: None) -> Answer:
        """Wait for its end; a call that is cancelled cancels it on the server and still waits for that.

        Args:
            beat: Called ten times a second meanwhile.
        """
        task = asyncio.ensure_future(doing)
        try:
            while not task.done() and not self.control.cancelled:
                await asyncio.wait([task], timeout=NEWS_S)
                beat()
            await cancel_until(task, self.cancel)
            return task.result()
        except asyncio.CancelledError:
            await cancel_until(task, self.cancel)
            raise


class Runs:
    """All that is under way, by the ids that their owners chose.

    Attributes:
        gate: Who may refuse statements of it.
    """

    def __init__(self) -> None:
        self.gate = Gate()
        self._running: dict[str, Running] = {}

    def __iter__(self) -> Iterator[Running]:
        return iter(tuple(self._running.values()))

    def find(self, run_id: str) -> Running | None:
        return self._running.get(run_id)

    @contextmanager
    def begun(self, run_id: str, session: OpenedSession, caller: Caller, operation_id: str) -> Iterator[Running]:
        """Something under way within it; what is paused on the session makes way for it.

        Raises:
            RequestInvalid: Something of that id is under way.
        """
        if run_id in self._running:
            raise RequestInvalid(operation=operation_id, reason="a run of that id is under way.")
        running = self._running[run_id] = Running(session, caller)
        control = running.control
        control.see = self.gate.for_run(session, running.teller(run_id))
        session.make_way()
        session.before_next.append(control.make_way)
        session.before_end.append(control.cancel)
        try:
            yield running
        except ConnectionLost as error:
            session.note_loss(error)
            raise
        finally:
            session.before_next.remove(control.make_way)
            session.before_end.remove(control.cancel)
            del self._running[run_id]

    def close(self) -> None:
        """Tell everything to stop; the sessions are closed by who keeps them."""
        for running in self:
            running.cancel()
