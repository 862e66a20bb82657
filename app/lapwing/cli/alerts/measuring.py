"""What rules are judged by on the command line: two samples of a server, or values out of a file."""

import asyncio
import json
import math
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Final, cast

from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import UsageWrong
from lapwing.cli.messages import say
from lapwing.cli.passwords import Entered, from_variable, with_answers
from lapwing.cli.places import Place, find_place, refuse_password
from lapwing.cli.saved import saved_connection
from lapwing.domain.alerts import known
from lapwing.domain.alerts.rules import Watched
from lapwing.domain.connections import Connection
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.declared import all_metrics
from lapwing.domain.monitoring.metrics import Labels, Lane, Metric, SeriesKey, SeriesValue
from lapwing.domain.monitoring.samples import (
    MetricList,
    MetricsSampled,
    MonitorFacts,
    MonitorRequest,
    WatchMonitor,
)
from lapwing.domain.urls import parse_url, target_url
from lapwing.engine.alerting.values import ConnectionValues
from lapwing.engine.connections.ways import way_to
from lapwing.engine.engine import Engine

_COMMAND: Final = "lapwing alerts check"
_INTERVAL_S: Final = 1.0
_LOOKS: Final = 2
"""Of the first look alone there are no rates."""
_LONGEST_WAIT_S: Final = 30.0
_KEY: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_.]*)(?:\{(.*)\})?", re.DOTALL)


@dataclass(slots=True)
class _Samples:
    """Hears samples (`engine.operations.Caller`). Event loop's thread."""

    is_full: bool = False
    heard: "asyncio.Queue[MetricsSampled]" = field(default_factory=asyncio.Queue)

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        if isinstance(event, MetricsSampled):
            self.heard.put_nowait(event)


def measured_metrics(connection: str, url: str, password_env: str, environ: Mapping[str, str]) -> tuple[Metric, ...]:
    """What is measured of a server, a person's own metrics included; nothing is opened.

    Raises:
        LapwingError: There is no such connection, or nothing to measure there.
    """
    place = find_place(url, connection, password_env, environ, _COMMAND)
    samples = _Samples()

    async def ask(engine: Engine) -> MetricList:
        saved = await saved_connection(engine, samples, place.connection) if place.connection else None
        monitored = saved.id if saved else target_url(parse_url(place.url))
        return cast("MetricList", await engine.serve(samples, "monitor.metrics", MonitorRequest(monitored)))

    return run_in_engine(ask, samples).metrics


def sampled_values(
    connection: str,
    url: str,
    password_env: str,
    passphrase_env: str,
    windows: Iterable[tuple[str, float]],
    environ: Mapping[str, str],
) -> tuple[ConnectionValues, Watched]:
    """Two samples of a server, and what rules see of it.

    Raises:
        LapwingError: It cannot be opened or measured.
    """
    place = find_place(url, connection, password_env, environ, _COMMAND)
    for note in place.notes:
        say(note)
    passphrase = from_variable(passphrase_env, environ, "--passphrase-env") if passphrase_env else None
    entered = Entered(place.password, passphrase, place.key_password)
    return with_answers(lambda entered: _sampled(place, entered, windows), entered)


def _sampled(place: Place, entered: Entered, windows: Iterable[tuple[str, float]]) -> tuple[ConnectionValues, Watched]:
    samples = _Samples()

    async def watch(engine: Engine) -> tuple[ConnectionValues, Watched]:
        saved = await saved_connection(engine, samples, place.connection) if place.connection else None
        refuse_password(place, saved.url if saved else place.url)
        await entered.tell(engine, saved.id if saved else "")
        monitored = saved.id if saved else target_url(parse_url(place.url))
        values = ConnectionValues(is_patient=False)
        values.want(windows)
        asked = WatchMonitor(monitored, _INTERVAL_S, entered.password)
        await engine.serve(samples, "monitor.watch", asked)
        await engine.serve(samples, "monitor.retry", MonitorRequest(monitored))
        await _take(samples, values)
        facts = await engine.serve(samples, "monitor.facts", MonitorRequest(monitored))
        values.follow(cast("MonitorFacts", facts))
        return values, _watched(saved, monitored)

    return run_in_engine(watch, samples)


async def _take(samples: _Samples, values: ConnectionValues) -> None:
    """Both lanes, and the fast one often enough for rates."""
    seen: dict[Lane, int] = {}
    until = time.monotonic() + _LONGEST_WAIT_S
    while seen.get(Lane.FAST, 0) < _LOOKS or not seen.get(Lane.SLOW):
        left_s = until - time.monotonic()
        if left_s <= 0:
            return
        try:
            sample = await asyncio.wait_for(samples.heard.get(), left_s)
        except TimeoutError:
            return
        values.take(sample)
        if not sample.gap:
            seen[sample.lane] = seen.get(sample.lane, 0) + 1


def _watched(saved: Connection | None, monitored: str) -> Watched:
    way = way_to(saved) if saved is not None else way_to(None, monitored)
    name, environment = (saved.name, str(saved.environment)) if saved is not None else (way.shown, "")
    return Watched(saved.id if saved else monitored, name, way.driver.dialect, environment)


# values out of a file


@dataclass(frozen=True, slots=True)
class GivenValues:
    """Values of a file, by metric and labels."""

    metrics: dict[str, dict[Labels, float | str | None]]

    def values(self, windows: Iterable[tuple[str, float]]) -> ConnectionValues:
        """As rules read them."""
        made = ConnectionValues(is_patient=False)
        made.want(windows)
        now = time.time()
        lanes: dict[Lane, list[SeriesValue]] = {lane: [] for lane in Lane}
        for metric, series in self.metrics.items():
            declared = all_metrics().get(metric)
            lane = declared.lane if declared else Lane.FAST
            lanes[lane] += [
                SeriesValue(SeriesKey(metric, labels), value)
                for labels, value in series.items()
                if not isinstance(value, str)
            ]
        for lane, found in lanes.items():
            made.take(MetricsSampled("file", now, _INTERVAL_S, lane, tuple(found)))
        status = self.metrics.get(known.STATUS, {}).get(())
        if isinstance(status, str):
            made.force_status(status)
        return made


def given_values(path: str) -> GivenValues:
    """The values of a JSON file: an object of metrics, or lines that `lapwing monitor --format ndjson` wrote.

    Raises:
        UsageWrong: It is none.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
        found = _objects(text)
    except (OSError, ValueError, RecursionError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no JSON"
        raise UsageWrong(reason=f"{path} holds no values: {reason}.", command=_COMMAND) from error
    metrics: dict[str, dict[Labels, float | str | None]] = {}
    for each in found:
        given = each.get("values", each)
        if not isinstance(given, dict):
            raise UsageWrong(reason=f"{path} holds no values: no object of metrics.", command=_COMMAND)
        for name, value in given.items():
            metric, labels = _key(str(name), path)
            metrics.setdefault(metric, {})[labels] = _value(value, str(name), path)
    return GivenValues(metrics)


def _objects(text: str) -> list[dict[str, Any]]:
    """One object, or one on each line; of those with a time later ones go before earlier ones."""
    try:
        whole = json.loads(text)
        found = [whole]
    except ValueError:
        found = [json.loads(line) for line in text.splitlines() if line.strip()]
    if not all(isinstance(each, dict) for each in found):
        raise ValueError("no objects")
    return found


def _key(name: str, path: str) -> tuple[str, Labels]:
    match = _KEY.fullmatch(name.strip())
    if match is None:
        raise UsageWrong(reason=f"{name[:60]!r} in {path} is no metric.", command=_COMMAND)
    pairs = [pair.partition("=") for pair in (match[2] or "").split(", ") if pair]
    return match[1], tuple(sorted((label.strip(), value.strip("\"'")) for label, _, value in pairs))


def _value(value: Any, name: str, path: str) -> float | str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return number
    raise UsageWrong(reason=f"The value of {name[:60]} in {path} is no number.", command=_COMMAND)
