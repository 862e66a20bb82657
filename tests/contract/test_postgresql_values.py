"""PostgreSQL's values come as its output functions write them, whatever encoding and style they are in."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from contract.asking import rows_of, run, scalar
from contract.postgresql_sessions import opened, target_of
from contract.subjects.postgresql_values import UNSTORED, VALUES
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from lapwing.domain.values import Cell, RawText
from lapwing.drivers.base import Session


@pytest.fixture
def session(postgresql: PostgreSQL) -> Iterator[Session]:
    with opened(target_of(postgresql, SUPERUSER)) as made:
        yield made


def type_names(session: Session, sql: str) -> list[str]:
    columns = run(session, sql).columns
    assert columns is not None
    return [column.type_name for column in columns]


def test_values_that_no_column_can_hold_come_exactly_too(session: Session) -> None:
    for value in UNSTORED:
        assert scalar(session, f"SELECT {value.sql}") == value.cell, value


def test_psql_shows_the_same_texts(postgresql: PostgreSQL, session: Session) -> None:
    """An independent client: its output is compared byte for byte."""
    values = [value for value in (*VALUES, *UNSTORED) if len(value.sql) < 1_000]
    sql = "; ".join(f"SELECT {value.sql}" for value in values)
    psql: list[str | Path] = [postgresql.installation.programs / "psql", "-XAtq", "-P", "null=∅", "-c", sql]
    where = ["-h", f"{postgresql.socket_folder}", "-p", f"{postgresql.port}", "-U", SUPERUSER, "-d", "postgres"]
    done = subprocess.run([*psql, *where], capture_output=True, check=True, env={"PGCLIENTENCODING": "UTF8"})
    cells = [scalar(session, f"SELECT {value.sql}") for value in values]
    assert done.stdout.decode() == "".join(f"{'∅' if cell is None else str(cell)}\n" for cell in cells)


@pytest.mark.parametrize(
    ("setting", "texts"),
    [
        ("DateStyle = 'German, DMY'", ["29.02.2024", "29.02.2024 12:34:56", "15.03.0044 BC"]),
        ("DateStyle = 'SQL, MDY'", ["02/29/2024", "02/29/2024 12:34:56", "03/15/0044 BC"]),
        ("DateStyle = 'Postgres, DMY'", ["29-02-2024", "Thu 29 Feb 12:34:56 2024", "15-03-0044 BC"]),
    ],
)
def test_dates_are_written_in_the_style_of_the_session(session: Session, setting: str, texts: list[str]) -> None:
    run(session, f"SET {setting}")
    sql = "SELECT date '2024-02-29', timestamp '2024-02-29 12:34:56', date '0044-03-15 BC'"
    assert rows_of(session, sql) == [tuple(texts)]


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("postgres", "1 year 2 mons -3 days +04:05:06.789"),
        ("postgres_verbose", "@ 1 year 2 mons -3 days 4 hours 5 mins 6.789 secs"),
        ("sql_standard", "+1-2 -3 +4:05:06.789"),
        ("iso_8601", "P1Y2M-3DT4H5M6.789S"),
    ],
)
def test_intervals_are_written_in_the_style_of_the_session(session: Session, style: str, text: str) -> None:
    run(session, f"SET IntervalStyle = {style}")
    assert scalar(session, "SELECT interval '1 year 2 mons -3 days 04:05:06.789'") == text


def test_bytea_floats_and_times_follow_the_settings_of_the_session(session: Session) -> None:
    run(session, "SET bytea_output = escape")
    assert scalar(session, r"SELECT '\x00ff5c61'::bytea") == r"\000\377\\a"
    run(session, "SET extra_float_digits = 0")
    assert scalar(session, "SELECT 0.1::float8 + 0.2::float8") == "0.3"
    run(session, "SET extra_float_digits = 1")
    assert scalar(session, "SELECT 0.1::float8 + 0.2::float8") == "0.30000000000000004"
    run(session, "SET TimeZone = 'Asia/Kathmandu'")
    assert scalar(session, "SELECT timestamptz '2024-01-01 00:00:00+00'") == "2024-01-01 05:45:00+05:45"


def test_types_of_a_persons_own_come_as_they_write_themselves(postgresql: PostgreSQL) -> None:
    name = postgresql.create_database()
    with opened(target_of(postgresql, database=name)) as session:
        for made in (
            "CREATE TYPE mood AS ENUM ('sad', 'so ''so''', 'happy 🐦')",
            "CREATE DOMAIN price AS numeric(8,2) CHECK (value >= 0)",
            "CREATE TYPE pair AS (a mood, b price, c text[])",
            "CREATE TYPE span AS RANGE (subtype = float8)",
            "CREATE SCHEMA other CREATE TABLE t(a mood)",
            "CREATE TYPE other.mood AS ENUM ('x')",
        ):
            run(session, made)
        sql = (
            "SELECT 'so ''so'''::mood AS m, 1.5::price AS p, row('sad', 2, '{a,NULL}')::pair AS r, span(0.5, 1) AS s, "
            "ARRAY['sad', 'happy 🐦']::mood[] AS ms, 'x'::other.mood AS o, ARRAY[row('sad', 2, NULL)::pair] AS rs"
        )
        assert rows_of(session, sql) == [
            ("so 'so'", "1.50", '(sad,2.00,"{a,NULL}")', "[0.5,1)", '{sad,"happy 🐦"}', "x", '{"(sad,2.00,)"}')
        ]
        names = type_names(session, sql)
        assert names == ["mood", "numeric(8,2)", "pair", "span", "mood[]", "other.mood", "pair[]"]
    postgresql.drop_database(name)


def test_types_are_named_with_their_modifiers(session: Session) -> None:
    named = {
        "1::numeric(10,2)": "numeric(10,2)",
        "1::numeric": "numeric",
        "'a'::varchar(20)": "character varying(20)",
        "'a'::varchar": "character varying",
        "'a'::char(3)": "character(3)",
        "now()::timestamptz(3)": "timestamp(3) with time zone",
        "now()::timestamp(0)": "timestamp(0) without time zone",
        "'1 day'::interval day to second(2)": "interval day to second(2)",
        "B'1'::bit(4)": "bit(4)",
        "'{}'::numeric(10,2)[]": "numeric(10,2)[]",
        "'{}'::int4[]": "integer[]",
        "1::int2": "smallint",
        "'x'::\"char\"": '"char"',
        "row(1)": "record",
        "pg_sleep(0)": "void",
        "'a'": "text",
        "NULL": "text",
        "'{}'::int8multirange": "int8multirange",
    }
    assert type_names(session, f"SELECT {', '.join(named)}") == list(named.values())


def test_numbers_are_known_as_numbers(session: Session) -> None:
    numeric = ("1::int2", "1", "1::int8", "1.5", "1::real", "1::float8", "1::money", "1::oid")
    others = ("'1'", "true", "now()", "'{1}'::int[]", "'1'::xid", "interval '1'")
    columns = run(session, f"SELECT {', '.join((*numeric, *others))}").columns
    assert columns is not None
    assert [column.is_numeric for column in columns] == [True] * len(numeric) + [False] * len(others)


# encodings


@pytest.mark.parametrize(
    ("encoding", "stored"),
    [("LATIN1", ["ä", "ÿ", "\u00a0", "\u0085"]), ("WIN1252", ["€", "ä", "œ"]), ("EUC_JP", ["日本", "ア"])],
)
def test_text_of_other_encodings_comes_as_the_same_characters(
    postgresql: PostgreSQL, encoding: str, stored: list[str]
) -> None:
    name = postgresql.create_database(encoding=encoding)
    with opened(target_of(postgresql, database=name)) as session:
        assert session.surroundings().encoding == encoding
        run(session, "CREATE TABLE t(number int, a text)")
        for number, text in enumerate(stored):
            run(session, "INSERT INTO t VALUES ($1, $2)", (number, text))
        assert rows_of(session, "SELECT a, length(a) FROM t ORDER BY number") == [(a, str(len(a))) for a in stored]
        columns = run(session, f'SELECT 1 AS "{stored[0]}"').columns
        assert columns is not None
        assert columns[0].name == stored[0]
    postgresql.drop_database(name)


@pytest.fixture
def ascii_database(postgresql: PostgreSQL) -> Iterator[str]:
    name = postgresql.create_database(encoding="SQL_ASCII")
    yield name
    postgresql.drop_database(name)


def test_bytes_of_a_database_without_encoding_lose_no_row(postgresql: PostgreSQL, ascii_database: str) -> None:
    with opened(target_of(postgresql, database=ascii_database)) as session:
        run(session, "CREATE TABLE t(number int, a text)")
        cells: list[Cell] = []
        for number in range(500):
            raw = bytes([65 + number % 20, 128 + number % 128]) if number % 7 == 3 else f"ä{number}".encode()
            cells.append(RawText(raw) if number % 7 == 3 else raw.decode())
            run(session, "INSERT INTO t VALUES ($1, $2)", (number, cells[-1]))
        assert [row[0] for row in rows_of(session, "SELECT a FROM t ORDER BY number")] == cells
        assert rows_of(session, "SELECT a FROM t WHERE a = $1 LIMIT 1", (cells[3],)) == [(cells[3],)]


def test_names_that_are_no_text_are_shown_with_escapes(postgresql: PostgreSQL, ascii_database: str) -> None:
    postgresql.ask(
        r"""DO $$ BEGIN EXECUTE E'CREATE TABLE "t\xff"("a\xfe" int)';
        EXECUTE E'GRANT ALL ON "t\xff" TO PUBLIC'; END $$""",
        database=ascii_database,
    )
    with opened(target_of(postgresql, database=ascii_database)) as session:
        run(session, r"""DO $$ BEGIN EXECUTE E'CREATE VIEW v AS SELECT * FROM "t\xff"'; END $$""")
        columns = run(session, "SELECT * FROM v").columns
        assert columns is not None
        assert columns[0].name == r"a\xfe"


def test_positions_are_counted_in_characters_also_where_the_server_counts_bytes(
    postgresql: PostgreSQL, ascii_database: str
) -> None:
    from lapwing.domain.errors import StatementFailed

    with opened(target_of(postgresql, database=ascii_database)) as session:
        with pytest.raises(StatementFailed) as refused:
            run(session, "SELECT 'äöü🐦',\nnichts")
        assert (refused.value.facts["position"], refused.value.facts["line"]) == (15, 2)


def test_an_option_lets_text_of_any_database_come_as_it_is_stored(postgresql: PostgreSQL) -> None:
    name = postgresql.create_database(encoding="LATIN1")
    with opened(target_of(postgresql, database=name, client_encoding="sql_ascii")) as session:
        assert scalar(session, "SELECT chr(228)") == RawText(b"\xe4")
    postgresql.drop_database(name)


def test_the_encoding_of_the_client_is_set_back(session: Session) -> None:
    answer = run(session, "SET client_encoding = LATIN1")
    assert any("client_encoding" in notice for notice in answer.notices)
    assert scalar(session, "SELECT '🐦'") == "🐦"
    run(session, "BEGIN")
    assert run(session, "SET LOCAL client_encoding = 'SQL_ASCII'").notices
    assert scalar(session, "SELECT '🐦'") == "🐦"
    run(session, "ROLLBACK")
    assert scalar(session, "SELECT '🐦'") == "🐦"


# parameters


def test_parameters_take_the_type_that_the_statement_has_for_them(session: Session) -> None:
    sql = "SELECT $1::int + 1, $2::date + 1, $3::bytea, $4::bool, $5::float8, $6::text, $7::numeric"
    row: tuple[Cell, ...] = (41, "2024-02-28", b"\0\xff", "yes", float("inf"), None, "1e1000")
    (found,) = rows_of(session, sql, row)
    assert found == ("42", "2024-02-29", r"\x00ff", "t", "Infinity", None, "1" + "0" * 1000)


def test_text_that_is_not_valid_goes_in_as_it_is(postgresql: PostgreSQL, ascii_database: str) -> None:
    with opened(target_of(postgresql, database=ascii_database)) as session:
        assert scalar(session, "SELECT $1::text", (RawText(b"a\xff"),)) == RawText(b"a\xff")


def test_a_very_long_statement_and_a_very_long_value_pass(session: Session) -> None:
    assert scalar(session, f"SELECT length('{'x' * 20_000_000}')") == "20000000"
    assert scalar(session, "SELECT length($1)", ("x" * 20_000_000,)) == "20000000"
    assert scalar(session, "SELECT repeat('y', 30000000)") == "y" * 30_000_000
