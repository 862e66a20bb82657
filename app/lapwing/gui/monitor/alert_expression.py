"""The field for an expression: what is wrong is underlined, and metrics can be put in."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QTextEdit

from lapwing.domain.errors import ErrorFacts
from lapwing.gui.theme import Theme, mono_font

_LINES: Final = 2
_FRAME_PX: Final = 16
_WORD: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_LEAST: Final = 2


class ExpressionEdit(QPlainTextEdit):
    """Enter goes on to the next field, as in a line of text; names of metrics are completed. Qt's thread.

    Signals:
        submitted(): Enter.
    """

    submitted = Signal()

    def __init__(self, label: str, text: str, *, name: str, lines: int = _LINES) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("look", "field")
        self.setTabChangesFocus(True)
        self.setFont(mono_font())
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines + _FRAME_PX)
        self._completer = QCompleter([], self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._complete)
        popup = self._completer.popup()
        assert popup is not None, "a completer has a list unless it completes in place"
        self._list = popup
        self._list.setObjectName(f"{name}_metrics")

    def text(self) -> str:
        return self.toPlainText().strip()

    def offer(self, metrics: list[str]) -> None:
        """The names that are completed."""
        model = self._completer.model()
        model.setStringList(metrics)  # type: ignore[attr-defined]

    def mark(self, error: ErrorFacts | None) -> None:
        """Underline the place that an error is about; None: nothing."""
        if error is None or not isinstance(error.facts.get("position"), int):
            self.setExtraSelections([])
            return
        last = len(self.toPlainText())
        start = min(int(error.facts["position"] or 0), max(0, last - 1))
        end = min(last, start + max(1, int(error.facts.get("length") or 1)))
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(Theme.current().colors.bad)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(self.document())
        selection.cursor.setPosition(start)
        selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.format = wave
        self.setExtraSelections([selection])

    def _word(self) -> QTextCursor:
        """The word before the caret, selected."""
        cursor = self.textCursor()
        text, at = self.toPlainText(), cursor.position()
        start = at
        while start and text[start - 1] in _WORD:
            start -= 1
        cursor.setPosition(start)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _complete(self, name: str) -> None:
        self._word().insertText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab} and self._list.isVisible():
            event.ignore()  # the list takes it
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
            return
        super().keyPressEvent(event)
        self._offer_names()

    def _offer_names(self) -> None:
        word = self._word().selectedText()
        if len(word) < _LEAST or not self.textCursor().atEnd():
            self._list.hide()
            return
        self._completer.setCompletionPrefix(word)
        model = self._completer.completionModel()
        is_whole = model.rowCount() == 1 and model.index(0, 0).data() == word
        if not model.rowCount() or is_whole:
            self._list.hide()
            return
        place = self.cursorRect(self._word())
        place.setWidth(260)
        self._completer.complete(place)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())
