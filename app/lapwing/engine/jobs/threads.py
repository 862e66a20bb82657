"""A thread for one long piece of work, so that it takes none of those that short reads share."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


async def in_own_thread(name: str, work: Callable[[], Answer]) -> Answer:
    """Do it in a thread of its own and wait for its end; cancelling the wait does not end it."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Answer] = loop.create_future()

    def settle(answer: Answer | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(answer)  # type: ignore[arg-type]

    def live() -> None:
        answer: Answer | None = None
        error: BaseException | None = None
        try:
            answer = work()
        except BaseException as raised:  # handed to who waits
            error = raised
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, answer, error)

    threading.Thread(target=live, name=name, daemon=True).start()
    return await future
