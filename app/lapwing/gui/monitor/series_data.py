"""What the window holds of one connection's series: what came live, and what was read of the past. No Qt here."""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Lane, SeriesKey
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.domain.monitoring.series import KeptSeries, SeriesAnswer

Floats = npt.NDArray[np.float64]

POINTS: Final = 3600
"""Held of a series at least, before the older half is thinned out: an hour of seconds."""
SERIES: Final = 2000
"""Held of a connection at most; those that have been silent longest go first."""
GAP_STEPS: Final = 2.5
"""Over how many steps a line is drawn at most."""
LARGEST: Final = 1e250
"""Values beyond count as this one, so that sums and units of what is drawn stay finite."""
STALE_S: Final = 5.0
"""For so long a value is the latest one, however short the steps are."""

_TIME, _AVERAGE, _MINIMUM, _MAXIMUM, _STEP = range(5)
_FIRST_ROOM: Final = 256
_LITTLE: Final = np.dtype("<f8")
_SAME_S: Final = 0.01
"""Kept times are rounded."""
_LONGEST_S: Final = 60.0
"""Between two samples as they are taken; a longer time between two is a gap."""


@dataclass(frozen=True, slots=True)
class SeriesView:
    """Points of one series in the order of their times; good until the data changes the next time.

    Attributes:
        times: Unix seconds. A point stands for `steps` seconds from there on.
        average: NaN: there is no value, and no line is drawn over it.
        minimum, maximum: Of the samples that a point was made of.
        steps: Seconds between two points as they are meant to be.
    """

    times: Floats
    average: Floats
    minimum: Floats
    maximum: Floats
    steps: Floats

    def __len__(self) -> int:
        return len(self.times)

    def breaks(self) -> npt.NDArray[np.bool_]:
        """Of each point but the first: whether no line leads to it from the one before."""
        far = np.diff(self.times) > GAP_STEPS * np.maximum(self.steps[1:], self.steps[:-1])
        holes = np.isnan(self.average)
        broken: npt.NDArray[np.bool_] = far | holes[1:] | holes[:-1]
        return broken

    def nearest(self, time: float) -> int | None:
        """The point that tells the value at a time; None where none is near enough."""
        if not len(self.times):
            return None
        at = int(np.searchsorted(self.times, time))
        around = [index for index in (at - 1, at) if 0 <= index < len(self.times)]
        found = min(around, key=lambda index: abs(float(self.times[index]) - time))
        reach = GAP_STEPS / 2 * float(self.steps[found])
        return found if abs(float(self.times[found]) - time) <= reach else None

    def value_at(self, time: float) -> float | None:
        """What was measured at a time, or nearest to it; None in a gap."""
        found = self.nearest(time)
        if found is None or np.isnan(self.average[found]):
            return None
        return float(self.average[found])


_NOTHING: Final = np.empty(0)
_EMPTY: Final = SeriesView(_NOTHING, _NOTHING, _NOTHING, _NOTHING, _NOTHING)


class _Kept:
    """One series: five rows of numbers in a table that has room behind them. What is dropped leaves in front."""

    def __init__(self, room: int = _FIRST_ROOM) -> None:
        self._table = np.empty((5, room))
        self._first = 0
        self._end = 0
        self.lane: Lane | None = None

    @property
    def rows(self) -> Floats:
        return self._table[:, self._first : self._end]

    @property
    def last_time(self) -> float:
        return float(self._table[_TIME, self._end - 1]) if self._end > self._first else -np.inf

    def append(self, time: float, value: float, step: float) -> None:
        if time <= self.last_time:  # the clock was set back, or history already told what comes now
            self._end = self._first + int(np.searchsorted(self.rows[_TIME], time))
        if self._end == self._table.shape[1]:
            self._make_room()
        self._table[:, self._end] = (time, value, value, value, step)
        self._end += 1

    def _make_room(self) -> None:
        rows = self.rows
        if rows.shape[1] >= POINTS:
            rows = _thinned(rows)
        self.replace(rows)

    def replace(self, rows: Floats) -> None:
        """Hold other points, at most `POINTS` of them."""
        while rows.shape[1] > POINTS:
            rows = _thinned(rows)
        room = _FIRST_ROOM
        while room < rows.shape[1] * 1.25:
            room *= 2
        table = np.empty((5, room))
        table[:, : rows.shape[1]] = rows
        self._table, self._first, self._end = table, 0, rows.shape[1]

    def merge(self, past: Floats, step_s: float) -> None:
        """Take points of the past for those that are held of the same time; `step_s` is what each stands for, or 0.

        What was seen and not kept stays: it lies where the past has a gap. One point alone does not tell how seldom it
        is measured: it stands for as long as those that are held.
        """
        held = self.rows
        if not past.shape[1]:
            return
        if past.shape[1] == 1 and held.shape[1]:
            past[_STEP] = max(float(np.median(held[_STEP])), step_s)
        until = past[_TIME, -1] + max(step_s / 2, _SAME_S)
        first = int(np.searchsorted(held[_TIME], past[_TIME, 0]))
        last = max(first, int(np.searchsorted(held[_TIME], until, side="right")))
        self.replace(np.concatenate((held[:, :first], _completed(past, held[:, first:last]), held[:, last:]), axis=1))


def _completed(past: Floats, held: Floats) -> Floats:
    """Points of the past, and those that are held where it has gaps; `held` begins no earlier."""
    seen = held[:, ~np.isnan(held[_AVERAGE])]
    at = np.searchsorted(past[_TIME], seen[_TIME] + _SAME_S, side="right") - 1
    in_gap = np.isnan(past[_AVERAGE, at])
    if not in_gap.any():
        return past
    filled = np.zeros(past.shape[1], np.bool_)
    filled[at[in_gap]] = True
    whole = np.concatenate((past[:, ~filled], seen[:, in_gap]), axis=1)
    return whole[:, np.argsort(whole[_TIME], kind="stable")]


def _thinned(rows: Floats) -> Floats:
    """The older half with each two points made one; a gap stays where both have no value."""
    half = rows.shape[1] // 4 * 2
    pairs = rows[:, :half].reshape(5, half // 2, 2)
    older = np.empty((5, half // 2))
    older[_TIME] = pairs[_TIME, :, 0]
    older[_STEP] = pairs[_STEP].sum(axis=1)
    count = (~np.isnan(pairs[_AVERAGE])).sum(axis=1)
    with np.errstate(invalid="ignore", over="ignore"):
        older[_AVERAGE] = np.where(count > 0, np.nansum(pairs[_AVERAGE], axis=1) / np.maximum(count, 1), np.nan)
    older[_MINIMUM] = np.fmin(pairs[_MINIMUM, :, 0], pairs[_MINIMUM, :, 1])
    older[_MAXIMUM] = np.fmax(pairs[_MAXIMUM, :, 0], pairs[_MAXIMUM, :, 1])
    return np.concatenate((older, rows[:, half:]), axis=1)


class SeriesData:
    """The series of one connection, bounded. GUI thread, or any one thread.

    Attributes:
        connection_id: Whose they are.
        version: Grows with each change.
    """

    def __init__(self, connection_id: str) -> None:
        self.connection_id = connection_id
        self.version = 0
        self._kept: dict[SeriesKey, _Kept] = {}
        self._by_metric: dict[str, dict[SeriesKey, None]] = {}

    def take(self, sample: MetricsSampled) -> None:
        """Add one tick. A missed one, and the start of another server, break the lines of its lane."""
        if sample.connection_id != self.connection_id:
            return
        self.version += 1
        step = max(sample.interval_s, 0.001)
        if sample.restarted:
            for lane in Lane:
                self._break(lane, sample.at - step / 2, step)
        for value in sample.values:
            kept = self._of(value.key)
            kept.lane = sample.lane
            kept.append(sample.at, _finite(value.value), step)
        if sample.gap or not sample.values:
            self._break(sample.lane, sample.at, step)

    def _break(self, lane: Lane, at: float, step: float) -> None:
        for kept in self._kept.values():
            if kept.lane is lane and kept.last_time < at:
                kept.append(at, np.nan, step)

    def fill(self, answer: SeriesAnswer) -> None:
        """Take what was read of the past for what is held of the same time."""
        if answer.connection_id != self.connection_id:
            return
        self.version += 1
        for series in answer.series:
            self._of(series.key).merge(_unpacked(series, answer.step_s), answer.step_s)

    def _of(self, key: SeriesKey) -> _Kept:
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= SERIES:
                self._forget(min(self._kept, key=lambda held: self._kept[held].last_time))
            found = self._kept[key] = _Kept()
            self._by_metric.setdefault(key.metric, {})[key] = None
        return found

    def _forget(self, key: SeriesKey) -> None:
        del self._kept[key]
        del self._by_metric[key.metric][key]

    def keys(self, metric: str) -> Iterator[SeriesKey]:
        """All series of a metric, in the order in which they were first seen."""
        yield from self._by_metric.get(metric, ())

    def view(self, key: SeriesKey, start: float = -np.inf, end: float = np.inf) -> SeriesView:
        """The points of a series from `start` to `end` (Unix seconds), and the next one on both sides."""
        kept = self._kept.get(key)
        if kept is None:
            return _EMPTY
        rows = kept.rows
        first = max(int(np.searchsorted(rows[_TIME], start)) - 1, 0)
        last = int(np.searchsorted(rows[_TIME], end, side="right")) + 1
        return SeriesView(*rows[:, first:last])

    def latest(self, key: SeriesKey, until: float = np.inf) -> float | None:
        """The value at the end of a time (Unix seconds); None while there is a gap, or when it is long past."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        rows = kept.rows
        last = int(np.searchsorted(rows[_TIME], until, side="right")) - 1
        if last < 0 or np.isnan(rows[_AVERAGE, last]):
            return None
        age = until - float(rows[_TIME, last])
        if np.isfinite(until) and age > max(GAP_STEPS * float(rows[_STEP, last]), STALE_S):
            return None
        return float(rows[_AVERAGE, last])


def _finite(value: float | None) -> float:
    if value is None or not np.isfinite(value):
        return np.nan
    return min(max(value, -LARGEST), LARGEST)


def _unpacked(series: KeptSeries, step_s: float) -> Floats:
    """A series of an answer as rows, in order of time; bytes that do not fit together are cut."""
    arrays = [
        np.frombuffer(packed[: len(packed) // 8 * 8], _LITTLE).astype(np.float64)
        for packed in (series.times, series.average, series.minimum, series.maximum)
    ]
    count = min(len(array) for array in arrays)
    rows = np.empty((5, count))
    for row, array in enumerate(arrays):
        rows[row] = array[:count]
    values = rows[_AVERAGE : _MAXIMUM + 1]
    values[~np.isfinite(values)] = np.nan
    np.clip(values, -LARGEST, LARGEST, out=values)
    rows = rows[:, np.isfinite(rows[_TIME])]
    rows = rows[:, np.argsort(rows[_TIME], kind="stable")]
    rows[_STEP] = _steps(rows[_TIME], rows[_AVERAGE], step_s)
    return rows


def _steps(times: Floats, values: Floats, step_s: float) -> Floats:
    """What each point of an answer stands for: the time until the next one, since gaps are points of their own."""
    usual_s = max(step_s, min(_usual_step(times), _LONGEST_S))
    steps = np.full(len(times), usual_s)
    known = ~np.isnan(values)
    steps[:-1] = np.where(known[:-1] & known[1:], np.maximum(np.diff(times), usual_s), usual_s)
    return steps


def _usual_step(times: Floats) -> float:
    """Seconds between two samples: what is read seldom, once a minute, has wider steps than it was asked for in."""
    return float(np.median(np.diff(times))) if len(times) > 1 else 1.0


Sources = Mapping[str, SeriesData]
"""By connection id."""
