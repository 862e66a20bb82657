"""What parts of pages that read from the engine have in common."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.events import Event
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text, problems_text
from lapwing.gui.widgets import Banner, Level, ToolButton
from lapwing.gui.widgets.rows_list import RowsList


class Part(QWidget):
    """One part. It reads from the engine when it is told to. Qt's thread.

    Attributes:
        list: What it shows.
        tools: Its buttons, which stand in the tool row of the page.

    Signals:
        changed(): other rows are chosen.
    """

    changed = Signal()
    list: RowsList

    def __init__(self, client: EngineClient, banner: Banner, parent: QWidget) -> None:
        super().__init__(parent)
        self.client = client
        self.banner = banner
        self.tools = QWidget(parent)
        self._across = QHBoxLayout(self.tools)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(4)
        self._tasks: set[asyncio.Task[None]] = set()

    def add_tool(self, drawing: str, text: str, do: Callable[[], object], *, name: str) -> ToolButton:
        """A button in the tool row."""
        made = ToolButton(drawing, text, self.tools, name=name)
        made.clicked.connect(lambda: do())
        self._across.addWidget(made)
        return made

    def add_icon_tool(self, drawing: str, tip: str, do: Callable[[], object], *, name: str) -> ToolButton:
        """One without a word."""
        made = ToolButton(drawing, "", self.tools, name=name, tip=tip)
        made.clicked.connect(lambda: do())
        self._across.addWidget(made)
        return made

    # for parts to say

    def hears(self, event: Event) -> bool:
        """Whether what is shown may be stale by that."""
        raise NotImplementedError

    async def read(self) -> None:
        """Read what is shown anew.

        Raises:
            LapwingError
        """
        raise NotImplementedError

    def tick(self) -> None:
        """Times that run say something else now."""

    # doing

    def refresh(self) -> None:
        self.start(self.read())

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside; what goes wrong with it is said above the list."""
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    def ask_first(self, question: str, answer: str, do: Callable[[], object]) -> None:
        """Do something that cannot be undone when a person says so."""
        self.banner.say(Level.WARNING, question)
        button = self.banner.add_action(answer, name=f"{self.objectName()}_sure")

        def done() -> None:
            self.banner.clear()
            do()

        button.clicked.connect(done)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self, text: str, said: str) -> None:
        """Put a text on the clipboard, and say so."""
        QApplication.clipboard().setText(text)
        self.banner.say(Level.GOOD, said)

    def say_problems(self, problems: Sequence[ErrorFacts]) -> None:
        """What the engine says of stored files."""
        if problems:
            self.banner.say(Level.WARNING, problems_text(problems))

    def stop(self) -> None:
        """Nothing is read any more."""
        for task in self._tasks:
            task.cancel()
