"""The clocks that the scheduler goes by; a test gives others."""

import time
from collections.abc import Callable
from typing import Final

from lapwing.domain.late_dataclass import dataclass

LOGGER: Final = "lapwing.engine.schedules"
SERVICE_ID: Final = "scheduler"


@dataclass(slots=True)
class Clocks:
    """Attributes:
    now: Unix seconds, by the clock that people set.
    look_s: How long at most between two looks at that clock, which may jump, and at what other processes wrote.
    grace_s: How late something may be run without having been missed.
    end_s: How long a run that is under way is waited for when the engine ends.
    """

    now: Callable[[], float] = time.time
    look_s: float = 1.0
    grace_s: float = 60.0
    end_s: float = 0.5
