"""Metrics of PostgreSQL about what it must keep up with: replication, VACUUM, wrap-around, room."""

from typing import Final

from lapwing.domain.monitoring.metrics import Derivation, Lane, Metric, Unit

UPKEEP: Final = (
    Metric("uptime", "Uptime", Unit.SECONDS, help="Since the server was started."),
    Metric(
        "standbys",
        "Standbys",
        Unit.COUNT,
        help="Standbys and other receivers of the write-ahead log that are connected (pg_stat_replication).",
    ),
    Metric(
        "replication_lag",
        "Replication lag",
        Unit.SECONDS,
        labels=("standby",),
        help="How far a standby lags in replaying; on a standby itself, the age of the last transaction that it "
        "replayed while there is more to replay.",
    ),
    Metric(
        "replication_lag_bytes",
        "Replication lag in WAL",
        Unit.BYTES,
        labels=("standby",),
        help="How much of the write-ahead log a standby has still to replay.",
    ),
    Metric(
        "slot_retained",
        "WAL kept for slots",
        Unit.BYTES,
        labels=("slot",),
        help="How much of the write-ahead log is kept for a replication slot. A slot that nobody uses fills the disk.",
    ),
    Metric(
        "slots_inactive",
        "Inactive replication slots",
        Unit.COUNT,
        help="Replication slots that nobody reads from.",
    ),
    Metric(
        "conflicts",
        "Conflicts with recovery",
        Unit.COUNT,
        Derivation.GROWTH,
        labels=("cause",),
        help="Statements on a standby that were cancelled because replaying needed what they used.",
    ),
    Metric(
        "oldest_snapshot_age",
        "Oldest snapshot",
        Unit.COUNT,
        labels=("holder",),
        help="How many transactions ago the oldest snapshot began that VACUUM must respect, by what holds it: a "
        "session, a standby, a slot, a prepared transaction.",
    ),
    Metric(
        "wraparound_left",
        "Transactions until wrap-around",
        Unit.COUNT,
        lane=Lane.SLOW,
        help="How many transactions are left until the server takes no more writing ones, in the database that is "
        "nearest to it.",
    ),
    Metric(
        "multixact_left",
        "Multixacts until wrap-around",
        Unit.COUNT,
        lane=Lane.SLOW,
        help="The same for ids of locks that several transactions share.",
    ),
    Metric(
        "freeze_use",
        "Way to the forced VACUUM",
        Unit.SHARE,
        Derivation.SHARE,
        source=("freeze_age",),
        over=("freeze_age_max",),
        lane=Lane.SLOW,
        help="Age of the oldest unfrozen transaction as a share of autovacuum_freeze_max_age, from which on tables "
        "are vacuumed whatever else is set.",
    ),
    Metric(
        "table_wraparound_left",
        "Transactions until wrap-around by table",
        Unit.COUNT,
        labels=("table",),
        lane=Lane.SLOW,
        help="The five tables of the connection's database that are nearest to wrap-around.",
    ),
    Metric(
        "autovacuum_workers",
        "Autovacuum workers",
        Unit.COUNT,
        help="Workers of autovacuum that are at work.",
    ),
    Metric(
        "autovacuum_use",
        "Autovacuum workers in use",
        Unit.SHARE,
        Derivation.SHARE,
        source=("autovacuum_workers",),
        over=("autovacuum_workers_max",),
        help="Workers of autovacuum as a share of autovacuum_max_workers. At 100 % for long, tables wait for them.",
    ),
    Metric(
        "dead_rows",
        "Dead rows",
        Unit.COUNT,
        lane=Lane.SLOW,
        help="Rows of the connection's database that are deleted or updated and not yet removed, as estimated.",
    ),
    Metric(
        "dead_rows_share",
        "Dead rows by table",
        Unit.SHARE,
        labels=("table",),
        lane=Lane.SLOW,
        help="The five tables of the connection's database, of those with more than 10,000 rows, with the most dead "
        "rows for their size.",
    ),
    Metric(
        "vacuum_age",
        "Since the last VACUUM",
        Unit.SECONDS,
        labels=("table",),
        lane=Lane.SLOW,
        help="The five tables with more than 10,000 rows whose last VACUUM is longest ago, if there was one since "
        "statistics were reset.",
    ),
    Metric(
        "analyze_age",
        "Since the last ANALYZE",
        Unit.SECONDS,
        labels=("table",),
        lane=Lane.SLOW,
        help="The five tables with more than 10,000 rows whose last ANALYZE is longest ago, if there was one since "
        "statistics were reset.",
    ),
    Metric(
        "sequence_use",
        "Sequences used up",
        Unit.SHARE,
        labels=("sequence",),
        lane=Lane.SLOW,
        help="Sequences of the connection's database that have given more than half of their numbers.",
    ),
    Metric(
        "database_size",
        "Size of databases",
        Unit.BYTES,
        labels=("database",),
        lane=Lane.SLOW,
        help="Size of each database on disk, of those that this account may connect to.",
    ),
)
