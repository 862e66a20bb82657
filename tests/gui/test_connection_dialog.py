"""Making, testing and using connections to real servers in the window."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton

from helpers.acting import act
from helpers.servers.postgresql import PostgreSQL
from helpers.tabs import after_run, messages, shown_rows
from helpers.waiting import eventually_async
from lapwing import paths
from lapwing.domain.connections import Connection, Environment, SaveConnection
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.gui.actions import ACTIONS
from lapwing.gui.client import EngineClient
from lapwing.gui.connections.asking import SecretPrompt
from lapwing.gui.connections.dialog import ConnectionDialog
from lapwing.gui.connections.group_dialog import GroupDialog
from lapwing.gui.editor.place import Place
from lapwing.gui.journal import Journal
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.welcome_parts import RecentRow
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.shell.windows import Windows
from lapwing.gui.theme import Theme


@pytest_asyncio.fixture
async def window(client: EngineClient, dark: Theme) -> AsyncIterator[MainWindow]:
    journal = Journal(paths.journal())
    windows = Windows(client, journal, None)
    windows.open_first()
    await windows.saved.read()
    yield windows.first
    for page in list(windows.first.documents):
        if isinstance(page, QueryTab):
            await page.close_page()
    await windows.first.close_window()
    journal.close(clean=True)


async def opened(window: MainWindow, connection_id: str = "") -> ConnectionDialog:
    """The dialog, once the engine has told it what there is."""
    window.edit_connection(connection_id)
    *_closing, dialog = [found for found in window.findChildren(ConnectionDialog) if found.isVisible()]
    await told(dialog)
    return dialog


async def told(dialog: ConnectionDialog) -> None:
    """Until the engine has told it what there is."""
    await eventually_async(lambda: dialog.kinds.facts is not None)
    await eventually_async(lambda: dialog.login.port.placeholderText() or dialog.kinds.driver == "sqlite")


def type_into(dialog: ConnectionDialog, name: str, text: str) -> None:
    field = dialog.findChild(QLineEdit, name)
    assert field is not None, name
    field.clear()
    QTest.keyClicks(field, text)


def press(dialog: ConnectionDialog, name: str) -> None:
    QTest.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def said(dialog: ConnectionDialog) -> str:
    """All that the test of the connection says."""
    return "\n".join(label.full_text for label in dialog.phases.findChildren(QLabel) if label.isVisible())


def fill(dialog: ConnectionDialog, server: PostgreSQL, database: str) -> None:
    for name, text in (
        ("connection_name", "The shop"),
        ("connection_host", server.host),
        ("connection_port", str(server.port)),
        ("connection_database", database),
        ("connection_user", server.owner.user),
    ):
        type_into(dialog, name, text)


async def saved(window: MainWindow, client: EngineClient, connection: Connection) -> Connection:
    await client.call("connection.save", SaveConnection(connection))
    await window.saved.read()
    return connection


async def tab_on(window: MainWindow, connection: Connection, text: str) -> QueryTab:
    tab = window.new_editor(connection_id=connection.id, text=text)
    await tab.move_to(Place(connection.id))
    return tab


def url(server: PostgreSQL, database: str, user: str = "") -> str:
    return f"postgresql://{user or server.owner.user}@{server.host}:{server.port}/{database}"


async def prompt(window: MainWindow) -> SecretPrompt:
    """The question for a secret that is open."""
    found = await eventually_async(lambda: [box for box in window.findChildren(SecretPrompt) if box.isVisible()])
    return found[0]


async def test_a_connection_is_made_tested_saved_and_used(
    window: MainWindow, postgresql: PostgreSQL, postgresql_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = await opened(window)
    fill(dialog, postgresql, postgresql_database)
    dialog.login.secret.place.choose(SecretKind.ASK)
    dialog.login.secret._show_place()
    type_into(dialog, "connection_password", postgresql.owner.password or "")
    dialog.login.environment.choose(Environment.PRODUCTION)
    press(dialog, "connection_test")
    await eventually_async(lambda: "Connected: PostgreSQL" in said(dialog))
    assert all(word in said(dialog) for word in ("Address", "Connect", "Log in", "First query"))
    press(dialog, "connection_save")
    await eventually_async(lambda: window.saved.connections)
    made = window.saved.connections[0]
    assert (made.name, made.environment, made.secret.kind) == ("The shop", Environment.PRODUCTION, SecretKind.ASK)
    tab = await eventually_async(lambda: window.tab)
    assert tab is not None
    await eventually_async(lambda: tab.session.place.is_set)
    await after_run(tab, lambda: tab.run_text("SELECT 7 AS n, current_user", 0))
    assert shown_rows(tab) == [["7", "lapwing"]]
    assert tab.dialect.id == "postgresql"


async def test_the_password_is_in_no_file(
    window: MainWindow, home: Path, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    dialog = await opened(window)
    fill(dialog, postgresql, postgresql_database)
    dialog.login.secret.place.choose(SecretKind.ASK)
    dialog.login.secret._show_place()
    password = postgresql.owner.password or ""
    type_into(dialog, "connection_password", password)
    press(dialog, "connection_save")
    tab = await eventually_async(lambda: window.tab)
    assert tab is not None
    await eventually_async(lambda: tab.session.place.is_set)
    await after_run(tab, lambda: tab.run_text("SELECT 1", 0))
    found = [path for path in home.rglob("*") if path.is_file() and password.encode() in path.read_bytes()]
    assert found == []


async def test_a_wrong_password_is_said_with_the_failing_step_and_the_servers_words(
    window: MainWindow, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    dialog = await opened(window)
    fill(dialog, postgresql, postgresql_database)
    dialog.login.secret.place.choose(SecretKind.ASK)
    dialog.login.secret._show_place()
    type_into(dialog, "connection_password", "not the password")
    press(dialog, "connection_test")
    await eventually_async(lambda: "password authentication failed" in said(dialog))
    assert "not the password" not in said(dialog)
    dialog.reject()


async def test_a_pasted_command_line_fills_the_fields_and_leaves_no_password_in_sight(window: MainWindow) -> None:
    dialog = await opened(window)
    dialog.paste.setText("PGPASSWORD='s3cret word' psql -h db.example.org -p 5444 -U ann shop")
    assert dialog.paste.text() == "postgresql://ann@db.example.org:5444/shop"
    assert (dialog.login.host.text(), dialog.login.port.text()) == ("db.example.org", "5444")
    assert (dialog.login.user.text(), dialog.login.database.text()) == ("ann", "shop")
    field = dialog.login.secret.password
    assert field.text() == "s3cret word"
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert "psql" in dialog.banner.text
    assert "s3cret" not in dialog.banner.text
    dialog.reject()


async def test_what_cannot_be_saved_is_said_and_nothing_is_lost(window: MainWindow) -> None:
    dialog = await opened(window)
    type_into(dialog, "connection_port", "70000")
    type_into(dialog, "connection_host", "db")
    press(dialog, "connection_save")
    await eventually_async(lambda: "65535" in dialog.banner.text)
    assert dialog.isVisible()
    assert dialog.login.host.text() == "db"
    dialog.reject()


async def test_a_changed_connection_keeps_its_options_and_its_id(window: MainWindow, client: EngineClient) -> None:
    old = Connection(
        "x", "old", "postgresql://me@db:5433/shop?sslmode=verify-full&application_name=mine",
        "A group", Environment.TEST, secret=SecretPlace(SecretKind.ENV, "SHOP_PASSWORD"),
    )  # fmt: skip
    await saved(window, client, old)
    dialog = await opened(window, "x")
    assert dialog.findChild(QPlainTextEdit, "connection_options").toPlainText() == "application_name=mine"
    assert dialog.tls.mode.value() == "verify-full"
    assert dialog.login.secret.chosen() == old.secret
    type_into(dialog, "connection_name", "new")
    press(dialog, "connection_save")
    await eventually_async(lambda: window.saved.connections[0].name == "new")
    changed = window.saved.connections[0]
    assert (changed.id, changed.group, changed.environment, changed.secret) == (
        "x",
        "A group",
        Environment.TEST,
        old.secret,
    )
    assert sorted(changed.url.partition("?")[2].split("&")) == ["application_name=mine", "sslmode=verify-full"]


async def test_how_long_a_commands_answer_is_used_is_chosen_and_kept(window: MainWindow, client: EngineClient) -> None:
    place = SecretPlace(SecretKind.COMMAND, "pass show shop", 1_000_000)
    await saved(window, client, Connection("x", "shop", "postgresql://me@db/shop", secret=place))
    dialog = await opened(window, "x")
    expires = dialog.findChild(QLineEdit, "connection_secret_expires")
    assert expires.isVisible()
    assert dialog.login.secret.chosen() == place
    type_into(dialog, "connection_secret_expires", "9x0")
    press(dialog, "connection_save")
    await eventually_async(lambda: window.saved.connections[0].secret.expires_s == 90)
    dialog = await opened(window, "x")
    dialog.login.secret.place.choose(SecretKind.ENV)
    dialog.login.secret._show_place()
    assert not dialog.findChild(QLineEdit, "connection_secret_expires").isVisible()
    assert dialog.login.secret.chosen().expires_s is None
    dialog.reject()


async def test_the_limits_of_read_only_are_said_where_it_is_chosen(window: MainWindow) -> None:
    dialog = await opened(window)
    limits = dialog.findChild(QLabel, "connection_read_only_limits")
    assert not limits.isVisible()
    dialog.login.read_only.setChecked(True)
    assert limits.isVisible()
    assert "account" in limits.text()
    dialog.reject()


async def test_each_kind_shows_the_fields_it_needs(window: MainWindow) -> None:
    dialog = await opened(window)
    shown = {}
    for kind in ("postgresql", "sqlite", "generic"):
        QTest.mouseClick(dialog.findChild(QToolButton, f"connection_kind_{kind}"), Qt.MouseButton.LeftButton)
        names = ("connection_host", "connection_file", "connection_url", "connection_password")
        has_tls = dialog.pages.isTabVisible(dialog.pages.indexOf(dialog.tls))
        shown[kind] = [*(dialog.findChild(QLineEdit, name).isVisible() for name in names), has_tls]
    assert shown == {
        "postgresql": [True, False, False, True, True],
        "sqlite": [False, True, False, False, False],
        "generic": [False, False, True, True, False],
    }
    dialog.reject()


async def test_a_missing_password_is_asked_for_until_it_is_right(
    window: MainWindow, client: EngineClient, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    place = SecretPlace(SecretKind.ASK)
    shop = await saved(window, client, Connection("x", "shop", url(postgresql, postgresql_database), secret=place))
    tab = await tab_on(window, shop, "SELECT 7")
    running = asyncio.ensure_future(after_run(tab, tab.run_statement))
    box = await prompt(window)
    assert not box.accept_button.isEnabled()
    QTest.keyClicks(box.first, "wrong")
    QTest.keyClick(box.first, Qt.Key.Key_Return)
    await running
    assert any("did not let" in text for text in messages(tab))
    running = asyncio.ensure_future(after_run(tab, tab.run_statement))
    box = await prompt(window)
    QTest.keyClicks(box.first, postgresql.owner.password or "")
    QTest.keyClick(box.first, Qt.Key.Key_Return)
    await running
    assert shown_rows(tab) == [["7"]]


async def test_who_does_not_want_to_say_the_password_is_told_what_was_missing(
    window: MainWindow, client: EngineClient, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    place = SecretPlace(SecretKind.ASK)
    shop = await saved(window, client, Connection("x", "shop", url(postgresql, postgresql_database), secret=place))
    tab = await tab_on(window, shop, "SELECT 7")
    running = asyncio.ensure_future(after_run(tab, tab.run_statement))
    (await prompt(window)).reject()
    await running
    assert any("shop needs" in text for text in messages(tab))


async def test_an_encrypted_line_is_shown_by_a_lock(
    window: MainWindow, client: EngineClient, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    where = url(postgresql, postgresql_database, "trusted")
    locks = {}
    for mode in ("disable", "require"):
        shop = await saved(window, client, Connection(mode, mode, f"{where}?sslmode={mode}"))
        tab = await tab_on(window, shop, "SELECT 7")
        await after_run(tab, tab.run_statement)
        begin = f"{mode} · PostgreSQL"
        await eventually_async(lambda begin=begin: window.status.connection.text().startswith(begin))
        locks[mode] = (window.status.lock.isVisible(), window.status.lock.toolTip())
    assert locks["disable"] == (False, "")
    assert locks["require"][0]
    assert "TLS" in locks["require"][1]


async def test_a_session_that_died_while_idle_is_opened_again_and_that_is_said(
    window: MainWindow, client: EngineClient, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    shop = await saved(window, client, Connection("x", "shop", url(postgresql, postgresql_database, "trusted")))
    tab = await tab_on(window, shop, "SELECT 7")
    await after_run(tab, tab.run_statement)
    facts = tab.session.facts
    assert facts is not None
    postgresql.ask("SELECT pg_terminate_backend(%s, 30000)", [facts.surroundings.server_pid])
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["7"]]
    assert any("new session" in text for text in messages(tab))
    assert tab.session.facts is not None
    assert tab.session.facts.surroundings.server_pid != facts.surroundings.server_pid


async def test_a_connection_that_is_not_to_reopen_by_itself_is_reconnected_by_its_menu_entry(
    window: MainWindow, client: EngineClient, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    where = f"{url(postgresql, postgresql_database, 'trusted')}?auto_reconnect=0"
    shop = await saved(window, client, Connection("x", "shop", where))
    tab = await tab_on(window, shop, "SELECT 7")
    await after_run(tab, tab.run_statement)
    facts = tab.session.facts
    assert facts is not None
    postgresql.ask("SELECT pg_terminate_backend(%s, 30000)", [facts.surroundings.server_pid])
    for _ in range(2):
        await after_run(tab, tab.run_statement)
        assert "Reconnect" in messages(tab)[-1]
    await act(window, "session.reconnect")
    await eventually_async(lambda: any("new session" in text for text in messages(tab)))
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["7"]]


async def test_the_isolation_level_of_a_tab_is_chosen_shown_and_used(
    window: MainWindow, client: EngineClient, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    shop = await saved(window, client, Connection("x", "shop", url(postgresql, postgresql_database, "trusted")))
    tab = await tab_on(window, shop, "SHOW transaction_isolation")
    await act(window, "isolation.use_repeatable_read")
    await eventually_async(window.actions_of_window.set.action("isolation.use_repeatable_read").isChecked)
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["repeatable read"]]
    await act(window, "isolation.use_read_committed")
    level = window.actions_of_window.set.action("isolation.use_read_committed")
    await eventually_async(level.isChecked)
    await act(window, "isolation.use_serializable")
    await eventually_async(lambda: tab.session.isolation.upper() == "SERIALIZABLE")
    await eventually_async(window.actions_of_window.set.action("isolation.use_serializable").isChecked)
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["serializable"]]


async def test_a_tab_without_a_choice_of_isolation_offers_none(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "shop.db").touch()
    tab = window.new_editor(text="SELECT 7")
    await tab.move_to(Place(url=f"sqlite:///{tmp_path}/shop.db"))
    await after_run(tab, tab.run_statement)
    actions = window.actions_of_window.set
    await eventually_async(lambda: actions.action("session.reconnect").isEnabled())
    levels = [name for name in ACTIONS if name.startswith("isolation.")]
    assert [name for name in levels if actions.action(name).isEnabled()] == []


async def test_a_url_may_be_typed_and_is_understood_when_it_is_finished(window: MainWindow) -> None:
    dialog = await opened(window)
    dialog.activateWindow()
    dialog.paste.setFocus()
    await eventually_async(dialog.paste.hasFocus)
    QTest.keyClicks(dialog.paste, "postgresql://ann@db.example.org:5444/shop")
    assert dialog.paste.text() == "postgresql://ann@db.example.org:5444/shop"
    QTest.keyClick(dialog.paste, Qt.Key.Key_Tab)
    assert [dialog.findChild(QLineEdit, f"connection_{name}").text() for name in ("host", "port", "user")] == [
        "db.example.org",
        "5444",
        "ann",
    ]
    type_into(dialog, "connection_host", "other")
    type_into(dialog, "connection_idle_transaction", "90")
    assert dialog.paste.text() == "postgresql://ann@other:5444/shop?idle_transaction=90"
    dialog.reject()


async def test_nothing_is_saved_while_the_text_at_the_top_is_not_understood(window: MainWindow) -> None:
    dialog = await opened(window)
    QTest.keyClicks(dialog.paste, "what is this")
    press(dialog, "connection_save")
    await eventually_async(lambda: dialog.banner.isVisible())
    assert dialog.isVisible()
    assert window.saved.connections == ()
    dialog.reject()


async def test_what_a_server_says_beside_its_error_is_shown_with_the_line_of_the_editor(
    window: MainWindow, client: EngineClient, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    postgresql.ask("CREATE TABLE item (id int PRIMARY KEY, title text)", database=postgresql_database)
    postgresql.ask("GRANT ALL ON item TO PUBLIC", database=postgresql_database)
    shop = await saved(window, client, Connection("x", "shop", url(postgresql, postgresql_database, "trusted")))
    tab = await tab_on(window, shop, "SELECT 1;\n\nINSERT INTO item VALUES (1), (1);\n\nSELECT titel\nFROM item;")
    tab.editor.set_caret(15)
    await after_run(tab, tab.run_statement)
    assert "Detail: Key (id)=(1) already exists." in messages(tab)[-1]
    tab.editor.set_caret(50)
    await after_run(tab, tab.run_statement)
    assert messages(tab)[-1].startswith("Line 5: ")
    assert "Hint: " in messages(tab)[-1]


async def test_a_new_editor_is_on_the_connection_that_is_chosen_in_the_navigator(
    window: MainWindow, client: EngineClient, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).touch()
        await saved(window, client, Connection(name, name, f"sqlite:///{tmp_path / name}"))
    await tab_on(window, window.saved.connections[0], "SELECT 1")
    window.activateWindow()
    window.navigator.reveal("two")
    window.navigator.tree.setFocus()
    await eventually_async(lambda: window.navigator.has_focus())
    tab = window.new_editor()
    await eventually_async(lambda: tab.session.place.is_set)
    assert tab.session.place.connection_id == "two"


async def test_connecting_without_saving_keeps_nothing_until_it_is_saved(
    window: MainWindow, home: Path, postgresql: PostgreSQL, postgresql_database: str
) -> None:
    await act(window, "connection.connect")
    dialog = next(found for found in window.findChildren(ConnectionDialog) if found.isVisible())
    await told(dialog)
    password = postgresql.owner.password or ""
    where = url(postgresql, postgresql_database).replace("@", f":{password}@")
    dialog.paste.setText(where)
    type_into(dialog, "connection_name", "for now")
    press(dialog, "connection_connect")
    tab = await eventually_async(lambda: window.tab)
    assert tab is not None
    await eventually_async(lambda: tab.session.place.is_set and window.saved.connections)
    await after_run(tab, lambda: tab.run_text("SELECT 7", 0))
    assert shown_rows(tab) == [["7"]]
    headings = window.navigator._model.root
    await eventually_async(lambda: [node.name for node in headings.children] == ["Not saved", "for now"])
    assert not (paths.config() / "connections.json").exists()
    dialog = await opened(window, window.saved.connections[0].id)
    assert not dialog.connect_button.isVisible()
    press(dialog, "connection_save")
    await eventually_async(lambda: not window.saved.connections[0].is_temporary)
    assert "for now" in (paths.config() / "connections.json").read_text()
    await after_run(tab, lambda: tab.run_text("SELECT 8", 0))
    assert shown_rows(tab) == [["8"]]
    found = [path for path in home.rglob("*") if path.is_file() and password.encode() in path.read_bytes()]
    assert found == []


async def test_start_up_sql_and_schemas_of_the_form_are_saved_and_what_fails_is_said_by_the_test(
    window: MainWindow, client: EngineClient, tmp_path: Path
) -> None:
    (tmp_path / "shop.db").touch()
    await saved(window, client, Connection("x", "shop", f"sqlite:///{tmp_path}/shop.db"))
    dialog = await opened(window, "x")
    dialog.pages.setCurrentWidget(dialog.start)
    dialog.start.sql.setPlainText("SELECT nothing FROM nowhere")
    dialog.start.schemas.setPlainText("main\n!*_old\n")
    press(dialog, "connection_test")
    await eventually_async(lambda: "SELECT nothing FROM nowhere" in said(dialog))
    dialog.start.sql.setPlainText("CREATE TEMPORARY TABLE mine AS SELECT 7 AS n")
    type_into(dialog, "connection_idle_transaction", "90")
    dialog.behaviour.history.show_value("0")
    dialog.behaviour.mode.show_value("manual")
    dialog.behaviour.sql_in_events.show_value("masked")
    press(dialog, "connection_save")
    await eventually_async(lambda: window.saved.connections[0].startup_sql)
    changed = window.saved.connections[0]
    assert changed.url.partition("?")[2] == "idle_transaction=90&history=0"
    assert (changed.schemas, changed.mode) == (("main", "!*_old"), "manual")
    assert changed.sql_in_events == "masked"
    tab = await tab_on(window, changed, "SELECT n FROM mine")
    await after_run(tab, tab.run_statement)
    assert shown_rows(tab) == [["7"]]
    again = await opened(window, "x")
    assert (again.behaviour.idle.text(), again.behaviour.history.value()) == ("90", "0")
    assert again.more.options.toPlainText() == ""
    again.reject()


async def test_connections_are_found_by_their_place_and_those_used_last_come_first(
    window: MainWindow, client: EngineClient, tmp_path: Path
) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / name).touch()
        await saved(window, client, Connection(name, name, f"sqlite:///{tmp_path / name}"))
    await saved(window, client, Connection("far", "far", "postgresql://me@db.example.org/shop", "Work"))
    model = window.navigator._model
    for wanted in ("example.org", "shop", "Work"):
        model.set_filter(wanted)
        assert [node.name for node in model.root.shown if node.name != "Work"] == ["far"], wanted
    model.set_filter("")
    for name in ("three", "two"):
        tab = await tab_on(window, next(each for each in window.saved.connections if each.id == name), "SELECT 1")
        await after_run(tab, tab.run_statement)
    assert [connection.name for connection in window.saved.by_use] == ["two", "three", "one", "far"]
    window.show_welcome()

    def offered() -> list[str]:
        rows = [row for row in window.findChildren(RecentRow) if row.isVisible()]
        return [row.accessibleName() for row in rows if row.objectName().startswith("welcome.used")]

    await eventually_async(lambda: offered() == ["two", "three"])
    kept = paths.state() / "used-connections.json"
    await eventually_async(lambda: kept.exists() and kept.read_text().index("two") < kept.read_text().index("three"))


async def test_a_connection_changes_its_group_and_a_group_its_name(
    window: MainWindow, client: EngineClient, tmp_path: Path
) -> None:
    for name, group in (("one", "Old"), ("two", "Old"), ("three", "")):
        (tmp_path / name).touch()
        await saved(window, client, Connection(name, name, f"sqlite:///{tmp_path / name}", group))
    for name, group, whole, then in (
        ("three", "Old", False, ["Old", "Old", "Old"]),
        ("one", "Better", True, ["Better", "Better", "Better"]),
        ("two", "", False, ["Better", "", "Better"]),
    ):
        window.navigator.group_wanted.emit(name)
        dialog = next(found for found in window.findChildren(GroupDialog) if found.isVisible())
        dialog.box.setEditText(group)
        dialog.whole.setChecked(whole)
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        await eventually_async(lambda then=then: [each.group for each in window.saved.connections] == then)
        await eventually_async(lambda: not window.findChildren(GroupDialog))


async def test_another_kind_of_server_is_asked_for_its_place_at_once(window: MainWindow) -> None:
    window.show()
    dialog = await opened(window)
    for kind, field in (("sqlite", "file"), ("generic", "url"), ("mysql", "host")):
        QTest.mouseClick(dialog.findChild(QToolButton, f"connection_kind_{kind}"), Qt.MouseButton.LeftButton)
        await eventually_async(lambda name=f"connection_{field}": dialog.findChild(QLineEdit, name).hasFocus())
    dialog.reject()
