"""Finding events again. Any thread; blocking. Each search opens the file anew: nobody waits for it twice a second."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw
import msgspec

from lapwing.domain.cloud_events import CloudEvent, first_event_id
from lapwing.domain.event_log import EventPage, SearchEvents
from lapwing.store.events.schema import KIND
from lapwing.store.sqlite_files import open_for_reading

Answer = TypeVar("Answer")
_MOST: Final = 1_000
_MOST_TYPES: Final = 100
"""That are looked up one by one."""
COLUMNS: Final = "id, at, type, connection, subject, source, data, engine"
_SPECIAL: Final = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})
_BROAD: Final = "%{}%"


def search(path: Path, request: SearchEvents) -> EventPage:
    """Events, the latest first.

    Raises:
        EventsUnusable, StoredNewer
    """
    limit = max(1, min(request.limit, _MOST))

    def find(connection: apsw.Connection) -> list[tuple[Any, ...]]:
        sql, values = _query(connection, request, limit + 1)
        return connection.execute(sql, values).fetchall()

    nothing: list[tuple[Any, ...]] = []
    rows = _read(path, find, nothing)
    events = tuple(event_of(row) for row in rows[:limit])
    return EventPage(events, events[-1].id if len(rows) > limit else "")


def event(path: Path, event_id: str) -> CloudEvent | None:
    """One event; None: there is none.

    Raises:
        EventsUnusable, StoredNewer
    """
    sql = f"SELECT {COLUMNS} FROM events WHERE id = ?"
    rows = _rows(path, sql, (event_id,))
    return event_of(rows[0]) if rows else None


def types(path: Path) -> tuple[str, ...]:
    """The types that there are events of, looked up one by one in the index.

    Raises:
        EventsUnusable, StoredNewer
    """

    return _read(path, _types, ())


def _types(connection: apsw.Connection) -> tuple[str, ...]:
    found: list[str] = []
    while True:
        last = found[-1] if found else ""
        row = connection.execute("SELECT min(type) FROM events WHERE type > ?", (last,)).fetchone()
        if row is None or row[0] is None:
            return tuple(found)
        found.append(str(row[0]))


def _query(connection: apsw.Connection, request: SearchEvents, limit: int) -> tuple[str, list[Any]]:
    """SQL that finds events, the latest first, and its values.

    Each type is looked up in its index and the latest of all are taken: a pattern would be read from its first event to
    its last, and sorted.
    """
    latest = "ORDER BY id DESC LIMIT ?"
    if request.types and not request.connection_id:
        found = [each for each in _types(connection) if any(fnmatchcase(each, pattern) for pattern in request.types)]
        if len(found) <= _MOST_TYPES:
            conditions, values = _conditions(replace(request, types=()))
            one = f"SELECT * FROM (SELECT {COLUMNS} FROM events WHERE type = ? AND {conditions} {latest})"
            all_of_them = " UNION ALL ".join([one] * len(found)) or f"SELECT {COLUMNS} FROM events WHERE FALSE"
            return f"{all_of_them} {latest}", [given for each in found for given in (each, *values, limit)] + [limit]
    conditions, values = _conditions(request)
    return f"SELECT {COLUMNS} FROM events WHERE {conditions} {latest}", [*values, limit]


def _conditions(request: SearchEvents) -> tuple[str, list[Any]]:
    found: list[tuple[str, list[Any]]] = []
    if request.before_id:
        found.append(("id < ?", [request.before_id]))
    if request.since is not None:  # an id is made when, or behind, its event happened
        found.append(("id >= ? AND at >= ?", [first_event_id(request.since), request.since]))
    if request.until is not None:
        found.append(("at <= ?", [request.until]))
    if request.connection_id:
        found.append(("connection = ?", [request.connection_id]))
    if request.types:
        found.append((f"({' OR '.join(['type GLOB ?'] * len(request.types))})", list(request.types)))
    if request.text:
        like = _BROAD.format(request.text.translate(_SPECIAL))
        columns = ("data", "type", "subject", "source")
        found.append((f"({' OR '.join(f'{each} LIKE ? ESCAPE char(92)' for each in columns)})", [like] * len(columns)))
    conditions = " AND ".join(condition for condition, _ in found) or "TRUE"
    return conditions, [value for _, some in found for value in some]


def _rows(path: Path, sql: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    def read(connection: apsw.Connection) -> list[tuple[Any, ...]]:
        return connection.execute(sql, values).fetchall()

    return _read(path, read, [])


def _read(path: Path, act: Callable[[apsw.Connection], Answer], nothing: Answer) -> Answer:
    try:
        connection = open_for_reading(path, KIND)
        if connection is None:
            return nothing
        with contextlib.closing(connection):
            return act(connection)
    except (apsw.Error, OSError) as error:
        raise KIND.in_words(error, path) from error


def event_of(row: tuple[Any, ...]) -> CloudEvent:
    """The event of a row of `COLUMNS`."""
    event_id, at, event_type, connection, subject, source, data, engine = row
    try:
        decoded = msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.MsgspecError, TypeError):  # one cell that somebody spoilt must not hide all others
        decoded = {}
    told = decoded, str(connection), str(subject), str(source), str(engine)
    return CloudEvent(str(event_id), str(event_type), float(at), *told)
