"""Lists that are read page after page."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea

_SCREENS = 2


class EndInSight(QObject):
    """Tells when the end of a list is no further away than two screens. Qt's thread.

    A tree view asks its model for more (`fetchMore`) each time it lays out its rows, wherever its scroll bar is: a list
    that is asked that way is read to its end, page after page, while somebody looks at its beginning.

    Signals:
        reached(): whoever shows the list may read on. Told again as long as it is so.
    """

    reached = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._bar = view.verticalScrollBar()
        self._bar.valueChanged.connect(self._look)
        self._bar.rangeChanged.connect(self._look)

    def _look(self) -> None:
        if self._bar.maximum() - self._bar.value() <= _SCREENS * self._bar.pageStep():
            self.reached.emit()
