"""Anything is opened by a part of its name: tables, connections, tabs, files, settings, commands."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from helpers.servers.postgresql import PostgreSQL
from helpers.waiting import eventually_async
from lapwing.gui.connections.dialog import ConnectionDialog
from lapwing.gui.editor.place import Place
from lapwing.gui.preferences.dialog import SettingsDialog
from lapwing.gui.shell.open_anything import OpenAnything
from lapwing.gui.shell.properties_page import DdlView, PropertiesPage
from lapwing.gui.shell.window import MainWindow


@pytest.fixture
async def panel(window: MainWindow, tmp_path: Path) -> OpenAnything:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE order_items (a)")
        database.execute("CREATE TABLE orders (a)")
        database.execute('CREATE VIEW "odd\nname" AS SELECT 1 AS one')
    connection = await window.saved.add_file(str(path))
    tab = window.new_editor(connection_id=connection.id)
    await tab.move_to(Place(connection.id))
    window.actions_of_window.set.action("anything.open").trigger()
    found = window.findChild(OpenAnything)
    assert isinstance(found, OpenAnything)
    return found


def titles(panel: OpenAnything) -> list[str]:
    return [entry.title for entry in panel.model.shown]


def kinds(panel: OpenAnything) -> set[str]:
    return {entry.id.partition("/")[0] for entry in panel.model.shown}


async def typed(panel: OpenAnything, qtbot: QtBot, text: str) -> None:
    panel._field.clear()
    qtbot.keyClicks(panel._field, text)


async def test_before_a_letter_it_shows_where_one_can_go_back_to(panel: OpenAnything) -> None:
    assert kinds(panel) <= {"tab", "connection", "file"}
    assert any("shop" in title for title in titles(panel))


async def test_a_table_is_found_by_its_initials_and_its_rows_are_shown(
    panel: OpenAnything, qtbot: QtBot, window: MainWindow
) -> None:
    await typed(panel, qtbot, "oi")
    await eventually_async(lambda: "order_items" in titles(panel))
    assert titles(panel)[0] == "order_items"
    before = len(window.documents)
    qtbot.keyClick(panel._field, Qt.Key.Key_Return)
    await eventually_async(lambda: len(window.documents) > before)
    assert "order_items" in window.pages()[-1].title


async def test_enter_before_anything_was_found_opens_the_first_that_is_found(
    panel: OpenAnything, qtbot: QtBot, window: MainWindow
) -> None:
    before = len(window.documents)
    await typed(panel, qtbot, "oi")
    qtbot.keyClick(panel._field, Qt.Key.Key_Return)
    assert panel.isVisible()
    await eventually_async(lambda: len(window.documents) > before)
    assert "order_items" in window.pages()[-1].title
    assert panel.isHidden()


@pytest.mark.parametrize("does", ["types on", "moves", "closes it"])
async def test_an_enter_that_waits_is_forgotten_when_the_person_does_something_else(
    panel: OpenAnything, qtbot: QtBot, window: MainWindow, does: str
) -> None:
    before = len(window.documents)
    await typed(panel, qtbot, "ord")
    qtbot.keyClick(panel._field, Qt.Key.Key_Return)
    if does == "types on":
        qtbot.keyClicks(panel._field, "ers")
    elif does == "moves":
        qtbot.keyClick(panel._field, Qt.Key.Key_Down)
    else:
        qtbot.keyClick(panel._field, Qt.Key.Key_Escape)
        window.actions_of_window.set.action("anything.open").trigger()
        await typed(panel, qtbot, "ord")
    await eventually_async(lambda: "orders" in titles(panel))
    assert panel.isVisible()
    assert len(window.documents) == before


@pytest.mark.parametrize(
    ("query", "there", "gone"), [("^order", "orders", "odd\\nname"), ("ers$", "orders", "order_items")]
)
async def test_anchors_are_understood(panel: OpenAnything, qtbot: QtBot, query: str, there: str, gone: str) -> None:
    await typed(panel, qtbot, query)
    await eventually_async(lambda: there in titles(panel))
    assert gone not in titles(panel)


async def test_names_of_a_server_are_shown_with_what_cannot_be_seen(panel: OpenAnything, qtbot: QtBot) -> None:
    await typed(panel, qtbot, "odd")
    await eventually_async(lambda: any(entry.id.startswith("object/") for entry in panel.model.shown))
    title = next(entry.title for entry in panel.model.shown if entry.id.startswith("object/"))
    assert "\n" not in title


async def test_settings_and_commands_are_found_too(panel: OpenAnything, qtbot: QtBot, window: MainWindow) -> None:
    await typed(panel, qtbot, "row limit")
    assert {"setting"} <= kinds(panel)
    await typed(panel, qtbot, "full screen")
    assert "Full screen" in titles(panel)
    await typed(panel, qtbot, "row limit")
    place = next(row for row, entry in enumerate(panel.model.shown) if entry.id == "setting/row_limit")
    panel._list.clicked.emit(panel.model.index(place))
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    assert dialog.list.rows["row_limit"].isVisibleTo(dialog)


async def test_other_connections_are_not_connected_to(panel: OpenAnything, qtbot: QtBot, window: MainWindow) -> None:
    await window.saved.add_url("postgresql://nobody@127.0.0.1:1/nowhere", name="nowhere")
    await typed(panel, qtbot, "now")
    await eventually_async(lambda: any("nowhere" in title for title in titles(panel)))
    assert "object" not in kinds(panel)


async def test_a_url_is_connected_to_without_being_saved(panel: OpenAnything, qtbot: QtBot, window: MainWindow) -> None:
    await typed(panel, qtbot, "postgresql://me@db.example.org/shop")
    assert kinds(panel) >= {"connect"}
    qtbot.keyClick(panel._field, Qt.Key.Key_Return)
    dialog = await eventually_async(lambda: window.findChild(ConnectionDialog))
    assert dialog is not None
    await eventually_async(lambda: dialog.login.host.text() == "db.example.org")
    assert dialog.connect_button.isDefault()
    dialog.reject()


async def test_routines_and_schemas_are_found_as_well(
    window: MainWindow, qtbot: QtBot, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    for statement in (
        "CREATE SCHEMA shelf",
        "GRANT USAGE ON SCHEMA shelf TO lapwing",
        "CREATE FUNCTION shelf.net_price(gross numeric, rate int DEFAULT 19) RETURNS numeric LANGUAGE sql RETURN gross",
        "CREATE FUNCTION shelf.net_price(gross text) RETURNS text LANGUAGE sql RETURN gross",
    ):
        postgresql.ask(statement, database=postgresql_database)
    url = f"postgresql://lapwing@{postgresql.host}:{postgresql.port}/{postgresql_database}?sslmode=disable"
    with postgresql.access(f"host {postgresql_database} all all trust"):
        connection = await window.saved.add_url(url, name="server")
        tab = window.new_editor(connection_id=connection.id)
        await tab.move_to(Place(connection.id))
        await tab.session.open()
        window.actions_of_window.set.action("anything.open").trigger()
        panel = window.findChild(OpenAnything)
        assert panel is not None
        await typed(panel, qtbot, "netp")
        await eventually_async(lambda: "net_price(gross text)" in titles(panel))
        assert "net_price(gross numeric, rate integer)" in titles(panel)
        place = titles(panel).index("net_price(gross text)")
        panel._list.clicked.emit(panel.model.index(place))
        await eventually_async(lambda: isinstance(window.documents.current, PropertiesPage))
        page = window.documents.current
        assert page is not None
        await eventually_async(lambda: any("gross text" in view.code.text() for view in page.findChildren(DdlView)))
        window.actions_of_window.set.action("anything.open").trigger()
        await typed(panel, qtbot, "^shelf$")
        await eventually_async(lambda: "shelf" in titles(panel))
        qtbot.keyClick(panel._field, Qt.Key.Key_Return)
        tree = window.navigator.tree
        await eventually_async(lambda: tree.current is not None and tree.current.name == "shelf")
