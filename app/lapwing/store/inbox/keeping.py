"""The inbox's file: many messages in one synced commit, each known again if it came before."""

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw
import msgspec

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.webhooks.inbox import Handling, InboxEntry, Verdict
from lapwing.store.inbox.rows import INSERT, row_of
from lapwing.store.inbox.schema import KIND
from lapwing.store.inbox.trimming import Keep, Totals, totals_of, trim
from lapwing.store.sqlite_files import DAMAGE, open_for_writing, put_aside

_TRIMMED_EVERY: Final = 2_000
_DAMAGE: Final = (*DAMAGE, msgspec.MsgspecError)
Answer = TypeVar("Answer")


def inbox_path() -> Path:
    """Where the messages of this profile lie."""
    return paths.data() / "store" / "inbox.sqlite"


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to be kept.

    Attributes:
        entry: With the verdict so far; an accepted one may turn out to be known.
        keys: By which it is known again, with the verdict for each, in the order in which they are looked at.
        headers: Without what grants something.
    """

    entry: InboxEntry
    headers: Sequence[tuple[str, str]] = ()
    body: bytes = b""
    is_whole: bool = True
    keys: Sequence[tuple[str, Verdict]] = ()


@dataclass(frozen=True, slots=True)
class Handled:
    """A message that was told."""

    entry_id: str
    handling: Handling
    outcome: str
    at: float


@dataclass(slots=True)
class Batch:
    """What is written in one commit."""

    messages: list[NewMessage] = field(default_factory=list)
    handled: list[Handled] = field(default_factory=list)


class InboxStore:
    """The file, written by one engine of a profile. Blocking; one thread at a time.

    A commit is on the disk when it returns (WAL, `synchronous=FULL`): neither the end of the process nor a power cut
    loses it. A damaged file is put aside once, and a new one begun.

    Attributes:
        notice: What is to be told of the file as long as the engine lives, or None.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice: LapwingError | None = None
        self._connection: apsw.Connection | None = None
        self._totals = Totals(0, 0)
        self._written = _TRIMMED_EVERY - 1  # what grew old while nothing listened goes with the first message

    def write(self, batch: Batch, keep: Keep) -> list[InboxEntry]:
        """Keep messages, all or none; as they are kept, in their order.

        One that is known becomes a DUPLICATE or is REPLAYED; its delivery's name then leads to the first one by
        `reason`, and it has no body.

        Raises:
            InboxUnusable, StoredNewer
        """

        def write(db: apsw.Connection) -> list[InboxEntry]:
            for done in batch.handled:
                db.execute(
                    "UPDATE messages SET handling = ?, outcome = ?, handled_at = ?, times = times + 1 WHERE id = ?",
                    (done.handling.value, done.outcome, done.at, done.entry_id),
                )
            return [_insert(db, message) for message in batch.messages]

        kept = self.do(write)
        self._count(batch, kept)
        if self._written >= _TRIMMED_EVERY:
            self._written = 0
            self.do(lambda db: trim(db, keep, self._totals, time.time()))
        return kept

    def _count(self, batch: Batch, kept: Sequence[InboxEntry]) -> None:
        self._written += len(kept)
        for message, entry in zip(batch.messages, kept, strict=True):
            if entry.verdict is message.entry.verdict:
                self._totals.room_bytes += len(message.body)
                self._totals.seen += len(message.keys)

    def rename(self, old: str, new: str) -> None:
        """Give the messages of a service, and what is known again of it, another name.

        Raises:
            InboxUnusable, StoredNewer
        """

        def write(db: apsw.Connection) -> None:
            db.execute("UPDATE messages SET service = ? WHERE service = ?", (new, old))
            db.execute("UPDATE OR REPLACE seen SET service = ? WHERE service = ?", (new, old))

        self.do(write)

    def do(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        """Do something in a transaction.

        Raises:
            InboxUnusable, StoredNewer
        """
        for is_again in (False, True):
            try:
                with self._opened() as db:
                    return act(db)
            except _DAMAGE as error:
                if is_again or not self._put_aside(error):
                    raise KIND.in_words(error, self.path) from error
            except (LapwingError, apsw.Error, OSError) as error:
                self.close()
                raise KIND.in_words(error, self.path) from error
        raise AssertionError("the second attempt ends in one way or the other")

    def _opened(self) -> apsw.Connection:
        if self._connection is None:
            self._connection = open_for_writing(self.path, KIND)
            self._connection.transaction_mode = "IMMEDIATE"
            self._connection.execute("PRAGMA synchronous=FULL")
            self._totals = totals_of(self._connection)
        return self._connection

    def _put_aside(self, error: Exception) -> bool:
        """Give a damaged file another name; whether that could be done."""
        self.close()
        try:
            self.notice = put_aside(self.path, KIND, str(error))
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        if self._connection is not None:
            with contextlib.suppress(apsw.Error):
                self._connection.close()
            self._connection = None


def _insert(db: apsw.Connection, message: NewMessage) -> InboxEntry:
    entry = message.entry
    for what, verdict in message.keys:
        known = db.execute("SELECT id FROM seen WHERE service = ? AND what = ?", (entry.service, what)).fetchone()
        if known is not None:
            again = replace(entry, verdict=verdict, handling=Handling.NONE, reason=f"It came before, as {known[0]}.")
            _insert_row(db, again, NewMessage(again, message.headers, b"", is_whole=False))
            return again
    seen = [(entry.service, what, entry.at, entry.id) for what, _ in message.keys]
    if seen:
        db.executemany("INSERT INTO seen VALUES (?, ?, ?, ?)", seen)
    _insert_row(db, entry, message)
    return entry


def _insert_row(db: apsw.Connection, entry: InboxEntry, message: NewMessage) -> None:
    db.execute(INSERT, row_of(entry, len(message.body)))
    headers: Any = msgspec.json.encode(message.headers).decode()
    values = (db.last_insert_rowid(), headers, message.body, message.is_whole)
    db.execute("INSERT INTO bodies VALUES (?, ?, ?, ?)", values)
