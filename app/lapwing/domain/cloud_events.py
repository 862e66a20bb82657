"""Events as other programs, plugins and the event store see them: CloudEvents 1.0, told by name.

What the engine tells a window (`domain.events`) is many and small, and made for drawing; these are few, and made to be
kept and sent. They never hold rows or secrets.
"""

import secrets
import time
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, ClassVar, Final

from lapwing.domain.events import Event

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32, of which ULIDs are made."""
ENGINE: Final = "lapwing"


@dataclass(frozen=True, slots=True)
class CloudEvent:
    """Something that happened.

    Attributes:
        id: Unique, and later ones sort behind earlier ones (a ULID).
        type: Such as `query.completed`.
        at: When, Unix seconds.
        data: What JSON can hold.
        connection_id: Of the saved connection that it is about; empty: of none.
        subject: What else it is about: a service, a plugin, an alert, a job.
        source: Who told it: `lapwing`, `plugin/ID`, `webhook/SERVICE`, `command line`.
    """

    id: str
    type: str
    at: float
    data: dict[str, Any] = field(default_factory=dict)
    connection_id: str = ""
    subject: str = ""
    source: str = ENGINE

    def is_of(self, patterns: tuple[str, ...]) -> bool:
        """Whether its type matches one of them; `*` stands for anything."""
        return any(fnmatchcase(self.type, pattern) for pattern in patterns)


@dataclass(frozen=True, slots=True)
class EventPublished(Event):
    """A cloud event, told to faces as it is published."""

    name: ClassVar[str] = "event.published"
    event: CloudEvent


@dataclass(frozen=True, slots=True)
class HandlerAnswer:
    """What one subscriber made of an event.

    Attributes:
        answer: What it returned, as JSON can hold it.
        error: Why there is none, in a sentence; empty: it did well.
    """

    subscriber: str
    answer: Any = None
    error: str = ""


def new_event_id(at: float | None = None) -> str:
    """A ULID: 48 bits of milliseconds, 80 random bits (github.com/ulid/spec)."""
    milliseconds = int((time.time() if at is None else at) * 1000)
    number = milliseconds << 80 | secrets.randbits(80)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def event_id_behind(last: str) -> str:
    """The id that sorts just behind another one, so that ids stay in their order within a millisecond."""
    number = 0
    for digit in last:
        number = number << 5 | _ALPHABET.index(digit)
    return "".join(_ALPHABET[number + 1 >> shift & 31] for shift in range(125, -1, -5))
