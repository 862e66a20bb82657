"""How statements for DuckDB's objects are written."""

from typing import Final

from lapwing.drivers.writing import Writing

WRITING: Final = Writing(
    "postgresql",
    drops={
        "table": "DROP TABLE",
        "view": "DROP VIEW",
        "sequence": "DROP SEQUENCE",
        "index": "DROP INDEX",
        "function": "DROP MACRO",
        "type": "DROP TYPE",
        "enum": "DROP TYPE",
    },
    truncate="TRUNCATE",
    system_schemas=frozenset({"information_schema", "pg_catalog"}),
)
