"""What is measured of a SQLite file: there is no server, so it is the file's health."""

from typing import Final

from lapwing.domain.monitoring.metrics import Derivation, Lane, Metric, Unit

METRICS: Final[tuple[Metric, ...]] = (
    Metric(
        "database_size",
        "Size",
        Unit.BYTES,
        labels=("database",),
        help="Pages of the database and their size, as its last transaction left them; `main` is the file itself.",
    ),
    Metric(
        "pages_free",
        "Free pages",
        Unit.SHARE,
        Derivation.SHARE,
        source=("free_pages",),
        over=("pages",),
        help="The share of the file's pages that hold nothing (freelist_count). VACUUM gives them back.",
    ),
    Metric(
        "free_bytes",
        "Free space in the file",
        Unit.BYTES,
        help="What VACUUM would give back: free pages and their size.",
    ),
    Metric("pages", "Pages", Unit.COUNT, help="Pages of the file, free ones included (page_count)."),
    Metric(
        "wal_size",
        "Write-ahead log",
        Unit.BYTES,
        help="The size of the file `-wal`; 0 where there is none. It grows while a reader keeps a checkpoint from "
        "ending.",
    ),
    Metric(
        "wal_share",
        "Write-ahead log beside the file",
        Unit.SHARE,
        Derivation.SHARE,
        source=("wal_size",),
        over=("file_size",),
        help="How large the write-ahead log is beside the file itself; above 1 it is larger.",
    ),
    Metric("file_size", "Size of the file", Unit.BYTES, help="As the file system tells it, without the log."),
    Metric(
        "changes",
        "Changes",
        Unit.COUNT,
        Derivation.GROWTH,
        help="Transactions that changed the file since the last look, whoever committed them: by the counter in its "
        "header, and by those in the write-ahead log.",
    ),
    Metric(
        "schema_changes",
        "Changes of definitions",
        Unit.COUNT,
        Derivation.GROWTH,
        help="How often tables, indexes, views or triggers were changed (schema_version); VACUUM counts too.",
    ),
    Metric(
        "lock_holders",
        "Processes with locks",
        Unit.COUNT,
        help="Processes that have the file, its journal or its log locked at the moment, to read or to write, where "
        "the system tells (Linux).",
    ),
    Metric(
        "table_size",
        "Size of tables and indexes",
        Unit.BYTES,
        labels=("table",),
        lane=Lane.SLOW,
        help="Pages of the 50 largest tables and indexes as the last checkpoint left them (dbstat). Only of files up "
        "to 32 MB, because each page is read.",
    ),
)
