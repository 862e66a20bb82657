"""A statement whose rows the server orders: the same one inside another. No Qt here."""

from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import SortKey
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import Dialect

PREFIX: Final = "SELECT * FROM (\n"
_VERBS: Final = frozenset({"SELECT", "VALUES", "TABLE"})


def can_be_ordered(dialect: Dialect, sql: str) -> bool:
    """Whether a statement certainly only reads, and can stand in a FROM."""
    facts = statement_facts(dialect, sql)
    return facts.reads_only and facts.verb in _VERBS and not facts.is_explain


def ordered_statement(sql: str, keys: Sequence[SortKey]) -> str:
    """The statement that gives the same rows, ordered by the places of columns: names may be there twice."""
    inside = sql.rstrip().removesuffix(";")
    order = ", ".join(f"{key.column + 1} DESC" if key.descending else str(key.column + 1) for key in keys)
    return f"{PREFIX}{inside}\n) AS ordered_rows ORDER BY {order}"
