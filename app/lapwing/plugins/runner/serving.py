"""Calling a plugin's hooks, as they are asked for."""

import contextlib
import os
import threading
from collections import deque
from typing import Final

from lapwing.plugins.api import Plugin
from lapwing.plugins.host.protocol import Begin, Frame, Kind, ProtocolBroken, arguments_of
from lapwing.plugins.runner.calls import HookCalls
from lapwing.plugins.runner.context import Asking, HostedContext
from lapwing.plugins.runner.line import Line

_FIRST: Final = ("on_query_execute",)
"""Somebody's statement waits for it: it goes before what waits already."""
LAST: Final = "shutdown"


class Serving:
    """The calls of one line.

    Attributes:
        context: What the plugin may ask for.
    """

    def __init__(self, line: Line, begin: Begin) -> None:
        self._line = line
        self._asking = Asking(line)
        self._fields = begin.manifest.config
        self.context = HostedContext(self._asking, begin)
        self._calls: deque[Frame] = deque()
        self._news = threading.Semaphore(0)
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
        calls = HookCalls(plugin, self._asking, self._fields)
        while True:
            self._news.acquire()
            call = self._calls.popleft()
            try:
                answer = calls.do(call.name, arguments_of(call))
            except BaseException as error:  # the border to the plugin: also SystemExit is only a failed call
                self._line.fail(call, error)
            else:
                self._line.answer(call, answer)
            if call.name == LAST:
                return
