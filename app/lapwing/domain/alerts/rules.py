"""Alert rules: what is watched, how serious it is, and when it is quiet."""

import re
from dataclasses import field
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from lapwing.domain.alerts.quantities import parse_duration
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 to 2, the worst last."""
        return list(Severity).index(self)


DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONGEST_TITLE: Final = 120
_LONGEST_DURATION_S: Final = 604_800.0
_CLOCK: Final = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,60}")
_MOST_LABELS: Final = 20


@dataclass(frozen=True, slots=True)
class QuietTime:
    """When a rule tells nobody: once, or each week. It is judged all the same.

    Attributes:
        start, end: Once: `2026-11-22 22:00`; each week: `22:00`, and an end that is not later is of the next day.
        days: Days of the week on which it begins, `mon` to `sun`; empty: once.
        zone: The time zone of these clocks, as `Europe/Prague`; empty: that of this machine.
    """

    start: str
    end: str
    days: tuple[str, ...] = ()
    zone: str = ""

    def problem(self) -> str:
        """Why it can never be, in a sentence; empty when nothing is wrong with it."""
        if self.zone and _zone(self.zone) is None:
            return f"There is no time zone {self.zone[:60]}; write for example Europe/Prague."
        if self.days:
            strange = [day for day in self.days if day not in DAYS]
            if strange:
                return f"{strange[0][:20]} is no day; write {', '.join(DAYS)}."
            if not _CLOCK.fullmatch(self.start) or not _CLOCK.fullmatch(self.end):
                return "Each week it begins and ends at a time such as 22:00."
            return ""
        start, end = _moment(self.start), _moment(self.end)
        if start is None or end is None:
            return "Once, it begins and ends at a moment such as 2026-11-22 22:00."
        return "" if start < end else "It ends before it begins."

    def covers(self, at: float) -> bool:
        """Whether a moment (Unix seconds) is in it, by the clocks of its zone."""
        if self.problem():
            return False
        now = datetime.fromtimestamp(at, _zone(self.zone) if self.zone else None).replace(tzinfo=None)
        if not self.days:
            start, end = _moment(self.start), _moment(self.end)
            return start is not None and end is not None and start <= now < end
        minutes, today = now.hour * 60 + now.minute, DAYS[now.weekday()]
        start_at, end_at = _minutes(self.start), _minutes(self.end)
        if start_at < end_at:
            return today in self.days and start_at <= minutes < end_at
        yesterday = DAYS[now.weekday() - 1]
        return (today in self.days and minutes >= start_at) or (yesterday in self.days and minutes < end_at)


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):  # no such file, a strange path, no such key
        return None


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is None else None


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


@dataclass(frozen=True, slots=True)
class AlertRule:
    """One rule, judged for each connection and each series by itself.

    Attributes:
        id: Never changed; histories name it.
        expression: When it is so, in the language of `parsing`.
        duration: How long it has to be so before it fires, `5m`; empty: at once.
        clear: An expression that has to be so before a firing alert is over; empty: `expression` is not so.
        labels: What is told along: a team, a runbook.
        connections: Ids or names of those it is judged for; empty: all.
        dialects: `postgresql`, `mysql`, `sqlite`; empty: all.
        environments: Ids; empty: all.
        channels: Ids of those that are told; empty: all that want its severity.
        help: What it means and what to do, in a sentence or two.
    """

    title: str
    expression: str
    id: str = ""
    duration: str = ""
    clear: str = ""
    severity: Severity = Severity.WARNING
    labels: dict[str, str] = field(default_factory=dict)
    connections: tuple[str, ...] = ()
    dialects: tuple[str, ...] = ()
    environments: tuple[str, ...] = ()
    enabled: bool = True
    channels: tuple[str, ...] = ()
    quiet: tuple[QuietTime, ...] = ()
    help: str = ""

    @property
    def duration_s(self) -> float:
        """Seconds; 0 for a text that is no duration (`problem` tells it)."""
        return parse_duration(self.duration) or 0.0 if self.duration else 0.0

    def problem(self) -> tuple[str, str]:
        """Which field is wrong and why, in a sentence; both empty when it can be kept. Expressions are not read."""
        if not self.title.strip() or len(self.title) > _LONGEST_TITLE:
            return "title", f"Its title must have 1 to {_LONGEST_TITLE} characters."
        duration = parse_duration(self.duration) if self.duration else 0.0
        if duration is None or not 0 <= duration <= _LONGEST_DURATION_S:
            return "duration", f"{self.duration[:40]} is no duration up to a week; write for example 5m or 90s."
        if len(self.labels) > _MOST_LABELS or any(
            not _NAME.fullmatch(name) or len(value) > 500 for name, value in self.labels.items()
        ):
            return "labels", "Its labels need names of letters, digits and _, and short texts."
        for each in self.quiet:
            if problem := each.problem():
                return "quiet", problem
        return "", ""

    def is_quiet(self, at: float) -> bool:
        return any(each.covers(at) for each in self.quiet)

    def is_for(self, connection: "Watched") -> bool:
        """Whether it is judged for a connection."""
        return (
            self.enabled
            and (not self.connections or bool({connection.id, connection.name} & {*self.connections}))
            and (not self.dialects or connection.dialect in self.dialects)
            and (not self.environments or connection.environment in self.environments)
        )


@dataclass(frozen=True, slots=True)
class Watched:
    """A connection as rules see it."""

    id: str
    name: str
    dialect: str = ""
    environment: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """Told by a person: some alerts are quiet for a time.

    Attributes:
        connection_id: Empty: of every connection.
        labels: None: every series.
        until: Unix seconds.
    """

    rule_id: str
    connection_id: str
    labels: Labels | None
    until: float

    def covers(self, rule_id: str, connection_id: str, labels: Labels, at: float) -> bool:
        return (
            at < self.until
            and self.rule_id == rule_id
            and self.connection_id in {"", connection_id}
            and self.labels in {None, labels}
        )
