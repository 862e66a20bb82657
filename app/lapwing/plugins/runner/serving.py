"""Calling a plugin's hooks, as they are asked for."""

import contextlib
import os
import threading
from collections import deque
from collections.abc import Generator, Iterator
from typing import Any, Final

from lapwing.plugins.api import Plugin, Rows
from lapwing.plugins.host.protocol import (
    STREAM_CLOSE,
    STREAM_INPUT,
    STREAM_NEXT,
    STREAM_OPEN,
    Begin,
    Frame,
    Kind,
    ProtocolBroken,
    arguments_of,
)
from lapwing.plugins.runner.context import Asking, HostedContext
from lapwing.plugins.runner.line import Line

_FIRST: Final = ("on_query_execute",)
"""Somebody's statement waits for it: it goes before what waits already."""
_LAST: Final = "shutdown"


class Serving:
    """The calls of one line.

    Attributes:
        context: What the plugin may ask for.
    """

    def __init__(self, line: Line, begin: Begin) -> None:
        self._line = line
        self._asking = Asking(line)
        self.context = HostedContext(self._asking, begin)
        self._calls: deque[Frame] = deque()
        self._news = threading.Semaphore(0)
        self._streams: dict[int, Iterator[Any]] = {}
        threading.Thread(target=self._read, name="line", daemon=True).start()

    def _read(self) -> None:
        """The reading thread. Nothing outlives the line."""
        with contextlib.suppress(EOFError, OSError, ProtocolBroken):
            while True:
                frame = self._line.read()
                if frame.kind != Kind.CALL:
                    self._asking.take(frame)
                    continue
                if frame.name in _FIRST:
                    self._calls.appendleft(frame)
                else:
                    self._calls.append(frame)
                self._news.release()
        os._exit(0)

    def run(self, plugin: Plugin) -> None:
        """Call hooks until the one that ends it. The plugin's thread."""
        while True:
            self._news.acquire()
            call = self._calls.popleft()
            try:
                answer = self._do(plugin, call.name, arguments_of(call))
            except BaseException as error:  # the border to the plugin: also SystemExit is only a failed call
                self._line.fail(call, error)
            else:
                self._line.answer(call, answer)
            if call.name == _LAST:
                return

    def _do(self, plugin: Plugin, name: str, arguments: tuple[Any, ...]) -> object:
        if name.startswith("stream."):
            return self._stream(plugin, name, arguments)
        answer = getattr(plugin, name)(*arguments)
        if name == "on_config_load" and isinstance(answer, dict):
            self.context.config = dict(answer)
        if isinstance(answer, Iterator):
            return list(answer)
        return answer

    def _stream(self, plugin: Plugin, name: str, arguments: tuple[Any, ...]) -> object:
        number, *others = arguments
        if name == STREAM_CLOSE:
            closed = self._streams.pop(number, None)
            if isinstance(closed, Generator):
                closed.close()
            return None
        if name.startswith(f"{STREAM_OPEN}."):
            hook = name.removeprefix(f"{STREAM_OPEN}.")
            pieces = self._pieces(hook, number)
            self._streams[number] = iter(getattr(plugin, hook)(*others, pieces))
            return None
        assert name.startswith(f"{STREAM_NEXT}.")
        return next(self._streams[number], None)

    def _pieces(self, hook: str, number: int) -> Iterator[Rows | bytes]:
        while (piece := self._asking.ask(f"{STREAM_INPUT}.{hook}", number)) is not None:
            yield piece
