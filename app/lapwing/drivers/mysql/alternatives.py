"""Queries that ask for the same in different versions of a server, the best one first."""

from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from lapwing.domain.errors import StatementFailed
from lapwing.drivers.mysql.queries import number_of

Rows = TypeVar("Rows")
DENIED: Final = frozenset({"1044", "1045", "1142", "1143", "1227", "1370"})
"""For a database, an account, a table, a column, a privilege, a routine."""
_MISSING: Final = frozenset({"1049", "1054", "1064", "1109", "1146", "1193", "1305", "1381", "1286"})
"""No such database, column, syntax, table, variable, routine; no binary log; no such engine."""


class Alternatives(Generic[Rows]):
    """The first that the server takes is asked from then on. Rights and versions hold for a whole session.

    Attributes:
        chosen: The name of the one that it took last; empty: none.
        is_denied: Whether none was taken, and at least one for want of a right.
    """

    def __init__(self, ask: Callable[[str], Rows], choices: Sequence[tuple[str, str]]) -> None:
        """Choose among queries, each with its name.

        Args:
            ask: Runs one; raises what running a statement raises.
        """
        self._ask = ask
        self._choices = list(choices)
        self.chosen = ""
        self.is_denied = False

    def rows(self) -> Rows | None:
        """The answer; None where the server takes none of them.

        Raises:
            LapwingError: What running a statement raises, but that it may not or cannot be read.
        """
        while self._choices:
            name, sql = self._choices[0]
            try:
                found = self._ask(sql)
            except StatementFailed as error:
                reason = number_of(error)
                if reason not in DENIED | _MISSING:
                    raise
                self.is_denied |= reason in DENIED
                self._choices.pop(0)
                continue
            self.chosen = name
            return found
        self.chosen = ""
        return None
