"""The window's loop keeps asyncio's promises."""

import asyncio

from PySide6.QtWidgets import QApplication

from lapwing.gui.loop import QtLoop


def test_callbacks_run_in_the_order_they_were_asked_for(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    seen: list[int] = []

    async def ask() -> None:
        for number in range(2_000):
            loop.call_soon(seen.append, number)
        loop.call_soon_threadsafe(seen.append, 2_000)
        while len(seen) <= 2_000:
            await asyncio.sleep(0)

    with loop:
        loop.run_until_complete(ask())
    assert seen == list(range(2_001))


def test_what_waits_for_an_event_goes_on_while_only_qt_runs(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    heard: list[str] = []

    async def wait_twice(event: asyncio.Event) -> None:
        await event.wait()
        event.clear()
        heard.append("first")
        await event.wait()
        heard.append("second")

    async def begin() -> tuple[asyncio.Event, asyncio.Task[None]]:
        event = asyncio.Event()
        return event, asyncio.create_task(wait_twice(event))

    with loop:
        event, task = loop.run_until_complete(begin())
        event.set()
        for _ in range(20):
            qapp.processEvents()
        event.set()
        loop.run_until_complete(task)
    assert heard == ["first", "second"]


def test_a_cancelled_callback_is_not_run(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    seen: list[str] = []

    async def ask() -> None:
        loop.call_soon(seen.append, "no").cancel()
        loop.call_soon(seen.append, "yes")
        await asyncio.sleep(0.01)

    with loop:
        loop.run_until_complete(ask())
    assert seen == ["yes"]


def test_no_step_of_a_task_is_lost_while_another_one_lets_qt_process_events(qapp: QApplication) -> None:
    loop = QtLoop(qapp)
    seen: list[str] = []

    async def count() -> None:
        for number in range(5):
            seen.append(str(number))
            await asyncio.sleep(0)

    async def let_qt_work() -> None:
        counting = asyncio.create_task(count())
        await asyncio.sleep(0)
        for _ in range(20):
            qapp.processEvents()
        seen.append("worked")
        await counting

    with loop:
        loop.run_until_complete(let_qt_work())
    assert seen == ["0", "worked", "1", "2", "3", "4"]
