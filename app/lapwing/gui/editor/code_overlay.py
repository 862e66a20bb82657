"""What is drawn in the text's place: the folded middle of a very long line, and what invisible characters are."""

from PySide6.QtCore import QLocale, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextBlock

from lapwing.domain.visible import escaped, hidden_places
from lapwing.gui.editor.code_text import CodeText, chips, is_fold, marked, unit_index
from lapwing.gui.theme import Theme

_AIR = 8
_STROKE = 2


class CodeOverlay(QObject):
    """Draws on the viewport of one view, after the text, and knows where it drew folds."""

    def __init__(self, codec: CodeText, parent: QObject) -> None:
        super().__init__(parent)
        self._codec = codec
        self._folds: list[tuple[QRect, int]] = []

    def begin(self) -> None:
        """A new painting begins."""
        self._folds.clear()

    def fold_at(self, point: QPoint) -> int | None:
        """The position in the document of the fold drawn at a point of the viewport."""
        return next((position for rect, position in self._folds if rect.contains(point)), None)

    def label(self, chip: str) -> str:
        """What a mark or a fold says of itself."""
        if not is_fold(chip):
            return escaped(marked(chip))
        count = QLocale().toString(self._codec.folded_length(chip))
        return self.tr("{count} characters").format(count=count)

    def chip_width(self, chip: str, metrics: QFontMetricsF) -> float:
        """The room a mark or a fold takes in its line, besides that of one character."""
        return metrics.horizontalAdvance(self.label(chip)) + _AIR - metrics.horizontalAdvance(" ")

    def paint(self, painter: QPainter, block: QTextBlock, stored: str, left: float, top: float) -> None:
        """Draw what belongs to one line.

        Args:
            painter: On the viewport.
            block: The line's.
            stored: The line.
            left: Where the block is, in the viewport.
            top: The same.
        """
        drawn = set(chips(stored))
        for at in drawn:
            self._paint_chip(painter, block, stored, at, self._cell(block, unit_index(stored, at), left, top))
        for at in hidden_places(stored):
            if at not in drawn and stored[at] != "\t":  # beyond the Basic Multilingual Plane: no mark can stand for it
                cell = self._cell(block, unit_index(stored, at), left, top)
                painter.fillRect(cell.adjusted(0, 2, 0, -2), Theme.current().colors.bad)

    def _cell(self, block: QTextBlock, units: int, left: float, top: float) -> QRectF:
        """A thin upright stroke before a character."""
        line = block.layout().lineForTextPosition(units)
        if not line.isValid():
            return QRectF()
        x: float = line.cursorToX(units)[0]  # type: ignore[index]
        return QRectF(left + x, top + line.y(), _STROKE, line.height())

    def _paint_chip(self, painter: QPainter, block: QTextBlock, stored: str, at: int, cell: QRectF) -> None:
        colors = Theme.current().colors
        folds = is_fold(stored[at])
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(self.label(stored[at])) + _AIR
        rect = QRectF(cell.x() + 1, cell.y() + 1.5, width - 2, cell.height() - 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.raised if folds else colors.bad_background)
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(colors.dim_text if folds else colors.bad)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self.label(stored[at]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if folds:
            self._folds.append((rect.toRect(), block.position() + unit_index(stored, at)))
