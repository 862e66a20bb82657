"""Work that the engine does in the background: what is known of it, and what is told while it goes on.

A job belongs to the engine, not to who asked for it: it goes on when the tab it came from is closed.
"""

from enum import StrEnum
from typing import ClassVar

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass


class JobState(StrEnum):
    RUNNING = "running"
    CANCELLING = "cancelling"
    """Somebody asked for its end, and it has not come about yet."""
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class JobFacts:
    """One job as it is at a moment."""

    job_id: str
    kind: str
    """What it does, for titles: `export`."""
    subject: str
    """What it does that to: the name of a file, say."""
    state: JobState
    unit: str = "rows"
    """What `done` and `total` count: `rows` or `bytes`."""
    done: int = 0
    total: int | None = None
    """None where nobody knows."""
    is_total_exact: bool = True
    """False where `total` is an estimate, as of a table's rows."""
    rate_per_s: float = 0.0
    """Over the last seconds while it runs; over all of its time afterwards."""
    eta_s: float | None = None
    """Seconds that it will still take; None where nobody knows."""
    elapsed_s: float = 0.0
    path: str = ""
    """The file it makes, absolute; empty when it makes none."""
    connection_id: str = ""
    notes: tuple[ErrorFacts, ...] = ()
    """What a person should know of its result, as sentences to be translated like those of errors."""
    error: ErrorFacts | None = None

    @property
    def is_over(self) -> bool:
        return self.state not in (JobState.RUNNING, JobState.CANCELLING)

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None where nobody knows. With an estimate it stays below 1 until the end."""
        if self.state is JobState.DONE:
            return 1.0
        if not self.total:
            return None
        return min(self.done / self.total, 1.0 if self.is_total_exact else 0.99)


@dataclass(frozen=True, slots=True)
class JobList:
    """The jobs that run, and the last of those that are over, the newest first."""

    jobs: tuple[JobFacts, ...]


@dataclass(frozen=True, slots=True)
class JobRequest:
    job_id: str


@dataclass(frozen=True, slots=True)
class JobStarted(Event):
    name: ClassVar[str] = "job.started"
    job: JobFacts

    @property
    def key(self) -> str:
        return self.job.job_id


@dataclass(frozen=True, slots=True)
class JobProgressed(Event):
    """Told some times a second. Who missed one asks `jobs.list`: the facts are always those of the whole job."""

    name: ClassVar[str] = "job.progressed"
    job: JobFacts

    @property
    def key(self) -> str:
        return self.job.job_id


@dataclass(frozen=True, slots=True)
class JobEnded(Event):
    name: ClassVar[str] = "job.ended"
    job: JobFacts

    @property
    def key(self) -> str:
        return self.job.job_id
