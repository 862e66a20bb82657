"""The times of a schedule: by a cron expression, at an interval, or once.

Where clocks are put forward, a time that does not exist is the moment at which they are; where they are put back, a
time that comes twice is the first of the two. That is so for expressions that name their hours, and for single times.
Expressions with `*` for the hour follow the clock as it goes: nothing for the hour that is left out, and both of those
that come twice. Intervals know no clock: they are seconds that pass. (The same distinction as Debian's cron(8).)
"""

import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.schedules.cron import CronExpression, read_cron
from lapwing.domain.schedules.errors import (
    IntervalInvalid,
    IntervalTooLong,
    IntervalTooShort,
    MomentInvalid,
    TimesNever,
    WhenInvalid,
    ZoneUnknown,
)

_UNITS: Final = {"s": 1, "sec": 1, "second": 1, "m": 60, "min": 60, "minute": 60, "h": 3600, "hour": 3600}
_UNITS_OF_DAYS: Final = {"d": 86400, "day": 86400, "w": 604800, "week": 604800}
_INTERVAL: Final = re.compile(r"every\s+(?:(\d{1,9})\s*)?([a-z]{1,7}?)s?", re.ASCII)
_MOMENT: Final = re.compile(r"at\s+(\d{4}-\d\d-\d\d)[T\s]+(\d{1,2}:\d\d(?::\d\d)?)", re.ASCII | re.IGNORECASE)
_LONGEST: Final = 400
_SHOWN: Final = 60
_SHORTEST_S: Final = 5
_LONGEST_S: Final = 366 * 86400
_YEARS_AHEAD: Final = 30
"""A 29 February that is a certain day of the week comes again within 28 years, but for the end of a century."""
_QUARTER_S: Final = 900
"""Clocks are put forward and back at quarters of an hour, at the finest."""
_SLACK_S: Final = 90.0
_NAMED_SLACK_S: Final = 3 * 3600.0
_LATEST: Final = 1e11
"""Of what intervals are counted from: who writes the file by hand may write anything."""
_LAST_DAY: Final = date(9990, 1, 1)
_LOCAL: Final = "/etc/localtime"


class Timetable(Protocol):
    """When something is to happen. Times are Unix seconds."""

    @property
    def slack_s(self) -> float:
        """By how much a clock may be put back without times that were before being times again."""
        ...

    def next_after(self, at: float) -> float | None:
        """The first time that is later; None: there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Interval:
    """Attributes:
    since: From which it is counted; a whole second, so that no fraction adds up.
    """

    seconds: int
    since: int = 0

    @property
    def slack_s(self) -> float:
        return max(_SLACK_S, 2.0 * self.seconds)

    def next_after(self, at: float) -> float | None:
        steps = max(1, int((at - self.since) // self.seconds) + 1)
        return float(self.since + steps * self.seconds)


@dataclass(frozen=True, slots=True)
class Once:
    at: float

    @property
    def slack_s(self) -> float:
        return _NAMED_SLACK_S

    def next_after(self, at: float) -> float | None:
        return self.at if self.at > at else None


@dataclass(frozen=True, slots=True)
class Cron:
    """A cron expression by the clocks of a zone."""

    expression: CronExpression
    zone: tzinfo

    @property
    def slack_s(self) -> float:
        return _NAMED_SLACK_S if self.expression.names_hours else _SLACK_S

    def next_after(self, at: float) -> float | None:
        try:
            first = datetime.fromtimestamp(at, self.zone).date()
            if first >= _LAST_DAY:
                return None
            found = self._named(first, at) if self.expression.names_hours else self._running(first, at)
            return next(found, None)
        except (OverflowError, ValueError, OSError):  # beyond the years that a clock can show
            return None

    def _days(self, first: date) -> Iterator[date]:
        day, last = first, first.replace(year=first.year + _YEARS_AHEAD, day=1)
        while day < last:
            if day.month not in self.expression.months:
                day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
                continue
            if self.expression.is_on(day):
                yield day
            day += timedelta(days=1)

    def _named(self, first: date, at: float) -> Iterator[float]:
        """By named hours: what the clock leaves out is at the moment at which it does."""
        for day in self._days(first - timedelta(days=1)):
            for hour in self.expression.hours:
                for minute in self.expression.minutes:
                    moment = moment_of(datetime(day.year, day.month, day.day, hour, minute), self.zone)  # noqa: DTZ001
                    if moment > at:
                        yield moment

    def _running(self, first: date, at: float) -> Iterator[float]:
        """As the clock goes, minute by minute of the hours that fit."""
        minutes, hours = frozenset(self.expression.minutes), frozenset(self.expression.hours)
        for day in self._days(first):
            midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001
            moment = max(moment_of(midnight, self.zone), (at // 60 + 1) * 60)
            while True:
                clock = datetime.fromtimestamp(moment, self.zone)
                if clock.date() != day:
                    break
                if clock.hour not in hours:
                    moment += _QUARTER_S - moment % _QUARTER_S
                    continue
                if clock.minute in minutes and clock.second == 0:
                    yield moment
                moment += 60 - clock.second


def moment_of(clock: datetime, zone: tzinfo) -> float:
    """When clocks show that: the first time where they do twice; where they never do, when they are put forward."""
    moment = clock.replace(tzinfo=zone, fold=0).timestamp()
    if datetime.fromtimestamp(moment, zone).replace(tzinfo=None, fold=0) == clock:
        return moment
    low, high = moment - 86400, moment + 86400  # one of both sides of the moment at which they are put forward
    before = datetime.fromtimestamp(low, zone).utcoffset()
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high


def read_times(text: str, zone: str = "", since: float = 0.0) -> Timetable:
    """What the times of a schedule say: a cron expression, `every 15 min`, or `at 2026-12-24 18:00`.

    Args:
        zone: By the clocks of which; empty: those of this computer.
        since: From when intervals are counted.

    Raises:
        WhenInvalid: They cannot be understood, or never come.
    """
    words = text.strip()
    beginning = words.lower()
    if len(words) > _LONGEST:
        raise WhenInvalid(text=f"{words[:_SHOWN]}…")
    clocks = zone_named(zone)
    if beginning.startswith("every"):
        return _interval(beginning, since)
    if beginning.startswith("at"):
        return Once(_moment(words, clocks))
    if not words:
        raise WhenInvalid(text="–")
    made = Cron(read_cron(words), clocks)
    if made.next_after(since) is None:
        raise TimesNever(text=words[:80])
    return made


def _interval(text: str, since: float) -> Interval:
    found = _INTERVAL.fullmatch(text)
    unit = (_UNITS | _UNITS_OF_DAYS).get(found[2]) if found else None
    if found is None or unit is None:
        raise IntervalInvalid(text=text[:80])
    seconds = int(found[1] or 1) * unit
    if seconds < _SHORTEST_S:
        raise IntervalTooShort(text=text)
    if seconds > _LONGEST_S:
        raise IntervalTooLong(text=text)
    return Interval(seconds, int(min(max(since, 0.0), _LATEST)))


def _moment(text: str, zone: tzinfo) -> float:
    found = _MOMENT.fullmatch(text)
    try:
        if found is None:
            raise MomentInvalid(text=text[:80])
        return moment_of(datetime.fromisoformat(f"{found[1]} {found[2].rjust(5, '0')}"), zone)
    except (ValueError, OverflowError) as error:
        raise MomentInvalid(text=text[:80]) from error


def zone_named(name: str) -> tzinfo:
    """The clocks of a time zone; without a name those of this computer.

    Raises:
        ZoneUnknown
    """
    if not name:
        return _local_zone()
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:
        raise ZoneUnknown(text=name[:60]) from error


def _local_zone() -> tzinfo:
    """As the C library finds it: the variable TZ where it is a name, else the file of the system."""
    named = os.environ.get("TZ", "").removeprefix(":")
    try:
        if named:
            return ZoneInfo(named)
        with open(_LOCAL, "rb") as file:
            return ZoneInfo.from_file(file)
    except (LookupError, ValueError, OSError):
        return datetime.now(UTC).astimezone().tzinfo or UTC


def next_times(times: Timetable, after: float, count: int) -> tuple[float, ...]:
    """The next ones, at most so many."""

    def following() -> Iterator[float]:
        at = times.next_after(after)
        while at is not None:
            yield at
            at = times.next_after(at)

    return tuple(islice(following(), count))


def last_until(times: Timetable, after: float, until: float) -> float | None:
    """The last time behind `after` that is not later than `until`; None: there is none.

    It looks back step by step, so that a day or a year of missed times is not counted through.
    """
    for back_s in (60.0, 3600.0, 86400.0, 40 * 86400.0, 400 * 86400.0, float("inf")):
        start = max(after, until - back_s)
        found = times.next_after(start)
        if found is not None and found <= until:
            while True:
                later = times.next_after(found)
                if later is None or later > until:
                    return found
                found = later
        if start == after:
            break
    return None
