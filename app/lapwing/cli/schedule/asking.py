"""One engine for one command of `lapwing schedule`."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.domain.schedules.times import zone_named
from lapwing.engine.engine import Engine

Answer = TypeVar("Answer")
Ask = Callable[..., Awaitable[Any]]
"""Takes the id of an operation and its request."""


def asked(work: Callable[[Ask], Awaitable[Answer]]) -> Answer:
    """What `work` makes of an engine's answers.

    Raises:
        LapwingError: What `work` raises.
    """
    caller = SilentCaller()

    async def do(engine: Engine) -> Answer:
        return await work(lambda operation, request=None: engine.serve(caller, operation, request))

    return run_in_engine(do, caller)


def time_text(at: float, zone: str = "") -> str:
    """A moment by the clocks of a zone, with how far they are from UTC, such as `2026-11-23 03:00:00+01:00`."""
    return datetime.fromtimestamp(at, zone_named(zone)).isoformat(" ", "seconds")
