"""A background job of the engine, started by a command and watched until it is over."""

import asyncio

from lapwing.cli.messages import counted
from lapwing.cli.progress import ProgressLine, wants_progress
from lapwing.domain.events import Event
from lapwing.domain.jobs import JobEnded, JobFacts, JobProgressed
from lapwing.domain.operations import Subscribe
from lapwing.engine.engine import Engine


class JobFollowing:
    """Who hears of the job (`engine.operations.Caller`).

    Attributes:
        is_running: Whether the job is under way.
    """

    is_full = False

    def __init__(self, progress: bool | None) -> None:
        """
        Args:
            progress: Whether to say how far it is; None: where somebody sees it.
        """
        self._line = ProgressLine() if wants_progress(progress) else None
        self._ended: asyncio.Future[JobFacts] | None = None
        self.is_running = False

    async def follow(self, engine: Engine, operation_id: str, request: object) -> JobFacts:
        """Start a job, and wait for its end.

        Raises:
            LapwingError: Why it cannot be started.
        """
        self._ended = asyncio.get_running_loop().create_future()
        await engine.serve(self, "events.subscribe", Subscribe(("job.*",)))
        await engine.serve(self, operation_id, request)
        self.is_running = True
        job = await self._ended
        self.is_running = False
        return job

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Say how far it is, and hear that it is over."""
        if isinstance(event, JobProgressed) and self._line is not None:
            self._line.show_text(_progress(event.job))
        elif isinstance(event, JobEnded) and self._ended is not None and not self._ended.done():
            self._ended.set_result(event.job)

    def end_progress(self) -> None:
        """Nothing more is said of it."""
        if self._line is not None:
            self._line.clear()


def _progress(job: JobFacts) -> str:
    parts = [f"{job.subject}: {counted(job.done, 'row')}"]
    if job.share is not None:
        parts.append(f"{int(100 * job.share)} %")
    parts.append(f"{job.rate_per_s:,.0f} a second")
    if job.eta_s is not None:
        parts.append(f"{job.eta_s:,.0f} s left")
    return ", ".join(parts)
