"""Completion in the editor as a person uses it, with the real engine process."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListView

from helpers.engine_ends import end_engine, send
from helpers.servers.postgresql import PostgreSQL
from helpers.tabs import after_run
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.completion import WordsAsked, WordsKnown
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.completion_asking import NewestAnswer
from lapwing.gui.editor.completion_popup import CompletionPopup
from lapwing.gui.editor.place import Place
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.window import MainWindow
from lapwing.settings.store import change_settings

HOSTILE = "pay\u202eeman\u200b <b>x</b>"
SHOP = f"""
CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT NOT NULL, "Given Name" TEXT, city TEXT);
CREATE TABLE customer_order (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer (id), total REAL);
CREATE TABLE "{HOSTILE}" (id INTEGER);
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(SHOP)
    return path


async def tab_on(window: MainWindow, database: Path, text: str = "") -> QueryTab:
    """An editor on a database whose names are known, with the focus in it and the caret at its end."""
    connection = await window.saved.add_file(str(database))
    tab = window.new_editor(connection_id=connection.id, text=text)
    window.show()
    window.activateWindow()
    await tab.move_to(Place(connection.id))
    session = await tab.session.open()
    asked = WordsAsked(("customer",), connection.id, session_id=session.session_id)
    while not (await window.client.call("completion.words", asked, WordsKnown)).relations:
        await asyncio.sleep(0.01)
    tab.editor.set_caret(len(text))
    tab.editor.setFocus()
    await eventually_async(tab.editor.hasFocus)
    return tab


def labels(tab: QueryTab) -> list[str]:
    popup = tab.assist.completion.popup
    return [item.label for item in popup.items] if popup is not None and popup.isVisible() else []


async def type_and_wait(tab: QueryTab, text: str) -> CompletionPopup:
    """Type, and wait for the list that belongs to it."""
    QTest.keyClicks(tab.editor, text)
    await settled(tab)
    popup = await eventually_async(lambda: tab.assist.completion.popup)
    assert popup is not None
    return popup


async def settled(tab: QueryTab) -> None:
    """Until nothing is asked any more."""
    completion = tab.assist.completion
    await eventually_async(lambda: not completion.is_busy)


def press(tab: QueryTab, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(tab.editor, key, held)


async def test_typing_offers_names_and_enter_writes_the_current_one_in_one_step_of_undo(
    window: MainWindow, shop: Path
) -> None:
    tab = await tab_on(window, shop, "SELECT  FROM customer AS c")
    tab.editor.set_caret(7)
    popup = await type_and_wait(tab, "c.gi")
    assert popup.current is not None
    assert popup.current.label == "Given Name"
    assert tab.editor.hasFocus()
    press(tab, Qt.Key.Key_Return)
    assert tab.editor.text() == 'SELECT c."Given Name" FROM customer AS c'
    assert tab.editor.caret == len('SELECT c."Given Name"')
    assert tab.assist.completion.popup is None
    tab.editor.undo()
    assert tab.editor.text() == "SELECT c.gi FROM customer AS c"


async def test_keys_go_through_the_list_only_while_it_is_open(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    popup = await type_and_wait(tab, "cust")
    assert labels(tab)[:2] == ["customer", "customer_order"]
    press(tab, Qt.Key.Key_Down)
    assert popup.current is not None
    assert popup.current.label == "customer_order"
    press(tab, Qt.Key.Key_Up)
    press(tab, Qt.Key.Key_Up)
    assert popup.current.label == labels(tab)[-1]
    press(tab, Qt.Key.Key_PageUp)
    assert popup.current.label == "customer"
    press(tab, Qt.Key.Key_Escape)
    assert tab.assist.completion.popup is None
    QTest.keyClicks(tab.editor, "o")
    await settled(tab)
    assert tab.assist.completion.popup is None
    press(tab, Qt.Key.Key_Return)
    press(tab, Qt.Key.Key_Tab)
    assert tab.editor.text() == "SELECT * FROM custo\n    "
    await type_and_wait(tab, "whe")
    press(tab, Qt.Key.Key_Escape)
    press(tab, Qt.Key.Key_Up)
    assert tab.editor.line_and_column()[0] == 1


async def test_what_is_typed_on_narrows_the_list_at_once_and_other_signs_close_it(
    window: MainWindow, shop: Path
) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    await type_and_wait(tab, "c")
    assert {"customer", "customer_order"} <= set(labels(tab))
    QTest.keyClicks(tab.editor, "_o")
    assert "customer" not in labels(tab)
    press(tab, Qt.Key.Key_Tab)
    assert tab.editor.text() == "SELECT * FROM customer_order"
    await type_and_wait(tab, " whe")
    press(tab, Qt.Key.Key_Backspace)
    assert labels(tab)
    QTest.keyClicks(tab.editor, " ")
    assert tab.assist.completion.popup is None
    QTest.keyClicks(tab.editor, "'cust")
    await settled(tab)
    QTest.keyClicks(tab.editor, "' -- cust")
    await settled(tab)
    assert tab.assist.completion.popup is None


async def test_enter_makes_a_new_line_when_the_word_is_written_already(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    await type_and_wait(tab, "customer")
    press(tab, Qt.Key.Key_Return)
    assert tab.editor.text() == "SELECT * FROM customer\n"


async def test_names_that_would_deceive_are_shown_as_they_are_and_written_exactly(
    window: MainWindow, shop: Path
) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    popup = await type_and_wait(tab, "pay")
    view = popup.findChild(QListView)
    assert view is not None
    assert view.model().index(0, 0).data() == "pay\\u202eeman\\u200b <b>x</b>"
    assert not popup.grab().isNull()
    view.clicked.emit(view.model().index(0, 0))
    assert tab.editor.text() == f'SELECT * FROM "{HOSTILE}"'


async def test_what_was_chosen_of_late_comes_first_and_is_kept(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    await type_and_wait(tab, "custo")
    press(tab, Qt.Key.Key_Down)
    press(tab, Qt.Key.Key_Return)
    path = paths.state() / "completion.json"
    await eventually_async(lambda: path.exists() and "customer_order" in path.read_text())
    await type_and_wait(tab, ";SELECT * FROM cu")
    assert labels(tab)[0] == "customer_order"


async def test_it_can_be_turned_off_and_still_be_asked_for(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    window.actions_of_window.set.action("completion.toggle").trigger()
    QTest.keyClicks(tab.editor, "cust")
    await settled(tab)
    assert tab.assist.completion.popup is None
    press(tab, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    await eventually_async(lambda: "customer" in labels(tab))
    change_settings(complete_while_typing=True)


async def test_the_list_goes_with_the_focus_the_caret_and_the_text(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    popup = await type_and_wait(tab, "cust")
    assert popup.geometry().intersects(window.rect())
    tab.editor.set_caret(3)
    assert tab.assist.completion.popup is None
    tab.editor.set_caret(len(tab.editor.text()))
    await type_and_wait(tab, "o")
    tab.editor.undo()
    assert tab.assist.completion.popup is None
    await type_and_wait(tab, "c")
    await after_run(tab, lambda: press(tab, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert tab.assist.completion.popup is None
    tab.editor.setFocus()
    await type_and_wait(tab, "u")
    tab.results.messages.setFocus()
    await eventually_async(lambda: tab.assist.completion.popup is None)


async def test_only_the_newest_answer_is_heard(client: EngineClient) -> None:
    answers = NewestAnswer(client)
    request = WordsAsked(("customer",))
    heard: list[str] = []

    def note(name: str, _known: WordsKnown) -> None:
        heard.append(name)

    for name in ("first", "second", "third", "newest"):
        answers.ask("completion.words", request, partial(note, name))
    await eventually_async(lambda: not answers.is_asking)
    assert heard == ["newest"]
    answers.ask("completion.words", request, partial(note, "forgotten"))
    answers.forget()
    await eventually_async(lambda: not answers.is_asking)
    assert heard == ["newest"]


async def test_a_tab_can_be_closed_while_the_engine_is_asked(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    QTest.keyClicks(tab.editor, "cust")
    tab.assist.completion.ask()
    assert await window.close_page(tab)
    assert not [popup for popup in window.findChildren(CompletionPopup) if popup.isVisible()]


async def test_an_engine_that_dies_while_it_is_asked_costs_nothing_but_the_list(window: MainWindow, shop: Path) -> None:
    tab = await tab_on(window, shop, "SELECT * FROM ")
    send(window.client, signal.SIGSTOP)
    tab.assist.completion.ask()
    await eventually_async(lambda: tab.assist.completion.is_busy)
    await end_engine(window.client)
    await settled(tab)
    QTest.keyClicks(tab.editor, "cust")
    await settled(tab)
    assert tab.editor.text() == "SELECT * FROM cust"
    assert tab.assist.completion.popup is None
    assert not [
        dialog for dialog in QApplication.topLevelWidgets() if isinstance(dialog, QDialog) and dialog.isVisible()
    ]
    press(tab, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    await eventually_async(lambda: "customer" in labels(tab))


async def test_names_of_a_postgresql_server_are_offered_with_their_quotes(
    window: MainWindow, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    postgresql.ask('CREATE TABLE "Mixed Case" (id int, "Total" numeric)', database=postgresql_database)
    url = f"postgresql://{postgresql.owner.user}@{postgresql.host}:{postgresql.port}/{postgresql_database}"
    tab = window.new_editor(text='SELECT m. FROM "Mixed Case" m')
    window.show()
    await tab.move_to(Place(url=url))
    with postgresql.access(f"host {postgresql_database} all all trust"):
        await tab.session.open()
        tab.editor.set_caret(len("SELECT m."))
        tab.editor.setFocus()
        tab.assist.completion.ask()
        await eventually_async(lambda: {"id", "Total"} <= set(labels(tab)))
    QTest.keyClicks(tab.editor, "to")
    press(tab, Qt.Key.Key_Return)
    assert tab.editor.text() == 'SELECT m."Total" FROM "Mixed Case" m'
