"""The first line of a statement, in the colours of its language."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lapwing.domain.history import HistoryEntry
from lapwing.gui.history import history_texts as texts
from lapwing.gui.history.history_model import ENTRY_ROLE
from lapwing.gui.theme import Theme, mono_font
from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from lapwing.sql.tokens import TokenKind

_COLORS: Final = {
    TokenKind.KEYWORD: "keyword",
    TokenKind.TYPE: "keyword",
    TokenKind.FUNCTION: "function",
    TokenKind.NUMBER: "number",
    TokenKind.STRING: "string",
    TokenKind.BLOB: "string",
    TokenKind.COMMENT: "comment",
    TokenKind.PARAMETER: "accent_text",
}
_HEIGHT: Final = 26
_PADDING: Final = 6
_ICON: Final = 14
_FONT_PX: Final = 12
_ON_A_GROUND: Final = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver


class StatementDelegate(QStyledItemDelegate):
    """Paints the column of statements."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text, option.icon = "", QIcon()
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        drawing: Any = index.data(Qt.ItemDataRole.DecorationRole)
        box: QRect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if drawing is not None:
            square = QRect(box.left(), box.center().y() - _ICON // 2, _ICON, _ICON)
            drawing.paint(painter, QStyle.visualRect(option.direction, option.rect, square))
            box = box.adjusted(_ICON + _PADDING, 0, 0, 0)
        entry: HistoryEntry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setClipRect(QStyle.visualRect(option.direction, option.rect, box))
        self._paint_tokens(painter, entry, box, on_ground=bool(option.state & _ON_A_GROUND))
        painter.restore()

    def _paint_tokens(self, painter: QPainter, entry: HistoryEntry, box: QRect, *, on_ground: bool) -> None:
        """SQL is written from left to right in every language. What is `on_ground` needs brighter comments."""
        colors = Theme.current().colors
        painter.setFont(mono_font(_FONT_PX))
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(texts.first_line(entry.sql), Qt.TextElideMode.ElideRight, box.width())
        dialect = dialect_named(entry.dialect if entry.dialect in DIALECT_IDS else "ansi")
        base = box.top() + (box.height() + metrics.ascent() - metrics.descent()) // 2
        for kind, start, end in dialect.lex(text):
            color = _COLORS.get(kind, "text")
            painter.setPen(getattr(colors, "dim_text" if on_ground and color == "comment" else color))
            painter.drawText(box.left() + metrics.horizontalAdvance(text[:start]), base, text[start:end])
