"""What schedules and their runs are called in the window."""

import json
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

from lapwing.domain.cloud_events import HandlerAnswer
from lapwing.domain.monitoring.shown import shown_seconds
from lapwing.domain.schedules.errors import ZoneUnknown
from lapwing.domain.schedules.schedules import Missed, Overlap, RunCause, RunState, Schedule, ScheduleFacts, ScheduleRun
from lapwing.domain.schedules.times import zone_named
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP, problems_text

MISSED: Final = {
    Missed.SKIP: QT_TRANSLATE_NOOP("Schedules", "Skip them"),
    Missed.ONCE: QT_TRANSLATE_NOOP("Schedules", "Run once for all of them"),
}
OVERLAP: Final = {
    Overlap.REFUSE: QT_TRANSLATE_NOOP("Schedules", "Leave it out"),
    Overlap.QUEUE: QT_TRANSLATE_NOOP("Schedules", "Let it wait for its turn"),
}
_STATES: Final = {
    RunState.ASKED: QT_TRANSLATE_NOOP("Schedules", "Asked for"),
    RunState.WAITING: QT_TRANSLATE_NOOP("Schedules", "Waiting"),
    RunState.RUNNING: QT_TRANSLATE_NOOP("Schedules", "Running"),
    RunState.DONE: QT_TRANSLATE_NOOP("Schedules", "Done"),
    RunState.FAILED: QT_TRANSLATE_NOOP("Schedules", "Failed"),
    RunState.INTERRUPTED: QT_TRANSLATE_NOOP("Schedules", "Interrupted"),
    RunState.MISSED: QT_TRANSLATE_NOOP("Schedules", "Missed"),
    RunState.REFUSED: QT_TRANSLATE_NOOP("Schedules", "Left out"),
}
_ICONS: Final = {
    RunState.ASKED: ("loader", "dim_text"),
    RunState.WAITING: ("pause", "dim_text"),
    RunState.RUNNING: ("loader", "accent_text"),
    RunState.DONE: ("success", "good"),
    RunState.FAILED: ("error", "bad"),
    RunState.INTERRUPTED: ("alert", "warning"),
    RunState.MISSED: ("alert", "warning"),
    RunState.REFUSED: ("alert", "warning"),
}
_CAUSES: Final = {
    RunCause.TIME: QT_TRANSLATE_NOOP("Schedules", "Its time"),
    RunCause.LATE: QT_TRANSLATE_NOOP("Schedules", "Made up for"),
    RunCause.PERSON: QT_TRANSLATE_NOOP("Schedules", "Run now"),
}


def marked(text: str) -> str:
    """A text that was marked where it is declared, in the person's language."""
    return QCoreApplication.translate("Schedules", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Schedules", text)


def moment_text(at: float | None) -> str:
    """A moment by the clocks of this computer; only the clock where it is of today."""
    if at is None:
        return "–"
    moment = QDateTime.fromMSecsSinceEpoch(int(at * 1000))
    if moment.date() == QDateTime.currentDateTime().date():
        return moment.time().toString("HH:mm:ss")
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def clock_texts(times: Sequence[float], zone: str) -> list[str]:
    """Moments by the clocks of a zone, with the day of the week; with seconds where one of them has some."""
    try:
        clocks = [datetime.fromtimestamp(at, zone_named(zone)) for at in times]
    except ZoneUnknown:
        clocks = [datetime.fromtimestamp(at, zone_named("")) for at in times]
    form = "HH:mm:ss" if any(clock.second for clock in clocks) else "HH:mm"
    return [_clock_text(clock, form) for clock in clocks]


def _clock_text(clock: datetime, form: str) -> str:
    locale = QLocale()
    day = QDate(clock.year, clock.month, clock.day)
    weekday = locale.dayName(day.dayOfWeek(), QLocale.FormatType.ShortFormat)
    date = locale.toString(day, QLocale.FormatType.ShortFormat)
    return f"{weekday} {date} {QTime(clock.hour, clock.minute, clock.second).toString(form)}"


def until_text(at: float) -> str:
    """How long it is until then."""
    seconds = at - time.time()
    return _tr("in {time}").format(time=shown_seconds(float(round(seconds)))) if seconds >= 1 else _tr("now")


def times_text(schedule: Schedule) -> str:
    """Its times as they were written, with the zone where one is named."""
    when = visible_text(schedule.when)
    return f"{when}  ·  {visible_text(schedule.zone)}" if schedule.zone else when


def next_text(facts: ScheduleFacts) -> str:
    """When it is next, or why it is not."""
    if facts.problem is not None:
        return _tr("Cannot be understood")
    if not facts.schedule.enabled:
        return _tr("Off")
    if facts.next_at is None:
        return _tr("No more times")
    return f"{until_text(facts.next_at)}  ·  {moment_text(facts.next_at)}"


def next_color(facts: ScheduleFacts) -> str:
    """A token for that."""
    if facts.problem is not None:
        return "bad"
    return "" if facts.next_at is not None else "faint_text"


def sign(facts: ScheduleFacts) -> tuple[str, str]:
    """A drawing and its colour for all of it."""
    if facts.problem is not None:
        return ("error", "bad")
    if not facts.schedule.enabled:
        return ("power", "faint_text")
    return run_icon(facts.last) if facts.last is not None else ("clock", "dim_text")


def problem_text(facts: ScheduleFacts) -> str:
    """What is wrong with it, and what to do; empty: nothing."""
    return "" if facts.problem is None else visible_text(problems_text([facts.problem]))


# runs


def run_state(run: ScheduleRun) -> str:
    return marked(_STATES[run.state])


def run_icon(run: ScheduleRun) -> tuple[str, str]:
    """A drawing and its colour."""
    return _ICONS[run.state]


def last_text(run: ScheduleRun | None) -> str:
    """How the last run was, and when."""
    return "–" if run is None else f"{run_state(run)}  ·  {moment_text(run.started or run.due)}"


def cause_text(run: ScheduleRun) -> str:
    """Why it was run, or was to be."""
    return marked(_CAUSES[run.cause])


def took_text(run: ScheduleRun) -> str:
    """How long it took, or takes so far."""
    if run.started is None:
        return "–"
    seconds = (time.time() if run.ended is None else run.ended) - run.started
    return shown_seconds(round(max(0.0, seconds), 3 if seconds < 1 else 0))


def answers_line(run: ScheduleRun) -> str:
    """What subscribers made of it, in a line."""
    if run.error:
        return visible_text(run.error)
    failed = [each for each in run.answers if each.error]
    if failed:
        return visible_text("; ".join(f"{each.subscriber}: {each.error}" for each in failed))
    return visible_text(", ".join(each.subscriber for each in run.answers)) or "–"


def answers_text(run: ScheduleRun) -> str:
    """All that subscribers answered, each below its name."""
    return "\n\n".join(f"{visible_text(each.subscriber)}\n{_answer(each)}" for each in run.answers)


def _answer(answer: HandlerAnswer) -> str:
    if answer.error:
        return visible_text(answer.error, "\n")
    text = answer.answer if isinstance(answer.answer, str) else json.dumps(answer.answer, indent=2, ensure_ascii=False)
    return visible_text(text, "\n")


def summary(found: tuple[ScheduleFacts, ...]) -> str:
    """How many there are, and which is next."""
    text = QCoreApplication.translate("Schedules", "%n schedule(s)", "", len(found))
    coming = [each for each in found if each.next_at is not None]
    if not coming:
        return text
    first = min(coming, key=lambda each: each.next_at or 0.0)
    said = _tr("next: {name} {time}").replace("{time}", until_text(first.next_at or 0.0))
    return f"{text}  ·  {said.replace('{name}', visible_text(first.schedule.name))}"
