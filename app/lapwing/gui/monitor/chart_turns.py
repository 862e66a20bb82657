"""Panels are painted in turns, one a round of the event loop, so that many at once never hold up the window."""

import time
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

PAUSE_S: Final = 0.1
"""Between two paintings of the same panel at least."""


class Painted(Protocol):
    """What takes turns: a widget."""

    def take_turn(self) -> None:
        """Paint, or leave it when nobody can see it."""


class PaintTurns(QObject):
    """Who waits for a turn, in order. GUI thread; one for the application (`PaintTurns.of_application()`)."""

    _current: "PaintTurns | None" = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart.turns")
        self._waiting: dict[Painted, float] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._give)

    @classmethod
    def of_application(cls) -> "PaintTurns":
        if cls._current is None or not isValid(cls._current):
            cls._current = PaintTurns(QCoreApplication.instance())
        return cls._current

    def ask(self, panel: Painted, last: float) -> None:
        """Give a panel a turn, but not before `PAUSE_S` have gone by since `last` (monotonic seconds)."""
        if panel not in self._waiting:
            self._waiting[panel] = last + PAUSE_S
            self._wait()

    def leave(self, panel: Painted) -> None:
        """The panel wants no turn any more."""
        self._waiting.pop(panel, None)

    def _wait(self) -> None:
        if self._waiting:
            left_s = min(self._waiting.values()) - time.monotonic()
            self._timer.start(max(0, round(left_s * 1000)))

    def _give(self) -> None:
        now = time.monotonic() + 0.001
        due = [panel for panel, at in self._waiting.items() if at <= now]
        try:
            if due:
                del self._waiting[due[0]]
                if isValid(due[0]):
                    due[0].take_turn()
        finally:
            self._wait()
