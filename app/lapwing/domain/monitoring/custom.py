"""A person's own SQL as metrics."""

import re
from dataclasses import replace
from typing import ClassVar, Final

from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.declared import all_metrics
from lapwing.domain.monitoring.metrics import Derivation, Lane, Metric, SeriesValue, Unit
from lapwing.domain.secrets import Secret

MOST_METRICS: Final = 200
MOST_ROWS: Final = 200
"""Of one metric's statement."""
COLUMN: Final = "column"
"""The label that tells the value columns of one metric apart."""
OVER: Final = ".over"
"""Behind the id: the reading that a share is of."""
_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,59}")
_LONGEST_TITLE: Final = 100
_LONGEST_SQL: Final = 100_000
_SHARES: Final = frozenset({Derivation.SHARE, Derivation.SHARE_OF_GROWTH})


@dataclass(frozen=True, slots=True)
class CustomMetric:
    """One statement whose rows are series.

    Attributes:
        id: As alerts and dashboards name it; small letters, digits and underscores.
        sql: One statement that only reads. Each of its rows is a series for each value column.
        values: Columns with numbers; empty: all that are no labels. Of a share they are two: the part, and the whole.
        labels: Columns whose texts tell the rows apart.
        derivation: How a value comes of what the statement tells: a rate is its growth in a second.
        lane: Whether it is read at each tick or once a minute.
        connection_ids: Of which servers; empty: of all of the dialect.
        dialect: Of the servers whose SQL it is: `postgresql`, `mysql`, `sqlite`, ...; empty: of any.
    """

    id: str
    title: str
    sql: str
    values: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    derivation: Derivation = Derivation.GAUGE
    unit: Unit = Unit.COUNT
    lane: Lane = Lane.SLOW
    connection_ids: tuple[str, ...] = ()
    dialect: str = ""

    @property
    def is_share(self) -> bool:
        return self.derivation in _SHARES

    def is_for(self, connection_id: str, dialect: str) -> bool:
        """Whether it is read of a server."""
        if self.dialect and self.dialect != dialect:
            return False
        return not self.connection_ids or connection_id in self.connection_ids

    def label_names(self) -> tuple[str, ...]:
        """Sorted, as everywhere."""
        is_several = not self.is_share and len(self.values) != 1
        return tuple(sorted((*self.labels, *((COLUMN,) if is_several else ()))))

    def derived(self) -> Metric:
        """How its values come of readings named as it is."""
        over = (self.id + OVER,) if self.is_share else ()
        return Metric(
            self.id,
            self.title or self.id,
            self.unit,
            self.derivation,
            over=over,
            labels=self.label_names(),
            lane=self.lane,
            help=_shortened(self.sql),
        )

    def told(self) -> Metric:
        """As it is declared to others: what is read of it are values already."""
        return replace(self.derived(), derivation=Derivation.GAUGE, over=())


def fault_of(metric: CustomMetric) -> str:
    """Why a metric cannot be kept, in words behind "because"; empty: it can be."""
    if not _ID.fullmatch(metric.id):
        return "its id must begin with a small letter and hold only small letters, digits and underscores, 60 at most"
    if metric.id in all_metrics():
        return f"{metric.id} is a metric of Lapwing's own"
    if len(metric.title) > _LONGEST_TITLE:
        return f"its title is longer than {_LONGEST_TITLE} characters"
    if not metric.sql.strip():
        return "it has no statement"
    if len(metric.sql) > _LONGEST_SQL or "\0" in metric.sql:
        return f"its statement is longer than {_LONGEST_SQL:,} characters, or holds a NUL"
    names = (*metric.values, *metric.labels)
    if len(set(names)) < len(names):
        return "a column is named twice"
    if COLUMN in metric.labels:
        return f"no label can be called {COLUMN}"
    if metric.is_share and len(metric.values) != 2:
        return "a share needs two value columns: the part, and the whole"
    return ""


def _shortened(sql: str) -> str:
    words = " ".join(sql.split())
    return words if len(words) <= 200 else f"{words[:200]} …"


@dataclass(frozen=True, slots=True)
class CustomMetricList:
    """`trouble`: what is wrong with the kept list, in a sentence; empty: nothing."""

    metrics: tuple[CustomMetric, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class SaveCustomMetric:
    """Keep a metric, or replace the one with its id."""

    metric: CustomMetric


@dataclass(frozen=True, slots=True)
class RemoveCustomMetric:
    metric_id: str


@dataclass(frozen=True, slots=True)
class TryCustomMetric:
    """Read a metric once that need not be kept; `connection_id` of a saved connection, or a URL."""

    metric: CustomMetric
    connection_id: str
    password: Secret | None = None


@dataclass(frozen=True, slots=True)
class CustomMetricTried:
    """What came of it.

    Attributes:
        values: Of what grows they are what the statement told, since one look has no growth.
        denied: Why there are none, in a sentence; empty: there are.
        took_s: How long the statement took.
    """

    values: tuple[SeriesValue, ...] = ()
    denied: str = ""
    took_s: float = 0.0


@dataclass(frozen=True, slots=True)
class CustomMetricsChanged(Event):
    """A metric was saved or removed."""

    name: ClassVar[str] = "metrics.changed"
