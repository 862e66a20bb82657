"""What the inbox's file holds.

`seen` has what makes a message known again, apart from the messages, because it must outlive them: a sender may repeat
a delivery for days. Bodies lie apart so that lists read few pages; `kept` says how long
the part of a body is that is kept.
"""

from typing import Final

from lapwing.domain.webhooks.incoming_errors import InboxPutAside, InboxUnusable
from lapwing.store.sqlite_files import StoreKind

_APPLICATION_ID: Final = 0x4C617069
"""`Lapi` in ASCII."""
ENDS: Final = "substr(what, 1, 5) <> 'body:'"
"""Of `seen`: what need not be remembered for ever. A body without a signed time could be sent again in a year."""
_FIRST: Final = f"""
CREATE TABLE messages(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at REAL NOT NULL,
    service TEXT NOT NULL,
    verdict TEXT NOT NULL,
    event TEXT NOT NULL,
    delivery TEXT NOT NULL,
    sender TEXT NOT NULL,
    size INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    text TEXT NOT NULL,
    summary TEXT,
    reason TEXT NOT NULL,
    handling TEXT NOT NULL,
    outcome TEXT NOT NULL,
    handled_at REAL,
    times INTEGER NOT NULL
);
CREATE INDEX messages_waiting ON messages(number) WHERE handling = 'waiting';
CREATE INDEX messages_refused ON messages(number) WHERE verdict != 'accepted';
CREATE INDEX messages_services ON messages(service, id);
CREATE TABLE bodies(
    number INTEGER PRIMARY KEY,
    headers TEXT NOT NULL,
    body BLOB NOT NULL,
    is_whole INTEGER NOT NULL
);
CREATE TABLE seen(
    service TEXT NOT NULL,
    what TEXT NOT NULL,
    at REAL NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (service, what)
) WITHOUT ROWID;
CREATE INDEX seen_times ON seen(at);
CREATE INDEX seen_ending ON seen(at) WHERE {ENDS};
"""
KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST,), InboxUnusable, InboxPutAside)
