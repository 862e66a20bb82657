"""Schedules: what is told at which times, what happens with times that were missed, and what runs came of them."""

import json
import re
import time
from dataclasses import field
from enum import StrEnum
from typing import Any, ClassVar, Final

from lapwing.domain.cloud_events import HandlerAnswer
from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.schedules.errors import (
    ScheduleDataInvalid,
    ScheduleDataTooLarge,
    ScheduleNameInvalid,
    WhenInvalid,
    WorkflowNameInvalid,
)
from lapwing.domain.schedules.times import Once, Timetable, read_times

WORKFLOW: Final = "workflow."
"""What the types of their events begin with."""
OWN_WORKFLOWS: Final = ("lapwing.check-plugin-updates",)
"""Those that Lapwing does itself."""
_WORKFLOW_NAME: Final = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*", re.ASCII)
_LONGEST_WORKFLOW: Final = 100
_LONGEST_NAME: Final = 80
_MOST_DATA: Final = 64_000
"""Characters of the data as JSON."""


class Missed(StrEnum):
    """What becomes of times that came while nothing could run: the computer slept, or no engine was there."""

    SKIP = "skip"
    ONCE = "once"
    """Run once, however many there were."""


class Overlap(StrEnum):
    """What becomes of a time that comes while the run before is still under way."""

    REFUSE = "refuse"
    QUEUE = "queue"
    """It waits for its turn; no more than one does."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """One schedule.

    Attributes:
        id: Empty: it is not kept yet.
        when: A cron expression, `every 15 min`, or `at 2026-12-24 18:00`.
        workflow: The event that is told is `workflow.` and this.
        data: What that event holds.
        zone: By the clocks of which time zone; empty: those of the computer.
        since: Unix seconds from which its times count: when it was kept or switched on.
    """

    id: str
    name: str
    when: str
    workflow: str
    data: dict[str, Any] = field(default_factory=dict)
    zone: str = ""
    missed: Missed = Missed.SKIP
    overlap: Overlap = Overlap.REFUSE
    enabled: bool = True
    since: float = 0.0

    @property
    def event_type(self) -> str:
        return f"{WORKFLOW}{self.workflow}"

    def times(self) -> Timetable:
        """Raises:
        WhenInvalid
        """
        return read_times(self.when, self.zone, self.since)

    def problem(self) -> LapwingError | None:
        """Why it cannot be run; None: it can. Who edits the file by hand may have written anything."""
        facts = {"schedule": self.name.strip() or self.id}
        if not self.name.strip() or len(self.name) > _LONGEST_NAME or not self.name.isprintable():
            return ScheduleNameInvalid(**facts, most=_LONGEST_NAME, field="name")
        if not _WORKFLOW_NAME.fullmatch(self.workflow) or len(self.workflow) > _LONGEST_WORKFLOW:
            shown = self.workflow[:_LONGEST_WORKFLOW] or "–"
            return WorkflowNameInvalid(**facts, workflow=shown, most=_LONGEST_WORKFLOW, field="workflow")
        try:
            text = json.dumps(self.data, allow_nan=False)
            text.encode()
        except (ValueError, TypeError, RecursionError):
            return ScheduleDataInvalid(**facts, field="data")
        if len(text) > _MOST_DATA:
            return ScheduleDataTooLarge(**facts, most=f"{_MOST_DATA:,}", field="data")
        try:
            self.times()
        except WhenInvalid as error:
            return error
        return None

    def is_over(self, at: float) -> bool:
        """Whether none of its times is still to come.

        Raises:
            WhenInvalid
        """
        times = self.times()
        return isinstance(times, Once) and times.at <= at


class RunState(StrEnum):
    ASKED = "asked"
    """A person wants it; the engine that does schedules will take it up."""
    WAITING = "waiting"
    """The run before is under way."""
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    """A subscriber did not do well, or the event could not be told."""
    INTERRUPTED = "interrupted"
    """Its engine ended. It is not run again."""
    MISSED = "missed"
    REFUSED = "refused"
    """The run before was under way."""

    @property
    def is_over(self) -> bool:
        return self not in {RunState.ASKED, RunState.WAITING, RunState.RUNNING}


class RunCause(StrEnum):
    TIME = "time"
    LATE = "late"
    """Its time was missed, and made up for."""
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class ScheduleRun:
    """One run, or why there was none. Times are Unix seconds.

    Attributes:
        due: The time that it is of; of what a person asked for, when that was.
        started, ended: None: it has not.
        event_id: Of the event that was told; empty: none was.
        missed: How many earlier times were missed.
        answers: What subscribers made of it.
        error: Why it failed, in a sentence; empty: it did not, or a subscriber's answer tells.
    """

    id: int
    schedule_id: str
    due: float
    state: RunState
    cause: RunCause = RunCause.TIME
    started: float | None = None
    ended: float | None = None
    event_id: str = ""
    missed: int = 0
    answers: tuple[HandlerAnswer, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleFacts:
    """One schedule, and how it does.

    Attributes:
        next_at: None: it has no more times, is switched off, or cannot be understood.
        problem: Why it cannot be run; None: it can.
        last: The latest run that began, or was missed or refused; None: there is none yet.
    """

    schedule: Schedule
    next_at: float | None = None
    problem: ErrorFacts | None = None
    last: ScheduleRun | None = None


@dataclass(frozen=True, slots=True)
class ScheduleList:
    """Attributes:
    is_done: Whether an engine of the profile runs schedules now.
    problems: What is wrong with stored files.
    """

    schedules: tuple[ScheduleFacts, ...] = ()
    is_done: bool = False
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveSchedule:
    """One without an id is added; one with an id replaces that."""

    schedule: Schedule


@dataclass(frozen=True, slots=True)
class ScheduleRequest:
    """Attributes:
    schedule_id: Its id, or its name.
    """

    schedule_id: str


@dataclass(frozen=True, slots=True)
class SwitchSchedule:
    schedule_id: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class RunSchedule:
    """Attributes:
    wait_s: How long to wait for its end; the run may go on behind it.
    """

    schedule_id: str
    wait_s: float = 0.0


@dataclass(frozen=True, slots=True)
class ReadScheduleRuns:
    """Attributes:
    before_id: Only earlier ones; 0: from the latest on.
    """

    schedule_id: str
    before_id: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class ScheduleRuns:
    """The latest first.

    Attributes:
        problem: Why they cannot be read; None: they can.
    """

    runs: tuple[ScheduleRun, ...] = ()
    problem: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class AskTimes:
    """The next times of what may become a schedule."""

    when: str
    zone: str = ""
    count: int = 5


@dataclass(frozen=True, slots=True)
class TimesTold:
    times: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SchedulesChanged(Event):
    """A schedule was changed, has run, or is running."""

    name: ClassVar[str] = "schedules.changed"


def next_of(schedule: Schedule, after: float | None = None) -> float | None:
    """When it is next; None: never, or nobody can tell."""
    if not schedule.enabled:
        return None
    try:
        return schedule.times().next_after(time.time() if after is None else after)
    except WhenInvalid:
        return None
