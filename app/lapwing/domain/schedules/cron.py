"""Cron expressions: five parts, read into what each of them allows (crontab(5) of Vixie's cron).

Beside plain crontabs there are `L` for the last day of a month, `fri#2` for its second Friday, `friL` for the last
one, and the names from `@hourly` to `@yearly`.
"""

from calendar import monthrange
from datetime import date
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.schedules.errors import (
    CronDayInvalid,
    CronFieldsMissing,
    CronHourInvalid,
    CronMinuteInvalid,
    CronMonthInvalid,
    CronNameUnknown,
    CronRangeBackwards,
    CronStepInvalid,
    CronWeekdayInvalid,
    WhenInvalid,
)

_NAMES: Final = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS: Final = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_LAST: Final = "l"
_SHOWN: Final = 40
"""Characters of what is wrong."""
_MOST_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the five: what its numbers may be, and the error of what they are not."""

    low: int
    high: int
    wrong: type[WhenInvalid]
    names: tuple[str, ...] = ()
    names_from: int = 0

    def number(self, text: str, whole: str) -> int:
        """Raises:
        WhenInvalid
        """
        if text in self.names:
            return self.names.index(text) + self.names_from
        is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        if not is_number or not self.low <= int(text) <= self.high:
            raise self.wrong(text=_short(whole))
        return int(text)

    def numbers(self, text: str) -> frozenset[int]:
        """What one member of a list allows, such as `*`, `7`, `1-5` or `*/15`.

        Raises:
            WhenInvalid
        """
        span, slash, step = text.partition("/")
        stride = 1
        if slash:
            if not (step.isascii() and step.isdigit() and len(step) <= _MOST_DIGITS and int(step) >= 1):
                raise CronStepInvalid(text=_short(text))
            stride = int(step)
        if span == "*":
            return frozenset(range(self.low, self.high + 1, stride))
        first_text, dash, last_text = span.partition("-")
        first = self.number(first_text, text)
        last = self.number(last_text, text) if dash else self.high if slash else first
        if last < first:
            raise CronRangeBackwards(text=_short(text))
        return frozenset(range(first, last + 1, stride))


_MINUTE: Final = _Part(0, 59, CronMinuteInvalid)
_HOUR: Final = _Part(0, 23, CronHourInvalid)
_DAY: Final = _Part(1, 31, CronDayInvalid)
_MONTH: Final = _Part(1, 12, CronMonthInvalid, _MONTHS, 1)
_WEEKDAY: Final = _Part(0, 7, CronWeekdayInvalid, _WEEKDAYS)


@dataclass(frozen=True, slots=True)
class CronExpression:
    """What an expression allows.

    Attributes:
        last_day: Whether the last day of a month is one of its days.
        weekdays: 0 is Sunday.
        nth_weekdays: Day of the week, and which of a month; -1 is the last one.
        any_day, any_weekday: Whether that part begins with `*`. A day has to fit both parts where one of them does, and
            one of the parts where neither does.
        names_hours: Whether it names the hours at which it is, rather than each or each so-manieth one.
    """

    minutes: tuple[int, ...]
    hours: tuple[int, ...]
    days: frozenset[int]
    last_day: bool
    months: frozenset[int]
    weekdays: frozenset[int]
    nth_weekdays: frozenset[tuple[int, int]]
    any_day: bool
    any_weekday: bool
    names_hours: bool

    def is_on(self, day: date) -> bool:
        """Whether there are times on that day."""
        if day.month not in self.months:
            return False
        fits_day, fits_weekday = self._fits_day(day), self._fits_weekday(day)
        return fits_day and fits_weekday if self.any_day or self.any_weekday else fits_day or fits_weekday

    def _fits_day(self, day: date) -> bool:
        return day.day in self.days or (self.last_day and day.day == monthrange(day.year, day.month)[1])

    def _fits_weekday(self, day: date) -> bool:
        weekday = day.isoweekday() % 7
        if weekday in self.weekdays:
            return True
        if not self.nth_weekdays:
            return False
        is_last = day.day + 7 > monthrange(day.year, day.month)[1]
        return (weekday, (day.day + 6) // 7) in self.nth_weekdays or (is_last and (weekday, -1) in self.nth_weekdays)


def read_cron(text: str) -> CronExpression:
    """What an expression says.

    Raises:
        WhenInvalid: It cannot be understood; the first thing that is wrong with it.
    """
    words = text.lower().split()
    if len(words) == 1 and words[0].startswith("@"):
        if words[0] not in _NAMES:
            raise CronNameUnknown(text=_short(words[0]))
        words = _NAMES[words[0]].split()
    if len(words) != 5:
        raise CronFieldsMissing(text=_short(text.strip()), count=len(words))
    minute, hour, day, month, weekday = words
    days, last_day = _days(day)
    weekdays, nth_weekdays = _weekdays(weekday)
    return CronExpression(
        tuple(sorted(_listed(minute, _MINUTE))),
        tuple(sorted(_listed(hour, _HOUR))),
        days,
        last_day,
        _listed(month, _MONTH),
        weekdays,
        nth_weekdays,
        any_day=day.startswith("*"),
        any_weekday=weekday.startswith("*"),
        names_hours=not hour.startswith("*"),
    )


def _listed(text: str, part: _Part) -> frozenset[int]:
    return frozenset().union(*(part.numbers(each) for each in text.split(",")))


def _days(text: str) -> tuple[frozenset[int], bool]:
    """The days of a month, and whether the last one is among them."""
    members = text.split(",")
    plain = [each for each in members if each != _LAST]
    return frozenset().union(*(_DAY.numbers(each) for each in plain)), len(plain) < len(members)


def _weekdays(text: str) -> tuple[frozenset[int], frozenset[tuple[int, int]]]:
    """The days of the week, and those of which only one of a month is meant."""
    plain: set[int] = set()
    nth: set[tuple[int, int]] = set()
    for each in text.split(","):
        name, hash_, which = each.partition("#")
        if not hash_ and each.endswith(_LAST):
            nth.add((_WEEKDAY.number(each.removesuffix(_LAST), each) % 7, -1))
        elif not hash_:
            plain |= {number % 7 for number in _WEEKDAY.numbers(each)}
        elif which in {"1", "2", "3", "4", "5"}:
            nth.add((_WEEKDAY.number(name, each) % 7, int(which)))
        else:
            raise CronWeekdayInvalid(text=_short(each))
    return frozenset(plain), frozenset(nth)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
