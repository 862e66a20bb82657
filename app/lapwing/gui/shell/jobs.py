"""What a window knows of the engine's background jobs."""

from PySide6.QtCore import QObject, Signal

from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event, EventsMissed
from lapwing.domain.jobs import JobEnded, JobFacts, JobList, JobProgressed, JobRequest, JobStarted, JobState
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.shell.job_words import ended_with


class Jobs(QObject):
    """The jobs, the newest first, kept up to date by events; asked for anew when some were missed. Qt's thread.

    Signals:
        changed(): One is another now.
        ended(JobFacts): One is over.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, client: EngineClient, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._jobs: dict[str, JobFacts] = {}
        client.told.connect(self._hear)
        client.state_changed.connect(self._engine_changed)

    @property
    def all(self) -> list[JobFacts]:
        return list(reversed(self._jobs.values()))

    @property
    def running(self) -> list[JobFacts]:
        return [job for job in self.all if not job.is_over]

    def add(self, job: JobFacts) -> None:
        """One of ours has begun; its events may have come already."""
        if job.job_id not in self._jobs:
            self._jobs[job.job_id] = job
            self.changed.emit()

    def _hear(self, event: Event) -> None:
        if isinstance(event, JobStarted | JobProgressed | JobEnded):
            known = self._jobs.get(event.job.job_id)
            if known is not None and known.is_over:
                return
            self._jobs[event.job.job_id] = event.job
            self.changed.emit()
            if isinstance(event, JobEnded):
                self.ended.emit(event.job)
        elif isinstance(event, EventsMissed):
            self.missed.emit()

    missed = Signal()

    async def ask(self) -> None:
        """What the engine knows: after events were missed, and for a window that was opened later."""
        try:
            found = await self._client.call("jobs.list", None, JobList)
        except LapwingError:  # the engine is gone, which is told elsewhere
            return
        before = self._jobs
        self._jobs = {job.job_id: job for job in reversed(found.jobs)}
        self.changed.emit()
        for job in found.jobs:
            known = before.get(job.job_id)
            if job.is_over and known is not None and not known.is_over:
                self.ended.emit(job)

    async def cancel(self, job_id: str) -> None:
        """Ask for a job's end."""
        try:
            await self._client.call("jobs.cancel", JobRequest(job_id))
        except LapwingError:
            await self.ask()

    async def forget(self) -> None:
        """Let go of those that are over."""
        self._jobs = {job.job_id: job for job in self._jobs.values() if not job.is_over}
        self.changed.emit()
        try:
            await self._client.call("jobs.forget", None)
        except LapwingError:
            return

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        """Jobs end with their engine."""
        if state is not EngineState.GONE:
            return
        gone = self._client.end.to_wire()
        for job in self.running:
            self._jobs[job.job_id] = ended_with(job, JobState.FAILED, gone)
            self.ended.emit(self._jobs[job.job_id])
        self.changed.emit()
