"""What goes from the inbox: what is old, what is too much, and refused messages beyond the last ones.

What waits to be told never goes. Each call deletes some thousands of rows at most, so that nobody who waits for a
commit waits long.
"""

from collections.abc import Iterable
from typing import Any, Final

import apsw

from lapwing.domain.late_dataclass import dataclass
from lapwing.store.inbox.schema import ENDS

MOST_REFUSED: Final = 2_000
"""Refused messages and duplicates that are kept."""
SEEN_DAYS: Final = 30
"""Bodies for which no time is signed are remembered longer: as long as there is room."""
MOST_SEEN: Final = 1_000_000
LEAST_SEEN_S: Final = 900.0
"""Below this age nothing is forgotten, however much there is: three times as long as a signature is believed."""
_DAY_S: Final = 86_400.0
_AT_ONCE: Final = 5_000
_BEHIND_ALL: Final = 1 << 62
_FREED_PAGES: Final = 2_000
_TOLD: Final = "handling != 'waiting'"
_FIRST_YOUNG: Final = "SELECT number FROM messages WHERE at >= ? ORDER BY number LIMIT 1"
_OLD: Final = f"SELECT number FROM messages WHERE number < ? AND {_TOLD} ORDER BY number LIMIT {_AT_ONCE}"
_REFUSED: Final = f"""
SELECT number FROM messages WHERE verdict != 'accepted' ORDER BY number DESC LIMIT {_AT_ONCE} OFFSET {MOST_REFUSED}
"""
_OLDEST: Final = f"SELECT number, kept FROM messages WHERE {_TOLD} ORDER BY number LIMIT {_AT_ONCE}"
_SEEN: Final = (
    "DELETE FROM seen WHERE (service, what) IN (SELECT service, what FROM seen WHERE at < ? {only} ORDER BY at LIMIT ?)"
)


@dataclass(frozen=True, slots=True)
class Keep:
    """How long, and how much in bytes of bodies."""

    days: int = 30
    room_bytes: int = 256 << 20


@dataclass(slots=True)
class Totals:
    """What there is, counted once and then kept in step: bytes of bodies, and names in `seen`."""

    room_bytes: int
    seen: int


def totals_of(db: apsw.Connection) -> Totals:
    room = _number(db, "SELECT coalesce(sum(kept), 0) FROM messages")
    return Totals(room, _number(db, "SELECT count(*) FROM seen"))


def _number(db: apsw.Connection, sql: str, *values: float) -> int:
    """The number in the first column of the first row; 0 without a row."""
    row: Any = db.execute(sql, values).fetchone()
    return int(row[0]) if row is not None else 0


def trim(db: apsw.Connection, keep: Keep, totals: Totals, now: float) -> None:
    """Delete what goes. In a transaction."""
    young = _number(db, _FIRST_YOUNG, now - keep.days * _DAY_S) or _BEHIND_ALL
    _delete(db, totals, _numbers(db, _OLD, young))
    _delete(db, totals, _numbers(db, _REFUSED))
    _delete(db, totals, _surplus(db, totals.room_bytes - keep.room_bytes))
    _forget(db, totals, now - SEEN_DAYS * _DAY_S, _AT_ONCE, f"AND {ENDS}")
    _forget(db, totals, now - LEAST_SEEN_S, min(totals.seen - MOST_SEEN, _AT_ONCE))
    db.execute(f"PRAGMA incremental_vacuum({_FREED_PAGES})").fetchall()


def _numbers(db: apsw.Connection, sql: str, *values: float) -> list[int]:
    rows: list[Any] = db.execute(sql, values).fetchall()
    return [int(row[0]) for row in rows]


def _surplus(db: apsw.Connection, surplus_bytes: int) -> list[int]:
    """The oldest messages that make up that many bytes together."""
    found: list[int] = []
    if surplus_bytes <= 0:
        return found
    rows: list[Any] = db.execute(_OLDEST).fetchall()
    for number, size in rows:
        found.append(int(number))
        surplus_bytes -= int(size)
        if surplus_bytes <= 0:
            break
    return found


def _delete(db: apsw.Connection, totals: Totals, numbers: Iterable[int]) -> None:
    for number in numbers:
        totals.room_bytes -= _number(db, "DELETE FROM messages WHERE number = ? RETURNING kept", number)
        db.execute("DELETE FROM bodies WHERE number = ?", (number,))


def _forget(db: apsw.Connection, totals: Totals, before: float, most: int, only: str = "") -> None:
    if most > 0:
        db.execute(_SEEN.format(only=only), (before, most))
        totals.seen -= db.changes()
