"""The base of all events: by itself, since processes of plugins need no more of `domain.events`."""

from typing import ClassVar


class Event:
    """Base of all events.

    `name` doubles as the subscription's subject; patterns are matched against it with `*`.
    """

    __slots__ = ()
    name: ClassVar[str] = "event"

    @property
    def key(self) -> str:
        return ""
