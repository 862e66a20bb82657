"""How often a loop turns: a seeded sample in `make test`, the full count in `make soak`."""

import os
from typing import Final

SOAKING: Final = os.environ.get("LAPWING_SOAK") == "1"


def times(sample: int, full: int) -> int:
    """`sample`, or `full` when soaking."""
    return full if SOAKING else sample
