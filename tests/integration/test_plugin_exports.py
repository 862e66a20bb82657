"""Exports that plugins write: the same path as Lapwing's own, whatever the plugin does."""

import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from helpers.engines import ENDLESS, ENDLESS_ROWS, Asker, asker, make_database, numbers
from helpers.installed_plugins import installed, logged
from helpers.waiting import eventually_async
from lapwing.domain.errors import from_wire
from lapwing.domain.file_formats import FileFormat, FileFormats
from lapwing.domain.jobs import JobEnded, JobFacts, JobProgressed, JobRequest, JobState
from lapwing.domain.operations import Subscribe
from lapwing.domain.plugins.facts import PluginRequest
from lapwing.domain.transfer import Export, ExportedText, ExportSource, PreviewExport, SampleRows
from lapwing.domain.transfer_errors import ExportTargetExists, FormatUnknown
from lapwing.domain.urls import sqlite_url
from lapwing.results.codecs import encode_rows

KINDS = ("lines", "raises", "exits", "hangs", "endless", "stops", "wrong", "waits")
CODE = """
    class Made(Plugin):
        def export_rows(self, format_id, columns, rows):
            if format_id == "raises":
                yield b"half of it"
                next(rows)
                raise ValueError("no more of this")
            if format_id == "stops":
                yield b"half of it"
                next(rows)
                return
            if format_id == "waits":
                next(rows)
                self.context.log("It waits.")
            if format_id == "endless":
                while True:
                    yield bytes(4 << 20)
            if format_id == "wrong":
                yield "no bytes"
            for page in rows:
                if format_id == "exits":
                    os._exit(3)
                while format_id == "hangs":
                    time.sleep(1)
                texts = ("NULL" if text is None else repr(text) for row in page.rows for text in row)
                yield (" ".join(texts) + "\\n").encode()
            yield b"end"
"""
MANIFEST = "".join(f'[[exporters]]\nid = "{kind}"\ntitle = "{kind}"\nsuffix = ".{kind}"\n' for kind in KINDS)


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        await made.ask("events.subscribe", Subscribe(("job.*",)))
        yield made


@pytest.fixture
async def running(me: Asker, tmp_path: Path) -> Asker:
    """With the plugin running."""
    await installed(me, tmp_path, CODE, MANIFEST)
    return me


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder for files."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


async def ended(me: Asker, job: JobFacts) -> JobFacts:
    await eventually_async(lambda: any(event.job.job_id == job.job_id for event in me.heard(JobEnded)))
    return next(event.job for event in me.heard(JobEnded) if event.job.job_id == job.job_id)


async def exported(me: Asker, source: ExportSource, kind: str, out: Path) -> JobFacts:
    return await ended(me, await me.ask("export.start", Export(source, f"made/{kind}", str(out / "file"))))


def rows(tmp_path: Path, count: int) -> ExportSource:
    """Numbers, with NULL and an empty text in turns, in a table of that many rows."""
    path = make_database(
        tmp_path / "shop.db",
        "CREATE TABLE t (id INTEGER, name TEXT)",
        f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
        "INSERT INTO t SELECT i, CASE WHEN i % 2 THEN '' END FROM n",
    )
    return ExportSource(url=sqlite_url(path), table="t")


async def test_formats_of_plugins_that_run_are_listed_and_write_files(
    running: Asker, tmp_path: Path, out: Path
) -> None:
    found: FileFormats = await running.ask("export.formats")
    assert found.formats[0] == FileFormat("made/lines", "lines", ".lines", "Made")
    source = rows(tmp_path, 1_000)
    done = await exported(running, source, "lines", out)
    assert (done.state, done.done, done.error) == (JobState.DONE, 1_000, None)
    words = (out / "file").read_text().removesuffix("\nend").replace("\n", " ").split(" ")
    assert words == [word for number in range(1, 1_001) for word in (f"'{number}'", "''" if number % 2 else "NULL")]
    with pytest.raises(ExportTargetExists):
        await running.ask("export.start", Export(source, "made/lines", str(out / "file")))
    await running.ask("plugin.disable", PluginRequest("made"))
    assert (await running.ask("export.formats")).formats == ()
    with pytest.raises(FormatUnknown):
        await running.ask("export.start", Export(source, "made/lines", str(out / "other")))


async def test_a_result_of_an_editor_and_a_preview_go_the_same_way(running: Asker, tmp_path: Path, out: Path) -> None:
    session = await running.session(make_database(tmp_path / "shop.db", "CREATE TABLE t (a)"))
    await running.run(session, "SELECT 1.5 AS a, x'00ff' AS b, NULL AS c, 'ü' AS d")
    handle = running.handles()[-1]
    done = await exported(running, ExportSource(handle.result_id), "lines", out)
    assert done.error is None
    assert (out / "file").read_bytes().decode() == "'1.5' '\\\\x00ff' NULL 'ü'\nend"
    sample = SampleRows(handle.columns, encode_rows([(1, None, b"", "x")]))
    told: ExportedText = await running.ask("export.preview", PreviewExport("made/lines", sample))
    assert told.text == "'1' NULL '\\\\x' 'x'\nend"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("raises", "failed in export_rows: ValueError: no more of this"),
        ("exits", "ended unexpectedly"),
        ("hangs", "did not answer export_rows within"),
        ("endless", "failed in export_rows: it wrote"),
        ("stops", "failed in export_rows: it ended before it had taken all rows"),
        ("wrong", "failed in export_rows: It is not what the contract says"),
    ],
)
async def test_a_plugin_that_fails_leaves_no_file_and_says_so(
    running: Asker, tmp_path: Path, out: Path, kind: str, words: str
) -> None:
    running.engine.plugins.whole().formats.within_s = 60.0 if kind != "hangs" else 1.0
    done = await exported(running, rows(tmp_path, 1_500), kind, out)
    assert done.state is JobState.FAILED
    assert done.error is not None
    assert words in str(from_wire(done.error))
    assert os.listdir(out) == []


async def test_a_plugin_that_is_killed_in_the_middle_leaves_no_file(running: Asker, out: Path) -> None:
    source = ExportSource(url="sqlite://", sql=ENDLESS_ROWS)
    job = await running.ask("export.start", Export(source, "made/lines", str(out / "file")))
    await eventually_async(lambda: any(event.job.done for event in running.heard(JobProgressed)))
    facts = await running.ask("plugin.status", PluginRequest("made"))
    os.kill(facts.pid, signal.SIGKILL)
    done = await ended(running, job)
    assert "ended unexpectedly" in str(from_wire(done.error))  # type: ignore[arg-type]
    assert os.listdir(out) == []


async def test_a_cancel_ends_it_while_the_plugin_waits_for_rows_and_harms_it_not(
    running: Asker, tmp_path: Path, out: Path
) -> None:
    source = ExportSource(url="sqlite://", sql=f"SELECT * FROM ({numbers(600)}) UNION ALL SELECT * FROM ({ENDLESS})")
    job = await running.ask("export.start", Export(source, "made/waits", str(out / "file")))
    await logged(running, "It waits.")
    await running.ask("jobs.cancel", JobRequest(job.job_id))
    assert (await ended(running, job)).state is JobState.CANCELLED
    assert os.listdir(out) == []
    assert (await exported(running, rows(tmp_path, 10), "lines", out)).error is None
    facts = await running.ask("plugin.status", PluginRequest("made"))
    assert (facts.restarts, facts.slow) == (0, 0)


async def test_a_cancel_ends_it_while_the_plugin_hangs(running: Asker, out: Path) -> None:
    source = ExportSource(url="sqlite://", sql=ENDLESS_ROWS)
    job = await running.ask("export.start", Export(source, "made/hangs", str(out / "file")))
    await running.ask("jobs.cancel", JobRequest(job.job_id))
    assert (await ended(running, job)).state is JobState.CANCELLED
    assert os.listdir(out) == []


async def test_a_server_that_is_lost_is_told_as_such_and_not_as_a_fault_of_the_plugin(
    running: Asker, tmp_path: Path, out: Path
) -> None:
    done = await exported(running, ExportSource(url="sqlite://", sql="SELECT abs(-9223372036854775808)"), "lines", out)
    assert done.error is not None
    assert "overflow" in str(from_wire(done.error))
    large = make_database(tmp_path / "large.db", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1), (zeroblob(4000000))")
    done = await exported(running, ExportSource(url=sqlite_url(large), table="t"), "lines", out)
    assert done.error is not None
    assert "Row 2 holds more than 5 MB" in str(from_wire(done.error))
    assert (await running.ask("plugin.status", PluginRequest("made"))).failed == 0
