"""Commands of the vendors' clients in scripts: what psql prints for a script is what a run here tells and shows."""

import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from contract.client_talk import PSQL
from helpers.engines import Asker, asker, make_database, rows_in
from helpers.server_places import ServerPlace
from helpers.servers.mariadb import MariaDB
from helpers.servers.postgresql import PostgreSQL
from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.events import NoticeReceived, ResultStarted, StatementRefused
from lapwing.domain.query import RunOutcome
from lapwing.domain.values import cell_text

needs_psql = pytest.mark.skipif(PSQL is None, reason="psql is not installed")


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


@pytest.fixture(scope="module")
def postgresql_place(postgresql: PostgreSQL) -> Iterator[ServerPlace]:
    name = postgresql.create_database()
    place = ServerPlace("postgresql", postgresql, name, postgresql.port)
    place.ask(
        "CREATE TABLE orders (id int PRIMARY KEY, at date DEFAULT '2026-01-02', note text NOT NULL, "
        "price numeric(10,2) CHECK (price > 0), parent int REFERENCES orders, n int GENERATED ALWAYS AS IDENTITY); "
        "CREATE INDEX by_note ON orders (note DESC) WHERE note <> ''; CREATE VIEW cheap AS SELECT id FROM orders; "
        'CREATE SCHEMA stock; CREATE TABLE stock."Odd Name" (a int); CREATE SEQUENCE numbers START 5; '
        "CREATE FUNCTION twice(a int) RETURNS int LANGUAGE sql AS 'SELECT 2 * a'; "
        "INSERT INTO orders VALUES (1, DEFAULT, 'a', 1.5), (2, NULL, 'b', 2.5); "
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO public; GRANT ALL ON SCHEMA public TO public"
    )
    yield place
    postgresql.drop_database(name)


@pytest.fixture(scope="module")
def mariadb_place(mariadb: MariaDB) -> Iterator[ServerPlace]:
    name = mariadb.create_database()
    yield ServerPlace("mysql", mariadb, name, mariadb.port)
    mariadb.drop_database(name)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(
        tmp_path / "shop.sqlite",
        "CREATE TABLE orders(id INTEGER PRIMARY KEY, note TEXT)",
        "CREATE TABLE stock(id)",
        "CREATE INDEX by_note ON orders(note)",
        "CREATE VIEW cheap AS SELECT id FROM orders",
        "INSERT INTO orders VALUES (1, 'a'), (2, 'b')",
    )


async def shown(me: Asker, session_id: str, sql: str, **more: object) -> list[str]:
    """What a run shows, as psql prints it unaligned and without headings: notices, rows, errors."""
    outcome = await me.run(session_id, sql, **more)
    return _lines(me, outcome)


def _lines(me: Asker, outcome: RunOutcome) -> list[str]:
    lines: list[str] = []
    for event in me.events:
        if isinstance(event, NoticeReceived):
            lines += event.text.split("\n")
        elif isinstance(event, ResultStarted):
            for row in rows_in(event.result):
                lines += "|".join("" if cell is None else cell_text(cell) for cell in row).split("\n")
        elif isinstance(event, StatementRefused):
            lines.append("ERROR")
    me.events.clear()
    assert outcome.run_id
    return lines


def errors(outcome: RunOutcome) -> list[LapwingError]:
    return [from_wire(statement.error) for statement in outcome.statements if statement.error is not None]


def psql_prints(place: ServerPlace, script: str, folder: Path) -> list[str]:
    """What psql prints for a script, its errors as one word."""
    assert PSQL is not None
    file = folder / "script.sql"
    file.write_text(script, "utf-8")
    login = f"host={place.server.host} port={place.server.port} user=trusted dbname={place.database} sslmode=disable"
    done = subprocess.run(
        [PSQL, "-X", "-q", "-A", "-t", "-f", str(file), login],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "PSQL_HISTORY": os.devnull},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    return ["ERROR" if " ERROR: " in line else line for line in done.stdout.decode().splitlines()]


ALIKE = {
    "variables": r"""
\set a 1
\set text 'it''s \\ "x"'
\set name 'Odd "Name'
\set both :a :text
SELECT :a, :'text', :'both', :{?a}, :{?nope}, ':a', $$:a$$, E'\':a', 1::text, 10 AS :"name" -- :a
  /* :a */;
\echo :a :'text' :"name" :nope :both 'x''y' "a b"
\unset a
\echo :a :{?a}
SELECT '{1,2,3}'::int[] AS x, (ARRAY[1,2,3])[1:2];
""",
    "values that hold others, or several statements": r"""
\set one 'SELECT 1 AS x'
\set two 'SELECT :three;'
\set three 3
\set self ':self + 1'
:one;
:two
SELECT 4;
\set many 'SELECT 5; SELECT 6'
:many;
""",
    "gset": r"""
SELECT 1 AS a, NULL AS b, 'x y' AS c \gset
\echo :a :b :c
SELECT 7 AS a, 'it''s' AS b \gset p_
SELECT :p_a, :'p_b';
INSERT INTO orders VALUES (100, NULL, 'new', 1) RETURNING id \gset new_
\echo :new_id
DELETE FROM orders WHERE id = :new_id;
""",
    "branches": r"""
\set yes on
\if :yes
  \echo one
  \if false
    \echo no
    SELECT 'no; \else' AS "\endif";
  \elif 0
    \echo neither
  \elif true
    SELECT 'two';
  \elif true
    \echo never
  \else
    \echo never
  \endif
\else
  SELECT 'never' FROM nowhere;
  \i never.sql
  \! touch canary
  \gset
\endif
\if off
SELECT 'never'; \else \echo three
\endif
SELECT :{?yes} AS known, :{?no} AS unknown \gset
\if :known \echo four \endif
\if :unknown \echo five
\endif
""",
    "echo": r"""
\echo a 'b c' "d e" \\ SELECT 1;
\qecho two
\echo one \echo two
\echo
""",
    "errors in variables": r"""
SELECT 1/0;
\echo :ERROR :SQLSTATE
SELECT 1;
\echo :ERROR :SQLSTATE :ROW_COUNT
SELECT generate_series(1,3);
\echo :ROW_COUNT
SELECT :'DBNAME' = current_database(), :SERVER_VERSION_NUM = current_setting('server_version_num')::int;
""",
    "gexec": r"""
SELECT 'SELECT ' || i, NULL, 'SELECT ''b' || i || '''' FROM generate_series(1, 2) AS i \gexec
""",
    "a script that ends itself": r"""
\echo one
\q
\echo two
""",
    "restrict": r"""
\restrict key
SELECT 1;
\unrestrict key
\echo two
""",
    "copies": r"""
CREATE TEMP TABLE t (a int, b text);
\copy t from stdin
1	x
2	\N
\.
\copy t (b, a) from stdin with (format csv)
"a,b",3
\.
SELECT * FROM t ORDER BY a;
\copy (SELECT a, b FROM t WHERE a > 1 ORDER BY a) to stdout with (format csv)
""",
}


@needs_psql
@pytest.mark.parametrize("name", ALIKE)
async def test_a_script_shows_what_psql_prints(
    me: Asker, postgresql_place: ServerPlace, tmp_path: Path, name: str
) -> None:
    script = ALIKE[name]
    session = (await postgresql_place.session(me)).session_id
    expected = psql_prints(postgresql_place, script, tmp_path)
    assert await shown(me, session, script, on_error="continue") == expected
    assert expected


@needs_psql
@pytest.mark.parametrize(
    "command", [r"\d orders", r"\dt", r"\dv", r"\di", r"\ds", r"\dn", r"\df", r"\d stock.*", r"\dt *.o?ders", r"\dx",
                r'\dt stock."Odd Name"', r"\d by_note", r"\d numbers", r"\dtv o*|c*", r"\dt nope"]
)  # fmt: skip
async def test_a_list_of_objects_has_the_rows_of_psql(
    me: Asker, postgresql_place: ServerPlace, tmp_path: Path, command: str
) -> None:
    session = (await postgresql_place.session(me)).session_id
    ours = await shown(me, session, command)
    theirs = psql_prints(postgresql_place, command, tmp_path)
    known = [line.strip() for line in theirs if line.strip() and not line.startswith(("Did not find", "Number of"))]
    assert set(known) <= {line.strip() for line in ours}, (ours, theirs)
