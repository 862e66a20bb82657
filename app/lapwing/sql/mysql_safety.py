"""What statements of MySQL and MariaDB do: the lists for `classify` (the manuals' chapters on statements, and on those
that cause an implicit commit)."""

from typing import Final

from lapwing.sql import mysql_words as vocabulary
from lapwing.sql.patterns import word_set
from lapwing.sql.safety import SafetyRules
from lapwing.sql.statement_verbs import ExplainRules
from lapwing.sql.target_paths import PATHS, TargetPath

EXPLAIN: Final = ExplainRules(
    verbs=frozenset({"EXPLAIN", "DESCRIBE", "DESC", "ANALYZE"}),
    running_verbs=frozenset({"ANALYZE"}),
    explained=word_set("SELECT INSERT REPLACE UPDATE DELETE VALUES WITH"),
    words=word_set("EXTENDED PARTITIONS FORMAT JSON TREE TRADITIONAL ANALYZE"),
    running=frozenset({"ANALYZE"}),
)
_PRIORITIES: Final = word_set("LOW_PRIORITY HIGH_PRIORITY DELAYED QUICK IGNORE")
_OBJECTS: Final = word_set(
    """
    DATABASE EVENT FUNCTION INDEX PACKAGE PROCEDURE ROLE SCHEMA SEQUENCE SERVER TABLE TABLESPACE TRIGGER USER VIEW
    """
)
_MODIFIERS: Final = word_set("AGGREGATE FULLTEXT IGNORE OFFLINE ONLINE OR REPLACE SPATIAL TEMPORARY UNDO UNIQUE VECTOR")
_TABLE: Final = word_set("TABLE TABLES LOCAL NO_WRITE_TO_BINLOG")
_PATHS: Final = {
    **PATHS,
    "INSERT": TargetPath(any_of=_PRIORITIES | {"INTO"}),
    "REPLACE": TargetPath(any_of=_PRIORITIES | {"INTO"}),
    "UPDATE": TargetPath(any_of=_PRIORITIES),
    "DELETE": TargetPath(any_of=_PRIORITIES | {"FROM"}),
    "CREATE": TargetPath(
        any_of=_MODIFIERS, one_of=_OBJECTS, is_sought=True, then=frozenset({"BODY"}), phrase=("IF", "NOT", "EXISTS")
    ),
    "DROP": TargetPath(any_of=_MODIFIERS, one_of=_OBJECTS, phrase=("IF", "EXISTS")),
    "ALTER": TargetPath(any_of=_MODIFIERS, one_of=_OBJECTS, is_sought=True, phrase=("IF", "EXISTS")),
    "RENAME": TargetPath(one_of=word_set("TABLE TABLES USER"), phrase=("IF", "EXISTS")),
    "LOAD": TargetPath(one_of=frozenset({"INTO"}), is_sought=True, last=frozenset({"TABLE"})),
    "LOCK": TargetPath(any_of=_TABLE),
    "ANALYZE": TargetPath(any_of=_TABLE),
    "CHECK": TargetPath(any_of=_TABLE),
    "CHECKSUM": TargetPath(any_of=_TABLE),
    "OPTIMIZE": TargetPath(any_of=_TABLE),
    "REPAIR": TargetPath(any_of=_TABLE),
    "HANDLER": TargetPath(),
    "USE": TargetPath(),
    "DESCRIBE": TargetPath(),
    "DESC": TargetPath(),
}
SAFETY: Final = SafetyRules(
    reading_verbs=word_set("SELECT VALUES TABLE SHOW EXPLAIN DESCRIBE DESC HELP CHECKSUM"),
    changing_words=word_set("INSERT UPDATE DELETE INTO"),
    changing_pairs=frozenset({("FOR", "SHARE"), ("LOCK", "IN"), ("NEXT", "VALUE")}),
    changing_operators=frozenset({":="}),
    pure_functions=vocabulary.FUNCTIONS - vocabulary.IMPURE_FUNCTIONS,
    words_before_paren=vocabulary.WORDS_BEFORE_PAREN,
    ddl_verbs=word_set("CREATE ALTER DROP RENAME TRUNCATE GRANT REVOKE INSTALL UNINSTALL"),
    transaction_verbs={
        "BEGIN": "BEGIN",
        "BEGIN NOT": None,
        "START TRANSACTION": "BEGIN",
        "COMMIT": "COMMIT",
        "ROLLBACK": "ROLLBACK",
        "SAVEPOINT": "SAVEPOINT",
        "RELEASE": "RELEASE",
        "XA START": "BEGIN",
        "XA BEGIN": "BEGIN",
        "XA END": "",
        "XA PREPARE": "PREPARE",
        "XA COMMIT": "COMMIT",
        "XA ROLLBACK": "ROLLBACK",
    },
    transaction_settings=word_set(
        "autocommit completion_type transaction_isolation transaction_read_only tx_isolation tx_read_only"
    ),
    committing_verbs=word_set(
        "ALTER CACHE CHECK CREATE DROP FLUSH GRANT INSTALL OPTIMIZE RENAME REPAIR REVOKE TRUNCATE UNINSTALL"
    )
    | {
        "ANALYZE LOCAL",
        "ANALYZE NO_WRITE_TO_BINLOG",
        "ANALYZE TABLE",
        "ANALYZE TABLES",
        "CHANGE MASTER",
        "CHANGE REPLICATION",
        "LOAD INDEX",
        "LOCK INSTANCE",
        "LOCK TABLE",
        "LOCK TABLES",
        "SET PASSWORD",
        "START REPLICA",
        "START SLAVE",
        "STOP REPLICA",
        "STOP SLAVE",
        "UNLOCK TABLE",
        "UNLOCK TABLES",
    },
    sparing_words=frozenset({"TEMPORARY"}),
    explain_is_dry=True,
    planning_calls=True,
    target_paths=_PATHS,
)
