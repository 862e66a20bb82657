"""How statements for objects of MariaDB and MySQL are written."""

from typing import Final

from lapwing.drivers.writing import Writing

WRITING: Final = Writing(
    "mysql",
    drops={
        "table": "DROP TABLE",
        "view": "DROP VIEW",
        "sequence": "DROP SEQUENCE",
        "function": "DROP FUNCTION",
        "procedure": "DROP PROCEDURE",
        "event": "DROP EVENT",
        "trigger": "DROP TRIGGER",
        "index": "DROP INDEX",
        "constraint": "DROP CONSTRAINT",
        "schema": "DROP DATABASE",
        "user": "DROP USER",
        "role": "DROP ROLE",
    },
    on_table=frozenset({"index"}),
    truncate="TRUNCATE TABLE",
    no_columns="() VALUES ()",
    system_schemas=frozenset({"information_schema", "mysql", "performance_schema", "sys"}),
)
