"""Statements that look at the server: planned once, sent together, and counted, to be left out of figures."""

from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.drivers.postgresql.objects import Ask, TextRow

AskTogether = Callable[[Sequence[str]], list[list[TextRow]]]
"""Runs several queries in one message and one transaction; the rows of each. The first that fails raises."""
_UNPREPARED: Final = "26000"
"""Somebody deallocated our statements, or a pooler led us to another session."""


class OwnStatements:
    """One thread.

    Attributes:
        commits, rollbacks: Transactions that our statements were so far.
    """

    def __init__(self, ask: Ask, ask_together: AskTogether) -> None:
        self._ask = ask
        self._ask_together = ask_together
        self._names: dict[str, str] = {}
        self.commits = 0
        self.rollbacks = 0

    def ask(self, sql: str, parameters: Sequence[str | None] = ()) -> list[TextRow]:
        """The rows of a query, as it is. Raises what running a statement raises."""
        return self._counted(lambda: [self._ask(sql, parameters)])[0]

    def rows(self, sql: str) -> list[TextRow]:
        """The rows of a query without parameters that comes again and again."""
        return self.together([sql])[0]

    def together(self, queries: Sequence[str]) -> list[list[TextRow]]:
        """The rows of several such queries, which are one transaction.

        Raises:
            StatementFailed: One was refused; nothing is known of the others then.
        """
        self.prepare(queries)
        try:
            return self._executed(queries)
        except StatementFailed as error:
            if error.facts.get("code") != _UNPREPARED:
                raise
        self._names.clear()
        self.prepare(queries)
        return self._executed(queries)

    def _executed(self, queries: Sequence[str]) -> list[list[TextRow]]:
        return self._counted(lambda: self._ask_together([f"EXECUTE {self._names[sql]}" for sql in queries]))

    def prepare(self, queries: Sequence[str]) -> bool:
        """Have the server plan those that it has not yet; whether there were any."""
        new = [sql for sql in queries if sql not in self._names]
        for sql in new:
            name = f"lapwing_monitor_{len(self._names)}"
            self.ask(f"PREPARE {name} AS {sql}")
            self._names[sql] = name
        return bool(new)

    def _counted(self, run: Callable[[], list[list[TextRow]]]) -> list[list[TextRow]]:
        try:
            found = run()
        except LapwingError:
            self.rollbacks += 1
            raise
        self.commits += 1
        return found
