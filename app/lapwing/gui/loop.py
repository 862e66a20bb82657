"""The event loop of the window: asyncio on Qt's, by qasync, with four of its ways changed.

- qasync makes a Qt timer for each `call_soon`; their order is not promised under load. Here the callbacks of one turn
  wait in a queue with one timer, and run in the order in which they were asked for.
- Qt's events are also processed while no asyncio loop is said to run (after `run_until_complete`, in tests). What then
  waits for an `asyncio.Event` would fail: "bound to a different event loop". Here a callback always finds its loop.
- `run_until_complete` ends when its future does, without another round of events.
- Where a task's step lets Qt process events, a step of another task would fail ("Cannot enter into task") and be lost,
  and what waits for that task would wait for ever. Here it waits until the first one is done.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import Context
from typing import Any, Final, TypeVar

import qasync
from PySide6.QtCore import QTimerEvent
from PySide6.QtWidgets import QApplication

Answer = TypeVar("Answer")
_LATER_S: Final = 0.001
"""Until it is looked again whether a task's step has ended; without a pause, Qt would do nothing else meanwhile."""


@contextmanager
def _running(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """`loop` is the running one within, unless one is already."""
    if asyncio._get_running_loop() is not None:
        yield
        return
    asyncio._set_running_loop(loop)
    try:
        yield
    finally:
        asyncio._set_running_loop(None)


class _Timer(qasync._SimpleTimer):
    """qasync's timers, whose callbacks find their loop running."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._loop = loop

    def timerEvent(self, event: QTimerEvent) -> None:
        with _running(self._loop):
            super().timerEvent(event)


class QtLoop(qasync.QEventLoop):  # type: ignore[misc]
    """The loop. GUI thread, but for `call_soon_threadsafe`."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._timer = _Timer(self)
        self._soon: deque[asyncio.Handle] = deque()
        self._turn_is_due = False

    def call_soon(self, callback: Callable[..., object], *args: Any, context: Context | None = None) -> asyncio.Handle:
        """Call in the next turn, after what was asked for before."""
        handle = asyncio.Handle(callback, args, self, context)
        self._soon.append(handle)
        if not self._turn_is_due:
            self._turn_is_due = True
            self._turn_after(0)
        return handle

    def _turn_after(self, delay_s: float) -> None:
        self._timer.add_callback(asyncio.Handle(self._turn, (), self), delay_s)

    def _turn(self) -> None:
        """Run what waited when the turn began; what that asks for belongs to the next one."""
        if asyncio.current_task(self) is not None:
            self._turn_after(_LATER_S)
            return
        self._turn_is_due = False
        for _ in range(len(self._soon)):
            if not self._soon:
                return  # a nested loop of Qt's ran the rest
            handle = self._soon.popleft()
            if not handle.cancelled():
                handle._run()

    def run_until_complete(self, future: Coroutine[Any, Any, Answer] | asyncio.Future[Answer]) -> Answer:
        """Run until `future` is done, and give its result.

        Raises:
            RuntimeError: The loop was stopped before.
        """
        task = asyncio.ensure_future(future, loop=self)

        def stop(_done: object) -> None:
            self.stop()

        task.add_done_callback(stop)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(stop)
        if not task.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return task.result()
