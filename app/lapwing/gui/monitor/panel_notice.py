"""What a panel says instead of values: that there are none, or that the role may not see them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.plain_text import PlainLabel

_ICON_PX = 20


class PanelNotice(QWidget):
    """A drawing, a few words, and a sentence, in the middle of the panel."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._drawing = IconLabel("lock", "faint_text", _ICON_PX)
        self._title = PlainLabel(look="dim")
        self._sentence = PlainLabel(look="faint", lines=True)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 4)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addStretch(1)

    def say(self, icon_name: str, title: str, sentence: str, *, is_small: bool) -> None:
        """Say it; where there is little room, without the drawing, and the sentence as tool tip."""
        self._drawing.setVisible(not is_small)
        self._drawing.set_icon(icon_name, "faint_text")
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence) and not is_small)
        self.setAccessibleName(f"{title}. {sentence}" if sentence else title)
