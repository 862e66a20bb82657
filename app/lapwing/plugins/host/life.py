"""What one life of a plugin is to who keeps it running, whether in a process or inside the engine."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from lapwing.plugins.host.protocol import Begun

Serve = Callable[[str, tuple[Any, ...]], Awaitable[object]]
"""Answers what a plugin asks of its context, by name and arguments; what it raises is told to the plugin."""
Log = Callable[[str, str], None]
"""Takes lines of a plugin: level and text."""


class PluginLife(Protocol):
    """Event loop's thread.

    Attributes:
        enforced: What the kernel enforces of its permissions; known once it has begun.
        how_it_ended: In words; empty while it lives.
    """

    enforced: Begun
    how_it_ended: str
    ended: asyncio.Event

    @property
    def pid(self) -> int | None: ...

    @property
    def silent_s(self) -> float:
        """For how long the oldest call has had no answer, whether anybody still waits for it or not."""
        ...

    async def excess(self) -> str:
        """What it takes too much of, in words; empty: nothing."""
        ...

    async def start(self) -> Begun:
        """Begin, and import the plugin; no hook is called yet.

        Raises:
            PluginBroken: It cannot be started, or cannot be imported.
            PluginEnded: It ended meanwhile.
        """
        ...

    async def call(self, name: str, *arguments: Any, within_s: float | None) -> Any:
        """Call a hook, and give what it returns; without `within_s` it is waited for as long as it takes.

        Raises:
            PluginFailed: It raised, or returned what the contract does not allow.
            PluginLate: There is no answer in time; the plugin may still be at it.
            PluginEnded: It has ended.
        """
        ...

    async def stop(self, within_s: float) -> None:
        """Have it shut down, and end it when it does not in that time."""
        ...

    async def kill(self, why: str = "") -> None:
        """End it at once; returns when nothing of it is left."""
        ...
