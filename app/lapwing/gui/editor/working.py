"""Says over an editor that something is going on, and lets a person give it up."""

import asyncio
from collections.abc import Awaitable
from typing import Final, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.floating import SHADOW_PX, Floating
from lapwing.gui.widgets.spinner import Spinner

_SHOWN_AFTER_S: Final = 0.3
_SIZE: Final = QSize(240, 40)
_Made = TypeVar("_Made")


class WorkTip(Floating):
    """What goes on, and a button to give it up. Qt's thread.

    Signals:
        given_up()
    """

    given_up = Signal()

    def __init__(self, view: CodeView, words: str) -> None:
        super().__init__(view.window(), name="work_tip")
        self._view = view
        self.setAccessibleName(words)
        self._spinner = Spinner(self)
        stop = QPushButton(self.tr("Cancel"), self)
        stop.setObjectName("work_tip.cancel")
        stop.setProperty("look", "outline")
        stop.clicked.connect(self.given_up)
        across = QHBoxLayout(self)
        across.setContentsMargins(SHADOW_PX + 10, SHADOW_PX + 4, SHADOW_PX + 8, SHADOW_PX + 4)
        across.setSpacing(8)
        self._spinner.start()
        across.addWidget(self._spinner)
        across.addWidget(PlainLabel(words, self), 1)
        across.addWidget(stop)

    def open(self) -> None:
        """Show it over the top of the editor."""
        area = self._view.viewport()
        corner = area.mapTo(self._view.window(), QPoint((area.width() - _SIZE.width()) // 2, 0))
        self.place(QRect(corner, QSize(1, 1)), _SIZE)


async def while_working(view: CodeView, words: str, work: Awaitable[_Made]) -> _Made | None:
    """Wait for work, and say so when it lasts; None when the person gives it up, and what it makes is dropped."""
    task = asyncio.ensure_future(work)
    done, _ = await asyncio.wait({task}, timeout=_SHOWN_AFTER_S)
    if done:
        return task.result()
    tip = WorkTip(view, words)
    tip.given_up.connect(task.cancel)
    tip.open()
    try:
        return await task
    except asyncio.CancelledError:
        if task.cancelled():
            return None
        raise
    finally:
        tip.deleteLater()
