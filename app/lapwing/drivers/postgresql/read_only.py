"""A session that changes nothing: each statement runs inside a transaction of ours that the server holds to reading.

`BEGIN READ ONLY`, then a query, behind which the server lets nobody make the transaction a writing one (25001), then
exactly one statement through the extended protocol, then COMMIT only if the transaction was given no number, which is
given with the first change of anything. Texts are looked at only to say sooner what will not go.
"""

from collections.abc import Sequence
from typing import Final

from lapwing.domain.errors import ReadOnlyRefused
from lapwing.drivers.postgresql.statements import DIALECT, Facts
from lapwing.sql.significant import significant_tokens

READ_ONLY_LIMITS: Final = (
    "A read-only session of PostgreSQL runs in transactions that the server itself keeps from writing, and undoes "
    "those that wrote all the same. What works outside of transactions it cannot keep away: functions that open "
    "connections of their own (dblink, postgres_fdw), that write files on the server (lo_export, pg_file_write), that "
    "act on other sessions or on the server (pg_terminate_backend, pg_reload_conf, pg_switch_wal, replication slots, "
    "statistics that are reset), advisory locks, notifications, and functions in languages that are not trusted. Only "
    "an account without the rights to these is kept from them: for production data use one, not a superuser."
)
PIN: Final = (
    "SELECT pg_catalog.int4div(1, pg_catalog.int4(pg_catalog.texteq("
    "pg_catalog.current_setting('transaction_read_only'), 'on')))"
)
"""Fails unless the transaction only reads; being a query, it settles that. Names and no operators, which somebody may
have defined anew."""
NOTHING_WRITTEN: Final = "SELECT pg_catalog.int4div(1, pg_catalog.int4(pg_catalog.txid_current_if_assigned() IS NULL))"
"""Fails when the transaction has written something."""
BEGIN: Final = "BEGIN READ ONLY"
_PASSED_BY_SERVER: Final = frozenset(
    {"ANALYZE", "ANALYSE", "CHECKPOINT", "CLUSTER", "LOCK", "NOTIFY", "REINDEX", "VACUUM"}
)
"""What a read-only transaction lets pass, though it changes figures of the catalogue, or the work of others."""
_LEVELS: Final = (("READ", "UNCOMMITTED"), ("READ", "COMMITTED"), ("REPEATABLE", "READ"), ("SERIALIZABLE",))
_SETTINGS: Final = frozenset({"TRANSACTION_READ_ONLY", "DEFAULT_TRANSACTION_READ_ONLY"})


def begin_like(words: Sequence[str]) -> str:
    """BEGIN with the isolation level that a person's BEGIN names, and read-only whatever it says."""
    level = next((level for level in _LEVELS if _holds(words, ("LEVEL", *level))), None)
    text = BEGIN if level is None else f"BEGIN ISOLATION LEVEL {' '.join(level)} READ ONLY"
    if "DEFERRABLE" not in words:
        return text
    return f"{text} {'NOT ' if _holds(words, ('NOT', 'DEFERRABLE')) else ''}DEFERRABLE"


def spoken(facts: Facts, raw: bytes) -> bytes:
    """The statement as it is sent: what is plainly about transactions in our own words."""
    if facts.begins:
        return begin_like(facts.words).encode()
    if not facts.ends:
        return raw
    text = "COMMIT" if facts.commits else "ROLLBACK"
    return (f"{text} AND CHAIN" if _holds(facts.words, ("AND", "CHAIN")) else text).encode()


def _holds(words: Sequence[str], run: tuple[str, ...]) -> bool:
    return any(tuple(words[start : start + len(run)]) == run for start in range(len(words)))


def refuse_early(facts: Facts, sql: str, *, plain_strings: bool) -> None:
    """Refuse what asks for writing by name, and what the server would let pass.

    Args:
        plain_strings: Whether backslashes in strings mean themselves, as the lexer has it.

    Raises:
        ReadOnlyRefused
    """
    words = facts.words
    if words[:1] == ("COPY",) and not (plain_strings and _copies_to_client(sql)):
        raise ReadOnlyRefused(what="COPY other than TO STDOUT")
    if facts.verb in _PASSED_BY_SERVER and words[:1] != ("EXPLAIN",):
        raise ReadOnlyRefused(what=facts.verb)
    if words[:2] == ("PREPARE", "TRANSACTION"):
        raise ReadOnlyRefused(what="PREPARE TRANSACTION")
    if words[:1] in {("SET",), ("RESET",)} and _SETTINGS & {word.strip('"').upper() for word in words[1:4]}:
        raise ReadOnlyRefused(what="changing whether transactions may write")
    if (facts.control or words[:1] == ("SET",)) and _holds(words, ("READ", "WRITE")):
        raise ReadOnlyRefused(what="a transaction that may write")


def _copies_to_client(sql: str) -> bool:
    """Whether the COPY in `sql` goes TO STDOUT, outside of all parentheses."""
    words = [token.word if token.depth == 0 else "" for token in significant_tokens(DIALECT, sql)]
    return _holds(words, ("TO", "STDOUT")) and "FROM" not in words
