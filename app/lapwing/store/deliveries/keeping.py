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


MOST_ENDED: Final = 20_000
"""Deliveries that are over and kept; then the oldest go."""
KEPT_S: Final = 30 * 86_400.0


def sweep(connection: apsw.Connection, now: float) -> None:
    """Delete what was over long ago, and the oldest of what is too much. What waits stays."""
    connection.execute("DELETE FROM deliveries WHERE state <> 'waiting' AND ended_at < ?", (now - KEPT_S,))
    connection.execute(
        "DELETE FROM deliveries WHERE state <> 'waiting' AND id <= "
        "(SELECT id FROM deliveries WHERE state <> 'waiting' ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (MOST_ENDED,),
    )
    connection.execute("PRAGMA incremental_vacuum(200)").fetchall()
