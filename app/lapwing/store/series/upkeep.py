"""What is let go of: by its age, because all together takes too much room, or because a connection is no more."""

import time
from pathlib import Path
from typing import Final

import apsw

from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.store.series.schema import KIND, WINDOW_S, Tier
from lapwing.store.sqlite_files import open_for_writing, used_bytes

_KEPT_SHARE: Final = 0.9
"""Of the room allowed, this much is filled after a sweep."""
_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class Room:
    """How long and how much is kept."""

    samples_s: int
    minutes_s: int
    hours_s: int
    most_bytes: int

    def keeps_s(self, tier: Tier) -> int:
        return (self.samples_s, self.minutes_s, self.hours_s)[tier]


def sweep(db: apsw.Connection, room: Room) -> None:
    """Delete what is too old, and of what is too much what ends first, the coarsest first. In a transaction."""
    now = time.time()
    for tier in Tier:
        db.execute("DELETE FROM chunks WHERE tier = ? AND last < ?", (tier, now - room.keeps_s(tier)))
    if used_bytes(db) > room.most_bytes:
        while used_bytes(db) > room.most_bytes * _KEPT_SHARE:
            oldest = "SELECT rowid FROM chunks ORDER BY last, tier DESC LIMIT ?"
            db.execute(f"DELETE FROM chunks WHERE rowid IN ({oldest})", (_AT_ONCE,))
            if not db.changes():
                break
    db.execute(
        "DELETE FROM series WHERE since < ? AND id NOT IN (SELECT series FROM chunks)"
        " AND connection NOT IN (SELECT connection FROM journal WHERE window < ?)",
        (now - 2 * WINDOW_S, now - WINDOW_S),
    )
    db.execute(
        "DELETE FROM connections WHERE id NOT IN (SELECT connection FROM series)"
        " AND id NOT IN (SELECT connection FROM journal)"
    )


def forget(path: Path, connection_id: str) -> bool:
    """Delete all that is kept of a connection; whether there was anything. Any thread; blocking.

    Raises:
        LapwingError: It cannot be deleted.
    """
    if not path.exists():
        return False
    try:
        db = open_for_writing(path, KIND)
        try:
            db.execute("BEGIN IMMEDIATE")
            found = _forget(db, connection_id)
            db.execute("COMMIT")
            return found
        finally:
            db.close()
    except (LapwingError, apsw.Error, OSError) as error:
        raise KIND.in_words(error, path) from error


def _forget(db: apsw.Connection, connection_id: str) -> bool:
    found = db.execute("SELECT id FROM connections WHERE connection_id = ?", (connection_id,)).fetchone()
    if found is None:
        return False
    for statement in (
        "DELETE FROM chunks WHERE series IN (SELECT id FROM series WHERE connection = ?)",
        "DELETE FROM journal WHERE connection = ?",
        "DELETE FROM series WHERE connection = ?",
        "DELETE FROM connections WHERE id = ?",
    ):
        db.execute(statement, found)
    return True
