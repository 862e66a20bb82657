"""Bytes as hexadecimal digits and characters, sixteen a line or fewer where there is little room; read as seen."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from lapwing.gui.results.inspector.byte_source import ByteSource
from lapwing.gui.theme import Theme, grid_font

_LINE_PX: Final = 18
_PAD_PX: Final = 2
_MOST_LINES: Final = 2_000_000_000
"""A scroll bar counts no further."""


class HexView(QAbstractScrollArea):
    """Offset, digits, characters. Qt's thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hex_view")
        self.setAccessibleName(self.tr("Bytes of the value"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._source: ByteSource | None = None
        self._font = grid_font(11)
        self._advance = QFontMetrics(self._font).horizontalAdvance("0" * 100) / 100
        self._per_line = 8
        Theme.current().changed.connect(self.viewport().update)

    def show_bytes(self, source: ByteSource | None) -> None:
        """Show these from the beginning."""
        self._source = source
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def _lay_out(self) -> None:
        room = self.viewport().width() / self._advance
        self._per_line = 16 if room >= self._columns(16) else 8 if room >= self._columns(8) else 4
        size = self._source.size if self._source is not None else 0
        lines = min(_MOST_LINES, -(-size // self._per_line))
        seen = max(1, self.viewport().height() // _LINE_PX)
        bar = self.verticalScrollBar()
        bar.setPageStep(seen)
        bar.setRange(0, max(0, lines - seen))
        across = self.horizontalScrollBar()
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(0, round(self._columns(self._per_line) * self._advance) - self.viewport().width()))

    def _columns(self, per_line: int) -> int:
        """Characters a line takes."""
        return self._offset_digits() + 2 + 3 * per_line + 1 + per_line

    def _offset_digits(self) -> int:
        return max(4, len(f"{self._source.size:x}")) if self._source is not None else 4

    def line_text(self, line: int) -> tuple[str, str, str]:
        """Offset, digits and characters of one line; for painting and for screen readers."""
        assert self._source is not None
        start = line * self._per_line
        data = self._source.read(start, self._per_line)
        digits = " ".join(f"{byte:02x}" for byte in data)
        shown = "".join(chr(byte) if 0x20 <= byte < 0x7F else "·" for byte in data)
        return f"{start:0{self._offset_digits()}x}", digits.ljust(3 * self._per_line - 1), shown

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        colors = Theme.current().colors
        painter.fillRect(event.rect(), colors.panel)
        if self._source is None:
            return
        painter.setFont(self._font)
        left = _PAD_PX - self.horizontalScrollBar().value()
        first = self.verticalScrollBar().value()
        last = min(-(-self._source.size // self._per_line), first + self.viewport().height() // _LINE_PX + 2)
        for line in range(first, last):
            try:
                offset, digits, shown = self.line_text(line)
            except (OSError, ValueError):
                break  # the file is gone or damaged: what can be read is shown
            y = (line - first) * _LINE_PX + 13
            painter.setPen(colors.faint_text)
            painter.drawText(left, y, offset)
            painter.setPen(colors.text)
            x = left + round((len(offset) + 2) * self._advance)
            painter.drawText(x, y, digits)
            painter.setPen(colors.dim_text)
            painter.drawText(x + round((len(digits) + 2) * self._advance), y, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
