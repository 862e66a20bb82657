"""How far a long script or an export is: one line on standard error, written over and over."""

import contextlib
import sys
from typing import Final

from lapwing.cli.messages import counted
from lapwing.domain.events import ScriptProgressed
from lapwing.domain.visible import visible_text

_CLEAR: Final = "\r\x1b[K"
_WIDTH: Final = 79


def wants_progress(asked: bool | None) -> bool:
    """Whether to show it: as asked, or else where standard error is a terminal."""
    return asked if asked is not None else sys.stderr is not None and sys.stderr.isatty()


class ProgressLine:
    """The line. Event loop's thread."""

    def __init__(self) -> None:
        self._is_shown = False

    def show(self, event: ScriptProgressed) -> None:
        """Write it, or write it anew. On what is no terminal each one is a line."""
        parts = [counted(event.done, "statement")]
        if event.failed:
            parts.append(f"{event.failed:,} refused")
        if event.size:
            parts.append(f"{100 * event.size_done // event.size} %")
        self.show_text(", ".join(parts) + f": {event.sql}")

    def show_text(self, text: str) -> None:
        """The same of anything else."""
        text = visible_text(text)[:_WIDTH]
        is_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._write(f"{_CLEAR}{text}" if is_terminal else f"{text}\n")
        self._is_shown = is_terminal

    def clear(self) -> None:
        """Take it away."""
        if self._is_shown:
            self._is_shown = False
            self._write(_CLEAR)

    @staticmethod
    def _write(text: str) -> None:
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):  # nobody is there to be told
                sys.stderr.write(text)
                sys.stderr.flush()
