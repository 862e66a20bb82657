"""SQLite's relations and what the catalogue must say of them; what a read-only session must refuse and allow."""

from pathlib import Path

from contract.subjects.shape import Described
from lapwing.domain.catalog import CatalogColumn, Check, ForeignKey, Index, Relation, RelationDetails, Trigger


def column(name: str, type_name: str = "", **facts: object) -> CatalogColumn:
    return CatalogColumn(name, type_name, **{"nullable": True, **facts})  # type: ignore[arg-type]


CUSTOMERS = (
    "CREATE TABLE customers(id INTEGER PRIMARY KEY, mail TEXT NOT NULL UNIQUE, note TEXT DEFAULT 'it''s',"
    " age CONSTRAINT adult CHECK (age > 17))"
)
BY_AGE = "CREATE INDEX by_age ON customers(age DESC, lower(mail)) WHERE age > 17"
ORDERS = """CREATE TABLE orders(
  year INT, number INT, customer INTEGER REFERENCES customers ON DELETE CASCADE,
  replaces_year INT, replaces_number INT, pence INTEGER NOT NULL,
  pounds REAL AS (pence / 100.0) STORED, twice INT GENERATED ALWAYS AS (pence * 2),
  PRIMARY KEY (year, number),
  FOREIGN KEY (replaces_year, replaces_number) REFERENCES orders ON UPDATE SET NULL
) WITHOUT ROWID"""
NO_CHEATING = "CREATE TRIGGER no_cheating BEFORE UPDATE ON orders BEGIN SELECT RAISE(ABORT, 'no; really'); END"
OVERVIEW = "CREATE VIEW overview AS SELECT year, pounds, 'a' || 'b' AS both FROM orders"
INSTEAD = "CREATE TRIGGER into_overview INSTEAD OF INSERT ON overview BEGIN SELECT 1; END"
STRICT = "CREATE TABLE exact(a INT PRIMARY KEY, b ANY, c BLOB NOT NULL) STRICT, WITHOUT ROWID"
SEARCH = "CREATE VIRTUAL TABLE search USING fts5(title, body)"
ORPHAN = "CREATE TABLE orphan(a REFERENCES nowhere(x), b REFERENCES Customers(MAIL))"

DESCRIBED = (
    Described(
        "customers",
        (CUSTOMERS, BY_AGE),
        RelationDetails(
            Relation("main", "customers", "table"),
            (
                column("id", "INTEGER", key_position=1),
                column("mail", "TEXT", nullable=False),
                column("note", "TEXT", default="'it''s'"),
                column("age"),
            ),
            ("id",),
            (),
            (
                Index("by_age", ("age DESC", "<expression>"), unique=False, partial=True, origin="created", sql=BY_AGE),
                Index(
                    "sqlite_autoindex_customers_1", ("mail",), unique=True, partial=False, origin="unique constraint"
                ),
            ),
            (),
            CUSTOMERS,
            checks=(Check("adult", ("age",), "age > 17"),),
        ),
    ),
    Described(
        "orders",
        (CUSTOMERS, ORDERS, NO_CHEATING),
        RelationDetails(
            Relation("main", "orders", "table", detail="WITHOUT ROWID"),
            (
                column("year", "INT", nullable=False, key_position=1),
                column("number", "INT", nullable=False, key_position=2),
                column("customer", "INTEGER", references="customers.id"),
                column("replaces_year", "INT", references="orders.year"),
                column("replaces_number", "INT", references="orders.number"),
                column("pence", "INTEGER", nullable=False),
                column("pounds", "REAL", generated="stored", expression="pence / 100.0"),
                column("twice", "INT", generated="virtual", expression="pence * 2"),
            ),
            ("year", "number"),
            (
                ForeignKey(
                    "fk 0", ("replaces_year", "replaces_number"), "orders", ("year", "number"), "SET NULL", "NO ACTION"
                ),
                ForeignKey("fk 1", ("customer",), "customers", ("id",), "NO ACTION", "CASCADE"),
            ),
            (
                Index(
                    "sqlite_autoindex_orders_1",
                    ("year", "number"),
                    unique=True,
                    partial=False,
                    origin="primary key",
                ),
            ),
            (Trigger("no_cheating", NO_CHEATING),),
            ORDERS,
        ),
    ),
    Described(
        "overview",
        (CUSTOMERS, ORDERS, OVERVIEW, INSTEAD),
        RelationDetails(
            Relation("main", "overview", "view"),
            (column("year", "INT"), column("pounds", "REAL"), column("both", "")),
            triggers=(Trigger("into_overview", INSTEAD),),
            sql=OVERVIEW,
        ),
    ),
    Described(
        "exact",
        (STRICT,),
        RelationDetails(
            Relation("main", "exact", "table", detail="WITHOUT ROWID, STRICT"),
            (
                column("a", "INT", nullable=False, key_position=1),
                column("b", "ANY"),
                column("c", "BLOB", nullable=False),
            ),
            ("a",),
            (),
            (Index("sqlite_autoindex_exact_1", ("a",), unique=True, partial=False, origin="primary key"),),
            (),
            STRICT,
        ),
    ),
    Described(
        "search",
        (SEARCH,),
        RelationDetails(
            Relation("main", "search", "virtual"),
            (
                column("title"),
                column("body"),
                column("search", generated="hidden"),
                column("rank", generated="hidden"),
            ),
            sql=SEARCH,
        ),
    ),
    Described(
        "search_content",
        (SEARCH,),
        RelationDetails(
            Relation("main", "search_content", "shadow"),
            (column("id", "INTEGER", key_position=1), column("c0"), column("c1")),
            ("id",),
            sql="CREATE TABLE 'search_content'(id INTEGER PRIMARY KEY, c0, c1)",
        ),
    ),
    Described(
        "orphan",
        (CUSTOMERS, ORPHAN),
        RelationDetails(
            Relation("main", "orphan", "table"),
            (column("a", references="nowhere.x"), column("b", references="Customers.MAIL")),
            (),
            (
                ForeignKey("fk 0", ("b",), "Customers", ("MAIL",), "NO ACTION", "NO ACTION"),
                ForeignKey("fk 1", ("a",), "nowhere", ("x",), "NO ACTION", "NO ACTION"),
            ),
            sql=ORPHAN,
        ),
    ),
)


def writes(neighbour: Path, new: Path) -> dict[str, str]:
    """Everything that might change something, with the file of a neighbour and one that does not exist."""
    plain = (
        "INSERT INTO kept(note) VALUES ('x')",
        "INSERT INTO kept(note) VALUES ('x') RETURNING note",
        "INSERT INTO kept(id) VALUES (1) ON CONFLICT DO UPDATE SET note = 'x'",
        "UPDATE kept SET note = 'x'",
        "DELETE FROM kept",
        "REPLACE INTO kept VALUES (1, 'x')",
        "WITH t AS (SELECT 1) DELETE FROM kept",
        "CREATE TABLE made(a)",
        "CREATE TABLE made AS SELECT 1",
        "CREATE TEMP TABLE made(a)",
        "CREATE TEMP TABLE made AS SELECT * FROM kept",
        "CREATE TABLE temp.made(a)",
        "CREATE TEMP VIEW made AS SELECT 1",
        "CREATE TEMP TRIGGER made AFTER INSERT ON kept BEGIN SELECT 1; END",
        "CREATE VIEW made AS SELECT 1",
        "CREATE INDEX made ON kept(note)",
        "CREATE TRIGGER made AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
        "CREATE VIRTUAL TABLE made USING fts5(a)",
        "CREATE VIRTUAL TABLE temp.made USING fts5(a)",
        "DROP TABLE kept",
        "ALTER TABLE kept RENAME TO lost",
        "ALTER TABLE kept ADD COLUMN b",
        "ALTER TABLE kept DROP COLUMN note",
        "REINDEX",
        "ANALYZE",
        "VACUUM",
        f"VACUUM INTO '{new}'",
        f"ATTACH '{neighbour}' AS n",
        f"ATTACH '{new}' AS n",
        f"ATTACH 'file:{new}?mode=rwc' AS n",
        "ATTACH ':memory:' AS n",
        "ATTACH '' AS n",
        "DETACH main",
        "SELECT load_extension('mod_spatialite')",
        f"SELECT writefile('{new}', 'x')",
        "SELECT edit('x')",
        "SELECT fts3_tokenizer('simple', X'0000000000000000')",
        "PRAGMA optimize",
        "SELECT * FROM pragma_optimize",
        "SELECT * FROM pragma_optimize(-1)",
        "PRAGMA incremental_vacuum",
        "PRAGMA incremental_vacuum(5)",
        "PRAGMA wal_checkpoint",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    )
    pragmas = (
        "query_only", "writable_schema", "journal_mode", "user_version", "application_id", "encoding", "auto_vacuum",
        "page_size", "synchronous", "temp_store", "temp_store_directory", "data_store_directory", "schema_version",
        "foreign_keys", "ignore_check_constraints", "trusted_schema", "legacy_alter_table", "locking_mode",
        "secure_delete", "mmap_size", "hard_heap_limit", "cache_spill", "defer_foreign_keys", "journal_size_limit",
        "max_page_count", "read_uncommitted", "recursive_triggers", "reverse_unordered_selects", "busy_timeout",
        "wal_autocheckpoint", "analysis_limit", "automatic_index", "checkpoint_fullfsync", "fullfsync",
        "soft_heap_limit", "threads", "cache_size", "cell_size_check", "key", "rekey", "case_sensitive_like",
    )  # fmt: skip
    spelled = [
        form
        for name in pragmas
        for form in (f"PRAGMA {name}=1", f"PRAGMA {name}(0)", f"PRAGMA main.{name} = 'off'", f'pRaGmA/**/"{name}"(1)')
    ]
    return {sql[:60]: sql for sql in (*plain, *spelled)}


READS = (
    "SELECT * FROM kept",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT sum(i), json_array(1) FROM n",
    "VALUES (1, 2)",
    "EXPLAIN SELECT * FROM kept",
    "PRAGMA table_info(kept)",
    "PRAGMA main.table_xinfo('kept')",
    "PRAGMA index_list(kept)",
    "PRAGMA query_only",
    "PRAGMA user_version",
    "PRAGMA journal_mode",
    "PRAGMA database_list",
    "PRAGMA integrity_check",
    "PRAGMA quick_check(1)",
    "PRAGMA foreign_key_check",
    "SELECT * FROM pragma_table_list",
    "SELECT * FROM pragma_table_info('kept')",
    "SELECT * FROM sqlite_schema",
    "SELECT * FROM json_each('[1]')",
    "SELECT name, sum(pgsize) FROM dbstat GROUP BY name",
    "SELECT count(*) OVER (), row_number() OVER (ORDER BY id) FROM kept",
    "SELECT replace('a', 'a', 'b'), upper('x'), date('now')",
)
