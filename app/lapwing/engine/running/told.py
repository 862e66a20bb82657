"""What others are told of a statement: as much of its text as a connection's policy allows, and what it does."""

from typing import Final

from lapwing.domain.connections import SqlInEvents
from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import Dialect
from lapwing.sql.hiding import without_secrets
from lapwing.sql.masking import fingerprint, masked
from lapwing.sql.shapes import KnownShapes

LONGEST_SQL: Final = 10_000
"""Characters of a statement that are told."""
_KINDS: Final[dict[str, KnownShapes[str]]] = {}
"""By dialect."""
_JUDGED: Final = 100_000
"""Characters of a statement that are looked at for what it does."""
_OF_SESSIONS: Final = frozenset(
    {"", "SET", "RESET", "USE", "ATTACH", "DETACH", "DISCARD", "LISTEN", "UNLISTEN", "LOAD"}
)


def told_sql(dialect: Dialect, sql: str, policy: SqlInEvents) -> str:
    """The statement as others are told it, cut to its beginning. Any thread."""
    kept = sql[:LONGEST_SQL]
    if policy is SqlInEvents.NONE or not kept:
        return ""
    if policy is SqlInEvents.HASH:
        return fingerprint(dialect, kept)
    told = masked(dialect, kept) if policy is SqlInEvents.MASKED else without_secrets(dialect, kept)
    return told if told.isascii() else told.encode("utf-8", "replace").decode()  # halves of characters go nowhere


def kind_of(dialect: Dialect, sql: str) -> str:
    """`read`, `write`, `define` or `other`; looked into once for statements that differ only in values. Any thread."""
    known = _KINDS.get(dialect.id)
    if known is None:
        known = _KINDS[dialect.id] = KnownShapes(lambda text: _found_kind(dialect, text))
    return known(sql)


def _found_kind(dialect: Dialect, sql: str) -> str:
    facts = statement_facts(dialect, sql[:_JUDGED])
    if facts.is_ddl:
        return "define"
    if facts.reads_only:
        return "read" if len(sql) <= _JUDGED else "write"
    return "other" if facts.is_transaction_control or facts.verb in _OF_SESSIONS else "write"
