"""One line of SQL in the colours of its language, for delegates."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

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
_FONT_PX: Final = 12


def paint_sql(painter: QPainter, text: str, dialect_id: str, box: QRect, *, on_ground: bool) -> None:
    """Paint one line into a box, cut with an ellipsis; SQL is written from left to right in every language.

    What is `on_ground` (selected, under the mouse) needs brighter comments.
    """
    colors = Theme.current().colors
    painter.setFont(mono_font(_FONT_PX))
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    dialect = dialect_named(dialect_id if dialect_id in DIALECT_IDS else "ansi")
    base = box.top() + (box.height() + metrics.ascent() - metrics.descent()) // 2
    for kind, start, end in dialect.lex(shown):
        color = _COLORS.get(kind, "text")
        painter.setPen(getattr(colors, "dim_text" if on_ground and color == "comment" else color))
        painter.drawText(box.left() + metrics.horizontalAdvance(shown[:start]), base, shown[start:end])
