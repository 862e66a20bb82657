"""Background jobs: started by services, watched and cancelled by faces."""

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DefectFound, LapwingError, StatementCancelled
from lapwing.domain.jobs import JobEnded, JobFacts, JobList, JobProgressed, JobRequest, JobStarted, JobState
from lapwing.domain.operations import Permission
from lapwing.domain.query import Cancelled, Done
from lapwing.engine.bus import Bus
from lapwing.engine.jobs.job import Job
from lapwing.engine.operations import operation

_NEWS_S: Final = 0.2
_KEPT: Final = 50
"""Jobs that are over and can still be asked for."""
_log = logging.getLogger(__name__)
Work = Callable[[Job], Awaitable[None]]


class JobsService:
    """Keeps the jobs of an engine. Event loop's thread.

    A job belongs to nobody: it goes on when who asked for it is gone, and ends with the engine.
    """

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._jobs: dict[str, Job] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def start(
        self,
        work: Work,
        *,
        kind: str,
        subject: str,
        total: int | None = None,
        is_total_exact: bool = True,
        path: str = "",
        connection_id: str = "",
    ) -> JobFacts:
        """Begin a job; it is over when `work` returns or raises."""
        facts = JobFacts(
            uuid.uuid4().hex,
            kind,
            subject,
            JobState.RUNNING,
            total=total,
            is_total_exact=is_total_exact,
            path=path,
            connection_id=connection_id,
        )
        job = Job(facts)
        self._forget_oldest()
        self._jobs[job.id] = job
        self._tasks[job.id] = asyncio.create_task(self._run(job, work), name=f"job {kind}")
        return facts

    def _forget_oldest(self) -> None:
        over = [job.id for job in self._jobs.values() if job.is_over]
        for job_id in over[: max(0, len(over) - _KEPT + 1)]:
            del self._jobs[job_id]

    async def _run(self, job: Job, work: Work) -> None:
        self._bus.publish(JobStarted(job.facts()))
        doing = asyncio.ensure_future(work(job))
        try:
            while not doing.done():
                await asyncio.wait([doing], timeout=_NEWS_S)
                if not doing.done():
                    if job.is_cancelled:
                        job.interrupt()  # again: what is to be ended may not have begun when it was told
                    self._bus.publish(JobProgressed(job.facts()))
            self._end(job, doing)
        finally:
            self._tasks.pop(job.id, None)
        self._bus.publish(JobEnded(job.facts()))

    @staticmethod
    def _end(job: Job, doing: "asyncio.Future[None]") -> None:
        """How it ended. A job that was done before its cancel came about is done."""
        error = asyncio.CancelledError() if doing.cancelled() else doing.exception()
        if error is None:
            job.end(JobState.DONE)
        elif isinstance(error, StatementCancelled | asyncio.CancelledError) or (
            job.is_cancelled and isinstance(error, LapwingError)
        ):
            job.end(JobState.CANCELLED)
        elif isinstance(error, LapwingError):
            job.end(JobState.FAILED, error.to_wire())
        else:
            _log.error("a job failed unexpectedly", exc_info=error)
            defect = DefectFound(kind=f"{type(error).__name__} in a background job", log=str(paths.logs()))
            job.end(JobState.FAILED, defect.to_wire())

    @operation("jobs.list", needs=Permission.QUERY_READ)
    async def list_jobs(self) -> JobList:
        """The jobs that run, and the last fifty of those that are over, the newest first."""
        return JobList(tuple(job.facts() for job in reversed(self._jobs.values())))

    @operation("jobs.cancel", needs=Permission.QUERY_READ)
    async def cancel(self, request: JobRequest) -> Cancelled:
        """Ask for a job's end; what it has made so far is deleted."""
        job = self._jobs.get(request.job_id)
        if job is None or job.is_over:
            return Cancelled(reached=False)
        job.cancel()
        self._bus.publish(JobProgressed(job.facts()))
        return Cancelled(reached=True)

    @operation("jobs.forget", needs=Permission.QUERY_READ)
    async def forget(self) -> Done:
        """Let go of what is known of the jobs that are over."""
        for job_id in [job.id for job in self._jobs.values() if job.is_over]:
            del self._jobs[job_id]
        return Done()

    async def close(self) -> None:
        """Cancel everything and wait for its end, so that nothing half made stays behind."""
        for job in self._jobs.values():
            job.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
