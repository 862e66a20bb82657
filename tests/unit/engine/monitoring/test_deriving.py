"""Values of readings: rates over the measured time, exact differences, and gaps where a counter began anew."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.monitoring.metrics import Derivation, Labels, Lane, Metric, Reading, SeriesKey, Unit
from lapwing.engine.monitoring.deriving import Deriver

RATE = Metric("commits", "Commits", Unit.PER_SECOND, Derivation.RATE)
GROWTH = Metric("deadlocks", "Deadlocks", Unit.COUNT, Derivation.GROWTH)
HIT = Metric("cache_hit", "Cache hit", Unit.SHARE, Derivation.SHARE_OF_GROWTH, ("hit",), ("hit", "read"))
USE = Metric("use", "Use", Unit.SHARE, Derivation.SHARE, ("sessions",), ("most",), labels=("state",))
SLOW = Metric("size", "Size", Unit.BYTES, lane=Lane.SLOW, factor=8192)


def looks(metric: Metric, *found: tuple[float, str, dict[str, int] | dict[tuple[str, Labels], int]]) -> list[object]:
    """The values of one metric's series without labels, look by look; `...` where there is none."""
    deriver, values = Deriver(), []
    for at_s, epoch, numbers in found:
        readings = [
            Reading(name, number) if isinstance(name, str) else Reading(name[0], number, name[1])
            for name, number in numbers.items()
        ]
        made = {value.key: value.value for value in deriver.take([metric], metric.lane, readings, epoch, at_s)}
        values.append(made.get(SeriesKey(metric.id), ...))
    return values


def test_a_counter_becomes_a_rate_over_the_time_that_was_measured() -> None:
    found = looks(RATE, (10.0, "a", {"commits": 100}), (12.5, "a", {"commits": 150}), (13.0, "a", {"commits": 150}))
    assert found == [..., 20.0, 0.0]


def test_differences_of_large_counters_are_exact() -> None:
    large = 2**64 - 3
    assert looks(GROWTH, (0, "a", {"deadlocks": large}), (1, "a", {"deadlocks": large + 2})) == [..., 2.0]


def test_a_counter_that_began_anew_is_a_gap_and_goes_on_from_there() -> None:
    for second in ((1.0, "a", {"commits": 5}), (1.0, "b", {"commits": 500})):  # it went down; it is another server
        assert looks(RATE, (0.0, "a", {"commits": 100}), second, (2.0, second[1], {"commits": 510}))[1] is None
    assert looks(RATE, (0.0, "a", {"commits": 9}), (1.0, "b", {"commits": 1}), (3.0, "b", {"commits": 5})) == [
        ...,
        None,
        2.0,
    ]


def test_a_share_of_growth_is_that_of_the_interval_and_nothing_where_nothing_happened() -> None:
    found = looks(
        HIT,
        (0, "a", {"hit": 1_000_000, "read": 0}),
        (1, "a", {"hit": 1_000_003, "read": 1}),
        (2, "a", {"hit": 1_000_003, "read": 1}),
    )
    assert found == [..., 0.75, None]


def test_a_share_is_over_the_reading_with_the_same_labels_or_with_none() -> None:
    readings = [Reading("sessions", 3, (("state", "idle"),)), Reading("most", 12)]
    made = Deriver().take([USE], Lane.FAST, readings, "", 0.0)
    assert [(each.key.text, each.value) for each in made] == [("use{state=idle}", 0.25)]


def test_lanes_are_looked_at_apart_and_factors_are_applied() -> None:
    deriver = Deriver()
    assert deriver.take([SLOW, RATE], Lane.FAST, [Reading("size", 2)], "", 0.0) == ()
    assert [each.value for each in deriver.take([SLOW, RATE], Lane.SLOW, [Reading("size", 2)], "", 0.0)] == [16384.0]


def test_what_was_out_of_sight_has_no_rate() -> None:
    deriver = Deriver()
    deriver.take([RATE], Lane.FAST, [Reading("commits", 1)], "a", 0.0)
    deriver.forget()
    assert deriver.take([RATE], Lane.FAST, [Reading("commits", 900)], "a", 60.0) == ()


@given(st.lists(st.tuples(st.integers(0, 2**64), st.sampled_from("ab"), st.floats(0.01, 60)), min_size=2, max_size=12))
def test_no_rate_is_ever_negative(looked: list[tuple[int, str, float]]) -> None:
    at, told = 0.0, []
    for number, epoch, took in looked:
        at += took
        told.append((at, epoch, {"commits": number}))
    for value in looks(RATE, *told):
        assert value is ... or value is None or (isinstance(value, float) and value >= 0)


@pytest.mark.parametrize("metric", [RATE, HIT, GROWTH])
def test_a_counter_that_is_not_told_any_more_has_no_value(metric: Metric) -> None:
    first = {"commits": 1, "hit": 1, "read": 1, "deadlocks": 1}
    assert looks(metric, (0, "a", first), (1, "a", {})) == [..., ...]


@pytest.mark.parametrize("hours", [1.0, -1.0])
def test_a_machine_that_slept_or_whose_clock_was_set_makes_no_peak(hours: float) -> None:
    deriver = Deriver()
    told: list[list[float | None]] = []
    for at_s, at, number in ((10.0, 1000.0, 100), (11.0, 1001.0, 110), (12.0, 1002.0 + hours * 3600, 99_000)):
        made = deriver.take([RATE], Lane.FAST, [Reading("commits", number)], "a", at_s, at)
        told.append([value.value for value in made])
    assert told == [[], [10.0], [None]]
    (later,) = deriver.take([RATE], Lane.FAST, [Reading("commits", 99_020)], "a", 13.0, 1003.0 + hours * 3600)
    assert later.value == 20.0


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**400])
def test_what_no_chart_can_show_is_no_value(number: Any) -> None:
    assert looks(SLOW, (0.0, "a", {"size": number})) == [None]
    assert looks(RATE, (0.0, "a", {"commits": 0}), (1.0, "a", {"commits": number})) == [..., None]
