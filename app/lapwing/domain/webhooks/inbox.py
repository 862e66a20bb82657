"""Messages that came to the webhook listener, with what became of each."""

import re
from enum import StrEnum
from typing import ClassVar, Final

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass

CAME_BEFORE: Final = "It came before, as {id}."
_CAME_BEFORE: Final = re.compile(CAME_BEFORE.replace(".", r"\.").format(id="([0-9A-Z]+)"))


class Verdict(StrEnum):
    """What the listener decided."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    """The delivery was accepted before; answered as well, and not repeated."""
    MALFORMED = "malformed"
    """Not HTTP as it must be, or not what its type promises."""
    UNSIGNED = "unsigned"
    """No signature where one is needed."""
    FORGED = "forged"
    """A signature that none of the secrets makes."""
    STALE = "stale"
    """Signed at a time that is too far from now."""
    REPLAYED = "replayed"
    """A body that was accepted before, under another delivery's name."""
    BROWSER = "browser"
    """Sent by a web page to a service that asks for no signature."""
    UNKNOWN = "unknown"
    """No such service, or one that is switched off."""
    METHOD = "method"
    HOST = "host"
    """Asked by a name that is not the listener's own."""
    SLOW = "slow"
    TOO_LARGE = "too large"
    MEDIA = "media"
    """A type of content that is not taken, compressed ones included."""
    HEADERS = "headers"
    """Longer headers than are read."""
    TOO_MANY = "too many"
    BUSY = "busy"
    """It could not be kept, or its secret not be read, at the time."""

    @property
    def status(self) -> int:
        """The HTTP status that it is answered with."""
        return _STATUS[self]

    @property
    def is_refusal(self) -> bool:
        return self.status >= 400


_STATUS: Final = {
    Verdict.ACCEPTED: 202,
    Verdict.DUPLICATE: 200,
    Verdict.MALFORMED: 400,
    Verdict.HOST: 400,
    Verdict.UNSIGNED: 401,
    Verdict.FORGED: 401,
    Verdict.STALE: 401,
    Verdict.BROWSER: 403,
    Verdict.UNKNOWN: 404,
    Verdict.METHOD: 405,
    Verdict.SLOW: 408,
    Verdict.REPLAYED: 409,
    Verdict.TOO_LARGE: 413,
    Verdict.MEDIA: 415,
    Verdict.TOO_MANY: 429,
    Verdict.HEADERS: 431,
    Verdict.BUSY: 503,
}


class Handling(StrEnum):
    """What became of an accepted message."""

    NONE = "none"
    """It is not to be told to anybody: refused, or a duplicate."""
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    """Told, and at least one subscriber failed; `outcome` says which."""


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """One message. Everything but id, times and verdict is the sender's text: hostile until verified.

    Attributes:
        id: Sorts by time.
        event: As the sender names it, such as `pull_request.opened`; empty: unknown.
        delivery_id: The sender's own name for the delivery; empty: it gave none.
        sender: The network address that it came from.
        text: A line about it, such as `Pull request 7 was opened by ann: Fix it`.
        summary: Its facts by name, as they stand in the event `webhook.received`.
        reason: Why it was refused, in a sentence; empty: it was not.
        outcome: What failed when it was told, in sentences.
        handled_at: When it was told, Unix seconds; None: not yet.
        times: How often it was told.
    """

    id: str
    at: float
    service: str
    verdict: Verdict
    event: str = ""
    delivery_id: str = ""
    sender: str = ""
    size_bytes: int = 0
    text: str = ""
    summary: dict[str, str | int | float | bool | None] | None = None
    reason: str = ""
    handling: Handling = Handling.NONE
    outcome: str = ""
    handled_at: float | None = None
    times: int = 0

    @property
    def status(self) -> int:
        """The HTTP status that it was answered with."""
        return self.verdict.status

    @property
    def first_id(self) -> str:
        """Of a duplicate or a replay: the id of the message that came before; empty: this is none."""
        found = _CAME_BEFORE.fullmatch(self.reason)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class ListInbox:
    """Which messages are asked for.

    Attributes:
        service: Empty: of all.
        verdicts: None of them: all.
        text: Stands in the event, the line, the delivery's id or the reason, whatever its letters' case; or is the id.
        before_id: Only older ones, for the next page.
    """

    service: str = ""
    verdicts: tuple[Verdict, ...] = ()
    text: str = ""
    before_id: str = ""
    limit: int = 100


@dataclass(frozen=True, slots=True)
class InboxList:
    """The newest first.

    Attributes:
        has_more: Whether there are older ones.
        problems: What is wrong with the stored file.
    """

    entries: tuple[InboxEntry, ...] = ()
    has_more: bool = False
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class InboxRequest:
    entry_id: str


@dataclass(frozen=True, slots=True)
class InboxBody:
    """A message whole.

    Attributes:
        headers: In their order, names in lower case; values that grant something are hidden.
        body: As it came. Of refused ones the first part at most.
        is_whole: Whether all of the body is kept.
    """

    entry: InboxEntry
    headers: tuple[tuple[str, str], ...]
    body: bytes
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class InboxChanged(Event):
    """Messages came, or were told."""

    name: ClassVar[str] = "inbox.changed"

    @property
    def key(self) -> str:
        return self.name
