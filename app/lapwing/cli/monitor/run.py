"""What `lapwing monitor` does: look at a server, and write each sample."""

import asyncio
import contextlib
import os
from collections.abc import Mapping
from dataclasses import field
from typing import Final, Protocol, cast

from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.messages import say, sentence_of
from lapwing.cli.monitor.writing import LiveTable, NdjsonLines, Newest, PlainTable
from lapwing.cli.output import Output
from lapwing.cli.passwords import Entered, from_variable, with_answers
from lapwing.cli.places import Place, find_place, refuse_password
from lapwing.cli.saved import saved_connection
from lapwing.domain.errors import from_wire
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Lane
from lapwing.domain.monitoring.samples import (
    MetricList,
    MetricsSampled,
    MonitorChanged,
    MonitorFacts,
    MonitorRequest,
    MonitorState,
    WatchMonitor,
)
from lapwing.domain.urls import parse_url, target_url
from lapwing.engine.engine import Engine

_COMMAND: Final = "lapwing monitor"
_LOOKS_FOR_RATES: Final = 2


@dataclass(frozen=True, slots=True)
class MonitorOptions:
    """What was typed; empty where nothing was."""

    connection: str = ""
    url: str = ""
    once: bool = False
    interval_s: float = 1.0
    output_format: str = "table"
    password_env: str = ""
    passphrase_env: str = ""


class WritesSamples(Protocol):
    """How samples are written."""

    def write(self, sample: MetricsSampled, facts: MonitorFacts) -> bytes:
        """What is to be written of a sample; nothing where it waits for the next."""
        ...


@dataclass(slots=True)
class _Watcher:
    """Hears samples (`engine.operations.Caller`). Event loop's thread."""

    is_full: bool = False
    heard: "asyncio.Queue[MetricsSampled]" = field(default_factory=lambda: asyncio.Queue(1000))

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        if isinstance(event, MetricsSampled) and not self.heard.full():
            self.heard.put_nowait(event)


def run_monitor(options: MonitorOptions, environ: Mapping[str, str] = os.environ) -> int:
    """Write samples until the end; returns the exit code.

    Raises:
        LapwingError: There is nothing to look at, it cannot be opened, or the output cannot be written.
    """
    place = find_place(options.url, options.connection, options.password_env, environ, _COMMAND)
    passphrase = from_variable(options.passphrase_env, environ, "--passphrase-env") if options.passphrase_env else None
    for note in place.notes:
        say(note)
    with contextlib.closing(Output()) as output:
        entered = Entered(place.password, passphrase, place.key_password)
        with_answers(lambda entered: _watched(options, place, entered, output), entered)
    return 0


def _watched(options: MonitorOptions, place: Place, entered: Entered, output: Output) -> None:
    """Raises what opening a session raises, before anything is written."""
    watcher = _Watcher()

    async def watch(engine: Engine) -> None:
        saved = await saved_connection(engine, watcher, place.connection) if place.connection else None
        refuse_password(place, saved.url if saved else place.url)
        await entered.tell(engine, saved.id if saved else "")
        monitored = saved.id if saved else target_url(parse_url(place.url))
        stop = engine.bus.listen((MonitorChanged.name,), _say_change)
        await engine.serve(watcher, "monitor.watch", WatchMonitor(monitored, options.interval_s, entered.password))
        request = MonitorRequest(monitored)
        await engine.serve(watcher, "monitor.retry", request)
        try:
            await _write(engine, watcher, request, options, output)
        finally:
            stop()

    run_in_engine(watch, watcher, output.abandon)  # a terminal that stands still must not keep it from ending


def _say_change(event: Event) -> None:
    """A server that is lost, or comes back, is told on standard error."""
    assert isinstance(event, MonitorChanged)
    if event.monitor.state is MonitorState.LOST and event.monitor.error is not None:
        say(sentence_of(from_wire(event.monitor.error)))


def _writer(options: MonitorOptions, metrics: MetricList, output: Output) -> WritesSamples:
    newest = Newest({metric.id: metric for metric in metrics.metrics})
    if options.output_format == "ndjson":
        return NdjsonLines(newest if options.once else None)
    return LiveTable(newest) if os.isatty(output.descriptor) and not options.once else PlainTable(newest)


async def _write(
    engine: Engine, watcher: _Watcher, request: MonitorRequest, options: MonitorOptions, output: Output
) -> None:
    metrics = cast("MetricList", await engine.serve(watcher, "monitor.metrics", request))
    writer = _writer(options, metrics, output)
    looks = 0
    while True:
        sample = await watcher.heard.get()
        facts = cast("MonitorFacts", await engine.serve(watcher, "monitor.facts", request))
        data = writer.write(sample, facts)
        if not options.once:
            await asyncio.to_thread(output.write, data)
            if facts.state is MonitorState.REFUSED and facts.error is not None:
                raise from_wire(facts.error)  # it is not tried again by itself: there would be nothing more to write
            continue
        looks += sample.lane is Lane.FAST and not sample.gap
        if looks >= _LOOKS_FOR_RATES:  # of the first look alone there are no rates
            output.write(data)
            return
