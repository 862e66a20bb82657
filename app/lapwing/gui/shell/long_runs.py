"""Tells the desktop when what was started in an editor tab is over after a while, and the person is elsewhere."""

import time
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event, ResultPaused
from lapwing.domain.query import RunOutcome
from lapwing.gui.shell import desktop_notice
from lapwing.gui.shell.clock_text import clock_text
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow


def attach(window: "MainWindow") -> Handlers:
    runs = LongRuns(window)
    window.documents.current_changed.connect(runs.look)
    return {}


class LongRuns(QObject):
    """Of all editor tabs of one window. Nothing of statements or rows is told. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._known: WeakSet[QueryTab] = WeakSet()
        self._told: set[str] = set()
        """Tabs of whose present run the desktop knows that its rows are there."""

    def look(self) -> None:
        """Watch the tab in front, if it is an editor that was not yet seen."""
        tab = self._window.tab
        if tab is None or tab in self._known:
            return
        self._known.add(tab)
        tab.session.run_began.connect(lambda _run: self._told.discard(tab.id))
        tab.session.run_event.connect(partial(self._hear, tab))
        tab.session.run_ended.connect(partial(self._ended, tab))

    def _hear(self, tab: QueryTab, event: Event) -> None:
        if isinstance(event, ResultPaused) and tab.id not in self._told:
            self._told.add(tab.id)
            self._tell(tab, self.tr("{title}: rows are there"))

    def _ended(self, tab: QueryTab, outcome: RunOutcome | None, error: LapwingError | None) -> None:
        if tab.id in self._told or (outcome is not None and outcome.cancelled):
            return
        failed = error is not None or (outcome is not None and outcome.failed > 0)
        self._tell(tab, self.tr("{title}: failed") if failed else self.tr("{title}: done"))

    def _tell(self, tab: QueryTab, words: str) -> None:
        elapsed_s = time.monotonic() - tab.session.run_started
        if not desktop_notice.was_long(elapsed_s) or not desktop_notice.is_elsewhere():
            return
        QApplication.alert(self._window)
        desktop_notice.tell_desktop(
            tab.id,
            words.replace("{title}", tab.title),
            self.tr("After {time}.").replace("{time}", clock_text(elapsed_s)),
            partial(self._show, tab),
        )

    def _show(self, tab: QueryTab) -> None:
        if isValid(tab) and tab in self._window.pages():
            desktop_notice.show_window(self._window)
            self._window.documents.show_page(tab)
