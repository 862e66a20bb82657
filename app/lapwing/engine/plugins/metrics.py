"""Figures of plugins, read beside those of a server: metrics named `plugin.ID.NAME`."""

import asyncio
import concurrent.futures
import math
import re
import time
from collections.abc import Sequence
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.metrics import Denied, Lane, Metric, Reading, Unit
from lapwing.drivers.base import Session
from lapwing.drivers.monitoring import ServerReadings
from lapwing.engine.plugins.running import RunningPlugins
from lapwing.plugins.api import MetricValue
from lapwing.plugins.host.hosted import HostedPlugin

HOOK: Final = "on_metrics_collect"
WITHIN_S: Final = 3.0
"""A look at a server waits no longer for plugins, and not at all for one that is still at something else."""
_BEHIND_S: Final = 1.0
_FRESH_S: Final = 5.0
_MOST: Final = 500
_MOST_SERIES: Final = 1_000
_MOST_LABELS: Final = 16
_LONGEST_LABEL: Final = 200
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,99}", re.ASCII)
_UNITS: Final = {unit.value: unit for unit in Unit}


class PluginMetrics:
    """Shared by all servers that are looked at (`engine.monitoring.looking.Beside`).

    Attributes:
        fresh_s: What was collected a moment ago for one server is as good for another.
    """

    def __init__(self, running: RunningPlugins) -> None:
        self.fresh_s = _FRESH_S
        self._running = running
        self._loop = asyncio.get_running_loop()
        self._metrics: dict[str, Metric] = {}
        self._series: dict[str, set[tuple[str, tuple[tuple[str, str], ...]]]] = {}
        self._told: set[str] = set()
        self._readings: tuple[Reading, ...] = ()
        self._denied: tuple[Denied, ...] = ()
        self._at_s = -math.inf
        self._collecting: asyncio.Task[None] | None = None

    def metrics(self) -> Sequence[Metric]:
        """Those that plugins have told so far. Any thread."""
        return tuple(self._metrics.values())

    def read(self, session: Session, lane: Lane, found: ServerReadings) -> tuple[Sequence[Reading], Sequence[Denied]]:
        """What plugins tell, with the slow looks. Session's thread."""
        if lane is not Lane.SLOW or self._loop.is_closed():
            return (), ()
        collecting = asyncio.run_coroutine_threadsafe(self.collect(), self._loop)
        try:
            collecting.result(2 * WITHIN_S)
        except (concurrent.futures.TimeoutError, concurrent.futures.CancelledError):
            collecting.cancel()
        return self._readings, self._denied

    async def collect(self) -> None:
        """Ask all plugins that have figures, unless that was done a moment ago. Event loop's thread."""
        if time.monotonic() - self._at_s < self.fresh_s:
            return
        if self._collecting is None or self._collecting.done():
            self._collecting = asyncio.create_task(self._collect(), name="figures of plugins")
        await asyncio.shield(self._collecting)

    async def _collect(self) -> None:
        told = await asyncio.gather(
            *(self._ask(each) for each in self._running.with_hook(HOOK) if each.silent_s < _BEHIND_S)
        )
        self._readings = tuple(reading for readings, _ in told for reading in readings)
        self._denied = tuple(denied for _, refused in told for denied in refused)
        self._at_s = time.monotonic()

    async def _ask(self, hosted: HostedPlugin) -> tuple[list[Reading], list[Denied]]:
        head = f"plugin.{hosted.launch.id}."
        try:
            values: Sequence[MetricValue] = await hosted.call(HOOK, within_s=WITHIN_S)
        except LapwingError as error:
            known = tuple(each for each in self._metrics if each.startswith(head))
            return [], [Denied(known, str(error), is_permission=False)] if known else []
        readings = []
        for value in values[:_MOST]:
            if _NAME.fullmatch(value.name) and math.isfinite(value.value) and len(value.labels) <= _MOST_LABELS:
                labels = tuple(
                    sorted((name[:_LONGEST_LABEL], text[:_LONGEST_LABEL]) for name, text in value.labels.items())
                )
                if self._may_have(hosted, value.name, labels):
                    readings.append(Reading(f"{head}{value.name}", value.value, labels))
                    self._declare(hosted, head, value)
        return readings, []

    def _may_have(self, hosted: HostedPlugin, name: str, labels: tuple[tuple[str, str], ...]) -> bool:
        """Whether a figure is one of those that are kept of a plugin: each is a series for as long as figures are."""
        known = self._series.setdefault(hosted.launch.id, set())
        if (name, labels) in known:
            return True
        if len(known) < _MOST_SERIES:
            known.add((name, labels))
            return True
        if hosted.launch.id not in self._told:
            self._told.add(hosted.launch.id)
            hosted.fault(HOOK, f"It told more than {_MOST_SERIES:,} figures that differ: later ones are left out.")
        return False

    def _declare(self, hosted: HostedPlugin, head: str, value: MetricValue) -> None:
        name = f"{head}{value.name}"
        labels = tuple(sorted(each[:_LONGEST_LABEL] for each in value.labels))
        known = self._metrics.get(name)
        if known is None or known.labels != labels:
            title = f"{hosted.launch.manifest.name}: {value.name}"
            unit = _UNITS.get(value.unit, Unit.COUNT)
            self._metrics[name] = Metric(name, title, unit, labels=labels, lane=Lane.SLOW)
