"""What a window says above everything: the last thing that happened, and beside it what must not be missed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from lapwing.gui.widgets import Banner, Level

_ORDER: Final = (Level.GOOD, Level.INFO, Level.WARNING, Level.ERROR)


class WindowNotices(QObject):
    """Shows several sentences in one banner, so that none takes the place of one that nobody has read. Qt's thread.

    A later `say` replaces an earlier one. What was found at the start stays beside it until the person closes the
    banner, a standing trouble until it is over.
    """

    def __init__(self, banner: Banner) -> None:
        super().__init__(banner)
        self._banner = banner
        self._found: list[tuple[Level, str]] = []
        self._last: list[tuple[Level, str]] = []
        self._trouble: list[tuple[Level, str]] = []
        banner.closed.connect(self._closed)

    def say(self, level: Level, text: str) -> None:
        """This happened."""
        self._last = [(level, text)]
        self._show()

    def warn(self, text: str) -> None:
        """This happened, and may matter."""
        self.say(Level.WARNING, text)

    def find(self, level: Level, sentences: Sequence[str]) -> None:
        """This was found; what is said already is not said twice."""
        new = [(level, text) for text in dict.fromkeys(sentences) if text not in self._banner.text]
        self._found += new
        if new:
            self._show()

    def stand(self, sentence: str | None) -> None:
        """This is wrong, until None is told."""
        self._trouble = [(Level.ERROR, sentence)] if sentence else []
        self._show()

    def _closed(self) -> None:
        self._found.clear()
        self._last.clear()

    def _show(self) -> None:
        told = [*self._trouble, *self._last, *self._found]
        if told:
            worst = max((level for level, _text in told), key=_ORDER.index)
            self._banner.say(worst, "\n".join(dict.fromkeys(text for _level, text in told)))
        else:
            self._banner.clear()
