"""`lapwing schedule list`, `runs` and `next`."""

import contextlib
from collections.abc import Sequence
from typing import Final

from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say, sentence_of
from lapwing.cli.output import Output
from lapwing.cli.schedule.asking import Ask, asked, time_text
from lapwing.domain.errors import from_wire
from lapwing.domain.results import Column
from lapwing.domain.schedules.errors import ZoneUnknown
from lapwing.domain.schedules.schedules import (
    AskTimes,
    ReadScheduleRuns,
    ScheduleFacts,
    ScheduleList,
    ScheduleRun,
    ScheduleRuns,
    TimesTold,
)
from lapwing.domain.values import Row
from lapwing.formats.registry import FormatName, format_named

_SCHEDULES: Final = ("name", "when", "zone", "event", "enabled", "next", "last_state", "last_at", "error")
_RUNS: Final = ("due", "cause", "state", "started", "ended", "missed", "event_id", "error")


def run_list(output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        OutputClosed, OutputRefused
    """
    found: ScheduleList = asked(lambda ask: ask("schedule.list"))
    for problem in found.problems:
        say(sentence_of(from_wire(problem)))
    if found.schedules and not found.is_done:
        say("No engine runs schedules now: they run while a window is open.")
    _write(output_format, _SCHEDULES, [_schedule(each) for each in found.schedules])
    return ExitCode.OK


def run_runs(name: str, limit: int, output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        ScheduleUnknown, OutputClosed, OutputRefused
    """
    found: ScheduleRuns = asked(lambda ask: ask("schedule.runs", ReadScheduleRuns(name, limit=limit)))
    if found.problem is not None:
        say(sentence_of(from_wire(found.problem)))
    _write(output_format, _RUNS, [_run(each) for each in found.runs])
    return ExitCode.OK


def run_next(text: str, zone: str, count: int) -> int:
    """Write the next times of a schedule of that name, or of what is written; returns the exit code.

    Raises:
        WhenInvalid, OutputClosed, OutputRefused
    """

    async def work(ask: Ask) -> tuple[str, TimesTold]:
        known: ScheduleList = await ask("schedule.list")
        schedule = next((each.schedule for each in known.schedules if each.schedule.name == text), None)
        when, where = (schedule.when, schedule.zone) if schedule is not None else (text, zone)
        times: TimesTold = await ask("schedule.times", AskTimes(when, where, count))
        return where, times

    where, found = asked(work)
    with contextlib.closing(Output()) as output:
        output.write("".join(f"{time_text(each, where)}\n" for each in found.times).encode())
    return ExitCode.OK


def _schedule(facts: ScheduleFacts) -> Row:
    schedule, last = facts.schedule, facts.last
    zone = _known_zone(schedule.zone)
    return (
        schedule.name,
        schedule.when,
        schedule.zone or None,
        schedule.event_type,
        "yes" if schedule.enabled else "no",
        None if facts.next_at is None else time_text(facts.next_at, zone),
        None if last is None else last.state.value,
        None if last is None else time_text(last.started or last.due, zone),
        None if facts.problem is None else str(from_wire(facts.problem)),
    )


def _known_zone(name: str) -> str:
    """The zone by whose clocks times are shown: this computer's where there is none of that name."""
    try:
        time_text(0.0, name)
    except ZoneUnknown:
        return ""
    return name


def _run(run: ScheduleRun) -> Row:
    errors = [run.error] if run.error else [f"{each.subscriber}: {each.error}" for each in run.answers if each.error]
    return (
        time_text(run.due),
        run.cause.value,
        run.state.value,
        None if run.started is None else time_text(run.started),
        None if run.ended is None else time_text(run.ended),
        run.missed,
        run.event_id or None,
        " ".join(errors) or None,
    )


def _write(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())
