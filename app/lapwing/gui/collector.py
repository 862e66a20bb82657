"""Garbage is collected in Qt's thread only.

Python collects in whichever thread happens to allocate: the journal's, or one that writes a file. Windows that were
closed often die in such a collection, for a widget and what it calls know each other; and a `QObject` that dies outside
its thread takes the process with it ("Timers cannot be stopped from another thread", then a crash).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 1_000


def collect_what_is_due() -> None:
    """Do what Python would have done by itself, but in this thread: the oldest generation that is due."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation] > 0:
            gc.collect(generation)
            return


class Collector(QObject):
    """Collects while it lives. Qt's thread; Python's own collections, in any thread, are off meanwhile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()
