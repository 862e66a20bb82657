"""What cells may hold is offered where they are written; cells are copied in every form. Real engine, real servers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from helpers.acting import act
from helpers.databases import make_database, save_connection
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.postgresql_setup import SUPERUSER
from helpers.tables import click, dialog_named, go, opened, press, press_action, settled, shown, type_over, write
from helpers.waiting import eventually_async
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows
from lapwing.gui.table.value_dialog import ValueDialog

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")

SHOP = """
CREATE TABLE makers (id INTEGER PRIMARY KEY, note TEXT, name TEXT);
CREATE TABLE wares (id INTEGER PRIMARY KEY, maker INTEGER REFERENCES makers, title TEXT);
INSERT INTO makers VALUES (7, 'n', 'Ada'), (8, 'n', 'Bob 7'), (9, 'n', 'Cyd');
INSERT INTO wares VALUES (1, 7, 'lamp'), (2, NULL, 'it''s');
"""


@pytest_asyncio.fixture
async def shop(windows: Windows, window: MainWindow, tmp_path: Path) -> Place:
    saved = await save_connection(window.client, make_database(tmp_path / "shop.db", SHOP))
    await windows.saved.read()
    return Place(saved.id)


def offered(tab: TableTab) -> list[tuple[str, str]]:
    choices = tab.editing.rows.editing.choices
    if choices is None or not choices.isVisible():
        return []
    return [(choice.text, choice.description) for choice in choices.choices]


def type_more(tab: TableTab, text: str) -> None:
    QTest.keyClicks(tab.editing.rows.editing.line, text)


def key(tab: TableTab, wanted: Qt.Key) -> None:
    QTest.keyClick(tab.editing.rows.editing.line, wanted)


async def test_keys_of_the_other_table_are_offered_with_what_describes_them(window: MainWindow, shop: Place) -> None:
    window.show()
    tab = await opened(window, shop, "wares")
    go(tab, 1, "maker")
    await press_action(window, "cell.edit")
    await eventually_async(lambda: offered(tab) == [("7", "Ada"), ("8", "Bob 7"), ("9", "Cyd")])
    choices = tab.editing.rows.editing.choices
    assert choices is not None
    assert choices.said == "makers.id · name"
    type_more(tab, "cy")
    await eventually_async(lambda: offered(tab) == [("9", "Cyd")])
    key(tab, Qt.Key.Key_Down)
    key(tab, Qt.Key.Key_Return)
    assert shown(tab, "maker") == [("7",), ("9",)]
    assert not choices.isVisible()
    go(tab, 0, "maker")
    await press_action(window, "cell.edit")
    await eventually_async(lambda: len(offered(tab)) == 3)
    assert choices.current is not None
    assert choices.current.text == "7", "what is in the cell is chosen"
    type_more(tab, "12")
    await eventually_async(lambda: choices.said == "Nothing in makers fits.")
    key(tab, Qt.Key.Key_Return)
    assert shown(tab, "maker")[0] == ("12",), "what was typed counts where nothing was chosen"


async def test_staged_cells_are_copied_in_every_form(window: MainWindow, shop: Place) -> None:
    window.show()
    tab = await opened(window, shop, "wares")
    clipboard = QGuiApplication.clipboard()
    go(tab, 1, "maker")
    type_over(tab, "8")
    press(tab, Qt.Key.Key_Return)
    tab.editing.insert()
    await settled(tab)
    tab.editing.rows.grid.selectAll()
    tab.editing.rows.grid.setFocus()
    await act(window, "copy.as_csv")
    await eventually_async(lambda: clipboard.text() == "id,maker,title\n1,7,lamp\n2,8,it's\n,,\n")
    go(tab, 1, "title")
    tab.editing.rows.grid.selectRow(1)
    await act(window, "copy.as_insert")
    await eventually_async(lambda: clipboard.text().startswith("INSERT"))
    assert clipboard.text() == 'INSERT INTO "main"."wares" ("id", "maker", "title") VALUES\n(2, 8, \'it\'\'s\');\n'
    await press_action(window, "copy.choose_format")
    menu = window.findChild(QMenu, "copy_as_menu")
    assert isinstance(menu, QMenu)
    names = next(action for action in menu.actions() if action.objectName() == "copy.column_names")
    names.trigger()
    await eventually_async(lambda: clipboard.text() == "id\tmaker\ttitle")
    menu.close()


async def test_the_first_of_selected_cells_is_repeated_below_and_nulls_are_pasted_by_their_mark(
    window: MainWindow, shop: Place
) -> None:
    window.show()
    tab = await opened(window, shop, "makers")
    go(tab, 0, "name")
    await press_action(window, "cell.fill_down")
    assert "below" in tab.footer.note.text()
    grid = tab.editing.rows.grid
    name = grid.currentIndex().column()
    for row in (1, 2):
        grid.selectionModel().select(grid.model().index(row, name), QItemSelectionModel.SelectionFlag.Select)
    await press_action(window, "cell.fill_down")
    assert shown(tab, "name") == [("Ada",), ("Ada",), ("Ada",)]
    tab.editing.undo()
    assert shown(tab, "name") == [("Ada",), ("Bob 7",), ("Cyd",)], "one step"
    go(tab, 1, "note")
    QGuiApplication.clipboard().setText('\\N\tNULL\n\t"a\nb"\n10\tnew')
    await press_action(window, "edit.paste")
    assert shown(tab, "note", "name") == [("n", "Ada"), ("NULL", "NULL"), ("NULL", "a\\nb"), ("10", "new")]
    assert tab.editing.rows.cell(1, name) == "NULL", "a text may be that word"
    await press_action(window, "edit.undo")
    assert not tab.editing.staged
    go(tab, 0, "note")
    await press_action(window, "cell.set_default")
    assert shown(tab, "note")[0] == ("DEFAULT",)


@pytest_asyncio.fixture
async def shirts(postgresql: PostgreSQL, postgresql_database: str) -> AsyncIterator[Place]:
    postgresql.ask(
        "CREATE TYPE size AS ENUM ('small', 'medium', 'large');"
        "CREATE TABLE shirts (id int PRIMARY KEY, size size, sold boolean, brand varchar(5) NOT NULL, facts jsonb);"
        "INSERT INTO shirts VALUES (1, 'small', NULL, 'acme', '{}');"
        "CREATE FUNCTION branded() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " NEW.brand := coalesce(NEW.brand, 'none'); RETURN NEW; END $$;"
        "CREATE TRIGGER branded BEFORE INSERT OR UPDATE ON shirts FOR EACH ROW EXECUTE FUNCTION branded()",
        database=postgresql_database,
    )
    with postgresql.access(f"host {postgresql_database} all all trust"):
        yield Place(url=f"postgresql://{SUPERUSER}@{postgresql.host}:{postgresql.port}/{postgresql_database}")


async def test_labels_of_an_enumeration_and_truth_are_offered(
    window: MainWindow, shirts: Place, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    window.show()
    tab = await opened(window, shirts, "shirts")
    go(tab, 0, "size")
    await press_action(window, "cell.edit")
    assert [text for text, _ in offered(tab)] == ["small", "medium", "large"]
    type_more(tab, "la")
    assert [text for text, _ in offered(tab)] == ["large"]
    key(tab, Qt.Key.Key_Return)
    go(tab, 0, "sold")
    await press_action(window, "cell.edit")
    key(tab, Qt.Key.Key_Down)
    key(tab, Qt.Key.Key_Tab)
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    assert shown(tab, "id", "size", "sold") == [("1", "large", "t")]
    go(tab, 0, "sold")
    await press_action(window, "cell.edit")
    choices = tab.editing.rows.editing.choices
    assert choices is not None
    assert choices.current is not None
    assert choices.current.text == "true", "what is in the cell"
    key(tab, Qt.Key.Key_Return)
    assert not tab.editing.staged, "nobody has chosen anything"
    await press_action(window, "cell.edit")
    type_more(tab, "f")
    key(tab, Qt.Key.Key_Return)
    assert shown(tab, "id", "size", "sold") == [("1", "large", "false")]
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    assert postgresql.ask("SELECT size::text, sold FROM shirts", database=postgresql_database) == [("large", False)]


async def test_what_a_column_cannot_take_is_said_before_it_is_sent_and_can_be_sent_all_the_same(
    window: MainWindow, shirts: Place, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    window.show()
    tab = await opened(window, shirts, "shirts")
    write(tab, 0, "brand", "too long")
    assert tab.footer.note.text() == "brand takes 5 characters at most."
    tab.save()
    await eventually_async(lambda: tab.banner.text == "Nothing was saved. brand takes 5 characters at most.")
    assert tab.editing.staged.counts.updates == 1
    go(tab, 0, "brand")
    tab.editing.set_null()
    go(tab, 0, "id")
    tab.save()
    await eventually_async(lambda: "brand needs a value" in tab.banner.text)
    assert tab.editing.rows.column(tab.editing.rows.grid.currentIndex().column()).name == "brand"
    click(tab, "table_save_unchecked")
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    assert postgresql.ask("SELECT brand FROM shirts", database=postgresql_database) == [("none",)], "by its trigger"


async def test_the_value_editor_says_whether_it_is_json_and_lays_it_out(window: MainWindow, shirts: Place) -> None:
    window.show()
    tab = await opened(window, shirts, "shirts")
    go(tab, 0, "facts")
    await press_action(window, "cell.show_value")
    dialog = await dialog_named(window, "value_dialog")
    assert isinstance(dialog, ValueDialog)
    dialog.text.selectAll()
    QTest.keyClicks(dialog.text, '{"a":[1.50,2]')
    assert dialog.said.full_text == "facts takes JSON, and this is none."
    assert not dialog.format_button.isVisible()
    QTest.keyClicks(dialog.text, "}")
    click(dialog, "value_format")
    assert dialog.text.value() == '{\n  "a": [\n    1.50,\n    2\n  ]\n}'
    click(dialog, "value_apply")
    await eventually_async(lambda: tab.editing.staged)
    tab.save()
    await eventually_async(lambda: not tab.editing.staged)
    await settled(tab)
    assert shown(tab, "facts") == [('{"a": [1.50, 2]}',)]
