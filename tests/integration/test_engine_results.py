"""Results in an engine: how long they live, what can be asked of them, and how much room they may take."""

import asyncio
import os
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.engines import ENDLESS_ROWS, Asker, asker, make_database, numbers, rows_in
from helpers.full_disks import small_disk
from helpers.waiting import eventually_async
from lapwing.domain.connections import CloseSession
from lapwing.domain.errors import RequestInvalid, ResultSpaceUsed, ResultUnknown
from lapwing.domain.events import ResultEnded, RowsAvailable, StatementRefused
from lapwing.domain.operations import EngineStatus
from lapwing.domain.query import CancelRun
from lapwing.domain.results import (
    AggregateCells,
    ArrangedRows,
    ArrangeResult,
    CellBand,
    CellPart,
    CloseResults,
    CopyCells,
    CopyFormat,
    FetchLongCell,
    FetchPages,
    FindInResult,
    FoundRows,
    Pages,
    ResultHandle,
    RowCondition,
    RowTest,
    SortKey,
)
from lapwing.domain.values import LongCell
from lapwing.results.source import FileRowSource, OrderedRowSource
from lapwing.settings.store import change_settings


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(id INTEGER PRIMARY KEY, note TEXT)")


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        yield made


async def result_of(me: Asker, shop: Path, sql: str) -> ResultHandle:
    session = await me.session(shop)
    await me.run(session, sql, row_limit=None)
    await me.ask("session.close", CloseSession(session))
    return me.handles()[-1]


async def test_a_result_outlives_its_session_until_it_is_closed(me: Asker, shop: Path) -> None:
    handle = await result_of(me, shop, numbers(1_000))
    assert len(rows_in(handle)) == 1_000
    pages = await me.ask("result.pages", FetchPages(handle.result_id, 70, 10))
    assert isinstance(pages, Pages)
    assert (pages.first_rows[0] <= 70, pages.row_count) == (True, 1_000)
    order = await me.ask("result.arrange", ArrangeResult(handle.result_id, (SortKey(0, descending=True),)))
    assert isinstance(order, ArrangedRows)
    found = await me.ask("result.find", FindInResult(handle.result_id, "77"))
    assert found == FoundRows(tuple(n - 1 for n in range(1, 1_001) if "77" in str(n)), complete=True)
    source = FileRowSource(handle.path)
    ordered = OrderedRowSource(source, order.path, order.row_count)
    await me.ask("result.close", CloseResults((handle.result_id, "nobody's")))
    assert ordered.rows(0, 3) == [(1_000,), (999,), (998,)], "who has it open goes on reading"
    assert sorted(path.name for path in Path(handle.path).parent.iterdir()) == ["lock"]
    for request in (
        ("result.pages", FetchPages(handle.result_id, 0)),
        ("result.arrange", ArrangeResult(handle.result_id, (SortKey(0),))),
        ("result.find", FindInResult(handle.result_id, "7")),
        ("result.cell", FetchLongCell(handle.result_id, 0, 1)),
    ):
        with pytest.raises(ResultUnknown):
            await me.ask(*request)
    ordered.close()
    source.close()


async def test_a_long_cell_is_shown_cut_and_given_whole_in_parts(me: Asker, shop: Path) -> None:
    handle = await result_of(me, shop, "SELECT 1, printf('%.*c', 20000000, 'x') || 'end', 2")
    source = FileRowSource(handle.path)
    ((one, cell, two),) = source.rows(0, 1)
    assert (one, two) == (1, 2)
    assert isinstance(cell, LongCell)
    assert (cell.size_bytes, len(cell.start)) == (20_000_003, 1_024)
    data = b""
    while len(data) < cell.size_bytes:
        request = FetchLongCell(handle.result_id, cell.offset, cell.size_bytes, len(data), 1 << 30)
        part = await me.ask("result.cell", request)
        assert isinstance(part, CellPart)
        assert 0 < len(part.data) <= 8 << 20
        data += part.data
    assert data == b"x" * 20_000_000 + b"end"
    source.close()


async def test_pages_of_wide_rows_come_in_portions_that_a_line_can_carry(me: Asker, shop: Path) -> None:
    handle = await result_of(me, shop, f"SELECT i, printf('%.*c', 50000, 'x') FROM ({numbers(1_000)})")
    first = got = 0
    while first < 1_000:
        pages = await me.ask("result.pages", FetchPages(handle.result_id, first, 5_000))
        assert isinstance(pages, Pages)
        assert sum(map(len, pages.pages)) < 6 << 20
        got += len(pages.pages)
        first = pages.first_rows[-1] + 1
    assert got >= 1_000


@pytest.mark.parametrize(
    ("operation", "make"),
    [
        ("result.arrange", lambda r: ArrangeResult(r, (SortKey(5),))),
        ("result.arrange", lambda r: ArrangeResult(r, (SortKey(-1),))),
        ("result.find", lambda r: FindInResult(r, "x", 5)),
        ("result.find", lambda r: FindInResult(r, "x", -1)),
        ("result.cell", lambda r: FetchLongCell(r, 1 << 40, 10)),
        ("result.cell", lambda r: FetchLongCell(r, -1, 10)),
        ("result.cell", lambda r: FetchLongCell(r, 0, 10, 0, -5)),
        ("result.cell", lambda r: FetchLongCell(r, 0, 1 << 62)),
    ],
)
async def test_what_a_result_does_not_have_is_refused_in_words(
    me: Asker, shop: Path, operation: str, make: object
) -> None:
    handle = await result_of(me, shop, numbers(10))
    assert callable(make)
    with pytest.raises(RequestInvalid):
        await me.ask(operation, make(handle.result_id))


async def test_odd_requests_have_odd_but_harmless_answers(me: Asker, shop: Path) -> None:
    handle = await result_of(me, shop, numbers(10))
    assert (await me.ask("result.pages", FetchPages(handle.result_id, -5, 10))).pages == ()
    assert (await me.ask("result.pages", FetchPages(handle.result_id, 10, 10))).pages == ()
    assert len((await me.ask("result.pages", FetchPages(handle.result_id, 0, -10))).pages) == 1
    assert await me.ask("result.find", FindInResult(handle.result_id, "1", most=-3)) == FoundRows((), complete=False)
    assert await me.ask("result.find", FindInResult(handle.result_id, "1", most=1)) == FoundRows((0,), complete=False)
    assert await me.ask("result.find", FindInResult(handle.result_id, "")) == FoundRows((), complete=True)


async def test_a_result_can_be_sorted_and_searched_while_it_grows(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, ENDLESS_ROWS, row_limit=None)
    await eventually_async(lambda: me.heard(RowsAvailable) and me.heard(RowsAvailable)[-1].row_count > 5_000)
    (handle,) = me.handles()
    order = await me.ask("result.arrange", ArrangeResult(handle.result_id, (SortKey(0, descending=True),)))
    assert order.row_count > 5_000
    source = FileRowSource(handle.path)
    ordered = OrderedRowSource(source, order.path, order.row_count)
    assert ordered.rows(0, 1)[0][0] == order.row_count
    ordered.close()
    source.close()
    found = await me.ask("result.find", FindInResult(handle.result_id, "text 4999", most=1))
    assert found.rows == (4_998,)
    await me.ask("query.cancel", CancelRun("run 1"))
    await running


async def test_a_cancelled_search_stops_reading(me: Asker, shop: Path) -> None:
    handle = await result_of(me, shop, f"SELECT i, 'straw' FROM ({numbers(200_000)})")
    search = asyncio.create_task(me.ask("result.find", FindInResult(handle.result_id, "Nadel mit ß")))
    await asyncio.sleep(0)
    search.cancel()
    with pytest.raises(asyncio.CancelledError):
        await search
    assert (await me.ask("result.find", FindInResult(handle.result_id, "straw", most=1))).rows == (0,)


# room


async def test_the_quota_ends_a_result_and_says_so_and_room_comes_back(me: Asker, shop: Path) -> None:
    change_settings(results_quota_mb=16)
    session = await me.session(shop)
    outcome = await me.run(session, ENDLESS_ROWS, row_limit=None)
    (handle,) = me.handles()
    end = me.ended(handle.result_id)
    assert (end.complete, end.reason) == (False, "quota")
    assert [row[0] for row in rows_in(handle)] == list(range(1, end.row_count + 1))
    error = outcome.statements[0].error
    assert error is not None
    assert error.code == "result.quota"
    assert end.row_count > 100_000
    status = await me.ask("engine.status")
    assert isinstance(status, EngineStatus)
    assert 15 << 20 < status.results_bytes <= 16 << 20
    await me.ask("result.close", CloseResults((handle.result_id,)))
    assert (await me.ask("engine.status")).results_bytes == 0
    assert (await me.run(session, numbers(10_000))).failed == 0


async def test_small_results_are_refused_in_the_same_words_when_there_is_no_room(me: Asker, shop: Path) -> None:
    change_settings(results_quota_mb=16)
    session = await me.session(shop)
    await me.run(session, ENDLESS_ROWS, row_limit=None)
    outcome = await me.run(session, f"SELECT i, printf('%.*c', 200, 'x') FROM ({numbers(1_500)})", row_limit=None)
    assert outcome.failed == 1
    assert [event.error.code for event in me.heard(StatementRefused)] == ["result.quota", "result.quota"]
    assert (await me.run(session, "INSERT INTO log(note) VALUES ('needs no room')")).failed == 0


async def test_orders_take_room_too(me: Asker, shop: Path) -> None:
    change_settings(results_quota_mb=16)
    session = await me.session(shop)
    await me.run(session, f"SELECT i FROM ({numbers(1_000_000)})", row_limit=None)
    (handle,) = me.handles()
    before = (await me.ask("engine.status")).results_bytes
    for _ in range(3):
        await me.ask("result.arrange", ArrangeResult(handle.result_id, (SortKey(0),)))
        assert (await me.ask("engine.status")).results_bytes == before + 8_000_000
    with pytest.raises(ResultSpaceUsed):
        await me.ask("result.arrange", ArrangeResult(handle.result_id, (SortKey(0, descending=True),)))
    await me.ask("result.close", CloseResults((handle.result_id,)))
    assert (await me.ask("engine.status")).results_bytes == 0


async def test_a_result_closed_while_it_grows_leaves_no_room_taken(me: Asker, shop: Path) -> None:
    session = await me.session(shop)
    running = me.begin(session, ENDLESS_ROWS, row_limit=None)
    await me.hears(RowsAvailable, 2)
    (handle,) = me.handles()
    await me.ask("result.close", CloseResults((handle.result_id,)))
    await me.hears(RowsAvailable, 5)
    await me.ask("query.cancel", CancelRun("run 1"))
    await running
    assert (await me.ask("engine.status")).results_bytes == 0
    assert [path.name for path in Path(handle.path).parent.iterdir()] == ["lock"]


async def test_a_full_disk_ends_a_result_and_says_so(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", 2_048) as disk:
        if disk is None:
            pytest.skip("only root may mount a small disk")
        monkeypatch.setenv("LAPWING_RESULTS", str(disk))
        async with asker() as me:
            session = await me.session(shop)
            outcome = await me.run(session, ENDLESS_ROWS, row_limit=None)
            (handle,) = me.handles()
            end = me.ended(handle.result_id)
            assert (end.complete, end.reason) == (False, "disk")
            assert [row[0] for row in rows_in(handle)] == list(range(1, end.row_count + 1))
            error = outcome.statements[0].error
            assert error is not None
            assert (error.code, "No space left" in str(error.facts["reason"])) == ("disk.full", True)
            await me.ask("result.close", CloseResults((handle.result_id,)))
            assert (await me.run(session, numbers(100))).failed == 0


async def test_a_folder_for_results_that_cannot_be_made_is_told(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").touch()
    monkeypatch.setenv("LAPWING_RESULTS", str(tmp_path / "a file" / "results"))
    async with asker() as me:
        session = await me.session(shop)
        outcome = await me.run(session, "SELECT 1")
        error = outcome.statements[0].error
        assert error is not None
        assert error.code == "disk.full"
        assert (await me.run(session, "INSERT INTO log(note) VALUES ('needs no room')")).failed == 0


async def test_everything_is_deleted_when_the_engine_closes(shop: Path, tmp_path: Path) -> None:
    async with asker() as me:
        session = await me.session(shop)
        running = me.begin(session, ENDLESS_ROWS, row_limit=None)
        await me.hears(RowsAvailable, 3)
        folder = Path(me.handles()[0].path).parent
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()
    assert (await running).cancelled
    assert os.listdir(folder.parent) == []


@pytest.mark.parametrize("width", [1_600, 2_000])
async def test_as_many_columns_as_there_can_be(me: Asker, shop: Path, width: int) -> None:
    cells = ", ".join(f"i + {number} AS c" for number in range(width))
    handle = await result_of(me, shop, f"SELECT {cells} FROM ({numbers(200)})")
    rows = rows_in(handle)
    assert len(handle.columns) == width
    assert {column.name for column in handle.columns} == {"c"}
    assert rows == [tuple(range(first, first + width)) for first in range(1, 201)]


async def test_results_without_rows_and_scripts_without_results(me: Asker, shop: Path) -> None:
    handle = await result_of(me, shop, "SELECT 1 AS a, 2 AS a, 3 AS ' ' WHERE 0")
    assert [column.name for column in handle.columns] == ["a", "a", " "]
    assert rows_in(handle) == []
    assert me.ended(handle.result_id) == ResultEnded(handle.result_id, 0, complete=True)


async def test_many_results_of_a_script_are_kept_apart(me: Asker, shop: Path, chance: random.Random) -> None:
    counts = [chance.choice((0, 1, 63, 64, 65, 300)) for _ in range(100)]
    session = await me.session(shop)
    await me.run(session, ";".join(f"SELECT * FROM ({numbers(400)}) LIMIT {count}" for count in counts))
    assert [len(rows_in(handle)) for handle in me.handles()] == counts


async def test_selected_cells_of_an_arranged_result_are_summed_and_copied_as_they_are_shown(
    me: Asker, shop: Path
) -> None:
    handle = await result_of(me, shop, f"SELECT i, 'text ' || i AS words FROM ({numbers(20_000)})")
    conditions = (RowCondition(RowTest.GREATER, "19990", 0), RowCondition(RowTest.NOT_CONTAINS, "19995", 1))
    wanted = ArrangeResult(handle.result_id, (SortKey(0, descending=True),), conditions)
    arranged = await me.ask("result.arrange", wanted)
    assert (arranged.row_count, arranged.looked_at) == (9, 20_000)
    bands = (CellBand(0, 2, (0,)), CellBand(8, 8, (0, 1)))
    facts = await me.ask("result.aggregate", AggregateCells(handle.result_id, bands[:1], arranged.path))
    assert (facts.total, facts.least, facts.count) == (str(20_000 + 19_999 + 19_998), "19998", 3)
    copied = await me.ask("result.copy", CopyCells(handle.result_id, bands, CopyFormat.TSV, arranged.path))
    assert Path(copied.path).read_text() == "20000\t\n19999\t\n19998\t\n19991\ttext 19991"
    assert (copied.rows, copied.complete) == (4, True)
    everything = (CellBand(0, 19_999, (0, 1)),)
    part = await me.ask("result.copy", CopyCells(handle.result_id, everything, CopyFormat.NDJSON, most_bytes=200_000))
    assert not part.complete
    assert not Path(copied.path).exists(), "a copy goes when the next one is made"
    lines = Path(part.path).read_text().splitlines()
    assert len(lines) == part.rows < 20_000
    assert part.size_bytes == Path(part.path).stat().st_size <= 200_000
    for stranger in (handle.path, "/etc/passwd", arranged.path + ".other"):
        with pytest.raises(ResultUnknown):
            await me.ask("result.aggregate", AggregateCells(handle.result_id, bands, stranger))
    with pytest.raises(RequestInvalid):
        await me.ask("result.copy", CopyCells(handle.result_id, (CellBand(0, 20_000, (0,)),), CopyFormat.CSV))
    for column in range(6):
        keys = (SortKey(column % 2), SortKey(0, descending=column > 1)) * (1 + column // 4)
        await me.ask("result.arrange", ArrangeResult(handle.result_id, keys))
    orders = list(Path(handle.path).parent.glob("*.order"))
    assert len(orders) == 4, "only the last orders are kept"
    await me.ask("result.close", CloseResults((handle.result_id,)))
    assert (await me.ask("engine.status")).results_bytes == 0
