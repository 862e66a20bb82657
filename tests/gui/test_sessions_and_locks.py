"""Sessions and locks in the window, on a real server whose sessions wait for each other."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from functools import partial

import pytest
import pytest_asyncio
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu

from helpers.blocked_sessions import HELD, WAITING, BlockedSessions, blocked_sessions
from helpers.servers.postgresql import PostgreSQL
from helpers.tabs import shown_rows
from helpers.waiting import eventually_async
from lapwing.domain.connections import Connection, Environment, SaveConnection
from lapwing.gui.monitor.sessions_rows import SessionColumn
from lapwing.gui.monitor.sessions_view import SessionsView
from lapwing.gui.shell.end_sessions_dialog import EndSessionsDialog
from lapwing.gui.shell.monitor_page import MonitorPage
from lapwing.gui.shell.monitor_sessions import SessionsPart
from lapwing.gui.shell.window import MainWindow

ID = "shop"


@pytest.fixture
def waiting(postgresql: PostgreSQL, postgresql_database: str) -> Iterator[BlockedSessions]:
    with (
        postgresql.access(f"host {postgresql_database} all all trust"),
        blocked_sessions(postgresql, postgresql_database) as found,
    ):
        yield found


@pytest.fixture
def place(postgresql: PostgreSQL, postgresql_database: str) -> Connection:
    url = f"postgresql://{postgresql.owner.user}@{postgresql.host}:{postgresql.port}/{postgresql_database}"
    return Connection(ID, "zz_shop", url)


@pytest_asyncio.fixture
async def part(window: MainWindow, place: Connection, waiting: BlockedSessions) -> AsyncIterator[SessionsPart]:
    """The sessions of the server in front, when all of them are seen."""
    await window.client.call("connection.save", SaveConnection(place))
    await eventually_async(lambda: window.saved.find(ID))
    window.resize(1280, 800)
    window.show()
    page = MonitorPage(window.client, window.saved, {"connection": ID, "tab": "sessions", "interval": "0.5"})
    window.add_page(page)
    window.documents.show_page(page)
    await eventually_async(lambda: isinstance(page.part, SessionsPart))
    part = page.part
    assert isinstance(part, SessionsPart)
    await eventually_async(lambda: {waiting.second, waiting.idle} <= set(ids(part.view)))
    yield part


def ids(view: SessionsView) -> list[str]:
    """The sessions that are shown, from top to bottom."""
    return [row.session.id for row in view.model.rows() if row.session is not None]


def is_before(view: SessionsView, at: float) -> bool:
    return view.activity is not None and view.activity.at < at


def press(button: QAbstractButton) -> None:
    assert button.isEnabled(), button.objectName()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def question(window: MainWindow) -> EndSessionsDialog:
    def shown() -> EndSessionsDialog | None:
        return next((each for each in window.findChildren(EndSessionsDialog) if each.isVisible()), None)

    found = await eventually_async(shown)
    assert found is not None
    return found


async def test_who_waits_is_seen_with_statement_and_locks_and_looked_up_later_at_the_moment_it_was(
    window: MainWindow, part: SessionsPart, waiting: BlockedSessions, postgresql: PostgreSQL
) -> None:
    view = part.view
    assert waiting.root in view.line.summary.text()
    view.filters.tree.setChecked(True)
    assert ids(view) == [waiting.root, waiting.first, waiting.second]
    view.table.choose(waiting.root)
    await eventually_async(lambda: part.text.toPlainText() == HELD)
    assert part.text.isReadOnly()
    view.table.choose(waiting.first)
    assert part.text.toPlainText() == WAITING
    locks = view.detail.locks.model()
    shown = [[locks.index(row, column).data() for column in range(3)] for row in range(locks.rowCount())]
    assert shown[0][0].startswith("transaction")
    assert "waits" in shown[0][2]
    assert {row[2] for row in shown[1:]} == {"held"}

    view.hold()  # the moment stays, whatever happens on the server
    held = view.activity
    assert held is not None
    postgresql.ask(f"SELECT pg_terminate_backend({waiting.root}, 10000)")
    await eventually_async(lambda: view.scrub.counts and view.scrub.counts[-1].blocked == 0)
    assert view.activity is held
    assert ids(view) == [waiting.root, waiting.first, waiting.second]
    assert not view.detail.terminate.isEnabled()
    press(view.live)
    await eventually_async(view.empty.isVisible)
    assert "Nobody waits" in view.line.summary.text()

    view.scrub.setFocus()  # by the keyboard, back to the moment
    while view.activity is not None and view.activity.at > held.at:
        at = view.activity.at
        QTest.keyClick(view.scrub, Qt.Key.Key_Left)
        await eventually_async(partial(is_before, view, at))
    assert ids(view) == [waiting.root, waiting.first, waiting.second]
    QTest.keyClick(view.scrub, Qt.Key.Key_Escape)
    await eventually_async(lambda: view.is_live and not ids(view))


async def test_statements_are_cancelled_and_sessions_ended_after_a_question_that_wants_the_name_in_production(
    window: MainWindow, part: SessionsPart, place: Connection, waiting: BlockedSessions
) -> None:
    view, actions = part.view, window.actions_of_window.set
    view.table.choose(waiting.first)
    await eventually_async(actions.action("session.cancel_statement").isEnabled)
    press(view.detail.cancel)
    asked = await question(window)
    assert waiting.first in asked.list.item(0).text()
    QTest.keyClick(asked, Qt.Key.Key_Return)  # does nothing
    await eventually_async(lambda: not asked.isVisible())
    press(view.detail.cancel)
    press((await question(window)).do)
    await eventually_async(lambda: "cancelled" in view.banner.text)
    await eventually_async(lambda: not view.detail.cancel.isEnabled())  # it runs nothing any more

    production = replace(place, environment=Environment.PRODUCTION)
    await window.client.call("connection.save", SaveConnection(production))
    await eventually_async(lambda: window.saved.find(ID) == production)
    await eventually_async(lambda: waiting.root in ids(view))
    view.table.choose(waiting.root)
    await eventually_async(actions.action("session.terminate").isEnabled)
    actions.action("session.terminate").trigger()
    asked = await question(window)
    assert not asked.do.isEnabled()
    QTest.keyClicks(asked.typed, "zz_shop")
    press(asked.do)
    await eventually_async(lambda: waiting.root not in ids(view))


async def test_a_statement_goes_into_an_editor_or_on_the_clipboard_and_columns_and_filters_come_back(
    window: MainWindow, part: SessionsPart, waiting: BlockedSessions
) -> None:
    view = part.view
    QTest.keyClicks(view.filters.field, "zz_web")
    await eventually_async(lambda: ids(view) == [waiting.first, waiting.second])
    view.filters.field.clear()
    view.filters.hide_idle.setChecked(True)
    assert waiting.idle not in ids(view)
    view.table.choose(waiting.first)
    press(view.detail.copy)
    assert QGuiApplication.clipboard().text() == WAITING
    view.table.customContextMenuRequested.emit(QPoint(20, 20))
    menu = await eventually_async(lambda: next(iter(part.findChildren(QMenu, "sessions_menu")), None))
    assert menu is not None
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert len(entries) == 7
    await eventually_async(lambda: all(action.isEnabled() for action in entries))
    menu.close()
    view.table.header().resizeSection(SessionColumn.STATEMENT, 333)
    kept = part.part_state()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    await eventually_async(lambda: window.tab is not None)
    assert window.tab is not None
    assert window.tab.editor.text() == WAITING
    assert window.tab.session.place.connection_id == ID
    view.table.choose(waiting.second)
    view.explain_current()
    await eventually_async(lambda: window.tab is not None and window.tab.editor.text() == f"EXPLAIN {WAITING}")
    await eventually_async(lambda: window.tab is not None and window.tab.results.current is not None)
    await eventually_async(lambda: "Update on item" in str(shown_rows(window.tab)))  # type: ignore[arg-type]

    state = {"connection": ID, "tab": "sessions", **{f"sessions.{name}": text for name, text in kept.items()}}
    page = MonitorPage(window.client, window.saved, state)
    window.add_page(page)
    window.documents.show_page(page)
    await eventually_async(lambda: isinstance(page.part, SessionsPart))
    again = page.part
    assert isinstance(again, SessionsPart)
    assert again.view.filters.hide_idle.isChecked()
    assert again.view.table.header().sectionSize(SessionColumn.STATEMENT) == 333
