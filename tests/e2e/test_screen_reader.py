"""What a screen reader hears of the real program: labels, the navigator, the editor's text, every cell of a result."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from helpers.displays import Display, display
from helpers.screen_reader import Told, screen_reader
from helpers.waiting import eventually

SQL = "SELECT id, name, price FROM item"


def make_shop(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price NUMERIC);"
            "INSERT INTO item VALUES (1, 'tent', NULL), (2, 'rope', 2.5);"
        )
    return path


def found(program: Told, role: str, name: str) -> Told:
    """What has a role and a name, once it is told of."""
    told = eventually(lambda: program.find(role, name), every_s=0.1)
    assert told is not None
    return told


def below(tree: Told) -> dict[str, set[str]]:
    """The items of a tree by what is read of them, with their states."""
    try:
        return {item.name: item.states for item in tree.children() if item.role == "tree item"}
    except LookupError:
        return {}  # it is just being filled


def test_a_screen_reader_hears_labels_tree_text_and_cells(tmp_path: Path) -> None:
    shop = make_shop(tmp_path / "shop.sqlite")
    with display() as screen, screen_reader(screen.environment) as reader:
        environment = {**os.environ, **screen.environment, **reader.environment}
        process = subprocess.Popen([sys.executable, "-m", "lapwing", str(shop)], env=environment)
        try:
            program = eventually(lambda: reader.program("Lapwing"), every_s=0.1)
            assert program is not None
            screen.activate("Query 1")
            screen.type(SQL)
            editor = found(program, "text", "SQL editor")
            eventually(lambda: editor.text == SQL, every_s=0.1)
            hear_the_tree(program)
            eventually(lambda: _has_run(screen, program), every_s=1.0)
            hear_the_cells(found(program, "table", "Result rows"))
            assert found(program, "label", "shop.sqlite · SQLite")
            assert found(program, "label", "2 rows")
            assert found(program, "push button", "Run")
        finally:
            process.kill()
            process.wait()


def _has_run(screen: Display, program: Told) -> bool:
    """Whether rows are there; the key is pressed again while the tab is not connected yet."""
    table = program.find("table", "Result rows")
    if table is not None and table.size == (2, 3):
        return True
    screen.keys("ctrl+Return")
    return False


def hear_the_tree(program: Told) -> None:
    tree = found(program, "tree", "Database objects")
    heard = eventually(lambda: items if "item, table" in (items := below(tree)) else {}, every_s=0.1)
    assert {"expandable", "expanded"} <= heard["Tables, 1"]
    assert "expanded" not in heard["item, table"]
    (connection,) = (name for name in heard if "connection" in name)
    assert connection.startswith("shop.sqlite, connection, ")


def hear_the_cells(table: Told) -> None:
    assert [table.heading(column) for column in range(3)] == ["id", "name", "price"]
    assert [table.row_name(row) for row in range(2)] == ["1", "2"]
    assert [[table.cell(row, column).name for column in range(3)] for row in range(2)] == [
        ["1", "tent", "NULL"],
        ["2", "rope", "2.5"],
    ]
