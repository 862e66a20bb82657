"""The metrics that Lapwing declares, by kind of server."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final

from lapwing.domain.monitoring.metrics import Metric

_MODULES: Final = ("postgresql", "mysql", "sqlite")
"""Named as the dialects are."""


@cache
def metrics_of(dialect: str) -> tuple[Metric, ...]:
    """What is measured of servers of a dialect; nothing of an unknown one. The host's are not among them."""
    if dialect not in _MODULES:
        return ()
    found: tuple[Metric, ...] = import_module(f"{__package__}.{dialect}").METRICS
    return found


@cache
def host_metrics() -> tuple[Metric, ...]:
    """What is measured of the machine a server runs on, where that is this one."""
    found: tuple[Metric, ...] = import_module(f"{__package__}.host").METRICS
    return found


@cache
def all_metrics() -> Mapping[str, Metric]:
    """Every declared metric by its id; the same id means the same everywhere."""
    kinds = (*(metrics_of(dialect) for dialect in _MODULES), host_metrics())
    return {metric.id: metric for metrics in kinds for metric in metrics}
