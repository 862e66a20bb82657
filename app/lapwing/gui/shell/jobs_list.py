"""The list of background jobs: how far each is, its end, and what can be done about it."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lapwing.domain.jobs import JobFacts, JobState
from lapwing.gui.shell import job_words
from lapwing.gui.shell.jobs import Jobs
from lapwing.gui.widgets import PlainLabel, ToolButton
from lapwing.gui.widgets.floating import SHADOW_PX, Floating

_WIDTH_PX = 440
_MOST_PX = 420
_ALL = 1000


class JobsList(Floating):
    """Lies over the window until Escape, or a click elsewhere. Qt's thread.

    Signals:
        closed()
    """

    closed = Signal()

    def __init__(self, jobs: Jobs, bar: QWidget) -> None:
        """Above the bar, or in the window's corner while that is hidden."""
        super().__init__(bar.window(), name="jobs_list")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Background jobs"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bar = bar
        self._jobs = jobs
        self._tasks: set[asyncio.Task[None]] = set()
        self._rows: dict[str, JobRow] = {}
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._nothing = PlainLabel(self.tr("Nothing runs in the background."), self, look="dim")
        self._nothing.setContentsMargins(14, 6, 14, 10)
        self._lay_out()
        jobs.changed.connect(self._show)
        self._show()
        self.setFocus()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def _lay_out(self) -> None:
        heading = PlainLabel(self.tr("Background jobs"), self, look="heading")
        self._clear = ToolButton("", self.tr("Clear finished"), self, name="jobs_clear")
        self._clear.clicked.connect(lambda: self._start(self._jobs.forget()))
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 8, 4)
        top.addWidget(heading, 1)
        top.addWidget(self._clear)
        rows = QWidget()
        rows.setLayout(self._inside)
        rows.setProperty("surface", "raised")
        rows.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        scroll = QScrollArea(self)
        scroll.setObjectName("jobs_scroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(rows)
        self._scroll = scroll
        down = QVBoxLayout(self)
        down.setContentsMargins(SHADOW_PX + 1, SHADOW_PX + 1, SHADOW_PX + 1, SHADOW_PX + 6)
        down.setSpacing(0)
        down.addLayout(top)
        down.addWidget(self._nothing)
        down.addWidget(scroll)

    def _show(self) -> None:
        jobs = self._jobs.all
        gone = self._rows.keys() - {job.job_id for job in jobs}
        for job_id in gone:
            self._rows.pop(job_id).deleteLater()
        for place, job in enumerate(jobs):
            if job.job_id not in self._rows:
                row = JobRow(self._cancel, self)
                self._rows[job.job_id] = row
                self._inside.insertWidget(place, row)
            self._rows[job.job_id].show_job(job)
        self._nothing.setVisible(not jobs)
        self._scroll.setVisible(bool(jobs))
        self._clear.setVisible(any(job.is_over for job in jobs))
        self._fit()

    def _fit(self) -> None:
        needed = sum(row.heightForWidth(_WIDTH_PX - 2) for row in self._rows.values())
        self._scroll.setFixedHeight(min(_MOST_PX, needed))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.sizeHint().height() - 2 * SHADOW_PX
        anchor = self._bar if not self._bar.isHidden() else self._bar.parentWidget()
        assert anchor is not None
        box = QRect(anchor.mapTo(self.host, QPoint(0, 0)), anchor.size())
        box.setLeft(box.right() + 1 - _WIDTH_PX)
        self.place(box, QSize(_WIDTH_PX, height), above=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere closes it, and does what it would have done."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched) or watched is self._bar
            if not inside and watched.window() is self.host:
                self.close()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self._bar.setFocus()
        else:
            super().keyPressEvent(event)

    def _cancel(self, job_id: str) -> None:
        self._start(self._jobs.cancel(job_id))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class JobRow(QWidget):
    """One job."""

    def __init__(self, cancel: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("job_row")
        self._job: JobFacts | None = None
        self.title = PlainLabel("", self, elide=True)
        self.share = PlainLabel("", self, look="dim")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _ALL)
        self.words = PlainLabel("", self, look="dim", lines=True)
        self.notes = PlainLabel("", self, look="warning", lines=True)
        self.cancel_button = self._button(self.tr("Cancel"), "job_cancel")
        self.folder_button = self._button(self.tr("Open folder"), "job_folder")
        self.details_button = self._button(self.tr("Copy details"), "job_details")
        self.cancel_button.clicked.connect(lambda: cancel(self._job.job_id if self._job is not None else ""))
        self.folder_button.clicked.connect(self._open_folder)
        self.details_button.clicked.connect(self._copy_details)
        self._lay_out()

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("look", "outline")
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        top.addWidget(self.share)
        for button in (self.cancel_button, self.folder_button, self.details_button):
            top.addWidget(button)
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 6, 14, 8)
        down.setSpacing(5)
        down.addLayout(top)
        down.addWidget(self.bar)
        down.addWidget(self.words)
        down.addWidget(self.notes)

    def show_job(self, job: JobFacts) -> None:
        """As it is now."""
        self._job = job
        self.title.setText(job_words.title(job))
        self.setAccessibleName(job_words.in_short(job))
        self.share.setText("" if job.is_over else job_words.percent(job))
        self.bar.setVisible(not job.is_over and job.share is not None)
        self.bar.setValue(round(_ALL * (job.share or 0.0)))
        self.bar.setAccessibleName(job_words.title(job))
        self.words.setText(job_words.progress(job))
        self.words.set_look("bad" if job.state is JobState.FAILED else "dim")
        self.notes.setText("\n".join(job_words.notes(job)))
        self.notes.setVisible(bool(job.notes))
        self.cancel_button.setVisible(not job.is_over)
        self.cancel_button.setEnabled(job.state is JobState.RUNNING)
        self.folder_button.setVisible(job.state is JobState.DONE and bool(job.path))
        self.details_button.setVisible(job.state is JobState.FAILED)

    def _open_folder(self) -> None:
        if self._job is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._job.path).parent)))

    def _copy_details(self) -> None:
        if self._job is not None:
            QGuiApplication.clipboard().setText(job_words.details(self._job))
