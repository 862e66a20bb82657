"""A line below the grid for what lasts and can be cancelled, and for what is asked there."""

import asyncio
from collections.abc import Awaitable, Sequence
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lapwing.gui.theme import icon
from lapwing.gui.widgets import PlainLabel, Spinner

Answer = TypeVar("Answer")
_SHOWN_AFTER_MS: Final = 300


class WorkStrip(QWidget):
    """Says what is being done, or asks; hidden while there is nothing of both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work_strip")
        self.setProperty("surface", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._task: asyncio.Future[Any] | None = None
        self._question: asyncio.Future[str] | None = None
        self._spinner = Spinner(self, name="work_spinner")
        self._text = PlainLabel("", self, elide=True)
        self._text.setObjectName("work_text")
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 3, 8, 3)
        self._row.setSpacing(8)
        self._row.addWidget(self._spinner)
        self._row.addWidget(self._text, 1)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SHOWN_AFTER_MS)
        self._waiting.timeout.connect(self._show_work)
        self.hide()

    async def during(self, work: Awaitable[Answer], text: str) -> Answer:
        """Wait for some work; when it lasts, say so and let it be cancelled. The last one begun is shown.

        Raises:
            CancelledError: The person cancelled it; also what the work raises.
        """
        task = asyncio.ensure_future(work)
        self._task = task
        self._text.setText(text)
        self._waiting.start()
        try:
            return await task
        finally:
            if self._task is task:
                self._task = None
                self._waiting.stop()
                self._clear()

    def _show_work(self) -> None:
        self._clear()
        self._spinner.show()
        self._spinner.start()
        self._add_button("cancel", self.tr("Cancel"), self.cancel)
        self.show()

    def cancel(self) -> None:
        """Stop what is being done."""
        if self._task is not None:
            self._task.cancel()

    async def ask(self, text: str, choices: Sequence[tuple[str, str]]) -> str:
        """Ask beside the rows; the id of the answer, `""` when the strip is closed meanwhile.

        Args:
            text: A sentence.
            choices: Id and words of each answer.
        """
        self.give_up()
        self._clear()
        question: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._question = question
        self._spinner.hide()
        self._text.setText(text)
        for name, words in choices:
            self._add_button(name, words, partial(_answer, question, name))
        self.show()
        if self._buttons:
            self._buttons[0].setFocus()
        try:
            return await question
        finally:
            if self._question is question:
                self._question = None
                self._clear()

    def give_up(self) -> None:
        """A question that is open is no longer of interest."""
        if self._question is not None:
            _answer(self._question, "")

    def _add_button(self, name: str, words: str, act: Any) -> None:
        button = QPushButton(words, self)
        button.setObjectName(f"work_{name}")
        button.setProperty("look", "link")
        button.clicked.connect(lambda _checked=False: act())
        self._row.addWidget(button)
        self._buttons.append(button)

    def _clear(self) -> None:
        self._spinner.stop()
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self.hide()


def _answer(question: "asyncio.Future[str]", name: str) -> None:
    if not question.done():
        question.set_result(name)


class NoteStrip(QWidget):
    """A line above the grid that says what is to be known of the rows, with one thing to be done about it."""

    def __init__(self, act: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_strip")
        self.setProperty("surface", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = PlainLabel("", self)
        self._sign.setPixmap(icon("info", "accent_text").pixmap(16, 16))
        self._text = PlainLabel("", self, elide=True)
        self._text.setObjectName("note_text")
        self.button = QPushButton(self)
        self.button.setObjectName("note_button")
        self.button.setAccessibleName(self.tr("Sort on the server"))
        self.button.setProperty("look", "link")
        self.button.clicked.connect(lambda _checked=False: act())
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 8, 3)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.full_text

    def say(self, text: str, button: str) -> None:
        """Show a sentence, and the button if it has words."""
        self._text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.show()
