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
from lapwing.domain.errors import LapwingError, OpeningFailed, from_wire
from lapwing.domain.events import NoticeReceived, ResultStarted, SessionReopened, StatementRefused
from lapwing.domain.parameters import QueryParameter
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
    me.events.clear()
    await me.run(session_id, sql, **more)
    lines: list[str] = []
    for event in me.events:
        if isinstance(event, NoticeReceived):
            lines += event.text.split("\n")
        elif isinstance(event, ResultStarted):
            for row in rows_in(event.result):
                lines += "|".join("" if cell is None else cell_text(cell) for cell in row).split("\n")
        elif isinstance(event, StatementRefused):
            lines.append("ERROR")
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
SELECT 1 AS a \gset
\echo :ROW_COUNT :ERROR
SELECT 1/0 AS a \gset
\echo :ERROR :SQLSTATE :LAST_ERROR_MESSAGE
UPDATE orders SET note = note;
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


async def test_a_single_command_shows_a_result(me: Asker, postgresql_place: ServerPlace) -> None:
    session = (await postgresql_place.session(me)).session_id
    outcome = await me.run(session, r"\d orders")
    (handle,) = me.handles()
    assert [column.name for column in handle.columns] == ["Column", "Type", "Collation", "Nullable", "Default"]
    assert [row[0] for row in rows_in(handle)] == ["id", "at", "note", "price", "parent", "n"]
    assert (outcome.failed, outcome.statements[0].row_count) == (0, 6)
    (refused,) = errors(await me.run(session, r"\d nowhere"))
    assert str(refused) == r"\d: There is no table, view, index or sequence that is called nowhere."


async def test_objects_of_an_open_transaction_are_described(me: Asker, postgresql_place: ServerPlace) -> None:
    session = (await postgresql_place.session(me)).session_id
    lines = await shown(me, session, "BEGIN; CREATE TABLE fresh (a int);\n\\d fresh\nROLLBACK;\n")
    assert "a|integer|||" in lines


async def test_positions_of_errors_are_those_of_the_script_as_it_was_written(
    me: Asker, postgresql_place: ServerPlace
) -> None:
    session = (await postgresql_place.session(me)).session_id
    script = "\\set long 'a_long_value + 1'\nSELECT 1 AS :long;\nSELECT 1 AS a,\n  nowhere + 1;"
    outcome = await me.run(session, script.replace("AS :long", "AS x"), offset=10)
    assert errors(outcome)[0].facts["position"] == 10 + script.replace("AS :long", "AS x").index("nowhere")
    script = "\\set long '1 + 1111111111'\nSELECT :long, nowhere;"
    assert errors(await me.run(session, script))[0].facts["position"] == script.index("nowhere")


async def test_a_script_stops_where_it_says_that_it_does(me: Asker, postgresql_place: ServerPlace) -> None:
    session = (await postgresql_place.session(me)).session_id
    script = "SELECT 1/0;\n\\set ON_ERROR_STOP on\nSELECT 1;\nSELECT 1/0;\nSELECT 2;"
    assert await shown(me, session, script, on_error="continue") == ["ERROR", "1", "ERROR"]


@pytest.mark.parametrize(
    "command",
    [
        *(r"\connect postgres nobody", r"\c - - other.example", r"\c 'host=evil.example password=x'"),
        *(r"\set AUTOCOMMIT off", r"\encoding LATIN1", r"\set SINGLELINE on"),
    ],
)
async def test_nothing_runs_behind_a_command_that_would_have_led_elsewhere(
    me: Asker, postgresql_place: ServerPlace, command: str
) -> None:
    session = (await postgresql_place.session(me)).session_id
    outcome = await me.run(session, f"{command}\nSELECT 1;", on_error="continue")
    (refused,) = errors(outcome)
    assert (refused.code, outcome.ran) == ("command.stopped", 1)
    assert "evil" not in str(refused) + refused.next_step()


async def test_the_rest_of_branches_and_scripts_has_to_be_there(me: Asker, postgresql_place: ServerPlace) -> None:
    session = (await postgresql_place.session(me)).session_id
    for script, sentence in (
        ("\\if true\nSELECT 1;", "The script ends before the \\endif of an \\if."),
        ("\\endif", "There is no \\if that this \\endif ends."),
        ("\\if true\n\\else\n\\else\n\\endif", "\\else stands behind \\else."),
        ("\\else", "There is no \\if that this \\else goes with."),
        ("\\restrict a\n\\echo b", "\\echo of psql is not supported here: the script has said \\restrict."),
        ("\\restrict a\n\\unrestrict b", "\\unrestrict: The key is not that of \\restrict."),
        ("SELECT 1, 2 WHERE false \\gset", "\\gset: The statement gives no row."),
        ("SELECT generate_series(1,2) AS a \\gset", "\\gset: The statement gives more than one row."),
        ("SELECT 1;\\gset", "\\gset: No statement stands before it. One that was sent already is not sent again"),
        ("\\frobnicate", "\\frobnicate is no command of psql that Lapwing knows; it was not sent."),
        ("\\echo 'a", "\\echo: A quote is not closed."),
    ):
        assert str(errors(await me.run(session, script))[-1]).startswith(sentence)


async def test_a_parameter_that_is_called_like_a_variable_of_psql_is_a_parameter(
    me: Asker, postgresql_place: ServerPlace
) -> None:
    session = (await postgresql_place.session(me)).session_id
    script = "SELECT :USER::text || :'ERROR', :'PORT' = current_setting('port');\n\\set USER mine\nSELECT :'USER'"
    values = (QueryParameter("USER", "given"), QueryParameter("ERROR", "none"))
    assert await shown(me, session, script, parameters=values) == ["givennone|t", "mine"]


# files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Scripts that include each other."""
    made = tmp_path / "scripts"
    (made / "parts").mkdir(parents=True)
    (made / "main.sql").write_text(
        "\\echo main\n\\i parts/one.sql\n\\echo :made\n\\i 'parts/two words.sql'\nSELECT 'end';\n"
    )
    (made / "parts/one.sql").write_text(
        "\\echo one\n\\ir next.sql\n\\set made here\n\\if true\n\\echo yes\n\\q\n\\echo never\n"
    )
    (made / "parts/next.sql").write_text("SELECT 'next';\nSELECT 'open at the end'")
    (made / "parts/two words.sql").write_text("SELECT 'two'\n  'words';\n")
    (made / "rows.tsv").write_text("1\tx\n2\t\\N\n3\tü\n")
    return made


@needs_psql
async def test_scripts_include_others_of_their_folder(me: Asker, postgresql_place: ServerPlace, folder: Path) -> None:
    session = (await postgresql_place.session(me)).session_id
    ours = await shown(me, session, "", path=str(folder / "main.sql"), allow_include=True)
    expected = psql_prints(postgresql_place, (folder / "main.sql").read_text(), folder)
    assert ours == expected == ["main", "one", "next", "open at the end", "yes", "here", "twowords", "end"]


async def test_nothing_is_included_or_copied_unless_a_person_has_allowed_it(
    me: Asker, postgresql_place: ServerPlace, folder: Path
) -> None:
    session = (await postgresql_place.session(me)).session_id
    (refused,) = errors(await me.run(session, "", path=str(folder / "main.sql")))
    assert str(refused) == r"\i would use the file parts/one.sql, and this run may not use files."
    assert "--allow-include" in refused.next_step()
    assert refused.facts["line"] == 2
    (refused,) = errors(await me.run(session, r"\copy orders to out.csv", folder=str(folder)))
    assert refused.code == "command.files"
    assert not (folder / "out.csv").exists()


@pytest.mark.parametrize("on_error", ["stop", "continue"])
async def test_an_error_in_an_included_file_is_told_once_and_where_it_is(
    me: Asker, postgresql_place: ServerPlace, folder: Path, on_error: str
) -> None:
    (folder / "outer.sql").write_text("\\i parts/bad.sql\nSELECT 'behind';\n")
    (folder / "parts/bad.sql").write_text("SELECT 1;\nSELECT\n  nowhere;\n")
    session = (await postgresql_place.session(me)).session_id
    outcome = await me.run(session, "", path=str(folder / "outer.sql"), allow_include=True, on_error=on_error)
    (refused,) = errors(outcome)
    assert (refused.facts["included"], refused.facts["line"], refused.facts["column"]) == ("bad.sql", 3, 3)
    assert (outcome.statements[-1].error is None) is (on_error == "continue")
    assert outcome.failed == len(me.heard(StatementRefused)) == 1


async def test_files_are_copied_in_and_out(me: Asker, postgresql_place: ServerPlace, folder: Path) -> None:
    session = (await postgresql_place.session(me)).session_id
    script = (
        "CREATE TEMP TABLE t (a int, b text);\n\\copy t from rows.tsv\n"
        "\\copy t (a) FROM 'rows.tsv' with (format 'csv')\nSELECT count(*) FROM t;\n"
        "\\copy (SELECT a, b, ')' FROM t ORDER BY a) to out.csv csv header\n\\copy t TO out.txt\n"
    )
    lines = await shown(me, session, script, allow_include=True, folder=str(folder), on_error="continue")
    assert lines == ["ERROR", "3", "The rows were written to out.csv.", "The rows were written to out.txt."]
    assert (folder / "out.csv").read_bytes() == "a,b,?column?\n1,x,)\n2,,)\n3,ü,)\n".encode()
    assert (folder / "out.txt").read_bytes() == (folder / "rows.tsv").read_bytes()
    (folder / "bad.tsv").write_bytes(b"1\t\xff\n")
    (refused,) = errors(await me.run(session, r"\copy t from bad.tsv", allow_include=True, folder=str(folder)))
    assert str(refused) == "\\copy of psql is not supported here: only text in UTF-8 is copied."
    assert await shown(me, session, "SELECT count(*) FROM t") == ["3"]


# MariaDB and MySQL


async def test_commands_of_mysql(me: Asker, mariadb_place: ServerPlace, folder: Path) -> None:
    session = (await mariadb_place.session(me)).session_id
    (folder / "inner.sql").write_text("SELECT 'inner';\ndelimiter //\nSELECT 'again'//\n")
    script = (
        "use information_schema\nSELECT DATABASE()\\G\nSELECT 1\\g\n\\u " + mariadb_place.database + "\n"
        "select DATABASE() = '" + mariadb_place.database + "';\nsource inner.sql\n\\. inner.sql\nSELECT 2;\n"
        "pager\nnopager;\nwarnings\nSELECT 3;\nSELECT 'forgotten' \\c\nquit\nSELECT 4;\n"
    )
    lines = await shown(me, session, script, allow_include=True, folder=str(folder))
    assert [line for line in lines if "no effect" not in line and "not sent" not in line] == [
        *("information_schema", "1", "1", "inner", "again", "inner", "again", "2", "3"),
    ]
    await me.run(session, "status")
    assert rows_in(me.handles()[-1])[0][1] == mariadb_place.database
    for script, sentence in (
        ("\\-\nsource inner.sql", "source of mysql is not supported here: the script has gone into the sandbox."),
        ("tee out.txt", "tee of mysql is not supported here: results are shown here, and not written to a file."),
        ("source inner.sql", "source would use the file inner.sql, and this run may not use files."),
        ("SELECT 1 \\! ls\n;", "\\! of mysql is not supported here: it stands in the midst of a statement."),
        ("charset latin1", "charset of mysql is not supported here: scripts are sent as utf8mb4. The script stops"),
    ):
        allows = script.startswith("\\-")
        assert str(errors(await me.run(session, script, allow_include=allows, folder=str(folder)))[-1]).startswith(
            sentence
        )


# SQLite


async def test_commands_of_sqlite(me: Asker, shop: Path, folder: Path) -> None:
    session = await me.session(shop)
    make_database(shop.parent / "other.sqlite", "CREATE TABLE far(id)")
    await me.run(session, f"ATTACH '{shop.parent / 'other.sqlite'}' AS other")
    (folder / "inner.sql").write_text("SELECT 'inner';\n.print done\n.quit\nSELECT 'never';\n")
    assert await shown(me, session, ".tables") == ["cheap", "orders", "other.far", "stock"]
    assert await shown(me, session, ".tables %or%") == ["orders"]
    assert await shown(me, session, ".indexes orders") == ["by_note"]
    assert await shown(me, session, ".sch orders") == [
        "CREATE TABLE orders(id INTEGER PRIMARY KEY, note TEXT);",
        "CREATE INDEX by_note ON orders(note);",
    ]
    assert (await shown(me, session, ".databases"))[0].startswith("0|main|")
    script = ".read inner.sql\n.print 'a b' \"c\\td\" e\n.headers on\n.mode csv\nSELECT 1;\n.exit\nSELECT 2;\n"
    assert await shown(me, session, script, allow_include=True, folder=str(folder)) == [
        *("inner", "done", "a b c\td e", ".headers has no effect here.", ".mode has no effect here.", "1"),
    ]
    script = "SELECT nowhere;\n.bail on\nSELECT nowhere;\nSELECT 1;"
    assert await shown(me, session, script, on_error="continue") == ["ERROR", "ERROR"]
    (refused,) = errors(await me.run(session, ".open other.sqlite\nDROP TABLE orders;", on_error="continue"))
    assert refused.code == "command.stopped"
    (refused,) = errors(await me.run(session, ".frobnicate"))
    assert str(refused) == ".frobnicate is no command of sqlite3 that Lapwing knows; it was not sent."


@needs_psql
async def test_a_script_goes_on_in_another_database_of_the_server(
    me: Asker, postgresql_place: ServerPlace, postgresql: PostgreSQL, tmp_path: Path
) -> None:
    other = postgresql.create_database("odd 'name\\ here")
    try:
        facts = await postgresql_place.session(me)
        script = "\\set kept yes\nSELECT current_database();\n\\connect 'odd ''name\\\\ here'\n"
        script += f"\\echo :kept :DBNAME\nSELECT current_database();\n\\c {postgresql_place.database}\n"
        script += """\\connect -reuse-previous=on "dbname='odd \\'name\\\\ here'"\n"""
        script += f"SELECT current_database();\n\\c {postgresql_place.database}"
        script += "\nSELECT current_database();\n"
        ours = await shown(me, facts.session_id, script)
        assert ours == psql_prints(postgresql_place, script, tmp_path)
        assert ours == [postgresql_place.database, f"yes {other}", other, other, postgresql_place.database]
        here = postgresql_place.database
        assert [event.facts.database for event in me.heard(SessionReopened)] == [other, here, other, here]
        script = "BEGIN;\n\\c postgres\nSELECT 1;"
        (refused,) = errors(await me.run(facts.session_id, script, on_error="continue"))
        assert refused.code == "transaction.open"
        assert await shown(me, facts.session_id, "ROLLBACK; SELECT current_database()") == [postgresql_place.database]
        outcome = await me.run(facts.session_id, "\\c nowhere_at_all\nSELECT 1;", on_error="continue")
        assert (outcome.ran, isinstance(errors(outcome)[0], OpeningFailed)) == (1, True)
        assert await shown(me, facts.session_id, "SELECT current_database()") == [postgresql_place.database]
    finally:
        postgresql.drop_database(other)
