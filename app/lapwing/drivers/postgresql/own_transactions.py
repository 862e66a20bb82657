"""Our own transactions, taken out of what the server counts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from lapwing.domain.monitoring.metrics import Reading
from lapwing.drivers.postgresql.own_statements import OwnStatements

_COMMITS: Final = {("commits", ()), ("transactions", (("outcome", "commit"),))}
_ROLLBACKS: Final = {("rollbacks", ()), ("transactions", (("outcome", "rollback"),))}


class OwnTransactions:
    """What a server counts, without our own transactions.

    A session tells its counts with a delay, which from version 15 on can be cut short; before, a count may lag by one.
    So that a counter never seems to go back, it stays until the server has caught up.
    """

    def __init__(self, database: str) -> None:
        self._database = ("database_transactions", (("database", database),))
        self._commits = self._rollbacks = 0
        self._epoch = ""
        self._highest: dict[object, int | float] = {}

    def told(self, own: OwnStatements) -> None:
        """Our transactions so far are counted by now."""
        self._commits, self._rollbacks = own.commits, own.rollbacks

    def left_out(self, readings: Iterable[Reading], epoch: str) -> Iterator[Reading]:
        """The readings, those that count transactions without ours."""
        if epoch != self._epoch:
            self._epoch = epoch
            self._highest.clear()
        for reading in readings:
            ours = self._ours((reading.name, reading.labels))
            yield reading if ours is None else self._kept(reading, ours)

    def _ours(self, key: object) -> int | None:
        if key in _COMMITS:
            return self._commits
        if key in _ROLLBACKS:
            return self._rollbacks
        return self._commits + self._rollbacks if key == self._database else None

    def _kept(self, reading: Reading, ours: int) -> Reading:
        key = (reading.name, reading.labels)
        value = max(reading.value - ours, self._highest.get(key, reading.value - ours))
        self._highest[key] = value
        return replace(reading, value=value)
