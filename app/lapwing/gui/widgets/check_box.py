"""A box to be checked whose words go on in further lines where there is no room for them in one."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

_LEAST_PX: Final = 120
"""The narrowest that words still read well in."""
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic)


class WrappedCheckBox(QCheckBox):
    """As Qt's own, which is always as wide as its text. GUI thread. Who inherits may give `text` another meaning."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _option(self) -> QStyleOptionButton:
        """What the style is told of it: the box, in the first line, without words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.rect = QRect(0, 0, self.width(), self._line_px())
        return option

    def _line_px(self) -> int:
        return super().sizeHint().height()

    def _beside_px(self) -> int:
        """From the edge to the words."""
        indicator = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self)
        return indicator + self.style().pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, None, self)

    def _words_in(self, width_px: int) -> QRect:
        room = QRect(0, 0, max(width_px, 1), 100_000)
        return self.fontMetrics().boundingRect(room, _WRAPPED, QCheckBox.text(self))

    def sizeHint(self) -> QSize:
        """In one line."""
        return super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        width = min(super().sizeHint().width(), self._beside_px() + _LEAST_PX)
        return QSize(width, self._line_px())

    def heightForWidth(self, width: int) -> int:
        spare = self._line_px() - self.fontMetrics().height()
        return max(self._line_px(), self._words_in(width - self._beside_px()).height() + spare)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = self._option()
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        spare = (self._line_px() - self.fontMetrics().height()) // 2
        room = self.rect().adjusted(self._beside_px(), spare, 0, 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            room = self.rect().adjusted(0, spare, -self._beside_px(), 0)
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        flags = int(start | Qt.AlignmentFlag.AlignTop) | _WRAPPED
        painter.drawItemText(
            room, flags, self.palette(), self.isEnabled(), QCheckBox.text(self), QPalette.ColorRole.WindowText
        )
