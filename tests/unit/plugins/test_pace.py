"""How fast a plugin may tell events and write lines."""

from lapwing.engine.plugins.pace import Pace


async def test_much_goes_on_at_once_and_then_at_a_steady_pace():
    now = [100.0]
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    pace = Pace(per_s=10, most=50, clock=lambda: now[0], sleep=sleep)
    for _ in range(50):
        await pace.wait(1)
    assert waits == []
    for _ in range(100):
        await pace.wait(1)
    assert 9 < now[0] - 100 < 12
    now[0] += 3_600
    assert [pace.may(40) for _ in range(3)] == [True, True, False]
