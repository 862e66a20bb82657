"""What a statement does, as far as its words tell: for questions before it runs and for what the window shows.

This warns and labels; it does not guard. What must not be written is guarded by the server (a read-only session).
Whatever is not certain counts as writing.
"""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, cast

from lapwing.sql.dialect import Dialect
from lapwing.sql.targets import target_of
from lapwing.sql.tokens import KINDS, TRIVIA, TokenKind

TransactionVerb = Literal["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"]
_WORD_KINDS: Final = frozenset(
    {TokenKind.KEYWORD, TokenKind.IDENTIFIER, TokenKind.FUNCTION, TokenKind.TYPE}
)
_NAME_KINDS: Final = _WORD_KINDS | {TokenKind.QUOTED_IDENTIFIER, TokenKind.STRING}


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """What one statement does."""

    verb: str
    """Upper case, behind EXPLAIN and WITH; empty when there is no statement or it begins with no word."""
    reads_only: bool = False
    """Certain to change nothing, neither data nor the session."""
    is_explain: bool = False
    is_transaction_control: bool = False
    transaction_verb: TransactionVerb | None = None
    """None also for transaction control that neither begins nor ends anything, such as SET TRANSACTION. A ROLLBACK with
    a `target` goes back to that savepoint and ends nothing."""
    has_where: bool = False
    """Whether the statement itself has a WHERE, not only a subquery or a WITH clause in it."""
    is_ddl: bool = False
    target: str | None = None
    """The object it is about, without quotes and with dots between its parts; for people, not to be put into SQL."""
