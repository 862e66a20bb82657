"""The shared widgets as a person meets them: on the screen, by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar, QTabWidget, QWidget

from lapwing.gui.theme import Theme, ThemeMode
from lapwing.gui.widgets import (
    Banner,
    DocumentTabBar,
    EmptyState,
    Level,
    PillCombo,
    PlainLabel,
    SearchField,
    Spinner,
    StatusDot,
    ToolButton,
    caption,
    plain_tool_tip,
)

HOSTILE = "<b>bold</b>\u202e&x\0"


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.DARK)


def has_color(image: QImage, name: str) -> bool:
    return any(image.pixelColor(x, y).name() == name for x in range(image.width()) for y in range(image.height()))


def living_timers(widget: QObject) -> list[QTimer]:
    return [timer for timer in widget.findChildren(QTimer) if timer.isActive()]


# Plain text


def test_a_label_shows_server_text_as_plain_text_and_knows_the_exact_one(qtbot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == r"<b>bold</b>\u202e&x\x00"
    assert label.full_text == HOSTILE


def test_a_label_of_lines_keeps_line_ends_and_one_of_a_line_writes_them_out(qtbot) -> None:
    one, many = PlainLabel("a\nb"), PlainLabel("a\nb", lines=True)
    qtbot.addWidget(one)
    qtbot.addWidget(many)
    assert (one.text(), many.text()) == (r"a\nb", "a\nb")


def test_a_label_too_narrow_for_its_text_cuts_it_and_tells_the_rest_in_its_tool_tip(qtbot) -> None:
    label = PlainLabel("a rather long name of a table <i>", elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert "a rather long name of a table &lt;i&gt;" in label.toolTip()
    assert label.minimumSizeHint().width() < 60
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_a_cut_label_still_paints_in_the_colour_of_its_look(qtbot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = PlainLabel("a rather long name of a table", window, look="dim", elide=True)
    label.resize(100, 20)
    image = window.grab().toImage().copy(label.geometry())
    lightest = max(image.pixelColor(x, y).lightness() for x in range(100) for y in range(20))
    assert abs(lightest - theme.colors.dim_text.lightness()) < 12


def test_captions_and_tool_tips_take_nothing_for_a_command(qtbot) -> None:
    assert caption("A&B\u200b") == r"A&&B\u200b"
    assert "&lt;img src=x&gt;" in plain_tool_tip("<img src=x>")
    assert plain_tool_tip("") == ""
    assert plain_tool_tip("x" * 5000).count("x") == 2000


# Buttons and fields


def test_a_tool_button_leaves_the_focus_where_it_is_when_clicked(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = SearchField("Filter", window, name="filter")
    button = ToolButton("run", "Run", window, name="run")
    button.move(0, 40)
    clicks = []
    button.clicked.connect(lambda: clicks.append(1))
    window.show()
    window.activateWindow()
    field.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clicks == [1]
    assert window.focusWidget() is field


def test_an_icon_button_is_square_and_named_by_what_it_does(qtbot) -> None:
    button = ToolButton("history", name="history", tip="History")
    qtbot.addWidget(button)
    assert button.sizeHint() == QSize(26, 26)
    assert (button.objectName(), button.accessibleName()) == ("history", "History")


def test_the_primary_button_is_filled_and_its_icon_and_word_are_drawn_on_the_fill(qtbot, theme: Theme) -> None:
    button = ToolButton("stop", "Run", name="run", primary=True)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    assert image.pixelColor(image.width() - 4, image.height() // 2) == theme.colors.accent_fill
    assert has_color(image.copy(8, 0, 18, 26), "#ffffff") or has_color(image.copy(27, 0, 40, 26), "#ffffff")


def test_a_search_field_is_emptied_by_escape_and_a_second_escape_goes_on(qtbot) -> None:
    class Around(QWidget):
        escapes = 0

        def keyPressEvent(self, event) -> None:
            self.escapes += event.key() == Qt.Key.Key_Escape

    around = Around()
    qtbot.addWidget(around)
    field = SearchField("Filter objects", around, name="filter", hint="Ctrl+P")
    around.show()
    qtbot.keyClicks(field, "cust")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), around.escapes) == ("", 0)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert around.escapes == 1


def test_a_pill_shows_names_as_plain_text_and_gives_back_the_exact_ones(qtbot) -> None:
    pill = PillCombo("Schema", name="schema")
    qtbot.addWidget(pill)
    pill.add_entry("public", icon_name="schema")
    pill.add_entry(HOSTILE, dot="#123456")
    assert pill.choose(HOSTILE)
    assert pill.currentText() == r"<b>bold</b>\u202e&x\x00"
    assert pill.currentData() == HOSTILE
    assert not pill.choose("gone")


def test_a_pill_is_as_wide_as_what_it_shows(qtbot) -> None:
    pill = PillCombo("Schema", name="schema")
    qtbot.addWidget(pill)
    pill.add_entry("a", icon_name="schema")
    pill.add_entry("a much longer name", icon_name="schema")
    narrow = pill.sizeHint().width()
    pill.setCurrentIndex(1)
    assert narrow < pill.sizeHint().width()


def test_the_wheel_over_a_pill_changes_no_connection(qtbot) -> None:
    pill = PillCombo("Connection", name="connection")
    qtbot.addWidget(pill)
    pill.add_entry("dev")
    pill.add_entry("prod")
    pill.show()
    at = pill.rect().center()
    QApplication.sendEvent(
        pill,
        QWheelEvent(
            at, pill.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip
    assert pill.currentText() == "dev"


def test_a_pill_draws_the_dot_in_the_connections_own_colour(qtbot) -> None:
    pill = PillCombo("Connection", name="connection")
    qtbot.addWidget(pill)
    pill.add_entry("dev", dot="#d08770")
    pill.resize(pill.sizeHint())
    assert has_color(pill.grab().toImage(), "#d08770")


def test_a_dot_says_its_meaning_in_words_too(qtbot, theme: Theme) -> None:
    dot = StatusDot("good", "Connected")
    qtbot.addWidget(dot)
    assert dot.accessibleName() == "Connected"
    dot.set_state("bad", "Connection lost")
    assert dot.accessibleName() == "Connection lost"
    dot.resize(16, 16)
    assert has_color(dot.grab().toImage(), theme.colors.bad.name())


# What runs


def test_a_spinner_ticks_only_while_it_runs_and_can_be_seen(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    spinner = Spinner(window)
    spinner.start()
    assert not spinner.is_ticking
    window.show()
    assert spinner.is_ticking
    window.hide()
    assert (spinner.is_running, spinner.is_ticking) == (True, False)
    window.show()
    spinner.stop()
    assert living_timers(window) == []


def test_a_spinner_turns(qtbot) -> None:
    spinner = Spinner()
    qtbot.addWidget(spinner)
    spinner.show()
    spinner.start()
    first = spinner.grab().toImage()
    qtbot.waitUntil(lambda: spinner.grab().toImage() != first)


# Banner and empty state


def test_a_banner_shows_a_servers_words_as_they_are(qtbot) -> None:
    banner = Banner(name="banner")
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say(Level.ERROR, "near <b>\nLINE 1")
    assert not banner.isHidden()
    assert banner.text == "near <b>\nLINE 1"
    label = banner.findChild(QLabel, "banner.text")
    assert (label.text(), label.textFormat()) == ("near <b>\nLINE 1", Qt.TextFormat.PlainText)


def test_closing_a_banner_hides_it_and_says_so(qtbot) -> None:
    banner = Banner(name="banner")
    qtbot.addWidget(banner)
    banner.say(Level.INFO, "Read only")
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner.findChild(ToolButton, "banner.close"), Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    assert banner.text == ""


def test_a_new_message_drops_the_actions_of_the_old_one(qtbot) -> None:
    banner = Banner(name="banner")
    qtbot.addWidget(banner)
    banner.say(Level.WARNING, "Partial")
    banner.add_action("Load all", name="loadAll")
    banner.say(Level.GOOD, "Committed")
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert [button for button in banner.findChildren(QPushButton) if not button.isHidden()] == []


@pytest.mark.parametrize("level", list(Level))
def test_every_level_has_a_surface_of_its_own(qtbot, theme: Theme, level: Level) -> None:
    surfaces = {
        Level.INFO: theme.colors.accent_background,
        Level.GOOD: theme.colors.good_background,
        Level.WARNING: theme.colors.warning_background,
        Level.ERROR: theme.colors.bad_background,
    }
    banner = Banner(name="banner")
    qtbot.addWidget(banner)
    banner.say(level, "x")
    assert banner.grab().toImage().pixelColor(2, 2) == surfaces[level]


def test_an_empty_state_says_its_sentence_and_offers_ways_out(qtbot) -> None:
    empty = EmptyState("table", "No rows yet.", name="noRows", title="Nothing here")
    qtbot.addWidget(empty)
    run = empty.add_button("Run && see", name="run", icon_name="run", primary=True)
    clicks = []
    run.clicked.connect(lambda: clicks.append(1))
    empty.show()
    qtbot.mouseClick(run, Qt.MouseButton.LeftButton)
    assert clicks == [1]
    assert empty.accessibleName() == "Nothing here. No rows yet."
    empty.set_text("Other.")
    assert empty.accessibleName() == "Other."


# Tabs


@pytest.fixture
def tabs(qtbot) -> QTabWidget:
    widget = QTabWidget()
    widget.setTabBar(DocumentTabBar())
    qtbot.addWidget(widget)
    for name, color in (("one", "good"), ("two", "#d08770"), ("three", "bad")):
        index = widget.addTab(QWidget(), "")
        widget.tabBar().dress(index, name, icon_name="file-code", color=color)
    widget.resize(600, 300)
    widget.show()
    return widget


def end_of(bar: DocumentTabBar, index: int) -> QWidget:
    return bar.tabButton(index, QTabBar.ButtonPosition.RightSide)


def test_the_cross_asks_to_close_its_own_tab_also_after_tabs_were_moved(tabs: QTabWidget, qtbot) -> None:
    bar = tabs.tabBar()
    bar.moveTab(0, 2)
    with qtbot.waitSignal(bar.tabCloseRequested) as asked:
        qtbot.mouseClick(end_of(bar, 2), Qt.MouseButton.LeftButton)
    assert asked.args == [2]
    assert bar.tabText(2) == "one"


def test_a_middle_click_asks_to_close_the_tab_under_it(tabs: QTabWidget, qtbot) -> None:
    bar = tabs.tabBar()
    with qtbot.waitSignal(bar.tabCloseRequested) as asked:
        qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
    assert asked.args == [1]


def test_a_middle_click_let_go_elsewhere_closes_nothing(tabs: QTabWidget, qtbot) -> None:
    bar = tabs.tabBar()
    with qtbot.assertNotEmitted(bar.tabCloseRequested):
        qtbot.mousePress(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(1).center())
        qtbot.mouseRelease(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(2).center())


def test_the_active_tab_wears_its_connections_colour(tabs: QTabWidget) -> None:
    bar = tabs.tabBar()
    tabs.setCurrentIndex(1)
    top = bar.tabRect(1).topLeft() + QPoint(10, 1)
    assert bar.grab().toImage().pixelColor(top).name() == "#d08770"


def test_running_in_a_tab_is_shown_and_leaves_no_timer_behind(tabs: QTabWidget) -> None:
    bar = tabs.tabBar()
    bar.set_running(1, True)
    assert len(living_timers(bar)) == 1
    bar.set_running(1, False)
    assert living_timers(bar) == []


def test_what_is_not_saved_has_a_dot_and_keeps_its_colour(tabs: QTabWidget) -> None:
    bar = tabs.tabBar()
    tabs.setCurrentIndex(1)
    saved = end_of(bar, 1).grab().toImage()
    bar.set_modified(1, True)
    assert end_of(bar, 1).grab().toImage() != saved
    assert bar.grab().toImage().pixelColor(bar.tabRect(1).topLeft() + QPoint(10, 1)).name() == "#d08770"


def test_a_tab_named_by_a_server_is_plain_text(tabs: QTabWidget) -> None:
    bar = tabs.tabBar()
    bar.dress(0, HOSTILE, icon_name="table", color="good")
    assert bar.tabText(0) == r"<b>bold</b>\u202e&&x\x00"
    assert "&lt;b&gt;" in bar.tabToolTip(0)


def test_a_very_long_name_does_not_take_the_whole_bar(tabs: QTabWidget) -> None:
    bar = tabs.tabBar()
    bar.dress(0, "x" * 500, icon_name="table", color="good")
    assert bar.tabRect(0).width() <= 260
