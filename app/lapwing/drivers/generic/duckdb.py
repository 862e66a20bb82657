"""DuckDB as it differs from other DB-APIs.

It runs a text with several statements, and its lexer decides what one is (`extract_statements`). A read-only database
does not keep it from writing other files, so a read-only session takes only statements that read.
"""

from collections.abc import Sequence
from typing import Any, Final

from lapwing.domain.errors import ReadOnlyRefused, StatementFailed
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named
from lapwing.sql.significant import significant_tokens

_READING: Final = frozenset({"SELECT", "EXPLAIN", "TRANSACTION"})
_READING_PRAGMAS: Final = frozenset(
    {"version", "database_list", "show_tables", "table_info", "storage_info", "database_size", "platform", "functions"}
)
_SAYS_IT_IS_DONE: Final = frozenset({"Success", "Count"})


def look(raw: Any, sql: str, *, read_only: bool) -> None:
    """See that the text is one statement, and one that reads where nothing else is allowed.

    Raises:
        StatementFailed, ReadOnlyRefused
    """
    try:
        found = raw.extract_statements(sql)
    except Exception as error:  # whatever is wrong with the text is told when it runs, and none of it runs
        if read_only:
            raise StatementFailed(server=str(error), position=None) from error
        return
    if len(found) > 1:
        raise StatementFailed(server="Only one statement can be run at a time.", position=None)
    if read_only and found:
        kind = str(found[0].type).rpartition(".")[2]
        if kind not in _READING and not _is_reading_pragma(sql, kind):
            raise ReadOnlyRefused(what=kind)
        if kind == "EXPLAIN" and not _explains_reading(raw, sql):
            raise ReadOnlyRefused(what="explaining a change")


def _is_reading_pragma(sql: str, kind: str) -> bool:
    words = [token.word.lower() for token in significant_tokens(dialect_named("postgresql"), sql)]
    return kind == "PRAGMA" and words[:1] == ["pragma"] and words[1:2] != [] and words[1] in _READING_PRAGMAS


def _explains_reading(raw: Any, sql: str) -> bool:
    """EXPLAIN ANALYZE runs what it explains."""
    facts = statement_facts(dialect_named("postgresql"), sql)
    return facts.is_explain and facts.verb in {"SELECT", "VALUES", "FROM", "TABLE"}


def brings_no_rows(description: Sequence[Sequence[Any]], sql: str) -> bool:
    """Whether the one column of a result is DuckDB's way of saying that a statement is done."""
    if len(description) != 1 or description[0][0] not in _SAYS_IT_IS_DONE:
        return False
    facts = statement_facts(dialect_named("postgresql"), sql)
    if facts.verb in {"SELECT", "VALUES", "FROM", "TABLE", "WITH"} or facts.is_explain:
        return False
    tokens = significant_tokens(dialect_named("postgresql"), sql)
    return all(token.word != "RETURNING" for token in tokens)


def forget_rows(raw: Any) -> None:
    """End a result: a cursor has no close, and the rows left hold a transaction until something else runs."""
    raw.execute("SELECT 1").fetchall()


def product(raw: Any) -> str:
    """The dialect tells a version of PostgreSQL."""
    return f"DuckDB {str(raw.execute('SELECT version()').fetchone()[0]).removeprefix('v')}"
