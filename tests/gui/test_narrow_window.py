"""A screen of 1280 x 800 at 150 % is 853 pixels wide: the window fits there, with nothing cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from helpers import views
from helpers.languages import speaking
from helpers.screen_texts import cut_pieces, cut_widgets, told
from helpers.waiting import turned
from lapwing.gui.i18n import languages
from lapwing.gui.plugins.list_and_detail import ListAndDetail
from lapwing.gui.plugins.plugins_view import PluginsView
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.widgets import GivingRow, ToolButton

NARROW_PX = 840
WIDEST = ("editor", "transaction", "table", "staged_edits", "monitor_being_changed", "plugins_settings", "alerts_rules")


@pytest.fixture(params=languages())
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, request.param):
        yield


async def test_in_a_narrow_window_nothing_of_the_widest_pages_is_cut_off(
    spoken: None, window: MainWindow, tmp_path: Path
) -> None:
    on = await views.stage(window, tmp_path)
    problems = []
    for name in WIDEST:
        shown = await views.PAGES[name](on)
        await turned()
        window.resize(NARROW_PX, 533)
        await turned()
        if window.width() > NARROW_PX:
            problems.append(f"{name}: {window.width()} px")
        whole = {seen.text for seen in told(shown)}
        problems += [f"{name}: {text}" for text in (*cut_pieces(shown, whole), *cut_widgets(shown))]
        await on.clear()
    assert not problems, "\n".join(sorted(set(problems)))


async def test_buttons_of_an_editor_give_up_their_words_where_it_is_narrow_and_get_them_back(
    window: MainWindow, tmp_path: Path
) -> None:
    on = await views.stage(window, tmp_path)
    await views.PAGES["editor"](on)
    tab = window.documents.current
    assert isinstance(tab, QueryTab)
    row = tab.tools
    worded = (row.script_button, row.stop_button, row.commit_button, row.rollback_button, row.run_button)
    seen = []
    for width in (1280, NARROW_PX, 1280):
        window.resize(width, 700)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        seen.append([button.width() >= button.word_px + 20 for button in worded])
        assert all(button.toolTip() and button.accessibleName() for button in worded)
    assert all(seen[0])
    assert not any(seen[1][:2])
    assert seen[2] == seen[0]


async def test_plugins_share_a_narrow_page_with_what_is_chosen_until_the_line_between_is_moved(
    window: MainWindow, tmp_path: Path
) -> None:
    on = await views.stage(window, tmp_path)
    await views.PAGES["plugins_about"](on)
    page = window.documents.findChild(PluginsView)
    assert page is not None
    divided = page.list.parentWidget()
    assert isinstance(divided, ListAndDetail)
    sizes = []
    for width in (1600, 1280, NARROW_PX):
        window.resize(width, 533)
        await turned()
        sizes.append(divided.sizes())
    assert sizes[0][0] == sizes[1][0] > sizes[2][0]
    assert sizes[2][1] > sizes[2][0]
    name = page.detail.findChild(QLabel, "plugin_name")
    assert name is not None
    assert page.detail.enable_button.geometry().top() > name.geometry().bottom()
    page.detail.show_part("settings")
    await turned()
    form = page.detail.form
    assert form is not None
    assert form.minimumSizeHint().width() + 40 <= page.detail.width()
    divided.moveSplitter(300, 1)
    moved = divided.sizes()
    window.resize(1280, 533)
    await turned()
    assert divided.sizes()[0] == moved[0]


def test_a_row_takes_words_away_in_their_order_and_never_more_than_it_must(dark: object, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    row = GivingRow(around)
    across = QHBoxLayout(row)
    buttons = [ToolButton("run", word, row, name=word) for word in ("first to go", "second to go", "stays")]
    for button in buttons:
        across.addWidget(button)
    across.addStretch(1)
    row.let_words_go(buttons[:1], buttons[1:2])
    full = row.sizeHint().width()
    around.show()
    for width, words in (
        (full, [True, True, True]),
        (full - 1, [False, True, True]),
        (full - buttons[0].word_px - 1, [False, False, True]),
        (full, [True, True, True]),
    ):
        row.resize(width, 40)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        assert [button.has_word for button in buttons] == words
        assert row.sizeHint().width() == full
    assert row.minimumSizeHint().width() == full - buttons[0].word_px - buttons[1].word_px
