"""The alerts' file: read when an engine begins to judge, written at each change."""

import contextlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

import apsw
import msgspec

from lapwing import paths
from lapwing.domain.alerts.instances import AlertChange, AlertInstance
from lapwing.domain.alerts.rules import Silence
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels
from lapwing.store.alerts.schema import KIND
from lapwing.store.sqlite_files import DAMAGE, open_for_writing, put_aside

MOST_CHANGES: Final = 20_000
"""That are kept; then the oldest go."""
_SWEPT_EVERY: Final = 500
_DAMAGE: Final = (*DAMAGE, msgspec.DecodeError)
Answer = TypeVar("Answer")
Key = tuple[str, str, Labels]
"""Rule, connection, labels."""
_encode: Final = msgspec.json.encode


def alerts_path() -> Path:
    """Where the alerts of this profile lie."""
    return paths.data() / "store" / "alerts.sqlite"


@dataclass(frozen=True, slots=True)
class Kept:
    """All that an engine begins with.

    Attributes:
        untold: Changes that were to be told, and were not, with the channel's id.
    """

    instances: tuple[AlertInstance, ...] = ()
    silences: tuple[Silence, ...] = ()
    untold: tuple[tuple[str, AlertChange], ...] = ()


class AlertStore:
    """The file. Blocking; one thread at a time.

    A damaged file is put aside once, and a new one begun.

    Attributes:
        notice: What is to be told of the file as long as the engine lives, or None.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice: LapwingError | None = None
        self._connection: apsw.Connection | None = None
        self._written = 0

    def load(self) -> Kept:
        """What is kept; nothing where there is no file.

        Raises:
            AlertsUnusable, StoredNewer
        """
        return self._do(_load) if self.path.exists() else Kept()

    def write(
        self,
        instances: Iterable[AlertInstance],
        gone: Iterable[Key],
        changes: Sequence[tuple[AlertChange, Sequence[str]]],
    ) -> list[AlertChange]:
        """Keep states and changes, all or nothing; the changes with their ids.

        Args:
            changes: With the ids of the channels that are to be told later.

        Raises:
            AlertsUnusable, StoredNewer
        """
        kept = [each for each in instances if each.is_worth_keeping]
        gone = [*gone, *(_key(each) for each in instances if not each.is_worth_keeping)]

        def write(connection: apsw.Connection) -> list[AlertChange]:
            for rule_id, connection_id, labels in gone:
                connection.execute(
                    "DELETE FROM instances WHERE rule = ? AND connection = ? AND labels = ?",
                    (rule_id, connection_id, _labels(labels)),
                )
            for each in kept:
                values = (each.rule_id, each.connection_id, _labels(each.labels), _text(each))
                connection.execute("INSERT OR REPLACE INTO instances VALUES (?, ?, ?, ?)", values)
            return [_insert(connection, change, channels) for change, channels in changes]

        made = self._do(write)
        self._sweep(len(made))
        return made

    def _sweep(self, count: int) -> None:
        self._written += count
        if self._written >= _SWEPT_EVERY:
            self._written = 0
            self._do(_sweep)

    def told(self, channel_id: str, changes: Iterable[int]) -> None:
        """These changes were told by a channel, or never will be.

        Raises:
            AlertsUnusable, StoredNewer
        """
        ids = [(change, channel_id) for change in changes]
        self._do(lambda it: it.executemany("DELETE FROM deliveries WHERE change = ? AND channel = ?", ids))

    def keep_silences(self, silences: Iterable[Silence]) -> None:
        """Keep these instead of those before.

        Raises:
            AlertsUnusable, StoredNewer
        """
        rows = [(_text(each), each.until) for each in silences]

        def write(connection: apsw.Connection) -> None:
            connection.execute("DELETE FROM silences")
            connection.executemany("INSERT INTO silences VALUES (?, ?)", rows)

        self._do(write)

    def history(
        self, rule_id: str = "", connection_id: str = "", before_id: int = 0, limit: int = 200
    ) -> tuple[AlertChange, ...]:
        """Changes, the latest first.

        Raises:
            AlertsUnusable, StoredNewer
        """
        if not self.path.exists():
            return ()
        asked = [("rule = ?", rule_id), ("connection = ?", connection_id), ("id < ?", before_id)]
        conditions = [condition for condition, value in asked if value] or ["TRUE"]
        values = [value for _, value in asked if value]
        sql = f"SELECT id, body FROM changes WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT ?"
        rows = self._do(lambda it: it.execute(sql, (*values, limit)).fetchall())
        return tuple(_change(number, body) for number, body in rows)

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        if self._connection is not None:
            with contextlib.suppress(apsw.Error):
                self._connection.close()
            self._connection = None

    def _do(self, act: Callable[[apsw.Connection], Answer]) -> Answer:
        for is_again in (False, True):
            try:
                with self._opened() as connection:
                    return act(connection)
            except _DAMAGE as error:
                if is_again or not self._put_aside(error):
                    raise KIND.in_words(error, self.path) from error
            except (apsw.Error, OSError) as error:
                self.close()
                raise KIND.in_words(error, self.path) from error
        raise AssertionError("the second attempt ends in one way or the other")

    def _opened(self) -> apsw.Connection:
        if self._connection is None:
            self._connection = open_for_writing(self.path, KIND)
            self._connection.transaction_mode = "IMMEDIATE"
        return self._connection

    def _put_aside(self, error: Exception) -> bool:
        """Give a damaged file another name; whether that could be done."""
        self.close()
        try:
            self.notice = put_aside(self.path, KIND, str(error))
        except OSError:
            return False
        return True


def _text(body: object) -> str:
    return _encode(body).decode()


def _labels(labels: Labels) -> str:
    return _encode(labels).decode()


def _key(instance: AlertInstance) -> Key:
    return instance.rule_id, instance.connection_id, instance.labels


def _insert(connection: apsw.Connection, change: AlertChange, channels: Sequence[str]) -> AlertChange:
    values = (change.at, change.rule_id, change.connection_id, _text(change))
    connection.execute("INSERT INTO changes(at, rule, connection, body) VALUES (?, ?, ?, ?)", values)
    kept = replace(change, id=connection.last_insert_rowid())
    connection.executemany("INSERT INTO deliveries VALUES (?, ?)", [(kept.id, channel) for channel in channels])
    return kept


def _change(number: object, body: object) -> AlertChange:
    return replace(msgspec.json.decode(str(body), type=AlertChange), id=int(str(number)))


def _load(connection: apsw.Connection) -> Kept:
    instances = connection.execute("SELECT body FROM instances").fetchall()
    silences = connection.execute("SELECT body FROM silences WHERE until > ?", (time.time(),)).fetchall()
    untold = connection.execute(
        "SELECT channel, id, body FROM deliveries JOIN changes ON id = change ORDER BY id"
    ).fetchall()
    return Kept(
        tuple(msgspec.json.decode(str(body), type=AlertInstance) for (body,) in instances),
        tuple(msgspec.json.decode(str(body), type=Silence) for (body,) in silences),
        tuple((str(channel), _change(number, body)) for channel, number, body in untold),
    )


def _sweep(connection: apsw.Connection) -> None:
    connection.execute(
        "DELETE FROM changes WHERE id <= (SELECT max(id) FROM changes) - ?",
        (MOST_CHANGES,),
    )
    connection.execute("DELETE FROM deliveries WHERE change NOT IN (SELECT id FROM changes)")
