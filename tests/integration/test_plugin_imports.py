"""Files that plugins read, imported into tables: all rows or none, on real servers."""

import json
import os
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import Asker, asker, look, make_database
from helpers.installed_plugins import installed
from helpers.server_places import KINDS, ServerPlace, server_place
from helpers.waiting import eventually_async
from lapwing.domain.connections import Confirmation, Connection, SaveConnection
from lapwing.domain.environments import ConfirmationNeeded
from lapwing.domain.errors import from_wire
from lapwing.domain.file_import_errors import ImportFileUnreadable, ImportFormatUnknown
from lapwing.domain.file_imports import (
    ImportFile,
    ImportPreview,
    ImportTable,
    ImportTarget,
    MappedColumn,
    PreviewImport,
)
from lapwing.domain.history import SearchHistory
from lapwing.domain.jobs import JobEnded, JobFacts, JobProgressed, JobRequest, JobState
from lapwing.domain.operations import Subscribe
from lapwing.domain.plugins.facts import PluginRequest
from lapwing.domain.table_errors import SessionReadsOnly
from lapwing.domain.urls import sqlite_url
from lapwing.ipc.codec import decode_body, encode_body

CODE = """
    import json

    def read(data):
        lines = b"".join(data).decode().split("\\n")
        names, types = json.loads(lines[0])
        return tuple(names), tuple(types), [tuple(json.loads(line)) for line in lines[1:] if line]

    class Made(Plugin):
        def import_rows(self, format_id, data):
            names, types, rows = read(data)
            for start in range(0, max(1, len(rows)), 400):
                yield Rows(names, types, tuple(rows[start:start + 400]))
            if format_id == "lines":
                return
            if format_id == "raises":
                raise ValueError("no more of this")
            if format_id == "exits":
                os._exit(3)
            if format_id == "columns":
                yield Rows(names[:-1], types[:-1], ())
            if format_id == "ragged":
                yield Rows(names, types, (("1",) * (len(names) + 1),))
            if format_id == "large":
                yield Rows(names, types, (("x" * 10_000_000,) * len(names),))
            if format_id == "wrong":
                yield Rows(names, types, (("\\ud800",) * len(names),))
            while format_id == "endless":
                yield Rows(names, types, ((*("7",) * (len(names) - 1), "x" * 2_000_000),))
            while True:
                time.sleep(1)
"""
KINDS_OF_FILES = ("lines", "raises", "exits", "columns", "ragged", "large", "wrong", "endless", "hangs")
MANIFEST = "".join(f'[[importers]]\nid = "{k}"\ntitle = "{k}"\nsuffix = ".{k}"\n' for k in KINDS_OF_FILES)
TEXTS = (
    "", None, "NULL", "\\N", "it's \"quoted\"", "a,b;c\td", "line\nline\r\nend\r", "back\\slash\\", "🐦 日本 \u202e",
    "x" * 70_000, "%s %(a)s :b ? $1", "\\.", "' OR 1=1; --", "1e5", "007", "\x07", "\\x41",
)  # fmt: skip


@pytest.fixture
async def me(tmp_path: Path) -> AsyncIterator[Asker]:
    """Somebody with the plugin running."""
    async with asker() as made:
        made.engine.start_services()
        await made.ask("events.subscribe", Subscribe(("job.*",)))
        await installed(made, tmp_path, CODE, MANIFEST)
        yield made


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest) -> Iterator[ServerPlace]:
    yield from server_place(request)


def file_of(path: Path, names: list[str], types: list[str], rows: Any) -> Path:
    """A file that the plugin reads."""
    path.write_text("\n".join(json.dumps(each) for each in ((names, types), *rows)), "utf-8")
    return path


async def ended(me: Asker, job: JobFacts) -> JobFacts:
    await eventually_async(lambda: any(event.job.job_id == job.job_id for event in me.heard(JobEnded)))
    return next(event.job for event in me.heard(JobEnded) if event.job.job_id == job.job_id)


async def imported(me: Asker, path: Path, target: ImportTarget, **more: Any) -> JobFacts:
    request = ImportFile(str(path), target, **more)
    assert decode_body(encode_body(request)) == request
    return await ended(me, await me.ask("import.start", request))


def words(job: JobFacts) -> str:
    assert job.error is not None
    return str(from_wire(job.error))


def done(job: JobFacts) -> int:
    assert job.error is None, words(job)
    assert job.state is JobState.DONE
    return job.done


def on_server(place: ServerPlace, table: str) -> ImportTarget:
    return ImportTarget(table, url=place.url(), password=place.password)


def in_file(path: Path, table: str = "t") -> ImportTarget:
    return ImportTarget(table, url=sqlite_url(path))


def count(place: ServerPlace, table: str) -> int:
    return int(place.ask(f"SELECT count(*) FROM {table}")[0][0])


# values


async def test_every_value_arrives_as_it_is_on_each_server(me: Asker, place: ServerPlace, tmp_path: Path) -> None:
    binary, real = ("bytea", "double precision") if place.is_postgresql else ("longblob", "double")
    text = "text" if place.is_postgresql else "longtext CHARACTER SET utf8mb4"
    with place.server.admin(place.database) as session:
        for sql in (
            f"CREATE TABLE t (id int PRIMARY KEY, x {text}, y {binary}, n decimal(40, 10), d {real}, ok boolean)",
            "CREATE VIEW seen AS SELECT * FROM t",
            *(["GRANT ALL ON t, seen TO PUBLIC"] if place.is_postgresql else []),
        ):
            run(session, sql)
    rows = [[str(number), text, None, None, None, None] for number, text in enumerate(TEXTS)]
    rows += [
        ["100", "", "\\x", "1.10", "0.1", "true"],
        ["101", "", "\\x00ff5c27", "-9007199254740993.5", "5e-324", "false"],
    ]
    path = file_of(
        tmp_path / "t.lines", ["id", "X", "y", "n", "d", "ok"], ["bigint", "text", "", "numeric", "", "boolean"], rows
    )
    assert done(await imported(me, path, on_server(place, "t"))) == len(rows)
    found = place.ask("SELECT id, x FROM t WHERE id < 100 ORDER BY id")
    assert [row[1] for row in found] == list(TEXTS)
    assert place.ask("SELECT n, d FROM t WHERE id >= 100 ORDER BY id")[1][1] == 5e-324
    length = "octet_length(y)" if place.is_postgresql else "length(y)"
    exact = place.ask(f"SELECT CAST(n AS char(40)), {length}, ok FROM t WHERE id >= 100 ORDER BY id")
    assert [(row[0].strip(), row[1], bool(row[2])) for row in exact] == [
        ("1.1000000000", 0, True),
        ("-9007199254740993.5000000000", 4, False),
    ]
    if place.is_postgresql:  # COPY is refused where rows are kept from people
        with place.server.admin(place.database) as session:
            run(session, "DELETE FROM t")
            run(session, "ALTER TABLE t ENABLE ROW LEVEL SECURITY")
            run(session, "CREATE POLICY everybody ON t USING (true) WITH CHECK (true)")
        assert done(await imported(me, path, on_server(place, "t"))) == len(rows)
        assert [row[1] for row in place.ask("SELECT id, x FROM t WHERE id < 100 ORDER BY id")] == list(TEXTS)
    again = await imported(me, path, on_server(place, "seen"))
    assert again.error is not None
    assert again.error.code == "table.read_only.view"


async def test_a_row_that_is_refused_is_named_and_nothing_is_imported(
    me: Asker, place: ServerPlace, tmp_path: Path
) -> None:
    rows = 1_203
    with place.server.admin(place.database) as session:
        run(session, "CREATE TABLE t (id int PRIMARY KEY, n decimal(4, 1) CHECK (n < 50))")
        run(session, "INSERT INTO t VALUES (0, 0)")
        if place.is_postgresql:
            run(session, "GRANT ALL ON t TO PUBLIC")
    good = [[str(number), "1.5"] for number in range(1, rows)]
    for bad in (["1", "1"], [str(rows), "77"], ["x", "1"], [str(rows), "123456"]):
        path = file_of(tmp_path / "t.lines", ["id", "n"], ["bigint", "numeric"], [*good, bad])
        failed = await imported(me, path, on_server(place, "t"))
        assert words(failed).startswith(f"Row {rows} was refused: ")
        assert count(place, "t") == 1
    if not place.is_postgresql:  # it would round, and say so in a note
        path = file_of(tmp_path / "t.lines", ["id", "n"], ["bigint", "numeric"], [*good, [str(rows), "1.234"]])
        assert words(await imported(me, path, on_server(place, "t"))).startswith(
            f"A value of row {rows} would have been"
        )
        assert count(place, "t") == 1
    assert await idle(place)


async def idle(place: ServerPlace) -> bool:
    """Whether no session is left behind."""
    await eventually_async(lambda: place.pids() == [])
    return True


async def test_a_table_can_be_made_for_the_rows_and_is_gone_again_when_one_is_refused(
    me: Asker, place: ServerPlace, tmp_path: Path
) -> None:
    names, types = ["id", 'na"me', "n", "ok", "more"], ["bigint", "text", "numeric", "boolean", "json"]
    row = ["9007199254740993", "", "1.10", "true", '{"a": 1.10, "a": 2}']
    path = file_of(tmp_path / "t.lines", names, types, [row, [None] * 5])
    assert done(await imported(me, path, on_server(place, "made"), creates=True)) == 2
    name = '"na""me"' if place.is_postgresql else '`na"me`'
    found = place.ask(f"SELECT id, n + 0, more FROM made WHERE {name} = ''")
    assert (found[0][0], float(found[0][1])) == (9007199254740993, 1.1)
    assert "is there already" in words(await imported(me, path, on_server(place, "made"), creates=True))
    bad = file_of(tmp_path / "b.lines", names, types, [row, ["x", *row[1:]]])
    assert words(await imported(me, bad, on_server(place, "other"), creates=True)).startswith("Row 2 was refused")
    assert words(await imported(me, bad, on_server(place, "other"))) == "There is no table other."
    mapping = (MappedColumn("n", "number", "varchar(20)"), MappedColumn("id", "key", "bigint"))
    assert done(await imported(me, path, on_server(place, "picked"), creates=True, columns=mapping)) == 2
    assert place.ask("SELECT number FROM picked WHERE number IS NOT NULL") == [("1.10",)]


async def test_a_cancel_and_a_killed_plugin_leave_the_table_as_it_was(
    me: Asker, place: ServerPlace, tmp_path: Path
) -> None:
    with place.server.admin(place.database) as session:
        run(session, "CREATE TABLE t (id int)")
        if place.is_postgresql:
            run(session, "GRANT ALL ON t TO PUBLIC")
    path = file_of(tmp_path / "t.hangs", ["id"], ["bigint"], [[str(number)] for number in range(10_000)])
    job = await me.ask("import.start", ImportFile(str(path), on_server(place, "t")))
    await eventually_async(lambda: any(event.job.done for event in me.heard(JobProgressed)))
    await me.ask("jobs.cancel", JobRequest(job.job_id))
    assert (await ended(me, job)).state is JobState.CANCELLED
    assert await idle(place)
    assert count(place, "t") == 0
    os.kill((await me.ask("plugin.status", PluginRequest("made"))).pid, signal.SIGKILL)  # it hangs by now
    running = me.engine.plugins.whole().running
    await eventually_async(lambda: running.is_up("made") and running.hosted("made").restarts == 1)
    job = await me.ask("import.start", ImportFile(str(path), on_server(place, "t")))
    await eventually_async(lambda: any(e.job.done for e in me.heard(JobProgressed) if e.job.job_id == job.job_id))
    os.kill((await me.ask("plugin.status", PluginRequest("made"))).pid, signal.SIGKILL)
    assert "ended unexpectedly" in words(await ended(me, job))
    assert await idle(place)
    assert count(place, "t") == 0


# hostile importers, policies: SQLite


HOSTILE = {
    "raises": "failed in import_rows: ValueError: no more of this",
    "columns": "its columns are other ones from row 501 on",
    "ragged": "row 501 has 3 values for 2 columns",
    "large": "It is too large",
    "wrong": "failed in import_rows",
    "endless": "no end was in sight",
    "exits": "ended unexpectedly",
    "hangs": "did not answer import_rows within",
}


async def test_a_hostile_importer_imports_nothing_and_is_told(me: Asker, tmp_path: Path) -> None:
    shop = make_database(tmp_path / "shop.db", "CREATE TABLE t (id INTEGER, name TEXT)")
    rows = [[str(number), "x"] for number in range(500)]
    for kind, part in HOSTILE.items():
        me.engine.plugins.whole().formats.within_s = 60.0 if kind != "hangs" else 1.0
        await eventually_async(lambda: me.engine.plugins.whole().running.is_up("made"))
        path = file_of(tmp_path / f"t.{kind}", ["id", "name"], ["bigint", "text"], rows)
        assert part in words(await imported(me, path, in_file(shop))), kind
        assert look(shop, "SELECT count(*) FROM t") == [(0,)]


async def test_sqlite_takes_values_as_its_columns_want_them(me: Asker, tmp_path: Path) -> None:
    shop = make_database(tmp_path / "shop.db", "CREATE TABLE t (id INTEGER, name TEXT, data BLOB, ok BOOLEAN, any)")
    rows = [[str(number), text, None, None, text] for number, text in enumerate(TEXTS)]
    rows.append(["-1", "", "\\x00ff", "true", "a\0b"])
    path = file_of(tmp_path / "t.lines", ["id", "NAME", "data", "ok", "any"], ["", "", "", "boolean", ""], rows)
    assert done(await imported(me, path, in_file(shop))) == len(rows)
    found = look(shop, "SELECT id, name, data, ok, any FROM t ORDER BY id")
    assert found[0] == (-1, "", b"\x00\xff", 1, "a\0b")
    assert [(row[1], row[4]) for row in found[1:]] == [(text, text) for text in TEXTS]


async def test_what_goes_where_is_checked_before_anything_is_sent(me: Asker, tmp_path: Path) -> None:
    shop = make_database(
        tmp_path / "shop.db", "CREATE TABLE t (id INTEGER NOT NULL, name TEXT, twice AS (id * 2) STORED)"
    )
    path = file_of(tmp_path / "t.lines", ["id", "other"], ["bigint", "text"], [["1", "x"]])
    preview: ImportPreview = await me.ask("import.preview", PreviewImport(str(path)))
    assert (preview.rows.columns, preview.rows.rows, preview.is_whole) == (("id", "other"), (("1", "x"),), True)
    assert preview.format.id == "made/lines"
    table: ImportTable = await me.ask("import.table", in_file(shop))
    assert table.columns is not None
    assert [(each.name, each.needs_value, each.reason is None) for each in table.columns] == [
        ("id", True, True),
        ("name", False, True),
        ("twice", False, False),
    ]
    absent: ImportTable = await me.ask("import.table", in_file(shop, "absent"))
    assert absent.columns is None
    assert absent.new_types["bigint"] == "INTEGER"
    refusals = {
        "columns for these of the file: other": None,
        "There is no column x in t.lines": (MappedColumn("x", "name"),),
        "There is no column x in t.": (MappedColumn("other", "x"),),
        "Two columns of the file would go into name": (MappedColumn("id", "name"), MappedColumn("other", "name")),
        "twice": (MappedColumn("id", "twice"),),
        "No column of the file": (),
    }
    for part, columns in refusals.items():
        assert part in words(await imported(me, path, in_file(shop), columns=columns))
    assert done(await imported(me, path, in_file(shop), columns=(MappedColumn("id", "id"),))) == 1
    assert look(shop, "SELECT * FROM t") == [(1, None, 2)]
    with pytest.raises(ImportFileUnreadable):
        await me.ask("import.start", ImportFile(str(tmp_path / "none.lines"), in_file(shop)))
    with pytest.raises(ImportFormatUnknown, match="Known: made/lines"):
        await me.ask("import.start", ImportFile(str(shop), in_file(shop)))


async def test_a_connection_that_only_reads_or_wants_to_be_asked_is_obeyed(me: Asker, tmp_path: Path) -> None:
    shop = make_database(tmp_path / "shop.db", "CREATE TABLE t (id INTEGER)")
    path = file_of(tmp_path / "t.lines", ["id"], ["bigint"], [["1"]])
    target = ImportTarget("t", connection_id="shop")

    async def save(**more: Any) -> None:
        await me.ask("connection.save", SaveConnection(Connection("shop", "Shop", sqlite_url(shop), **more)))

    await save(read_only=True)
    with pytest.raises(SessionReadsOnly):
        await me.ask("import.start", ImportFile(str(path), target))
    await save(environment="production")
    with pytest.raises(ConfirmationNeeded):
        await me.ask("import.start", ImportFile(str(path), target))
    assert look(shop, "SELECT count(*) FROM t") == [(0,)]
    assert done(await imported(me, path, target, confirmed=Confirmation.CHANGES)) == 1
    entries = (await me.ask("history.search", SearchHistory())).entries
    assert "INSERT INTO" in entries[0].sql


VETO = """
    class Made(Plugin):
        def on_query_execute(self, query):
            return Veto("not into t") if "INSERT" in query.sql else None
"""


async def test_a_plugin_that_vetoes_statements_vetoes_imports(me: Asker, tmp_path: Path) -> None:
    shop = make_database(tmp_path / "shop.db", "CREATE TABLE t (id INTEGER)")
    await installed(me, tmp_path, VETO, 'permissions = ["query:read"]\n', plugin_id="veto")
    me.engine.plugins.whole().judging.within_s = 60.0  # however busy the machine is
    path = file_of(tmp_path / "t.lines", ["id"], ["bigint"], [["1"]])
    assert "not into t" in words(await imported(me, path, in_file(shop)))
    assert look(shop, "SELECT count(*) FROM t") == [(0,)]


def run(session: Any, sql: str) -> None:
    if hasattr(session, "execute"):
        session.execute(sql.encode())
    else:
        with session.cursor() as cursor:
            cursor.execute(sql)
        session.commit()
