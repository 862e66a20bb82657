"""A line across the top of a place, saying what is going on there."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from lapwing.gui.widgets.icon_label import IconLabel
from lapwing.gui.widgets.plain_text import PlainLabel, caption
from lapwing.gui.widgets.tool_button import ToolButton


class Level(StrEnum):
    """How much it matters; the values are those of the style sheet."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


_LINE_PX = 26
_DRAWINGS = {
    Level.INFO: ("info", "text"),
    Level.GOOD: ("success", "good"),
    Level.WARNING: ("alert", "warning"),
    Level.ERROR: ("error", "bad"),
}


class Banner(QFrame):
    """Hidden until it has something to say. The text may be a server's: it is shown as plain text, and can be copied.

    Signals:
        closed: The person closed it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str, closable: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._drawing = IconLabel("info", "text", 16, height=_LINE_PX)
        self._text = PlainLabel(lines=True)
        self._text.setObjectName(f"{name}.text")
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setContentsMargins(0, 5, 0, 5)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._actions: list[QPushButton] = []
        self._close = ToolButton("close", parent=self, name=f"{name}.close", tip=self.tr("Close"), color="dim_text")
        self._close.clicked.connect(self._on_close)
        self._close.setVisible(closable)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 6, 4)
        self._row.setSpacing(8)
        self._row.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, exactly as given; empty while it is hidden."""
        return self._text.full_text

    def say(self, level: Level, text: str) -> None:
        """Show `text`; actions of an earlier message go."""
        self._drop_actions()
        self._drawing.set_icon(*_DRAWINGS[level])
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setProperty("level", level.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def set_text(self, text: str) -> None:
        """Say it in other words, with the same actions: a time that runs, say."""
        self._text.setText(text)

    def add_action(self, text: str, *, name: str) -> QPushButton:
        """Offer something to do about it; connect its `clicked`. To be called after `say`."""
        button = QPushButton(caption(text))
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setProperty("look", "outline")
        self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)
        self._actions.append(button)
        return button

    def clear(self) -> None:
        """Hide it and forget what it said."""
        self.hide()
        self._drop_actions()
        self._text.setText("")

    def _drop_actions(self) -> None:
        for button in self._actions:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._actions.clear()

    def _on_close(self) -> None:
        self.clear()
        self.closed.emit()
