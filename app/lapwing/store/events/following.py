"""What other engines of the profile told, in the order in which it was kept, and what they say to each other of it."""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw
import msgspec

from lapwing.domain.cloud_events import CloudEvent, HandlerAnswer, first_event_id
from lapwing.store.events.reading import COLUMNS, event_of
from lapwing.store.events.schema import KIND
from lapwing.store.events.writer import as_json
from lapwing.store.sqlite_files import open_for_writing

Answer = TypeVar("Answer")
Kept = tuple[CloudEvent, bool]
"""An event of the file, and whether somebody waits for what subscribers make of it."""
AT_ONCE: Final = 500
_LATE_S: Final = 60.0
"""Of a file that is another one than before, events are told that were told so long ago at most."""


class EventFollower:
    """Reads on behind what was read before. One thread at a time; blocking.

    Attributes:
        number: Of the last event that was read, its own among them; 0: none yet.
    """

    def __init__(self, path: Path, engine: str, since: float) -> None:
        """Begin with what was told at `since`, Unix seconds; nothing is opened yet.

        Args:
            engine: Whose events are left out.
        """
        self.number = 0
        self._path = path
        self._engine = engine
        self._since = since
        self._connection: apsw.Connection | None = None
        self._inode = 0
        self._is_placed = False

    def news(self) -> tuple[list[Kept], bool]:
        """What other engines told since, in its order, and whether there may be more.

        Raises:
            EventsUnusable, StoredNewer
        """
        return self._do(self._news)

    def missed(self, after: float) -> list[Kept]:
        """What was told after `after`, but not behind `number`, and not acted on, or not answered, by the engine that
        did that last. Nothing where none ever did.

        Raises:
            EventsUnusable, StoredNewer
        """

        def find(connection: apsw.Connection) -> list[Kept]:
            last = connection.execute("SELECT engine, number FROM acting").fetchone()
            if last is None:
                return []
            self._place(connection)
            sql = (
                f"SELECT {COLUMNS}, asked FROM events"
                " WHERE id >= ? AND (number > ? OR asked) AND number <= ? AND engine <> ? ORDER BY number"
            )
            values = (first_event_id(after), last[1], self.number, last[0])
            return _kept(connection.execute(sql, values).fetchall())

        return self._do(find)

    def acted(self) -> None:
        """Keep that this engine acts, and has acted on all up to `number`.

        Raises:
            EventsUnusable, StoredNewer
        """
        values = (self._engine, self.number)
        self._do(lambda it: it.execute("INSERT OR REPLACE INTO acting VALUES (1, ?, ?)", values).fetchall())

    def answer(self, event_id: str, answers: tuple[HandlerAnswer, ...]) -> None:
        """Keep what subscribers made of an event, for the engine that asked.

        Raises:
            EventsUnusable, StoredNewer
        """
        told = as_json([[each.subscriber, each.answer, each.error] for each in answers])

        def keep(connection: apsw.Connection) -> None:
            with connection:
                connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (event_id, told))
                connection.execute("UPDATE events SET asked = 0 WHERE id = ?", (event_id,))

        self._do(keep)

    def answers(self, event_id: str) -> tuple[HandlerAnswer, ...] | None:
        """Take what another engine answered; None: it has not answered yet.

        Raises:
            EventsUnusable, StoredNewer
        """

        def take(connection: apsw.Connection) -> tuple[HandlerAnswer, ...] | None:
            found = connection.execute("SELECT answers FROM answers WHERE event = ?", (event_id,)).fetchone()
            if found is None:
                return None
            connection.execute("DELETE FROM answers WHERE event = ?", (event_id,))
            told: list[tuple[str, Any, str]] = msgspec.json.decode(found[0], type=list[tuple[str, Any, str]])
            return tuple(HandlerAnswer(*each) for each in told)

        return self._do(take)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            with contextlib.suppress(apsw.Error):
                self._connection.close()
            self._connection = None

    # the file

    def _news(self, connection: apsw.Connection) -> tuple[list[Kept], bool]:
        last = self._place(connection)
        self._since = max(self._since, time.time() - _LATE_S)
        if last == self.number:
            return [], False
        sql = f"SELECT {COLUMNS}, asked, number FROM events WHERE number > ? AND number <= ? AND engine <> ?"
        values = (self.number, last, self._engine, AT_ONCE)
        rows: list[tuple[Any, ...]] = connection.execute(f"{sql} ORDER BY number LIMIT ?", values).fetchall()
        is_all = len(rows) < AT_ONCE
        self.number = last if is_all else rows[-1][-1]
        return _kept([row[:-1] for row in rows]), not is_all

    def _place(self, connection: apsw.Connection) -> int:
        """See that `number` is one of this file; the last one there is."""
        last = _number(connection, "SELECT max(number) FROM events") or 0
        if not self._is_placed or last < self.number:  # numbers begin anew when all events are gone
            first = _number(connection, "SELECT min(number) FROM events WHERE id >= ?", first_event_id(self._since))
            self.number = last if first is None else first - 1
            self._is_placed = True
        return last

    def _do(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        try:
            return act(self._opened())
        except (apsw.Error, OSError) as error:
            self.close()
            raise KIND.in_words(error, self._path) from error

    def _opened(self) -> apsw.Connection:
        if self._connection is not None and not self._is_there():
            self.close()
            self._is_placed = False  # it is another file now
        if self._connection is None:
            self._connection = open_for_writing(self._path, KIND)
            self._connection.execute("PRAGMA secure_delete=ON")
            self._inode = os.stat(self._path).st_ino
        return self._connection

    def _is_there(self) -> bool:
        try:
            return os.stat(self._path).st_ino == self._inode
        except OSError:
            return False


def _number(connection: apsw.Connection, sql: str, *values: str) -> int | None:
    """The one cell of a query with one row."""
    (found,) = next(iter(connection.execute(sql, values)))
    return None if found is None else int(found)


def _kept(rows: list[tuple[Any, ...]]) -> list[Kept]:
    return [(event_of(row[:-1]), bool(row[-1])) for row in rows]
