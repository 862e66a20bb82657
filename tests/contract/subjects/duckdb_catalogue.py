"""DuckDB's relations and what the catalogue must say of them; what a read-only session must refuse and allow."""

from pathlib import Path
from typing import Final

from contract.subjects.shape import Described
from lapwing.domain.catalog import CatalogColumn, Check, ForeignKey, Index, Relation, RelationDetails


def column(name: str, type_name: str, **facts: object) -> CatalogColumn:
    return CatalogColumn(name, type_name, **{"nullable": True, **facts})  # type: ignore[arg-type]


def index(name: str, *columns: str, unique: bool = False, origin: str = "created", sql: str = "") -> Index:
    return Index(name, columns, unique, partial=False, origin=origin, sql=sql)


CUSTOMERS: Final = (
    "CREATE TABLE customers(id INTEGER PRIMARY KEY, mail VARCHAR NOT NULL UNIQUE, note VARCHAR DEFAULT 'it''s', "
    "age SMALLINT CHECK (age > 17), tags VARCHAR[], twice INTEGER AS (age * 2))"
)
BY_AGE: Final = "CREATE INDEX by_age ON customers(age, (lower(mail)))"
ORDERS: Final = (
    'CREATE TABLE orders("year" INTEGER, number INTEGER, customer INTEGER REFERENCES customers(id), '
    "pence DECIMAL(12, 2) NOT NULL, again_year INTEGER, again INTEGER, "
    'PRIMARY KEY ("year", number), FOREIGN KEY (again_year, again) REFERENCES orders("year", number))'
)
OVERVIEW: Final = "CREATE VIEW overview AS SELECT \"year\", pence, 'a' || number AS both FROM orders"
ODD: Final = 'CREATE TABLE "odd.""table:x"("a b" INTEGER, "%" VARCHAR DEFAULT \'%\')'
BY_ODD: Final = 'CREATE UNIQUE INDEX "by; odd" ON "odd.""table:x"("a b", "%")'

CUSTOMERS_SHOWN: Final = (
    "CREATE TABLE customers(id INTEGER PRIMARY KEY, mail VARCHAR NOT NULL UNIQUE, note VARCHAR DEFAULT('it''s'), "
    "age SMALLINT, tags VARCHAR[], twice INTEGER GENERATED ALWAYS AS((age * 2)), CHECK((age > 17)))"
)
ORDERS_SHOWN: Final = (
    'CREATE TABLE orders("year" INTEGER, number INTEGER, customer INTEGER, pence DECIMAL(12,2) NOT NULL, '
    "again_year INTEGER, again INTEGER, FOREIGN KEY (customer) REFERENCES customers(id), "
    'PRIMARY KEY("year", number), FOREIGN KEY (again_year, again) REFERENCES orders("year", number))'
)
OVERVIEW_SHOWN: Final = 'CREATE VIEW overview AS SELECT "year", pence, (\'a\' || number) AS "both" FROM orders'
ODD_SHOWN: Final = 'CREATE TABLE "odd.""table:x"("a b" INTEGER, "%" VARCHAR DEFAULT(\'%\'))'

DESCRIBED: Final = (
    Described(
        "customers",
        (CUSTOMERS, BY_AGE),
        RelationDetails(
            Relation("main", "customers", "table", 0),
            (
                column("id", "INTEGER", nullable=False, key_position=1),
                column("mail", "VARCHAR", nullable=False),
                column("note", "VARCHAR", default="'it''s'"),
                column("age", "SMALLINT"),
                column("tags", "VARCHAR[]"),
                column("twice", "INTEGER", generated="virtual", expression="CAST((age * 2) AS INTEGER)"),
            ),
            ("id",),
            (),
            (
                index("by_age", "age", "<expression>", sql=BY_AGE),
                index("customers_id_pkey", "id", unique=True, origin="primary key"),
                index("customers_mail_key", "mail", unique=True, origin="unique constraint"),
            ),
            (),
            CUSTOMERS_SHOWN,
            checks=(Check("customers_age_check", ("age",), "age > 17"),),
        ),
    ),
    Described(
        "orders",
        (CUSTOMERS, ORDERS),
        RelationDetails(
            Relation("main", "orders", "table", 0),
            (
                column("year", "INTEGER", nullable=False, key_position=1),
                column("number", "INTEGER", nullable=False, key_position=2),
                column("customer", "INTEGER", references="customers.id"),
                column("pence", "DECIMAL(12,2)", nullable=False),
                column("again_year", "INTEGER", references="orders.year"),
                column("again", "INTEGER", references="orders.number"),
            ),
            ("year", "number"),
            (
                ForeignKey("orders_customer_id_fkey", ("customer",), "customers", ("id",), "NO ACTION", "NO ACTION"),
                ForeignKey(
                    "orders_again_year_again_year_number_fkey",
                    ("again_year", "again"),
                    "orders",
                    ("year", "number"),
                    "NO ACTION",
                    "NO ACTION",
                ),
            ),
            (index("orders_year_number_pkey", "year", "number", unique=True, origin="primary key"),),
            (),
            ORDERS_SHOWN,
        ),
    ),
    Described(
        "overview",
        (CUSTOMERS, ORDERS, OVERVIEW),
        RelationDetails(
            Relation("main", "overview", "view"),
            (column("year", "INTEGER"), column("pence", "DECIMAL(12,2)"), column("both", "VARCHAR")),
            sql=OVERVIEW_SHOWN,
        ),
    ),
    Described(
        'odd."table:x',
        (ODD, BY_ODD),
        RelationDetails(
            Relation("main", 'odd."table:x', "table", 0),
            (column("a b", "INTEGER"), column("%", "VARCHAR", default="'%'")),
            (),
            (),
            (index("by; odd", "a b", "%", unique=True, sql=BY_ODD),),
            (),
            ODD_SHOWN,
        ),
    ),
)


def writes(neighbour: Path, new: Path) -> dict[str, str]:
    """Everything that might change something, with the file of a neighbour and one that does not exist."""
    found = (
        "INSERT INTO kept(id, note) VALUES (2, 'x')",
        "INSERT INTO kept(id, note) VALUES (2, 'x') RETURNING note",
        "INSERT OR REPLACE INTO kept VALUES (1, 'x')",
        "UPDATE kept SET note = 'x'",
        "DELETE FROM kept",
        "WITH t AS (SELECT 1) DELETE FROM kept",
        "TRUNCATE kept",
        "MERGE INTO kept USING (SELECT 1 AS id) AS t USING (id) WHEN MATCHED THEN DELETE",
        "CREATE TABLE made(a INTEGER)",
        "CREATE TABLE made AS SELECT 1",
        "CREATE TEMP TABLE made AS SELECT * FROM kept",
        "CREATE VIEW made AS SELECT 1",
        "CREATE INDEX made ON kept(note, id)",
        "CREATE SEQUENCE made",
        "CREATE SCHEMA made",
        "CREATE MACRO made() AS 1",
        "CREATE TYPE made AS ENUM ('a')",
        "DROP TABLE kept",
        "DROP INDEX kept_by_note",
        "ALTER TABLE kept RENAME TO lost",
        "ALTER TABLE kept ADD COLUMN b INTEGER",
        "COMMENT ON TABLE kept IS 'x'",
        "SELECT nextval('log_ids')",
        "CHECKPOINT",
        "FORCE CHECKPOINT",
        "VACUUM",
        "ANALYZE",
        f"COPY kept TO '{new}.csv'",
        f"COPY (SELECT * FROM kept) TO '{new}.parquet' (FORMAT PARQUET)",
        f"COPY kept FROM '{neighbour}'",
        "COPY FROM DATABASE main TO other",
        f"EXPORT DATABASE '{new}'",
        f"IMPORT DATABASE '{new}'",
        f"ATTACH '{neighbour}' AS n",
        f"ATTACH '{new}.duckdb' AS n",
        "ATTACH ':memory:' AS n",
        "DETACH main",
        "USE main.main",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 1",
        f"SET log_query_path = '{new}.log'",
        f"SET profiling_output = '{new}.json'",
        "RESET threads",
        f"PRAGMA profiling_output = '{new}.json'",
        "PRAGMA enable_profiling",
        "PRAGMA checkpoint",
        "PRAGMA force_checkpoint",
        "CALL pragma_version()",
        f"PREPARE p AS COPY kept TO '{new}.csv'",
        "EXECUTE p",
        f"EXPLAIN ANALYZE COPY kept TO '{new}.csv'",
        f"EXPLAIN (ANALYZE) COPY kept TO '{new}.csv'",
        "EXPLAIN ANALYZE DELETE FROM kept",
        f"SELECT 1; COPY kept TO '{new}.csv'",
    )
    return {sql[:60]: sql for sql in found}


READS: Final = (
    "SELECT * FROM kept",
    "FROM kept",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT sum(i) FROM n",
    "VALUES (1, 2)",
    "TABLE kept",
    "EXPLAIN SELECT * FROM kept",
    "EXPLAIN ANALYZE SELECT * FROM kept",
    "DESCRIBE kept",
    "SUMMARIZE kept",
    "SHOW TABLES",
    "PRAGMA version",
    "PRAGMA database_list",
    "PRAGMA table_info('kept')",
    "SELECT * FROM duckdb_tables()",
    "SELECT * FROM pragma_table_info('kept')",
    "SELECT * FROM information_schema.columns",
    "SELECT count(*) OVER (), row_number() OVER (ORDER BY id) FROM kept",
    "SELECT note FROM kept UNION ALL SELECT 'b'",
)
