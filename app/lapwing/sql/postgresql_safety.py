"""What statements of PostgreSQL do: the lists for `classify` (the reference, part VI)."""

from collections.abc import Sequence
from typing import Final

from lapwing.sql import postgresql_words as vocabulary
from lapwing.sql.patterns import word_set
from lapwing.sql.safety import SafetyRules
from lapwing.sql.statement_verbs import ExplainRules
from lapwing.sql.target_paths import PATHS, TargetPath

EXPLAIN: Final = ExplainRules(
    verbs=frozenset({"EXPLAIN"}),
    explained=word_set("SELECT INSERT UPDATE DELETE MERGE VALUES TABLE WITH EXECUTE DECLARE CREATE REFRESH"),
    words=word_set("ANALYZE ANALYSE VERBOSE"),
    running=word_set("ANALYZE ANALYSE"),
    options=word_set(
        """
        ANALYZE ANALYSE VERBOSE COSTS SETTINGS GENERIC_PLAN BUFFERS SERIALIZE WAL TIMING SUMMARY MEMORY FORMAT
        """
    ),
)
_OBJECTS: Final = word_set(
    """
    AGGREGATE COLLATION COLUMN CONVERSION DATABASE DOMAIN EXTENSION FUNCTION GROUP INDEX LANGUAGE POLICY PROCEDURE
    PUBLICATION ROLE ROUTINE RULE SCHEMA SEQUENCE SERVER STATISTICS SUBSCRIPTION TABLE TABLESPACE TRIGGER TYPE USER
    VIEW
    """
)
_MODIFIERS: Final = word_set(
    """
    CONSTRAINT EVENT FOREIGN GLOBAL LOCAL MATERIALIZED OR PROCEDURAL RECURSIVE REPLACE TEMP TEMPORARY TRUSTED UNIQUE
    UNLOGGED
    """
)
_ONLY: Final = frozenset({"ONLY"})
_CONCURRENTLY: Final = frozenset({"CONCURRENTLY"})
_VERBOSE: Final = word_set("FULL FREEZE VERBOSE ANALYZE")
_PATHS: Final = {
    **PATHS,
    "INSERT": TargetPath(one_of=frozenset({"INTO"})),
    "MERGE": TargetPath(one_of=frozenset({"INTO"}), last=_ONLY),
    "UPDATE": TargetPath(any_of=_ONLY),
    "DELETE": TargetPath(one_of=frozenset({"FROM"}), last=_ONLY),
    "TRUNCATE": TargetPath(any_of=word_set("TABLE ONLY")),
    "CREATE": TargetPath(any_of=_MODIFIERS, one_of=_OBJECTS, then=_CONCURRENTLY, phrase=("IF", "NOT", "EXISTS")),
    "DROP": TargetPath(any_of=_MODIFIERS, one_of=_OBJECTS, then=_CONCURRENTLY, phrase=("IF", "EXISTS")),
    "ALTER": TargetPath(any_of=_MODIFIERS, one_of=_OBJECTS, phrase=("IF", "EXISTS"), last=_ONLY),
    "COMMENT": TargetPath(any_of=_MODIFIERS | {"ON"}, one_of=_OBJECTS),
    "REFRESH": TargetPath(any_of=word_set("MATERIALIZED VIEW CONCURRENTLY")),
    "LOCK": TargetPath(any_of=word_set("TABLE ONLY")),
    "COPY": TargetPath(any_of=frozenset({"BINARY"})),
    "VACUUM": TargetPath(options=True, any_of=_VERBOSE),
    "ANALYZE": TargetPath(options=True, any_of=_VERBOSE),
    "CLUSTER": TargetPath(options=True, any_of=_VERBOSE),
    "REINDEX": TargetPath(options=True, one_of=word_set("INDEX TABLE SCHEMA DATABASE SYSTEM"), then=_CONCURRENTLY),
    "PREPARE": TargetPath(one_of=frozenset({"TRANSACTION"})),
    "ROLLBACK": TargetPath(any_of=word_set("TRANSACTION WORK"), one_of=frozenset({"TO"}), phrase=("SAVEPOINT",)),
    "ABORT": TargetPath(one_of=frozenset({"TO"})),
}


def runs_alone(words: Sequence[str]) -> bool:
    """Whether PostgreSQL refuses it inside a transaction (the same list as psql's for AUTOCOMMIT off)."""
    first, second, third = (*words, "", "", "")[:3]
    if first == "VACUUM":
        return True
    if first == "CLUSTER":
        return len(words) == 1
    if first == "CREATE":
        unique = second == "UNIQUE"
        index = words[2:4] if unique else words[1:3]
        return second in {"DATABASE", "TABLESPACE", "SUBSCRIPTION"} or tuple(index) == ("INDEX", "CONCURRENTLY")
    if first == "DROP":
        return second in {"DATABASE", "TABLESPACE", "SUBSCRIPTION"} or (second, third) == ("INDEX", "CONCURRENTLY")
    if first == "ALTER":
        return second == "SYSTEM" or (second == "DATABASE" and "TABLESPACE" in words)
    if first == "REINDEX":
        return "CONCURRENTLY" in words[1:8] or bool({"DATABASE", "SYSTEM", "SCHEMA"} & set(words[1:8]))
    return first == "DISCARD" and second == "ALL"


SAFETY: Final = SafetyRules(
    reading_verbs=word_set("SELECT VALUES TABLE SHOW"),
    changing_words=word_set("INSERT UPDATE DELETE MERGE INTO"),
    changing_pairs=frozenset({("FOR", "SHARE"), ("KEY", "SHARE")}),
    pure_functions=(vocabulary.FUNCTIONS | vocabulary.CAST_FUNCTIONS) - vocabulary.IMPURE_FUNCTIONS,
    pure_schemas=frozenset({"pg_catalog"}),
    words_before_paren=vocabulary.WORDS_BEFORE_PAREN,
    ddl_verbs=word_set("CREATE ALTER DROP TRUNCATE COMMENT GRANT REVOKE REASSIGN SECURITY IMPORT"),
    transaction_verbs={
        "BEGIN": "BEGIN",
        "START TRANSACTION": "BEGIN",
        "COMMIT": "COMMIT",
        "END": "COMMIT",
        "ROLLBACK": "ROLLBACK",
        "ABORT": "ROLLBACK",
        "SAVEPOINT": "SAVEPOINT",
        "RELEASE": "RELEASE",
        "PREPARE TRANSACTION": "PREPARE",
        "COMMIT PREPARED": "",
        "ROLLBACK PREPARED": "",
        "BEGIN ATOMIC": None,
    },
    transaction_settings=word_set(
        """
        default_transaction_deferrable default_transaction_isolation default_transaction_read_only
        transaction_deferrable transaction_isolation transaction_read_only
        """
    ),
    explain_is_dry=True,
    target_paths=_PATHS,
    runs_alone=runs_alone,
)
