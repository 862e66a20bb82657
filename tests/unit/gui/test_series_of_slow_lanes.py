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
