"""What a metric was over the last minutes or hours, in bounded room."""

from collections import deque
from collections.abc import Mapping
from dataclasses import field
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels

_BUCKETS: Final = 500
_MOST_SERIES: Final = 200
"""Of one metric; more are not looked back at."""


@dataclass(slots=True)
class _Part:
    """Values of one series that lie close together, all but the first and last added up."""

    first_at: float
    first: float
    last_at: float
    last: float
    count: int
    total: float
    least: float
    most: float

    def add(self, at: float, value: float) -> None:
        self.last_at, self.last = at, value
        self.count += 1
        self.total += value
        self.least, self.most = min(self.least, value), max(self.most, value)


@dataclass(slots=True)
class _Bucket:
    at: float
    parts: dict[Labels, _Part] = field(default_factory=dict)


class Window:
    """One metric over the last `length_s` seconds.

    Where more than 500 samples would be in it, those next to each other are added up.
    """

    def __init__(self, length_s: float) -> None:
        self._length_s = length_s
        self._width_s = length_s / _BUCKETS
        self._buckets: deque[_Bucket] = deque()
        self._began: float | None = None

    def add(self, at: float, values: Mapping[Labels, float | None]) -> None:
        """A sample; values that are None, and one with no values, are gaps."""
        if self._began is None or at < self._began:
            self._began = at
        if self._buckets and at < self._buckets[-1].at:
            self._buckets.clear()  # the clock was put back
        while self._buckets and self._buckets[0].at < at - self._length_s:
            self._buckets.popleft()
        if not self._buckets or at - self._buckets[-1].at >= self._width_s:
            self._buckets.append(_Bucket(at))
        parts = self._buckets[-1].parts
        for labels, value in values.items():
            if value is None:
                continue
            part = parts.get(labels)
            if part is not None:
                part.add(at, value)
            elif len(parts) < _MOST_SERIES:
                parts[labels] = _Part(at, value, at, value, 1, value, value, value)

    def reckon(self, labels: Labels, function: str, at: float, *, is_patient: bool) -> float | None:
        """`avg`, `min`, `max`, `sum`, `delta` or `rate` of a series; None: not known.

        Args:
            is_patient: Whether it is not known before half of the time has passed since the first sample.
        """
        if self._began is None or (is_patient and at - self._began < self._length_s / 2):
            return None
        since = at - self._length_s
        parts = [bucket.parts[labels] for bucket in self._buckets if bucket.at >= since and labels in bucket.parts]
        return _reckoned(function, parts) if parts else None


def _reckoned(function: str, parts: list[_Part]) -> float | None:
    if function == "min":
        return min(part.least for part in parts)
    if function == "max":
        return max(part.most for part in parts)
    total = sum(part.total for part in parts)
    if function == "sum":
        return total
    if function == "avg":
        return total / sum(part.count for part in parts)
    grown, took_s = parts[-1].last - parts[0].first, parts[-1].last_at - parts[0].first_at
    if function == "delta":
        return grown if took_s > 0 else None
    return grown / took_s if took_s > 0 else None
