"""What the file of kept samples holds, and how times are cut into chunks."""

from enum import IntEnum
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.monitoring.kept_errors import MetricsPutAside, MetricsUnusable
from lapwing.store.sqlite_files import StoreKind


class Tier(IntEnum):
    """How finely something is kept."""

    SAMPLES = 0
    MINUTES = 1
    HOURS = 2

    @property
    def step_s(self) -> int:
        """What one point stands for; 0 for samples as they were taken."""
        return (0, 60, 3_600)[self]

    @property
    def chunk_s(self) -> int:
        """What one chunk holds: at most 720 points, or ten minutes of samples."""
        return (WINDOW_S, 12 * 3_600, 30 * 86_400)[self]


WINDOW_S: Final = 600
"""Samples are sealed when a window is over; windows begin at multiples of it, as minutes and hours do."""
_APPLICATION_ID: Final = 0x4C617073
"""`Laps` in ASCII."""

_FIRST: Final = """
CREATE TABLE connections(id INTEGER PRIMARY KEY, connection_id TEXT NOT NULL UNIQUE);
CREATE TABLE series(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection INTEGER NOT NULL REFERENCES connections,
    metric TEXT NOT NULL,
    labels TEXT NOT NULL,
    since REAL NOT NULL,
    UNIQUE (connection, metric, labels)
);
CREATE TABLE journal(
    id INTEGER PRIMARY KEY,
    connection INTEGER NOT NULL REFERENCES connections,
    window INTEGER NOT NULL,
    interval_s REAL NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX journal_windows ON journal(connection, window);
CREATE TABLE chunks(
    series INTEGER NOT NULL REFERENCES series,
    tier INTEGER NOT NULL,
    start INTEGER NOT NULL,
    last INTEGER NOT NULL,
    interval_s REAL NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (series, tier, start)
);
CREATE INDEX chunks_ages ON chunks(tier, last);
"""
"""Times are Unix seconds. A chunk's `last` is where what it holds ends; blobs are those of `packing`:

- journal: milliseconds from the window's start, ids of series, values (all of the first series, then of the second ...)
- chunks of samples: milliseconds from `start`, values
- other chunks: steps from `start`, samples in each, average, lowest, highest
"""

KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST,), MetricsUnusable, MetricsPutAside)


def series_path() -> Path:
    """Where the samples of this profile are kept."""
    return paths.data() / "store" / "series.sqlite"
