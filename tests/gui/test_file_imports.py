"""Importing a file from the window: the dialog, what goes where, the job; and exports that a plugin writes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
import pytest_asyncio
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QWidget

from helpers.acting import act
from helpers.engines import look, make_database
from helpers.waiting import eventually_async
from lapwing.domain.connections import SaveConnection
from lapwing.domain.file_imports import FileRows, ImportColumn, ImportTable
from lapwing.domain.jobs import JobList, JobState
from lapwing.domain.plugins.facts import PluginFacts, PluginRequest
from lapwing.gui.shell.confirm_dialog import ConfirmDialog
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.transfer.dialog import ExportDialog
from lapwing.gui.transfer.import_dialog import FileImportDialog
from lapwing.gui.transfer.source_row import SourceRow
from lapwing.gui.widgets import PillCombo

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", "propagateSizeHints")
Kind = TypeVar("Kind", bound=QDialog)
POINT = {"type": "Point", "coordinates": [1, 2]}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(
        tmp_path / "shop.sqlite",
        "CREATE TABLE place (id INTEGER NOT NULL, name TEXT, at TEXT)",
        "INSERT INTO place VALUES (1, 'Wien', 'POINT(16.5 48.25)')",
    )


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    """A file with two places; one name would be markup where it was not plain."""
    path = tmp_path / "cities.geojson"
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [1, 2]},
            "properties": {"ID": 7, "<b>": "<i>"},
        },
        {"type": "Feature", "geometry": None, "properties": {"ID": 8, "<b>": None}},
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


@pytest_asyncio.fixture
async def connection(window: MainWindow, shop: Path) -> str:
    saved = await window.saved.add_file(str(shop), name="Shop")
    await window.saved.read()
    return saved.id


async def enable(window: MainWindow) -> None:
    facts = await window.client.call("plugin.enable", PluginRequest("geojson"), PluginFacts)
    assert facts.error is None


async def shown(window: MainWindow, kind: type[Kind], parent: QDialog | None = None) -> Kind:
    def find() -> Kind | None:
        return next((each for each in (parent or window).findChildren(kind) if each.isVisible()), None)

    found = await eventually_async(find)
    assert found is not None
    return found


async def at_table(window: MainWindow, connection: str) -> None:
    """Make the table the current row of the navigator."""
    window.show_relation(connection, "main", "place")
    tree = window.navigator.tree
    await eventually_async(lambda: tree.current is not None and tree.current.name == "place")


def line(dialog: QDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def combo(dialog: QDialog, name: str) -> PillCombo:
    found = dialog.findChild(PillCombo, name)
    assert found is not None
    return found


def take(dialog: FileImportDialog, path: Path) -> None:
    row = dialog.findChild(SourceRow)
    assert row is not None
    row.take(str(path))


async def imported(window: MainWindow) -> JobState:
    """How the import ends."""
    while True:
        found = await window.client.call("jobs.list", None, JobList)
        job = next((each for each in found.jobs if each.kind == "import"), None)
        if job is not None and job.is_over:
            return job.state


async def test_a_file_goes_into_the_table_that_its_menu_was_asked_for(
    window: MainWindow, connection: str, shop: Path, cities: Path
) -> None:
    await enable(window)
    await at_table(window, connection)
    tree = window.navigator.tree
    tree.menu_wanted.emit(tree.current, tree.mapToGlobal(tree.rect().center()))
    menu = await eventually_async(lambda: window.findChild(QMenu, "navigator_menu"))
    assert menu is not None
    entry = menu.findChild(QAction, "navigator_menu.table.import")
    assert entry is not None
    entry.trigger()
    menu.close()
    dialog = await shown(window, FileImportDialog)
    await dialog.settled()
    assert combo(dialog, "import_format").count() == 3
    take(dialog, cities)
    await dialog.settled()
    assert dialog.preview.toPlainText().splitlines()[2].split(" | ")[:2] == ["7 ", "<i> "]
    assert [combo(dialog, f"import_target_{place}").currentText().split()[0] for place in range(3)] == [
        "id",
        "Leave",
        "Leave",
    ]
    assert combo(dialog, "import_target_2").choose("id")
    combo(dialog, "import_target_2").activated.emit(1)
    assert not dialog.import_button.isEnabled()
    assert "Two columns would go into id." in dialog.note.text()
    assert combo(dialog, "import_target_2").choose("at")
    combo(dialog, "import_target_2").activated.emit(1)
    dialog.import_button.click()
    assert await imported(window) is JobState.DONE
    assert look(shop, "SELECT id, name, at IS NULL FROM place ORDER BY id") == [
        (1, "Wien", 0),
        (7, None, 0),
        (8, None, 1),
    ]


async def test_a_table_is_made_for_the_rows_of_a_file(
    window: MainWindow, connection: str, shop: Path, cities: Path
) -> None:
    await enable(window)
    await at_table(window, connection)
    await act(window, "table.import")
    dialog = await shown(window, FileImportDialog)
    await dialog.settled()
    assert combo(dialog, "import_into").choose("new")
    combo(dialog, "import_into").activated.emit(1)
    take(dialog, cities)
    await dialog.settled()
    assert "There is a table place already." in dialog.note.text()
    assert not dialog.import_button.isEnabled()
    line(dialog, "import_table").setText("cities")
    line(dialog, "import_table").editingFinished.emit()
    await dialog.settled()
    assert line(dialog, "import_type_0").text() == "INTEGER"
    line(dialog, "import_name_1").setText("title")
    line(dialog, "import_name_2").setText("")
    dialog.import_button.click()
    assert await imported(window) is JobState.DONE
    assert look(shop, "SELECT ID, title FROM cities") == [(7, "<i>"), (8, None)]


async def test_without_a_plugin_that_reads_files_the_dialog_says_so_and_leads_there(
    window: MainWindow, connection: str, cities: Path
) -> None:
    await at_table(window, connection)
    await act(window, "table.import")
    dialog = await shown(window, FileImportDialog)
    await dialog.settled()
    assert "none that does so runs" in dialog.banner.text
    empty = dialog.findChild(QWidget, "import_empty")
    assert empty is not None
    assert empty.isVisible()
    take(dialog, cities)
    assert not empty.isVisible()
    await dialog.settled()
    assert "No format was said that can be read" in dialog.banner.text
    assert not dialog.import_button.isEnabled()


async def test_a_connection_that_asks_before_changes_asks_before_an_import(
    window: MainWindow, connection: str, shop: Path, cities: Path
) -> None:
    await enable(window)
    saved = window.saved.find(connection)
    assert saved is not None
    await window.client.call("connection.save", SaveConnection(replace(saved, environment="production")))
    await window.saved.read()
    await at_table(window, connection)
    await act(window, "table.import")
    dialog = await shown(window, FileImportDialog)
    take(dialog, cities)
    await dialog.settled()
    dialog.import_button.click()
    question = await shown(window, ConfirmDialog)
    question.reject()
    await dialog.settled()
    assert dialog.isVisible()
    dialog.import_button.click()
    (await shown(window, ConfirmDialog)).accept()
    assert await imported(window) is JobState.DONE
    assert look(shop, "SELECT count(*) FROM place") == [(3,)]


async def test_a_plugin_writes_an_export_and_the_dialog_shows_its_first_rows(
    window: MainWindow, connection: str, tmp_path: Path
) -> None:
    await enable(window)
    await at_table(window, connection)
    first = await exporting(window)
    first.formats.choose("geojson/geojson")
    await eventually_async(lambda: '"id":1,"name":"Wien"' in first.preview.toPlainText())
    assert Path(first.target.path).name == "place.geojson"
    assert "GeoJSON and Map" in first.of_plugin.text()
    first.target.line.setText(str(tmp_path / "place.geojson"))
    first.export_button.click()
    await eventually_async(lambda: (tmp_path / "place.geojson").exists())
    await eventually_async(lambda: not any(each.isVisible() for each in window.findChildren(ExportDialog)))
    again = await exporting(window)
    await eventually_async(lambda: again.format == "geojson/geojson")  # as it was chosen last
    again.reject()
    content = json.loads((tmp_path / "place.geojson").read_text("utf-8"))
    assert content["features"][0]["geometry"]["coordinates"] == [16.5, 48.25]


async def exporting(window: MainWindow) -> ExportDialog:
    """The dialog, when it offers what plugins write."""
    await act(window, "table.export")
    dialog = await shown(window, ExportDialog)
    await eventually_async(lambda: "geojson/geojson" in dialog.formats.ids)
    return dialog


async def test_a_file_of_very_many_columns_does_not_hold_up_the_window(window: MainWindow, connection: str) -> None:
    await at_table(window, connection)
    await act(window, "table.import")
    dialog = await shown(window, FileImportDialog)
    await dialog.settled()
    names = tuple(f"c{number}" for number in range(501))
    table = ImportTable(tuple(ImportColumn(name, "text") for name in names))
    dialog.show_table(table)
    dialog.show_file(FileRows(names, ("text",) * 501, (("x",) * 501,)))
    assert "501 columns" in dialog.note.text()
    assert not dialog.import_button.isEnabled()
    dialog.show_file(FileRows(names[:100], ("text",) * 100, (("x",) * 100,)))
    assert [each.target for each in dialog.mapping.mapping()] == list(names[:100])
    last = combo(dialog, "import_target_99")
    assert last.count() == 1
    last.showPopup()
    assert (last.count(), last.currentText()) == (502, "c99  text")
    last.hidePopup()
