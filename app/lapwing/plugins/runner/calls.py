"""Calling the hooks of one plugin by name, and keeping its streams open between two pieces."""

from collections.abc import Generator, Iterator, Mapping
from typing import Any, Protocol

from lapwing.domain.plugins.documents import FormField
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

    def __init__(self, plugin: Plugin, asks: Asks, fields: tuple[FormField, ...]) -> None:
        self._plugin = plugin
        self._fields = fields
        self._asks = asks
        self._streams: dict[int, Iterator[Any]] = {}

    def do(self, name: str, arguments: tuple[Any, ...]) -> object:
        """Call one; raises whatever the plugin raises."""
        if name.startswith("stream."):
            return self._stream(name, *arguments)
        answer = getattr(self._plugin, name)(*arguments)
        if name == "on_config_load" and isinstance(answer, dict):
            self._use(answer)
        return list(answer) if isinstance(answer, Iterator) else answer

    def _use(self, config: Mapping[str, Any]) -> None:
        """Take over what a plugin makes of its settings where it fits the manifest; the rest is told, and stays."""
        from lapwing.domain.plugins.field_values import problem_of  # few have the hook

        context = self._plugin.context
        fields = {field.name: field for field in self._fields}
        for name, value in config.items():
            problem = problem_of(fields[name], value) if name in fields else "There is no such setting."
            if problem:
                context.log(f"What on_config_load makes of {str(name)[:100]} is not used. {problem}", "warning")
            else:
                context.config[name] = value

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
