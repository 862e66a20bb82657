"""Points of minutes and hours: how many samples, their average, lowest and highest."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import fsum

from lapwing.store.series.packing import INTEGER, NAN, NUMBER, packed, shortened, unpacked

Point = tuple[int, int, float, float, float]
"""Step, samples, average, lowest, highest. Without samples the others are NaN: there was nothing but gaps."""


class Points:
    """The points of one chunk, in the order of their steps."""

    def __init__(self, data: bytes | None = None) -> None:
        """Read a chunk, or begin one.

        Raises:
            BlobBroken, ValueError: It cannot be read.
        """
        columns = unpacked(data) if data is not None else [array(code) for code in (INTEGER, INTEGER, *NUMBER * 3)]
        self._steps, self._counts, self._averages, self._lows, self._highs = columns

    def add(self, point: Point) -> None:
        """Add one; of a step that is there already it becomes a part."""
        step, count, average, *ends = point
        values = (_short(average), *ends)
        place = bisect_left(self._steps, step)
        if place == len(self._steps) or self._steps[place] != step:
            self._steps.insert(place, step)
            self._counts.insert(place, count)
            for column, value in zip(self._columns, values, strict=True):
                column.insert(place, value)
        elif count:
            _step, self._counts[place], average, *ends = _merged(self._point(place), point)
            for column, value in zip(self._columns, (_short(average), *ends), strict=True):
                column[place] = value

    @property
    def _columns(self) -> "tuple[array[float], array[float], array[float]]":
        return self._averages, self._lows, self._highs

    def _point(self, place: int) -> Point:
        values = self._averages[place], self._lows[place], self._highs[place]
        return self._steps[place], self._counts[place], *values

    @property
    def last(self) -> int:
        """The last step."""
        return int(self._steps[-1])

    def pack(self) -> bytes:
        return packed(self._steps, self._counts, self._averages, self._lows, self._highs)


def _short(value: float) -> float:
    return shortened([value])[0]


def _merged(one: Point, other: Point) -> Point:
    step, count, average, low, high = one
    _step, more, its_average, its_low, its_high = other
    if not count:
        return other
    both = count + more
    mean = average + (its_average - average) * (more / both)
    return step, both, mean, min(low, its_low), max(high, its_high)


def folded(times: Sequence[int], values: Sequence[float], step: int) -> Iterator[Point]:
    """Points of samples.

    Args:
        times: In their order.
        step: In the unit of times.
    """
    for number, some in groupby(range(len(times)), key=lambda place: times[place] // step):
        found = [values[place] for place in some if values[place] == values[place]]
        if found:
            yield number, len(found), fsum(found) / len(found), min(found), max(found)
        else:
            yield number, 0, NAN, NAN, NAN
