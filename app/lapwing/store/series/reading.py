"""Reading kept samples. Any thread; each question opens the file for itself and waits for no writer.

numpy is loaded with this module, when something is read for the first time.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import apsw
import numpy as np
from numpy.typing import NDArray

from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import SeriesKey
from lapwing.domain.monitoring.series import KeptSeries, ReadSeries, SeriesAnswer, SeriesList, SeriesSpan
from lapwing.store.series.journal import MOST_SERIES, labels_of
from lapwing.store.series.packing import INTEGER, BlobBroken, woven_columns
from lapwing.store.series.resolution import Resolution, resolution_of
from lapwing.store.series.schema import KIND, WINDOW_S, Tier
from lapwing.store.series.thinning import Pieces, joined, with_gaps
from lapwing.store.series.ticks import Tick
from lapwing.store.sqlite_files import open_for_reading, used_bytes

_LATEST: Final = 12
"""Rows of the journal: about a minute, in which every lane comes."""
_MOST_INTERVAL_S: Final = 60.0
"""Between two samples; what was sampled so seldom has no gap where a minute has none."""
_FARTHEST_S: Final = 2.5 * _MOST_INTERVAL_S
"""Between two samples that a line joins."""
_AT_ONCE: Final = 400
"""Series asked for in one statement."""
_log = logging.getLogger(__name__)
Numbers = NDArray[np.float64]


@dataclass(slots=True)
class _Series:
    """One series that is read.

    Attributes:
        interval_s: The longest between two samples, of what is read.
    """

    key: SeriesKey
    pieces: Pieces
    interval_s: float = 0.0


def read(path: Path, wanted: ReadSeries, waiting: Sequence[Tick] = (), most: int = MOST_SERIES) -> SeriesAnswer:
    """What is kept of the series of some metrics.

    Args:
        waiting: What came in of this connection and may not be in the file yet.
        most: Series that are given; those that came last where there are more.

    Raises:
        LapwingError: The file cannot be read.
    """
    db = None
    try:
        db = open_for_reading(path, KIND)
        if db is None:
            return _Reading(None, wanted, waiting, most).answer()
        db.execute("BEGIN")  # all of it as of one moment
        return _Reading(db, wanted, waiting, most).answer()
    except (apsw.Error, OSError) as error:
        raise KIND.in_words(error, path) from error
    finally:
        if db is not None:
            db.close()


def without_file(wanted: ReadSeries, waiting: Sequence[Tick], most: int, trouble: ErrorFacts) -> SeriesAnswer:
    """What came in and is not in the file, when that cannot be read."""
    return replace(_Reading(None, wanted, waiting, most).answer(), trouble=trouble)


class _Reading:
    """One question."""

    def __init__(self, db: apsw.Connection | None, wanted: ReadSeries, waiting: Sequence[Tick], most: int) -> None:
        self._db = db
        self._most = most
        self._wanted = wanted
        beside_s = _FARTHEST_S if wanted.is_joined else 0.0
        self._start, self._end = wanted.start - beside_s, wanted.end + beside_s
        self._waiting = [tick for tick in waiting if self._start <= tick.at < self._end]
        self._by_id: dict[int, _Series] = {}
        self._by_key: dict[SeriesKey, _Series] = {}
        self._connection = 0

    def answer(self) -> SeriesAnswer:
        wanted = self._wanted
        self._find_series()
        resolution = resolution_of(self._db, tuple(self._by_id), self._interval(), wanted)
        if wanted.is_joined:
            self._start = min(self._start, wanted.start - 2 * resolution.step_s)
            self._end = max(self._end, wanted.end + 2 * resolution.step_s)
        if self._db is not None and self._by_id:
            self._read_chunks(self._db, resolution)
            self._read_journal(self._db)
        self._read_waiting()
        found = (self._kept(series, resolution) for series in self._by_key.values())
        given = tuple(series for series in found if series is not None)
        return SeriesAnswer(wanted.connection_id, given, resolution.step_s)

    def _find_series(self) -> None:
        for row in [] if self._db is None else _rows_of(self._db, self._wanted, self._most):
            self._connection, number, metric, text = int(row[0]), int(row[1]), str(row[2]), str(row[3])
            self._by_id[number] = self._new(SeriesKey(metric, labels_of(text)))
        for key in dict.fromkeys(key for tick in self._waiting for key in tick.keys):
            if key.metric in self._wanted.metrics and key not in self._by_key and len(self._by_key) < self._most:
                self._new(key)

    def _new(self, key: SeriesKey) -> _Series:
        made = self._by_key[key] = _Series(key, Pieces())
        return made

    def _interval(self) -> float:
        """Seconds between two samples, the shortest of all lanes of late; 0 where nobody knows."""
        found = [tick.interval_s for tick in self._waiting]
        if self._db is not None:
            latest = "SELECT interval_s FROM journal WHERE connection = ? ORDER BY id DESC LIMIT ?"
            rows: Any = self._db.execute(latest, (self._connection, _LATEST))
            found += [float(interval_s) for (interval_s,) in rows]
            if not found:  # all of it is sealed
                rows = self._db.execute(_SEALED_INTERVAL, (self._connection, Tier.SAMPLES))
                found = [float(interval_s) for (interval_s,) in rows if interval_s]
        return min(found, default=0.0)

    def _read_chunks(self, db: apsw.Connection, resolution: Resolution) -> None:
        tier, numbers = resolution.tier, list(self._by_id)
        first = self._start - tier.chunk_s
        for place in range(0, len(numbers), _AT_ONCE):
            some = numbers[place : place + _AT_ONCE]
            rows = db.execute(
                f"SELECT series, start, interval_s, data FROM chunks WHERE series IN ({','.join('?' * len(some))})"
                " AND tier = ? AND start > ? AND start < ? ORDER BY series, start",
                (*some, tier, first, self._end),
            )
            for number, start, interval_s, data in rows:
                series = self._by_id[number]
                series.interval_s = max(series.interval_s, interval_s)
                try:
                    _take_chunk(series.pieces, tier, start, bytes(data))
                except (BlobBroken, ValueError) as error:
                    _log.warning("a chunk of samples is broken and left out: %s", error)

    def _read_journal(self, db: apsw.Connection) -> None:
        rows = db.execute(
            "SELECT window, interval_s, data FROM journal"
            " WHERE connection = ? AND window > ? AND window < ? ORDER BY id",
            (self._connection, self._start - WINDOW_S, self._end),
        )
        wanted: dict[bytes, list[tuple[int, _Series]]] = {}
        for window, interval_s, data in rows:
            try:
                offsets, numbers, values = _columns(bytes(data))
                times = window + offsets / 1_000
                table = values.reshape(len(numbers), len(times))
            except (BlobBroken, ValueError) as error:
                _log.warning("a part of the journal of samples is broken and left out: %s", error)
                continue
            ids = numbers.tobytes()  # most rows have the same series
            if ids not in wanted:
                places = enumerate(numbers.tolist())
                wanted[ids] = [(place, self._by_id[number]) for place, number in places if number in self._by_id]
            for place, series in wanted[ids]:
                series.interval_s = max(series.interval_s, interval_s)
                series.pieces.add_samples(times, table[place])

    def _read_waiting(self) -> None:
        for tick in self._waiting:
            time = np.array([round(tick.at, 3)])
            for place, key in enumerate(tick.keys):
                series = self._by_key.get(key)
                if series is not None:
                    series.interval_s = max(series.interval_s, tick.interval_s)
                    series.pieces.add_samples(time, np.array([tick.values[place]]))

    def _kept(self, series: _Series, resolution: Resolution) -> KeptSeries | None:
        wanted = self._wanted
        columns = series.pieces.thinned(self._start, self._end, resolution.step_s, resolution.tier.step_s)
        if wanted.is_joined:
            columns = joined(columns, wanted.start, wanted.end)
        if not len(columns[0]):
            return None
        interval_s = max(series.interval_s, _MOST_INTERVAL_S) if resolution.tier else series.interval_s
        longest_s = max(1.5 * resolution.step_s, 2.5 * interval_s)
        times, average, lowest, highest = with_gaps(
            columns, longest_s, resolution.step_s or interval_s, wanted.most_points
        )
        return KeptSeries(series.key, times.tobytes(), average.tobytes(), lowest.tobytes(), highest.tobytes())


def _rows_of(db: apsw.Connection, wanted: ReadSeries, most: int) -> Iterable[Sequence[Any]]:
    marks = ",".join("?" * len(wanted.metrics))
    return db.execute(
        "SELECT c.id, s.id, s.metric, s.labels FROM connections c JOIN series s ON s.connection = c.id"
        f" WHERE c.connection_id = ? AND s.metric IN ({marks}) ORDER BY s.id DESC LIMIT ?",
        (wanted.connection_id, *wanted.metrics, most),
    ).fetchall()


def _take_chunk(pieces: Pieces, tier: Tier, start: int, data: bytes) -> None:
    if tier is Tier.SAMPLES:
        offsets, values = _columns(data)
        pieces.add_samples(start + offsets / 1_000, values)
        return
    steps, counts, average, lowest, highest = _columns(data)
    pieces.add_points(start + steps * float(tier.step_s), counts.astype(np.float64), average, lowest, highest)


def _columns(data: bytes) -> list[NDArray[Any]]:
    """What was packed, in a tenth of the time that `unpacked` takes.

    Raises:
        BlobBroken
    """
    found: list[NDArray[Any]] = []
    for code, woven in woven_columns(data):
        width = np.dtype(code).itemsize
        plain = np.ascontiguousarray(np.frombuffer(woven, np.uint8).reshape(width, -1).T).view(code).ravel()
        found.append(np.cumsum(plain) if code == INTEGER else plain)
    return found


def spans(path: Path, connection_id: str, waiting: Sequence[Tick] = ()) -> SeriesList:
    """Which series of a connection are kept, and from when to when.

    Raises:
        LapwingError: The file cannot be read.
    """
    found: dict[SeriesKey, tuple[float, float]] = {}
    size = 0
    db = None
    try:
        db = open_for_reading(path, KIND)
        if db is not None:
            size = used_bytes(db)
            for metric, labels, first, last in db.execute(_SPANS, {"connection": connection_id}):
                found[SeriesKey(str(metric), labels_of(str(labels)))] = (float(first), float(last))
    except (LapwingError, apsw.Error, OSError) as error:
        raise KIND.in_words(error, path) from error
    finally:
        if db is not None:
            db.close()
    for tick in waiting:
        for key in tick.keys:
            first, last = found.get(key, (tick.at, tick.at))
            found[key] = (first, max(last, tick.at))
    series = tuple(SeriesSpan(key, *found[key]) for key in sorted(found, key=lambda key: (key.metric, key.labels)))
    return SeriesList(connection_id, series, size)


_SEALED_INTERVAL: Final = """
SELECT min(interval_s) FROM chunks WHERE series IN (SELECT id FROM series WHERE connection = ?) AND tier = ?
"""
_SPANS: Final = """
WITH journalled AS (
    SELECT connection, min(window) AS first, max(window) + 600 AS last FROM journal GROUP BY connection
), chunked AS (
    SELECT series, min(start) AS first, max(last) AS last FROM chunks GROUP BY series
)
SELECT s.metric, s.labels, max(s.since, coalesce(h.first, j.first)), coalesce(j.last, h.last)
FROM series s JOIN connections c ON c.id = s.connection
LEFT JOIN chunked h ON h.series = s.id LEFT JOIN journalled j ON j.connection = c.id
WHERE c.connection_id = :connection AND coalesce(h.first, j.first) IS NOT NULL
"""
