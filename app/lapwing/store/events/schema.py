"""What the events' file holds. Ids are ULIDs, so that their order is that of time, whichever engine made them."""

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
KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST,), EventsUnusable, EventsPutAside)
