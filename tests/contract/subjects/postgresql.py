"""PostgreSQL: a fresh database on the tests' server, watched by a session of the superuser.

The session under test is the superuser's too: what a read-only session must refuse is hardest to refuse there.
"""

from functools import partial
from typing import Any, Final

from contract.subjects import postgresql_catalogue
from contract.subjects.postgresql_shelf import shelf_of
from contract.subjects.postgresql_values import VALUES
from contract.subjects.postgresql_writes import READS, TRAPS, writes
from contract.subjects.shape import Failing, Subject, Texts, Value
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from lapwing.domain.connections import Target, TransactionState
from lapwing.domain.secrets import Secret
from lapwing.domain.values import Cell, RawText
from lapwing.drivers.registry import driver_named

SLEEPS: Final = "SELECT 'watched', pg_sleep(100000)"
KEPT: Final = ("CREATE TABLE kept(id serial PRIMARY KEY, note text)", "INSERT INTO kept(note) VALUES ('a')")
_LONGEST_NAME: Final = 60  # of 63: the suite puts something before and behind
_SEEN: Final = "SELECT state, query FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'"
_REFUSED_ANYWAY: Final = (
    "does not exist",
    "syntax error",
    "cannot insert multiple commands into a prepared statement",
    "is not allowed in a non-volatile function",
    "EXECUTE of transaction commands is not implemented",
)
_CATALOGUES: Final = (
    "pg_class", "pg_attribute", "pg_proc", "pg_trigger", "pg_type", "pg_constraint", "pg_index", "pg_namespace",
    "pg_description", "pg_rewrite", "pg_largeobject_metadata", "pg_largeobject", "pg_authid", "pg_auth_members",
    "pg_db_role_setting", "pg_database", "pg_tablespace", "pg_publication", "pg_extension", "pg_enum", "pg_policy",
    "pg_event_trigger", "pg_foreign_server", "pg_default_acl", "pg_language", "pg_operator", "pg_collation",
    "pg_statistic_ext", "pg_shdescription",
)  # fmt: skip
_VERSION: Final = "hashtextextended(concat(ctid, ' ', xmin), 0)::numeric"
"""Of a row: another one after each change, but for the figures that vacuum writes in its place at any time."""


class PostgresqlServer:
    """The tests' server, seen through one database."""

    def __init__(self, server: PostgreSQL, database: str) -> None:
        self._server = server
        self._database = database

    def _statements(self) -> list[str]:
        seen = self._server.ask(_SEEN, [self._database])
        return [query for state, query in seen if state == "active"]

    def is_running(self) -> bool:
        return any("watched" in query for query in self._statements())

    def is_idle(self) -> bool:
        return not self._statements()

    def fingerprint(self) -> object:
        """The versions of all rows of the catalogues, all data, settings, and the files of the folder."""
        with self._server.admin(self._database) as session:

            def told(question: str) -> Any:
                return session.execute(question.encode()).fetchall()

            hashes = {name: told(f"SELECT count(*), sum({_VERSION}) FROM {name}") for name in _CATALOGUES}
            tables = told("SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'S') AND oid > 16383")
            data = {name: told(f"SELECT row(x.*)::text FROM {name} x ORDER BY 1") for (name,) in tables}
            more = told("SELECT gid FROM pg_prepared_xacts"), told("SELECT slot_name FROM pg_replication_slots")
            locks = told("SELECT objid FROM pg_locks WHERE locktype = 'advisory'")
        settings = (self._server.folder / "data" / "postgresql.auto.conf").read_bytes()
        files = sorted(path.name for path in self._server.folder.iterdir())
        return hashes, data, more, locks, settings, files


def numbers(count: int) -> str:
    return f"SELECT i FROM generate_series(1, {count}) AS i"


def fails_after(count: int) -> str:
    """A division by zero, in the row behind the last good one."""
    return f"SELECT CASE WHEN i <= {count} THEN i ELSE 1 / (i - i) END FROM generate_series(1, {count + 1}) AS i"


TEXTS: Final = Texts(
    endless="SELECT count(*) FROM (SELECT generate_series(1, 1000000000000)) AS endless",
    watched=SLEEPS,
    endless_rows="SELECT i, 'text ' || i FROM (SELECT generate_series(1, 1000000000000) AS i) AS endless",
    numbers=numbers,
    fails_after=fails_after,
    wide=lambda count: "SELECT " + ", ".join(f"{number} AS c{number}" for number in range(count)),
    create_log="CREATE TABLE log(id serial PRIMARY KEY, note text NOT NULL DEFAULT 'default')",
    insert_many=lambda count: f"INSERT INTO log(note) SELECT 'many ' || i FROM ({numbers(count)}) AS n /* watched */",
    returning="INSERT INTO log(note) VALUES ('returned') RETURNING note",
    create_any="CREATE TABLE anything(number int, cell text)",
    rolls_back=(),
    rolled_back_by="",
    deferred=(
        "CREATE TABLE parent(id int PRIMARY KEY)",
        "CREATE TABLE child(id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED)",
        "BEGIN",
        "INSERT INTO child VALUES (7)",
    ),
    real_parameter="SELECT $1::float8",
)

FAILING: Final = (
    Failing("SELEC 1", 0, "42601", "syntax error"),
    Failing("SELECT 1 FROM", 13, "42601", "syntax error at end of input"),
    Failing("SELECT '🐦', nichts FROM log", 12, "42703", 'column "nichts" does not exist'),
    Failing("SELECT 'ä'\n\n, nichts", 14, "42703", 'column "nichts" does not exist'),
    Failing("SELECT * FROM nowhere", 14, "42P01", 'relation "nowhere" does not exist'),
    Failing("INSERT INTO log(id) VALUES (1), (1)", None, "23505", "duplicate key value violates unique constraint"),
    Failing("INSERT INTO log(note) VALUES (NULL)", None, "23502", "violates not-null constraint"),
    Failing("SELECT 1 +* 2", 9, "42883", "operator does not exist"),
    Failing("SELECT $1", None, "", "has parameters"),
    Failing("INSERT INTO log(note) VALUES ($1)", None, "08P01", "has parameters"),
    Failing("SELECT 'unclosed", 7, "42601", "unterminated quoted string"),
    Failing("ROLLBACK TO SAVEPOINT nowhere", None, "25P01", "ROLLBACK TO SAVEPOINT can only be used"),
    Failing("SELECT 'a\0b'", 9, "", "NUL character"),
    Failing("SELECT '\ud83d'", 8, "", "half a character"),
    Failing("SELECT 1/0", None, "22012", "division by zero"),
    Failing("COPY log FROM STDIN", None, "57014", "none came with it"),
    Failing("DO $$ BEGIN PERFORM 1/0; END $$", None, "22012", "division by zero"),
    Failing("VACUUM nowhere", None, "42P01", "does not exist"),
    Failing("SET statement_timeout = 'x'", None, "22023", "invalid value"),
)

SMUGGLED: Final = (
    "INSERT INTO log(note) VALUES ('x')", "INSERT INTO log(note) VALUES ('x')", ";", ";", "\n", " ", "'", '"', "`", "[",
    "]", "--", "/*", "*/", "\0", "\ufeff", "\\", "$$", "$a$", "''", "BEGIN", "END", "COMMIT", "DO", "EXPLAIN ANALYZE",
    "x'", "E'", "U&'", "#", "\\;", "\x1a", "\u2028", "//", "q'[", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC",
)  # fmt: skip


class PostgresqlSubject(Subject):
    """A database in UTF-8, reached by TCP with the certificate verified."""

    driver = driver_named("postgresql")
    product = "PostgreSQL 1"
    texts = TEXTS
    schema = "public"
    most_columns = 1_664
    after_error = TransactionState.FAILED
    after_refused_commit = TransactionState.IDLE
    after_cancelled_change = TransactionState.FAILED
    failing = FAILING
    values = VALUES
    smuggled: tuple[str, ...] = SMUGGLED
    valid_text_only = True
    holds_nul = False
    any_in_one_column = False
    reads_again = False
    bulk_rows = 1_000
    encoding = "UTF8"

    def __init__(self, server: PostgreSQL) -> None:
        self._postgresql = server
        self._shelf = shelf_of(server, self.encoding, partial(_prepared, server, self.encoding))
        self.name = self._shelf.take()
        self.server = PostgresqlServer(server, self.name)
        self.described = postgresql_catalogue.described(server.version_number)
        self.writes = writes(server.folder)
        self.reads = READS

    def target(self, *, read_only: bool = False) -> Target:
        server, login = self._postgresql, self._postgresql.logins[SUPERUSER]
        options = {"sslrootcert": str(server.certificates.authority)}
        password = Secret(login.password or "")
        return Target(
            "postgresql", self.name, server.host, server.port, login.user, options, read_only, password=password
        )

    def said(self, cell: Cell) -> Cell:
        if isinstance(cell, bytes):
            return f"\\x{cell.hex()}"
        return cell if cell is None else str(cell)

    def parameter(self, number: int) -> str:
        return f"${number}"

    def can_name(self, name: str) -> bool:
        return super().can_name(name) and len(name.encode()) <= _LONGEST_NAME

    def refuses_anyway(self, says: str) -> bool:
        return any(words in says for words in _REFUSED_ANYWAY)

    def close(self) -> None:
        self._shelf.give_back(self.name)


def _prepared(server: PostgreSQL, encoding: str) -> str:
    name = server.create_database(encoding=encoding, owner=SUPERUSER)
    with server.admin(name) as session:
        for made in (*KEPT, *TRAPS):
            session.execute(made.encode())
    return name


class AsciiSubject(PostgresqlSubject):
    """A database whose text is whatever bytes were stored, reached by the Unix socket."""

    encoding = "SQL_ASCII"
    valid_text_only = False
    values = (
        *(value for value in VALUES if value.cell is None or str(value.cell).isascii()),
        Value("E'\\xff'", RawText(b"\xff"), "text"),
        Value("E'a\\x80'", RawText(b"a\x80"), "text"),
        Value("E'\\xed\\xa0\\x80'", RawText(b"\xed\xa0\x80"), "text"),
        Value("E'\\xc3\\xa4'", "ä", "text"),
        Value("ARRAY[E'\\xff', NULL]", RawText(b"{\xff,NULL}"), "text"),
    )
    smuggled = (*SMUGGLED, "ä", "🐦")

    def target(self, *, read_only: bool = False) -> Target:
        server = self._postgresql
        return Target("postgresql", self.name, str(server.socket_folder), server.port, SUPERUSER, {}, read_only)
