"""Calling the hooks of one plugin by name, and keeping its streams open between two pieces."""

from collections.abc import Generator, Iterator
from typing import Any, Protocol

from lapwing.plugins.api import Plugin, Rows
from lapwing.plugins.host.protocol import STREAM_CLOSE, STREAM_INPUT, STREAM_NEXT, STREAM_OPEN


class Asks(Protocol):
    """How a plugin reaches Lapwing."""

    def ask(self, name: str, *arguments: Any) -> Any:
        """Ask, and wait for the answer."""
        ...

    def tell(self, name: str, *arguments: Any) -> None:
        """Say something that has no answer."""
        ...


class HookCalls:
    """The plugin's thread."""

    def __init__(self, plugin: Plugin, asks: Asks) -> None:
        self._plugin = plugin
        self._asks = asks
        self._streams: dict[int, Iterator[Any]] = {}

    def do(self, name: str, arguments: tuple[Any, ...]) -> object:
        """Call one; raises whatever the plugin raises."""
        if name.startswith("stream."):
            return self._stream(name, *arguments)
        answer = getattr(self._plugin, name)(*arguments)
        if name == "on_config_load" and isinstance(answer, dict):
            self._plugin.context.config = dict(answer)
        return list(answer) if isinstance(answer, Iterator) else answer

    def _stream(self, name: str, number: int, *others: Any) -> object:
        if name == STREAM_CLOSE:
            closed = self._streams.pop(number, None)
            if isinstance(closed, Generator):
                closed.close()
            return None
        if name.startswith(f"{STREAM_OPEN}."):
            hook = name.removeprefix(f"{STREAM_OPEN}.")
            self._streams[number] = iter(getattr(self._plugin, hook)(*others, self._pieces(hook, number)))
            return None
        assert name.startswith(f"{STREAM_NEXT}.")
        return next(self._streams[number], None)

    def _pieces(self, hook: str, number: int) -> Iterator[Rows | bytes]:
        while (piece := self._asks.ask(f"{STREAM_INPUT}.{hook}", number)) is not None:
            yield piece
