"""The engine as a process: it serves one window, harms nobody, and leaves nothing behind."""

import asyncio
import os
import re
import signal
import struct
import subprocess
from pathlib import Path

import pytest

from helpers.engine_processes import COMMAND, EngineProcess, engine_process, left_behind
from helpers.engines import ENDLESS, ENDLESS_ROWS, look, make_database, numbers, rows_in
from helpers.processes import APP, hears, is_alive, python
from helpers.waiting import eventually, eventually_async
from lapwing import __version__, paths
from lapwing.domain.connections import TransactionMode
from lapwing.domain.errors import DefectFound, EngineGone, TooManyCalls, VersionsDiffer
from lapwing.domain.events import ResultStarted, RowsAvailable, StatementCompleted, StatementStarted
from lapwing.domain.operations import EngineStatus, Hello, OperationList
from lapwing.domain.query import CancelRun, RunOutcome, RunQuery
from lapwing.domain.values import LongCell
from lapwing.ipc.codec import encode_body
from lapwing.ipc.frames import PROTOCOL, Frame, Kind, encode_frame
from lapwing.ipc.peer import MOST_CALLS
from lapwing.results.source import FileRowSource

STUCK = "SELECT instr(zeroblob(20000000), CAST(zeroblob(10000000) || X'01' AS BLOB))"
"""Takes hours inside one step of SQLite, which does not look whether it was interrupted."""

WINDOW = """
import asyncio, os, sys
from pathlib import Path
from helpers.engine_processes import EngineProcess
from lapwing.domain.connections import TransactionMode

async def main():
    engine = EngineProcess(Path(sys.argv[1]), None, {})
    await engine.greet()
    engine.read()
    session = await engine.session(Path(sys.argv[2]), TransactionMode.MANUAL)
    await engine.run(session, "INSERT INTO log(note) VALUES ('lost'); SELECT 1")
    running = engine.begin(session, sys.argv[3])
    await asyncio.sleep(0.05)
    print(engine.process.pid, flush=True)
    await running
    await asyncio.Event().wait()

asyncio.run(main())
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.sqlite", "CREATE TABLE log(id INTEGER PRIMARY KEY, note TEXT)")


async def test_it_greets_answers_and_ends_in_order(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as engine:
        assert engine.peer.their_hello == Hello(PROTOCOL, __version__, engine.process.pid, "engine")
        status = await engine.ask("engine.status")
        assert isinstance(status, EngineStatus)
        assert status.pid == engine.process.pid
        assert isinstance(await engine.ask("engine.operations"), OperationList)
        session = await engine.session(shop)
        await engine.run(session, numbers(10_000))
        (started,) = engine.heard(ResultStarted)
        assert len(rows_in(started.result)) == 10_000
        await engine.peer.close("the window closed")
        assert await engine.ends() == 0
        assert left_behind() == []
        assert engine.complaints() == ""
    assert "the line ended: the window closed" in (paths.logs() / "engine.log").read_text()


async def test_scripts_answer_with_their_results_in_order(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop)
        script = ";".join(f"SELECT {number}; INSERT INTO log(note) VALUES ('{number}')" for number in range(50))
        outcome = await engine.run(session, script)
        assert (outcome.ran, outcome.failed) == (100, 0)
        assert [rows_in(event.result) for event in engine.heard(ResultStarted)] == [[(number,)] for number in range(50)]
        assert [event.outcome.index for event in engine.heard(StatementCompleted)] == list(range(100))


@pytest.mark.parametrize("sql", ["SELECT 1", ENDLESS, ENDLESS_ROWS, STUCK], ids=["idle", "endless", "rows", "stuck"])
async def test_when_the_window_is_killed_it_rolls_back_and_leaves_nothing(tmp_path: Path, shop: Path, sql: str) -> None:
    with python(WINDOW, tmp_path, shop, sql) as window:
        engine = int(hears(window))
        assert is_alive(engine)
        assert left_behind()
        window.send_signal(signal.SIGKILL)
        window.wait()
    eventually(lambda: not is_alive(engine))
    assert look(shop, "SELECT * FROM log") == []
    assert left_behind() == []


@pytest.mark.parametrize("sql", ["SELECT 1", ENDLESS, STUCK], ids=["idle", "endless", "stuck"])
async def test_a_line_that_is_closed_ends_it(tmp_path: Path, shop: Path, sql: str) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop, TransactionMode.MANUAL)
        await engine.run(session, "INSERT INTO log(note) VALUES ('lost'); SELECT 1")
        running = engine.begin(session, sql)
        await engine.hears(StatementStarted, 3)
        engine.peer._writer.transport.abort()
        assert await engine.ends() in {0, 75}
        await asyncio.gather(running, return_exceptions=True)
        assert look(shop, "SELECT * FROM log") == []
        assert left_behind() == []


async def test_being_asked_to_end_it_ends_in_order(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop, TransactionMode.MANUAL)
        await engine.run(session, "INSERT INTO log(note) VALUES ('lost')")
        running = engine.begin(session, ENDLESS_ROWS, row_limit=None)
        await engine.hears(RowsAvailable, 2)
        engine.process.send_signal(signal.SIGINT)
        engine.process.terminate()
        assert await engine.ends() == 0
        with pytest.raises(EngineGone, match="asked to end"):
            await running
        assert await engine.reading == "the engine was asked to end"
        assert look(shop, "SELECT * FROM log") == []
        assert left_behind() == []


async def test_ctrl_c_in_the_terminal_is_for_the_window(tmp_path: Path) -> None:
    async with engine_process(tmp_path) as engine:
        for _ in range(3):
            engine.process.send_signal(signal.SIGINT)
            assert await engine.ask("engine.status")


async def test_what_a_killed_engine_left_is_swept_by_the_next(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop, TransactionMode.MANUAL)
        await engine.run(session, "INSERT INTO log(note) VALUES ('lost'); SELECT 1")
        engine.process.kill()
        await engine.ends()
        with pytest.raises(EngineGone):
            await engine.ask("engine.status")
        assert [path for path in left_behind() if "results" in path]
    (tmp_path / "second").mkdir()
    async with engine_process(tmp_path / "second") as engine:
        session = await engine.session(shop)
        await engine.run(session, "INSERT INTO log(note) VALUES ('kept'); SELECT 1")
        assert len([path for path in left_behind() if path.endswith("/lock")]) == 1
    assert look(shop, "SELECT note FROM log") == [("kept",)]


STRAY = """
import apsw, os, sys
def chatter(connection):
    print("stray", flush=True)
    sys.stdout.write("stray\\n" * 1000)
    os.write(1, b"stray\\n" * 1000)
    os.system("echo stray from a child")
apsw.connection_hooks.append(chatter)
"""


async def test_stray_prints_corrupt_nothing(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path, patch=STRAY) as engine:
        for _ in range(5):
            session = await engine.session(shop)
            assert (await engine.run(session, "SELECT 1")).failed == 0
        assert engine.complaints().count("stray from a child") >= 5
        assert engine.complaints().count("stray") > 5_000


BROKEN = """
import lapwing.engine.engine as engine
async def status(self):
    raise RuntimeError("canary of a defect")
status.__doc__ = engine.Engine.status.__doc__
status.__annotations__ = engine.Engine.status.__annotations__
setattr(status, "__lapwing_operation__", getattr(engine.Engine.status, "__lapwing_operation__"))
engine.Engine.status = status
"""


async def test_a_defect_is_told_logged_and_survived(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path, patch=BROKEN) as engine:
        with pytest.raises(DefectFound) as told:
            await engine.ask("engine.status")
        assert "RuntimeError in engine.status" in str(told.value)
        assert str(paths.logs()) in told.value.next_step()
        assert (await engine.run(await engine.session(shop), "SELECT 1")).failed == 0
        log = (paths.logs() / "engine.log").read_text()
        assert "canary of a defect" in log
        assert "Traceback" in log


async def test_as_many_calls_as_allowed_are_served_at_once(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop)
        runs = [engine.begin(session, ENDLESS) for _ in range(MOST_CALLS)]
        await engine.hears(StatementStarted)
        refused = 0
        for _ in range(20):
            try:
                await engine.ask("engine.status")
            except TooManyCalls:
                refused += 1
        assert refused == 20
        for run in runs:
            run.cancel()
        await asyncio.gather(*runs, return_exceptions=True)
        assert await engine.ask_until_served("engine.status")


async def test_neither_log_nor_trace_shows_what_a_person_wrote_or_stored(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path, environ={"LAPWING_TRACE_LINE": "1"}) as engine:
        session = await engine.session(shop)
        await engine.run(session, "INSERT INTO log(note) VALUES ('canary'); SELECT note FROM log; SELECT canary")
        trace = engine.complaints()
    assert "line engine < CALL" in trace
    assert "query.run" in trace
    assert "canary" not in trace
    assert "canary" not in "".join(path.read_text() for path in paths.logs().iterdir())


# a window that does not read


async def test_a_window_that_does_not_read_makes_runs_wait_and_not_memory_grow(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop)
        engine.hang()
        before = engine.memory_mb()
        count = 4_000  # statements with a result are told one by one
        script = "SELECT note FROM log WHERE 0;" * count
        running = engine.begin(session, script)
        await stands_still(engine)
        assert engine.memory_mb() - before < 60
        assert not running.done()
        engine.go_on()
        outcome = await running
        assert (outcome.ran, outcome.failed) == (count, 0)
        assert [event.index for event in engine.heard(StatementStarted)] == list(range(count))


async def stands_still(engine: EngineProcess) -> None:
    """Wait until the process takes no more processor time."""
    seen: list[int] = []

    def idle() -> bool:
        fields = Path(f"/proc/{engine.process.pid}/stat").read_text().rpartition(")")[2].split()
        seen.append(int(fields[11]) + int(fields[12]))
        return len(seen) > 60 and len(set(seen[-60:])) == 1

    await eventually_async(idle, every_s=0.02)


async def test_a_cell_of_100_mb_is_shown_cut_and_memory_comes_back(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop)
        await engine.run(session, "SELECT 1")
        before = engine.memory_mb()
        await engine.run(session, "SELECT 1, printf('%.*c', 100000000, 'x'), 2")
        source = FileRowSource(engine.heard(ResultStarted)[-1].result.path)
        ((_, cell, _),) = source.rows(0, 1)
        assert isinstance(cell, LongCell)
        assert cell.size_bytes == 100_000_000
        assert source.long_cell(cell, 99_999_990) == b"x" * 10
        source.close()
        assert engine.memory_mb("VmHWM") - before < 500


async def test_an_endless_result_takes_no_memory(tmp_path: Path, shop: Path) -> None:
    async with engine_process(tmp_path) as engine:
        session = await engine.session(shop)
        await engine.run(session, numbers(1_000))
        before = engine.memory_mb()
        running = engine.begin(session, ENDLESS_ROWS, row_limit=None)
        await eventually_async(lambda: engine.heard(RowsAvailable)[-1].row_count > 300_000)
        assert engine.memory_mb() - before < 30
        assert (await engine.ask("query.cancel", CancelRun("run 2"))).reached
        outcome = await running
        assert isinstance(outcome, RunOutcome)
        assert outcome.cancelled


# who is no window


def start_bare(tmp_path: Path) -> "subprocess.Popen[bytes]":
    environ = {**os.environ, "PYTHONPATH": str(APP)}
    return subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environ
    )


GREETING = encode_frame(Frame(Kind.HELLO, 0, "", encode_body(Hello(PROTOCOL, __version__, 1, "window"))))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "closed the line"),
        (b"GET / HTTP/1.1\r\n\r\n", "not Lapwing's protocol"),
        (struct.pack(">HIBQB", 0x4C57, 0xFFFFFFFF, 1, 0, 0), "was announced"),
        (GREETING + b"\0" * 100, "not Lapwing's protocol"),
        (
            GREETING + encode_frame(Frame(Kind.CALL, 1, "query.run", encode_body(RunQuery("r", "s", "x"))))[:-3],
            "middle",
        ),
        (encode_frame(Frame(Kind.HELLO, 0, "", encode_body(Hello(PROTOCOL, "0.0.0", 1, "w")))), "speaks version"),
        (encode_frame(Frame(Kind.HELLO, 0, "", encode_body(Hello(99, __version__, 1, "w")))), "speaks version"),
    ],
    ids=["nothing", "http", "huge", "garbage later", "cut", "other version", "other protocol"],
)
def test_who_does_not_speak_its_language_is_told_and_it_ends(tmp_path: Path, data: bytes, says: str) -> None:
    process = start_bare(tmp_path)
    said, complaints = process.communicate(data, timeout=60)
    assert process.returncode == 0
    assert complaints == b""
    assert says in (paths.logs() / "engine.log").read_text()
    assert said.startswith(b"LW")
    assert left_behind() == []


async def test_a_window_of_another_version_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.engine_processes.__version__", "0.0.0")
    with pytest.raises(VersionsDiffer, match=re.escape("0.0.0")):
        async with engine_process(tmp_path):
            pytest.fail("it greeted another version")


def test_a_home_that_cannot_be_written_costs_the_log_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("LAPWING_HOME", str(tmp_path / "file"))
    process = start_bare(tmp_path)
    said, complaints = process.communicate(GREETING, timeout=60)
    assert process.returncode == 0
    assert said.startswith(b"LW")
    assert complaints.startswith(b"lapwing: no log can be written")
