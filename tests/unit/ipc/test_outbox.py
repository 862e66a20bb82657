"""What waits to be written: in order, bounded, and replaced where only the last word counts."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from lapwing.ipc.outbox import Outbox


async def taken(outbox: Outbox) -> bytes:
    """All that waits."""
    data = b""
    while not outbox.is_empty:
        data += await outbox.take()
    return data


@given(st.lists(st.binary(min_size=1, max_size=5_000), max_size=80))
def test_what_was_put_is_taken_in_order(frames: list[bytes]) -> None:
    async def check() -> None:
        outbox = Outbox()
        for frame in frames:
            outbox.put(frame)
        assert await taken(outbox) == b"".join(frames)

    asyncio.run(check())


async def test_who_takes_waits_for_something() -> None:
    outbox = Outbox()
    taking = asyncio.create_task(outbox.take())
    await asyncio.sleep(0)
    assert not taking.done()
    outbox.put(b"a")
    outbox.put(b"b")
    assert await taking == b"ab"


async def test_one_portion_is_about_64_kb() -> None:
    outbox = Outbox()
    for _ in range(100):
        outbox.put(b"x" * 10_000)
    assert len(await outbox.take()) == 70_000
    outbox.put(b"y" * 1_000_000)
    assert len(await taken(outbox)) == 930_000 + 1_000_000


async def test_a_later_frame_of_a_key_takes_the_place_of_the_one_that_waits() -> None:
    outbox = Outbox()
    for data, key in ((b"1", "a"), (b"2", ""), (b"3", "b"), (b"4", "a"), (b"5", "")):
        outbox.put(data, key)
    assert await taken(outbox) == b"4235"
    outbox.put(b"6", "a")
    assert await taken(outbox) == b"6"


async def test_it_is_full_above_four_megabytes_until_enough_was_taken() -> None:
    outbox = Outbox()
    room = asyncio.create_task(outbox.room())
    await room
    while not outbox.is_full:
        outbox.put(b"x" * 100_000)
    waiting = asyncio.create_task(outbox.room())
    await asyncio.sleep(0)
    assert not waiting.done()
    await outbox.take()
    await waiting
    assert not outbox.is_full


async def test_what_is_merely_listened_to_is_dropped_and_counted_beyond_two_thousand() -> None:
    outbox = Outbox()
    for number in range(3_000):
        outbox.put(b"l", lossy=True)
        outbox.put(b"k")
        outbox.put(b"r", "replaced", lossy=True)
        assert outbox.missed == max(0, number - 1_998)
    assert outbox.take_missed() == 1_001
    assert outbox.take_missed() == 0
    data = await taken(outbox)
    assert (data.count(b"k"), data.count(b"l"), data.count(b"r")) == (3_000, 1_999, 1)
    outbox.put(b"l", lossy=True)
    assert await taken(outbox) == b"l"


async def test_an_abandoned_outbox_takes_nothing_and_lets_nobody_wait() -> None:
    outbox = Outbox()
    while not outbox.is_full:
        outbox.put(b"x" * 100_000)
    waiting = asyncio.create_task(outbox.room())
    outbox.abandon()
    await waiting
    for _ in range(100):
        outbox.put(b"x" * 100_000, "key", lossy=True)
    assert (outbox.is_empty, outbox.is_full) == (True, False)
