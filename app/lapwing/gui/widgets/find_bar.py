"""The line in which one says what to find, for results and editors."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from lapwing.gui.theme import icon
from lapwing.gui.widgets.counts import grouped

_TYPING_MS = 180


class FindBar(QWidget):
    """A line above what is searched: what to find, how often it is there, next and previous.

    Signals:
        search_wanted(str, bool): the text, and whether its case matters.
        step_wanted(int): 1 for the next, -1 for the one before.
        closed()
    """

    search_wanted = Signal(str, bool)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, prompt: str, none_found: str, parent: QWidget | None = None) -> None:
        """Make one.

        Args:
            prompt: What is searched, translated: "Find in result".
            none_found: What to say when nothing is found, translated.
            parent: As in Qt.
        """
        super().__init__(parent)
        self._none_found = none_found
        self._more = ""
        self.setObjectName("find_bar")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._search)
        self.field = QLineEdit(self)
        self.field.setObjectName("find_text")
        self.field.setAccessibleName(prompt)
        self.field.setPlaceholderText(prompt)
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(lambda _text: self._typing.start())
        self.field.returnPressed.connect(lambda: self.step_wanted.emit(1))
        self._case = self._button("case", self.tr("Match case"), checkable=True)
        self._case.toggled.connect(lambda _on: self._search())
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setObjectName("find_count")
        previous = self._button("chevron-up", self.tr("Previous (Shift+Enter)"))
        previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        following = self._button("chevron-down", self.tr("Next (Enter)"))
        following.clicked.connect(lambda: self.step_wanted.emit(1))
        close = self._button("close", self.tr("Close (Escape)"))
        close.clicked.connect(self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        for widget in (self._case, previous, following, self._count):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(close)

    def _button(self, name: str, tip: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, "dim_text"))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setObjectName(f"find_{name}")
        button.setCheckable(checkable)
        return button

    def open(self) -> None:
        """Show the bar with the keyboard in it; what was searched before is searched again."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        if self.field.text():
            self._search()

    def close_bar(self) -> None:
        self._typing.stop()
        self.hide()
        self.closed.emit()

    def _search(self) -> None:
        self._typing.stop()
        self.search_wanted.emit(self.field.text(), self._case.isChecked())

    def show_searching(self) -> None:
        self._count.setText(self.tr("Searching…"))

    def show_sentence(self, text: str) -> None:
        self._count.setText(text)

    def show_hits(self, current: int, count: int, *, complete: bool | None) -> None:
        """Which of how many; `complete` is False when there are more, None when that has not changed."""
        if complete is not None:
            self._more = "" if complete else "+"
        if not self.field.text():
            self._count.setText("")
        elif not count:
            self._count.setText(self._none_found)
        else:
            self._count.setText(
                f"{grouped(current)} / {grouped(count)}{self._more}" if current else f"{grouped(count)}{self._more}"
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.step_wanted.emit(-1)
        else:
            super().keyPressEvent(event)
