"""Sealing: what the journal holds of a window that is over becomes chunks. Writer's thread, inside a transaction."""

import logging
from array import array
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import apsw

from lapwing.store.series.journal import samples, windows
from lapwing.store.series.packing import INTEGER, NUMBER, BlobBroken, packed, unpacked
from lapwing.store.series.points import Point, Points, folded
from lapwing.store.series.schema import WINDOW_S, Tier

_log = logging.getLogger(__name__)


def due(db: apsw.Connection, before: int) -> list[int]:
    """Connections of which the journal holds windows that begin before that."""
    rows: Any = db.execute("SELECT DISTINCT connection FROM journal WHERE window < ?", (before,))
    return [int(connection) for (connection,) in rows]


def seal(db: apsw.Connection, connection: int, before: int) -> None:
    """Make chunks of the windows of a connection that begin before that."""
    for window, rows in windows(db, connection, before):
        found: dict[int, tuple[array[int], array[float]]] = {}
        intervals_s: dict[int, float] = {}
        for interval_s, data in rows:
            for series, times, values in samples(data):
                kept_times, kept_values = found.setdefault(series, (array(INTEGER), array(NUMBER)))
                kept_times.extend(times)
                kept_values.extend(values)
                intervals_s[series] = max(intervals_s.get(series, 0.0), interval_s)
        for series, (times, values) in found.items():
            _seal_series(db, series, window, intervals_s[series], *_in_order(times, values))
    db.execute("DELETE FROM journal WHERE connection = ? AND window < ?", (connection, before))


def _in_order(times: "array[int]", values: "array[float]") -> "tuple[array[int], array[float]]":
    """Each time once, in their order, though the clock may have been put back; the later sample counts."""
    if all(before < after for before, after in pairwise(times)):
        return times, values
    by_time = dict(zip(times, values, strict=True))
    order = sorted(by_time)
    return array(INTEGER, order), array(NUMBER, [by_time[time] for time in order])


def _seal_series(
    db: apsw.Connection, series: int, window: int, interval_s: float, times: "array[int]", values: "array[float]"
) -> None:
    before = _chunk(db, series, Tier.SAMPLES, window)
    kept = (times, values)
    if before is not None:  # samples that came late: the clock was put back
        try:
            old_times, old_values = unpacked(before)
            kept = _in_order(old_times + times, old_values + values)
        except (BlobBroken, ValueError) as error:
            _log.warning("a chunk of samples is broken and begun anew: %s", error)
    _put(db, series, Tier.SAMPLES, window, window + WINDOW_S, interval_s, packed(*kept))
    minutes = list(folded(times, values, 60_000))
    (hour,) = folded(array(INTEGER, [0] * len(values)), values, 1)
    _add(db, series, Tier.MINUTES, window, interval_s, minutes)
    _add(db, series, Tier.HOURS, window, interval_s, [hour])


def _add(db: apsw.Connection, series: int, tier: Tier, window: int, interval_s: float, points: Iterable[Point]) -> None:
    """Add points whose steps are counted from the window's own step on."""
    start = window // tier.chunk_s * tier.chunk_s
    first = (window - start) // tier.step_s
    found = _points(_chunk(db, series, tier, start))
    for step, *values in points:
        found.add((first + step, *values))  # type: ignore[arg-type]
    _put(db, series, tier, start, start + (found.last + 1) * tier.step_s, interval_s, found.pack())


def _points(data: bytes | None) -> Points:
    try:
        return Points(data)
    except (BlobBroken, ValueError) as error:
        _log.warning("a chunk of points is broken and begun anew: %s", error)
        return Points()


def _chunk(db: apsw.Connection, series: int, tier: Tier, start: int) -> bytes | None:
    found = db.execute(
        "SELECT data FROM chunks WHERE series = ? AND tier = ? AND start = ?", (series, tier, start)
    ).fetchone()
    return None if found is None else bytes(found[0])


def _put(db: apsw.Connection, *chunk: Any) -> None:
    db.execute(
        "INSERT OR REPLACE INTO chunks(series, tier, start, last, interval_s, data) VALUES (?, ?, ?, ?, ?, ?)", chunk
    )
