"""How each kind of token looks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat

from lapwing.gui.editor.code_names import NameKind
from lapwing.gui.theme import Tokens
from lapwing.sql.tokens import TokenKind

_COLORS = {
    TokenKind.KEYWORD: "keyword",
    TokenKind.TYPE: "keyword",
    TokenKind.FUNCTION: "function",
    TokenKind.NUMBER: "number",
    TokenKind.STRING: "string",
    TokenKind.BLOB: "string",
    TokenKind.COMMENT: "comment",
    TokenKind.PARAMETER: "accent_text",
    TokenKind.ERROR: "bad",
}
"""Kinds that are not here are written in the colour of text."""


def token_formats(colors: Tokens[QColor]) -> dict[TokenKind, QTextCharFormat]:
    """One format for each kind that differs from running text, in the colours of a theme."""
    formats: dict[TokenKind, QTextCharFormat] = {}
    for kind, name in _COLORS.items():
        made = QTextCharFormat()
        made.setForeground(getattr(colors, name))
        made.setFontItalic(kind is TokenKind.COMMENT)
        formats[kind] = made
    return formats


def name_formats(colors: Tokens[QColor]) -> dict[NameKind, QTextCharFormat]:
    """Names of tables and columns that the database has, and words of its server."""
    formats: dict[NameKind, QTextCharFormat] = {}
    for kind, color in (
        (NameKind.RELATION, colors.function),
        (NameKind.COLUMN, colors.column),
        (NameKind.KEYWORD, colors.keyword),
    ):
        formats[kind] = QTextCharFormat()
        formats[kind].setForeground(color)
    return formats


def chip_format(width: float) -> QTextCharFormat:
    """A character that something is drawn over: unseen itself, and as much wider than one as the drawing is."""
    made = QTextCharFormat()
    made.setForeground(QColor(Qt.GlobalColor.transparent))
    made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    made.setFontLetterSpacing(width)
    return made
