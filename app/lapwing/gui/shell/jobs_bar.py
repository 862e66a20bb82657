"""Background jobs in the status bar: the newest with its progress; a click lists all."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QProgressBar, QSizePolicy, QWidget
from shiboken6 import isValid

from lapwing.domain.jobs import JobFacts, JobState
from lapwing.gui.shell import job_words
from lapwing.gui.shell.jobs import Jobs
from lapwing.gui.shell.jobs_list import JobsList
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import PlainLabel, Spinner, plain_tool_tip
from lapwing.gui.widgets.icon_label import IconLabel

_BAR_PX = 90
_SIGN_PX = 14
_ALL = 1000
_RADIUS_PX = 4
_MOST_PX = 420


class JobsBar(QAbstractButton):
    """Hidden while there is no job to be seen: one that runs, or that is over and was not looked at. Qt's thread."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("jobs_bar")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMaximumWidth(_MOST_PX)
        self._jobs = jobs
        self._seen: set[str] = set()
        self._list: JobsList | None = None
        self._spinner = Spinner(self, px=_SIGN_PX, name="jobs_spinner")
        self._sign = IconLabel("success", "good", _SIGN_PX, self)
        self._text = PlainLabel("", self, elide=True)
        self._text.setObjectName("jobs_text")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("jobs_progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_PX)
        across = QHBoxLayout(self)
        across.setContentsMargins(6, 0, 6, 0)
        across.setSpacing(6)
        for widget in (self._spinner, self._sign, self._text, self._bar):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            across.addWidget(widget)
        jobs.changed.connect(self._show)
        self.clicked.connect(self.show_list)
        self._show()

    @property
    def text_shown(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text.full_text if not self.isHidden() else ""

    def _shown(self) -> JobFacts | None:
        running = self._jobs.running
        if running:
            return running[0]
        return next((job for job in self._jobs.all if job.job_id not in self._seen), None)

    def _show(self) -> None:
        job = self._shown()
        self.setVisible(job is not None)
        if job is None:
            self._spinner.stop()
            return
        self._text.setText(job_words.in_short(job))
        self._text.setMinimumWidth(min(_MOST_PX // 2, self._text.sizeHint().width()))
        self.setAccessibleName(job_words.in_short(job))
        self.setToolTip(plain_tool_tip(f"{job_words.title(job)}\n{job_words.progress(job)}"))
        self._spinner.setVisible(not job.is_over)
        self._sign.setVisible(job.is_over)
        if job.is_over:
            self._spinner.stop()
            self._sign.set_icon(*_SIGNS[job.state])
        else:
            self._spinner.start()
        show_share(self._bar, job)

    def show_list(self) -> None:
        """All jobs, above the bar; or close the list when it is shown."""
        if self._list is not None and isValid(self._list):
            self._list.close()
            self._list = None
            return
        self._list = JobsList(self._jobs, self)
        self._list.closed.connect(self._list_closed)

    def _list_closed(self) -> None:
        self._list = None
        self._seen |= {job.job_id for job in self._jobs.all if job.is_over}
        self._show()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colors = Theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.hover)
            painter.drawRoundedRect(self.rect().adjusted(0, 2, 0, -2), _RADIUS_PX, _RADIUS_PX)
        if self.hasFocus():
            painter.setPen(colors.accent_text)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 2, -1, -3), _RADIUS_PX, _RADIUS_PX)


_SIGNS = {
    JobState.DONE: ("success", "good"),
    JobState.FAILED: ("error", "bad"),
    JobState.CANCELLED: ("stop", "dim_text"),
}


def show_share(bar: QProgressBar, job: JobFacts) -> None:
    """How much is done; nothing where nobody knows, or it is over."""
    share = job.share
    bar.setVisible(not job.is_over and share is not None)
    bar.setRange(0, _ALL)
    bar.setValue(round(_ALL * (share or 0.0)))
    bar.setAccessibleName(job_words.title(job))
