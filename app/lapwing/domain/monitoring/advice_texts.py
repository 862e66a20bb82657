"""The sentences of findings, and the names of their evidence: constants, so that faces can translate them.

A name in braces is that of an evidence, whose value takes its place.
"""

from collections.abc import Callable
from typing import Final

from lapwing.domain.monitoring.advice import AdviceFinding

UNUSED: Final = "The index is hardly ever used, and kept up to date with each change of its table."
UNUSED_SINCE_START: Final = (
    "The index was not used since the server was started, and is kept up to date with each change of its table."
)
SELDOM: Final = "It may be there for a query that seldom runs, for a foreign key, or for a standby."
SAME: Final = "The index has the same columns as {covered by}, which can be used in its place."
COVERED: Final = "The columns of the index are those that {covered by} begins with, which can be used in its place."
LARGER: Final = "The other index is larger, so that looking into it may take a little longer."
UNFINISHED: Final = "The index was not made to its end, and no query uses it."
READ_WHOLE: Final = "The table is large, and mostly read from its beginning to its end."
LOOK_FOR_COLUMNS: Final = "Look in the statements that read it for the columns that they filter by."
DEAD: Final = "Many of its rows are dead: they take room and time."
STALE: Final = "It changed much since its statistics were taken."
VACUUM_KEEPS: Final = (
    "VACUUM makes room for new rows of the table; only VACUUM FULL, which locks it, gives room back to the disk."
)
OLD_ROWS: Final = (
    "Its oldest row is so old that it should have been frozen. At the end the server takes no more changes."
)
KEPT_BACK: Final = "Look for what keeps it back: an old transaction, a replication slot, a prepared transaction."
NEAR_END: Final = "It is near its end. Behind it, inserting fails."
WRITTEN_ANEW: Final = "Changing the column's type writes the table anew, and locks it meanwhile."
REFERRED: Final = "The table is written anew; foreign keys that refer to the column have to be changed with it."
KEYLESS: Final = "The table has no key: single rows cannot be named, changed safely or replicated well."
KEY_OF_OWN: Final = "If columns of it name a row already, make these its key. Adding a column writes the table anew."
FREE_TABLE: Final = "Much of the room of the table is free, since rows were deleted."
FREE_FILE: Final = "Much of the file is free pages, since rows were deleted."
OPTIMIZE: Final = "The table is written anew. New rows use the free room all the same."
VACUUM_FILE: Final = (
    "The file is written anew and locked meanwhile; it needs as much room again. New rows use free pages all the same."
)
REFERENCE: Final = (
    "No index begins with the columns that refer to {refers to}: to change a row there, all of this table is read."
)

TABLE: Final = "table"
USED: Final = "used"
CHANGED_ROWS: Final = "rows changed"
SIZE: Final = "size"
FREE: Final = "free"
SHARE: Final = "share"
COVERED_BY: Final = "covered by"
COLUMNS: Final = "columns"
COLUMN: Final = "column"
TYPE: Final = "type"
ROWS: Final = "rows"
ROWS_EACH: Final = "rows each time"
WHOLE: Final = "read whole"
BY_INDEX: Final = "read by an index"
DEAD_ROWS: Final = "dead rows"
LIVE_ROWS: Final = "live rows"
SINCE_ANALYZE: Final = "changed since ANALYZE"
LAST_VACUUM: Final = "last vacuum"
AUTOVACUUM: Final = "autovacuum"
AGE: Final = "age in transactions"
LEFT: Final = "transactions left"
FREEZE: Final = "autovacuum_freeze_max_age"
LAST: Final = "last number"
NEXT: Final = "next number"
END: Final = "end"
REFERS_TO: Final = "refers to"
ACCESSES: Final = "accesses of the table"
SINCE: Final = "counted since"


def sentences() -> tuple[str, ...]:
    """All of them, for translators."""
    return tuple(value for name, value in globals().items() if name.isupper() and isinstance(value, str))


def filled(sentence: str, finding: AdviceFinding, translate: Callable[[str], str] = str) -> str:
    """A sentence of a finding, translated, with the values of its evidence."""
    told = translate(sentence) if sentence else ""
    for name, value in finding.evidence:
        told = told.replace(f"{{{name}}}", value)
    return told
