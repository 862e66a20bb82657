"""What is sampled once a minute is one line also where its past is asked for in seconds."""

import numpy as np

from lapwing.domain.monitoring.metrics import Lane, SeriesKey, SeriesValue
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.domain.monitoring.series import KeptSeries, SeriesAnswer
from lapwing.gui.monitor.series_data import SeriesData

KEY = SeriesKey("database_size")


def test_a_series_of_the_slow_lane_has_no_gaps_in_a_past_that_was_read_by_the_second() -> None:
    data = SeriesData("c")
    times, values = np.arange(1_000.0, 1_600.0, 60.0), np.arange(10.0)
    data.fill(SeriesAnswer("c", (KeptSeries(KEY, times.tobytes(), *[values.tobytes()] * 3),), 1.0))
    data.take(MetricsSampled("c", 1_600.0, 60.0, Lane.SLOW, (SeriesValue(KEY, 10.0),)))
    view = data.view(KEY)
    assert len(view) == 11
    assert not view.breaks().any()
    assert view.value_at(1_630.0) == 10.0


def test_samples_that_came_after_what_was_read_are_kept() -> None:
    data = SeriesData("c")
    for at in (1_000.0, 1_001.0, 1_002.0):
        data.take(MetricsSampled("c", at, 1.0, Lane.FAST, (SeriesValue(KEY, at),)))
    past = np.array([999.0, 1_000.0004])
    data.fill(SeriesAnswer("c", (KeptSeries(KEY, past.tobytes(), *[past.tobytes()] * 3),), 0.0))
    assert [round(float(at)) for at in data.view(KEY).times] == [999, 1_000, 1_001, 1_002]


def taken(*moments: float, interval_s: float = 1.0) -> SeriesData:
    """What was seen at these moments; values tell when."""
    data = SeriesData("c")
    for at in moments:
        data.take(MetricsSampled("c", at, interval_s, Lane.FAST, (SeriesValue(KEY, at),)))
    return data


def kept(data: SeriesData, times: list[float], values: list[float], step_s: float = 0.0) -> None:
    """Read that of the past."""
    packed = np.array(values).tobytes()
    data.fill(SeriesAnswer("c", (KeptSeries(KEY, np.array(times).tobytes(), *[packed] * 3),), step_s))


def test_what_was_seen_and_not_kept_stays_where_the_past_has_a_gap() -> None:
    data = taken(*np.arange(1_000.0, 1_030.0))
    first, last = [1_000.0, 1_001.0, 1_002.0], [1_020.0004, 1_021.0]
    kept(data, [*first, 1_003.0, *last], [7.0, 7.0, 7.0, np.nan, 7.0, 7.0])
    view = data.view(KEY)
    assert [round(float(at)) for at in view.times] == list(range(1_000, 1_030))
    assert not view.breaks().any()
    assert (view.value_at(1_002.0), view.value_at(1_003.0), view.value_at(1_020.0)) == (7, 1_003, 7)


def test_a_gap_that_was_seen_and_kept_stays_one() -> None:
    data = taken(1_000.0, 1_001.0)
    data.take(MetricsSampled("c", 1_002.0, 1.0, Lane.FAST, gap="timeout"))
    data.take(MetricsSampled("c", 1_003.0, 1.0, Lane.FAST, (SeriesValue(KEY, 1.0),)))
    kept(data, [1_000.0, 1_001.0, 1_002.0, 1_003.001], [1.0, 1.0, np.nan, 1.0])
    view = data.view(KEY)
    assert view.breaks().tolist() == [False, True, True]


def test_a_past_in_which_the_pace_changed_is_one_line() -> None:
    data = SeriesData("c")
    times = [*np.arange(1_000.0, 1_030.0), *np.arange(1_030.0, 1_900.0, 200.0)]
    kept(data, times, [1.0] * len(times))
    assert not data.view(KEY).breaks().any()
