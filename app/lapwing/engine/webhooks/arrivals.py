"""What comes to the listener, before and after it was judged. No HTTP: that is the face's (`server`)."""

from collections.abc import Sequence
from dataclasses import field
from typing import Any, Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.inbox import Verdict

LOGGER: Final = "lapwing.webhook_listener"
"""Whose lines are the listener's, wherever they are written."""
Headers = Sequence[tuple[str, str]]
"""In their order, names in lower case."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that was read whole.

    Attributes:
        service: As the path names it.
        sender: The network address that it came from.
        at: Unix seconds.
    """

    service: str
    headers: Headers
    body: bytes
    sender: str
    at: float

    def values(self, name: str) -> tuple[str, ...]:
        """Of a header, given in lower case."""
        return tuple(value for key, value in self.headers if key == name)

    def value(self, name: str) -> str:
        """Of a header that is given once; empty: it is not there."""
        return next(iter(self.values(name)), "")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A message that was refused, possibly before it was read. `body` is what was read of it."""

    verdict: Verdict
    reason: str
    at: float
    service: str = ""
    sender: str = ""
    headers: Headers = ()
    body: bytes = b""
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """By what a verified message is known again.

    Attributes:
        delivery_id: The sender's name for it; empty: it gave none.
        once: What may come only once under whatever name, such as the hash of the body; empty: nothing.
    """

    delivery_id: str = ""
    once: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message says, as far as its sender's ways are known.

    Attributes:
        event: Such as `pull_request.opened`; empty: it cannot be told.
        delivery_id: The one that stands in the body; empty: none does.
        text: A line for a person.
        challenge: What the sender wants to be answered with (Slack's `url_verification`); empty: nothing.
    """

    event: str = ""
    delivery_id: str = ""
    text: str = ""
    summary: dict[str, Any] = field(default_factory=dict)
    challenge: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is answered.

    Attributes:
        entry_id: Under which it is kept; empty: it is not.
        reason: Why it was refused, in a sentence; empty: it was not.
        challenge: As of `Understood`.
    """

    verdict: Verdict
    entry_id: str = ""
    reason: str = ""
    challenge: str = ""
