"""How long a session's transaction has been open, and how many statements it holds, as far as the window has heard."""

import time
from collections.abc import Callable

from lapwing.domain.connections import TransactionState
from lapwing.domain.events import Event, StatementCompleted, StatementRefused, StatementsCompleted


class OpenWork:
    """Counts for one session. Qt's thread.

    Attributes:
        statements: Those that ended since the transaction was opened, the one that opened it included.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._since: float | None = None
        self._last = 0
        self.statements = 0

    @property
    def age_s(self) -> float:
        """How long it has been open; 0 when none is."""
        return 0.0 if self._since is None else self._clock() - self._since

    def hear(self, event: Event) -> None:
        """A statement ended. What opened the transaction ends before the transaction is told."""
        if isinstance(event, StatementsCompleted):
            self._last = event.count
        elif isinstance(event, StatementCompleted | StatementRefused):
            self._last = 1
        else:
            return
        if self._since is not None:
            self.statements += self._last

    def changed(self, state: TransactionState) -> None:
        """The transaction is in this state now."""
        if state is TransactionState.IDLE:
            self._since = None
            self.statements = self._last = 0
        elif self._since is None:
            self._since = self._clock()
            self.statements = min(1, self._last)
