"""SQLite: a fresh file, watched from outside."""

import hashlib
import itertools
import os
from pathlib import Path

import apsw

from contract.subjects import sqlite_catalogue
from contract.subjects.shape import Failing, Subject, Texts
from contract.subjects.sqlite_values import VALUES
from lapwing.domain.connections import Target, TransactionState
from lapwing.drivers.registry import driver_named

BEAT = "beats_of_the_test"


class SqliteServer:
    """The database's folder, and a function that the watched query calls with every row."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._beats = itertools.count(1)
        self._last = self._seen = 0
        apsw.connection_hooks.append(self._teach)

    def _teach(self, connection: apsw.Connection) -> None:
        connection.create_scalar_function(BEAT, self._beat, 0)
        if Path(connection.filename).parent == self._folder:
            connection.execute("PRAGMA synchronous=OFF")  # no power cut is part of the contract, and disks are slow

    def _beat(self, *_arguments: object) -> int:
        self._last = next(self._beats)
        return self._last

    def is_running(self) -> bool:
        before, self._seen = self._seen, self._last
        return self._last > before

    def is_idle(self) -> bool:
        return not self.is_running()

    def fingerprint(self) -> object:
        return {
            str(path.relative_to(self._folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self._folder.rglob("*"))
            if path.is_file()
        }

    def close(self) -> None:
        apsw.connection_hooks.remove(self._teach)


def numbers(count: int) -> str:
    return f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n"


def fails_after(count: int) -> str:
    """abs() of the smallest integer overflows, in the row behind the last good one."""
    inner = numbers(count + 1).removesuffix("SELECT i FROM n")
    return f"{inner} SELECT CASE WHEN i <= {count} THEN i ELSE abs(-9223372036854775807 - 1) END FROM n"


TEXTS = Texts(
    endless="WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    watched=f"WITH RECURSIVE n(i) AS (SELECT {BEAT}() UNION ALL SELECT {BEAT}() FROM n) SELECT count(*) FROM n",
    endless_rows="WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'text ' || i FROM n",
    numbers=numbers,
    fails_after=fails_after,
    wide=lambda count: "SELECT " + ", ".join(f"{number} AS c{number}" for number in range(count)),
    create_log="CREATE TABLE log(id INTEGER PRIMARY KEY, note TEXT NOT NULL DEFAULT 'default')",
    insert_many=lambda count: f"INSERT INTO log(note) SELECT 'many ' || i FROM ({numbers(count)}) WHERE {BEAT}() > 0",
    returning="INSERT INTO log(note) VALUES ('returned') RETURNING note",
    create_any="CREATE TABLE anything(number INTEGER, cell)",
    rolls_back=("CREATE TRIGGER never BEFORE DELETE ON log BEGIN SELECT RAISE(ROLLBACK, 'never'); END",),
    rolled_back_by="DELETE FROM log",
    deferred=(
        "PRAGMA foreign_keys=1",
        "CREATE TABLE parent(id INTEGER PRIMARY KEY)",
        "CREATE TABLE child(id INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)",
        "BEGIN",
        "INSERT INTO child VALUES (7)",
    ),
)

FAILING = (
    Failing("SELEC 1", 0, "SQLITE_ERROR", "syntax error"),
    Failing("SELECT 1 FROM", None, "SQLITE_ERROR", "incomplete input"),
    Failing("SELECT '🐦', nichts FROM log", 12, "SQLITE_ERROR", "no such column: nichts"),
    Failing("SELECT 'ä'\n\n, 🐦nichts", 14, "SQLITE_ERROR", "no such column"),
    Failing("SELECT * FROM nowhere", None, "SQLITE_ERROR", "no such table: nowhere"),
    Failing("INSERT INTO log(id) VALUES (1), (1)", None, "SQLITE_CONSTRAINT_PRIMARYKEY", "UNIQUE constraint failed"),
    Failing("INSERT INTO log(note) VALUES (NULL)", None, "SQLITE_CONSTRAINT_NOTNULL", "NOT NULL constraint failed"),
    Failing("SELECT 1 +* 2", 10, "SQLITE_ERROR", 'near "*"'),
    Failing("SELECT ?", None, "", "has parameters"),
    Failing("SELECT 'unclosed", 7, "SQLITE_ERROR", "unrecognized token"),
    Failing("ROLLBACK", None, "SQLITE_ERROR", "no transaction is active"),
    Failing("SELECT load_extension('x')", None, "SQLITE_ERROR", "not authorized"),
)

SMUGGLED = (
    "INSERT INTO log(note) VALUES ('x')", "INSERT INTO log(note) VALUES ('x')", ";", ";", "\n", " ", "'", '"', "`", "[",
    "]", "--", "/*", "*/", "\0", "\ufeff", "\\", "$$", "''", "BEGIN", "END", "CREATE TRIGGER", "EXPLAIN", "x'", "#",
    ".read", "\x1a", "\u2028", "//", "E'", "q'[",
)  # fmt: skip


class SqliteSubject(Subject):
    """A file in a folder of its own, with a neighbour that must stay as it is."""

    driver = driver_named("sqlite")
    texts = TEXTS
    product = "SQLite"
    schema = "main"
    most_columns = 2_000
    after_error = TransactionState.OPEN
    after_refused_commit = TransactionState.OPEN
    after_cancelled_change = TransactionState.IDLE  # sqlite.org/c3ref/interrupt.html
    failing = FAILING
    described = sqlite_catalogue.DESCRIBED
    values = VALUES
    smuggled = SMUGGLED

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "database"
        self._folder.mkdir()
        self.server = SqliteServer(self._folder)
        self.path = self._folder / "main file.sqlite"
        neighbour = self._folder / "neighbour.sqlite"
        for path in (self.path, neighbour):
            connection = apsw.Connection(os.fspath(path))
            connection.execute("CREATE TABLE kept(id INTEGER PRIMARY KEY, note TEXT); INSERT INTO kept VALUES (1, 'a')")
            connection.execute("CREATE INDEX kept_by_note ON kept(note)")
            connection.close()
        self.writes = sqlite_catalogue.writes(neighbour, self._folder / "new.sqlite")
        self.reads = sqlite_catalogue.READS

    def target(self, *, read_only: bool = False) -> Target:
        return Target("sqlite", str(self.path), read_only=read_only)

    def refuses_anyway(self, says: str) -> bool:
        return any(words in says for words in ("no such function", "no such table", "cannot detach database main"))

    def close(self) -> None:
        assert isinstance(self.server, SqliteServer)
        self.server.close()
