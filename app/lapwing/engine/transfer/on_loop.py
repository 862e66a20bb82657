"""How a thread that works for a job has something done on the event loop, and waits for it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

from lapwing.domain.errors import StatementCancelled
from lapwing.engine.jobs.job import Job

Answer = TypeVar("Answer")
_LOOK_S: Final = 0.1
"""How soon a cancel is noticed by a thread that waits."""


class OnLoop:
    """Used by one thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop, job: Job) -> None:
        self._loop = loop
        self._job = job

    def wait(self, work: Coroutine[Any, Any, Answer], *, is_cancellable: bool = True) -> Answer:
        """What it gives; raises what it raises.

        Raises:
            StatementCancelled: The job was cancelled meanwhile.
        """
        doing = asyncio.run_coroutine_threadsafe(work, self._loop)
        while True:
            try:
                return doing.result(_LOOK_S)
            except TimeoutError:
                if doing.done():
                    return doing.result()
                if is_cancellable and self._job.is_cancelled:
                    doing.cancel()
                    raise StatementCancelled from None
