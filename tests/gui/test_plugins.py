"""Plugins in the window, with a real plugin in a process of its own: installed, shown, asked, configured, removed."""

from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from helpers.engines import make_database
from helpers.plugin_packages import plugin_files, script_text, wheel_of, zip_bytes
from helpers.shown_plugins import HOSTILE, dialog, page_of, row_of, texts, warehouse
from helpers.tabs import after_run
from helpers.waiting import eventually_async
from lapwing.domain.plugins.facts import PluginState
from lapwing.domain.visible import visible_text
from lapwing.gui.actions import MenuId
from lapwing.gui.editor.place import Place
from lapwing.gui.plugins.document_parts import KeyValues, PictureView
from lapwing.gui.plugins.form_view import FormView
from lapwing.gui.plugins.install_dialog import InstallDialog
from lapwing.gui.plugins.plugins_view import PluginsView
from lapwing.gui.plugins.remove_dialog import RemoveDialog
from lapwing.gui.shell.plugins_answer import PluginAnswerDialog
from lapwing.gui.shell.plugins_feature import PluginsFeature
from lapwing.gui.shell.plugins_panel_page import PluginPanelPage
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")
_LONG_S = 60


def feature_of(window: MainWindow) -> PluginsFeature:
    found = window.findChild(PluginsFeature)
    assert isinstance(found, PluginsFeature)
    return found


def drop_on(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest_asyncio.fixture
async def view(window: MainWindow, tmp_path: Path) -> PluginsView:
    """The page of plugins, with the plugin `warehouse` installed as a person does it."""
    view = page_of(window).view
    view.installing.begin(str(warehouse(tmp_path)))
    asked = await dialog(window, InstallDialog)
    asked.install_button.click()
    await eventually_async(lambda: row_of(view, "warehouse") is PluginState.RUNNING, within_s=_LONG_S)
    await eventually_async(lambda: feature_of(window).plugins, within_s=_LONG_S)
    return view


async def test_before_a_plugin_is_installed_its_permissions_are_said_and_nothing_is_done_without_consent(
    window: MainWindow, tmp_path: Path
) -> None:
    view = page_of(window).view
    await eventually_async(lambda: view.plugins.rows)
    header = view.list.header()
    for width, shown in ((600, [0, 1, 2, 3]), (300, [0, 2]), (600, [0, 1, 2, 3])):
        view.list.resize(width, 300)
        assert [place for place in range(4) if not header.isSectionHidden(place)] == shown
        assert header.sectionSize(0) >= 100, "there is room for names"
    view.installing.begin(str(warehouse(tmp_path)))
    asked = await dialog(window, InstallDialog)
    said = texts(asked)
    assert "Install Warehouse <i>of</i> everything 1.0?" in said
    assert "Nobody has signed it" in said
    assert [each.permission for each in asked.permissions.shown] == [
        "network:*",
        "query:read",
        "schema:read",
        "ui:panel",
    ]
    assert "Reach any host on the network" in said
    asked.cancel_button.click()
    view.installing.begin(str(tmp_path / "nothing.zip"))
    await eventually_async(lambda: "nothing.zip" in view.banner.text)
    assert row_of(view, "warehouse") is None


async def test_a_package_that_is_dropped_on_the_window_is_asked_about_like_one_that_is_chosen(
    window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "one.py").write_text(script_text("one"), "utf-8")
    (tmp_path / "two.zip").write_bytes(zip_bytes(plugin_files("two")))
    wheel_of(tmp_path, "three", "1.0", plugin_files("three"))
    dropped = {"one.py": "One", "two.zip": "Two", "three-1.0-py3-none-any.whl": "Three", "warehouse": "Warehouse"}
    warehouse(tmp_path)
    for name, title in dropped.items():
        drop_on(window, tmp_path / name)
        asked = await dialog(window, InstallDialog)
        assert f"Install {title} " in texts(asked)
        asked.cancel_button.click()
        await eventually_async(lambda: not [each for each in window.findChildren(InstallDialog) if each.isVisible()])
    (tmp_path / "plain.py").write_text("x = 1\n", "utf-8")
    drop_on(window, tmp_path / "plain.py")
    await eventually_async(lambda: window.tab is not None and window.tab.file is not None)
    assert not [each for each in page_of(window).view.plugins.rows if each.manifest.id in {"one", "two", "three"}]


async def test_an_installed_plugin_is_configured_switched_and_removed_on_its_page(
    window: MainWindow, view: PluginsView
) -> None:
    detail = view.detail
    await eventually_async(lambda: detail.facts is not None and detail.facts.manifest.id == "warehouse")
    assert "Shows <b>stock</b>." in texts(detail)
    detail.show_part("settings")
    form = detail.form
    assert form is not None
    form.fields["keep"].fill("for ever")
    form.submit()
    assert "A time is needed here" in texts(form)
    form.fields["keep"].fill("90d")
    form.fields["town"].fill("Olomouc")
    form.submit()
    await eventually_async(lambda: detail.facts is not None and detail.facts.config.get("town") == "Olomouc")
    detail.show_part("log")
    await eventually_async(lambda: "The warehouse is open." in detail.log.toPlainText(), within_s=_LONG_S)
    detail.enable_button.click()
    await eventually_async(lambda: row_of(view, "warehouse") is PluginState.DISABLED, within_s=_LONG_S)
    detail.remove_button.click()
    (await dialog(window, RemoveDialog)).remove_button.click()
    await eventually_async(lambda: row_of(view, "warehouse") is None, within_s=_LONG_S)


async def test_a_panel_shows_what_its_plugin_says_as_plain_text_and_takes_its_form(
    window: MainWindow, view: PluginsView
) -> None:
    feature = feature_of(window)
    page = feature.open_panel({"plugin": "warehouse", "panel": "stock", "title": "Stock", "every_s": "0.0"})
    await eventually_async(lambda: page.place.view.parts, within_s=_LONG_S)
    said = texts(page)
    assert visible_text(HOSTILE) in said
    assert "Brno" in said
    picture = next(part for part in page.place.view.parts if isinstance(part, PictureView))
    await eventually_async(lambda: picture.is_drawn or "too long" in picture.note, within_s=_LONG_S)  # a busy machine
    assert picture.accessibleName() == "The way of an order"
    form = next(part for part in page.place.view.parts if isinstance(part, FormView))
    form.fields["amount"].fill("1000")
    form.submit()
    assert "At most 100, please." in texts(form)
    form.fields["customer"].fill("Ada")
    form.fields["amount"].fill("7")
    form.submit()
    await eventually_async(lambda: "Ada 7" in texts(page), within_s=_LONG_S)
    again = window.page_makers["plugin_panel"](window, page.state() or {})
    assert isinstance(again, PluginPanelPage)
    assert (again.plugin_id, again.panel_id, again.title) == ("warehouse", "stock", "Stock")
    await again.close_page()
    again.deleteLater()


async def test_entries_of_a_plugin_stand_in_the_menu_and_what_it_answers_is_shown(
    window: MainWindow, view: PluginsView
) -> None:
    feature_of(window).fill()
    menu = window.actions_of_window.menus[MenuId.PLUGINS].findChild(QMenu, "plugin_menu.warehouse")
    assert isinstance(menu, QMenu)
    assert menu.title() == "Warehouse <i>of</i> everything"
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert list(entries) == ["Count && tell", "Say nothing", "Stock"]
    entries["Count && tell"].trigger()
    answer = await dialog(window, PluginAnswerDialog)
    assert "There are 7." in texts(answer)
    assert answer.height() < 300, "a short answer does not stand in an empty page"
    close = answer.findChild(QPushButton, "plugin_answer_close")
    assert isinstance(close, QPushButton)
    close.click()
    await eventually_async(lambda: not window.findChildren(PluginAnswerDialog))
    view.show_part("browse")
    entries["Count && tell"].trigger()
    settings = (await dialog(window, PluginAnswerDialog)).findChild(QPushButton, "plugin_answer_settings")
    assert isinstance(settings, QPushButton)
    settings.click()
    await eventually_async(lambda: not window.findChildren(PluginAnswerDialog))
    await eventually_async(lambda: (view.part, view.detail.tabs.current) == ("installed", "settings"))
    assert view.chosen is not None
    assert view.chosen.manifest.id == "warehouse"


async def _shown_names(tab: QueryTab) -> None:
    await after_run(tab, lambda: tab.run_text("SELECT name FROM t ORDER BY rowid", 0))
    await eventually_async(lambda: tab.results.current is not None and tab.results.current.model.rowCount() == 3)


async def test_a_formatter_changes_what_is_painted_is_remembered_and_never_what_is_copied(
    window: MainWindow, view: PluginsView, tmp_path: Path
) -> None:
    path = make_database(
        tmp_path / "shop.sqlite", "CREATE TABLE t (name TEXT)", "INSERT INTO t VALUES ('one'), (NULL), ('three')"
    )
    saved = await window.saved.add_file(str(path))
    await window.saved.read()
    tab = window.new_editor()
    await tab.move_to(Place(saved.id))
    await _shown_names(tab)
    result = tab.results.current
    assert result is not None
    menu = result.menus.open_for_column(0, QPoint())
    choices = menu.findChild(QMenu, "format_menu")
    assert isinstance(choices, QMenu)
    next(action for action in choices.actions() if action.text() == "Loud").trigger()
    menu.hide()

    def painted(row: int) -> str | None:
        paint = result.formats.painter_of(0)
        return paint(result.model.cell(row, 0)) if paint is not None else None

    await eventually_async(lambda: painted(0) == "ONE", within_s=_LONG_S)
    assert painted(1) is None
    assert result.model.data(result.model.index(0, 0)) == "one"
    result.grid.select_columns([0])
    result.copy()
    await eventually_async(lambda: "three" in QGuiApplication.clipboard().text())
    assert "THREE" not in QGuiApplication.clipboard().text()
    other = window.new_editor()
    await other.move_to(Place(saved.id))
    await _shown_names(other)
    assert other.results.current is not None
    assert other.results.current.formats.titles() == {0: "Loud"}


async def test_a_viewer_of_a_plugin_is_one_of_the_forms_of_a_value(
    window: MainWindow, view: PluginsView, tmp_path: Path
) -> None:
    path = make_database(tmp_path / "shop.sqlite", "CREATE TABLE t (name TEXT)", "INSERT INTO t VALUES ('banana')")
    saved = await window.saved.add_file(str(path))
    await window.saved.read()
    tab = window.new_editor()
    await tab.move_to(Place(saved.id))
    await after_run(tab, lambda: tab.run_text("SELECT name FROM t", 0))
    await eventually_async(lambda: tab.results.current is not None and tab.results.current.model.rowCount() == 1)
    assert tab.results.current is not None
    tab.results.show_inspector(True, 300)
    tab.results.current.grid.show_row(0)
    inspector = await eventually_async(lambda: tab.results.inspector)
    assert inspector is not None
    button = await eventually_async(lambda: inspector.findChild(QWidget, "value_by_letters"), within_s=_LONG_S)
    assert button is not None
    button.click()  # type: ignore[attr-defined]
    found = await eventually_async(lambda: inspector.findChildren(KeyValues), within_s=_LONG_S)
    assert found
    assert "a b n" in texts(found[0])
    text = inspector.findChild(QWidget, "value_as_text")
    assert text is not None
    text.click()  # type: ignore[attr-defined]
    assert inspector.value.form == "text"
