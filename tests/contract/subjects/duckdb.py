"""DuckDB through the generic driver: a fresh file, watched from inside the same process."""

import hashlib
import itertools
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import duckdb
from sqlalchemy import event
from sqlalchemy.engine import Engine

from contract.subjects.duckdb_catalogue import DESCRIBED, READS, writes
from contract.subjects.duckdb_values import VALUES
from contract.subjects.shape import Failing, Subject, Texts
from lapwing.domain.connections import Target, TransactionState
from lapwing.drivers.registry import driver_named

BEAT: Final = "beats_of_the_test"


class DuckdbServer:
    """The database's folder, and a function that the watched query calls with every row."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._beats = itertools.count(1)
        self._last = self._seen = 0
        event.listen(Engine, "connect", self._teach)

    def _teach(self, connection: Any, _record: object) -> None:
        with suppress(duckdb.CatalogException):  # all connections to one file share it
            connection.create_function(BEAT, self._beat, ["BIGINT"], "BIGINT", side_effects=True)

    def _beat(self, number: int) -> int:
        self._last = next(self._beats)
        return number

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
        event.remove(Engine, "connect", self._teach)


TEXTS: Final = Texts(
    endless="SELECT count(*) FROM range(1000000000000) AS a, range(1000) AS b",
    watched=f"SELECT max({BEAT}(range)) FROM range(1000000000000)",
    endless_rows="SELECT range AS i, 'text ' || range AS t FROM range(1, 1000000000000)",
    numbers=lambda count: f"SELECT range AS i FROM range(1, {count + 1})",
    fails_after=lambda count: (
        f"SELECT CASE WHEN range <= {count} THEN range ELSE CAST('x' || range AS BIGINT) END FROM range(1, {count + 2})"
    ),
    wide=lambda count: "SELECT " + ", ".join(f"{number} AS c{number}" for number in range(count)),
    create_log=(
        "CREATE TABLE log(id BIGINT PRIMARY KEY DEFAULT nextval('log_ids'), note TEXT NOT NULL DEFAULT 'default')"
    ),
    insert_many=lambda count: f"INSERT INTO log(note) SELECT 'many ' || {BEAT}(range) FROM range({count})",
    returning="INSERT INTO log(note) VALUES ('returned') RETURNING note",
    create_any="CREATE TABLE anything(number BIGINT, cell TEXT)",
    rolls_back=(),
    rolled_back_by="",
    deferred=(),
)

FAILING: Final = (
    Failing("SELEC 1", 0, "ParserException", 'syntax error at or near "SELEC"'),
    Failing("SELECT 1 FROM", 9, "ParserException", 'syntax error at or near "FROM"'),
    Failing("SELECT '🐦', nichts FROM log", 12, "BinderException", 'Referenced column "nichts" not found'),
    Failing("SELECT 'ä'\n\n, nichts", 14, "BinderException", 'Referenced column "nichts" was not found'),
    Failing("SELECT * FROM nowhere", 14, "CatalogException", "Table with name nowhere does not exist"),
    Failing("INSERT INTO log(id) VALUES (1), (1)", None, "ConstraintException", "duplicate key"),
    Failing("INSERT INTO log(note) VALUES (NULL)", None, "ConstraintException", "NOT NULL constraint failed"),
    Failing("SELECT ?", None, "InvalidInputException", "parameters"),
    Failing("SELECT 'unclosed", 7, "ParserException", "unterminated string literal"),
    Failing("ROLLBACK", None, "TransactionException", "no transaction is active"),
    Failing("SELECT CAST('x' AS INT)", 7, "ConversionException", "Could not convert string 'x'"),
)

SMUGGLED: Final = (
    "INSERT INTO log(note) VALUES ('x')", "INSERT INTO log(note) VALUES ('x')", ";", ";", "\n", " ", "'", '"', "`", "[",
    "]", "--", "/*", "*/", "\0", "\ufeff", "\\", "$$", "$a$", "''", "BEGIN", "END", "CREATE MACRO m() AS", "EXPLAIN",
    "EXPLAIN ANALYZE", "x'", "#", ".read", "\x1a", "\u2028", "//", "E'", "U&'", "PREPARE p AS", "EXECUTE p",
)  # fmt: skip


class DuckdbSubject(Subject):
    """A file in a folder of its own, with a neighbour that must stay as it is."""

    driver = driver_named("generic")
    product = "DuckDB"
    texts = TEXTS
    schema = "main"
    most_columns = 3_000
    limits_columns = False
    after_error = TransactionState.FAILED
    after_refused_commit = TransactionState.IDLE
    after_cancelled_change = TransactionState.FAILED
    failing = FAILING
    described = DESCRIBED
    values = VALUES
    reads = READS
    smuggled = SMUGGLED
    valid_text_only = True
    any_in_one_column = False
    reads_again = False
    bulk_rows = 0
    lost_rows = 1_000_000
    reads_beside_writers = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "database"
        self._folder.mkdir()
        self.path = self._folder / "main file.duckdb"
        neighbour = self._folder / "neighbour.duckdb"
        for path in (self.path, neighbour):
            with duckdb.connect(path) as connection:
                connection.execute("CREATE TABLE kept(id INTEGER PRIMARY KEY, note TEXT)")
                connection.execute("INSERT INTO kept VALUES (1, 'a')")
                connection.execute("CREATE INDEX kept_by_note ON kept(note)")
                connection.execute("CREATE SEQUENCE log_ids")
        self.server = DuckdbServer(self._folder)
        self.writes = writes(neighbour, self._folder / "new")

    def target(self, *, read_only: bool = False) -> Target:
        return Target("generic", f"duckdb:///{self.path}", read_only=read_only)

    def refuses_anyway(self, says: str) -> bool:
        return any(words in says for words in ("does not exist", "Cannot detach", "syntax error", "Only one statement"))

    def close(self) -> None:
        assert isinstance(self.server, DuckdbServer)
        self.server.close()
