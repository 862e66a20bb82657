"""Events as other programs, plugins and the event store see them: CloudEvents 1.0, told by name.

What the engine tells a window (`domain.events`) is many and small, and made for drawing; these are few, and made to be
kept and sent. They never hold rows or secrets.
"""

import os
import time
from dataclasses import field
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from typing import Any, ClassVar, Final
from urllib.parse import quote

from lapwing.domain.event import Event
from lapwing.domain.late_dataclass import dataclass

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32, of which ULIDs are made."""
_PAIRS: Final = tuple(first + second for first in _ALPHABET for second in _ALPHABET)
ENGINE: Final = "lapwing"
_SUMMARY: Final = 300
"""Characters of a line about an event."""


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
        engine: Which engine told it, as it calls itself; empty: it is not known.
    """

    id: str
    type: str
    at: float
    data: dict[str, Any] = field(default_factory=dict)
    connection_id: str = ""
    subject: str = ""
    source: str = ENGINE
    engine: str = ""

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


class EventIds:
    """ULIDs (github.com/ulid/spec): 48 bits of milliseconds, 80 random bits. Each sorts behind the one before, also
    within a millisecond, and when the clock is set back. One thread."""

    def __init__(self) -> None:
        self._last = 0

    def following(self, at: float) -> str:
        """The id of something that happened at that time, Unix seconds."""
        self._last = max(int(at * 1000) << 80 | int.from_bytes(os.urandom(10), "big"), self._last + 1)
        return _encoded(self._last)


def new_event_id(at: float | None = None) -> str:
    """A ULID of that time; of now where none is given."""
    return EventIds().following(time.time() if at is None else at)


def first_event_id(at: float) -> str:
    """The lowest id that an event of that time can have."""
    return _encoded(max(0, int(at * 1000)) << 80)


def _encoded(number: int) -> str:
    """26 digits, two at a time."""
    return "".join([_PAIRS[number >> shift & 1023] for shift in range(120, -1, -10)])


def envelope(event: CloudEvent) -> dict[str, Any]:
    """The event as a CloudEvents 1.0 object in structured mode (github.com/cloudevents/spec, JSON format).

    `source` is made a URI reference; the connection goes as the extension attribute `connectionid`, which, as an empty
    subject, is left out where there is none.
    """
    made: dict[str, Any] = {
        "specversion": "1.0",
        "id": event.id,
        "source": quote(event.source, safe="/:@"),
        "type": event.type,
        "time": rfc3339(event.at),
    }
    if event.subject:
        made["subject"] = event.subject
    if event.connection_id:
        made["connectionid"] = event.connection_id
    return {**made, "datacontenttype": "application/json", "data": event.data}


def rfc3339(at: float) -> str:
    """A time with milliseconds in UTC, such as `2026-11-22T05:53:11.250Z` (RFC 3339)."""
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def summary(event: CloudEvent, *, with_connection: bool = True) -> str:
    """What a list says of it beside its type, in one line: the statement, the error, or what it is about."""
    data = event.data
    words = [str(data.get("connection") or "") if with_connection else "", event.subject]
    words += [str(data.get(name) or "") for name in ("error", "sql") if isinstance(data.get(name), str)]
    told = " ".join(" · ".join(dict.fromkeys(each for each in words if each)).split())
    if not told:
        shown = {name: value for name, value in data.items() if name not in {"connection", "connectionId"}}
        told = ", ".join(f"{name}: {value}" for name, value in shown.items() if isinstance(value, str | int | float))
    return told[:_SUMMARY]
