"""Background jobs in the status bar: the newest with its progress; a click lists all."""

from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from lapwing.domain.jobs import JobFacts, JobState
from lapwing.gui.shell import job_words
from lapwing.gui.shell.jobs import Jobs
from lapwing.gui.shell.jobs_list import JobsList
from lapwing.gui.shell.status_button import StatusButton
from lapwing.gui.widgets import Spinner, plain_tool_tip
from lapwing.gui.widgets.icon_label import IconLabel

_BAR_PX = 90
_SIGN_PX = 14
_ALL = 1000
_MOST_PX = 420


class JobsBar(StatusButton):
    """Hidden while there is no job to be seen: one that runs, or that is over and was not looked at. Qt's thread."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, name="jobs_bar", most_px=_MOST_PX)
        self._jobs = jobs
        self._seen: set[str] = set()
        self._list: JobsList | None = None
        self._spinner = Spinner(self, px=_SIGN_PX, name="jobs_spinner")
        self._sign = IconLabel("success", "good", _SIGN_PX, self)
        self._text.setObjectName("jobs_text")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("jobs_progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_PX)
        self._put(self._spinner, self._sign, self._text, self._bar)
        jobs.changed.connect(self._show)
        self.clicked.connect(self.show_list)
        self._show()

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
        self._say(job_words.in_short(job))
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
