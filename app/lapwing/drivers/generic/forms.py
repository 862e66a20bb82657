"""How statements for objects of databases without a driver of their own are written."""

from typing import Final

from lapwing.drivers.writing import Writing

WRITING: Final = Writing(
    "ansi",
    drops={"table": "DROP TABLE", "view": "DROP VIEW"},
    system_schemas=frozenset({"information_schema", "pg_catalog", "sys", "mysql", "performance_schema"}),
)
