"""Quiet lines that show how far lines are indented, and signs for blanks and tabs, drawn where one looks."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from lapwing.gui.editor.code_text import unit_index

_LONGEST: Final = 2_000
"""Characters of a line that are looked at."""


def indent_columns(stored: str, tab: int) -> int:
    """How many columns of blanks a line begins with."""
    head = stored[: len(stored) - len(stored.lstrip(" \t"))]
    return len(head.expandtabs(tab))


def guide_columns(lines: list[str], step: int, tab: int) -> list[range]:
    """For each line the columns at which guides stand: steps of its indent; of the lines around it for a blank one."""
    depths = [indent_columns(line, tab) if line.strip() else -1 for line in lines]
    for number, depth in enumerate(depths):
        if depth < 0:
            before = next((found for found in reversed(depths[:number]) if found >= 0), 0)
            after = next((found for found in depths[number:] if found >= 0), 0)
            depths[number] = min(before, after)
    return [range(step, depth, step) for depth in depths]


def paint_guides(
    painter: QPainter, columns: range, left: float, top: float, height: float, char_width: float, color: QColor
) -> None:
    """Draw the guides of one line."""
    painter.setPen(QPen(color, 1))
    for column in columns:
        x = round(left + column * char_width) + 0.5
        painter.drawLine(QPointF(x, top), QPointF(x, top + height))


def paint_blanks(painter: QPainter, block: QTextBlock, stored: str, left: float, top: float, color: QColor) -> None:
    """Draw a dot for each blank and an arrow for each tab of one line, as far as it is looked at."""
    layout = block.layout()
    painter.setPen(QPen(color, 1))
    for at, sign in enumerate(stored[:_LONGEST]):
        if sign not in " \t":
            continue
        units = unit_index(stored, at)
        line = layout.lineForTextPosition(units)
        if not line.isValid():
            return
        x: float = line.cursorToX(units)[0]  # type: ignore[index]
        after: float = line.cursorToX(units + 1)[0]  # type: ignore[index]
        middle = top + line.y() + line.height() / 2
        if sign == " ":
            painter.fillRect(QRectF(left + (x + after) / 2 - 0.75, middle - 0.75, 1.5, 1.5), color)
        elif after - x > 4:
            tip = QPointF(left + after - 3, middle)
            painter.drawLine(QPointF(left + x + 2, middle), tip)
            painter.drawLine(tip, tip + QPointF(-3, -3))
            painter.drawLine(tip, tip + QPointF(-3, 3))
