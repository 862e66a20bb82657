"""Waiting until something is so, instead of sleeping for as long as it might take."""

import asyncio
import time
from collections.abc import Callable
from typing import Final, TypeVar

Found = TypeVar("Found")
PATIENCE_S: Final = 30.0
"""Generous, since the machine may be busy: waiting ends as soon as it is so, and only a failure takes this long."""


def eventually(check: Callable[[], Found], within_s: float = PATIENCE_S, every_s: float = 0.005) -> Found:
    """Ask until the answer is true in Python's sense, and return it.

    Raises:
        AssertionError: It did not come about in time; the last answer stands in the message.
    """
    end = time.monotonic() + within_s
    while not (found := check()):
        assert time.monotonic() < end, f"not so within {within_s:g} s; the last answer was {found!r}"
        time.sleep(every_s)
    return found


async def eventually_async(check: Callable[[], Found], within_s: float = PATIENCE_S, every_s: float = 0.005) -> Found:
    """The same on an event loop, which goes on meanwhile."""
    end = time.monotonic() + within_s
    while not (found := check()):
        assert time.monotonic() < end, f"not so within {within_s:g} s; the last answer was {found!r}"
        await asyncio.sleep(every_s)
    return found


async def turned() -> None:
    """Let Qt do what it has queued, such as laying out.

    Not by `processEvents` in a task: the steps of other tasks, which much of what Qt does leads to, wait until that
    task gives way.
    """
    for _ in range(2):
        await asyncio.sleep(0.001)
