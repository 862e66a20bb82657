"""The bar above an editor in which one says what to find and what to write in its place."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from lapwing.gui.editor.search_memory import SearchMemory
from lapwing.gui.theme import icon, mono_font
from lapwing.gui.widgets import PlainLabel, ToolButton, plain_tool_tip
from lapwing.gui.widgets.counts import grouped

_TYPING_MS: Final = 120
_FIELD_PX: Final = (180, 460)
_COUNT_PX: Final = 150


class RememberingField(QLineEdit):
    """A line in which Up and Down bring back what was searched before. Qt's thread."""

    def __init__(self, prompt: str, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(prompt)
        self.setPlaceholderText(prompt)
        self.setFont(mono_font(12))
        self.setMinimumWidth(_FIELD_PX[0])
        self.setMaximumWidth(_FIELD_PX[1])
        self._past: Sequence[str] = ()
        self._at = -1
        self._typed = ""
        self.textEdited.connect(self._forget_place)

    def remember(self, past: Sequence[str]) -> None:
        """What Up goes through, the last one first."""
        self._past = past
        self._forget_place()

    def _forget_place(self) -> None:
        self._at = -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        if self._at < 0:
            self._typed = self.text()
        past = [text for text in self._past if text != self._typed]
        self._at = max(-1, min(self._at + step, len(past) - 1))
        at = self._at
        self.setText(past[at] if at >= 0 else self._typed)
        self.textEdited.emit(self.text())
        self._at = at


class CodeFindBar(QWidget):
    """What to find, how, how often it is there; and what to write in its place. Qt's thread.

    Signals:
        search_wanted(): What is looked for, or how, is another now.
        step_wanted(int): 1 for the next place, -1 for the one before.
        replace_wanted(): The place that is selected is to be replaced.
        replace_all_wanted(): All places are.
        closed(): The bar is gone.

    Attributes:
        field, replacement: The two lines.
        match_case, whole_word, regex, in_selection: How it is looked for; buttons that stay pressed.
    """

    search_wanted = Signal()
    step_wanted = Signal(int)
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    closed = Signal()

    def __init__(self, memory: SearchMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self.setObjectName("code_find_bar")
        self.setAccessibleName(self.tr("Find in editor"))
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.search_wanted)
        self.field = RememberingField(self.tr("Find"), self, name="find.text")
        self.field.textEdited.connect(lambda _text: self._typing.start())
        self.replacement = RememberingField(self.tr("Replace with"), self, name="find.replacement")
        self.match_case = self._toggle("case", self.tr("Match case"))
        self.whole_word = self._toggle("word", self.tr("Whole words"))
        self.regex = self._toggle("regex", self.tr("Regular expression"))
        self.in_selection = self._toggle("text-search", self.tr("Only in the selection"))
        self._count = PlainLabel("", self, look="dim", elide=True)
        self._count.setObjectName("find.count")
        self._count.setMinimumWidth(_COUNT_PX)
        self._expand = self._button("chevron-right", self.tr("Replace (Ctrl+H)"), "expand")
        self._expand.setCheckable(True)
        self._expand.toggled.connect(self._show_replacing)
        self._lower = QWidget(self)
        self._lay_out()
        self._show_replacing(False)

    def _lay_out(self) -> None:
        previous = self._button("chevron-up", self.tr("Previous (Shift+F3)"), "previous")
        previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        following = self._button("chevron-down", self.tr("Next (F3)"), "next")
        following.clicked.connect(lambda: self.step_wanted.emit(1))
        close = self._button("close", self.tr("Close (Escape)"), "close")
        close.clicked.connect(self.close_bar)
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 4, 6, 4)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._expand, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.replacement, 1, 1)
        grid.setColumnStretch(1, 3)
        upper = QHBoxLayout()
        upper.setSpacing(2)
        for widget in (self.match_case, self.whole_word, self.regex, self.in_selection):
            upper.addWidget(widget)
        upper.addSpacing(6)
        upper.addWidget(previous)
        upper.addWidget(following)
        upper.addSpacing(6)
        upper.addWidget(self._count, 1)
        grid.addLayout(upper, 0, 2)
        grid.setColumnStretch(2, 4)
        grid.addWidget(close, 0, 3)
        lower = QHBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(6)
        one = self._push(self.tr("Replace"), "find.replace")
        one.clicked.connect(self.replace_wanted)
        every = self._push(self.tr("Replace all"), "find.replace_all")
        every.clicked.connect(self.replace_all_wanted)
        lower.addWidget(one)
        lower.addWidget(every)
        lower.addStretch(1)
        grid.addWidget(self._lower, 1, 2)

    def _push(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAccessibleName(text)
        made.setProperty("look", "outline")
        return made

    def _button(self, drawing: str, tip: str, name: str) -> ToolButton:
        return ToolButton(drawing, parent=self, name=f"find.{name}", tip=tip, color="dim_text")

    def _toggle(self, drawing: str, tip: str) -> ToolButton:
        made = self._button(drawing, tip, drawing)
        made.setCheckable(True)
        made.toggled.connect(lambda _on: self.search_wanted.emit())
        return made

    def _show_replacing(self, shows: bool) -> None:
        self._expand.setIcon(icon("chevron-down" if shows else "chevron-right", "dim_text"))
        self.replacement.setVisible(shows)
        self._lower.setVisible(shows)

    @property
    def is_replacing(self) -> bool:
        """Whether the second line is there."""
        return self._expand.isChecked()

    # what others do

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar with the keyboard in it; what was searched before is searched again."""
        if replacing:
            self._expand.setChecked(True)
        self._memory.read_again()
        self.field.remember(self._memory.searched)
        self.replacement.remember(self._memory.replaced)
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        if self.field.text():
            self.search_wanted.emit()

    def close_bar(self) -> None:
        self._typing.stop()
        self.hide()
        self.closed.emit()

    def keep(self) -> None:
        """What is looked for was meant: remember it."""
        self._memory.add(self.field.text(), self.replacement.text() if self.is_replacing else "")
        self.field.remember(self._memory.searched)
        self.replacement.remember(self._memory.replaced)

    def show_wrong(self, sentence: str) -> None:
        """Say what is wrong with what was typed; empty: nothing is."""
        if bool(self.field.property("invalid")) != bool(sentence):
            self.field.setProperty("invalid", bool(sentence))
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
        self.field.setToolTip(plain_tool_tip(sentence))
        if sentence:
            self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say something where the count stands."""
        self._count.setText(sentence)

    @property
    def said(self) -> str:
        """What stands there."""
        return self._count.full_text

    def show_count(self, current: int, count: int, *, is_complete: bool) -> None:
        """Say which of how many; `current` is 0 when none is selected."""
        shown = grouped(count) if is_complete else f"{grouped(count)}+"
        if not self.field.text():
            self.say("")
        elif not count:
            self.say(self.tr("Not found"))
        elif current:
            self.say(self.tr("{current} of {count}").format(current=grouped(current), count=shown))
        else:
            self.say(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.replacement.hasFocus():
            self.replace_wanted.emit()
        elif self.field.hasFocus():
            if self._typing.isActive():
                self._typing.stop()
                self.search_wanted.emit()
            self.step_wanted.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
