"""What a place says while it has nothing to show: a drawing, a sentence, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.gui.theme import icon
from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.plain_text import PlainLabel, caption

_ICON_PX = 40
_SENTENCE_WIDTH = 420


class EmptyState(QWidget):
    """Centred in the room it gets. Title and sentence are its accessible name."""

    def __init__(
        self, icon_name: str, sentence: str, parent: QWidget | None = None, *, name: str, title: str = ""
    ) -> None:
        """Make one without buttons.

        Args:
            icon_name: A drawing of `resources/icons`.
            sentence: Why there is nothing, or what could be here; translated.
            parent: As in Qt.
            name: The objectName.
            title: A line above the sentence.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._drawing = IconLabel(icon_name, "faint_text", _ICON_PX)
        self._title = PlainLabel(look="title", elide=True)
        self._sentence = PlainLabel(look="dim", lines=True)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setFixedWidth(_SENTENCE_WIDTH)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self._drawing, self._title):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        across = QHBoxLayout()  # an aligned label would get the height of one line, however many it has
        across.addStretch(1)
        across.addWidget(self._sentence)
        across.addStretch(1)
        column.addLayout(across)
        column.addSpacing(4)
        column.addLayout(self._buttons)
        column.setAlignment(self._buttons, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_text(sentence, title)

    def set_text(self, sentence: str, title: str = "", icon_name: str = "") -> None:
        """Say something else; the drawing stays unless one is named."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._sentence.setText(sentence)
        self.setAccessibleName(f"{title}. {sentence}" if title else sentence)
        if icon_name:
            self._drawing.set_icon(icon_name, "faint_text")

    def add_button(self, text: str, *, name: str, icon_name: str = "", primary: bool = False) -> QPushButton:
        """Add a way out at the right of those there are; connect its `clicked`.

        Args:
            text: Translated.
            name: The objectName.
            icon_name: A drawing before the word.
            primary: The one that most people will want.
        """
        button = QPushButton(caption(text))
        button.setObjectName(name)
        button.setAccessibleName(text)
        if primary:
            button.setProperty("primary", "true")
        if icon_name:
            button.setIcon(icon(icon_name, "on_accent" if primary else "text"))
        self._buttons.addWidget(button)
        return button
