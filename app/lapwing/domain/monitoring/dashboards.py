"""Dashboards: panels of charts, as people lay them out and as files keep them."""

from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels


class PanelKind(StrEnum):
    LINE = "line"
    AREA = "area"
    """Stacked: what is drawn is the sum."""
    BAR = "bar"
    GAUGE = "gauge"
    VALUE = "value"
    """One number, large."""
    TABLE = "table"
    HEAT_MAP = "heat_map"


@dataclass(frozen=True, slots=True)
class PanelSeries:
    """What a panel shows: the series of a metric.

    Attributes:
        labels: Only series that have these; empty: all.
        title: In the legend; empty: the labels' values, or the metric's title.
        color: A token of the theme or `#rrggbb`; empty: the next one.
        connection_id: Of another server than the dashboard's; empty: the dashboard's.
    """

    metric: str
    labels: Labels = ()
    title: str = ""
    color: str = ""
    connection_id: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel. Places and sizes are cells of a grid of twelve columns; a row is 24 pixels high, gaps included.

    Attributes:
        lowest, highest: Of the axis; None: as the values are.
        warning, bad: From where on a value is shown in that colour; None: never. With `bad` below `warning`
            small values are the bad ones.
        note: What a value is shown with: `of {connections_max}` names another metric.
    """

    id: str
    title: str
    kind: PanelKind
    series: tuple[PanelSeries, ...]
    x: int = 0
    y: int = 0
    width: int = 4
    height: int = 12
    lowest: float | None = None
    highest: float | None = None
    warning: float | None = None
    bad: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A page of panels.

    Attributes:
        id: Its file's name without suffix; ready ones begin with `lapwing-`.
        dialect: Of the servers that it is for: `postgresql`, `mysql`, `sqlite`; empty: any.
        connection_ids: Servers that are drawn side by side; empty: the one it is opened on.
    """

    id: str
    title: str
    panels: tuple[Panel, ...]
    dialect: str = ""
    connection_ids: tuple[str, ...] = ()
    description: str = ""
