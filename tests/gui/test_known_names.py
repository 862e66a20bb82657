"""Names of tables that the database has are shown as such, with the real engine."""

import sqlite3
from contextlib import closing
from pathlib import Path

from helpers.tabs import after_run
from helpers.waiting import eventually_async
from lapwing.gui.editor.code_names import NameKind, NameWatch
from lapwing.gui.editor.completion_asking import NewestAnswer
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.theme import Theme
from lapwing.sql.dialect import dialect_named


def colored(tab: QueryTab, token: str = "function") -> list[str]:
    """The words in the colour of a token, by default that of names of tables, in the order of the text."""
    color = Theme.current().colors.as_dict()[token]
    block = tab.editor.document().begin()
    found = []
    while block.isValid():
        made = [one for one in block.layout().formats() if one.format.foreground().color() == color]
        found += [block.text()[one.start : one.start + one.length] for one in made]
        block = block.next()
    return found


def stretches(watch: NameWatch, line: str) -> list[str]:
    tokens, _state = dialect_named("postgresql").lex_line(line, 0)
    return [line[start:end] for start, end, kind in watch.stretches(line, tokens) if kind is NameKind.RELATION]


def test_a_word_is_a_table_only_where_one_can_be_named() -> None:
    watch = NameWatch()
    line = "SELECT item.id, item.item, x AS item FROM shop.item -- item 'item'"
    assert stretches(watch, line) == []
    assert watch.unknown == {"item", "id", "x", "shop"}
    watch.learn(("item", "id"), ("item",))
    assert stretches(watch, line) == ["item", "item", "item"]
    assert watch.unknown == {"x", "shop"}
    watch.forget()
    assert stretches(watch, line) == []


def test_a_word_is_a_column_where_it_is_no_table_and_no_name_of_ones_own() -> None:
    watch = NameWatch()
    watch.learn(("item", "id", "total", "newest"), ("item",), ("id", "item"), ("newest",))
    tokens, _state = dialect_named("postgresql").lex_line(
        "SELECT newest item.id, total AS id, item.item, x.newest FROM item", 0
    )
    line = "SELECT newest item.id, total AS id, item.item, x.newest FROM item"
    found = [(line[start:end], kind.name) for start, end, kind in watch.stretches(line, tokens)]
    assert found == [
        ("newest", "KEYWORD"),
        ("item", "RELATION"),
        ("id", "COLUMN"),
        ("item", "RELATION"),
        ("item", "COLUMN"),
        ("item", "RELATION"),
    ]


async def test_names_of_tables_are_shown_as_such_and_follow_what_is_made(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)")
    connection = await window.saved.add_file(str(path))
    text = "SELECT name FROM item JOIN later USING (id);\nCREATE TABLE later (id INTEGER);"
    tab = window.new_editor(connection_id=connection.id, text=text)
    window.show()
    await tab.move_to(Place(connection.id))
    await eventually_async(lambda: colored(tab) == ["item"])
    await eventually_async(lambda: colored(tab, "column") == ["name", "id", "id"])
    tab.editor.set_caret(len(text))
    await after_run(tab, tab.run_statement)
    await eventually_async(lambda: colored(tab)[:2] == ["item", "later"])


async def test_what_changes_in_an_editor_that_is_being_closed_asks_for_nothing(window: MainWindow) -> None:
    tab = window.new_editor(text="SELECT name FROM item")
    answers = NewestAnswer(window.client)
    answers.stop()
    heard: list[object] = []
    answers.ask("completion.prepare", tab.assist.place_of(3).place, heard.append)
    assert not answers.is_asking
