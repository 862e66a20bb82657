"""How statements for SQLite's objects are written."""

from typing import Final

from lapwing.drivers.writing import Writing

WRITING: Final = Writing(
    "sqlite",
    drops={
        "table": "DROP TABLE",
        "virtual": "DROP TABLE",
        "view": "DROP VIEW",
        "index": "DROP INDEX",
        "trigger": "DROP TRIGGER",
    },
)
