"""The value editor: one cell's whole value in a window of its own, where long texts and several lines have room."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.values import Cell, RawText, ServerDefault, cell_text
from lapwing.gui.theme import mono_font
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.counts import with_grouped

_SIZE: Final = (640, 420)
_CHECKED_CHARS: Final = 30_000
"""Longer texts are not looked at with every letter."""


class ValueDialog(QDialog):
    """Shows a value as plain text and lets it be written anew. NULL is said in words, and is no text.

    Signals:
        applied(object): What the cell is to hold: a text, or None for NULL.
    """

    applied = Signal(object)

    def __init__(self, title: str, value: Cell, why_not: str, parent: QWidget) -> None:
        """Show a value.

        Args:
            title: Of the column, as it is shown.
            value: All of it.
            why_not: Why it cannot be changed; empty when it can.
            parent: Beside what it opens.
        """
        super().__init__(parent)
        self.setObjectName("value_dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._before = value
        self._is_null = value is None
        self.text = _ValueText(self.apply)
        self.text.setParent(self)
        self.text.setAccessibleName(self.tr("Value"))
        whole = "" if isinstance(value, ServerDefault) else cell_text(value)
        self.text.show_value(whole)
        if not why_not and (isinstance(value, RawText) or self.text.value() != whole):
            why_not = self.tr("This value holds characters that a text field would change. Set it by a statement.")
        self.text.setReadOnly(bool(why_not))
        self.said = PlainLabel(why_not, self, look="dim", lines=bool(why_not))
        self.said.setObjectName("value_said")
        self._doubt_of: Callable[[str], str] = lambda _text: ""
        self._laid_out: Callable[[str], str | None] = lambda _text: None
        self.format_button = self._button(self.tr("Lay out"), "value_format")
        self.format_button.setToolTip(self.tr("Write JSON with a member a line; numbers and keys stay as they are"))
        self.null_button = self._button(self.tr("Set NULL"), "value_null")
        self.cancel_button = self._button(self.tr("Cancel"), "value_cancel")
        self.apply_button = self._button(self.tr("Apply"), "value_apply")
        self.apply_button.setDefault(True)
        self.apply_button.setToolTip(self.tr("Stage this value (Ctrl+Enter)"))
        self._why_not = why_not
        self._lay_out()
        self.format_button.clicked.connect(self._lay_out_json)
        self.null_button.clicked.connect(self._set_null)
        self.cancel_button.clicked.connect(self.reject)
        self.apply_button.clicked.connect(self.apply)
        self.text.textChanged.connect(self._typed)
        for button in (self.null_button, self.apply_button):
            button.setVisible(not why_not)
        self._show_state()

    def check(self, doubt_of: Callable[[str], str], laid_out: Callable[[str], str | None]) -> None:
        """Say while somebody writes what speaks against the text, and offer to lay JSON out.

        Args:
            doubt_of: A sentence about a text; empty when nothing speaks against it.
            laid_out: A text of JSON with a member a line; None when it is no JSON.
        """
        self._doubt_of, self._laid_out = doubt_of, laid_out
        self._show_state()

    def _lay_out_json(self) -> None:
        found = self._laid_out(self.text.value())
        if found is not None:
            self.text.replace(found)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.said, 1)
        for button in (self.format_button, self.null_button, self.cancel_button, self.apply_button):
            across.addWidget(button)
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 12, 12, 12)
        down.setSpacing(10)
        down.addWidget(self.text, 1)
        down.addLayout(across)

    def _typed(self) -> None:
        self._is_null = False
        self._show_state()

    def _set_null(self) -> None:
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)
        self._is_null = True
        self._show_state()
        self.text.setFocus()

    def _show_state(self) -> None:
        self.text.setPlaceholderText("NULL" if self._is_null else "")
        text = "" if self._is_null else self.text.value()
        is_checked = not self._why_not and len(text) <= _CHECKED_CHARS
        pretty = self._laid_out(text) if is_checked and text.lstrip()[:1] in {"{", "["} else None
        self.format_button.setVisible(pretty is not None and pretty != text)
        if self._why_not:
            return
        size = len(text)
        words = self.tr("NULL: no value") if self._is_null else self.tr("%n character(s)", "", size)
        doubt = self._doubt_of(text) if is_checked and not self._is_null else ""
        self.said.set_look("warning" if doubt else "dim")
        self.said.setText(doubt or (words if self._is_null else with_grouped(words, size)))

    def apply(self) -> None:
        """Tell what was written, and close. Text that was only looked at stays byte for byte what it was."""
        if self._why_not:
            return
        if self._is_null or self.text.document().isModified() or self._before is None:
            self.applied.emit(None if self._is_null else self.text.value())
        self.accept()


class _ValueText(QPlainTextEdit):
    """Plain text in which Ctrl+Enter applies. Tab writes a tab; Ctrl+Tab leaves."""

    def __init__(self, apply: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("value_text")
        self.setFont(mono_font(13))
        self.setTabChangesFocus(False)
        self._apply = apply
        self._line_end = "\n"

    def show_value(self, text: str) -> None:
        """Show a text; its line ends are remembered."""
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self.setPlainText(text)
        self.document().setModified(False)

    def replace(self, text: str) -> None:
        """Another text, as an edit that can be taken back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def value(self) -> str:
        """The text as it is meant. Qt's `toPlainText` would make ordinary spaces of those that break no line."""
        return self.document().toRawText().replace("\u2029", self._line_end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and held == Qt.KeyboardModifier.ControlModifier:
            self._apply()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and held & Qt.KeyboardModifier.ControlModifier:
            QWidget.focusNextPrevChild(self, event.key() == Qt.Key.Key_Tab)
        else:
            super().keyPressEvent(event)
