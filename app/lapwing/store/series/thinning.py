"""Samples and points of one series, put together and thinned out so that no peak is lost."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Columns = tuple[Numbers, Numbers, Numbers, Numbers]
"""Times, averages, lowest, highest."""


class Pieces:
    """What was read of one series, in any order; some of it perhaps twice."""

    def __init__(self) -> None:
        self._samples: list[tuple[Numbers, Numbers]] = []
        self._points: list[tuple[Numbers, Numbers, Numbers, Numbers, Numbers]] = []

    def add_samples(self, times: Numbers, values: Numbers) -> None:
        self._samples.append((times, values))

    def add_points(self, times: Numbers, counts: Numbers, average: Numbers, lowest: Numbers, highest: Numbers) -> None:
        self._points.append((times, counts, average, lowest, highest))

    def thinned(self, start: float, end: float, step_s: float, kept_step_s: float) -> Columns:
        """What touches the time from `start` to before `end`, a point each step, or all samples where that is 0.

        Args:
            kept_step_s: What a point that was added stands for.
        """
        times, values = self._all_samples()
        if not step_s:
            within = (times >= start) & (times < end)
            return times[within], values[within], values[within], values[within]
        counts = np.where(np.isnan(values), 0.0, 1.0)
        parts = [*self._points, (times, counts, values, values, values)]
        times, counts, average, lowest, highest = (np.concatenate(column) for column in zip(*parts, strict=True))
        within = (times + max(step_s, kept_step_s) > start) & (times < end)
        order = np.flatnonzero(within)
        order = order[np.argsort(times[order], kind="stable")]
        if not len(order):
            return times[:0], times[:0], times[:0], times[:0]
        steps = np.floor(times[order] / step_s)
        firsts = np.flatnonzero(np.diff(steps, prepend=steps[0] - 1))
        sums = np.nan_to_num(average[order]) * counts[order]
        total, weight = np.add.reduceat(sums, firsts), np.add.reduceat(counts[order], firsts)
        mean = np.divide(total, weight, out=np.full(len(firsts), np.nan), where=weight > 0)
        low, high = np.fmin.reduceat(lowest[order], firsts), np.fmax.reduceat(highest[order], firsts)
        return steps[firsts] * step_s, mean, low, high

    def _all_samples(self) -> tuple[Numbers, Numbers]:
        """In their order, each once."""
        if not self._samples:
            return np.empty(0), np.empty(0)
        times, values = (np.concatenate(column) for column in zip(*self._samples, strict=True))
        _, firsts = np.unique(np.rint(times * 1_000), return_index=True)
        return times[firsts], values[firsts]


def joined(columns: Columns, start: float, end: float) -> Columns:
    """What is from `start` to before `end`, and the next point on both sides."""
    first = max(int(np.searchsorted(columns[0], start)) - 1, 0)
    last = int(np.searchsorted(columns[0], end)) + 1
    times, average, lowest, highest = (column[first:last] for column in columns)
    return times, average, lowest, highest


def with_gaps(columns: Columns, longest_s: float, behind_s: float, points: int) -> Columns:
    """The same with a point of NaN where nothing is known for longer than that; the last `points` of it.

    Args:
        behind_s: How far behind the last point before a gap it begins.
    """
    times, *others = columns
    before = np.flatnonzero(np.diff(times) > longest_s)
    times = np.insert(times, before + 1, times[before] + behind_s)
    average, lowest, highest = (np.insert(column, before + 1, np.nan) for column in others)
    return times[-points:], average[-points:], lowest[-points:], highest[-points:]
