"""Keeping what is judged: one thing after the other, in a thread, while judging goes on."""

import asyncio
import contextlib
import logging
import logging.handlers
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from lapwing import paths
from lapwing.domain.alerts.instances import AlertChange
from lapwing.domain.alerts.telling import change_line
from lapwing.domain.errors import LapwingError
from lapwing.domain.visible import visible_text

if TYPE_CHECKING:
    from lapwing.store.alerts.keeping import AlertStore

Answer = TypeVar("Answer")
_LOG_BYTES: Final = 1 << 20
_LOGS: Final = 4
_log = logging.getLogger(__name__)


class AlertLog:
    """The file `alerts.log`: a line for each change. Blocking; one thread at a time."""

    def __init__(self) -> None:
        self._handler: logging.Handler | None = None

    def write(self, changes: Sequence[AlertChange]) -> None:
        """A folder that cannot be written costs the lines, and is said in the engine's log."""
        if self._handler is None:
            try:
                path = paths.private_folder(paths.logs()) / "alerts.log"
                self._handler = logging.handlers.RotatingFileHandler(
                    path, maxBytes=_LOG_BYTES, backupCount=_LOGS, encoding="utf-8", errors="backslashreplace"
                )
            except OSError as error:
                _log.warning("alerts.log cannot be written: %s", error.strerror or error)
                return
        for change in changes:
            line = visible_text(change_line(change))
            self._handler.handle(logging.LogRecord("alerts", logging.INFO, "", 0, line, None, None))

    def close(self) -> None:
        if self._handler is not None:
            self._handler.close()
            self._handler = None


class AlertKeeper:
    """The store and the log, used by one thread at a time. Event loop's thread.

    The store, and with it SQLite, is loaded when it is first needed. One that cannot be used is said in the log and in
    `problem`; judging goes on without it.

    Attributes:
        trouble: Why the store cannot be used now; None: it can.
    """

    def __init__(self) -> None:
        self._store: AlertStore | None = None
        self.log = AlertLog()
        self.trouble: LapwingError | None = None
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def problem(self) -> LapwingError | None:
        """What is to be told of the store; None: nothing."""
        return self.trouble or (self._store.notice if self._store is not None else None)

    async def do(self, act: "Callable[[AlertStore], Answer]") -> Answer:
        """Do something with the store, behind what was to be done before.

        Raises:
            LapwingError: What the act raises.
        """
        if self._tasks:
            await asyncio.wait(set(self._tasks))
        return await self._in_turn(act)

    async def _in_turn(self, act: "Callable[[AlertStore], Answer]") -> Answer:
        async with self._turn:
            return await asyncio.to_thread(lambda: act(self._opened()))

    def soon(self, act: "Callable[[AlertStore], None]", then: Callable[[], None] = lambda: None) -> None:
        """Do something with the store, then something in the loop's thread, whether the first could be done or not."""
        task = asyncio.create_task(self._do_soon(act, then), name="alerts kept")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _do_soon(self, act: "Callable[[AlertStore], None]", then: Callable[[], None]) -> None:
        try:
            await self._in_turn(act)
            self.trouble = None
        except LapwingError as error:
            if self.trouble is None or error.to_wire() != self.trouble.to_wire():
                _log.warning("alerts were not kept: %s", error)
            self.trouble = error
        then()

    def _opened(self) -> "AlertStore":
        if self._store is None:
            from lapwing.store.alerts.keeping import AlertStore, alerts_path  # SQLite is not loaded before

            self._store = AlertStore(alerts_path())
        return self._store

    async def close(self) -> None:
        """Do what is left, and let go of the files."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        async with self._turn:
            if self._store is not None:
                await asyncio.to_thread(self._store.close)
            with contextlib.suppress(OSError):
                self.log.close()
