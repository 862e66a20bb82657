"""Which statements take a server's time: its own counters, as growth over a time."""

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class StatementKey:
    """What a server counts together: statements of one shape, of one account, in one database.

    Attributes:
        digest: What the server calls the shape.
    """

    digest: str
    database: str = ""
    user: str = ""


@dataclass(frozen=True, slots=True)
class StatementCounters:
    """The counters of one shape since they were reset. Whole numbers are exact; times are milliseconds.

    Attributes:
        text: Of the shape, constants replaced by marks; its first 10,000 characters; empty where the account may not
            see it.
        errors, scans: None where the server does not count them. Scans: executions that used no index.
        blocks_hit, blocks_read: Pages found in memory, and not found there; None where they are not counted.
        temporary_bytes: Written for sorting and hashing.
    """

    key: StatementKey
    text: str
    calls: int
    total_ms: float
    rows: int
    longest_ms: float | None = None
    errors: int | None = None
    scans: int | None = None
    blocks_hit: int | None = None
    blocks_read: int | None = None
    temporary_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class StatementsReading:
    """All counters at a moment; our own statements are not among them.

    Attributes:
        at: Unix seconds.
        epoch: Another text when counters began anew.
        note: Why there are none, or what is missing, in a sentence with what would have to be done.
    """

    at: float
    counters: tuple[StatementCounters, ...] = ()
    epoch: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadStatements:
    """What grew from `start` to `end` (Unix seconds), the most time first."""

    connection_id: str
    start: float
    end: float
    most: int = 100


@dataclass(frozen=True, slots=True)
class StatementGrowth:
    """What one shape did in a time.

    Attributes:
        share: Of the time that all statements took together, 0 to 1.
        trend: Milliseconds of each of twenty equal parts of the time; NaN where nothing is known.
    """

    counters: StatementCounters
    share: float
    trend: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementsAnswer:
    """`start` and `end` are those of the snapshots that were compared; equal where there is only one yet."""

    start: float
    end: float
    total_ms: float = 0.0
    statements: tuple[StatementGrowth, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExplainStatement:
    """Of the shape of statements with this text, on a monitored connection."""

    connection_id: str
    text: str
