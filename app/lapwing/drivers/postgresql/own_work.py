"""Our own work, taken out of what the server counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from lapwing.domain.monitoring.metrics import Reading, SeriesKey
from lapwing.drivers.postgresql.own_statements import OwnStatements

_COMMITS: Final = ("commits", "transactions{outcome=commit}")
_ROLLBACKS: Final = ("rollbacks", "transactions{outcome=rollback}")
_READS: Final = {
    "rows_read": ("rows_read",),
    "rows_fetched": ("rows_fetched",),
    "blocks_hit": ("blocks_hit", "blocks{source=cache}"),
    "blocks_read": ("blocks_read", "blocks{source=disk}"),
}
"""By a fact of `monitor_own.sql`, the readings that it is a part of."""


class OwnWork:
    """What a server counts, without our own transactions and what they read.

    A session tells its counts with a delay, which from version 15 on can be cut short; before, a count may lag by one
    look. So that a counter never seems to go back, it stays until the server has caught up.
    """

    def __init__(self, database: str) -> None:
        self._database = SeriesKey("database_transactions", (("database", database),)).text
        self._ours: dict[str, int] = {}
        self._epoch = ""
        self._highest: dict[str, int | float] = {}

    def told(self, own: OwnStatements) -> None:
        """Our transactions so far are counted by now."""
        self._ours |= dict.fromkeys(_COMMITS, own.commits) | dict.fromkeys(_ROLLBACKS, own.rollbacks)
        self._ours[self._database] = own.commits + own.rollbacks

    def reads(self, facts: Mapping[str, str]) -> None:
        """A transaction of ours has read so much."""
        for fact, series in _READS.items():
            for name in series:
                self._ours[name] = self._ours.get(name, 0) + int(facts.get(f"own {fact}", 0))

    def left_out(self, readings: Iterable[Reading], epoch: str) -> Iterator[Reading]:
        """The readings, without ours in them."""
        if epoch != self._epoch:
            self._epoch = epoch
            self._highest.clear()
        for reading in readings:
            name = SeriesKey(reading.name, reading.labels).text
            yield replace(reading, value=self._kept(name, reading.value)) if name in self._ours else reading

    def _kept(self, name: str, value: int | float) -> int | float:
        ours = value - self._ours[name]
        self._highest[name] = max(ours, self._highest.get(name, ours))
        return self._highest[name]
