"""The file of what statements did. Any thread; each call opens the file for itself, and all is done when it returns."""

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.kept_errors import StatementsPutAside, StatementsUnusable
from lapwing.domain.monitoring.statements import StatementCounters, StatementGrowth, StatementKey, StatementsAnswer
from lapwing.store.sqlite_files import DAMAGE, StoreKind, open_for_reading, open_for_writing, put_aside

_APPLICATION_ID: Final = 0x4C617071
"""`Lapq` in ASCII."""
_FIRST: Final = """
CREATE TABLE shapes(
    id INTEGER PRIMARY KEY,
    connection_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    database TEXT NOT NULL,
    user TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (connection_id, digest, database, user)
);
CREATE TABLE spans(
    id INTEGER PRIMARY KEY,
    connection_id TEXT NOT NULL,
    start REAL NOT NULL,
    end REAL NOT NULL,
    total_ms REAL NOT NULL
);
CREATE INDEX spans_times ON spans(connection_id, start);
CREATE TABLE growth(
    span INTEGER NOT NULL REFERENCES spans,
    shape INTEGER NOT NULL REFERENCES shapes,
    calls INTEGER NOT NULL,
    total_ms REAL NOT NULL,
    rows INTEGER NOT NULL,
    longest_ms REAL,
    errors INTEGER,
    scans INTEGER,
    blocks_hit INTEGER,
    blocks_read INTEGER,
    temporary_bytes INTEGER,
    PRIMARY KEY (span, shape)
) WITHOUT ROWID;
"""
"""Times are Unix seconds. A span's `total_ms` is that of all statements, of which the largest are in `growth`."""
_KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST,), StatementsUnusable, StatementsPutAside)
_SUMS: Final = (
    "sum(g.calls), sum(g.total_ms), sum(g.rows), max(g.longest_ms), sum(g.errors), sum(g.scans), sum(g.blocks_hit),"
    " sum(g.blocks_read), sum(g.temporary_bytes)"
)
_WITHIN: Final = "s.connection_id = :connection AND s.start >= :start - 1 AND s.end <= :end + 1"
_LARGEST: Final = f"""
SELECT h.id, h.digest, h.database, h.user, h.text, {_SUMS}
FROM spans s JOIN growth g ON g.span = s.id JOIN shapes h ON h.id = g.shape
WHERE {_WITHIN} GROUP BY h.id ORDER BY sum(g.total_ms) DESC LIMIT :most
"""
_ABOUT: Final = f"SELECT min(s.start), max(s.end), total(s.total_ms) FROM spans s WHERE {_WITHIN}"
_TREND: Final = f"""
SELECT g.shape, s.start, s.end, g.total_ms
FROM spans s JOIN growth g ON g.span = s.id WHERE {_WITHIN}
"""
_SPANS: Final = f"SELECT s.start, s.end FROM spans s WHERE {_WITHIN}"
TREND_PARTS: Final = 20
MOST_A_SPAN: Final = 100
_FINE_S: Final = 6 * 3_600.0
"""Spans that are older are put together by the hour."""
_KEPT_S: Final = 30 * 86_400.0
_HOUR_S: Final = 3_600.0
_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


def statements_path() -> Path:
    """Where what statements did is kept in this profile."""
    return paths.data() / "store" / "statements.sqlite"


class StatementStore:
    """What statements did on the servers of one profile. Methods raise LapwingError when the file cannot be used."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, connection_id: str, start: float, end: float, grown: Sequence[StatementCounters]) -> None:
        """Keep what statements did from `start` to `end`: the largest, and the sum of all. What is old goes."""
        total = sum(each.total_ms for each in grown)
        largest = sorted(grown, key=lambda each: each.total_ms, reverse=True)[:MOST_A_SPAN]

        def insert(db: apsw.Connection) -> None:
            span = _insert_span(db, connection_id, start, end, total)
            for each in largest:
                db.execute(
                    "INSERT INTO growth VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (span, _shape(db, connection_id, each), *_numbers(each)),
                )
            _thin(db, connection_id, end)

        self._write(insert)

    def read(self, connection_id: str, start: float, end: float, most: int) -> StatementsAnswer:
        """What the largest did in a time, with their trend."""
        try:
            db = open_for_reading(self._path, _KIND)
            if db is None:
                return StatementsAnswer(end, end)
            try:
                return _found(db, {"connection": connection_id, "start": start, "end": end, "most": most})
            finally:
                db.close()
        except (LapwingError, apsw.Error, OSError) as error:
            raise _KIND.in_words(error, self._path) from error

    def forget(self, connection_id: str) -> None:
        """Delete what is kept of a connection."""

        def delete(db: apsw.Connection) -> None:
            one = (connection_id,)
            db.execute("DELETE FROM growth WHERE span IN (SELECT id FROM spans WHERE connection_id = ?)", one)
            db.execute("DELETE FROM spans WHERE connection_id = ?", one)
            db.execute("DELETE FROM shapes WHERE connection_id = ?", one)

        if self._path.exists():
            self._write(delete)

    def _write(self, act: Callable[[apsw.Connection], None]) -> None:
        """Do something whole or not at all; with a damaged file once more, in a new one."""
        try:
            try:
                self._attempt(act)
            except DAMAGE as error:
                _log.warning("%s", put_aside(self._path, _KIND, str(error)))
                self._attempt(act)
        except (LapwingError, apsw.Error, OSError) as error:
            raise _KIND.in_words(error, self._path) from error

    def _attempt(self, act: Callable[[apsw.Connection], None]) -> None:
        db = open_for_writing(self._path, _KIND)
        try:
            db.execute("BEGIN IMMEDIATE")
            act(db)
            db.execute("COMMIT")
        finally:
            db.close()


def _insert_span(db: apsw.Connection, connection_id: str, start: float, end: float, total: float) -> int:
    db.execute(
        "INSERT INTO spans(connection_id, start, end, total_ms) VALUES (?, ?, ?, ?)", (connection_id, start, end, total)
    )
    return db.last_insert_rowid()


def _shape(db: apsw.Connection, connection_id: str, each: StatementCounters) -> int:
    key = (connection_id, each.key.digest, each.key.database, each.key.user)
    where = "connection_id = ? AND digest = ? AND database = ? AND user = ?"
    found: Any = db.execute(f"SELECT id FROM shapes WHERE {where}", key).fetchone()
    if found is not None:
        return int(found[0])
    db.execute(
        "INSERT INTO shapes(connection_id, digest, database, user, text) VALUES (?, ?, ?, ?, ?)", (*key, each.text)
    )
    return db.last_insert_rowid()


def _numbers(each: StatementCounters) -> tuple[int | float | None, ...]:
    return (
        each.calls,
        each.total_ms,
        each.rows,
        each.longest_ms,
        each.errors,
        each.scans,
        each.blocks_hit,
        each.blocks_read,
        each.temporary_bytes,
    )


def _found(db: apsw.Connection, asked: dict[str, Any]) -> StatementsAnswer:
    about: Any = db.execute(_ABOUT, asked).fetchone()
    start, end, total = about
    if start is None:
        return StatementsAnswer(asked["end"], asked["end"])
    rows: list[Any] = db.execute(_LARGEST, asked).fetchall()
    trends = _trends(db, asked, start, max((end - start) / TREND_PARTS, 1e-3))
    statements = tuple(
        StatementGrowth(
            StatementCounters(StatementKey(*row[1:4]), row[4], *row[5:]),
            row[6] / total if total else 0.0,
            trends.get(row[0], ()),
        )
        for row in rows
    )
    return StatementsAnswer(start, end, total, statements)


def _trends(db: apsw.Connection, asked: dict[str, Any], begin: float, part_s: float) -> dict[int, tuple[float, ...]]:
    """By shape. What lies across parts is shared between them by time; parts of which nothing is known are NaN."""
    spans: Iterable[Any] = db.execute(_SPANS, asked)
    known = {part for start, end in spans for part, _share in _overlapped(start - begin, end - begin, part_s)}
    nothing = [0.0 if part in known else float("nan") for part in range(TREND_PARTS)]
    found: dict[int, list[float]] = {}
    rows: Iterable[Any] = db.execute(_TREND, asked)
    for shape, start, end, total in rows:
        trend = found.setdefault(shape, list(nothing))
        for part, share in _overlapped(start - begin, end - begin, part_s):
            trend[part] += total * share
    return {shape: tuple(parts) for shape, parts in found.items()}


def _overlapped(start: float, end: float, part_s: float) -> Iterable[tuple[int, float]]:
    """The parts that a span touches, and the share of it that lies in each."""
    length = max(end - start, 1e-9)
    last = min(int((end - 1e-9) / part_s), TREND_PARTS - 1)
    for part in range(max(int(start / part_s), 0), last + 1):
        inside = min(end, (part + 1) * part_s) - max(start, part * part_s)
        yield part, inside / length


def _thin(db: apsw.Connection, connection_id: str, now: float) -> None:
    """Put an hour of a connection together that is old enough, and delete what is too old, of all of them."""
    too_old = (now - _KEPT_S,)
    db.execute("DELETE FROM growth WHERE span IN (SELECT id FROM spans WHERE end < ?)", too_old)
    db.execute("DELETE FROM spans WHERE end < ?", too_old)
    old: Any = db.execute(
        "SELECT CAST(start / ? AS INTEGER) FROM spans WHERE connection_id = ? AND end < ?"
        " GROUP BY 1 HAVING count(*) > 1 ORDER BY 1 LIMIT 1",
        (_HOUR_S, connection_id, (now - _FINE_S) // _HOUR_S * _HOUR_S),
    ).fetchone()
    if old is not None:
        _put_together(db, connection_id, int(old[0]))
        db.execute("DELETE FROM shapes WHERE id NOT IN (SELECT shape FROM growth)")


def _put_together(db: apsw.Connection, connection_id: str, hour: int) -> None:
    where = "connection_id = ? AND CAST(start / ? AS INTEGER) = ?"
    of_hour = (connection_id, _HOUR_S, hour)
    spans: list[Any] = [row[0] for row in db.execute(f"SELECT id FROM spans WHERE {where}", of_hour)]
    about: Any = db.execute(f"SELECT min(start), max(end), sum(total_ms) FROM spans WHERE {where}", of_hour).fetchone()
    start, end, total = about
    whole = _insert_span(db, connection_id, start, end, total)
    chosen = _in(spans)
    db.execute(
        f"INSERT INTO growth SELECT ?, g.shape, {_SUMS} FROM growth g WHERE g.span IN ({chosen})"
        " GROUP BY g.shape ORDER BY sum(g.total_ms) DESC LIMIT ?",
        (whole, MOST_A_SPAN),
    )
    db.execute(f"DELETE FROM growth WHERE span IN ({chosen})")
    db.execute(f"DELETE FROM spans WHERE id IN ({chosen})")


def _in(ids: Iterable[Any]) -> str:
    """Numbers of ours, as a list of SQL."""
    return ", ".join(str(int(each)) for each in ids)
