"""All windows of this process: opened first, opened on request, closed last."""

import argparse
import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lapwing import paths
from lapwing.domain.errors import DefectFound, LapwingError
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.saved import SavedConnections
from lapwing.gui.crash_notice import CrashNotice
from lapwing.gui.i18n import error_text
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import Recovered, WindowRecord, new_id
from lapwing.gui.recent import RecentFiles
from lapwing.gui.shell.dialogs_on_screen import DialogsOnScreen
from lapwing.gui.shell.kept_pages import EDITOR, KeptPage, pages_of, restore, work_left
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.gui.connections.asking import SecretAsker


class Windows(QObject):
    """Keeps the windows. Qt's thread."""

    def __init__(self, client: EngineClient, journal: Journal, crash: CrashNotice | None) -> None:
        super().__init__()
        self._client = client
        self.journal = journal
        self._crash = crash
        self._windows: list[MainWindow] = []
        self._tasks: set[asyncio.Task[object]] = set()
        self._exit_code = 0
        self._trouble: str | None = None
        self._all_closed: asyncio.Event | None = None
        self.saved = SavedConnections(client)
        self._asker: SecretAsker | None = None
        client.unlock = self._unlock
        self._recent = RecentFiles()
        DialogsOnScreen(self)

    @property
    def all(self) -> tuple[MainWindow, ...]:
        """Every open window."""
        return tuple(self._windows)

    @property
    def first(self) -> MainWindow:
        """The window opened first of those that are open."""
        return self._windows[0]

    def _in_front(self) -> MainWindow | None:
        """The window that the person works in."""
        return next((window for window in self._windows if window.isActiveWindow()), next(iter(self._windows), None))

    async def _unlock(self, error: LapwingError) -> bool:
        """Ask the person for the secret that an operation lacked; whether there is one now."""
        if self._asker is None:
            from lapwing.gui.connections.asking import SecretAsker  # only now: the window shows sooner

            self._asker = SecretAsker(self._client, self._in_front)
        return await self._asker(error)

    # opening

    def open_first(self) -> None:
        """Show what was open last time, or a welcome; nothing waits for the engine."""
        recovered = self.journal.recover()
        self.journal.start()
        for record in recovered.windows or (WindowRecord(new_id()),):
            window = self._open(record)
            self._restore_pages(window, record, recovered)
        shown = {page.id for window in self._windows for page in window.pages()}
        for work in recovered.works.values():
            if work.id not in shown:
                restore(self._windows[0], work_left(work.id, work.kind, work.text), work.text)
        self._say_what_happened(recovered)

    @staticmethod
    def _restore_pages(window: MainWindow, record: WindowRecord, recovered: Recovered) -> None:
        """Editors and other pages in their order; an editor that the order does not know comes at the end."""
        order, front = pages_of(record.state)
        known = {page.id for page in order}
        order += [KeptPage(editor_id, EDITOR) for editor_id in record.tabs if editor_id not in known]
        for page in order:
            if page.kind != EDITOR:
                work = recovered.works.get(page.id)
                restore(window, page, work.text if work is not None else "")
            elif page.id in record.tabs and page.id in recovered.editors:
                window.restore_tab(recovered.editors[page.id]).whereabouts.divide(page.state)
        if not len(window.documents):
            window.show_welcome()
        shown = {page.id: page for page in window.pages()}
        in_front = shown.get(front) or shown.get(record.active)
        if in_front is not None:
            window.documents.show_page(in_front)
            in_front.setFocus()
        window.keep()

    def _open(self, record: WindowRecord) -> MainWindow:
        window = MainWindow(self._client, self.saved, self.journal, self._recent, record)
        window.closed.connect(lambda: self._forget(window))
        window.new_window_wanted.connect(lambda: self.open_for([], os.getcwd()))
        window.quit_wanted.connect(self.close_all)
        window.notices.stand(self._trouble)
        self._windows.append(window)
        window.show()
        return window

    def _say_what_happened(self, recovered: Recovered) -> None:
        window = self._windows[0]
        window.notices.find(Level.WARNING, recovered.notices)
        if self._crash is not None:
            window.notices.find(Level.WARNING, [f"{self._crash.sentence} {self._crash.hint}"])

    def open_for(self, arguments: list[str], folder: str) -> None:
        """Another start on this profile: one more window, with what it was asked to open."""
        window = self._open(WindowRecord(new_id()))
        places = [argument for argument in arguments if not argument.startswith("-")]
        window.show_welcome()
        window.open_paths([_from(folder, place) for place in places])
        if "--sample" in arguments:
            window.start(window.open_sample())
        window.keep()
        window.raise_()
        window.activateWindow()

    async def begin(self, options: argparse.Namespace) -> None:
        """What the command asked for, once the loop runs."""
        window = self._windows[0]
        try:
            await self._client.reach()
            await self.saved.read()
        except LapwingError as error:
            window.say(Level.ERROR, error_text(error))
        from lapwing.gui.shell.stored_notices import stored_notices  # only now: the window shows sooner

        window.notices.find(Level.WARNING, await stored_notices())
        window.open_paths([_from(os.getcwd(), place) for place in options.places])
        if options.tour:
            from lapwing.gui.shell.tour import take_tour

            self._exit_code = await take_tour(window, Path(options.tour))
            self.close_all()
        elif options.sample:
            await window.open_sample()

    # closing

    def _forget(self, window: MainWindow) -> None:
        self._windows.remove(window)
        if self._windows:
            self.journal.window_closed(window.id)
        elif self._all_closed is not None:
            self._all_closed.set()
        window.deleteLater()

    def close_all(self) -> None:
        """Close every window, one after the other, until one says no."""
        task: asyncio.Task[object] = asyncio.ensure_future(self._close_all())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _close_all(self) -> None:
        for window in list(self._windows):
            if not await window.close_window():
                return

    def end_now(self) -> None:
        """The system wants an end: nothing is asked, nothing is committed; texts are in the journal."""
        for window in self._windows:
            window.keep()
        if self._all_closed is not None:
            self._all_closed.set()

    def journal_trouble(self, sentence: str | None) -> None:
        """The journal cannot be written (a sentence), or can again (None)."""
        self._trouble = sentence
        for window in self._windows:
            window.notices.stand(sentence)

    def say_defect(self, defect: Exception) -> None:
        """Something that nobody foresaw was raised in what a person did, and is in the log."""
        window = self._in_front()
        if window is not None:
            error = DefectFound(kind=type(defect).__name__, log=str(paths.logs()))
            window.notices.say(Level.ERROR, error_text(error))

    async def until_closed(self) -> int:
        """Wait for the last window's end; returns the exit code."""
        self._all_closed = asyncio.Event()
        if self._windows:
            await self._all_closed.wait()
        return self._exit_code


def _from(folder: str, place: str) -> str:
    """A path as it was meant where it was typed; URLs stay as they are."""
    return place if "://" in place else str(Path(folder, place))
