"""Reading the inbox's file. Any thread; each call opens the file for itself."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw
import msgspec

from lapwing.domain.errors import LapwingError
from lapwing.domain.webhooks.inbox import InboxBody, InboxEntry, ListInbox
from lapwing.store.inbox.rows import COLUMNS, entry_of
from lapwing.store.inbox.schema import KIND
from lapwing.store.sqlite_files import open_for_reading

MOST_LISTED: Final = 1_000
_PREFIXED: Final = ", ".join(f"m.{name.strip()}" for name in COLUMNS.split(","))
_BODY: Final = f"SELECT headers, body, is_whole, {_PREFIXED} FROM messages m JOIN bodies USING (number) WHERE m.id = ?"
_COUNTS: Final = """
SELECT service, sum(verdict = 'accepted'), sum(verdict NOT IN ('accepted', 'duplicate')), max(at)
FROM messages GROUP BY service
"""
_WAITING: Final = f"SELECT {COLUMNS} FROM messages WHERE handling = 'waiting' ORDER BY number LIMIT ?"
Answer = TypeVar("Answer")
_NO_ROWS: Final[list[Any]] = []


class InboxReader:
    """Every method raises InboxUnusable or StoredNewer where the file cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def list_(self, wanted: ListInbox) -> tuple[tuple[InboxEntry, ...], bool]:
        """Messages, the newest first, and whether there are older ones."""
        most = max(1, min(wanted.limit, MOST_LISTED))
        condition, values = _condition(wanted)
        sql = f"SELECT {COLUMNS} FROM messages WHERE {condition} ORDER BY id DESC LIMIT ?"
        rows = self._read(lambda db: db.execute(sql, (*values, most + 1)).fetchall(), _NO_ROWS)
        return tuple(entry_of(row) for row in rows[:most]), len(rows) > most

    def body(self, entry_id: str) -> InboxBody | None:
        """A message whole; None: it is no longer kept."""

        def read(db: apsw.Connection) -> InboxBody | None:
            row = db.execute(_BODY, (entry_id,)).fetchone()
            if row is None:
                return None
            headers = msgspec.json.decode(row[0], type=tuple[tuple[str, str], ...])
            return InboxBody(entry_of(row[3:]), headers, bytes(row[1]), bool(row[2]))

        return self._read(read, None)

    def waiting(self, most: int) -> tuple[InboxEntry, ...]:
        """Messages that are to be told, the oldest first."""
        rows = self._read(lambda db: db.execute(_WAITING, (most,)).fetchall(), _NO_ROWS)
        return tuple(entry_of(row) for row in rows)

    def waiting_count(self) -> int:
        sql = "SELECT count(*) FROM messages WHERE handling = 'waiting'"
        return self._read(lambda db: int(db.execute(sql).get), 0)

    def counts(self) -> dict[str, tuple[int, int, float]]:
        """By service: accepted, refused, when the last one came."""
        rows = self._read(lambda db: db.execute(_COUNTS).fetchall(), _NO_ROWS)
        return {str(service): (int(accepted), int(refused), float(at)) for service, accepted, refused, at in rows}

    def _read(self, act: Callable[[apsw.Connection], Answer], none: Answer) -> Answer:
        try:
            db = open_for_reading(self._path, KIND)
            if db is None:
                return none
            try:
                return act(db)
            finally:
                db.close()
        except (LapwingError, apsw.Error, OSError, msgspec.MsgspecError, ValueError) as error:
            raise KIND.in_words(error, self._path) from error


def _condition(wanted: ListInbox) -> tuple[str, Sequence[Any]]:
    parts: list[str] = ["TRUE"]
    values: list[Any] = []
    if wanted.service:
        parts.append("service = ?")
        values.append(wanted.service)
    if wanted.verdicts:
        parts.append(f"verdict IN ({', '.join('?' * len(wanted.verdicts))})")
        values += [verdict.value for verdict in wanted.verdicts]
    if wanted.before_id:
        parts.append("id < ?")
        values.append(wanted.before_id)
    if wanted.text:
        pattern = "%" + wanted.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        columns = ("event", "text", "delivery", "reason", "service", "id")
        parts.append("(" + " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns) + ")")
        values += [pattern] * len(columns)
    return " AND ".join(parts), values
