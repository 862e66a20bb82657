"""The journal: samples as they came in, until they are sealed. Writer's thread, inside a transaction."""

import json
import logging
from array import array
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

import apsw

from lapwing.domain.monitoring.metrics import Labels, SeriesKey
from lapwing.store.series.packing import INTEGER, NUMBER, BlobBroken, packed, unpacked
from lapwing.store.series.schema import WINDOW_S
from lapwing.store.series.ticks import Tick

MOST_SERIES: Final = 5_000
"""Of one connection; what comes beyond is not kept."""
_log = logging.getLogger(__name__)


class SeriesIds:
    """The numbers of connections and series, as long as nobody else changes the file."""

    def __init__(self) -> None:
        self._connections: dict[str, int] = {}
        self._series: dict[int, dict[SeriesKey, int]] = {}

    def forget(self) -> None:
        """Look them up anew: somebody may have changed them, or they were not committed."""
        self._connections.clear()
        self._series.clear()

    def connection(self, db: apsw.Connection, connection_id: str) -> int:
        found = self._connections.get(connection_id)
        if found is None:
            db.execute("INSERT OR IGNORE INTO connections(connection_id) VALUES (?)", (connection_id,))
            row = db.execute("SELECT id FROM connections WHERE connection_id = ?", (connection_id,)).fetchone()
            assert row is not None
            found = self._connections[connection_id] = int(row[0])
        return found

    def series(self, db: apsw.Connection, connection: int, tick: Tick) -> list[int]:
        """Numbers of a tick's series, in their order; 0 for one too many."""
        known = self._series.get(connection)
        if known is None:
            rows = db.execute("SELECT metric, labels, id FROM series WHERE connection = ?", (connection,))
            known = {SeriesKey(str(metric), labels_of(str(text))): int(number) for metric, text, number in rows}
            self._series[connection] = known
        found = [known.get(key, 0) for key in tick.keys]
        if 0 in found:
            found = [
                number or self._new(db, connection, key, tick.at) for key, number in zip(tick.keys, found, strict=True)
            ]
        return found

    def _new(self, db: apsw.Connection, connection: int, key: SeriesKey, since: float) -> int:
        known = self._series[connection]
        if len(known) >= MOST_SERIES:
            return 0
        row = (connection, _kept(key.metric), _text_of(key.labels), since)
        db.execute("INSERT INTO series(connection, metric, labels, since) VALUES (?, ?, ?, ?)", row)
        known[key] = db.last_insert_rowid()
        if len(known) == MOST_SERIES:
            _log.warning("a connection has %d series; those that come beyond are not kept", MOST_SERIES)
        return known[key]


def _kept(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _text_of(labels: Labels) -> str:
    return _kept(json.dumps(labels, ensure_ascii=True, separators=(",", ":")))


def labels_of(text: str) -> Labels:
    """Labels as they are stored."""
    return tuple((str(name), str(value)) for name, value in json.loads(text))


def write(db: apsw.Connection, ids: SeriesIds, ticks: Iterable[Tick]) -> None:
    """Append what came in, as few rows as can be."""
    by_place: dict[tuple[int, int, tuple[int, ...]], list[Tick]] = {}
    for tick in ticks:
        connection = ids.connection(db, tick.connection_id)
        series = tuple(ids.series(db, connection, tick))
        by_place.setdefault((connection, int(tick.at // WINDOW_S) * WINDOW_S, series), []).append(tick)
    db.executemany(
        "INSERT INTO journal(connection, window, interval_s, data) VALUES (?, ?, ?, ?)",
        (
            (connection, window, max(tick.interval_s for tick in some), _row(window, series, some))
            for (connection, window, series), some in by_place.items()
        ),
    )


def _row(window: int, series: tuple[int, ...], ticks: list[Tick]) -> bytes:
    times = array(INTEGER, [round((tick.at - window) * 1_000) for tick in ticks])
    kept = [place for place, number in enumerate(series) if number]
    values = array(NUMBER, [tick.values[place] for place in kept for tick in ticks])
    return packed(times, array(INTEGER, [series[place] for place in kept]), values)


def samples(data: bytes) -> "Iterator[tuple[int, array[int], array[float]]]":
    """Series, milliseconds from the window's start, and values in a row of the journal; none when it is broken."""
    try:
        times, series, values = unpacked(data)
    except (BlobBroken, ValueError) as error:
        _log.warning("a part of the journal of samples is broken: %s", error)
        return
    count = len(times)
    for place, number in enumerate(series):
        yield number, times, values[place * count : (place + 1) * count]


def windows(db: apsw.Connection, connection: int, before: int) -> Iterator[tuple[int, list[tuple[float, bytes]]]]:
    """Windows of a connection that begin before that: their start, and rows of the journal with their intervals."""
    rows: Any = db.execute(
        "SELECT window, interval_s, data FROM journal WHERE connection = ? AND window < ? ORDER BY window, id",
        (connection, before),
    ).fetchall()
    for window, some in groupby(rows, key=lambda row: row[0]):
        yield int(window), [(float(interval_s), bytes(data)) for _window, interval_s, data in some]
