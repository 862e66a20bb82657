"""A session's thread: one job after the other, and an end that comes whatever the session does."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers.counts import times
from lapwing.domain.connections import Target
from lapwing.domain.errors import FileMissing, SessionUnknown, StatementCancelled
from lapwing.drivers.base import Session
from lapwing.drivers.registry import driver_named
from lapwing.engine.connections import session_thread
from lapwing.engine.connections.session_thread import SessionThread

MEMORY = Target("sqlite", ":memory:")
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def opened() -> Session:
    return driver_named("sqlite").open(MEMORY)


class Source:
    """Gives one session, and notes what the thread does with it (`session_thread.SessionSource`).

    Attributes:
        calls: `keep alive`, `used` and so on, in order.
    """

    def __init__(self, make: Callable[[], Session] = opened) -> None:
        self.session: Session | None = None
        self.calls: list[str] = []
        self._make = make

    def open(self) -> Session:
        self.session = self._make()
        return self.session

    def keep_alive(self) -> None:
        self.calls.append("keep alive")

    def used(self, *, needed_life: bool) -> None:
        self.calls.append("used by a person" if needed_life else "used")

    def cancel(self) -> None:
        self.calls.append("cancel")


async def started(source: Source | None = None) -> SessionThread:
    thread = SessionThread("test", source or Source())
    await thread.start()
    return thread


async def test_jobs_run_in_order_in_one_thread_of_their_own() -> None:
    thread = await started()
    order: list[tuple[int, int]] = []

    def note(number: int) -> None:
        order.append((number, threading.get_ident()))

    await asyncio.gather(*(thread.do(lambda _, number=number: note(number)) for number in range(50)))  # type: ignore[misc]
    assert [number for number, _ in order] == list(range(50))
    assert len({ident for _, ident in order} - {threading.get_ident()}) == 1
    await thread.close()


async def test_what_a_job_raises_comes_to_who_waits_and_the_next_job_runs() -> None:
    thread = await started()

    def fail(_session: Session) -> None:
        raise LookupError("nobody thought of it")

    with pytest.raises(LookupError):
        await thread.do(fail)
    assert await thread.do(lambda session: session.product.startswith("SQLite"))
    await thread.close()


async def test_a_job_has_its_turn_and_only_what_needs_life_is_kept_alive() -> None:
    source = Source()
    thread = await started(source)

    @contextmanager
    def turn() -> Iterator[None]:
        source.calls.append("turn begins")
        yield
        source.calls.append("turn ends")

    await thread.do(lambda _: source.calls.append("job"), turn=turn())
    await thread.do(lambda _: source.calls.append("look"), needs_life=False)
    assert source.calls == ["turn begins", "keep alive", "job", "turn ends", "used by a person", "look", "used"]
    await thread.close()


async def test_a_thread_is_idle_when_no_job_runs_or_waits() -> None:
    thread = await started()
    idle = [thread.is_idle]
    go_on = threading.Event()
    first = asyncio.create_task(thread.do(lambda _: go_on.wait(30)))
    second = asyncio.create_task(thread.do(lambda _: None))
    await asyncio.sleep(0)
    idle.append(thread.is_idle)
    second.cancel()
    go_on.set()
    await first
    await thread.do(lambda _: None)
    idle.append(thread.is_idle)
    assert idle == [True, False, True]
    await thread.close()


async def test_behind_its_close_the_thread_has_ended() -> None:
    for _ in range(times(200, 5_000)):
        thread = await started()
        await thread.close()
        assert not thread._thread.is_alive()


async def test_an_opening_that_fails_is_raised_and_the_thread_ends(tmp_path: Path) -> None:
    nowhere = Target("sqlite", str(tmp_path / "nowhere"))
    thread = SessionThread("test", Source(lambda: driver_named("sqlite").open(nowhere)))
    with pytest.raises(FileMissing):
        await thread.start()
    thread._thread.join(30)
    assert not thread._thread.is_alive()


async def test_an_opening_that_is_given_up_is_closed_when_it_is_done(caplog: pytest.LogCaptureFixture) -> None:
    for fails in (False, True):
        go_on = threading.Event()
        sessions: list[Session] = []

        def slow(go_on: threading.Event = go_on, fails: bool = fails, sessions: list[Session] = sessions) -> Session:
            go_on.wait(30)
            if fails:
                raise FileMissing(path="x")
            sessions.append(opened())
            return sessions[0]

        source = Source(slow)
        thread = SessionThread("test", source)
        starting = asyncio.create_task(thread.start())
        await asyncio.sleep(0)
        starting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await starting
        assert source.calls == ["cancel"]
        go_on.set()
        await asyncio.to_thread(thread._thread.join, 30)
        await asyncio.sleep(0)
        del thread
    assert "never retrieved" not in caplog.text


async def test_closing_cancels_what_runs_and_refuses_what_waits() -> None:
    thread = await started()
    began = threading.Event()

    def endless(session: Session) -> None:
        began.set()
        list(session.execute(ENDLESS))

    running = asyncio.create_task(thread.do(endless))
    waiting = asyncio.create_task(thread.do(lambda session: session.product))
    await asyncio.to_thread(began.wait, 30)
    await thread.close()
    with pytest.raises(StatementCancelled):
        await running
    assert isinstance((await asyncio.gather(waiting, return_exceptions=True))[0], str | SessionUnknown)
    with pytest.raises(SessionUnknown):
        await thread.do(lambda session: session.product)
    await thread.close()


async def test_closing_ends_a_statement_that_began_after_it_was_cancelled() -> None:
    thread = await started()
    began, go_on = threading.Event(), threading.Event()

    def late(session: Session) -> None:
        began.set()
        go_on.wait(30)
        list(session.execute(ENDLESS))

    running = asyncio.create_task(thread.do(late))
    await asyncio.to_thread(began.wait, 30)
    closing = asyncio.create_task(thread.close())
    await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(StatementCancelled):
        await running
    await closing


async def test_a_session_that_cannot_be_closed_is_logged_and_the_thread_ends(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    thread = await started()
    assert thread.source.session is not None
    close = thread.source.session.close

    def fail() -> None:
        close()
        raise OSError("the disk is gone")

    monkeypatch.setattr(thread.source.session, "close", fail)
    await thread.close()
    thread._thread.join(30)
    assert "the disk is gone" in caplog.text


async def test_a_thread_that_hangs_in_its_server_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_thread, "CLOSE_TIMEOUT_S", 0.05)
    thread = await started()
    began, go_on = threading.Event(), threading.Event()

    def hang(_session: Session) -> None:
        began.set()
        go_on.wait(30)

    hanging = asyncio.create_task(thread.do(hang))
    await asyncio.to_thread(began.wait, 30)
    await thread.close()
    assert thread._thread.is_alive()
    go_on.set()
    await hanging
    thread._thread.join(30)
