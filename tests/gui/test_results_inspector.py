"""The inspector beside a result: values whole and exact, the row as a form, facts about columns and selections."""

import sqlite3
import struct
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from helpers.databases import make_database
from helpers.tabs import after_run
from helpers.waiting import eventually_async
from lapwing.domain.results import ResultState
from lapwing.gui.editor.place import Place
from lapwing.gui.results.inspector.inspector import Inspector
from lapwing.gui.results.view import ResultView
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.gui.widgets import PlainLabel

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
JSON = '{"n": 1.50, "n": [90071992547409931234], "s": "caf\\u00e9"}'


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> bytes:
    """A picture of one colour; one that claims to be huge holds no pixels."""
    rows = (b"\0" + b"\x2f\x6f\xe0" * width) * height if width * height < 10**6 else b""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = make_database(
        tmp_path / "shop.sqlite",
        "CREATE TABLE region (id INTEGER PRIMARY KEY);"
        "CREATE TABLE item (id INTEGER PRIMARY KEY, total NUMERIC(12,2) NOT NULL DEFAULT 0, doc TEXT, pic BLOB,"
        " region INTEGER REFERENCES region (id) CHECK (region < 900));",
    )
    rows = [
        (1, 1191.8, JSON, png(4, 3), None),
        (2, 0.1, "<a><b>1</b><c/></a>", png(40_000, 40_000), None),
        (3, 0.2, "text\u202e with\nlines", b"\x89PNG\r\n\x1a\ndamaged", None),
        (4, None, "x" * 2_000_000, bytes(range(256)) * 4_000, None),
    ]
    with closing(sqlite3.connect(path)) as database:
        database.executemany("INSERT INTO item VALUES (?, coalesce(?, 7), ?, ?, ?)", rows)
        database.commit()
    return path


async def inspected(window: MainWindow, shop: Path, sql: str) -> tuple[QueryTab, ResultView, Inspector]:
    connection = await window.saved.add_file(str(shop))
    tab = window.new_editor(connection_id=connection.id, text=sql)
    await tab.move_to(Place(connection.id))
    window.show()
    await after_run(tab, tab.run_statement)
    view, inspector = tab.results.current, tab.results.inspector
    assert view is not None
    assert inspector is not None
    assert inspector.isVisible()
    return tab, view, inspector


def go_to(view: ResultView, row: int, column: int) -> None:
    view.grid.setCurrentIndex(view.model.index(row, column))


async def test_a_value_is_shown_with_its_column_and_facts_of_the_catalogue(window: MainWindow, shop: Path) -> None:
    _tab, view, inspector = await inspected(window, shop, "SELECT * FROM item")
    go_to(view, 0, 1)
    await eventually_async(lambda: inspector.value.text.toPlainText() == "1191.8")
    await eventually_async(lambda: "Nullable" in inspector.column_facts.facts)
    facts = inspector.column_facts.facts
    assert [facts[name] for name in ("Column", "Type", "Table", "Nullable", "Default")] == [
        "total",
        "numeric(12,2)",
        "main.item",
        "no",
        "0",
    ]
    await eventually_async(lambda: inspector.selection.list.facts.get("Sum") == "1191.8")
    go_to(view, 0, 4)
    await eventually_async(lambda: inspector.column_facts.facts.get("References") == "region.id")
    assert inspector.column_facts.facts["Check"] == "region < 900"
    assert inspector.value.text.toPlainText() == "NULL"
    view.grid.select_columns([1])
    await eventually_async(lambda: inspector.selection.list.facts.get("Count") == "4")
    facts = inspector.selection.list.facts
    assert (facts["Sum"], facts["Avg"], facts["Min"], facts["Max"]) == ("1199.1", "299.775", "0.1", "1191.8")


async def test_documents_bytes_and_pictures_are_shown_as_what_they_are(window: MainWindow, shop: Path) -> None:
    _tab, view, inspector = await inspected(window, shop, "SELECT * FROM item")
    value, clipboard = inspector.value, QGuiApplication.clipboard()
    go_to(view, 0, 2)
    await eventually_async(lambda: value.form == "json")
    assert '"n": 1.50,\n  "n": [\n    90071992547409931234\n  ],\n  "s": "caf\\u00e9"' in value.text.toPlainText()
    QTest.mouseClick(value._buttons["text"], LEFT)
    assert value.text.toPlainText() == JSON
    inspector.copy()
    await eventually_async(lambda: clipboard.text() == JSON)
    QTest.mouseClick(value._buttons["hex"], LEFT)
    assert value.hex.line_text(0)[1].startswith("7b 22 6e 22")
    value._chosen = ""
    go_to(view, 1, 2)
    await eventually_async(lambda: value.text.toPlainText() == "<a>\n  <b>1</b>\n  <c/>\n</a>")
    go_to(view, 2, 2)
    await eventually_async(lambda: "\\u202e" in value.text.toPlainText())
    inspector.copy()
    await eventually_async(lambda: clipboard.text() == "text\u202e with\nlines")
    go_to(view, 0, 3)
    await eventually_async(lambda: "PNG · 4 x 3 · " in value.note.full_text)
    assert not value.image.pixmap().isNull()
    go_to(view, 1, 3)
    await eventually_async(lambda: value.note.full_text == "The picture is too large to be drawn here.")
    go_to(view, 2, 3)
    await eventually_async(lambda: value.note.full_text == "The picture is damaged.")
    go_to(view, 3, 3)
    await eventually_async(lambda: value.form == "hex")
    assert value.note.full_text == "1\u202f024\u202f000 bytes"
    last = value.hex.verticalScrollBar()
    last.setValue(last.maximum())
    value.hex.viewport().repaint()
    go_to(view, 3, 2)
    await eventually_async(lambda: value.note.full_text.startswith("The beginning of 2\u202f000\u202f000 bytes"))
    inspector.copy()
    await eventually_async(lambda: len(clipboard.text()) == 2_000_000)


async def test_json_is_a_tree_of_what_was_sent_whose_values_and_paths_can_be_copied(
    window: MainWindow, shop: Path
) -> None:
    _tab, view, inspector = await inspected(window, shop, "SELECT doc FROM item WHERE id = 1")
    value, clipboard = inspector.value, QGuiApplication.clipboard()
    go_to(view, 0, 0)
    await eventually_async(lambda: value.form == "json")
    QTest.mouseClick(value._buttons["tree"], LEFT)
    tree = value.tree
    model = tree.model_of_document
    shown = [model.data(model.index(row, 0)) for row in range(model.rowCount())]
    assert shown == ["n: 1.50", "n: [1]", 's: "caf\\u00e9"']
    inner = model.index(0, 0, model.index(1, 0))
    assert tree.isExpanded(model.index(1, 0))
    tree.setCurrentIndex(inner)
    assert model.data(inner) == "0: 90071992547409931234"
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "90071992547409931234"
    paths = {entry.text(): entry for entry in tree.make_menu().actions()}
    paths["Copy path"].trigger()
    assert clipboard.text() == "$.n[0]"
    tree.setCurrentIndex(model.index(2, 0))
    inspector.copy()
    assert clipboard.text() == "caf\u00e9"
    paths["Copy as JSON"].trigger()
    assert clipboard.text() == '"caf\\u00e9"'


async def test_ten_megabytes_of_json_are_read_beside_the_window_and_opened_step_by_step(
    window: MainWindow, shop: Path
) -> None:
    many = (
        "SELECT '[' || group_concat('{\"n\": ' || value || ', \"s\": \"' || hex(zeroblob(500)) || '\"}') || ']' AS doc"
    )
    sql = f"WITH RECURSIVE c(value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM c WHERE value < 9999) {many} FROM c"
    _tab, view, inspector = await inspected(
        window, shop, f"{sql} UNION ALL SELECT '[1, 2' || hex(zeroblob(20000)) || ';]'"
    )
    go_to(view, 0, 0)
    value, model = inspector.value, inspector.value.tree.model_of_document
    await eventually_async(lambda: value.form == "tree")
    assert value.note.full_text.startswith("10\u202f000 element")
    assert 0 < model.rowCount() < 10_000
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    last = model.index(9_999, 0)
    assert model.data(last) == "9999: {2}"
    model.fetchMore(last)
    assert model.data(model.index(0, 0, last)) == "n: 9999"
    assert model.parent(model.index(1, 0, last)) == last
    go_to(view, 1, 0)
    await eventually_async(lambda: value.form == "text" and "being read" not in value.note.full_text)
    assert value._buttons["tree"].isHidden()


async def test_the_row_is_a_form_that_follows_and_is_filtered(window: MainWindow, shop: Path) -> None:
    _tab, view, inspector = await inspected(window, shop, "SELECT id, total, doc FROM item")
    inspector.show_page(1)
    go_to(view, 2, 0)
    model = inspector.row_form.model

    def shown() -> list[tuple[str, str]]:
        return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]

    await eventually_async(lambda: shown()[:2] == [("id", "3"), ("total", "0.2")])
    inspector.row_form.filter.setText("tot")
    assert shown() == [("total", "0.2")]
    inspector.row_form.table.selectRow(0)
    inspector.row_form.table.setFocus()
    QTest.keyClick(inspector.row_form.table, Qt.Key.Key_Return)
    assert view.grid.currentIndex().column() == 1
    inspector.copy()
    assert QGuiApplication.clipboard().text() == "0.2"
    QTest.mouseClick(inspector.pin, LEFT)
    go_to(view, 0, 0)
    assert shown() == [("total", "0.2")], "what is pinned stays"


async def test_the_inspector_is_hidden_and_wide_as_a_person_left_it(window: MainWindow, shop: Path) -> None:
    tab, view, inspector = await inspected(window, shop, "SELECT * FROM item")
    act = window.actions_of_window.set.action("inspector.toggle")
    assert act.isChecked()
    tab.results.splitter.setSizes([400, 300])
    tab.results.splitter.splitterMoved.emit(0, 1)
    act.trigger()
    assert not inspector.isVisible()
    assert not act.isChecked()
    state = window.record().state
    assert (state["feature.inspector"], int(state["feature.inspector_px"])) == ("0", inspector.width())
    view.grid.setFocus()
    go_to(view, 1, 1)
    QTest.keyClick(view.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    await eventually_async(inspector.isVisible)
    other = window.new_editor(connection_id=tab.session.place.connection_id, text="SELECT 1")
    await other.move_to(Place(tab.session.place.connection_id))
    await after_run(other, other.run_statement)
    assert other.results.inspector is not None
    assert other.results.inspector.isVisible()
    assert abs(other.results.inspector.width() - inspector.width()) < 3


async def test_a_million_rows_are_scrolled_selected_aggregated_and_copied_while_the_window_goes_on(
    window: MainWindow, shop: Path
) -> None:
    many = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000)"
        " SELECT i, 'text of row ' || i || ', which is some fifty letters long' AS words FROM n"
    )
    connection = await window.saved.add_file(str(shop))
    tab = window.new_editor(connection_id=connection.id, text=many)
    await tab.move_to(Place(connection.id))
    window.show()
    tab.results.tools.set_limit(0)
    await after_run(tab, tab.run_statement)
    view, inspector = tab.results.current, tab.results.inspector
    assert view is not None
    assert inspector is not None
    assert (view.state, view.row_count) == (ResultState.COMPLETE, 1_000_000)
    bar = view.grid.verticalScrollBar()
    for place in (0.5, 0.999, 0.25):
        bar.setValue(round(bar.maximum() * place))
        view.grid.viewport().repaint()
    turns = 0

    def counted(is_so: bool) -> bool:
        """Count the turns of the window's loop until something is so."""
        nonlocal turns
        turns += 1
        return is_so

    view.grid.select_columns([0])
    facts = inspector.selection.list
    await eventually_async(lambda: counted(facts.facts.get("Sum") == "500000500000"))
    assert facts.facts["Count"] == "1\u202f000\u202f000"
    assert turns > 10, "the window's loop turned meanwhile"
    view.grid.selectAll()
    turns = 0
    view.copy()
    await eventually_async(lambda: counted(view.work.findChild(QPushButton, "work_part") is not None))
    assert turns > 10
    cancel = view.work.findChild(QPushButton, "work_cancel")
    assert cancel is not None
    cancel.click()
    view.grid.select_columns([0])
    view.copy()
    await eventually_async(lambda: QGuiApplication.clipboard().text().endswith("\n1000000"))
    assert QGuiApplication.clipboard().text().startswith("1\n2\n3\n")


async def test_a_value_and_what_is_told_of_it_keep_their_typeface_in_the_other_theme(
    window: MainWindow, shop: Path
) -> None:
    _tab, view, inspector = await inspected(window, shop, "SELECT id FROM item")
    go_to(view, 0, 0)
    shown = inspector.findChild(QPlainTextEdit, "value_text")
    assert shown is not None
    await eventually_async(lambda: shown.toPlainText() == "1" and inspector.findChildren(PlainLabel))
    labels = [shown, *(label for label in inspector.findChildren(PlainLabel) if label.isVisible())]
    before = [(label.font().family(), label.font().pixelSize()) for label in labels]
    Theme.current().set_mode(ThemeMode.LIGHT)
    assert [(label.font().family(), label.font().pixelSize()) for label in labels] == before
