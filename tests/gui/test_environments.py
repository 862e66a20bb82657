"""Environments in the window: made and changed, shown, and asked about before anything is sent."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from helpers.databases import make_database
from helpers.tables import click, dialog_named, press_action
from helpers.tabs import after_run, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing.domain.connections import Confirmation, Connection, SaveConnection, SqlInEvents, TransactionMode
from lapwing.domain.environments import SHIPPED, EnvironmentPolicy, SaveEnvironment
from lapwing.domain.urls import sqlite_url
from lapwing.gui.connections.color_choice import ColorChoice
from lapwing.gui.connections.environments_dialog import EnvironmentsDialog
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.gui.theme.tokens import MIN_CONTRAST, contrast, readable


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    sql = "CREATE TABLE item(id INTEGER PRIMARY KEY, n); INSERT INTO item VALUES (1, 'a'), (2, 'b')"
    return make_database(tmp_path / "shop.db", sql)


def rows(shop: Path) -> int:
    with closing(sqlite3.connect(shop)) as database:
        return int(database.execute("SELECT count(*) FROM item").fetchone()[0])


async def tab_on(window: MainWindow, shop: Path, environment: str, text: str, **more: object) -> QueryTab:
    made = Connection("c", "Shop", sqlite_url(shop), environment=environment, **more)  # type: ignore[arg-type]
    await window.client.call("connection.save", SaveConnection(made))
    await window.saved.read()
    tab = window.new_editor(connection_id="c", text=text)
    await tab.move_to(Place("c"))
    return tab


def typed(parent: QWidget, name: str, text: str) -> None:
    field = parent.findChild(QLineEdit, name)
    assert field is not None
    field.clear()
    QTest.keyClicks(field, text)


async def environments(window: MainWindow) -> EnvironmentsDialog:
    """Their dialog, once it is filled."""
    window.actions_of_window.set.action("environments.show").trigger()
    dialog = await dialog_named(window, "environments")
    assert isinstance(dialog, EnvironmentsDialog)
    await eventually_async(lambda: dialog.list.count() == 3)
    return dialog


def shown(dialog: QWidget) -> str:
    """The statements that a question is about."""
    code = dialog.findChild(CodeView, "confirm_run.statements")
    assert isinstance(code, CodeView)
    return code.text()


async def test_a_delete_without_where_in_production_is_asked_and_escape_sends_nothing(
    window: MainWindow, shop: Path
) -> None:
    tab = await tab_on(window, shop, "production", "DELETE FROM item", mode=TransactionMode.AUTO)
    window.activateWindow()
    tab.editor.setFocus()
    await press_action(window, "query.run")
    dialog = await dialog_named(window, "confirm_run")
    assert "DELETE FROM item" in shown(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    await eventually_async(lambda: any("nothing was sent" in text for text in messages(tab)))
    assert rows(shop) == 2
    assert tab.session.facts is None
    tab.run_statement()
    dialog = await dialog_named(window, "confirm_run")
    run = dialog.findChild(QPushButton, "confirm_run.do")
    assert run is not None
    assert not run.isEnabled()
    typed(dialog, "confirm_run.name", "item")
    await after_run(tab, lambda: click(dialog, "confirm_run.do"))
    assert rows(shop) == 0


async def test_reading_is_not_asked_and_a_script_shows_only_what_changes(window: MainWindow, shop: Path) -> None:
    await window.client.call("environment.save", SaveEnvironment(_asking()))
    script = "SELECT 1;\nINSERT INTO item VALUES (3, 'c');\nSELECT 2;"
    tab = await tab_on(window, shop, "asking", script)
    await after_run(tab, lambda: tab.run_text("SELECT 7", 0))
    assert shown_rows(tab) == [["7"]]
    tab.run_script()
    dialog = await dialog_named(window, "confirm_run")
    assert shown(dialog) == "INSERT INTO item VALUES (3, 'c');"
    await after_run(tab, lambda: click(dialog, "confirm_run.do"))
    assert rows(shop) == 3


def _asking() -> EnvironmentPolicy:
    return EnvironmentPolicy("", "Asking", "#8855cc", confirmation=Confirmation.CHANGES)


async def test_a_tab_commits_as_its_environment_says_until_a_person_chooses(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "production", "SELECT 1")
    assert tab.tools.mode_box.currentData() == TransactionMode.MANUAL
    await after_run(tab, tab.run_statement)
    assert tab.session.facts is not None
    assert tab.session.facts.mode == TransactionMode.MANUAL
    assert tab.session.kept_mode == "auto"  # after a restart the environment decides anew
    tab.transactions.roll_back()
    await eventually_async(lambda: not tab.session.has_open_transaction)
    tab.transactions.set_mode(TransactionMode.AUTO)
    await eventually_async(lambda: tab.session.mode == TransactionMode.AUTO)
    await window.client.call("environment.save", SaveEnvironment(SHIPPED[2]))
    tab.fill_connections()
    assert tab.tools.mode_box.currentData() == TransactionMode.AUTO


async def test_an_environment_is_made_in_its_dialog_and_colours_what_belongs_to_it(
    window: MainWindow, shop: Path
) -> None:
    tab = await tab_on(window, shop, "none", "SELECT 1")
    dialog = await environments(window)
    dialog.add_button.click()
    typed(dialog, "environment_name", "Staging")
    color = dialog.findChild(ColorChoice, "environment_color_row")
    assert color is not None
    color.box.setCurrentIndex(color.box.count() - 1)
    color.box.activated.emit(color.box.currentIndex())
    typed(dialog, "environment_color_hex", "#00557")
    click(dialog, "environments_save")
    await eventually_async(dialog.banner.isVisible)
    typed(dialog, "environment_color_hex", "#005577")
    typed(dialog, "environment_idle", "90")
    dialog.form.sql_in_events.show_value(SqlInEvents.HASH)
    box = dialog.findChild(QCheckBox, "environment_read_only")
    assert box is not None
    box.click()
    click(dialog, "environments_save")
    await eventually_async(lambda: len(window.saved.environments) == 4)
    made = window.saved.environments[3]
    assert (made.id, made.name, made.color, made.read_only, made.idle_transaction_s, made.sql_in_events) == (
        "staging", "Staging", "#005577", True, 90, "hash",
    )  # fmt: skip
    await eventually_async(lambda: not window.findChildren(EnvironmentsDialog))
    await tab_on(window, shop, "staging", "SELECT 2")
    status = tab.status()
    assert (tab.dress().color, status.color) == ("#005577", "#005577")
    assert status.connection.startswith("Shop · Staging")


async def test_what_is_changed_is_kept_only_by_save_and_what_came_along_can_come_back(window: MainWindow) -> None:
    for ends in ("environments_cancel", "environments_save"):
        dialog = await environments(window)
        dialog.list.setCurrentRow(0)
        typed(dialog, "environment_name", "Sandbox")
        click(dialog, ends)
        await eventually_async(lambda: not window.findChildren(EnvironmentsDialog))
    await eventually_async(lambda: window.saved.environments[0].name == "Sandbox")
    dialog = await environments(window)
    dialog.remove_button.click()
    click(dialog, "environments_save")
    await eventually_async(lambda: window.saved.environments == SHIPPED)


@pytest.mark.parametrize("mode", [ThemeMode.DARK, ThemeMode.LIGHT])
def test_any_colour_can_be_read_in_both_themes(dark: Theme, mode: ThemeMode) -> None:
    dark.set_mode(mode)
    colors = dark.colors
    surfaces = [colors.background, colors.editor, colors.panel, colors.raised]
    for color in ("#000000", "#ffffff", "#ff0000", "#0000ff", "#777777", "#ffff00", "#8855cc"):
        shade = dark.color(color).name()
        assert min(contrast(shade, surface.name()) for surface in surfaces) >= MIN_CONTRAST
    assert readable("#5aa9ff", dark._tokens["dark"]) == "#5aa9ff"


async def test_schemas_that_are_hidden_are_shown_by_a_click_and_hidden_again(window: MainWindow, shop: Path) -> None:
    made = Connection("c", "Shop", sqlite_url(shop), schemas=("!main",))
    await window.client.call("connection.save", SaveConnection(made))
    window.navigator.reveal("c")
    tree = window.navigator.tree
    names = lambda: [child.name for child in tree.current.children] if tree.current is not None else []  # noqa: E731
    await eventually_async(lambda: any("1 hidden schema" in name for name in names()))
    assert "main" not in names()
    assert tree.current is not None
    hidden = next(child for child in tree.current.children if "hidden schema" in child.name)
    place = tree.visualRect(window.navigator._model.index_of(hidden))
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.center() + QPoint(4, 0)
    )
    top = next(node for node in window.navigator._model.connections())
    await eventually_async(lambda: "main" in [child.name for child in top.children])
    again = next(child for child in top.children if child.name.startswith("Hide"))
    window.navigator._deeds.activate(again)
    await eventually_async(lambda: "main" not in [child.name for child in top.children])
