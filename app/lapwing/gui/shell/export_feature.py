"""Exporting and importing from a window, and the jobs that do it: dialogs, the status bar, what is told at the end."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox

from lapwing.domain.jobs import JobFacts, JobState
from lapwing.gui.browser.nodes import Node
from lapwing.gui.shell import job_words
from lapwing.gui.shell.desktop_notice import is_elsewhere, show_window, tell_desktop, was_long
from lapwing.gui.shell.jobs import Jobs
from lapwing.gui.shell.jobs_bar import JobsBar
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.questions import Choice, ask
from lapwing.gui.widgets import Level
from lapwing.gui.widgets.counts import with_grouped

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow
    from lapwing.gui.transfer.offer import Offer

_ANSWER_S: Final = 0.5


def attach(window: "MainWindow") -> Handlers:
    return ExportFeature(window).handlers()


class ExportFeature(QObject):
    """The exports and imports of one window. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.jobs = Jobs(window.client, self)
        self.bar = JobsBar(self.jobs, window.status)
        window.status.add_jobs(self.bar)
        self._begun: set[str] = set()
        self.jobs.ended.connect(self._ended)
        self.jobs.missed.connect(lambda: window.start(self.jobs.ask()))
        window.navigator.export_wanted.connect(self.export_table)
        window.navigator.import_wanted.connect(self.import_into)
        window.before_close.append(self._may_close)

    def handlers(self) -> Handlers:
        return {
            "result.export": self.export_front,
            "table.export": self.export_table,
            "table.import": self.import_into,
            "jobs.show": self.show_jobs,
        }

    def show_jobs(self) -> None:
        """The list of jobs, also of those that other windows began."""
        self._window.start(self._show_jobs())

    async def _show_jobs(self) -> None:
        await self.jobs.ask()
        self.bar.show_list()

    # what is exported

    def export_front(self) -> None:
        """The result or the table in front."""
        from lapwing.gui.shell.export_offers import offer_of_result, offer_of_table_tab  # the window shows sooner
        from lapwing.gui.shell.table_tab import TableTab

        page = self._window.documents.current
        offer = None
        if isinstance(page, QueryTab):
            offer = offer_of_result(page)
        elif isinstance(page, TableTab):
            offer = offer_of_table_tab(page)
        if offer is not None:
            self._window.start(self._open(offer))

    def export_table(self, node: Node | None = None) -> None:
        """The table or view that a row of the navigator is or is a part of; without one that of the current row."""
        from lapwing.gui.shell.export_offers import offer_of_node  # only now: the window shows sooner

        offer = offer_of_node(node or self._window.navigator.tree.current)
        if offer is not None:
            self._window.start(self._open(offer))

    async def _open(self, offer: "Offer") -> None:
        from lapwing.gui.transfer.dialog import ExportDialog  # only now: the window shows sooner
        from lapwing.gui.transfer.memory import last_choices

        dialog = ExportDialog(self._window.client, offer, await last_choices(), self._window)
        dialog.started.connect(self._started)
        dialog.copied.connect(self._copied)
        dialog.open()

    def import_into(self, node: Node | None = None) -> None:
        """A file, into what a row of the navigator is or belongs to; without one the current row."""
        from lapwing.gui.shell.import_into import open_import  # only now: the window shows sooner

        found = node or self._window.navigator.tree.current
        if found is not None:
            self._window.start(open_import(self._window, found, self._started))

    # what is told

    def _started(self, job: JobFacts) -> None:
        self._begun.add(job.job_id)
        self.jobs.add(job)
        known = next((found for found in self.jobs.all if found.job_id == job.job_id), job)
        if known.is_over:  # a small one may be over before anybody knew of it
            self._ended(known)

    def _copied(self, rows: int) -> None:
        text = self.tr("%n row(s) copied to the clipboard.", "", rows)
        self._window.say(Level.INFO, with_grouped(text, rows))

    def _ended(self, job: JobFacts) -> None:
        """In the window that began it: what went wrong, and what was written otherwise than it was; to who is at work
        elsewhere, after a while, also that it is over."""
        if job.job_id not in self._begun:
            return
        self._begun.discard(job.job_id)
        if job.state is not JobState.CANCELLED and was_long(job.elapsed_s) and is_elsewhere():
            show = partial(show_window, self._window)
            tell_desktop(job.job_id, job_words.in_short(job), job_words.progress(job), show)
        if job.state is JobState.FAILED:
            self._window.say(Level.ERROR, f"{job_words.title(job)}: {job_words.progress(job)}")
        elif job.notes:
            self._window.say(Level.WARNING, f"{job_words.title(job)}: {' '.join(job_words.notes(job))}")

    # the end

    async def _may_close(self) -> bool:
        """Whether the program may end while jobs run; asked in its last window only."""
        same = type(self._window)
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, same) and each.isVisible()]
        await _soon(self.jobs.ask())
        running = self.jobs.running
        if len(shown) > 1 or not running:
            return True
        answer = await ask(
            self._window,
            self.tr("Background jobs"),
            self.tr("%n background job(s) still run(s).", "", len(running)),
            "\n".join(job_words.in_short(job) for job in running),
            (
                Choice("end", self.tr("Cancel them and close"), QMessageBox.ButtonRole.DestructiveRole),
                Choice("keep", self.tr("Keep Lapwing open"), QMessageBox.ButtonRole.RejectRole),
            ),
            default="keep",
            escape="keep",
        )
        if answer != "end":
            return False
        await _soon(asyncio.gather(*(self.jobs.cancel(job.job_id) for job in running)))
        return True


async def _soon(work: Awaitable[object]) -> None:
    """Wait for the engine, but not for one that hangs: no end of the program waits for it."""
    with suppress(TimeoutError):
        await asyncio.wait_for(work, _ANSWER_S)
