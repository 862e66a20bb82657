"""A table goes out as GeoJSON and comes back into another one, value for value, on each server."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker, look, make_database
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import eventually_async
from lapwing.domain.errors import from_wire
from lapwing.domain.file_imports import ImportFile, ImportTarget, MappedColumn
from lapwing.domain.jobs import JobEnded, JobFacts
from lapwing.domain.operations import Subscribe
from lapwing.domain.plugins.facts import PluginRequest
from lapwing.domain.transfer import Export, ExportSource
from lapwing.domain.urls import sqlite_url

POSTGRESQL = (
    "CREATE TABLE place (id bigint PRIMARY KEY, n numeric, d double precision, ok boolean, name text, more json,"
    " data bytea, at text)",
    "INSERT INTO place VALUES (9007199254740993, 1.10, 5e-324, true, '', '{\"a\":1.10}', '\\x00ff',"
    " 'POINT (16.5 48.25)'), (2, repeat('9', 60)::numeric, 0.1, false, 'NULL', '[null]', '',"
    " 'POLYGON ((0 0, 4 0, 4.5 4, 0 0))'),"
    " (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    "CREATE TABLE copied (LIKE place INCLUDING ALL)",
    "GRANT ALL ON place, copied TO PUBLIC",
)
MARIADB = (
    "CREATE TABLE place (id bigint PRIMARY KEY, n decimal(65, 30), d double, ok boolean, name longtext, more json,"
    " data longblob, at geometry) CHARACTER SET utf8mb4",
    "INSERT INTO place VALUES (9007199254740993, 1.10, 5e-324, true, '', '{\"a\":1.10}', x'00ff',"
    " ST_GeomFromText('POINT(16.5 48.25)')), (2, 12345678901234567890123456789012345.1, 0.1, false, 'NULL', '[]', '',"
    " ST_GeomFromText('POLYGON((0 0,4 0,4 4,0 0))')), (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    "CREATE TABLE copied LIKE place",
)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        await made.ask("events.subscribe", Subscribe(("job.*",)))
        await made.ask("plugin.enable", PluginRequest("geojson"))
        yield made


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


async def done(me: Asker, operation: str, request: object) -> None:
    job: JobFacts = await me.ask(operation, request)
    await eventually_async(lambda: any(event.job.job_id == job.job_id for event in me.heard(JobEnded)))
    ended = next(event.job for event in me.heard(JobEnded) if event.job.job_id == job.job_id)
    assert ended.error is None, str(from_wire(ended.error))


def mapping(*names: str) -> tuple[MappedColumn, ...]:
    return (*(MappedColumn(name, name) for name in names), MappedColumn("geometry", "at"))


NAMES = ("id", "n", "d", "ok", "name", "more", "data")


async def test_rows_of_a_server_come_back_as_they_were(me: Asker, place: ServerPlace, tmp_path: Path) -> None:
    with place.server.admin(place.database) as session:
        for sql in POSTGRESQL if place.is_postgresql else MARIADB:
            run(session, sql)
    path = str(tmp_path / "place.geojson")
    source = ExportSource(url=place.url(), password=place.password, table="place")
    await done(me, "export.start", Export(source, "geojson/geojson", path))
    kind = "geojson-wkt" if place.is_postgresql else "geojson"
    target = ImportTarget("copied", url=place.url(), password=place.password)
    await done(me, "import.start", ImportFile(path, target, f"geojson/{kind}", mapping(*NAMES)))
    if place.is_postgresql:
        shown = "SELECT id, n::text, d, ok, name, more::text, data, at FROM"
    else:
        shown = "SELECT id, CAST(n AS CHAR), d, ok, name, more, HEX(data), ST_AsText(at) FROM"
    assert place.ask(f"{shown} copied ORDER BY id") == place.ask(f"{shown} place ORDER BY id")


async def test_rows_of_sqlite_come_back_as_they_were(me: Asker, tmp_path: Path) -> None:
    shape = "(id INTEGER PRIMARY KEY, n NUMERIC, d REAL, ok BOOLEAN, name TEXT, more JSON, data BLOB, at TEXT)"
    path = make_database(
        tmp_path / "shop.db",
        f"CREATE TABLE place {shape}",
        f"CREATE TABLE copied {shape}",
        "INSERT INTO place VALUES (9007199254740993, 9007199254740993, 5e-324, 1, '', '{\"a\":1.10}', x'00ff',"
        " 'POINT (16.5 48.25)'), (2, 1.5, 0.1, 0, 'NULL', 'x', x'', 'LINESTRING (0 0, 4.25 0)'),"
        " (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL)",
    )
    file = str(tmp_path / "place.geojson")
    await done(me, "export.start", Export(ExportSource(url=sqlite_url(path), table="place"), "geojson/geojson", file))
    target = ImportTarget("copied", url=sqlite_url(path))
    await done(me, "import.start", ImportFile(file, target, "geojson/geojson-wkt", mapping(*NAMES)))
    shown = "SELECT *, typeof(n), typeof(ok), typeof(data) FROM"
    assert look(path, f"{shown} copied") == look(path, f"{shown} place")


def run(session: Any, sql: str) -> None:
    if hasattr(session, "execute"):
        session.execute(sql.encode())
    else:
        with session.cursor() as cursor:
            cursor.execute(sql)
        session.commit()
