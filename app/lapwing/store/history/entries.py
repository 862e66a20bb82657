"""Entries as they are written. Writer's thread, inside a transaction."""

from collections.abc import Iterable, Sequence
from typing import Final

import apsw
import msgspec

from lapwing.domain.history import HistoryParameter
from lapwing.store.history.tickets import LONGEST_SQL, Ending, EntryPlace, Ticket

_LONGEST_ERROR: Final = 10_000

_INSERT: Final = """
INSERT INTO entries(id, place, engine, started, state, schema, face, session, tab, plugin, number, parameters,
    characters, sql)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE: Final = """
UPDATE entries SET engine = NULL, started = ?, state = ?, elapsed_s = ?, rows_fetched = ?, rows_affected = ?,
    error_code = ?, error = ?, number = ?
WHERE id = ?
"""


def _kept(text: str, most: int) -> str:
    """What SQLite can hold of it: halves of characters become escapes."""
    text = text if len(text) <= most else text[:most]
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


def insert(connection: apsw.Connection, engine: str, place: EntryPlace, tickets: Sequence[Ticket]) -> None:
    """Write new entries, and give their tickets the ids."""
    texts = (place.connection_id, place.connection, place.dialect, place.database)
    named = tuple(_kept(text, 1_000) for text in texts)
    connection.execute("INSERT OR IGNORE INTO places VALUES (NULL, ?, ?, ?, ?)", named)
    (place_id,) = next(
        connection.execute(
            "SELECT id FROM places WHERE connection_id = ? AND connection = ? AND dialect = ? AND database = ?", named
        )
    )
    origin = (_kept(place.schema, 1_000), place.face.value, place.session_id, place.tab_id, place.plugin_id)
    (last,) = next(connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'entries'"))
    for entry_id, ticket in enumerate(tickets, int(str(last)) + 1):
        ticket.id = entry_id
    connection.executemany(
        _INSERT,
        (
            (ticket.id, place_id, engine, ticket.started, ticket.state.value, *origin, *_said(ticket))
            for ticket in tickets
        ),
    )


def _said(ticket: Ticket) -> tuple[int, str | None, int, str]:
    return ticket.transaction, _packed(ticket.parameters), ticket.characters, _kept(ticket.sql, LONGEST_SQL)


def _packed(parameters: tuple[HistoryParameter, ...]) -> str | None:
    if not parameters:
        return None
    kept = [
        (_kept(one.name, 1_000), one.kind, one.value and _kept(one.value, 10_000), one.is_kept) for one in parameters
    ]
    return msgspec.json.encode(kept).decode()


def unpacked(text: str | None) -> tuple[HistoryParameter, ...]:
    """The parameters that were stored."""
    return tuple(HistoryParameter(*fields) for fields in msgspec.json.decode(text)) if text else ()


def change_text(connection: apsw.Connection, ticket: Ticket) -> None:
    """The statement is sent with another text than was written."""
    connection.execute(
        "UPDATE entries SET sql = ?, characters = ? WHERE id = ?",
        (_kept(ticket.sql, LONGEST_SQL), ticket.characters, ticket.id),
    )


def end(connection: apsw.Connection, endings: Iterable[tuple[Ticket, Ending]]) -> None:
    """Complete entries."""
    connection.executemany(_UPDATE, (_ended(ticket, ending) for ticket, ending in endings))


def _ended(ticket: Ticket, it: Ending) -> tuple[str | float | None, ...]:
    error = (it.error_code or None, _kept(it.error, _LONGEST_ERROR) or None)
    rows = (it.rows_fetched, it.rows_affected)
    return (it.started, it.state.value, it.elapsed_s, *rows, *error, it.transaction, ticket.id)


def pin(connection: apsw.Connection, entry_id: int, pinned: bool) -> bool:
    """Pin an entry or let it go; whether there is one."""
    connection.execute("UPDATE entries SET pinned = ? WHERE id = ?", (pinned, entry_id))
    return connection.changes() > 0


def remove_ended(connection: apsw.Connection, entry_ids: Iterable[int]) -> int:
    """Delete entries of statements that are over; how many there were."""
    over = "SELECT 1 FROM entries WHERE id = ? AND engine IS NULL"
    return remove(connection, [found for found in entry_ids if connection.execute(over, (found,)).fetchone()])


def remove(connection: apsw.Connection, entry_ids: Iterable[int]) -> int:
    """Delete entries with their texts in the index; how many there were."""
    count = 0
    for entry_id in entry_ids:
        connection.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
        if connection.changes():
            count += 1
            connection.execute("DELETE FROM texts WHERE rowid = ?", (entry_id,))
    return count
