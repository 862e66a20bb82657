"""A place that shows what a plugin answers: it is asked, it is waited for, and what goes wrong is said above it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.plugins.documents import Document
from lapwing.domain.plugins.facts import PluginDocument
from lapwing.gui.i18n import error_text
from lapwing.gui.plugins.document_view import ChartMaker, DocumentView
from lapwing.gui.widgets import Banner, Level, PlainLabel

_PATIENCE_MS: Final = 250
"""What comes sooner is shown without a word about waiting."""

Ask = Callable[[], Awaitable[PluginDocument]]
Submit = Callable[[dict[str, Any]], Awaitable[PluginDocument]]


class PluginDocumentPlace(QWidget):
    """Qt's thread.

    Attributes:
        view: What is shown.

    Signals:
        answered(): another document, or a trouble, is shown.
    """

    answered = Signal()

    def __init__(self, make_chart: ChartMaker, parent: QWidget, *, name: str, edge_px: int = 20) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.banner = Banner(self, name=f"{name}.banner", closable=False)
        self.view = DocumentView(make_chart, self, name=f"{name}.view", edge_px=edge_px)
        self._waiting = PlainLabel(self.tr("The plugin is asked…"), self, look="faint")
        self._waiting.setContentsMargins(edge_px, 8, edge_px, 0)
        self._waiting.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._waiting.show)
        self._task: asyncio.Task[None] | None = None
        self._ask: Ask | None = None
        self._submit: Submit | None = None
        self.view.submitted.connect(self._send)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.banner)
        down.addWidget(self._waiting)
        down.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._task is not None and not self._task.done()

    def ask(self, ask: Ask, submit: Submit | None) -> None:
        """Show what is answered; `submit` says what is asked when a form of it is filled in, None: none can be."""
        self._ask, self._submit = ask, submit
        self.view.takes_forms = submit is not None
        self._begin(ask())

    def show_document(self, document: Document, submit: Submit) -> None:
        """Show what is known already."""
        self.stop()
        self._submit = submit
        self.banner.clear()
        self.view.show_document(document)

    def ask_again(self) -> None:
        """Ask anew for what is shown, unless an answer is still to come."""
        if self._ask is not None and not self.is_asking:
            self._begin(self._ask())

    def _send(self, values: dict[str, Any]) -> None:
        if self._submit is not None:
            self._begin(self._after_submit(self._submit(values)))

    async def _after_submit(self, work: Awaitable[PluginDocument]) -> PluginDocument:
        """The answer to a form; nothing in it: the place is asked anew."""
        answer = await work
        if not answer.document.parts and not answer.document.title and self._ask is not None:
            return await self._ask()
        return answer

    def _begin(self, work: Awaitable[PluginDocument]) -> None:
        self.stop()
        self._patience.start()
        self._task = asyncio.ensure_future(self._show(work))

    async def _show(self, work: Awaitable[PluginDocument]) -> None:
        try:
            answer = await work
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
        except (OSError, ValueError) as error:
            text = self.tr("The value cannot be read: {reason}")
            self.banner.say(Level.ERROR, text.replace("{reason}", str(error)))
        else:
            self.banner.clear()
            self.view.show_document(answer.document)
        finally:
            self._patience.stop()
        self._waiting.hide()
        self.answered.emit()

    def stop(self) -> None:
        """What is asked does not matter any more."""
        self._patience.stop()
        self._waiting.hide()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def close_place(self) -> None:
        """It goes away, and nothing is drawn any more."""
        self.stop()
        self.view.stop()
