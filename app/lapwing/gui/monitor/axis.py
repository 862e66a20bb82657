"""Where the ticks of a chart stand, and what they say."""

import math
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QDate, QLocale

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Unit
from lapwing.gui.monitor.chart_units import Scale, scale_for

_ROUND: Final = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_ROUND_PARTS: Final = {"min": 1 / 60, "h": 1 / 60, "d": 1 / 24}
"""The next smaller unit of time, of which an axis has round numbers too."""
_ROUND_TIMES: Final = (1.0, 2.0, 3.0, 6.0, 12.0, 15.0, 30.0)
_FEWEST_GAPS, _MOST_GAPS = 3, 5
"""Between the horizontal lines of a chart: four to six lines."""
_LEAST: Final = {Unit.SHARE: 0.01, Unit.BYTES: 4000.0, Unit.BYTES_PER_SECOND: 4000.0, Unit.SECONDS_PER_SECOND: 1.0}
"""How much an axis spans at least when all values are the same."""
_HEADROOM: Final = 0.03
"""Above the largest value, so that its line does not lie on the edge."""
_PLAIN: Final = (1e-4, 1e7)
"""Steps and ends of an axis, in its unit, between which numbers are written without powers of ten."""

_SECOND_STEPS: Final = (1, 2, 5, 10, 15, 30)
_MINUTE_STEPS: Final = tuple(60 * minutes for minutes in (1, 2, 5, 10, 15, 20, 30))
_HOUR_STEPS: Final = tuple(3600 * hours for hours in (1, 2, 3, 4, 6, 8, 12))
_DAY_S: Final = 86400
_DAY_STEPS: Final = tuple(_DAY_S * days for days in (1, 2, 3, 5, 7, 10, 14, 30, 60, 90, 180, 365))
TIME_STEPS: Final = (*_SECOND_STEPS, *_MINUTE_STEPS, *_HOUR_STEPS, *_DAY_STEPS)


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick: its place in values or Unix seconds, and its words."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """The vertical axis from `low` to `high`, both with a tick."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def share(self, value: float) -> float:
        """How far up a value is: 0 at the bottom, 1 on top."""
        return (value - self.low) / (self.high - self.low)


def value_axis(
    unit: Unit,
    smallest: float,
    largest: float,
    *,
    lowest: float | None = None,
    highest: float | None = None,
) -> ValueAxis:
    """The axis that shows all values from `smallest` to `largest`, in round steps.

    Args:
        unit: Of the values.
        smallest, largest: Of what is drawn; not finite: nothing is drawn.
        lowest, highest: Ends that a person chose; None: zero, or as the values are.
    """
    if not (math.isfinite(smallest) and math.isfinite(largest)):
        smallest, largest = 0.0, 0.0
    low = min(smallest, 0.0) if lowest is None else lowest
    high = max(largest, low) if highest is None else highest
    if highest is None:
        is_part = unit is Unit.SHARE and high <= 1
        high = min(high + _HEADROOM * (high - low), 1.0) if is_part else high + _HEADROOM * (high - low)
        high = max(high, low + _least_span(unit, high - low, abs(low)))
    elif high <= low:
        high = low + 1.0
    scale = scale_for(unit, max(abs(low), abs(high)))
    step, first, gaps = _steps(unit, scale, low, high, lowest is not None, highest is not None)
    ends = (low if lowest is not None else first * step, high if highest is not None else (first + gaps) * step)
    is_plain = step / scale.factor >= _PLAIN[0] and max(abs(ends[0]), abs(ends[1])) / scale.factor < _PLAIN[1]
    digits = _digits_of(step / scale.factor) if is_plain else None
    places = [(first + index) * step for index in range(gaps + 1)]
    slack = (ends[1] - ends[0]) * 1e-9
    inside = [place for place in places if ends[0] - slack <= place <= ends[1] + slack]
    return ValueAxis(*ends, tuple(Tick(place, scale.text(place, digits)) for place in inside))


def _least_span(unit: Unit, span: float, size: float) -> float:
    """So that a line of nothing but zeros lies at the bottom, and whole things have whole ticks."""
    if unit is Unit.COUNT and (span >= 1 or span <= 0):
        return max(3.0, size * 1e-6)
    if span > size * 1e-6:
        return span
    return max(_LEAST.get(unit, 3.0), size * 1e-6)


def _steps(
    unit: Unit, scale: Scale, low: float, high: float, low_fixed: bool, high_fixed: bool
) -> tuple[float, int, int]:
    """Step, the first tick's number of steps, and how many steps: the tightest of those with four to six lines."""
    best: tuple[float, float, int, int] | None = None
    for step in _candidates(unit, scale, high - low):
        first = math.ceil(low / step - 1e-9) if low_fixed else math.floor(low / step + 1e-9)
        last = math.floor(high / step + 1e-9) if high_fixed else math.ceil(high / step - 1e-9)
        gaps = last - first
        if not _FEWEST_GAPS <= gaps <= _MOST_GAPS:
            if not (0 < gaps < _FEWEST_GAPS and best is None):
                continue
            waste = 10.0 - gaps
        else:
            first_at, last_at = first * step, last * step
            missed = abs(high - last_at) + abs(first_at - low)  # one that ends where the axis does looks best
            waste = 1 + missed / (high - low) + 0.02 * abs(gaps - 4)
        if best is None or waste < best[0]:
            best = (waste, step, first, gaps)
    if best is None:
        return high - low, math.floor(low / (high - low)), 1
    return best[1:]


def _candidates(unit: Unit, scale: Scale, span: float) -> list[float]:
    rough = span / 4 / scale.factor
    power = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    rounds = [size * power * tenth for tenth in (0.1, 1.0, 10.0) for size in _ROUND]
    part = _ROUND_PARTS.get(scale.word)
    if part is not None:
        rounds = [size * part for size in _ROUND_TIMES if size * part < 1] + [
            size for size in rounds if size == int(size)
        ]
    if unit is Unit.COUNT and scale.factor == 1.0 and span >= 1:
        rounds = [size for size in rounds if size >= 1 and size == int(size)]
    return sorted({size * scale.factor for size in rounds})


def _digits_of(step: float) -> int:
    """Behind the point, for ticks that far apart."""
    return next((digits for digits in range(9) if abs(round(step, digits) - step) <= step * 1e-6), 9)


def time_ticks(start: float, end: float, width_px: float, label_px: float) -> tuple[Tick, ...]:
    """Ticks at round local times between two moments, so few that their words do not touch.

    Args:
        start, end: Unix seconds.
        width_px: Of the axis.
        label_px: The room that words take, with the space beside them.
    """
    if not (end > start and width_px > 0):
        return ()
    wanted = max(1.0, width_px / label_px)
    step = next((step for step in TIME_STEPS if (end - start) / step <= wanted), TIME_STEPS[-1])
    return tuple(Tick(at, time_text(at, step)) for at in _round_times(start, end, step))


def _round_times(start: float, end: float, step: int) -> list[float]:
    """Multiples of a step since local midnight, or since a day of the year 2000: clocks change inside long times."""
    try:
        local = datetime.fromtimestamp(start)  # noqa: DTZ006  the person's own time is meant
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        if step >= _DAY_S:
            days = step // _DAY_S
            midnight -= timedelta(days=(midnight.toordinal() % days))
            moment = midnight
        else:
            moment = midnight + timedelta(seconds=((local - midnight).total_seconds() // step) * step)
        found: list[float] = []
        while (at := moment.timestamp()) <= end and len(found) < 1000:
            if at >= start:
                found.append(at)
            moment += timedelta(seconds=step)
    except (OverflowError, ValueError, OSError):  # no such year
        return []
    return found


def time_text(at: float, step: float) -> str:
    """A moment in the person's own time, as exact as the step needs: `14:05:10`, `14:05`, `22 Nov`."""
    local = _local(at)
    if local is None:
        return ""
    is_midnight = (local.hour, local.minute, local.second) == (0, 0, 0)
    if step >= _DAY_S or (is_midnight and step >= 60):
        return QLocale().toString(QDate(local.year, local.month, local.day), "d MMM")
    return local.strftime("%H:%M:%S" if step < 60 else "%H:%M")


def moment_text(at: float, span: float) -> str:
    """A moment for the crosshair's card: with its seconds, and with its day where the axis is longer than one."""
    local = _local(at)
    if local is None:
        return ""
    clock = local.strftime("%H:%M:%S" if span <= _DAY_S else "%H:%M")
    if span < _DAY_S:
        return clock
    return f"{QLocale().toString(QDate(local.year, local.month, local.day), 'd MMM')} {clock}"


def _local(at: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(at)  # noqa: DTZ006  the person's own time is meant
    except (OverflowError, ValueError, OSError):
        return None
