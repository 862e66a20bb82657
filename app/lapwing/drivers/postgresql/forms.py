"""How statements for PostgreSQL's objects are written."""

from typing import Final

from lapwing.drivers.writing import Writing

_DROPS: Final = {
    "table": "DROP TABLE",
    "partition": "DROP TABLE",
    "view": "DROP VIEW",
    "materialized view": "DROP MATERIALIZED VIEW",
    "foreign table": "DROP FOREIGN TABLE",
    "sequence": "DROP SEQUENCE",
    "index": "DROP INDEX",
    "function": "DROP FUNCTION",
    "procedure": "DROP PROCEDURE",
    "aggregate": "DROP AGGREGATE",
    "type": "DROP TYPE",
    "enum": "DROP TYPE",
    "range type": "DROP TYPE",
    "domain": "DROP DOMAIN",
    "collation": "DROP COLLATION",
    "constraint": "DROP CONSTRAINT",
    "trigger": "DROP TRIGGER",
    "rule": "DROP RULE",
    "policy": "DROP POLICY",
    "schema": "DROP SCHEMA",
    "extension": "DROP EXTENSION",
    "foreign data wrapper": "DROP FOREIGN DATA WRAPPER",
    "foreign server": "DROP SERVER",
    "event trigger": "DROP EVENT TRIGGER",
}
_WITHOUT_CASCADE: Final = {
    "database": "DROP DATABASE",
    "publication": "DROP PUBLICATION",
    "subscription": "DROP SUBSCRIPTION",
    "role": "DROP ROLE",
    "tablespace": "DROP TABLESPACE",
}
WRITING: Final = Writing(
    "postgresql",
    drops={**_DROPS, **_WITHOUT_CASCADE},
    cascades=frozenset(_DROPS) - {"policy"},
    on_table=frozenset({"trigger", "rule", "policy"}),
    truncate="TRUNCATE TABLE",
    truncate_cascades=True,
    signatures=True,
    system_schemas=frozenset({"pg_catalog", "information_schema", "pg_toast"}),
)
