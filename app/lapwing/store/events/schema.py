"""What the events' file holds. Ids are ULIDs, so that their order is that of time, whichever engine made them; numbers
are in the order in which engines wrote, by which they hear of each other's events."""

from typing import Final

from lapwing.domain.event_log import EventsPutAside, EventsUnusable
from lapwing.store.sqlite_files import StoreKind

_APPLICATION_ID: Final = 0x4C617065
"""`Lape` in ASCII."""
_FIRST: Final = """
CREATE TABLE events(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at REAL NOT NULL, type TEXT NOT NULL,
    connection TEXT NOT NULL, subject TEXT NOT NULL, source TEXT NOT NULL, data TEXT NOT NULL
);
CREATE INDEX events_types ON events(type, id);
CREATE INDEX events_connections ON events(connection, id);
"""
_SECOND: Final = """
ALTER TABLE events ADD COLUMN engine TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
CREATE TABLE answers(event TEXT PRIMARY KEY, answers TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE acting(one INTEGER PRIMARY KEY CHECK (one = 1), engine TEXT NOT NULL, number INTEGER NOT NULL);
"""
"""`answers`: what subscribers of another engine made of an event that was asked about. `acting`: which engine does, or
did last, what is done once, and the number of the event up to which it did that for those of others."""
KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST, _SECOND), EventsUnusable, EventsPutAside)
