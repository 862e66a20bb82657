"""How often a server is looked at: as wanted, and less often where looking would cost it more than one per cent."""

import pytest

from lapwing.domain.monitoring.metrics import Lane
from lapwing.engine.monitoring.pace import Pace


def test_a_cheap_look_is_taken_as_often_as_is_wanted() -> None:
    pace = Pace()
    for second in range(90):
        pace.note(float(second), 0.004)
    assert pace.interval(0.5) == 0.5
    assert pace.cost(89.0) == pytest.approx(0.004, rel=0.05)


def test_a_dear_look_is_taken_so_seldom_that_it_stays_below_one_per_cent() -> None:
    pace, at = Pace(), 0.0
    for _ in range(100):
        pace.note(at, 0.05)
        at += pace.interval(1.0)
    cost = pace.cost(at)
    assert pace.interval(1.0) == pytest.approx(5.0)
    assert cost is not None
    assert cost <= 0.011


def test_one_slow_look_among_many_changes_nothing() -> None:
    pace = Pace()
    for second in range(30):
        pace.note(float(second), 0.2 if second == 7 else 0.002)
    assert pace.interval(1.0) == 1.0


def test_before_the_first_look_there_is_no_cost() -> None:
    assert Pace().cost(5.0) is None
    assert Pace().interval(2.0) == 2.0


def test_dear_looks_of_the_slow_lane_are_taken_seldom_and_both_lanes_stay_below_one_per_cent_together() -> None:
    pace, now_s, slow_due_s, cost_s = Pace(), 0.0, 0.0, 0.0
    while now_s < 3600:
        pace.note(now_s, 0.02)
        cost_s += 0.02
        if now_s >= slow_due_s:
            pace.note(now_s, 3.0, Lane.SLOW)
            cost_s += 3.0
            slow_due_s = now_s + pace.slow_interval()
        now_s += pace.interval(1.0)
    assert pace.slow_interval() == pytest.approx(600)
    assert cost_s / now_s <= 0.011
