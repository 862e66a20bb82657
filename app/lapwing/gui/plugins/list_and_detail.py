"""A list and what is chosen in it, side by side."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_LIST_PX: Final = 510
_LEAST_LIST_PX: Final = 260
_DETAIL_PX: Final = 440
"""What a detail needs for its sentences and fields; a narrow window takes it from the list."""


class ListAndDetail(QSplitter):
    """Shares its width anew with each size of the window, until a person moves the line between. GUI thread."""

    def __init__(self, rows: QWidget, detail: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._is_moved = False
        self.setChildrenCollapsible(False)
        self.addWidget(rows)
        self.addWidget(detail)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._keep)

    def _keep(self, _place: int, _index: int) -> None:
        self._is_moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_moved:
            width = self.width() - self.handleWidth()
            rows = max(_LEAST_LIST_PX, min(_LIST_PX, width - _DETAIL_PX))
            self.setSizes([rows, max(1, width - rows)])
