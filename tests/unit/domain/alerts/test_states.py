"""The states of an alert: durations, hysteresis, acknowledging, and gaps, in which nothing is decided."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.alerts.advancing import acknowledged, advance
from lapwing.domain.alerts.evaluating import Verdict
from lapwing.domain.alerts.instances import AlertInstance, AlertState

OK, PENDING, FIRING = AlertState.OK, AlertState.PENDING, AlertState.FIRING
ACKNOWLEDGED, RESOLVED, UNKNOWN = AlertState.ACKNOWLEDGED, AlertState.RESOLVED, AlertState.UNKNOWN
NEW = AlertInstance("r", "c", at=0.0)


def through(said: str, *, duration_s: float = 0.0, clears: str = "", first: AlertInstance = NEW) -> list[AlertState]:
    """The states behind one verdict a second: `t`rue, `f`alse, or `?`."""
    truth = {"t": True, "f": False, "?": None}
    states, now = [], first
    for index, letter in enumerate(said):
        clear = truth[clears[index]] if clears else True
        now = advance(now, Verdict((), truth[letter], 1.0), clear, now.at + 1, duration_s, 3.0)
        states.append(now.state)
    return states


def test_without_a_duration_it_fires_at_once_and_is_over_when_it_is_not_so() -> None:
    assert through("ttf") == [FIRING, FIRING, RESOLVED]


def test_it_fires_when_it_was_so_for_long_enough_and_begins_anew_when_it_was_not() -> None:
    assert through("tttftttt", duration_s=3) == [PENDING, PENDING, PENDING, OK, PENDING, PENDING, PENDING, FIRING]


def test_a_gap_neither_counts_nor_begins_anew() -> None:
    assert through("tt??tt", duration_s=3) == [PENDING, PENDING, UNKNOWN, UNKNOWN, PENDING, PENDING]
    assert through("tt??ttt", duration_s=3)[-1] is FIRING


def test_a_firing_alert_is_unknown_in_a_gap_and_never_over_by_it() -> None:
    assert through("t???t") == [FIRING, UNKNOWN, UNKNOWN, UNKNOWN, FIRING]
    assert through("t?f") == [FIRING, UNKNOWN, RESOLVED]


def test_with_a_clear_condition_it_is_over_only_when_that_is_so() -> None:
    assert through("tffff", clears="ff?ft") == [FIRING, FIRING, FIRING, FIRING, RESOLVED]


def test_an_acknowledged_alert_stays_so_through_gaps_until_it_is_over_and_then_fires_anew() -> None:
    firing = advance(NEW, Verdict((), True, 1.0), True, 1.0, 0.0, 3.0)
    seen = acknowledged(firing, "me", 2.0)
    assert seen.state is ACKNOWLEDGED
    assert through("t?tft", first=seen) == [ACKNOWLEDGED, UNKNOWN, ACKNOWLEDGED, RESOLVED, FIRING]
    assert acknowledged(NEW, "me", 2.0) == NEW
    in_gap = advance(firing, Verdict((), None), True, 2.0, 0.0, 3.0)
    assert through("t", first=acknowledged(in_gap, "me", 3.0)) == [ACKNOWLEDGED]


def test_time_that_was_not_looked_at_counts_no_more_than_a_short_step() -> None:
    now = advance(NEW, Verdict((), True, 1.0), True, 1.0, 60.0, 3.0)
    now = advance(now, Verdict((), True, 1.0), True, 1_000.0, 60.0, 3.0)
    assert now.state is PENDING
    assert now.held_s == 3.0


@given(st.text("tf?", max_size=60), st.integers(0, 5))
def test_only_a_false_verdict_ends_what_fires(said: str, duration_s: int) -> None:
    now = replace(NEW)
    for letter in said:
        before = now
        verdict = Verdict((), {"t": True, "f": False, "?": None}[letter], 1.0)
        now = advance(before, verdict, True, before.at + 1, float(duration_s), 3.0)
        if before.is_alive and not now.is_alive:
            assert letter == "f"
        assert (now.state is UNKNOWN) == (letter == "?")
        assert (now.started is not None) == now.is_alive
