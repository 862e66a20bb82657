"""`lapwing schedule add`, `remove`, `enable` and `disable`."""

import re
from typing import Final

from lapwing.cli.errors import UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.json_option import json_object
from lapwing.cli.messages import say
from lapwing.cli.schedule.asking import Ask, asked, time_text
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.schedules.schedules import (
    Missed,
    Overlap,
    SaveSchedule,
    Schedule,
    ScheduleFacts,
    ScheduleList,
    ScheduleRequest,
    SwitchSchedule,
)

_COMMAND: Final = "lapwing schedule add"
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What was typed; empty where nothing was."""

    name: str
    when: str
    workflow: str
    data: str
    zone: str
    missed: str
    overlap: str
    enabled: bool


def run_add(options: AddOptions) -> int:
    """Keep it; returns the exit code.

    Raises:
        UsageWrong, ScheduleInvalid, WhenInvalid, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull, RunsUnusable
    """
    if options.missed not in list(Missed):
        raise UsageWrong(reason=f"--missed is {' or '.join(Missed)}.", command=_COMMAND)
    if options.overlap not in list(Overlap):
        raise UsageWrong(reason=f"--overlap is {' or '.join(Overlap)}.", command=_COMMAND)
    workflow = options.workflow or _NOT_IN_NAMES.sub("-", options.name).strip("-").lower()
    data, missed, overlap = (
        json_object(options.data, "--data", _COMMAND),
        Missed(options.missed),
        Overlap(options.overlap),
    )

    async def work(ask: Ask) -> ScheduleFacts:
        known: ScheduleList = await ask("schedule.list")
        there = next((each.schedule.id for each in known.schedules if each.schedule.name == options.name), "")
        made = Schedule(
            there, options.name, options.when, workflow, data, options.zone, missed, overlap, options.enabled
        )
        saved: ScheduleFacts = await ask("schedule.save", SaveSchedule(made))
        return saved

    _say_next(asked(work))
    return ExitCode.OK


def run_remove(name: str) -> int:
    """Remove it; returns the exit code.

    Raises:
        ScheduleUnknown, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull, RunsUnusable
    """
    asked(lambda ask: ask("schedule.remove", ScheduleRequest(name)))
    say(f"{name} was removed.")
    return ExitCode.OK


def run_switch(name: str, *, enabled: bool) -> int:
    """Switch it; returns the exit code.

    Raises:
        ScheduleUnknown, ScheduleInvalid, WhenInvalid, StoredNewer, StoredDamaged, StoredUnreadable, DiskFull,
        RunsUnusable
    """
    _say_next(asked(lambda ask: ask("schedule.switch", SwitchSchedule(name, enabled))))
    return ExitCode.OK


def _say_next(facts: ScheduleFacts) -> None:
    schedule = facts.schedule
    if not schedule.enabled:
        say(f"{schedule.name} is switched off.")
    elif facts.next_at is None:
        say(f"{schedule.name} has no more times.")
    else:
        say(f"{schedule.name} tells {schedule.event_type} at {time_text(facts.next_at, schedule.zone)}.")
