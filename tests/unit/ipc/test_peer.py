"""Calls, answers, cancels and events between two peers on a real line."""

import asyncio
import os
from pathlib import Path

import pytest

from helpers.lines import VERSION, Line, hello, joined, line
from helpers.waiting import eventually_async
from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import (
    DefectFound,
    EngineGone,
    LapwingError,
    RequestInvalid,
    StatementCancelled,
    StatementFailed,
    TooManyCalls,
    VersionsDiffer,
)
from lapwing.domain.events import (
    ConnectionsChanged,
    EventsMissed,
    NoticeReceived,
    RowsAvailable,
    SchemaChanged,
    TransactionChanged,
)
from lapwing.domain.query import CancelRun, Done, RunQuery
from lapwing.domain.results import CellPart, FetchMore
from lapwing.ipc import peer as peer_module
from lapwing.ipc.frames import MAX_FRAME_BYTES, PROTOCOL
from lapwing.ipc.peer import MOST_CALLS, LineEnded, Peer

both = pytest.mark.parametrize("kind", ["pipe", "socket"])


@both
async def test_an_answer_comes_to_who_asked(kind: str) -> None:
    async with line(kind) as up:
        assert up.asking.their_hello == hello("engine")
        assert up.serving.their_hello == hello("window")
        asked = [CancelRun(str(number)) for number in range(200)]
        assert await asyncio.gather(*(up.asking.call("echo", request) for request in asked)) == asked
        assert await up.asking.call("echo") is None


async def test_answers_may_come_in_another_order_than_they_were_asked_for() -> None:
    async with line() as up:
        slow = asyncio.create_task(up.asking.call("wait"))
        await eventually_async(lambda: up.answers.waiting)
        assert await up.asking.call("echo", CancelRun("fast")) == CancelRun("fast")
        up.answers.go_on.set()
        assert await slow == Done()


@both
async def test_a_message_of_the_greatest_size_passes_and_a_greater_one_is_refused_alone(kind: str) -> None:
    async with line(kind) as up:
        size = MAX_FRAME_BYTES - 100
        part = await up.asking.call("big", FetchMore("", size))
        assert isinstance(part, CellPart)
        assert len(part.data) == size
        with pytest.raises(DefectFound):
            await up.asking.call("big", FetchMore("", MAX_FRAME_BYTES))
        with pytest.raises(RequestInvalid, match="longer than"):
            await up.asking.call("echo", CancelRun("x" * MAX_FRAME_BYTES))
        with pytest.raises(RequestInvalid):
            await up.asking.call("echo" * 100, CancelRun("x"))
        assert await up.asking.call("echo", CancelRun("still up")) == CancelRun("still up")


async def test_an_error_crosses_with_its_code_its_facts_and_its_next_step() -> None:
    async with line() as up:
        with pytest.raises(StatementFailed) as refused:
            await up.asking.call("refuse", CancelRun("no {such} table"))
        assert refused.value.facts == {"server": "no {such} table", "code": "42P01", "position": 7, "line": None}
        assert str(refused.value) == "no {such} table"


async def test_a_defect_is_handed_to_who_logs_it_and_told_without_its_words() -> None:
    async with line() as up:
        with pytest.raises(DefectFound) as told:
            await up.asking.call("unforeseen")
        ((error, operation),) = up.answers.defects
        assert (type(error), operation) == (RuntimeError, "unforeseen")
        assert "RuntimeError in unforeseen" in str(told.value)
        assert "nobody thought" not in str(told.value)
        assert await up.asking.call("echo", CancelRun("still up"))


async def test_half_a_character_is_refused_where_it_is_sent_and_shown_where_it_is_told() -> None:
    async with line() as up:
        with pytest.raises(RequestInvalid):
            await up.asking.call("echo", CancelRun("half \ud83d"))

        async def refuse(_peer: Peer, _operation: str, _request: object) -> object:
            raise StatementFailed(server="caf\udce9.db is gone", position=None)

        up.answers.serve = refuse  # type: ignore[method-assign, assignment]
        with pytest.raises(StatementFailed, match=r"caf\\udce9.db is gone"):
            await up.asking.call("echo")


# cancelling


async def test_cancelling_a_call_cancels_the_operation() -> None:
    async with line() as up:
        calls = [asyncio.create_task(up.asking.call("wait")) for _ in range(20)]
        await eventually_async(lambda: up.answers.waiting == 20)
        for call in calls[:10]:
            call.cancel()
        await eventually_async(lambda: up.answers.cancelled == 10)
        up.answers.go_on.set()
        done = await asyncio.gather(*calls, return_exceptions=True)
        assert [type(answer) for answer in done] == [asyncio.CancelledError] * 10 + [Done] * 10


async def test_an_operation_that_is_cancelled_by_itself_is_told_as_such() -> None:
    async with line() as up:

        async def stop(_peer: Peer, _operation: str, _request: object) -> object:
            raise asyncio.CancelledError

        up.answers.serve = stop  # type: ignore[method-assign, assignment]
        with pytest.raises(StatementCancelled):
            await up.asking.call("echo")


async def test_more_calls_than_allowed_are_refused_and_room_comes_back() -> None:
    async with line() as up:
        calls = [asyncio.create_task(up.asking.call("wait")) for _ in range(MOST_CALLS)]
        await eventually_async(lambda: up.answers.waiting == MOST_CALLS)
        with pytest.raises(TooManyCalls):
            await up.asking.call("echo")
        calls[7].cancel()
        await eventually_async(lambda: up.answers.waiting == MOST_CALLS - 1)
        assert await up.asking.call("echo", CancelRun("room")) == CancelRun("room")
        up.answers.go_on.set()
        await asyncio.gather(*calls, return_exceptions=True)


async def test_who_serves_nothing_says_so() -> None:
    async with line() as up:
        with pytest.raises(RequestInvalid, match="answers no calls"):
            await up.serving.call("echo")


# the line's life


@both
@pytest.mark.parametrize("change", [{"protocol": PROTOCOL + 1}, {"version": "9.9"}])
async def test_sides_of_different_versions_refuse_each_other(kind: str, change: dict[str, object]) -> None:
    near, far = await joined(kind)
    one = Peer(*near, hello("window"))
    other = Peer(*far, hello("engine", **change))  # type: ignore[arg-type]
    refusals = await asyncio.gather(one.greet(), other.greet(), return_exceptions=True)
    assert [type(refusal) for refusal in refusals] == [VersionsDiffer, VersionsDiffer]
    assert VERSION in str(refusals[0])
    for peer in (one, other):
        assert peer.ended
        with pytest.raises(EngineGone):
            await peer.call("echo")


async def test_a_side_that_says_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peer_module, "HELLO_TIMEOUT_S", 0.05)
    near, far = await joined()
    silent = Peer(*near, hello("window"))
    with pytest.raises(LineEnded, match="does not answer"):
        await silent.greet()
    far[1].close()


@both
async def test_calls_under_way_fail_when_the_line_ends(kind: str) -> None:
    async with line(kind) as up:
        calls = [asyncio.create_task(up.asking.call("wait")) for _ in range(5)]
        await eventually_async(lambda: up.answers.waiting == 5)
        await up.serving.close("the engine was asked to end")
        answers = await asyncio.gather(*calls, return_exceptions=True)
        assert [str(answer) for answer in answers if isinstance(answer, EngineGone)] == [str(answers[0])] * 5
        assert "the engine was asked to end" in str(answers[0])
        with pytest.raises(EngineGone, match="asked to end"):
            await up.asking.call("echo")
        assert up.answers.cancelled == 5


@both
async def test_each_side_hears_why_the_other_one_ended_the_line(kind: str) -> None:
    async with line(kind) as up:
        await up.asking.close("the window closed")
        assert await asyncio.gather(*up.runs) == ["the window closed", "the window closed"]
        await up.asking.close("again")
        assert up.asking.ended == "the window closed"


@both
async def test_closing_does_not_wait_for_a_side_that_no_longer_reads_or_answers(kind: str) -> None:
    async with line(kind, reading="none") as up:
        up.run(up.asking)
        call = asyncio.create_task(up.asking.call("echo", CancelRun("x" * 1_000_000)))
        await asyncio.sleep(0)
        await asyncio.wait_for(up.asking.close("the window closed"), 10)
        assert await asyncio.wait_for(asyncio.gather(*up.runs), 10) == ["the window closed"]
        with pytest.raises(EngineGone):
            await call


@both
async def test_nothing_stays_open_when_the_line_has_ended(kind: str) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        async with line(kind) as up:
            await up.asking.call("echo")
    await eventually_async(lambda: len(os.listdir("/proc/self/fd")) == before)


async def test_a_side_that_closed_only_its_reading_end_ends_the_line() -> None:
    """The engine writes to nobody: it must not gather events for ever."""
    near, far = await joined()
    up = Line(near, far)
    await up.greet()
    up.run(up.serving)
    near[0]._transport.close()  # type: ignore[attr-defined]
    up.serving.tell(ConnectionsChanged())
    await asyncio.wait_for(up.runs[0], 10)
    for number in range(10_000):
        up.serving.tell(NoticeReceived("run", number, "x" * 1_000))
    assert not up.serving.is_full
    await up.close()


# events


async def test_events_come_in_their_order() -> None:
    async with line() as up:
        told = [NoticeReceived("run", number, "said") for number in range(500)]
        for event in told:
            up.serving.tell(event)
        await eventually_async(lambda: len(up.events) == 500)
        assert up.events == told


async def test_a_listener_that_raises_does_not_end_the_line(caplog: pytest.LogCaptureFixture) -> None:
    heard: list[object] = []

    def listen(event: object) -> None:
        heard.append(event)
        raise RuntimeError("a broken listener")

    async with line(on_event=listen) as up:
        up.serving.tell(ConnectionsChanged())
        up.serving.tell(SchemaChanged("a"))
        await eventually_async(lambda: len(heard) == 2)
        assert await up.asking.call("echo", CancelRun("still up")) == CancelRun("still up")
    assert "a broken listener" in caplog.text


async def test_a_later_event_replaces_one_of_its_key_that_still_waits() -> None:
    async with line() as up:
        for number in range(1_000):
            up.serving.tell(RowsAvailable("a", number))
            up.serving.tell(RowsAvailable("b", number))
            up.serving.tell(TransactionChanged("s", TransactionState.OPEN))
        await eventually_async(lambda: len(up.events) == 3)
        assert [event for event in up.events if isinstance(event, RowsAvailable)] == [
            RowsAvailable("a", 999),
            RowsAvailable("b", 999),
        ]


@both
async def test_a_slow_reader_misses_what_it_merely_listens_to_and_is_told_how_much(kind: str) -> None:
    async with line(kind, reading="serving") as up:
        for number in range(20_000):
            up.serving.tell(SchemaChanged(f"connection {number}", "x" * 50), lossy=True)
            if number % 2_500 == 0:
                await asyncio.sleep(0)
        up.serving.tell(NoticeReceived("run", 1, "the last"))
        up.run(up.asking)
        await eventually_async(lambda: NoticeReceived("run", 1, "the last") in up.events)
        up.serving.tell(SchemaChanged("end"), lossy=True)
        await eventually_async(lambda: SchemaChanged("end") in up.events)
        heard = [event for event in up.events if isinstance(event, SchemaChanged)]
        missed = sum(event.count for event in up.events if isinstance(event, EventsMissed))
        assert len(heard) + missed == 20_001
        assert len(heard) >= 2_000
        assert missed > 0
        numbers = [int(event.connection_id.split()[1]) for event in heard[:-1]]
        assert numbers == sorted(numbers)


@both
async def test_what_waits_for_a_slow_reader_says_that_it_is_full_until_it_was_read(kind: str) -> None:
    async with line(kind, reading="serving") as up:
        sent = 0
        while not up.serving.is_full:
            up.serving.tell(NoticeReceived("run", sent, "x" * 10_000))
            sent += 1
            await asyncio.sleep(0)
        assert 300 < sent < 1_500
        up.run(up.asking)
        await eventually_async(lambda: not up.serving.is_full)
        await eventually_async(lambda: len(up.events) == sent)


async def test_no_more_calls_are_read_while_the_asker_does_not_read_answers() -> None:
    async with line(reading="serving") as up:
        calls = [asyncio.create_task(up.asking.call("big", FetchMore("", 1 << 20))) for _ in range(200)]
        await eventually_async(lambda: up.serving.is_full)
        for _ in range(50):
            await asyncio.sleep(0.001)
        assert up.serving._outbox._bytes < 30 << 20
        up.run(up.asking)
        assert sum(len(part.data) for part in await asyncio.gather(*calls)) == 200 << 20


async def test_two_sides_that_both_send_much_do_not_wait_for_each_other() -> None:
    async with line() as up:
        calls = [asyncio.create_task(up.asking.call("echo", CancelRun("x" * 3_000_000))) for _ in range(20)]
        for number in range(2_000):
            up.serving.tell(NoticeReceived("run", number, "x" * 10_000))
        assert len(await asyncio.wait_for(asyncio.gather(*calls), 30)) == 20


# looking at the line


async def test_the_trace_shows_names_and_sizes_and_never_what_a_person_wrote(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LAPWING_TRACE_LINE", "1")
    async with line() as up:
        await up.asking.call("echo", RunQuery("r", "s", "SELECT canary FROM secrets"))
        up.serving.tell(NoticeReceived("r", 0, "canary said"))
        with pytest.raises(LapwingError):
            await up.asking.call("refuse", CancelRun("canary refused"))
        await eventually_async(lambda: up.events)
    shown = capsys.readouterr().err
    assert "line window > CALL 1 echo" in shown
    assert "line engine > EVENT 0 statement.notice" in shown
    assert "canary" not in shown
    assert "secrets" not in shown


def test_the_line_knows_no_qt_and_no_driver() -> None:
    source = "".join(path.read_text() for path in Path(peer_module.__file__).parent.glob("*.py"))
    assert "PySide" not in source
    assert "apsw" not in source
