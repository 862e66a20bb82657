"""Statements that look at the server: planned once, sent together, and counted, to be left out of figures."""

from collections.abc import Callable, Sequence
from typing import Final

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.postgresql.objects import Ask, TextRow

AskTogether = Callable[[Sequence[str]], list[list[TextRow]]]
"""Runs several queries in one message and one transaction; the rows of each. The first that fails raises."""
_UNPREPARED: Final = "26000"
"""Somebody deallocated our statements, or a pooler led us to another session."""


@dataclass(frozen=True, slots=True)
class Call:
    """A query that comes again and again, with what stands for $1, $2 this time: numbers as we write them."""

    sql: str
    values: tuple[str, ...] = ()


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

    def rows(self, call: Call) -> list[TextRow]:
        """The rows of one query. Raises what `together` does."""
        return self.together([call])[0]

    def together(self, calls: Sequence[Call]) -> list[list[TextRow]]:
        """The rows of several queries, which are one transaction.

        Raises:
            StatementFailed: One was refused; nothing is known of the others then.
        """
        self.prepare(calls)
        try:
            return self._executed(calls)
        except StatementFailed as error:
            if error.facts.get("code") != _UNPREPARED:
                raise
        self._names.clear()
        self.prepare(calls)
        return self._executed(calls)

    def _executed(self, calls: Sequence[Call]) -> list[list[TextRow]]:
        return self._counted(lambda: self._ask_together([self._statement(call) for call in calls]))

    def _statement(self, call: Call) -> str:
        values = f"({', '.join(call.values)})" if call.values else ""
        return f"EXECUTE {self._names[call.sql]}{values}"

    def prepare(self, calls: Sequence[Call]) -> bool:
        """Have the server take those that it has not yet; whether there were any."""
        new = [call.sql for call in calls if call.sql not in self._names]
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
