"""EXPLAIN for what another session runs. It is asked for anew: PostgreSQL does not tell the plan that is being run."""

from typing import Final

from lapwing.domain.monitoring.errors import PlanUnknown
from lapwing.sql.dialect import dialect_named
from lapwing.sql.tokens import TRIVIA, TokenKind

_EXPLAINED: Final = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "WITH", "TABLE"})
_GENERIC: Final = 160_000
"""From this version on there are plans for parameters whose values are not known."""


def explaining(statement: str, version: int, longest_bytes: int) -> str:
    """The statement that shows the plan. It runs nothing of what it explains.

    Args:
        statement: As the server tells it.
        version: The server's, as libpq tells it.
        longest_bytes: Of statements, as far as the server tells them (`track_activity_query_size`).

    Raises:
        PlanUnknown: There is no plan for it, or too little is known of it.
    """
    if len(statement.encode("utf-8", "surrogateescape")) >= longest_bytes - 1:
        raise PlanUnknown(reason="the server tells only the beginning of this statement")
    dialect = dialect_named("postgresql")
    tokens = [token for token in dialect.lex(statement) if token.kind not in TRIVIA]
    if not tokens:
        raise PlanUnknown(reason="nothing is known to run in it")
    first = statement[tokens[0].start : tokens[0].end].upper()
    if first not in _EXPLAINED or len(dialect.split(statement)) != 1:
        raise PlanUnknown(reason="only single queries and changes of rows have plans")
    if not any(token.kind is TokenKind.PARAMETER for token in tokens):
        return f"EXPLAIN {statement}"
    if version < _GENERIC:
        raise PlanUnknown(reason="it has parameters, whose values are not told before PostgreSQL 16")
    return f"EXPLAIN (GENERIC_PLAN) {statement}"
