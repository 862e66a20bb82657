"""Metrics: what is measured of a server, each declared once, with how its values come of the numbers that the server
tells.

Drivers deliver readings (raw numbers by name and labels); the engine makes values of them by these declarations.
"""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass

Labels = tuple[tuple[str, str], ...]
"""Names and values, sorted by name."""


class Unit(StrEnum):
    """Of a metric's values, for axes and alerts."""

    COUNT = "count"
    PER_SECOND = "per_second"
    SHARE = "share"
    """From 0 to 1; shown as per cent."""
    BYTES = "bytes"
    BYTES_PER_SECOND = "bytes_per_second"
    SECONDS = "seconds"
    MILLISECONDS = "milliseconds"
    SECONDS_PER_SECOND = "seconds_per_second"
    """Time spent in a second of the clock: how many did it at once, on average."""


class Derivation(StrEnum):
    """How a value comes of readings. A sum is meant where several are named."""

    GAUGE = "gauge"
    """The reading."""
    RATE = "rate"
    """Its growth in a second, by the measured time between two readings."""
    GROWTH = "growth"
    """Its growth since the last reading: things that happen seldom."""
    SHARE = "share"
    """One reading over others, now."""
    SHARE_OF_GROWTH = "share_of_growth"
    """The growth of one over the growth of others, since the last reading; no value when those did not grow."""


class Lane(StrEnum):
    """How often a reading is taken."""

    FAST = "fast"
    """At each tick."""
    SLOW = "slow"
    """Once a minute: what costs the server more."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric of a kind of server.

    Attributes:
        id: As alerts and dashboards name it: `cache_hit`. The same id means the same on every kind of server.
        title: In a few words, for people; translated by the window.
        source: Names of readings that are summed; empty: the one that is named as the metric is.
        over: Names of the readings that a share is of; summed.
        factor: What the value is multiplied with.
        labels: Names of the labels that tell its series apart.
        help: What it says and where it comes from, in a sentence or two.
    """

    id: str
    title: str
    unit: Unit
    derivation: Derivation = Derivation.GAUGE
    source: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    factor: float = 1.0
    labels: tuple[str, ...] = ()
    lane: Lane = Lane.FAST
    help: str = ""

    @property
    def readings(self) -> tuple[str, ...]:
        """The names of those that it is made of, without `over`."""
        return self.source or (self.id,)


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """One series: a metric and the values of its labels."""

    metric: str
    labels: Labels = ()

    @property
    def text(self) -> str:
        """As people and files write it: `sessions{state=active}`."""
        if not self.labels:
            return self.metric
        return f"{self.metric}{{{', '.join(f'{name}={value}' for name, value in self.labels)}}}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as the server told it. Counters are whole numbers, so that nothing of a large one is lost."""

    name: str
    value: int | float
    labels: Labels = ()


@dataclass(frozen=True, slots=True)
class SeriesValue:
    """The value of one series; None: there is none this time (a counter began anew, nothing to divide by)."""

    key: SeriesKey
    value: float | None


@dataclass(frozen=True, slots=True)
class Denied:
    """Metrics that cannot be read here, and why, in a sentence (the role may not, an extension is missing)."""

    metrics: tuple[str, ...]
    reason: str
    is_permission: bool = True
    """Whether the account lacks a right; otherwise the server lacks something."""
