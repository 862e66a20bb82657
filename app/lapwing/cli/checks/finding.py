"""What a check of `lapwing doctor` finds."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    NOTE = "note"
    """Worth knowing, nothing wrong."""
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, and what is so. Holds no secret."""

    subject: str
    words: str
    state: State = State.OK
