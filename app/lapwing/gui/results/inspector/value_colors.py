"""Colours for documents in values."""

import re
from typing import Final

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from lapwing.gui.theme import Theme

_MOST_CHARS: Final = 200_000
_JSON: Final = re.compile(r'("(?:[^"\\]|\\.)*"(?=:))|("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|\b(true|false|null)\b')
_XML: Final = re.compile(r"""(</?[^\s<>/!?]+|/?>)|("[^"]*"|'[^']*')|(\d+$)^|(<[!?][^>]*>?)""")
_TOKENS: Final = ("function", "string", "number", "keyword")


class ValueColors(QSyntaxHighlighter):
    """Colours JSON and XML, and nothing else. Qt's thread."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._pattern: re.Pattern[str] | None = None
        Theme.current().changed.connect(self.rehighlight)

    def use(self, kind: str) -> None:
        """The kind of the next text: `json`, `xml` or anything else."""
        self._pattern = {"json": _JSON, "xml": _XML}.get(kind)

    def highlightBlock(self, text: str) -> None:
        if self._pattern is None or self.document().characterCount() > _MOST_CHARS:
            return
        colors = Theme.current().colors.as_dict()
        for found in self._pattern.finditer(text):
            if found.lastindex:
                look = QTextCharFormat()
                look.setForeground(colors[_TOKENS[found.lastindex - 1]])
                self.setFormat(found.start(), found.end() - found.start(), look)
