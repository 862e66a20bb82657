"""What is done to the history while nobody waits: indexing texts, and letting go of what is old. Writer's thread.

Each step is a short transaction, so that another engine that writes waits for milliseconds only.
"""

import math
import time
from collections.abc import Callable
from typing import Final

import apsw

from lapwing.store.history.entries import remove
from lapwing.store.sqlite_files import used_bytes

_INDEXED_AT_ONCE: Final = 200
_LONGEST_INDEXED: Final = 100_000
"""Characters of one text that can be searched quickly."""
_SWEPT_AT_ONCE: Final = 200
_SWEEP_EVERY_S: Final = 3_600
_DAY_S: Final = 86_400
_PLUGIN_DAYS: Final = 7
"""Statements of plugins are kept no longer: a plugin that asks every minute would fill the room of what persons ran."""
_KEPT_SHARE: Final = 0.9
"""Of the room allowed, this much is filled after a sweep."""


def index_some(connection: apsw.Connection) -> bool:
    """Enter some texts into the index; whether there are more."""
    (last,) = next(connection.execute("SELECT value FROM facts WHERE name = 'indexed'"))
    found = connection.execute(
        "SELECT id, substr(sql, 1, ?) FROM entries WHERE id > ? ORDER BY id LIMIT ?",
        (_LONGEST_INDEXED, last, _INDEXED_AT_ONCE),
    ).fetchall()
    if not found:
        return False
    connection.executemany("INSERT OR REPLACE INTO texts(rowid, sql) VALUES (?, ?)", found)
    connection.execute("UPDATE facts SET value = ? WHERE name = 'indexed'", (found[-1][0],))
    return len(found) == _INDEXED_AT_ONCE


def end_of_dead(connection: apsw.Connection, lives: Callable[[str], bool]) -> int:
    """Say of entries under way in engines that are no more that nobody knows how they ended; how many."""
    engines = connection.execute("SELECT DISTINCT engine FROM entries WHERE engine IS NOT NULL").fetchall()
    count = 0
    for (engine,) in engines:
        if not lives(str(engine)):
            connection.execute("UPDATE entries SET state = 'unknown', engine = NULL WHERE engine = ?", (engine,))
            count += connection.changes()
    return count


def is_sweep_due(connection: apsw.Connection) -> bool:
    """Whether nobody swept lately; from now on somebody has."""
    now = int(time.time())
    (last,) = next(connection.execute("SELECT value FROM facts WHERE name = 'swept'"))
    if 0 <= now - last < _SWEEP_EVERY_S:
        return False
    connection.execute("UPDATE facts SET value = ? WHERE name = 'swept'", (now,))
    return True


def oldest_to_go(connection: apsw.Connection, days: int, megabytes: int) -> list[int]:
    """Entries that have to go by their age, or because all together take too much room; the oldest first.
    Where room is wanted, statements of plugins go first.

    Args:
        days: 0: none is too old.
    """
    now = time.time()
    gone = connection.execute(
        "SELECT id FROM entries WHERE (started < ? OR (plugin != '' AND started < ?)) AND NOT pinned "
        "AND engine IS NULL ORDER BY id",
        (now - days * _DAY_S if days else -math.inf, now - _PLUGIN_DAYS * _DAY_S),
    ).fetchall()
    used, allowed = used_bytes(connection), megabytes << 20
    if used > allowed:
        (count,) = next(connection.execute("SELECT count(*) FROM entries"))
        wanted = math.ceil(count * (1 - _KEPT_SHARE * allowed / used))
        oldest = "SELECT id FROM entries WHERE NOT pinned AND engine IS NULL ORDER BY plugin = '', id LIMIT ?"
        by_room = connection.execute(oldest, (wanted,)).fetchall()
        gone = max(gone, by_room, key=len)
    return [int(str(entry_id)) for (entry_id,) in gone]


def sweep_some(connection: apsw.Connection, going: list[int]) -> None:
    """Delete the first of those that are to go, and take them off the list."""
    remove(connection, going[:_SWEPT_AT_ONCE])
    del going[:_SWEPT_AT_ONCE]
