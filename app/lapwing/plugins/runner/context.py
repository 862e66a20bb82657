"""The context that a plugin in a process of its own has: each of its functions asks the other end of the line."""

import itertools
import threading
from pathlib import Path
from typing import Any, Final

from lapwing.plugins.api import ConnectionInfo, HttpAnswer, Mail, Rows
from lapwing.plugins.host.protocol import Begin, Failure, Frame, Kind, answer_to, failure_of
from lapwing.plugins.runner.calls import Asks
from lapwing.plugins.runner.line import Line

_KNOWN: Final[dict[str, type[Exception]]] = {
    each.__name__: each
    for each in (PermissionError, OSError, TimeoutError, ConnectionError, RuntimeError, ValueError, LookupError)
}
_LONGEST_LINE: Final = 4_000


class Asking:
    """Calls from the plugin's process, and who waits for their answers. Any thread."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._numbers = itertools.count(1)
        self._waiting: dict[int, tuple[threading.Event, list[Frame]]] = {}

    def ask(self, name: str, *arguments: Any) -> Any:
        """Ask, and wait for the answer.

        Raises:
            PermissionError, OSError, RuntimeError, ValueError: As the other end says.
        """
        number = next(self._numbers)
        came, answers = self._waiting[number] = threading.Event(), []
        try:
            self._line.write(Kind.CALL, number, name, arguments)
            came.wait()
        finally:
            del self._waiting[number]
        frame = answers[0]
        if frame.kind == Kind.FAILED:
            raise _error(failure_of(frame))
        return answer_to(name, frame.body)

    def tell(self, name: str, *arguments: Any) -> None:
        """Say something that has no answer."""
        self._line.write(Kind.TELL, 0, name, arguments)

    def take(self, frame: Frame) -> None:
        """An answer came."""
        found = self._waiting.get(frame.id)
        if found is not None:
            found[1].append(frame)
            found[0].set()


def _error(failure: Failure) -> Exception:
    return _KNOWN.get(failure.kind, RuntimeError)(failure.text)


class HostedContext:
    """As `lapwing.plugins.api.Context` says."""

    def __init__(self, asking: Asks, begin: Begin) -> None:
        self.plugin_id = begin.manifest.id
        self.config: dict[str, Any] = dict(begin.config)
        self.data_folder = Path(begin.data_folder)
        self._asking = asking

    def log(self, text: str, level: str = "info") -> None:
        self._asking.tell("log", str(text)[:_LONGEST_LINE], str(level)[:20])

    def connections(self) -> tuple[ConnectionInfo, ...]:
        return tuple(self._asking.ask("connections"))

    def tables(self, connection_id: str) -> tuple[tuple[str, str], ...]:
        return tuple(self._asking.ask("tables", connection_id))

    def query(self, connection_id: str, sql: str, most: int = 1000, within_s: float = 30.0) -> Rows:
        rows: Rows = self._asking.ask("query", connection_id, sql, most, within_s)
        return rows

    def publish(self, event_type: str, data: dict[str, Any]) -> None:
        self._asking.ask("publish", event_type, data)

    def http(
        self, method: str, url: str, headers: dict[str, str] | None = None, body: bytes = b"", within_s: float = 10.0
    ) -> HttpAnswer:
        answer: HttpAnswer = self._asking.ask("http", method, url, headers, body, within_s)
        return answer

    def mail(
        self, server: str, mail: Mail, user: str = "", secret: str = "", within_s: float = 30.0
    ) -> tuple[str, ...]:
        return tuple(self._asking.ask("mail", server, mail, user, secret, within_s))

    def secret(self, name: str) -> str:
        return str(self._asking.ask("secret", name))

    def keep_secret(self, name: str, value: str) -> None:
        self._asking.ask("keep_secret", name, value)
