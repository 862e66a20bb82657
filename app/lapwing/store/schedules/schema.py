"""The file of runs, and its versions."""

from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.schedules.errors import RunsPutAside, RunsUnusable
from lapwing.store.sqlite_files import StoreKind

_APPLICATION_ID: Final = 0x4C617074
"""`Lapt` in ASCII."""
_FIRST: Final = """
CREATE TABLE progress(
    schedule_id TEXT PRIMARY KEY,
    handled REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE runs(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule_id TEXT NOT NULL,
    due REAL NOT NULL,
    state TEXT NOT NULL,
    cause TEXT NOT NULL,
    started REAL,
    ended REAL,
    event_id TEXT NOT NULL DEFAULT '',
    missed INTEGER NOT NULL DEFAULT 0,
    answers TEXT NOT NULL DEFAULT '[]',
    error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX runs_of_schedule ON runs(schedule_id, id);
CREATE INDEX runs_under_way ON runs(state) WHERE state IN ('asked', 'waiting', 'running');
"""
KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST,), RunsUnusable, RunsPutAside)


def runs_path() -> Path:
    """Where the runs of this profile lie."""
    return paths.data() / "store" / "schedules.sqlite"
