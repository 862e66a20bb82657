"""A text of other programs, to be read and copied: hostile until proved otherwise, so never more than plain text."""

import json
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.theme import mono_font
from lapwing.gui.widgets import PlainLabel

_MOST_CHARACTERS: Final = 200_000


class TextPane(QWidget):
    """A caption and a text below it. Qt's thread."""

    def __init__(self, caption: str, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        label = PlainLabel(caption, self, look="faint")
        self.text = QPlainTextEdit(self)
        self.text.setObjectName(f"{name}_text")
        self.text.setAccessibleName(caption)
        self.text.setProperty("look", "code")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.document().setDocumentMargin(14)
        self.text.setFont(mono_font())
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 6)
        head.addWidget(label)
        down.addLayout(head)
        down.addWidget(self.text, 1)

    def show_text(self, text: str) -> None:
        """Show a text with what is invisible in it made visible; where it is there already, nothing moves."""
        shown = visible_text(text[:_MOST_CHARACTERS], "\n\t")
        if shown != self.text.toPlainText():
            self.text.setPlainText(shown)


def laid_out(body: str) -> str:
    """JSON on lines of its own, where nothing but white space changes by that; any other text as it is."""
    try:
        found = json.loads(body)
        if json.dumps(found, ensure_ascii=False, separators=(",", ":")) == body:
            return json.dumps(found, indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        pass  # no JSON, which is no fault
    return body


def headers_text(headers: tuple[tuple[str, str], ...]) -> str:
    """A line for each."""
    return "\n".join(f"{name}: {value}" for name, value in headers)
