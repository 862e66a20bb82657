"""kill -9 of a window with a page of every kind: all come back as they were, and nothing is run by that."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from helpers import full_window
from helpers.counts import SOAKING, times
from helpers.databases import make_database
from helpers.waiting import eventually
from lapwing import paths
from lapwing.gui.client import EngineClient
from lapwing.gui.journal import Journal
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme

_TESTS = Path(full_window.__file__).parents[1]
_LETTERS = 150
_APP = _TESTS.parent / "app"


def killed_after(letters: int, database: Path, script: Path) -> int:
    """Fill a window in a process of its own, kill it while it is typed in, and tell how many letters were typed."""
    typed = 0
    process = subprocess.Popen(
        [sys.executable, "-m", "helpers.full_window", str(database), str(script)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": f"{_APP}{os.pathsep}{_TESTS}", "QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            word, _, number = line.partition(" ")
            typed = int(number) if word == "typed" else typed
            if typed == letters:
                process.send_signal(signal.SIGKILL)
    finally:
        process.kill()
        process.communicate()
    assert typed >= letters, "it ended by itself"
    return typed


async def test_every_page_comes_back_after_a_kill(
    home: Path, dark: Theme, tmp_path: Path, chance: random.Random
) -> None:
    database = make_database(tmp_path / "shop.db", "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)")
    make_database(database, "INSERT INTO item VALUES (1, 'tent')")
    script = tmp_path / "mine.sql"
    script.write_text("SELECT 'of a file'")
    for _ in range(times(1, 40)):
        typed = killed_after(chance.randint(1, _LETTERS), database, script)
        eventually(lambda: not list(paths.results().glob("*/alive")))
        client = EngineClient()
        windows = Windows(client, Journal(paths.journal()), None)
        windows.open_first()
        window = windows.first
        pages = window.pages()
        kinds = ["editor", "editor", "table", "properties", "history", "editor"]
        assert [page.kind for page in pages] in (kinds, kinds[:-1])  # the last may not have been written yet
        file, many, table = pages[:3]
        assert isinstance(file, QueryTab)
        assert isinstance(many, QueryTab)
        assert file.editor.text() == "-- mine SELECT 'of a file'"
        assert file.file is not None
        assert file.is_modified
        assert many.editor.carets == full_window.CARETS
        assert isinstance(table, TableTab)
        assert [edit.values for edit in table.editing.staged.edits.values()] == [{1: "staged"}]
        kept = window.editors()[2].editor.text() if len(pages) == len(kinds) else ""
        assert kept in "x" * (typed + 2)
        print(f"{typed - len(kept)} letters of {typed} lost")
        if SOAKING:  # on a machine that is busy with something else, a second proves nothing
            assert typed - len(kept) <= _LETTERS * 2 // 3
        assert client.engine_pid is None, "nothing was asked of an engine"
        assert script.read_text() == "SELECT 'of a file'"
        with closing(sqlite3.connect(database)) as rows:
            assert rows.execute("SELECT * FROM item").fetchall() == [(1, "tent")]
        table.editing.staged.revert()
        for page in pages:
            await page.close_page()
            window.documents.remove(page)
        window.show_welcome()
        window.keep()
        await window.close_window()
        windows.journal.close(clean=True)
        await client.close()
        shutil.rmtree(home / "state")
