"""Stored files that are damaged or of a newer Lapwing: the window comes, says a sentence, and nothing is lost."""

import argparse
import asyncio
import json
import random
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.counts import times
from helpers.databases import make_database
from helpers.tabs import after_run, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.urls import sqlite_url
from lapwing.gui.actions.key_bindings import KeyBindings
from lapwing.gui.browser.favorites import Favorites
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.place import Place
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord, WindowRecord
from lapwing.gui.shell.history_page import HistoryPage
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme

CONFIG = ("settings.json", "keys.json", "connections.json")
STATE = (
    "favorites.json",
    "recent.json",
    "searches.json",
    "completion.json",
    "parameters.json",
    "export.json",
    "used-connections.json",
    "columns.json",
)
NO_PLACES = argparse.Namespace(places=[], tour="", sample=False)


def stored() -> list[Path]:
    """All small files that are kept, the window's layout and the history among them."""
    config, state = paths.config(), paths.state()
    return [config / name for name in CONFIG] + [state / name for name in STATE] + [paths.journal() / "windows.json"]


def history() -> Path:
    return paths.data() / "store" / "history.sqlite"


def fill(text: bytes) -> None:
    for path in (*stored(), history()):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_bytes(text)


@asynccontextmanager
async def started() -> AsyncIterator[tuple[Windows, MainWindow]]:
    """The program from its start to its end, on what lies there."""
    client = EngineClient()
    windows = Windows(client, Journal(paths.journal()), None)
    windows.open_first()
    await windows.begin(NO_PLACES)
    yield windows, windows.first
    await windows.first.close_window()
    windows.journal.close(clean=True)
    await client.close()


async def use_everything(window: MainWindow, file: Path) -> None:
    """Do something with each of the stored files, and run a statement."""
    KeyBindings.current().choose("query.run", ("F9",))
    window.recent.add(file)
    Favorites.of(window.client).toggle(ObjectRef("c", kind="table", name="item"))
    connection = await window.saved.add_file(str(file))
    tab = window.new_editor(connection_id=connection.id)
    await tab.move_to(Place(connection.id))
    await after_run(tab, lambda: tab.run_text("SELECT name FROM item", 0))
    assert shown_rows(tab) == [["tent"]]


async def history_notice(window: MainWindow) -> str:
    window.actions_of_window.set.action("history.show").trigger()
    page = window.documents.current
    assert isinstance(page, HistoryPage)
    return await eventually_async(lambda: page.view.banner.text)


async def test_damaged_files_are_put_aside_with_a_sentence_each_and_everything_works(
    home: Path, dark: Theme, tmp_path: Path
) -> None:
    fill(b'{"version": 1, "what')
    file = make_database(tmp_path / "shop.db", "CREATE TABLE item (name); INSERT INTO item VALUES ('tent')")
    journal = paths.journal()
    (journal / "broken.editor").write_bytes(b"lapwing editor\n???")
    async with started() as (_windows, window):
        said = window.banner.text
        for path in stored():
            assert path.name in said, path
            assert len(list(path.parent.glob(f"{path.name}.damaged-*"))) == 1
        assert "broken.editor" in said
        assert len(said.splitlines()) < len(stored())  # one line for all of a sort
        await use_everything(window, file)
        assert "damaged" in await history_notice(window)
        assert KeyBindings.current().keys("query.run") == ("F9",)
    async with started() as (_windows, window):
        assert window.banner.text == ""
        assert KeyBindings().keys("query.run") == ("F9",)
        assert len(window.saved.connections) == 1


async def test_files_of_a_newer_program_stay_untouched_whatever_is_done(
    home: Path, dark: Theme, tmp_path: Path
) -> None:
    newer = b'{"version": 99, "treasure": true}'
    fill(newer)
    history().unlink()
    made = make_database(history(), "PRAGMA user_version = 99")
    before = made.read_bytes()
    file = make_database(tmp_path / "shop.db", "CREATE TABLE item (name); INSERT INTO item VALUES ('tent')")
    async with started() as (_windows, window):
        for path in stored():
            assert path.name in window.banner.text or path.name == "windows.json", path
        with pytest.raises(OSError, match="newer"):
            KeyBindings.current().choose("query.run", ("F9",))
        window.recent.add(file)
        tab = window.new_editor(text="kept all the same")
        assert tab.editor.text()
        await eventually_async(lambda: "newer" in window.banner.text)
    assert [path.read_bytes() for path in stored()] == [newer] * len(stored())
    assert made.read_bytes() == before
    journals = [path.name for path in paths.state().iterdir() if path.name.startswith("journal")]
    assert len(journals) == 2  # texts went into a folder beside it


async def test_texts_that_were_kept_come_back_beside_the_damage(home: Path, dark: Theme, qapp: QApplication) -> None:
    journal = Journal(paths.journal())
    journal.recover()
    journal.start()
    journal.replace(EditorRecord("mine", "Mine", text="precious"))
    journal.close(clean=False)
    (paths.journal() / "windows.json").write_text("[")
    async with started() as (_windows, window):
        assert [tab.editor.text() for tab in window.editors()] == ["precious"]
        assert "windows.json" in window.banner.text


async def test_without_any_folder_of_its_own_a_person_can_work_and_is_told_why_nothing_is_kept(
    home: Path, dark: Theme, tmp_path: Path
) -> None:
    for kind in ("config", "state", "data"):
        (home / kind).write_text("no folder")  # as closed to us as one without permissions, also to root
    file = make_database(tmp_path / "shop.db", "CREATE TABLE item (name); INSERT INTO item VALUES ('tent')")
    async with started() as (windows, window):
        said = window.banner.text
        assert "keeps texts in memory only" in said
        assert "cannot be read are left as they are" in said
        assert "settings.json" in said
        tab = window.new_editor(text="SELECT 1")
        await tab.move_to(Place(url=sqlite_url(file)))
        await after_run(tab, lambda: tab.run_text("INSERT INTO item VALUES ('rope')", 0))
        await after_run(tab, lambda: tab.run_text("SELECT name FROM item", 0))
        assert any("results cannot be written" in text for text in messages(tab))
        assert any("Statements run, but are not kept" in text for text in messages(tab))
        for kind in ("config", "state", "data"):
            (home / kind).unlink()
        await after_run(tab, lambda: tab.run_text("SELECT name FROM item", 0))
        assert shown_rows(tab) == [["tent"], ["rope"]]
        await eventually_async(lambda: windows.journal.flush(30))
        assert list(paths.journal().glob("*.editor"))


def is_removed(folder: Path) -> bool:
    """Whether it could be removed at one go: somebody may write into it meanwhile."""
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


async def test_folders_removed_while_the_program_runs_are_made_again(home: Path, dark: Theme, tmp_path: Path) -> None:
    file = make_database(tmp_path / "shop.db", "CREATE TABLE item (name); INSERT INTO item VALUES ('tent')")
    async with started() as (windows, window):
        await use_everything(window, file)
        tab = window.tab
        assert tab is not None
        for kind in ("config", "state", "data"):
            await eventually_async(lambda kind=kind: is_removed(home / kind))  # type: ignore[misc]
        assert shown_rows(tab) == [["tent"]]
        await use_everything(window, file)
        tab.set_text("precious")
        await eventually_async(lambda: windows.journal.flush(30) and list(paths.journal().glob("*.editor")))
        assert history().exists()
    async with started() as (_windows, window):
        assert len(window.saved.connections) == 1
        assert "precious" in [tab.editor.text() for tab in window.editors()]


JUNK = ("!!", "²,9", "9" * 40 + ",1", "9" * 5_000, "-1,-1", "\ud800", "[[[", '{"order": 7}', "null", "\0", "../../x")


async def test_a_layout_of_nonsense_costs_the_layout_only(home: Path, dark: Theme, chance: random.Random) -> None:
    client = EngineClient()
    for _ in range(times(4, 200)):
        journal = Journal(paths.journal())
        journal.recover()
        journal.start()
        journal.replace(replace(any_editor(chance), id="mine", text="precious"))
        journal.window(WindowRecord("w", chance.choice(JUNK), any_state(chance), ("mine",), chance.choice(JUNK)))
        journal.close(clean=False)
        windows = Windows(client, Journal(paths.journal()), None)
        windows.open_first()
        assert "precious" in [tab.editor.text() for tab in windows.first.editors()]
        windows.first.grab()
        await asyncio.sleep(0)
        for page in windows.first.pages():
            await page.close_page()
        windows.first.deleteLater()
        windows.journal.close(clean=True)
        shutil.rmtree(paths.journal())
    await client.close()


def any_editor(chance: random.Random) -> EditorRecord:
    numbers = {name: chance.choice((0, -1, 1 << 40)) for name in ("caret", "anchor", "scroll")}
    texts = {name: chance.choice(JUNK) for name in ("mode", "carets", "encoding", "line_end", "url", "database")}
    return replace(EditorRecord("mine"), **numbers, **texts)  # type: ignore[arg-type]


def any_state(chance: random.Random) -> dict[str, str]:
    """What a window may find as its state: nonsense in everything that it and its pages kept."""
    names = (
        "connection",
        "table",
        "schema",
        "sorts",
        "mode",
        "section",
        "where",
        "state",
        "sizes",
        "row_limit",
        "from",
    )
    order = [
        {"id": chance.choice(JUNK), "kind": kind, "state": {name: chance.choice(JUNK) for name in names}}
        for kind in ("editor", "table", "properties", "history", "nobody's")
    ]
    state = {name: chance.choice(JUNK) for name in ("sizes", "navigator", "feature.inspector", "feature.inspector_px")}
    return {"pages": chance.choice((json.dumps({"order": order, "front": 7}), chance.choice(JUNK)))} | state
