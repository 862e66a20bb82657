"""The last lines of a service's log, in memory."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from typing import Final

from lapwing.domain.services import ServiceLogLine

_MOST_LINES: Final = 500
_LONGEST: Final = 2000
_TOLD_AFTER_S: Final = 0.2


class ServiceLogHandler(logging.Handler):
    """Hears the logger of a service. Any thread writes; what was told is read in the event loop's."""

    def __init__(self, logger: str, tell: Callable[[], None]) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[ServiceLogLine] = deque(maxlen=_MOST_LINES)
        self._loop = asyncio.get_running_loop()
        self._tell = tell
        self._is_telling = False
        self._logger = logging.getLogger(logger)
        self._logger.addHandler(self)
        if not self._logger.isEnabledFor(logging.INFO):
            self._logger.setLevel(logging.INFO)

    def lines(self) -> tuple[ServiceLogLine, ...]:
        """The newest last."""
        return tuple(self._lines)

    def write(self, level: int, text: str) -> None:
        """A line about the service's life."""
        self._logger.log(level, "%s", text)

    def close(self) -> None:
        """Hear no more."""
        self._logger.removeHandler(self)
        super().close()

    def emit(self, record: logging.LogRecord) -> None:
        """A line was written; of an error its kind, since the whole of it is in the engine's log."""
        try:
            text = record.getMessage()
            if record.exc_info and record.exc_info[0] is not None:
                text = f"{text} ({record.exc_info[0].__name__})"
            self._lines.append(ServiceLogLine(record.created, record.levelname.lower(), text[:_LONGEST]))
            if not self._is_telling and not self._loop.is_closed():
                self._is_telling = True
                self._loop.call_soon_threadsafe(self._tell_soon)
        except Exception:  # a line that cannot be formatted must not disturb who wrote it
            self.handleError(record)

    def _tell_soon(self) -> None:
        self._loop.call_later(_TOLD_AFTER_S, self._tell_now)

    def _tell_now(self) -> None:
        self._is_telling = False
        self._tell()
