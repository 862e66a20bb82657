"""MariaDB: a fresh database on the server that the tests share, watched by its superuser."""

import hashlib
from typing import Final

from contract.mysql_ways import Server
from contract.subjects import mariadb_catalogue, mariadb_tricks
from contract.subjects.mariadb_values import VALUES
from contract.subjects.shape import Described, Failing, Subject, Texts
from lapwing.domain.connections import Target, TransactionState
from lapwing.domain.secrets import Secret
from lapwing.domain.values import Cell
from lapwing.drivers.registry import driver_named

WATCHED: Final = "watched by the tests"
_ENCODED_BYTES: Final = 5
"""A character that is no letter takes so many in the name of a table's file: `@00e9`."""
_LONGEST_FILE: Final = 250


class WatchedMariadb:
    """One database of a running server."""

    def __init__(self, server: Server, database: str, user: str, lasting: tuple[str, ...]) -> None:
        """Watch the sessions of one user; `lasting` are queries about all that is to last."""
        self._server = server
        self._database = database
        self._user = user
        self._lasting = lasting

    def _activity(self) -> list[tuple[str, str]]:
        sessions = self._server.activity(self._user)
        return [(str(one["command"]), str(one["info"] or "")) for one in sessions if one["db"] == self._database]

    def is_running(self) -> bool:
        return any(WATCHED in info for _, info in self._activity())

    def is_idle(self) -> bool:
        return all(command == "Sleep" for command, _ in self._activity())

    def fingerprint(self) -> object:
        """Rows and definitions of this database, accounts, databases, settings, and the files beside them."""
        tables = self._server.ask(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = %s", [self._database]
        )
        places = [f"`{self._database}`.`{name}`" for (name,) in tables]
        sums = self._server.ask(f"CHECKSUM TABLE {', '.join(places)}") if places else []
        parts = [self._server.ask(question.format(database=self._database)) for question in self._lasting]
        files = sorted(path.name for path in (self._server.folder / "data" / self._database).iterdir())
        return hashlib.sha256(repr((sorted(sums), parts, files)).encode()).hexdigest()


COMMON_LASTING: Final = (
    "SELECT table_name, column_name, ordinal_position, column_type FROM information_schema.columns"
    " WHERE table_schema = '{database}' ORDER BY 1, 3",
    "SELECT table_name, index_name, column_name FROM information_schema.statistics"
    " WHERE table_schema = '{database}' ORDER BY 1, 2, seq_in_index",
    "SELECT routine_name, routine_definition FROM information_schema.routines WHERE routine_schema = '{database}'",
    "SELECT trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = '{database}'",
    "SELECT event_name FROM information_schema.events WHERE event_schema = '{database}'",
    "SELECT table_name, view_definition FROM information_schema.views WHERE table_schema = '{database}'",
    "SELECT host, db, user FROM mysql.db ORDER BY 1, 2, 3",
    "SELECT name FROM mysql.plugin",
    "SHOW GLOBAL VARIABLES WHERE variable_name NOT IN ('gtid_binlog_pos', 'gtid_current_pos', 'timestamp')",
)
LASTING: Final = (
    *COMMON_LASTING,
    "SELECT next_not_cached_value, cycle_count FROM `{database}`.counted",
    "SELECT host, user, priv FROM mysql.global_priv ORDER BY 1, 2",
)


def numbers(count: int) -> str:
    return f"SELECT seq AS i FROM seq_1_to_{count}"


TEXTS: Final = Texts(
    endless="SELECT max(a.seq * b.seq) FROM seq_1_to_1000000 AS a CROSS JOIN seq_1_to_1000000 AS b",
    watched=f"SELECT max(a.seq * b.seq) /* {WATCHED} */ FROM seq_1_to_1000000 AS a CROSS JOIN seq_1_to_1000000 AS b",
    endless_rows="SELECT seq, concat('text ', seq) FROM seq_1_to_100000000000",
    numbers=numbers,
    fails_after=lambda count: f"SELECT if(seq <= {count}, seq, 18446744073709551615 + seq) FROM seq_1_to_{count + 1}",
    wide=lambda count: "SELECT " + ", ".join(f"{number} AS c{number}" for number in range(count)),
    create_log="CREATE TABLE log(id int AUTO_INCREMENT PRIMARY KEY, note varchar(100) NOT NULL DEFAULT 'default')",
    insert_many=lambda count: (
        f"INSERT INTO log(note) SELECT concat('many ', seq) /* {WATCHED} */ FROM seq_1_to_{count}"
    ),
    returning="INSERT INTO log(note) VALUES ('returned') RETURNING note",
    create_any="CREATE TABLE anything(number int, cell varchar(100))",
    rolls_back=(),
    rolled_back_by="",
    deferred=(),
    drop_index="DROP INDEX by_note ON log",
    several=(
        "CREATE PROCEDURE several() BEGIN SELECT 1; SELECT 1 FROM log WHERE false; INSERT INTO log(note) VALUES ('x');"
        " SELECT 'a' UNION ALL SELECT 'b'; END",
        "CALL several()",
    ),
)

FAILING: Final = (
    Failing("SELEC 1", 0, "1064 (42000)", "You have an error in your SQL syntax"),
    Failing("SELECT 1 FROM", None, "1064 (42000)", "near '' at line 1"),
    Failing("SELECT '🐦', nichts FROM log", None, "1054 (42S22)", "Unknown column 'nichts'"),
    Failing("SELECT 'ä🐦'\n\n, nichts,,1", 23, "1064 (42000)", "near '1' at line 3"),
    Failing("SELECT * FROM nowhere", None, "1146 (42S02)", "doesn't exist"),
    Failing("INSERT INTO log(id) VALUES (1), (1)", None, "1062 (23000)", "Duplicate entry '1'"),
    Failing("INSERT INTO log(note) VALUES (NULL)", None, "1048 (23000)", "cannot be null"),
    Failing("SELECT 1 +* 2", 10, "1064 (42000)", "near '* 2'"),
    Failing("SELECT ?", 7, "1064 (42000)", "near '?'"),
    Failing("SELECT 'unclosed", 7, "1064 (42000)", "near ''unclosed'"),
    Failing(f"SELECT 1,,\n2 /* {'long ' * 40}*/ + 2", 10, "1064 (42000)", "near '\n2 /* long"),
    Failing("SELECT 1,,,1\n,1", 10, "1064 (42000)", "near ',1"),
    Failing("RELEASE SAVEPOINT nowhere", None, "1305 (42000)", "SAVEPOINT nowhere does not exist"),
)

SMUGGLED: Final = (
    "INSERT INTO log(note) VALUES ('x')", "INSERT INTO log(note) VALUES ('x')", ";", ";", "\n", " ", "'", '"', "`",
    "--", "-- ", "/*", "*/", "/*!", "/*!50000", "/*M!", "\0", "\ufeff", "\\", "''", "BEGIN", "END",
    "CREATE TRIGGER", "EXPLAIN", "x'", "#", "DELIMITER //", "//", "\\G", "\\g", "\x1a", "\u2028", "BEGIN NOT ATOMIC",
)  # fmt: skip


class MariadbSubject(Subject):
    """A database with the table `kept`, and a neighbour that must stay as it is."""

    driver = driver_named("mysql")
    texts = TEXTS
    product = "MariaDB 1"
    most_columns = 65_535
    after_error = TransactionState.OPEN
    after_refused_commit = TransactionState.OPEN
    after_cancelled_change = TransactionState.OPEN
    failing: tuple[Failing, ...] = FAILING
    values = VALUES
    reads: tuple[str, ...] = mariadb_tricks.READS
    smuggled = SMUGGLED
    valid_text_only = True
    any_in_one_column = False
    reads_again = False
    savepoints_share_names = False
    prepared: tuple[str, ...] = (*mariadb_tricks.PREPARED, *mariadb_tricks.PREPARED_ON_MARIADB)
    lasting: tuple[str, ...] = LASTING

    def __init__(self, server: Server, user: str = "admin") -> None:
        """Sessions are those of the superuser, whom nothing but the session itself keeps from changing anything."""
        self._server = server
        self._login = server.logins[user]
        self.schema = server.create_database()
        self._neighbour = server.create_database()
        self.server = WatchedMariadb(server, self.schema, user, self.lasting)
        with server.admin(self.schema) as session, session.cursor() as cursor:
            for sql in self.prepared:
                cursor.execute(sql)
        self.writes = mariadb_tricks.writes(self._neighbour, server.folder)
        self.described = self._described(f"`{user}`@`%`")

    def _described(self, definer: str) -> tuple[Described, ...]:
        return mariadb_catalogue.described(self.schema, definer)

    def target(self, *, read_only: bool = False) -> Target:
        password = None if self._login.password is None else Secret(self._login.password)
        return Target(
            "mysql",
            self.schema,
            self._server.host,
            self._server.port,
            self._login.user,
            password=password,
            read_only=read_only,
        )

    def said(self, cell: Cell) -> Cell:
        if isinstance(cell, float) and cell == 0:
            return "0"  # a literal loses its sign
        return str(cell) if isinstance(cell, int | float) else cell

    def refuses_anyway(self, says: str) -> bool:
        return "Only one statement" in says

    def can_name(self, name: str) -> bool:
        """No NUL, nothing beyond the basic plane, no blank at the end, 64 characters with what the tests add to it."""
        file_bytes = sum(1 if char.isascii() and char.isalnum() else _ENCODED_BYTES for char in name)
        fits = len(name) <= 61 and file_bytes <= _LONGEST_FILE and max(name, default="\0") <= "\uffff"
        return fits and super().can_name(name) and name == name.rstrip(" \t\n\v\f\r")

    def close(self) -> None:
        for database in (self.schema, self._neighbour):
            self._server.drop_database(database)
