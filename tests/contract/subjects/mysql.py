"""MySQL: like MariaDB, but without sequences, RETURNING and its way of ending procedures."""

import dataclasses
from typing import Final

from contract.mysql_ways import Server
from contract.subjects import mariadb, mariadb_tricks
from contract.subjects.mariadb_values import VALUES
from contract.subjects.shape import Described, Failing
from lapwing.domain.values import Cell

NUMBERED: Final = "test_numbered"
"""A database that all tests share and none changes."""
ROWS: Final = 20_000
MANY: Final = f"{NUMBERED}.many"


def numbers(count: int) -> str:
    return f"SELECT i FROM {MANY} WHERE i <= {count} ORDER BY i"


_CUBE: Final = f"FROM {MANY} AS a STRAIGHT_JOIN {MANY} AS b STRAIGHT_JOIN {MANY} AS c"
_NUMBER: Final = f"((a.i - 1) * {ROWS} + b.i - 1) * {ROWS} + c.i"

TEXTS: Final = dataclasses.replace(
    mariadb.TEXTS,
    endless=f"SELECT max(a.i * b.i * c.i) {_CUBE}",
    watched=f"SELECT max(a.i * b.i * c.i) /* {mariadb.WATCHED} */ {_CUBE}",
    endless_rows=f"SELECT /*+ NO_BNL() */ {_NUMBER}, concat('text ', {_NUMBER}) {_CUBE}",
    numbers=numbers,
    fails_after=lambda count: (
        f"SELECT if(i <= {count}, i, 18446744073709551615 + i) FROM {MANY} WHERE i <= {count + 1} ORDER BY i"
    ),
    insert_many=lambda count: (
        f"INSERT INTO log(note) SELECT concat('many ', a.i) /* {mariadb.WATCHED} */ {_CUBE} LIMIT {count}"
    ),
    returning="CALL returning_note()",
    several_affected=None,
)
_COMMAS: Final = (
    Failing("SELECT 'ä🐦'\n\n, nichts,,1", 22, "1064 (42000)", "near ',1' at line 3"),
    Failing(f"SELECT 1,,\n2 /* {'long ' * 40}*/ + 2", 9, "1064 (42000)", "near ',\n2 /* long"),
    Failing("SELECT 1,,,1\n,1", 9, "1064 (42000)", "near ',,1"),
)
"""Where MariaDB points one sign further on."""
FAILING: Final = (*(case for case in mariadb.FAILING if case.sql not in {one.sql for one in _COMMAS}), *_COMMAS)


class MysqlSubject(mariadb.MariadbSubject):
    """A database with the table `kept`, and a neighbour that must stay as it is."""

    texts = TEXTS
    product = "MySQL "
    failing = FAILING
    values = tuple(value for value in VALUES if "0000-00-00" not in value.sql)
    reads = (*mariadb_tricks.READS_EVERYWHERE, "TABLE kept", "VALUES ROW(1, 2)", "EXPLAIN ANALYZE SELECT * FROM kept")
    prepared = (
        *mariadb_tricks.PREPARED,
        "CREATE PROCEDURE returning_note() BEGIN SELECT 'returned'; INSERT INTO log(note) VALUES ('returned'); END",
    )
    lasting = (*mariadb.COMMON_LASTING, "SELECT * FROM mysql.user ORDER BY host, user")

    def __init__(self, server: Server) -> None:
        if not server.ask(f"SHOW DATABASES LIKE '{NUMBERED}'"):
            server.create_database(NUMBERED)
            server.ask(f"CREATE TABLE {MANY} (i int PRIMARY KEY)")
            server.ask(f"INSERT INTO {MANY} VALUES {', '.join(f'({i})' for i in range(1, ROWS + 1))}")
            server.ask(f"ANALYZE TABLE {MANY}")
        super().__init__(server)

    def _described(self, definer: str) -> tuple[Described, ...]:
        return ()  # tests/contract/test_mysql_catalogue.py has MySQL's own relations

    def said(self, cell: Cell) -> Cell:
        return "-0" if isinstance(cell, float) and str(cell) == "-0.0" else super().said(cell)
