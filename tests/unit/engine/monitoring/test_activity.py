"""The last minutes of what sessions did, kept within a bound."""

import asyncio
import time
from dataclasses import replace

import pytest

from helpers.waiting import eventually_async
from lapwing.domain.events import Event
from lapwing.domain.monitoring.activity import Activity, ActivityLock, ActivitySession, ActivityState
from lapwing.domain.monitoring.samples import ActivitySampled, MonitorEnded
from lapwing.domain.monitoring.sessions import ActivityCounts
from lapwing.engine.bus import Bus
from lapwing.engine.monitoring.activity import ActivityKeeper

_START = 1_790_000_000.0


def activity(at: float, *sessions: ActivitySession) -> Activity:
    return Activity(at, sessions, (ActivityLock("2", "ShareLock", "transaction 7", is_granted=False),), "A note.")


def some_sessions(count: int, at: float) -> tuple[ActivitySession, ...]:
    def one(number: int) -> ActivitySession:
        return ActivitySession(
            str(40_000 + number),
            ActivityState.ACTIVE if number % 10 == 0 else ActivityState.IDLE,
            f"user_{number % 7}",
            "shop",
            f"10.1.{number % 30}.{number % 200}:{30_000 + 7 * number}",
            "web",
            "client backend",
            "Client: ClientRead",
            f"SELECT o.id, o.total FROM orders o WHERE o.customer_id = {number * 7919 % 100_003} ORDER BY o.placed_at",
            (at * 7 + number * 13.37) % 60,
            None,
            (at * 3 + number * 1.731) % 600,
            at - _START + number * 17.77,
            began=f"2026-11-22 10:{number % 60:02}:{number % 59:02}.{number * 7919 % 1_000_000:06}+00",
        )

    return tuple(map(one, range(count)))


async def settled(keeper: ActivityKeeper) -> None:
    await keeper.close()


async def test_each_look_is_told_and_can_be_had_again_as_it_was() -> None:
    bus = Bus(asyncio.get_running_loop())
    told: list[Event] = []
    bus.listen(("*",), told.append)
    keeper = ActivityKeeper(bus)
    looks = [activity(_START + second, *some_sessions(3, second)) for second in (1, 2, 4)]
    for look in looks:
        keeper.take("c", look)
    assert told == [ActivitySampled("c", look.at) for look in looks]
    for _packed in range(2):
        assert keeper.find("c") == looks[2] or _packed
        await settled(keeper)
    found = keeper.find("c", _START + 3.5)
    assert found is not None
    assert (found.at, found.note, found.locks) == (looks[1].at, "A note.", looks[1].locks)
    assert [each.statement for each in found.sessions] == [each.statement for each in looks[1].sessions]
    assert [each.session_age_s for each in found.sessions] == [
        round(each.session_age_s or 0, 2) for each in looks[1].sessions
    ]
    assert keeper.find("c", _START + 0.5) is None
    assert keeper.find("other") is None
    assert keeper.times("c") == (looks[0].at, looks[2].at)


async def test_sessions_are_counted_once_each_by_what_keeps_them() -> None:
    keeper = ActivityKeeper(Bus(asyncio.get_running_loop()))
    plain = ActivitySession("1", ActivityState.ACTIVE)
    keeper.take(
        "c",
        activity(
            _START,
            plain,
            replace(plain, id="2", wait="IO: DataFileRead"),
            replace(plain, id="3", wait="Lock: tuple", blocked_by=("1",)),
            replace(plain, id="4", state=ActivityState.IN_TRANSACTION),
            replace(plain, id="5", state=ActivityState.ABORTED),
            replace(plain, id="6", state=ActivityState.IDLE, wait="Client: ClientRead"),
        ),
    )
    keeper.take("c", activity(_START + 1))
    expected = ActivityCounts(_START, active=1, waiting=1, blocked=1, in_transaction=2, total=6)
    assert keeper.counts("c")[0] == expected
    assert [each.at for each in keeper.counts("c", after=_START)] == [_START + 1]
    await settled(keeper)


async def test_what_is_older_than_a_quarter_of_an_hour_is_forgotten_and_so_is_a_time_to_come() -> None:
    keeper = ActivityKeeper(Bus(asyncio.get_running_loop()))
    for second in (0, 100, 950):
        keeper.take("c", activity(_START + second))
    keeper.take("other", activity(_START + 940))
    await settled(keeper)
    assert keeper.times("c") == (_START + 100, _START + 950)
    keeper.take("c", activity(_START + 500))  # somebody put the clock back
    assert [each.at for each in keeper.counts("c")] == [_START + 100, _START + 500]
    keeper.take("other", activity(_START + 2_000))
    assert keeper.find("c") is None
    await settled(keeper)
    assert keeper.times("other") == (_START + 2_000, _START + 2_000)


async def test_what_is_kept_of_a_server_that_nobody_looks_at_any_more_goes_though_nothing_newer_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lapwing.engine.monitoring.activity.KEPT_S", 0.2)
    bus = Bus(asyncio.get_running_loop())
    keeper = ActivityKeeper(bus)
    keeper.take("c", activity(time.time(), *some_sessions(3, 0)))
    await settled(keeper)
    assert keeper.used_bytes
    bus.publish(MonitorEnded("c"))
    await eventually_async(lambda: keeper.find("c") is None)
    assert keeper.used_bytes == 0


async def test_memory_is_bounded_and_the_oldest_look_of_all_goes_first() -> None:
    keeper = ActivityKeeper(Bus(asyncio.get_running_loop()), most_bytes=100_000)
    for second in range(40):
        for name in ("b", "a"):
            keeper.take(name, activity(_START + second + (name == "a") / 2, *some_sessions(100, second)))
    await settled(keeper)
    assert 50_000 < keeper.used_bytes <= 100_000
    oldest = [times[0] for name in ("a", "b") if (times := keeper.times(name))]
    assert abs(oldest[0] - oldest[1]) <= 1.0
    assert oldest[0] > _START + 5
    found = keeper.find("a")
    assert found is not None
    assert found.at == _START + 39.5
