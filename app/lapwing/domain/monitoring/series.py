"""Kept samples: what can be read of them."""

from dataclasses import dataclass

from lapwing.domain.monitoring.metrics import SeriesKey


@dataclass(frozen=True, slots=True)
class ReadSeries:
    """Kept values of a connection's series, from `start` to before `end` (Unix seconds).

    Attributes:
        metrics: Ids; all series of each are given.
        points: At most so many a series: longer times come down-sampled.
    """

    connection_id: str
    metrics: tuple[str, ...]
    start: float
    end: float
    points: int = 900


@dataclass(frozen=True, slots=True)
class KeptSeries:
    """One series as parallel arrays, packed little-endian float64 (numpy reads them as they are).

    A point stands for `step_s` seconds from its time on. A gap is a point whose `average` is NaN.
    """

    key: SeriesKey
    times: bytes
    average: bytes
    minimum: bytes
    maximum: bytes


@dataclass(frozen=True, slots=True)
class SeriesAnswer:
    """`step_s` is 0 where points are samples as they were taken."""

    connection_id: str
    series: tuple[KeptSeries, ...]
    step_s: float
