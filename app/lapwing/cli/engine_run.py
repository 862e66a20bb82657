"""Running the engine in this process: one event loop, logs, and an end that leaves nothing behind."""

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from lapwing.cli.errors import Interrupted
from lapwing.engine.engine import Engine
from lapwing.engine.operations import Caller
from lapwing.server.attach import attach
from lapwing.settings.logs import end_logs, start_logs

Answer = TypeVar("Answer")


def run_in_engine(
    work: Callable[[Engine], Awaitable[Answer]], caller: Caller, before_cancel: Callable[[], None] = lambda: None
) -> Answer:
    """Do `work` with an engine of its own; afterwards what the caller had open is rolled back and closed.

    Ctrl+C cancels `work`, and with it what runs on the server.

    Args:
        before_cancel: Called first when work is cancelled: lets go of what blocks a session's thread.

    Raises:
        Interrupted: Ctrl+C.
    """
    start_logs("cli")
    try:
        return asyncio.run(_run(work, caller, before_cancel))
    except (asyncio.CancelledError, KeyboardInterrupt):
        raise Interrupted from None
    finally:
        end_logs()


async def _run(
    work: Callable[[Engine], Awaitable[Answer]], caller: Caller, before_cancel: Callable[[], None]
) -> Answer:
    engine = Engine()
    attach(engine)
    try:
        with _cancelled_by_interrupt(before_cancel):
            return await work(engine)
    finally:
        await engine.leave(caller)
        await engine.close()


@contextlib.contextmanager
def _cancelled_by_interrupt(before_cancel: Callable[[], None]) -> Iterator[None]:
    """Ctrl+C cancels this task. An interrupt that the shell has us ignore (`nohup`, `&`) stays ignored."""
    task = asyncio.current_task()
    assert task is not None
    loop = asyncio.get_running_loop()

    def cancel() -> None:
        before_cancel()
        task.cancel()

    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        yield
        return
    try:
        loop.add_signal_handler(signal.SIGINT, cancel)
    except NotImplementedError:  # Windows: there `asyncio.run` cancels the task itself
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
