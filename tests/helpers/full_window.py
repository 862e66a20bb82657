"""A window with a page of every kind, each with something unsaved, until it is killed: `python -m helpers.full_window
DATABASE SQL_FILE`.

It prints `ready` when what is seen has been written down, and then types on, saying `typed N` for every letter.
"""

import asyncio
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.tables import opened, write
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.place import Place
from lapwing.gui.journal import Journal
from lapwing.gui.loop import QtLoop
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme, ThemeMode

CARETS = [(16, 16), (2, 2), (25, 25)]


async def fill(windows: Windows, database: Path, script: Path) -> None:
    """Open a page of every kind."""
    window = windows.first
    saved = await window.saved.add_file(str(database))
    await windows.saved.read()
    window.open_paths([str(script)])
    file = await eventually_async(lambda: window.tab)
    assert file is not None
    await eventually_async(lambda: file.editor.text())
    QTest.keyClicks(file.editor, "-- mine ")
    many = window.new_editor(text="SELECT a, b\nSELECT c, d\nSELECT e, f")
    many.editor.set_caret(40)
    table = await opened(window, Place(saved.id), "item")
    write(table, 0, "name", "staged")
    window.navigator.properties_wanted.emit(ObjectRef(saved.id, kind="table", name="item"))
    window.actions_of_window.set.action("history.show").trigger()
    window.actions_of_window.set.action("settings.open").trigger()
    window.documents.show_page(many)
    many.editor.set_carets(CARETS)
    many.editor.statement_caret_moved.emit(many.editor.caret)
    window.keep()
    await eventually_async(lambda: _knows(windows.journal, table.id))
    assert await asyncio.to_thread(windows.journal.flush, 30)
    print("ready", flush=True)
    last = window.new_editor()
    for number in range(1, 1_000_000):
        QTest.keyClicks(last.editor, "x")
        print(f"typed {number}", flush=True)
        await asyncio.sleep(0.01)


def _knows(journal: Journal, page_id: str) -> bool:
    try:
        return bool(journal.record(page_id).text)
    except KeyError:
        return False


async def live(database: Path, script: Path) -> None:
    client = EngineClient()
    windows = Windows(client, Journal(paths.journal()), None)
    windows.open_first()
    await fill(windows, database, script)


def main() -> None:
    app = QApplication(["lapwing"])
    Theme(app, ThemeMode.DARK)
    loop = QtLoop(app)
    with loop:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(live(Path(sys.argv[1]), Path(sys.argv[2])))


if __name__ == "__main__":
    main()
