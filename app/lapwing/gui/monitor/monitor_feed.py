"""What a page of dashboards knows of the servers it shows: their state, their metrics, their series."""

import asyncio
import time
from collections.abc import Coroutine, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from lapwing.domain.errors import ErrorFacts, LapwingError, from_wire
from lapwing.domain.events import Event
from lapwing.domain.monitoring.annotations import Annotation, AnnotationList, AnnotationsChanged, ReadAnnotations
from lapwing.domain.monitoring.metrics import Denied, Metric
from lapwing.domain.monitoring.samples import (
    MetricList,
    MetricsSampled,
    MonitorChanged,
    MonitorFacts,
    MonitorList,
    MonitorRequest,
    WatchMonitor,
)
from lapwing.domain.monitoring.series import KeepingResumed, KeepingTrouble, ReadSeries, SeriesAnswer
from lapwing.gui.client import EngineClient, EngineState
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor.series_data import SeriesData

_DRAWING_MS: Final = 60
"""Lanes and servers that tell their samples one after the other are drawn together."""
_POINTS: Final = 900
"""Read of the past for each series: as many as a wide chart has pixels."""
_SPARE: Final = 0.02
"""Of the time shown, read before and behind it too: charts go on before they are read anew."""


class MonitorFeed(QObject):
    """Watches the servers of a page while it is seen, and holds what they tell. Qt's thread.

    Attributes:
        sources: Series by connection.
        metrics: By id, of all servers shown.
        monitors: How each monitoring is.
        annotations: Of the time that was read last.

    Signals:
        changed(): There are other values; told at most some times in a second.
        facts_changed(): A state, a server's facts or what may be seen are others.
        metrics_changed(): Other metrics are known.
        annotations_changed()
        trouble(str): A sentence for the person: something could not be read.
    """

    changed = Signal()
    facts_changed = Signal()
    metrics_changed = Signal()
    annotations_changed = Signal()
    trouble = Signal(str)

    def __init__(self, client: EngineClient, connection_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self.connection_id = connection_id
        self.interval_s: float | None = None
        self.sources: dict[str, SeriesData] = {connection_id: SeriesData(connection_id)}
        self.metrics: dict[str, Metric] = {}
        self.monitors: dict[str, MonitorFacts] = {}
        self.annotations: tuple[Annotation, ...] = ()
        self._client = client
        self._is_watching = False
        self._watched: set[str] = set()
        self._shown: tuple[str, ...] = (connection_id,)
        self._wanted: tuple[str, ...] = ()
        self._range = (0.0, 0.0)
        self._of: dict[str, dict[str, Metric]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._leaving: set[asyncio.Task[None]] = set()
        self._reading: asyncio.Task[None] | None = None
        self._told: ErrorFacts | None = None
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.setInterval(_DRAWING_MS)
        self._drawing.timeout.connect(self.changed)
        client.told.connect(self._hear)
        client.state_changed.connect(self._engine_changed)

    @property
    def facts(self) -> MonitorFacts | None:
        """How the monitoring of the page's own connection is; None before it is known."""
        return self.monitors.get(self.connection_id)

    def denied(self, metric_ids: Iterable[str]) -> Denied | None:
        """Why none of these can be read of the page's connection; None: one can."""
        wanted = set(metric_ids)
        reasons = [each for each in self.facts.denied if wanted & set(each.metrics)] if self.facts is not None else []
        is_covered = bool(wanted) and wanted <= {metric for each in reasons for metric in each.metrics}
        return reasons[0] if is_covered else None

    # watching

    def show(self, connection_ids: Sequence[str], metric_ids: Iterable[str]) -> None:
        """These servers and metrics are shown from now on; an empty id is the page's own connection."""
        found = dict.fromkeys(each or self.connection_id for each in (self.connection_id, *connection_ids))
        self._shown = tuple(found)
        self._wanted = tuple(dict.fromkeys(metric_ids))
        for connection_id in self._shown:
            self.sources.setdefault(connection_id, SeriesData(connection_id))
        if self._is_watching:
            self._watch_shown()

    def watch(self) -> None:
        """Somebody sees it: servers are looked at, and tell each sample."""
        self._is_watching = True
        self._watch_shown()

    def unwatch(self) -> None:
        """Nobody sees it any more, and it costs nothing."""
        self._is_watching = False
        self._drawing.stop()
        for connection_id in list(self._watched):
            self._leave(connection_id)

    def set_interval(self, interval_s: float) -> None:
        """Look at servers that often."""
        self.interval_s = interval_s
        if self._is_watching:
            self._watched.clear()
            self._watch_shown()

    def _watch_shown(self) -> None:
        for gone in self._watched - set(self._shown):
            self._leave(gone)
        for connection_id in self._shown:
            if connection_id not in self._watched:
                self._watched.add(connection_id)
                self._start(self._watch(connection_id))

    async def _watch(self, connection_id: str) -> None:
        try:
            facts = await self._client.call("monitor.watch", WatchMonitor(connection_id, self.interval_s), MonitorFacts)
            self._take_facts(facts)
            if connection_id not in self._of:
                await self._read_metrics_of(connection_id)
        except LapwingError as error:
            self._watched.discard(connection_id)
            self.trouble.emit(error_text(error))

    def _leave(self, connection_id: str) -> None:
        self._watched.discard(connection_id)
        leaving = self._start(self._say_unwatch(connection_id))
        self._leaving.add(leaving)
        leaving.add_done_callback(self._leaving.discard)

    async def _say_unwatch(self, connection_id: str) -> None:
        try:
            await self._client.call("monitor.unwatch", MonitorRequest(connection_id))
        except LapwingError:
            return  # the engine is gone, and looks at nothing any more

    async def read_metrics(self) -> None:
        """Read what is measured of the servers that are shown. Nothing is opened for that.

        Raises:
            LapwingError: What the engine raises.
        """
        for connection_id in self._shown:
            await self._read_metrics_of(connection_id)

    async def read_facts(self) -> None:
        """Read how the monitoring of the page's connection is.

        Raises:
            LapwingError: What the engine raises.
        """
        found = await self._client.call("monitor.list", None, MonitorList)
        for facts in found.monitors:
            if facts.connection_id == self.connection_id:
                self._take_facts(facts)

    async def _read_metrics_of(self, connection_id: str) -> None:
        found = await self._client.call("monitor.metrics", MonitorRequest(connection_id), MetricList)
        self._of[connection_id] = {metric.id: metric for metric in found.metrics}
        self.metrics = {}
        for known in self._of.values():
            self.metrics |= known
        self.metrics_changed.emit()

    def retry(self) -> None:
        """Open the session of a monitoring that was lost or refused; a person is asked for what is missing."""
        self._start(self._retry())

    async def _retry(self) -> None:
        try:
            facts = await self._client.call("monitor.retry", MonitorRequest(self.connection_id), MonitorFacts)
            self._take_facts(facts)
        except LapwingError as error:
            self.trouble.emit(error_text(error))

    def _engine_changed(self, state: EngineState, _sentence: str) -> None:
        """A new engine knows of nothing that an earlier one was asked for."""
        if state is EngineState.GONE:
            self._watched.clear()
        elif state is EngineState.READY and self._is_watching and not self._watched:
            self._watch_shown()

    # hearing

    def _hear(self, event: Event) -> None:
        if isinstance(event, MetricsSampled) and self._is_watching and event.connection_id in self._watched:
            self.sources[event.connection_id].take(event)
            if not self._drawing.isActive():
                self._drawing.start()
        elif isinstance(event, MonitorChanged) and event.monitor.connection_id in self._shown:
            self._take_facts(event.monitor)
        elif isinstance(event, AnnotationsChanged) and event.connection_id in {"", *self._shown}:
            self.read_annotations()
        elif isinstance(event, KeepingTrouble):
            self._tell_trouble(event.error)
        elif isinstance(event, KeepingResumed):
            self._told = None

    def _tell_trouble(self, error: ErrorFacts | None) -> None:
        """Say once that samples cannot be kept, or were lost."""
        if error is not None and error != self._told:
            self.trouble.emit(error_text(from_wire(error)))
        self._told = error

    def _take_facts(self, facts: MonitorFacts) -> None:
        if self.monitors.get(facts.connection_id) != facts:
            self.monitors[facts.connection_id] = facts
            self.facts_changed.emit()

    # the past

    def read_past(self, start: float, end: float) -> None:
        """Read what was kept of the shown metrics of a time; an earlier reading that is under way ends."""
        spare = (end - start) * _SPARE
        self._range = (start - spare, end + spare)
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._start(self._read_past(*self._range))
        self.read_annotations()

    async def _read_past(self, start: float, end: float) -> None:
        end = min(end, time.time() + 1)
        if not self._wanted or end <= start:  # nothing is kept of times to come
            return
        for connection_id in self._shown:
            request = ReadSeries(connection_id, self._wanted, start, end, _POINTS, is_joined=True)
            try:
                answer = await self._client.call("series.read", request, SeriesAnswer)
            except LapwingError as error:
                self.trouble.emit(error_text(error))
                return
            self.sources[connection_id].fill(answer)
            self._tell_trouble(answer.trouble)
            self.changed.emit()

    def read_annotations(self) -> None:
        """Read those of the time that was read last."""
        start, end = self._range
        if end > start:
            self._start(self._read_annotations(start, max(end, time.time() + 86_400)))

    async def _read_annotations(self, start: float, end: float) -> None:
        found: dict[str, Annotation] = {}
        for connection_id in self._shown:
            try:
                request = ReadAnnotations(connection_id, start, end)
                answer = await self._client.call("annotation.list", request, AnnotationList)
            except LapwingError as error:
                self.trouble.emit(error_text(error))
                return
            found |= {each.id: each for each in answer.annotations}
        self.annotations = tuple(sorted(found.values(), key=lambda each: each.at))
        self.annotations_changed.emit()

    # life

    def _start(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """A defect is not swallowed: it comes out of the loop."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.result()

    async def close(self) -> None:
        """Tell nobody anything any more, and let the servers go."""
        self._client.told.disconnect(self._hear)
        self._client.state_changed.disconnect(self._engine_changed)
        self.unwatch()
        for task in self._tasks - self._leaving:
            task.cancel()
        await asyncio.gather(*self._leaving)
