"""Exports as background jobs: what is in the file, what is told meanwhile, and what is left behind when one fails."""

import asyncio
import csv
import io
import json
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import ENDLESS_ROWS, Asker, asker, make_database, numbers
from helpers.full_disks import longest_file
from helpers.waiting import eventually_async
from lapwing.domain.connections import SessionFacts, TransactionMode
from lapwing.domain.errors import ResultUnknown, from_wire
from lapwing.domain.jobs import JobEnded, JobFacts, JobProgressed, JobRequest, JobStarted, JobState
from lapwing.domain.operations import Subscribe
from lapwing.domain.parameters import ParameterKind, QueryParameter
from lapwing.domain.results import ArrangeResult, CloseResults, SortKey
from lapwing.domain.transfer import (
    Export,
    ExportFormat,
    ExportSource,
    ExportText,
    RowRange,
    WriteOptions,
)
from lapwing.domain.transfer_errors import (
    ExportDiskFull,
    ExportNotReading,
    ExportTargetExists,
    ExportTargetUnusable,
    TextNotEncodable,
    TooMuchForClipboard,
)


@pytest.fixture
async def person() -> AsyncIterator[Asker]:
    async with asker() as made:
        await made.ask("events.subscribe", Subscribe(("job.*",)))
        yield made


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(
        tmp_path / "shop.db",
        "CREATE TABLE t (id INTEGER, name TEXT)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
        "INSERT INTO t SELECT i, CASE WHEN i % 3 THEN 'name ' || i END FROM n",
    )


async def ended(person: Asker, job: JobFacts) -> JobFacts:
    """The job when it is over."""
    await eventually_async(lambda: any(event.job.job_id == job.job_id for event in person.heard(JobEnded)))
    (found,) = [event.job for event in person.heard(JobEnded) if event.job.job_id == job.job_id]
    return found


async def exported(person: Asker, source: ExportSource, path: Path, **more: Any) -> JobFacts:
    return await ended(person, await person.ask("export.start", export(source, path, **more)))


def export(source: ExportSource, path: Path, **more: Any) -> Export:
    return Export(source, more.pop("format", ExportFormat.CSV), str(path), **more)


def read(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


def left_behind(path: Path) -> list[str]:
    return sorted(name for name in os.listdir(path.parent) if ".part" in name or name == path.name)


async def result_of(person: Asker, session: str, sql: str, **more: Any) -> str:
    await person.run(session, sql, **more)
    return person.handles()[-1].result_id


async def test_a_result_is_written_whole_while_its_progress_is_told(person: Asker, shop: Path, tmp_path: Path) -> None:
    result = await result_of(person, await person.session(shop), "SELECT * FROM t")
    done = await exported(person, ExportSource(result), tmp_path / "out.csv")
    assert (done.state, done.done, done.total, done.subject, done.error) == (JobState.DONE, 5000, 5000, "out.csv", None)
    rows = read(tmp_path / "out.csv")
    assert rows[:4] == [["id", "name"], ["1", "name 1"], ["2", "name 2"], ["3", ""]]
    assert len(rows) == 5001
    assert [event.job.job_id for event in person.heard(JobStarted)] == [done.job_id]
    assert (await person.ask("jobs.list")).jobs == (done,)
    assert left_behind(tmp_path / "out.csv") == ["out.csv"]


async def test_rows_come_as_they_are_shown_sorted_picked_and_in_part(person: Asker, shop: Path, tmp_path: Path) -> None:
    result = await result_of(person, await person.session(shop), "SELECT * FROM t")
    order = (await person.ask("result.arrange", ArrangeResult(result, (SortKey(0, descending=True),)))).path
    source = ExportSource(result, order, (RowRange(0, 2), RowRange(4998, 10)), (1, 0))
    await exported(person, source, tmp_path / "out.csv")
    assert read(tmp_path / "out.csv") == [
        ["name", "id"], ["name 5000", "5000"], ["name 4999", "4999"], ["name 2", "2"], ["name 1", "1"],
    ]  # fmt: skip
    with pytest.raises(ResultUnknown):
        await person.ask("export.start", export(replace(source, order="/etc/passwd"), tmp_path / "no.csv"))


async def test_long_cells_are_written_whole(person: Asker, tmp_path: Path) -> None:
    session = await person.session(make_database(tmp_path / "l.db"))
    result = await result_of(person, session, "SELECT 1 AS a, printf('%.*c', 300000, 'x') AS b UNION ALL SELECT 2, 'y'")
    await exported(person, ExportSource(result), tmp_path / "out.json", format=ExportFormat.JSON)
    assert json.loads((tmp_path / "out.json").read_text("utf-8")) == [{"a": 1, "b": "x" * 300_000}, {"a": 2, "b": "y"}]


async def test_a_table_is_read_on_a_session_of_its_own_while_the_tab_is_busy(
    person: Asker, shop: Path, tmp_path: Path
) -> None:
    session = await person.session(shop)
    running, _ = await person.paused(session, ENDLESS_ROWS, row_limit=10)
    done = await exported(person, ExportSource(url=f"sqlite:///{shop}", table="t", about_rows=4000), tmp_path / "t.csv")
    assert (done.state, done.done, done.is_total_exact) == (JobState.DONE, 5000, False)
    assert not running.done(), "the paused statement of the tab did not have to make way"
    await person.ask("session.close", _close(session))
    await running


async def test_a_statement_runs_again_on_its_tabs_session_and_sees_what_only_that_one_sees(
    person: Asker, shop: Path, tmp_path: Path
) -> None:
    session = await person.session(shop, mode=TransactionMode.MANUAL)
    await person.run(session, "CREATE TEMP TABLE only_here (a); INSERT INTO only_here VALUES (1), (2)")
    source = ExportSource(session_id=session, sql="SELECT a FROM only_here WHERE a > :least",
                          parameters=(QueryParameter("least", "1", ParameterKind.NUMBER),))  # fmt: skip
    assert (await exported(person, source, tmp_path / "o.csv")).state is JobState.DONE
    assert read(tmp_path / "o.csv") == [["a"], ["2"]]
    facts: SessionFacts = await person.ask("session.facts", _request(session))
    assert facts.transaction.value == "open", "the transaction of the tab goes on"


@pytest.mark.parametrize("sql", ["DELETE FROM t RETURNING id", "SELECT 1; SELECT 2", "PRAGMA user_version = 3"])
async def test_only_what_certainly_reads_is_run_for_an_export(
    person: Asker, shop: Path, tmp_path: Path, sql: str
) -> None:
    session = await person.session(shop)
    with pytest.raises(ExportNotReading):
        await person.ask("export.start", export(ExportSource(session_id=session, sql=sql), tmp_path / "o.csv"))
    assert left_behind(tmp_path / "o.csv") == []


async def test_a_cancel_ends_a_statement_and_leaves_no_file(person: Asker, shop: Path, tmp_path: Path) -> None:
    source = ExportSource(url=f"sqlite:///{shop}", sql=ENDLESS_ROWS)
    job = await person.ask("export.start", export(source, tmp_path / "o.csv"))
    await eventually_async(lambda: any(event.job.done > 1000 for event in person.heard(JobProgressed)))
    told = person.heard(JobProgressed)[-1].job
    assert (told.state, told.total, told.eta_s) == (JobState.RUNNING, None, None)
    assert told.rate_per_s > 0
    assert (await person.ask("jobs.cancel", JobRequest(job.job_id))).reached
    assert (await ended(person, job)).state is JobState.CANCELLED
    assert left_behind(tmp_path / "o.csv") == []
    assert not (await person.ask("jobs.cancel", JobRequest(job.job_id))).reached


async def test_a_job_outlives_its_result_and_its_tab(person: Asker, tmp_path: Path) -> None:
    session = await person.session(make_database(tmp_path / "n.db"))
    result = await result_of(person, session, numbers(60_000))
    job = await person.ask("export.start", export(ExportSource(result), tmp_path / "o.csv"))
    await person.ask("result.close", CloseResults((result,)))
    await person.ask("session.close", _close(session))
    assert (await ended(person, job)).done == 60_000


async def test_an_engine_that_ends_leaves_no_half_file(shop: Path, tmp_path: Path) -> None:
    async with asker() as person:
        await person.ask("events.subscribe", Subscribe(("job.*",)))
        source = ExportSource(url=f"sqlite:///{shop}", sql=ENDLESS_ROWS)
        await person.ask("export.start", export(source, tmp_path / "o.csv"))
        await person.hears(JobProgressed)
    assert left_behind(tmp_path / "o.csv") == []


async def test_a_file_is_replaced_only_when_that_is_said_and_only_when_all_went_well(
    person: Asker, shop: Path, tmp_path: Path
) -> None:
    old = tmp_path / "o.csv"
    old.write_text("old", "utf-8")
    old.chmod(0o640)
    source = ExportSource(url=f"sqlite:///{shop}", table="t")
    with pytest.raises(ExportTargetExists):
        await person.ask("export.start", export(source, old))
    bad = ExportSource(url=f"sqlite:///{shop}", sql="SELECT 'x' UNION ALL SELECT 'š 日'")
    latin = WriteOptions(encoding="iso-8859-1")
    failed = await exported(person, bad, old, overwrite=True, options=latin)
    assert failed.state is JobState.FAILED
    assert failed.error is not None
    assert (type(from_wire(failed.error)), failed.error.facts["row"]) == (TextNotEncodable, 2)
    assert old.read_text("utf-8") == "old"
    (tmp_path / "link.csv").symlink_to(old)
    await exported(person, source, tmp_path / "link.csv", overwrite=True)
    assert len(read(old)) == 5001
    assert (tmp_path / "link.csv").is_symlink()
    assert old.stat().st_mode & 0o777 == 0o640


async def test_places_that_cannot_be_written_are_told_at_once(person: Asker, shop: Path, tmp_path: Path) -> None:
    source = ExportSource(url=f"sqlite:///{shop}", table="t")
    for path in (tmp_path, tmp_path / "none" / "o.csv", Path("/dev/null")):
        with pytest.raises(ExportTargetUnusable):
            await person.ask("export.start", export(source, path, overwrite=True))
    assert os.path.exists("/dev/null")


async def test_a_full_disk_leaves_the_old_file_and_no_draft(person: Asker, shop: Path, tmp_path: Path) -> None:
    old = tmp_path / "o.csv"
    old.write_text("old", "utf-8")
    source = ExportSource(url=f"sqlite:///{shop}", table="t")
    with longest_file(20_000):
        failed = await exported(person, source, old, overwrite=True)
    assert failed.error is not None
    assert type(from_wire(failed.error)) is ExportDiskFull
    assert old.read_text("utf-8") == "old"
    assert left_behind(old) == ["o.csv"]


async def test_text_that_is_no_utf8_is_exported_although_rows_are_read_twice(person: Asker, tmp_path: Path) -> None:
    bad = make_database(
        tmp_path / "b.db",
        "CREATE TABLE t (a)",
        f"INSERT INTO t {numbers(300)}",
        "INSERT INTO t VALUES (CAST(x'61ff' AS TEXT))",
    )
    done = await exported(person, ExportSource(url=f"sqlite:///{bad}", table="t"), tmp_path / "o.csv")
    assert read(tmp_path / "o.csv") == [["a"], *([str(n)] for n in range(1, 301)), ["a\\xff"]]
    assert [(note.code, note.facts) for note in done.notes] == [("export.note.bytes", {"count": 1, "row": 301})]


async def test_small_results_come_as_text_for_the_clipboard(person: Asker, shop: Path, tmp_path: Path) -> None:
    session = await person.session(shop)
    result = await result_of(person, session, "SELECT * FROM t LIMIT 2")
    text = await person.ask("export.text", ExportText(ExportSource(result), ExportFormat.MARKDOWN))
    assert (text.rows, text.text) == (2, "| id | name |\n| ---: | --- |\n| 1 | name 1 |\n| 2 | name 2 |\n")
    large = await result_of(person, session, "SELECT printf('%.*c', 17000000, 'x')")
    with pytest.raises(TooMuchForClipboard):
        await person.ask("export.text", ExportText(ExportSource(large), ExportFormat.CSV))


def _close(session: str) -> object:
    from lapwing.domain.connections import CloseSession

    return CloseSession(session, roll_back=True)


def _request(session: str) -> object:
    from lapwing.domain.connections import SessionRequest

    return SessionRequest(session)


async def test_several_jobs_run_beside_each_other(person: Asker, shop: Path, tmp_path: Path) -> None:
    source = ExportSource(url=f"sqlite:///{shop}", table="t")
    jobs = await asyncio.gather(*(person.ask("export.start", export(source, tmp_path / f"{n}.csv")) for n in range(4)))
    assert [(await ended(person, job)).state for job in jobs] == [JobState.DONE] * 4
    await person.ask("jobs.forget")
    assert (await person.ask("jobs.list")).jobs == ()
