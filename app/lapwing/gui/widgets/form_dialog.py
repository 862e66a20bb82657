"""What dialogs that ask the engine have in common: a banner, rows of fields, buttons, work that goes on beside."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.widgets import Banner, Level
from lapwing.gui.widgets.form_rows import LabelledRows


class FormDialog(QDialog):
    """Opened, never executed. Nothing is kept before it is saved. Qt's thread."""

    def __init__(self, client: EngineClient, title: str, parent: QWidget, *, name: str, width_px: int = 600) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setMinimumWidth(width_px)
        self.client = client
        self.banner = Banner(self, name=f"{name}_banner")
        self.rows = LabelledRows()
        self._tasks: set[asyncio.Task[None]] = set()
        self.finished.connect(self._end)

    def lay_out(self, left: tuple[QPushButton, ...], right: tuple[QPushButton, ...]) -> None:
        """The rows, with buttons below."""
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in left:
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in right:
            buttons.addWidget(button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(16)
        inner.addLayout(self.rows)
        inner.addStretch(1)
        inner.addLayout(buttons)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addLayout(inner)

    def button(self, text: str, name: str, *, default: bool = False) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        made.setDefault(default)
        return made

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Let work go on beside; what goes wrong with it is said above the fields."""
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            self.grow()
            self.show_field(str(error.facts.get("field") or ""))

    def grow(self) -> None:
        """Be high enough for what is shown now: Qt lets a dialog that is open cut its words instead."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            wanted = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
            self.resize(self.width(), max(self.height(), wanted))

    def show_field(self, field: str) -> None:
        """Go where the error is, if that is known."""
        widget = self.findChild(QWidget, f"{self.objectName()}_{field}") if field else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, _result: int) -> None:
        for task in self._tasks:
            if task is not asyncio.current_task():
                task.cancel()
        self.deleteLater()
