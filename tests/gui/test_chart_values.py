"""What charts are made of: the series that the window holds, the axes, the words of values, the colours."""

import itertools
import math
import random

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from helpers.charts import END, START, data_of, key, packed, sample
from lapwing.domain.monitoring.metrics import Lane, Unit
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.domain.monitoring.series import KeptSeries, SeriesAnswer
from lapwing.gui.monitor.axis import time_ticks, value_axis
from lapwing.gui.monitor.chart_colors import SERIES, color_of
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.series_data import POINTS, SeriesData
from lapwing.gui.theme import Theme, ThemeMode


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.DARK)


def test_a_missed_tick_a_restart_and_a_reset_are_holes_and_live_samples_go_on_behind_history() -> None:
    data = data_of({key("limit"): [1.0] * 10})
    for second, value in ((10, 2.0), (11, None), (12, 3.0)):
        data.take(sample(second, value))
    data.take(MetricsSampled("c", START + 13, 1.0, Lane.FAST, gap="timeout"))
    assert data.latest(key("limit"), START + 13) is None
    data.take(sample(14, 4.0))
    data.take(sample(15, 5.0, restarted=True))
    view = data.view(key("limit"))
    told = dict(zip((view.times - START).tolist(), view.average.tolist(), strict=True))
    assert [told[second] for second in (9, 10, 12, 14, 15)] == [1, 2, 3, 4, 5]
    assert [second for second, value in told.items() if math.isnan(value)] == [11, 13, 14.5]
    assert data.latest(key("limit"), START + 15) == 5
    assert data.latest(key("limit"), START + 100) is None


def test_series_are_bounded_keep_their_ends_and_follow_a_clock_that_is_set_back() -> None:
    data = SeriesData("c")
    for second in range(3 * POINTS):
        data.take(sample(second, 1.0 if second else 7.0))
    view = data.view(key("limit"))
    assert len(view) <= 2 * POINTS
    assert (view.times[0], view.maximum[0]) == (START, 7.0)
    assert not view.breaks().any()
    data.take(sample(100, 2.0))
    assert data.view(key("limit")).times[-1] == START + 100


def test_finer_history_takes_the_place_of_coarser_and_bytes_that_do_not_fit_are_cut() -> None:
    data = data_of({key("limit"): [5.0] * 15}, START + 60 * np.arange(15), step_s=60)
    fine = packed([6.0] * 60)
    kept = KeptSeries(key("limit"), packed(START + 300 + np.arange(60)), fine + b"x", fine, fine)
    data.fill(SeriesAnswer("c", (kept,), 0.0))
    view = data.view(key("limit"))
    assert (view.value_at(START + 60), view.value_at(START + 330), view.value_at(START + 480)) == (5, 6, 5)


def test_one_sample_of_what_is_measured_seldom_is_the_latest_value_for_as_long_as_others_of_it() -> None:
    data = data_of({key("limit"): [5.0] * 15}, START + 60 * np.arange(15), step_s=60)
    alone = packed([6.0])
    data.fill(SeriesAnswer("c", (KeptSeries(key("limit"), packed([START + 300.0]), alone, alone, alone),), 0.0))
    assert data.latest(key("limit"), START + 340) == 6
    assert data.latest(key("limit"), START + 1_200) is None


# Axes


def test_every_axis_has_four_to_six_lines_with_different_words_that_hold_all_values() -> None:
    chance = random.Random(7)
    for unit in Unit:
        for _ in range(300):
            high = 10 ** chance.uniform(-9, 18)
            low = chance.choice([0.0, 0.0, -high * chance.random()])
            axis = value_axis(unit, low, high)
            words = [tick.text for tick in axis.ticks]
            assert axis.low <= low * (1 - 1e-9) or low == 0 == axis.low
            assert axis.high >= high * (1 - 1e-9)
            assert 4 <= len(words) <= 6
            assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("unit", "highest", "words"),
    [
        (Unit.COUNT, 98, "0|30|60|90|120"),
        (Unit.COUNT, 1, "0|1|2|3"),
        (Unit.PER_SECOND, 1990, "0 /s|600 /s|1200 /s|1800 /s|2400 /s"),
        (Unit.SHARE, 0.94, "0 %|25 %|50 %|75 %|100 %"),
        (Unit.BYTES_PER_SECOND, 950e3, "0 kB/s|250 kB/s|500 kB/s|750 kB/s|1000 kB/s"),
        (Unit.MILLISECONDS, 24_000, "0 s|5 s|10 s|15 s|20 s|25 s"),
        (Unit.SECONDS, 3300, "0 min|15 min|30 min|45 min|60 min"),
    ],
)
def test_an_axis_has_one_unit_and_round_steps(unit, highest, words) -> None:
    assert "|".join(tick.text.replace("\u202f", " ") for tick in value_axis(unit, 0, highest).ticks) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1842.3, Unit.PER_SECOND, "1 842 /s"),
        (19.44e6, Unit.BYTES_PER_SECOND, "19.4 MB/s"),
        (0.99871, Unit.SHARE, "99.87 %"),
        (0.0000123, Unit.SECONDS, "12.3 µs"),
        (2_147_483_647, Unit.COUNT, "2 147 483 647"),
        (None, Unit.COUNT, "–"),
        (math.inf, Unit.COUNT, "–"),
    ],
)
def test_single_values_have_the_unit_that_suits_them(value, unit, words) -> None:
    assert value_text(value, unit).replace("\u202f", " ") == words


@pytest.mark.parametrize("span", [60, 900, 3600, 86400, 7 * 86400, 30 * 86400])
def test_the_time_axis_has_a_few_labels_for_any_time(span) -> None:
    ticks = time_ticks(END - span, END, 250, 58)
    assert 2 <= len(ticks) <= 6
    assert all(tick.text for tick in ticks)
    assert all(END - span <= tick.at <= END for tick in ticks)


def test_colours_of_series_stay_apart_in_both_themes_for_colour_blind_people(theme: Theme) -> None:
    """By the matrices of Machado et al. 2009 for three deficiencies of sight, and the distance of CIE 1976."""
    sights = [
        np.eye(3),
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
    ]
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        theme.set_mode(mode)
        for sight in sights:
            seen = [lab(np.array(sight) @ linear(color_of(name))) for name in SERIES]
            assert min(math.dist(one, other) for one, other in itertools.combinations(seen, 2)) > 12


def linear(color: QColor):
    parts = np.array((color.redF(), color.greenF(), color.blueF()))
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light) -> tuple[float, float, float]:
    mix = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    x, y, z = np.cbrt(np.array(mix) @ np.clip(light, 0, 1) / (0.95047, 1, 1.08883))
    return float(116 * y - 16), float(500 * (x - y)), float(200 * (y - z))
