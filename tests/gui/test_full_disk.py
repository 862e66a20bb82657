"""The disk is full: everything says so where a person looks, nothing is lost, and it goes on once there is room."""

import argparse
import resource
import secrets
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest

from helpers.acting import act
from helpers.databases import make_database
from helpers.full_disks import longest_file
from helpers.tabs import after_run, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.jobs import JobState
from lapwing.gui.actions.key_bindings import KeyBindings
from lapwing.gui.browser.favorites import Favorites
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.place import Place
from lapwing.gui.journal import Journal
from lapwing.gui.shell.jobs_bar import JobsBar
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme
from lapwing.gui.transfer.dialog import ExportDialog
from lapwing.settings.store import change_settings, read_settings

_ROOM_BYTES = 64
LONG = "rope" * 30


class Teller(QObject):
    """Carries the journal's sentences to Qt's thread, as the program does."""

    told = Signal(object)


@pytest_asyncio.fixture
async def window(client: EngineClient, dark: Theme) -> AsyncIterator[MainWindow]:
    teller = Teller()
    journal = Journal(paths.journal(), on_trouble=teller.told.emit, retry_s=0.05)
    windows = Windows(client, journal, None)
    teller.told.connect(windows.journal_trouble)
    windows.open_first()
    await windows.begin(argparse.Namespace(places=[], tour="", sample=False))
    yield windows.first
    for page in windows.first.pages():
        await page.close_page()
    await windows.first.close_window()
    journal.close(clean=True)


@contextmanager
def full_disk(client: EngineClient) -> Iterator[None]:
    """No file of window or engine grows meanwhile."""
    pid = client.engine_pid
    assert pid is not None
    soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (_ROOM_BYTES, hard))
    try:
        with longest_file(_ROOM_BYTES):
            yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))


async def export(window: MainWindow, target: Path) -> JobState:
    """Export the result in front; how that ended."""
    await act(window, "result.export")

    def shown() -> ExportDialog | None:
        return next((each for each in window.findChildren(ExportDialog) if each.isVisible()), None)

    dialog = await eventually_async(shown)
    assert dialog is not None
    dialog.target.line.setText(str(target))
    bar = window.findChild(JobsBar)
    assert bar is not None
    known = len(bar._jobs.all)
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    await eventually_async(lambda: len(bar._jobs.all) > known and bar._jobs.all[0].is_over)
    return bar._jobs.all[0].state


async def test_a_full_disk_is_told_everywhere_and_nothing_is_lost(
    window: MainWindow, client: EngineClient, tmp_path: Path
) -> None:
    shop = make_database(
        tmp_path / "shop.db", f"CREATE TABLE item (name); INSERT INTO item VALUES ('tent'), ('{LONG}')"
    )
    saved = await window.saved.add_file(str(shop))
    tab = window.new_editor(connection_id=saved.id)
    await tab.move_to(Place(saved.id))
    await after_run(tab, lambda: tab.run_text("SELECT name FROM item", 0))
    favourite = ObjectRef(saved.id, kind="table", name="item")
    told: list[str] = []
    Favorites.of(client).trouble.connect(told.append)
    with full_disk(client):
        QTest.keyClicks(tab.editor, "-- precious")
        await eventually_async(lambda: "kept in memory" in window.banner.text)
        await check_nothing_can_be_kept(window, tab, tmp_path)
        Favorites.of(client).toggle(favourite)
        await eventually_async(lambda: told)
        assert shown_rows(tab) == [["tent"], [LONG]]
        assert "kept in memory" in window.banner.text
    await eventually_async(lambda: "kept in memory" not in window.banner.text)
    assert "-- precious" in left_text(tmp_path)
    KeyBindings.current().choose("query.run", ("F9",))
    assert change_settings(row_limit=77).row_limit == 77
    await window.saved.add_file(str(make_database(tmp_path / "other.db", "")))
    assert len(window.saved.connections) == 2
    await after_run(tab, lambda: tab.run_text("SELECT name || 1 FROM item", 0))
    assert shown_rows(tab) == [["tent1"], [f"{LONG}1"]]
    assert await export(window, tmp_path / "rows.csv") is JobState.DONE
    assert (tmp_path / "rows.csv").read_text() == f"name || 1\ntent1\n{LONG}1\n"


async def check_nothing_can_be_kept(window: MainWindow, tab: QueryTab, folder: Path) -> None:
    """Settings, keys, connections, results and exports are refused with a reason, and are as they were."""
    with pytest.raises(OSError, match="too large"):
        change_settings(row_limit=77)
    assert read_settings().row_limit != 77
    with pytest.raises(OSError, match="too large"):
        KeyBindings.current().choose("query.run", ("F9",))
    with pytest.raises(LapwingError):
        await window.saved.add_file(str(folder / "never.db"))
    assert len(window.saved.connections) == 1
    assert await export(window, folder / "rows.csv") is JobState.FAILED
    assert not list(folder.glob("*rows*"))
    other = window.new_editor()
    await other.move_to(tab.session.place)
    await after_run(other, lambda: other.run_text("SELECT name FROM item", 0))
    assert any("disk" in text.lower() for text in messages(other))
    other.set_text(f"SELECT '{secrets.token_hex(100)}'")  # which no compression makes short
    await after_run(other, other.run_statement)
    await eventually_async(lambda: any("Local history" in text for text in messages(other)))
    window.documents.show_page(tab)


def left_text(folder: Path) -> str:
    """All that a start would find if the program were killed now."""
    shutil.copytree(paths.journal(), folder / "left")
    journal = Journal(folder / "left")
    found = journal.recover()
    journal.close(clean=False)
    return " ".join(record.text for record in found.editors.values())
