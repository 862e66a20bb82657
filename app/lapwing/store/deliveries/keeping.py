"""The file of deliveries: what was accepted is on the disk, and stays there until it is delivered or given up."""

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import apsw
import msgspec

from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.store.deliveries.schema import KIND
from lapwing.store.sqlite_files import DAMAGE, open_for_writing, put_aside

_DAMAGE: Final = (*DAMAGE, msgspec.MsgspecError)
Answer = TypeVar("Answer")
Act = Callable[[apsw.Connection], Answer]
"""Something to be done with the file, in a transaction."""


def deliveries_path() -> Path:
    """Where the deliveries of this profile lie."""
    return paths.data() / "store" / "deliveries.sqlite"


class DeliveryStore:
    """The file. Blocking; one thread at a time; several processes may use it.

    A damaged file is put aside once, and a new one begun.

    Attributes:
        notice: What is to be told of the file as long as the engine lives, or None.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice: LapwingError | None = None
        self._connection: apsw.Connection | None = None

    def do(self, acts: Sequence[Act[Any]]) -> list[Any]:
        """Do all of these in one transaction, which is on the disk when this returns; what each returned.

        Raises:
            DeliveriesUnusable, StoredNewer: None of them was done.
        """
        for is_again in (False, True):
            try:
                with self._opened() as connection:
                    return [act(connection) for act in acts]
            except _DAMAGE as error:
                if is_again or not self._put_aside(error):
                    raise KIND.in_words(error, self.path) from error
            except (apsw.Error, OSError) as error:
                self.close()
                raise KIND.in_words(error, self.path) from error
        raise AssertionError("the second attempt ends in one way or the other")

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        if self._connection is not None:
            with contextlib.suppress(apsw.Error):
                self._connection.close()
            self._connection = None

    def _opened(self) -> apsw.Connection:
        """The file; each commit is synced to the disk, so that a power cut loses nothing either."""
        if self._connection is None:
            self._connection = open_for_writing(self.path, KIND)
            self._connection.transaction_mode = "IMMEDIATE"
            self._connection.execute("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON")
        return self._connection

    def _put_aside(self, error: Exception) -> bool:
        self.close()
        try:
            self.notice = put_aside(self.path, KIND, str(error))
        except OSError:
            return False
        return True


_AT_ONCE: Final = 1_000
_FREED_PAGES: Final = 2_000
_DAY_S: Final = 86_400.0


def sweep(connection: apsw.Connection, now: float, days: int, room_bytes: int) -> int:
    """Delete some of what was over long ago, and the oldest of what is too much; how many went. What waits stays.

    Args:
        days: 0: for ever.
        room_bytes: What the file may take.
    """
    over = "SELECT id FROM deliveries WHERE state <> 'waiting'"
    gone = _delete(connection, f"{over} AND ended_at < ? LIMIT ?", now - days * _DAY_S, _AT_ONCE) if days else 0
    if _used_bytes(connection) > room_bytes:
        gone += _delete(connection, f"{over} ORDER BY id LIMIT ?", _AT_ONCE // 10)
    connection.execute(f"PRAGMA incremental_vacuum({_FREED_PAGES})").fetchall()
    return gone


def _delete(connection: apsw.Connection, ids: str, *values: float) -> int:
    connection.execute(f"DELETE FROM deliveries WHERE id IN ({ids})", values)
    return connection.changes()


def _used_bytes(connection: apsw.Connection) -> int:
    """Of the file, without what is free in it."""
    pages, free, size = (
        int(str(connection.execute(f"PRAGMA {name}").fetchall()[0][0]))
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size
