"""Panels of charts: what is drawn is what was sampled, and a person reaches the values with mouse, keys and ears."""

import itertools
import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QToolButton, QWidget

from helpers.charts import END, HOSTILE, METRICS, START, data_of, key, packed, panel_of, sample
from lapwing.domain.monitoring.annotations import Annotation, AnnotationKind
from lapwing.domain.monitoring.dashboards import Panel, PanelKind
from lapwing.domain.monitoring.metrics import SeriesKey
from lapwing.domain.monitoring.series import KeptSeries, SeriesAnswer
from lapwing.gui.monitor.chart_colors import color_of
from lapwing.gui.monitor.chart_view import TimeChart
from lapwing.gui.monitor.panel import PanelView
from lapwing.gui.monitor.series_data import SeriesData, SeriesView
from lapwing.gui.theme import Theme, ThemeMode


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.DARK)


@pytest.fixture
def shown(qtbot):
    """Show a panel over some data and wait until it has drawn it."""

    views = []

    def show(panel: Panel, data: SeriesData, size=(334, 278), start=START, end=END) -> PanelView:
        views.append(view := PanelView(panel))
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitExposed(view):
            view.show()
        show_again(qtbot, view, data, start, end)
        return view

    return show


def show_again(qtbot, view: PanelView, data: SeriesData, start=START, end=END) -> None:
    view.show_data({data.connection_id: data}, METRICS, start, end)
    qtbot.waitUntil(lambda: view.is_current)


def chart_of(view: PanelView):
    chart = view.findChild(TimeChart, "panel.chart")
    assert isinstance(chart, TimeChart)
    return chart


def is_drawn(chart, at: float, value: float, token: str, reach: int = 1) -> bool:
    """Whether a pixel beside a moment and value has nearly a colour."""
    plot, image, wanted = chart.plot, chart.grab().toImage(), color_of(token)
    x, y = round(plot.x_at(at)), round(float(plot.y(np.array([value]))[0]))
    around = itertools.product(range(x - 1, x + 2), range(y - reach, y + reach + 1))
    return any(is_near(image.pixelColor(*place), wanted) for place in around if image.valid(QPoint(*place)))


def is_near(color: QColor, wanted: QColor) -> bool:
    parts = ((color.red(), wanted.red()), (color.green(), wanted.green()), (color.blue(), wanted.blue()))
    return sum(abs(one - other) for one, other in parts) < 170


def colors_in(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


# What is drawn


def test_a_line_lies_where_its_values_are_and_nothing_is_drawn_over_a_gap(shown) -> None:
    values = np.full(900, 60.0)
    values[300:400] = np.nan
    times = START + np.arange(900)
    late = times > START + 600
    chart = chart_of(shown(panel_of(PanelKind.LINE, "limit"), data_of({key("limit"): values[~late]}, times[~late])))
    for at in (100, 250, 450, 590):
        assert is_drawn(chart, START + at, 60, "accent_text")
    for at in (350, 700):
        assert not is_drawn(chart, START + at, 60, "accent_text")


def test_one_sample_among_thousands_keeps_its_peak(shown) -> None:
    values = np.zeros(3600)
    values[1800] = 100.0
    data = data_of({key("limit"): values}, END - 3600 + np.arange(3600))
    chart = chart_of(shown(panel_of(PanelKind.LINE, "limit"), data, start=END - 3600))
    assert is_drawn(chart, END - 1800, 98, "accent_text")
    assert not is_drawn(chart, END - 1500, 98, "accent_text")


def test_stacked_areas_reach_up_to_their_sum_and_the_crosshair_tells_it(shown) -> None:
    data = data_of({key("sessions", state="active"): [30.0] * 900, key("sessions", state="idle"): [20.0] * 900})
    view = shown(panel_of(PanelKind.AREA, "sessions"), data)
    chart = chart_of(view)
    assert is_drawn(chart, START + 450, 30, "accent_text")
    assert is_drawn(chart, START + 450, 50, "good")
    assert not is_drawn(chart, START + 450, 20, "good")
    assert chart.plot.axis.high >= 50


def test_a_series_that_adds_nothing_to_a_stack_does_not_hide_the_line_below_it(shown) -> None:
    data = data_of({key("sessions", state="active"): [30.0] * 900, key("sessions", state="idle"): [0.0] * 900})
    chart = chart_of(shown(panel_of(PanelKind.AREA, "sessions"), data))
    place = QPoint(round(chart.plot.x_at(START + 450)), round(float(chart.plot.y(np.array([30.0]))[0])))
    drawn, below, above = chart.grab().toImage().pixelColor(place), color_of("accent_text"), color_of("good")
    assert abs(drawn.blue() - below.blue()) < abs(drawn.blue() - above.blue())


def test_a_stack_of_series_with_other_times_still_adds_up(shown, qtbot) -> None:
    first = data_of({key("limit"): [30.0] * 900})
    second = data_of({key("limit"): [12.0] * 450}, START + 0.5 + 2 * np.arange(450), connection="d")
    view = shown(panel_of(PanelKind.AREA, "limit"), first)
    view.show_data({"c": first, "d": second}, METRICS, START, END, names={"c": "one", "d": "two"})
    qtbot.waitUntil(lambda: "two" in view.accessibleDescription())
    assert is_drawn(chart_of(view), START + 450, 42, "good")
    assert "one · Limit: 30" in view.accessibleDescription()


def test_bars_add_up_what_is_counted(shown) -> None:
    counted = np.zeros(900)
    counted[[451, 452, 453]] = 1
    chart = chart_of(shown(panel_of(PanelKind.BAR, "deadlocks"), data_of({key("deadlocks"): counted})))
    assert is_drawn(chart, START + 455, 1.5, "accent_text", reach=2)
    assert chart.plot.axis.high >= 3
    assert not is_drawn(chart, START + 200, 1.5, "accent_text")


# Mouse, keys, ears


def test_the_mouse_tells_a_moment_and_a_drag_a_time(shown, qtbot) -> None:
    view = shown(panel_of(PanelKind.LINE, "limit"), data_of({key("limit"): [5.0] * 900}))
    chart = chart_of(view)
    moved: list[float | None] = []
    zoomed: list[tuple[float, float]] = []
    wanted: list[float] = []
    reset: list[bool] = []
    view.crosshair_moved.connect(moved.append)
    view.zoomed.connect(lambda start, end: zoomed.append((start, end)))
    view.annotate_wanted.connect(wanted.append)
    view.reset_zoom.connect(lambda: reset.append(True))
    left, right = (QPoint(round(chart.plot.x_at(START + second)), 100) for second in (300, 600))
    QTest.mouseMove(chart, left)
    qtbot.waitUntil(lambda: bool(moved))
    assert moved[-1] == pytest.approx(START + 300, abs=4)
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=right)
    QTest.mouseMove(chart, left)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=left)
    assert zoomed[0] == pytest.approx((START + 300, START + 600), abs=4)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, right)
    QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=right)
    assert wanted == pytest.approx([START + 600], abs=4)
    assert (reset, len(zoomed)) == ([True], 1)


def test_keys_walk_over_the_values_and_tell_them(shown) -> None:
    values = np.arange(900.0)
    values[895:] = np.nan
    chart = chart_of(shown(panel_of(PanelKind.LINE, "limit"), data_of({key("limit"): values})))
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription().endswith("Limit: 0")
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    told = chart.accessibleDescription()
    _at, value = told.rsplit(": ", 1)
    assert float(value.replace("\u202f", "")) == pytest.approx(3 * 900 / chart.plot.rect.width(), abs=1.5)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.accessibleDescription().endswith("Limit: –")
    times = []
    chart.zoomed.connect(lambda start, end: times.append((start, end)))
    QTest.keyClick(chart, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert times == [(START, END)]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert "Limit: –" in chart.accessibleDescription()
    assert ":" not in chart.accessibleDescription().split("Limit")[0]


def test_the_crosshair_of_another_panel_is_shown_with_the_values(shown) -> None:
    chart = chart_of(view := shown(panel_of(PanelKind.LINE, "limit"), data_of({key("limit"): [5.0] * 900})))
    before = chart.grab().toImage()
    view.set_crosshair(START + 450)
    assert chart.grab().toImage() != before
    x = round(chart.plot.x_at(START + 450))
    assert chart.grab().toImage().pixelColor(x, round(chart.plot.rect.bottom()) - 20) != before.pixelColor(x, 200)
    view.set_crosshair(None)
    assert chart.grab().toImage() == before


def test_a_click_on_the_legend_hides_a_series_and_the_axis_follows(shown, qtbot) -> None:
    data = data_of({key("sessions", state="active"): [30.0] * 900, key("sessions", state="idle"): [900.0] * 900})
    view = shown(panel_of(PanelKind.LINE, "sessions"), data)
    entries = {one.accessibleName(): one for one in view.findChildren(QAbstractButton) if one.isCheckable()}
    QTest.mouseClick(entries["idle"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "idle" not in view.accessibleDescription())
    chart = chart_of(view)
    assert chart.plot.axis.high <= 40
    assert is_drawn(chart, START + 450, 30, "accent_text")
    QTest.keyClick(entries["idle"], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "idle" in view.accessibleDescription())


def test_annotations_are_lines_in_the_colour_of_their_kind_and_are_told(shown) -> None:
    chart = chart_of(view := shown(panel_of(PanelKind.LINE, "limit"), data_of({key("limit"): [5.0] * 900})))
    view.set_annotations([Annotation("a", START + 450, HOSTILE, kind=AnnotationKind.ALERT)])
    assert is_drawn(chart, START + 450, 3, "bad", reach=6)
    assert HOSTILE in ", ".join(chart.words())


# Other kinds


def test_a_tile_shows_the_number_in_the_colour_of_its_state_with_its_note(shown) -> None:
    panel = panel_of(PanelKind.VALUE, "sessions", note="of {limit}", warning=50.0, bad=80.0)
    data = data_of({key("sessions", state="active"): [60.0] * 900, key("sessions", state="idle"): [27.0] * 900})
    view = shown(panel, data, size=(324, 74))
    assert view.accessibleDescription() == "87"
    data.fill(SeriesAnswer("c", (KeptSeries(key("limit"), *[packed([END - 1])], *[packed([200.0])] * 3),), 0.0))
    image = view.image()
    assert view.accessibleDescription() == "87"
    assert any(image.pixelColor(x, y) == color_of("bad") for x in range(140) for y in range(140))


def test_a_table_has_a_row_for_each_set_of_labels_sorted_by_value_and_by_choice(shown) -> None:
    rows = {key("sessions", state=name): [value] * 900 for name, value in (("a", 1.0), ("b", 3.0), (HOSTILE, 2.0))}
    view = shown(panel_of(PanelKind.TABLE, "sessions"), data_of(rows))
    table = view.findChild(QTableView)
    model = table.model()
    told = [[model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())]
    assert told == [["b", "3"], [r"<b>x</b>\u202e&y", "2"], ["a", "1"]]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert model.index(0, 0).data() == "b"
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert model.index(0, 0).data() == "a"
    assert view.csv().splitlines()[:2] == ["state,Sessions", "b,3"]


def test_what_the_role_may_not_see_is_said_in_plain_text(shown, qtbot) -> None:
    view = shown(panel_of(PanelKind.LINE, "limit"), data_of({key("limit"): [5.0] * 900}))
    view.set_denied(f"{HOSTILE} may not read this.")
    qtbot.waitUntil(lambda: "Not permitted" in view.accessibleDescription())
    labels = [label for label in view.findChildren(QLabel) if label.isVisible() and "may not" in label.text()]
    assert [(label.text(), label.textFormat()) for label in labels] == [
        (r"<b>x</b>\u202e&y may not read this.", Qt.TextFormat.PlainText)
    ]
    view.set_denied("")
    qtbot.waitUntil(lambda: view.accessibleDescription() == "Limit: 5")


def test_csv_has_every_sample_with_gaps_empty_and_nothing_that_a_spreadsheet_runs(shown) -> None:
    data = data_of({key("sessions", state="=cmd()"): [1.5, math.nan, 3.0]})
    lines = shown(panel_of(PanelKind.LINE, "sessions"), data).csv().splitlines()
    assert lines[0] == "Time,'=cmd()"
    assert [line.rsplit(",", 1)[1] for line in lines[1:]] == ["1.5", "", "3"]
    assert lines[1].startswith("2023-11-1")


@pytest.mark.parametrize("kind", list(PanelKind))
def test_every_kind_draws_anything_without_a_blank_picture_in_both_themes(kind, shown, qtbot, theme: Theme) -> None:
    values = np.concatenate(([1e308, -1e308, math.inf, -math.inf, math.nan, 0.0, 1e-300], 50 + np.arange(893.0)))
    data = data_of({key("sessions", state="active"): values, key("sessions", state=HOSTILE): values[:1]})
    view = shown(panel_of(kind, "sessions"), data)
    dark = view.image()
    assert (dark.width(), dark.height()) == (668, 556)
    theme.set_mode(ThemeMode.LIGHT)
    light = view.image()
    assert min(colors_in(dark), colors_in(light)) > 12
    assert light.pixelColor(334, 20) == color_of("panel") != dark.pixelColor(334, 20)
    for few in ({}, {key("sessions", state="one"): [5.0]}, {key("sessions", state="none"): [math.nan] * 9}):
        show_again(qtbot, view, data_of(few))
        assert not view.image().isNull()
    show_again(qtbot, view, data, END, END)
    view.resize(40, 30)
    assert not view.image().isNull()


class Watched(SeriesData):
    """Counts how often somebody looks."""

    looks = 0

    def view(self, key: SeriesKey, start: float = -np.inf, end: float = np.inf) -> SeriesView:
        Watched.looks += 1
        return super().view(key, start, end)


def test_nothing_is_worked_out_while_a_panel_is_out_of_sight_and_once_when_it_comes_into_it(shown, qtbot) -> None:
    data = Watched("c")
    data.take(sample(10, 5.0))
    view = shown(panel_of(PanelKind.LINE, "limit"), data)
    view.hide()
    Watched.looks = 0
    for second in range(11, 20):
        data.take(sample(second, 6.0))
        view.show_data({"c": data}, METRICS, START, START + 20)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    QApplication.processEvents()
    assert Watched.looks == 0
    view.show()
    qtbot.waitUntil(lambda: view.accessibleDescription() == "Limit: 6")
    assert 0 < Watched.looks < 4


def test_series_of_another_unit_and_names_that_do_not_fit_are_told_of(shown) -> None:
    many = {key("sessions", state=f"a rather long state {number}"): [float(number)] * 9 for number in range(60)}
    data = data_of({**many, key("cache_hit"): [0.5] * 9})
    view = shown(panel_of(PanelKind.LINE, "sessions", "cache_hit"), data, end=START + 9)
    rest = view.findChild(QToolButton, "panel.legend.rest")
    assert rest.isVisible()
    assert "Cache hit has another unit and is not drawn" in rest.accessibleName()
    assert "20 smaller series not drawn" in rest.accessibleName()
    assert not chart_of(view).accessibleDescription().startswith("a rather long state 0:")
