"""What the file of deliveries holds.

A row of `deliveries` is an event for an endpoint, from when it is accepted until it is swept; its body is kept as it
was made then, so that each attempt sends the same bytes. `holds` says that those behind it wait until `next_at`.
`attempts` are JSON of `domain.webhooks.deliveries.Attempt`.
"""

from typing import Final

from lapwing.domain.webhooks.deliveries_errors import DeliveriesPutAside, DeliveriesUnusable
from lapwing.store.sqlite_files import StoreKind

_APPLICATION_ID: Final = 0x4C617077
"""`Lapw` in ASCII."""
_FIRST: Final = """
CREATE TABLE deliveries(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    endpoint TEXT NOT NULL, endpoint_name TEXT NOT NULL,
    message TEXT NOT NULL, event TEXT NOT NULL, connection TEXT NOT NULL,
    created_at REAL NOT NULL,
    content_type TEXT NOT NULL, body TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    budget INTEGER NOT NULL,
    next_at REAL,
    holds INTEGER NOT NULL DEFAULT 0,
    ended_at REAL,
    status INTEGER NOT NULL DEFAULT 0,
    duration_ms REAL NOT NULL DEFAULT 0,
    error TEXT
);
CREATE UNIQUE INDEX deliveries_once ON deliveries(message, endpoint);
CREATE INDEX deliveries_waiting ON deliveries(endpoint, id) WHERE state = 'waiting';
CREATE INDEX deliveries_states ON deliveries(state, endpoint, id);
CREATE INDEX deliveries_endpoints ON deliveries(endpoint, id);
CREATE TABLE attempts(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    delivery INTEGER NOT NULL REFERENCES deliveries(id) ON DELETE CASCADE,
    body TEXT NOT NULL
);
CREATE INDEX attempts_deliveries ON attempts(delivery, id);
"""
KIND: Final = StoreKind(_APPLICATION_ID, (_FIRST,), DeliveriesUnusable, DeliveriesPutAside)
