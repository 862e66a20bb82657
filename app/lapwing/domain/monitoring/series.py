"""Kept samples: what can be read of them."""

from typing import ClassVar

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import SeriesKey


@dataclass(frozen=True, slots=True)
class ReadSeries:
    """Kept values of a connection's series, from `start` to before `end` (Unix seconds).

    Attributes:
        metrics: Ids; all series of each are given.
        points: At most so many a series: longer times come down-sampled.
        is_joined: Also the next point on both sides of that time, where a line leads to it.

    Raises:
        ValueError: `end` is not behind `start`, or `points` is not from 2 to 100,000.
    """

    connection_id: str
    metrics: tuple[str, ...]
    start: float
    end: float
    points: int = 900
    is_joined: bool = False

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError("The end of a time must be behind its start.")
        if not 2 <= self.points <= 100_000:
            raise ValueError("A series is read with 2 to 100,000 points.")

    @property
    def most_points(self) -> int:
        """Of a series, with those beside the time."""
        return self.points + 2 if self.is_joined else self.points


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
    """What is kept of these series. A series without anything in that time is left out.

    Attributes:
        step_s: 0 where points are samples as they were taken.
        trouble: What is wrong with the store (damaged, newer, not writable); None: nothing.
    """

    connection_id: str
    series: tuple[KeptSeries, ...]
    step_s: float
    trouble: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class ListSeries:
    connection_id: str


@dataclass(frozen=True, slots=True)
class SeriesSpan:
    """From when to when something of a series is kept, Unix seconds."""

    key: SeriesKey
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class SeriesList:
    """The kept series of a connection, by metric and labels.

    Attributes:
        used_bytes: What the samples of all connections take on the disk.
        trouble: As in `SeriesAnswer`.
    """

    connection_id: str
    series: tuple[SeriesSpan, ...] = ()
    used_bytes: int = 0
    trouble: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class ExportSeries:
    """Write kept values to a file, as fine as they are kept for that time.

    Attributes:
        path: Absolute. A file that is there is replaced.

    Raises:
        ValueError: `end` is not behind `start`.
    """

    connection_id: str
    metrics: tuple[str, ...]
    start: float
    end: float
    path: str

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError("The end of a time must be behind its start.")


@dataclass(frozen=True, slots=True)
class SeriesExported:
    """`step_s` as in `SeriesAnswer`."""

    path: str
    rows: int
    step_s: float


@dataclass(frozen=True, slots=True)
class ForgetSeries:
    """Delete all samples that are kept of a connection. Where it is monitored, keeping begins anew."""

    connection_id: str


@dataclass(frozen=True, slots=True)
class KeepingTrouble(Event):
    """Samples cannot be kept any more, or were lost; told once. Monitoring goes on."""

    name: ClassVar[str] = "series.trouble"
    error: ErrorFacts


@dataclass(frozen=True, slots=True)
class KeepingResumed(Event):
    """Samples are kept again."""

    name: ClassVar[str] = "series.resumed"
