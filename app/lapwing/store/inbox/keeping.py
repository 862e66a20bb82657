"""The inbox's file: many messages in one synced commit, each known again if it came before."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import apsw
import msgspec

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.webhooks.inbox import InboxEntry
from lapwing.store.inbox.schema import KIND
from lapwing.store.inbox.trimming import Keep, Totals, totals_of, trim
from lapwing.store.inbox.writing import Batch, write_batch
from lapwing.store.sqlite_files import DAMAGE, open_for_writing, put_aside

_TRIMMED_EVERY: Final = 2_000
_TRIMMED_LEAST: Final = 16
"""Messages between two trims, also where there is too much: what waits to be told stays, and cannot be trimmed."""
_DAMAGE: Final = (*DAMAGE, msgspec.MsgspecError)
Answer = TypeVar("Answer")


def inbox_path() -> Path:
    """Where the messages of this profile lie."""
    return paths.data() / "store" / "inbox.sqlite"


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
        """Keep messages, all or none; as they are kept, in their order (`writing.write_batch`).

        Raises:
            InboxUnusable, StoredNewer
        """
        kept = self.do(lambda db: write_batch(db, batch))
        self._written += len(kept)
        self._totals.room_bytes += sum(len(message.body) for message in kept)
        self._totals.seen += sum(len(message.keys) for message in kept)
        is_too_much = self._totals.room_bytes > keep.room_bytes and self._written >= _TRIMMED_LEAST
        if self._written >= _TRIMMED_EVERY or is_too_much:
            self._written = 0
            self.do(lambda db: trim(db, keep, self._totals, time.time()))
        return [message.entry for message in kept]

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
