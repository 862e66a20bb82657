"""What is exported from a server is what it takes back: as statements, and as files of its own bulk loader."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import eventually_async
from lapwing.domain.errors import from_wire
from lapwing.domain.jobs import JobEnded, JobFacts, JobProgressed, JobRequest, JobState
from lapwing.domain.operations import Subscribe
from lapwing.domain.transfer import BinaryAs, Export, ExportFormat, ExportSource, WriteOptions, default_options

TEXTS = (
    "", "NULL", "\\N", "it's \"quoted\"", "a,b;c\td", "line\nline\r\nend\r", "back\\slash\\", "=1+1",
    "🐦 日本 \u202e", "x" * 70_000, "%s %(a)s :b ? $1", "\\.", "' OR 1=1; --",
)  # fmt: skip
POSTGRESQL = """
CREATE TABLE t (id int, n numeric, d double precision, r real, b bigint, x text, y bytea, z boolean,
    at timestamptz, j jsonb, a text[], iv interval);
INSERT INTO t VALUES (1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (2, repeat('9', 1000)::numeric, 0.1::float8 + 0.2, 1e-40, -9223372036854775808, 'x', '\\x00ff5c27', true,
     '2026-11-21 10:11:12.123456+05:30', '{"a": [1, "\\u00e9"]}', ARRAY['a"b', NULL, '{}', 'c,d'], '1 year -3 days'),
    (3, 'NaN', 'Infinity', '-Infinity', 9223372036854775807, '', '', false, '-infinity', 'null', '{}', '0'),
    (4, 1.1000, 5e-324, 'NaN', 0, ' ', '\\x5c', NULL, '0044-03-15 12:00 BC', '"text"', NULL, NULL)
"""
MARIADB = (
    "CREATE TABLE t (id int, n decimal(65,30), d double, f float, b bigint unsigned, x longtext, y longblob, z bit(10),"
    " at datetime(6), j json, e enum('it''s', 'b'), p point, zf int(8) zerofill) CHARACTER SET utf8mb4",
    "INSERT INTO t (id) VALUES (1)",
    "INSERT INTO t VALUES (2, 12345678901234567890123456789012345.123456789012345678901234567890, 0.1e0 + 0.2e0, 1e-30,"
    " 18446744073709551615, 'x', x'00ff5c27', b'1000000001', '2026-11-21 10:11:12.123456', '{\"a\": \"\\\\\\\\\"}',"
    " 'it''s', POINT(1.5, -2), 7)",
    "INSERT INTO t VALUES (3, -0.1, 1.7976931348623157e308, -1.5, 0, '', '', b'0', '1000-01-01', '[]', 'b', NULL, 0)",
)


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


@pytest.fixture
async def person() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("job.*",)))
        yield made


def fill(place: ServerPlace) -> None:
    """A table of every kind of value, as the superuser makes it."""
    with place.server.admin(place.database) as session:
        for sql in [POSTGRESQL] if place.is_postgresql else MARIADB:
            run(session, sql)
        for number, text in enumerate(TEXTS, 10):
            run(session, "INSERT INTO t (id, x) VALUES (%s, %s)", (number, text))
        run(session, "CREATE TABLE copied AS SELECT * FROM t WHERE 1 = 0")
        if place.is_postgresql:
            run(session, "GRANT ALL ON t, copied TO PUBLIC")


def run(session: Any, sql: str, values: tuple[object, ...] | None = None) -> None:
    if hasattr(session, "execute"):
        session.execute(sql.encode(), values)
    else:
        with session.cursor() as cursor:
            cursor.execute(sql, values)
        session.commit()


def everything(place: ServerPlace, table: str) -> list[tuple[Any, ...]]:
    """All values as the server writes them."""
    if place.is_postgresql:
        return place.ask(f"SELECT t::text FROM {table} AS t ORDER BY id")
    return place.ask(f"SELECT *, HEX(y), HEX(z), HEX(x), HEX(p), CAST(d AS CHAR) FROM {table} ORDER BY id")


async def exported(person: Asker, place: ServerPlace, path: Path, name: ExportFormat, options: WriteOptions) -> str:
    source = ExportSource(url=place.url(), password=place.password, table="t")
    job = await person.ask("export.start", Export(source, name, str(path), options))
    done = await ended(person, job)
    assert done.error is None, str(from_wire(done.error))
    assert (done.state, done.done) == (JobState.DONE, len(everything(place, "t")))
    return path.read_bytes().decode()


async def ended(person: Asker, job: JobFacts) -> JobFacts:
    await eventually_async(lambda: any(event.job.job_id == job.job_id for event in person.heard(JobEnded)))
    return next(event.job for event in person.heard(JobEnded) if event.job.job_id == job.job_id)


async def test_statements_give_the_same_rows_back(person: Asker, place: ServerPlace, tmp_path: Path) -> None:
    fill(place)
    options = WriteOptions(table="copied", rows_per_statement=3)
    sql = await exported(person, place, tmp_path / "t.sql", ExportFormat.SQL, options)
    statements = [each for each in sql.split(";\nINSERT INTO ") if each]
    statements = [statements[0], *(f"INSERT INTO {each}" for each in statements[1:])]
    assert len(statements) == -(-len(everything(place, "t")) // 3)
    settings = ("standard_conforming_strings", ("on", "off")) if place.is_postgresql else (
        "sql_mode", ("STRICT_ALL_TABLES", "STRICT_ALL_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES")
    )  # fmt: skip
    for value in settings[1]:
        with place.server.admin(place.database) as session:
            run(session, "DELETE FROM copied")
            run(session, f"SET {settings[0]} = '{value}'")
            for statement in statements:
                run(session, statement.removesuffix(";\n"))
        assert everything(place, "copied") == everything(place, "t"), value


@pytest.mark.parametrize("name", [ExportFormat.CSV, ExportFormat.TSV])
async def test_copy_of_postgresql_reads_the_file_back(
    person: Asker, postgresql: Any, postgresql_database: str, tmp_path: Path, name: ExportFormat
) -> None:
    place = ServerPlace("postgresql", postgresql, postgresql_database, postgresql.port)
    fill(place)
    usual = default_options(name)
    options = WriteOptions(False, usual.delimiter, line_end=usual.line_end, binary=BinaryAs.POSTGRESQL)
    text = await exported(person, place, tmp_path / "t", name, options)
    form = "csv" if name is ExportFormat.CSV else "text"
    with place.server.admin(place.database) as session:
        copying = session.cursor().copy(f"COPY copied FROM STDIN (FORMAT {form})".encode())
        with copying as copy:
            copy.write(text.encode())
    assert everything(place, "copied") == everything(place, "t")


async def test_a_cancel_ends_the_statement_on_the_server(person: Asker, place: ServerPlace, tmp_path: Path) -> None:
    source = ExportSource(url=place.url(), password=place.password, sql=place.endless_rows)
    job = await person.ask("export.start", Export(source, ExportFormat.CSV, str(tmp_path / "o.csv")))
    await eventually_async(lambda: any(event.job.done for event in person.heard(JobProgressed)))
    await person.ask("jobs.cancel", JobRequest(job.job_id))
    assert (await ended(person, job)).state is JobState.CANCELLED
    assert list(tmp_path.iterdir()) == []
    await eventually_async(lambda: place.pids() == [])


async def test_a_lost_server_leaves_no_file(person: Asker, place: ServerPlace, tmp_path: Path) -> None:
    source = ExportSource(url=place.url(), password=place.password, sql=place.endless_rows)
    job = await person.ask("export.start", Export(source, ExportFormat.CSV, str(tmp_path / "o.csv")))
    await eventually_async(lambda: any(event.job.done for event in person.heard(JobProgressed)))
    (pid,) = place.pids()
    place.kill(pid)
    failed = await ended(person, job)
    assert failed.error is not None
    assert failed.error.code == "connection.lost"
    assert list(tmp_path.iterdir()) == []
