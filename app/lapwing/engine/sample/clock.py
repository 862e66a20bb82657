"""The stretch of time the sample covers, its seasons and rush hours, and how moments are written down."""

from bisect import bisect_right
from dataclasses import field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random

from lapwing.domain.late_dataclass import dataclass

FIRST_DAY = date(2023, 1, 1)
LAST_DAY = date(2026, 10, 31)
DAY_COUNT = (LAST_DAY - FIRST_DAY).days + 1
"""Days from the first to the last one, both counted: 1,400."""
DAY_S = 86_400


def unix(day: date, second: int = 0) -> int:
    """Seconds since 1970 (UTC) at `second` seconds after midnight UTC of `day`."""
    return (day - date(1970, 1, 1)).days * DAY_S + second


START = unix(FIRST_DAY)
END = unix(LAST_DAY, DAY_S - 1)
"""The last second of the last day, UTC. Nothing that happened lies after it."""

_TABLE_FIRST = date(2014, 1, 1)
_TABLE_START = unix(_TABLE_FIRST)
_DAY_TEXT = tuple((_TABLE_FIRST + timedelta(days=n)).isoformat() for n in range(14 * 366))
_MINUTE_TEXT = tuple(f"T{n // 60:02d}:{n % 60:02d}:" for n in range(1440))
_TWO_DIGITS = tuple(f"{n:02d}" for n in range(60))


def day_text(moment: int) -> str:
    """The UTC day of a moment: '2026-10-31'. Covers 2014 to 2027."""
    return _DAY_TEXT[(moment - _TABLE_START) // DAY_S]


def utc_text(moment: int) -> str:
    """A moment in UTC: '2026-10-31T09:00:00Z'."""
    days, second = divmod(moment - _TABLE_START, DAY_S)
    return f"{_DAY_TEXT[days]}{_MINUTE_TEXT[second // 60]}{_TWO_DIGITS[second % 60]}Z"


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _nth_sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=6 - first.weekday() + 7 * (nth - 1))


def _summer(rule: str, base_s: int, year: int) -> tuple[int, int]:
    """The moments at which summer time begins and ends in a year.

    Rules as in the IANA time zone database: "eu" (01:00 UTC on the last Sundays of March and October), "america"
    (02:00 local time, second Sunday of March, first of November), "israel" (02:00 local time, Friday before the last
    Sunday of March, last Sunday of October).
    """
    if rule == "eu":
        return unix(_last_sunday(year, 3), 3600), unix(_last_sunday(year, 10), 3600)
    if rule == "america":
        begins, ends = _nth_sunday(year, 3, 2), _nth_sunday(year, 11, 1)
    else:
        begins, ends = _last_sunday(year, 3) - timedelta(days=2), _last_sunday(year, 10)
    return unix(begins, 7200 - base_s), unix(ends, 7200 - base_s - 3600)


@dataclass(frozen=True)
class Zone:
    """A time zone as far as the sample needs it.

    Attributes:
        name: IANA name.
        base_minutes: Offset from UTC in winter.
        rule: "" (no summer time), "eu", "america" or "israel".
    """

    name: str
    base_minutes: int
    rule: str = ""
    _switches: list[int] = field(init=False, repr=False, compare=False, default_factory=list)
    _offsets_s: list[int] = field(init=False, repr=False, compare=False, default_factory=list)
    _suffixes: list[str] = field(init=False, repr=False, compare=False, default_factory=list)

    def __post_init__(self) -> None:
        base_s = self.base_minutes * 60
        self._offsets_s.append(base_s)
        for year in range(2014, 2028) if self.rule else ():
            self._switches.extend(_summer(self.rule, base_s, year))
            self._offsets_s.extend((base_s + 3600, base_s))
        for offset in self._offsets_s:
            minutes = abs(offset) // 60
            self._suffixes.append(f"{'-' if offset < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}")

    def offset_s(self, moment: int) -> int:
        """Seconds to add to UTC at that moment."""
        return self._offsets_s[bisect_right(self._switches, moment)]

    def iso(self, moment: int) -> str:
        """A moment as people there write it: '2026-07-01T10:15:00+02:00'. Covers 2014 to 2027."""
        place = bisect_right(self._switches, moment)
        days, second = divmod(moment - _TABLE_START + self._offsets_s[place], DAY_S)
        return f"{_DAY_TEXT[days]}{_MINUTE_TEXT[second // 60]}{_TWO_DIGITS[second % 60]}{self._suffixes[place]}"


MONTHS = tuple((FIRST_DAY + timedelta(days=n)).month for n in range(DAY_COUNT))
"""The month (1 to 12) of each covered day."""

_BY_MONTH = (0.78, 0.72, 0.84, 1.0, 1.22, 1.34, 1.3, 1.06, 0.92, 0.86, 1.08, 1.5)
_BY_WEEKDAY = (0.86, 0.82, 0.86, 0.94, 1.12, 1.45, 0.95)


def _black_friday(year: int) -> date:
    """The day after the fourth Thursday of November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 22)


def is_black_friday(day: date) -> bool:
    """Whether the four days of that sale have begun and not ended."""
    return 0 <= (day - _black_friday(day.year)).days <= 3


def day_weights(rng: Random) -> list[float]:
    """How busy each covered day is: growth, seasons, weekdays, sales, holidays and chance. Shape: DAY_COUNT."""
    weights = []
    for number in range(DAY_COUNT):
        day = FIRST_DAY + timedelta(days=number)
        middle = (day.day - 15.5) / 30.5
        neighbour = _BY_MONTH[(day.month - 1 + (1 if middle > 0 else -1)) % 12]
        season = _BY_MONTH[day.month - 1] * (1 - abs(middle)) + neighbour * abs(middle)
        weight = (1 + 1.3 * number / DAY_COUNT) * season * _BY_WEEKDAY[day.weekday()] * (0.8 + 0.4 * rng.random())
        since_friday = (day - _black_friday(day.year)).days
        if 0 <= since_friday <= 3:
            weight *= (3.4, 2.3, 1.7, 2.6)[since_friday]
        if (day.month, day.day) in {(1, 1), (12, 25), (12, 26)}:
            weight *= 0.25
        weights.append(weight)
    return weights


def spread_days(weights: list[float], count: int, rng: Random) -> list[int]:
    """Days (positions in `weights`) of `count` happenings in order, as many on each day as its weight says."""
    edges = list(accumulate(weights))
    step = edges[-1] / max(count, 1)
    last = len(weights) - 1
    random = rng.random
    return [min(bisect_right(edges, (n + random()) * step), last) for n in range(count)]


SHOP_HOURS = tuple(accumulate((0,) * 10 + (6, 9, 10, 8, 8, 9, 11, 12, 8) + (0,) * 5))
"""Running sums of how busy the hours of a shop's day are: open from 10 to 19 local time."""
HOME_HOURS = tuple(accumulate((3, 1, 1, 0, 0, 1, 3, 6, 8, 9, 9, 10, 12, 11, 9, 9, 9, 10, 12, 15, 19, 20, 15, 8)))
"""The same for people at home, with the evening on top."""


def second_of_day(hours: tuple[int, ...], rng: Random) -> int:
    """A second of the (local) day, more likely in the busy hours."""
    return bisect_right(hours, rng.random() * hours[-1]) * 3600 + int(rng.random() * 3600)


def moment_of(text: str) -> int:
    """The unix second of an ISO text in UTC without offset: '2026-09-03T13:12'."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())
