"""Asking for events that were kept, telling events of one's own, and what can be wrong with either."""

import json
import re
from dataclasses import field
from typing import Any, Final

from lapwing.domain.cloud_events import CloudEvent, HandlerAnswer
from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.late_dataclass import dataclass

_TYPE: Final = re.compile(r"[a-z][a-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+")
_LONGEST_TYPE: Final = 120


@dataclass(frozen=True, slots=True)
class SearchEvents:
    """Which events are wanted. What is empty or None is not asked for.

    Attributes:
        text: Stands in type, subject, source or data; capitals of A to Z are as good as small letters.
        types: Patterns, `*` stands for anything; any of them.
        connection_id: Of the saved connection.
        since, until: Unix seconds.
        before_id: Only those that were told before this one.
    """

    text: str = ""
    types: tuple[str, ...] = ()
    connection_id: str = ""
    since: float | None = None
    until: float | None = None
    before_id: str = ""
    limit: int = 200


@dataclass(frozen=True, slots=True)
class EventPage:
    """Events, the latest first.

    Attributes:
        next: The `before_id` of the next page; empty: there is none.
        problems: Why there are none, or fewer than there should be.
    """

    events: tuple[CloudEvent, ...] = ()
    next: str = ""
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class FetchEvent:
    event_id: str


@dataclass(frozen=True, slots=True)
class PublishEvent:
    """Tell an event of one's own.

    Attributes:
        type: `workflow.NAME`, or another name whose first word is none of Lapwing's own.
        wait: Whether to wait for what each subscriber makes of it.
    """

    type: str
    data: dict[str, Any] = field(default_factory=dict)
    connection_id: str = ""
    subject: str = ""
    wait: bool = False
    source: str = "command line"


@dataclass(frozen=True, slots=True)
class EventTold:
    """It was told; `answers` is filled where that was waited for."""

    event: CloudEvent
    answers: tuple[HandlerAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class EventTypeList:
    """What Lapwing tells. `kept` holds the types that were kept of others."""

    types: tuple["EventTypeFacts", ...] = ()


@dataclass(frozen=True, slots=True)
class EventTypeFacts:
    """One type of events.

    Attributes:
        help: When it is told, in a sentence.
        fields: What its data holds: name and meaning.
        is_kept: Whether the event store keeps it.
    """

    type: str
    help: str
    fields: tuple[tuple[str, str], ...] = ()
    is_kept: bool = True


def fits(wanted: SearchEvents, event: CloudEvent) -> bool:
    """Whether an event that comes now is among those wanted."""
    if wanted.types and not event.is_of(wanted.types):
        return False
    if wanted.connection_id and event.connection_id != wanted.connection_id:
        return False
    texts = (event.type, event.subject, event.source, json.dumps(event.data, ensure_ascii=False, default=str))
    return not wanted.text or any(wanted.text.lower() in each.lower() for each in texts)


def type_problem(event_type: str, own: frozenset[str]) -> str:
    """Why nobody but Lapwing may tell events of that type, in a sentence; empty: anybody may.

    Args:
        own: First words of Lapwing's types.
    """
    if not _TYPE.fullmatch(event_type) or len(event_type) > _LONGEST_TYPE:
        return "A type is words with dots between, such as workflow.order_shipped."
    word = event_type.partition(".")[0]
    if word in own:
        return f"Types that begin with {word} are told by Lapwing itself."
    return ""


class EventTypeRefused(LapwingError):
    """Facts: `type`, `reason` (a sentence)."""

    code = "event.type"
    message = "The event {type} cannot be published: {reason}"
    hint = "Choose a name such as workflow.order_shipped."
    exit_code = 2


class EventGone(LapwingError):
    code = "event.gone"
    message = "There is no event {event}, or not any more."
    hint = "`lapwing events list` shows those that are kept."
    exit_code = 2


class EventsUnusable(LapwingError):
    """The events' file cannot be opened, read or written. Subscribers hear events all the same.

    Facts: `path`, `reason` (a clause without its full stop).
    """

    code = "event.unusable"
    message = "The events in {path} cannot be used: {reason}."
    hint = "Events are told, but not kept. See to the file, its folder and the room on the disk."
    exit_code = 6


class EventsLost(LapwingError):
    """Facts: `count`."""

    code = "event.lost"
    message = "Events that could not be kept: {count}."


class EventsPutAside(LapwingError):
    """The file was damaged. Facts: `path`, `kept`, `reason`."""

    code = "event.damaged"
    message = "The events in {path} are damaged ({reason})."
    hint = "They were kept as {kept}, and a new file was begun."
