"""A script that runs in one transaction as a whole. Run's thread."""

import re
from collections.abc import Iterable
from typing import Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import LapwingError, TransactionOpen
from lapwing.domain.script_errors import ScriptNotAtomic
from lapwing.drivers.base import Session
from lapwing.sql.classify import StatementFacts, statement_facts
from lapwing.sql.dialect import Dialect
from lapwing.sql.script_stream import ScriptStatement

_ENDING: Final = frozenset({"BEGIN", "COMMIT", "ROLLBACK", "PREPARE"})
_MOVES_ROWS: Final = frozenset({"INSERT", "UPDATE", "DELETE", "SELECT", "VALUES", "REPLACE", "COPY", "MERGE"})
"""Most of a script: they neither end a transaction nor refuse to be in one."""
_MOVING_ROWS: Final = re.compile(rf"(?:{'|'.join(sorted(_MOVES_ROWS))})\b", re.IGNORECASE)
_OWN: Final = "controls transactions itself"
_ALONE: Final = "cannot run inside a transaction"
_IMPLICIT: Final = (
    "Line {line}: {verb} commits the open transaction by itself on this server, and {count} of this script do so. "
    "What ran up to there cannot be rolled back; a new transaction begins behind each of them."
)


def look_through(statements: Iterable[ScriptStatement], dialect: Dialect) -> str:
    """See that a script can run in one transaction; a sentence about what will not be undone, or the empty text.

    Raises:
        ScriptNotAtomic: A statement in it ends the transaction, or cannot be in one.
    """
    note_facts: tuple[int, str] | None = None
    count = 0
    for statement in statements:
        if statement.is_client_command or statement.verb in _MOVES_ROWS:
            continue
        facts = _checked(statement.sql, statement.line, dialect)
        if facts.commits_implicitly:
            count += 1
            note_facts = note_facts or (statement.line, statement.verb)
    if note_facts is None:
        return ""
    counted = "1 statement" if count == 1 else f"{count:,} statements"
    return _IMPLICIT.format(line=note_facts[0], verb=note_facts[1], count=counted)


def _checked(sql: str, line: int, dialect: Dialect) -> StatementFacts:
    """What a statement does that can be in the transaction of a script.

    Raises:
        ScriptNotAtomic: It cannot.
    """
    facts = statement_facts(dialect, sql)
    ends = facts.transaction_verb in _ENDING and not (facts.transaction_verb == "ROLLBACK" and facts.target)
    if ends or facts.runs_alone:
        beginning = " ".join(sql.split())[:60]
        raise ScriptNotAtomic(line=line, statement=beginning, reason=_OWN if ends else _ALONE)
    return facts


class WholeTransaction:
    """The transaction around a script.

    Attributes:
        rolled_back: Whether it was undone.
    """

    def __init__(self, session: Session, dialect: Dialect) -> None:
        """Begin it.

        Raises:
            TransactionOpen: One is open already.
            LapwingError: The server does not begin one.
        """
        if session.transaction() is not TransactionState.IDLE:
            raise TransactionOpen
        self._session = session
        self._dialect = dialect
        self.rolled_back = False
        session.begin()

    def check(self, sql: str) -> None:
        """See that a statement does not end it. The script itself was looked through before; what its commands and
        variables bring in was not.

        Raises:
            ScriptNotAtomic: It would. Its line is counted in the statement.
        """
        if not _MOVING_ROWS.match(sql):
            _checked(sql, 1, self._dialect)

    def keep_open(self) -> None:
        """Begin another one if the last statement committed: what follows is at least undone from there on."""
        if not self._session.is_lost and self._session.transaction() is TransactionState.IDLE:
            self._session.begin()

    def end(self, *, went_well: bool) -> LapwingError | None:
        """Commit, or undo what is open; why the server did not commit, or None."""
        if self._session.is_lost:
            self.rolled_back = True
            return None
        try:
            if went_well:
                self._session.commit()
                return None
        except LapwingError as error:
            self._undo()
            return error
        self._undo()
        return None

    def _undo(self) -> None:
        self.rolled_back = True
        if not self._session.is_lost:
            self._session.rollback()
