"""Every view of the window, opened one after the other as a person meets it: for tests of looks, words and reach.

`VIEWS` names them. All stand on one small database whose names and values begin with `zz`, so that whatever else is
read on the screen is a text of Lapwing's own.
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QListWidget,
    QMenu,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from helpers.acting import act
from helpers.databases import make_database, save_connection
from helpers.made_sessions import waiting_sessions
from helpers.tables import dialog_named, go, settled, write
from helpers.tabs import after_run
from helpers.views_imports import IMPORT_DIALOGS, file_import
from helpers.views_plugins import PLUGIN_DIALOGS, PLUGIN_PAGES, plugin_dialog, plugin_document, plugins_view
from helpers.views_schedules import SCHEDULE_DIALOGS, SCHEDULE_PAGES, schedule_dialog, schedules_view
from helpers.views_webhooks import WEBHOOK_DIALOGS, webhook_dialog, webhooks_view
from helpers.waiting import eventually_async
from lapwing.domain.alerts.asking import RuleFacts, RuleList, RuleOrigin
from lapwing.domain.alerts.channels import SHIPPED_CHANNELS, AlertChannel, ChannelKind, ChannelState, MailServer
from lapwing.domain.alerts.instances import AlertChange, AlertFacts, AlertInstance, AlertState
from lapwing.domain.alerts.rules import AlertRule, Severity
from lapwing.domain.catalog import StatementKind
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.connections import Environment
from lapwing.domain.errors import EngineGone
from lapwing.domain.event_log import EventPage
from lapwing.domain.importing.candidates import Candidates, ReadCandidates
from lapwing.domain.monitoring import advice_texts as told
from lapwing.domain.monitoring.activity import ActivityState
from lapwing.domain.monitoring.advice import (
    AdviceFinding,
    AdviceKind,
    AdviceLevel,
    AdviceReading,
    ServerSetting,
    ServerSettings,
    SettingsAnswer,
)
from lapwing.domain.monitoring.annotations import Annotation
from lapwing.domain.monitoring.sessions import ActivityCounts
from lapwing.domain.monitoring.statements import StatementCounters, StatementGrowth, StatementKey, StatementsAnswer
from lapwing.domain.services import (
    ServiceFacts,
    ServiceHealth,
    ServiceList,
    ServiceLogLine,
    ServiceNote,
    ServiceState,
)
from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.connections.asking import SecretPrompt
from lapwing.gui.connections.dialog import ConnectionDialog
from lapwing.gui.connections.environments_dialog import EnvironmentsDialog
from lapwing.gui.connections.group_dialog import GroupDialog
from lapwing.gui.connections.import_dialog import ImportDialog
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.completion_popup import CompletionPopup
from lapwing.gui.editor.local_history import DifferencesDialog
from lapwing.gui.editor.place import Place
from lapwing.gui.environment_words import environment_of
from lapwing.gui.events.events_view import EventsView
from lapwing.gui.monitor.advice_view import AdviceView
from lapwing.gui.monitor.alert_channel_dialog import AlertChannelDialog
from lapwing.gui.monitor.alert_rule_dialog import AlertRuleDialog
from lapwing.gui.monitor.alerts_view import PARTS, AlertsView
from lapwing.gui.monitor.annotation_dialog import AnnotationDialog
from lapwing.gui.monitor.metrics_dialog import MetricsDialog
from lapwing.gui.monitor.panel_dialog import PanelDialog
from lapwing.gui.monitor.range_dialog import RangeDialog
from lapwing.gui.monitor.sessions_view import SessionsView
from lapwing.gui.monitor.settings_view import SettingsView
from lapwing.gui.monitor.statements_view import StatementsView
from lapwing.gui.preferences.dialog import SettingsDialog
from lapwing.gui.services.services_view import ServicesView
from lapwing.gui.shell.changes_dialog import ChangesDialog
from lapwing.gui.shell.end_sessions_dialog import EndSessionsDialog
from lapwing.gui.shell.history_page import HistoryPage
from lapwing.gui.shell.monitor_page import MonitorPage
from lapwing.gui.shell.object_change import ChangeDialog
from lapwing.gui.shell.page import Page
from lapwing.gui.shell.palette_panel import PalettePanel
from lapwing.gui.shell.properties_page import PropertiesPage
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.table_feature import open_table
from lapwing.gui.shell.table_tab import TableTab
from lapwing.gui.shell.window import MainWindow
from lapwing.gui.table.conflict_dialog import ConflictCell, ConflictDialog
from lapwing.gui.table.value_dialog import ValueDialog
from lapwing.gui.transfer.dialog import ExportDialog
from lapwing.gui.webhooks.webhooks_view import PARTS as WEBHOOK_PARTS
from lapwing.gui.widgets import Level
from lapwing.gui.widgets.floating import Floating
from lapwing.sql.dialect import dialect_named

Found = TypeVar("Found", bound=QWidget)
ID: Final = "zz"
SQL: Final = "SELECT zz_id, zz_name, zz_price, zz_note\nFROM zz_fruit -- zz\nWHERE zz_id < 9"
_SHOP: Final = """
CREATE TABLE zz_kind (zz_id INTEGER PRIMARY KEY, zz_word TEXT);
CREATE TABLE zz_fruit (zz_id INTEGER PRIMARY KEY, zz_name TEXT NOT NULL UNIQUE, zz_price NUMERIC DEFAULT 9,
    zz_note TEXT, zz_kind INTEGER REFERENCES zz_kind);
CREATE INDEX zz_index ON zz_fruit (zz_kind);
CREATE VIEW zz_view AS SELECT zz_name FROM zz_fruit;
CREATE TRIGGER zz_trigger AFTER DELETE ON zz_fruit BEGIN DELETE FROM zz_kind; END;
INSERT INTO zz_kind VALUES (1, 'zz_one');
INSERT INTO zz_fruit VALUES (1, 'zz_apple', 1.5, NULL, 1), (2, 'zz_pear', 2.25, '{"zz": 1}', NULL),
    (3, 'zz_plum', 3, 'zz
zz', 1), (4, 'zz_lime', NULL, 'zz', 1);
"""


@dataclass
class Stage:
    """A window with a saved connection to the database of `zz`."""

    window: MainWindow
    place: Place
    folder: Path

    async def act(self, action_id: str) -> None:
        await act(self.window, action_id)

    async def find(self, kind: type[Found]) -> Found:
        """The widget of a kind that is visible in the window, once it is."""

        def shown() -> Found | None:
            return next((each for each in self.window.findChildren(kind) if each.isVisible()), None)

        found = await eventually_async(shown)
        assert found is not None
        return found

    async def clear(self) -> None:
        """Close what is open, pages too; the window is as it was."""
        for menu in self.window.findChildren(QMenu):
            menu.close()
        for dialog in self.window.findChildren(QDialog):
            dialog.reject() if dialog.isVisible() else dialog.close()
        for panel in self.window.findChildren(PalettePanel):
            panel.close_palette()
        for floating in self.window.findChildren(Floating):
            floating.hide()
        for page in self.window.pages():
            page.let_go()
            self.window.documents.remove(page)
            await page.close_page()
            page.deleteLater()
        self.window.banner.clear()
        self.window.show_welcome()


async def stage(window: MainWindow, folder: Path) -> Stage:
    """Put the database on the window's list of connections, open in the navigator."""
    path = make_database(folder / "zz.sqlite", _SHOP)
    await save_connection(window.client, path, ID, name="zz_shop", group="zz_group", environment=Environment.TEST)
    await eventually_async(lambda: window.saved.find(ID))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.navigator.reveal(ID)
    await eventually_async(lambda: window.navigator.tree.current is not None)
    on = Stage(window, Place(ID), folder)
    await _choose_fruit(on)
    return on


async def _choose_fruit(on: Stage) -> None:
    """Have the table's row chosen in the navigator."""
    navigator = on.window.navigator
    navigator.reveal_relation(ID, "main", "zz_fruit")
    await eventually_async(lambda: navigator.tree.current is not None and navigator.tree.current.name == "zz_fruit")


# pages


async def welcome(on: Stage) -> QWidget:
    on.window.recent.add(str(on.folder / "zz.sql"))
    on.window.show_welcome()
    return on.window


async def editor(on: Stage) -> QWidget:
    await _editor(on)
    return on.window


async def _editor(on: Stage, text: str = SQL) -> QueryTab:
    tab = on.window.new_editor(title="zz_query")
    await tab.move_to(on.place)
    tab.set_text(text)
    await after_run(tab, tab.run_script)
    if (shown := tab.results.current) is not None:
        await eventually_async(lambda: shown.model.rowCount() == 4)
        shown.elapsed_s = None  # another one each time
        shown.grid.setCurrentIndex(shown.model.index(1, 3))
    return tab


async def messages(on: Stage) -> QWidget:
    tab = await _editor(on, f"{SQL};\nSELECT zz_none")
    tab.results.show_messages()
    return on.window


async def find_and_replace(on: Stage) -> QWidget:
    await _editor(on)
    await on.act("text.replace")
    return on.window


async def result_filter(on: Stage) -> QWidget:
    tab = await _editor(on)
    assert tab.results.current is not None
    tab.results.current.grid.setFocus()
    tab.results.current.open_find()
    return on.window


async def transaction(on: Stage) -> QWidget:
    tab = await _editor(on)
    await on.act("transaction.use_manual")
    await after_run(tab, partial(tab.run_text, "DELETE FROM zz_kind WHERE zz_id = 5", 0))
    return on.window


async def table(on: Stage) -> QWidget:
    await _table(on)
    return on.window


async def _table(on: Stage) -> TableTab:
    tab = open_table(on.window, on.place, "main", "zz_fruit")
    await settled(tab)
    tab.editing.rows.grid.setFocus()
    return tab


async def staged_edits(on: Stage) -> QWidget:
    tab = await _table(on)
    write(tab, 0, "zz_name", "zz_quince")
    await on.act("row.insert")
    go(tab, 3, "zz_id")
    await on.act("row.delete")
    await eventually_async(lambda: tab.editing.staged.counts.total == 3)
    return on.window


async def properties(on: Stage) -> QWidget:
    await _choose_fruit(on)
    await eventually_async(lambda: on.window.actions_of_window.set.action("object.show_properties").isEnabled())
    on.window.navigator.show_current_properties()
    page = await on.find(PropertiesPage)
    sections = page.findChild(QTabWidget, "properties_sections")
    assert isinstance(sections, QTabWidget)
    await eventually_async(lambda: sections.isVisible() and sections.count())
    return on.window


async def history(on: Stage) -> QWidget:
    await _editor(on)
    await on.act("history.show")
    page = await on.find(HistoryPage)
    await eventually_async(lambda: page.view.model.rowCount())
    return on.window


async def sessions(on: Stage) -> QWidget:
    """As a server of which one session blocks two would be shown, one of them chosen."""
    page = Page()
    page.setObjectName("zz_page")
    page.title = "zz_shop"
    text = CodeView(page, name="sessions_text")
    text.setReadOnly(True)
    text.setAccessibleName(page.title)
    view = SessionsView(on.window.client, text, page)
    QVBoxLayout(page).addWidget(view)
    on.window.add_page(page)
    on.window.documents.show_page(page)
    view.show_activity(waiting_sessions())
    view.scrub.add([ActivityCounts(1_795_000_000.0 + second, 1, 1, 2, 1, 5) for second in range(600)], None)
    view.filters.tree.setChecked(True)
    view.table.choose("7103")
    return on.window


class _StillStatements(StatementsView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...


class _StillSettings(SettingsView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...


class _StillAdvice(AdviceView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...


def _statement_text(page: Page) -> CodeView:
    text = CodeView(page, name="zz_text")
    text.setReadOnly(True)
    text.setAccessibleName(page.title)
    return text


def _front_page(on: Stage, make: Callable[[Page], QWidget]) -> None:
    """A page of its own with one view in it."""
    page = Page()
    page.setObjectName("zz_page")
    page.title = "zz_shop"
    down = QVBoxLayout(page)
    down.setContentsMargins(0, 0, 0, 0)
    down.addWidget(make(page))
    on.window.add_page(page)
    on.window.documents.show_page(page)


def _counted(place: int) -> StatementCounters:
    return StatementCounters(StatementKey(f"zz{place}", "zz", "zz"), SQL, 9 * place, 4.0**place, 7, 9.0, 1, 1, 5, 1, 8)


async def statements(on: Stage) -> QWidget:
    """As statements of a server that counts them would be shown."""

    def make(page: Page) -> QWidget:
        view = _StillStatements(on.window.client, ID, "postgresql", _statement_text(page), lambda: (0.0, 1.0), page)
        growths = [
            StatementGrowth(
                StatementCounters(
                    StatementKey(f"zz{place}", "zz", "zz"), SQL, 9 * place, 4.0**place, 7, 9.0, 1, 1, 5, 1, 8
                ),
                share,
                tuple(float(part * place % 5) for part in range(20)),
            )
            for place, share in ((5, 0.75), (4, 0.2), (1, 0.05))
        ]
        view.show_answer(StatementsAnswer(1_795_000_000.0, 1_795_000_900.0, 1_300.0, tuple(growths)))
        return view

    _front_page(on, make)
    return on.window


async def advice(on: Stage) -> QWidget:
    """As findings of each kind would be shown."""

    def make(page: Page) -> QWidget:
        view = _StillAdvice(on.window.client, ID, "postgresql", _statement_text(page), page)
        found = [
            AdviceFinding(
                kind, level, f"zz_{kind}", told.SAME, ((told.COVERED_BY, "zz"), (told.SIZE, "zz")), SQL, told.SELDOM, 9
            )
            for kind, level in zip(AdviceKind, [*AdviceLevel] * 4, strict=False)
        ]
        view.show_reading(AdviceReading(tuple(found), tuple(AdviceKind)))
        return view

    _front_page(on, make)
    return on.window


async def server_settings(on: Stage) -> QWidget:
    """As settings of two servers would be shown."""

    def make(page: Page) -> QWidget:
        view = _StillSettings(on.window.client, ID, page)
        view.offer((("zz", "zz", "warning"),))
        servers = [
            ServerSettings(ID, tuple(ServerSetting(f"zz_{n}", f"zz{n * place}", "zz", help="zz") for n in range(9)))
            for place in (1, 2)
        ]
        view.show_answer(SettingsAnswer(tuple(servers)))
        return view

    _front_page(on, make)
    return on.window


class _StillAlerts(AlertsView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...


async def alerts(on: Stage, part: str) -> QWidget:
    """As alerts, their rules and channels would be shown."""
    page = Page()
    page.setObjectName("zz_page")
    page.title = "zz_shop"
    view = _StillAlerts(on.window.client, lambda _found: "warning", page)
    down = QVBoxLayout(page)
    down.setContentsMargins(0, 0, 0, 0)
    down.addWidget(view)
    on.window.add_page(page)
    on.window.documents.show_page(page)
    rule = AlertRule("zz_rule", "zz_metric > 5", "zz", "5m", labels={"zz": "zz"}, connections=("zz",), help="zz")
    mail = MailServer("zz", "zz", ("zz@zz",))
    channels = (*SHIPPED_CHANNELS, AlertChannel("zz", ChannelKind.EMAIL, "zz", mail=mail))
    view.show_rules(RuleList((RuleFacts(rule, RuleOrigin.OWN),), tuple(map(ChannelState, channels))))
    firing = AlertInstance("zz", ID, (("zz", "zz"),), AlertState.FIRING, value=7.0, started=time.time())
    states = [firing, *(replace(firing, state=each, labels=()) for each in AlertState)]
    view.now_list.show_rows([AlertFacts(each, "zz_rule", "zz > 5", "5m", Severity.CRITICAL, "zz") for each in states])
    change = AlertChange(
        time.time(), "zz", "zz_rule", Severity.INFO, ID, "zz", (), AlertState.OK, AlertState.FIRING, by="zz"
    )
    view.history_list.show_rows([replace(change, reason="acknowledged"), replace(change, reason="gone", id=1)])
    view.show_part(part)
    return on.window


class _StillEvents(EventsView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...


async def events(on: Stage) -> QWidget:
    """As events would be shown, the list held still."""

    def make(page: Page) -> QWidget:
        view = _StillEvents(on.window.client, lambda _found: ("zz", "warning"), page)
        data = {"sql": SQL, "executionTime": 7}
        found = [CloudEvent(f"zz{n}", "zz.event", time.time(), data, ID, source="zz") for n in range(9, 0, -1)]
        view.show_page(EventPage(tuple(found)))
        view.detail.text.setPlainText("zz")
        view.filters.pause.setChecked(True)
        return view

    _front_page(on, make)
    return on.window


class _StillServices(ServicesView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...

    async def _read_log(self) -> None: ...


async def services(on: Stage) -> QWidget:
    """As services in all their states would be shown."""

    def make(page: Page) -> QWidget:
        view = _StillServices(on.window.client, page)
        error = EngineGone(reason="zz").to_wire()
        made = [ServiceFacts(f"zz_{state}", "zz", state, since=time.time()) for state in ServiceState]
        away = ServiceFacts("zz", "zz", ServiceState.ELSEWHERE, there=ServiceState.RUNNING, process_id=7)
        failed = ServiceFacts("zz_f", "zz", ServiceState.WAITING, error=error, next_at=time.time() + 99, restarts=2)
        figures = (("connections", "3"), ("unreachable", "1"))
        health = ServiceHealth(is_well=False, note=ServiceNote("monitoring.away", 1, 3), figures=figures)
        scheduled = ServiceHealth(note=ServiceNote("schedules.some", 3))
        known = (
            ServiceFacts("monitoring", "zz", ServiceState.RUNNING, since=time.time(), health=health),
            ServiceFacts("webhook-deliveries", "zz", ServiceState.STOPPED),
            ServiceFacts("webhook-listener", "zz", ServiceState.STOPPED, is_wanted=False),
            ServiceFacts("scheduler", "zz", ServiceState.RUNNING, health=scheduled),
        )
        view.show_services(ServiceList((*known, *made, away, failed)))
        lines = [ServiceLogLine(time.time(), level, "zz") for level in ("info", "warning", "error")]
        view.detail.show_log(lines)
        return view

    _front_page(on, make)
    return on.window


async def webhooks(on: Stage, part: str) -> QWidget:
    """As endpoints, deliveries, messages and senders would be shown."""
    _front_page(on, lambda page: webhooks_view(on.window.client, part, page))
    return on.window


async def schedules(on: Stage, kind: str) -> QWidget:
    """As schedules and their runs would be shown."""
    _front_page(on, lambda page: schedules_view(on.window.client, kind, page))
    return on.window


async def schedule(on: Stage, kind: str) -> QWidget:
    """The dialog of a schedule."""
    return schedule_dialog(on.window.client, kind, on.window)


async def plugins(on: Stage, part: str) -> QWidget:
    """As plugins, what can be had, and a panel would be shown."""
    make = plugin_document if part == "panel" else partial(plugins_view, on.window.client, part)
    _front_page(on, make)
    return on.window


async def plugin(on: Stage, kind: str) -> QWidget:
    """A dialog of plugins."""
    return plugin_dialog(on.window.client, kind, on.window)


async def webhook(on: Stage, kind: str) -> QWidget:
    """A dialog of webhooks."""
    return webhook_dialog(on.window.client, kind, on.window)


async def monitor(on: Stage) -> QWidget:
    await _monitor(on)
    return on.window


async def _monitor(on: Stage) -> MonitorPage:
    """The dashboard of the file, with figures."""
    on.window.navigator.monitor_wanted.emit(ID)
    page = await on.find(MonitorPage)
    await eventually_async(lambda: page.shown is not None and page.status().monitoring)  # type: ignore[union-attr]
    await eventually_async(lambda: page.view.canvas.frames["size_now"].view.accessibleDescription())
    return page


async def monitor_being_changed(on: Stage) -> QWidget:
    page = await _monitor(on)
    edit = on.window.actions_of_window.set.action("dashboard.edit")
    await eventually_async(edit.isEnabled)
    edit.trigger()
    page.view.canvas.focus("size")
    return on.window


async def banner(on: Stage) -> QWidget:
    on.window.say(Level.WARNING, "zz")
    return on.window


# what lies over the window


async def palette(on: Stage) -> QWidget:
    await _editor(on)
    await on.act("palette.open")
    return await on.find(PalettePanel)


async def anything(on: Stage) -> QWidget:
    await _editor(on)
    await on.act("anything.open")
    return await on.find(PalettePanel)


async def line_to_go_to(on: Stage) -> QWidget:
    await _editor(on)
    await on.act("line.go_to")
    return await on.find(Floating)


async def completion(on: Stage) -> QWidget:
    tab = await _editor(on)
    tab.set_text("SELECT zz_ FROM zz_fruit")
    cursor = tab.editor.textCursor()
    cursor.setPosition(10)
    tab.editor.setTextCursor(cursor)
    tab.editor.setFocus()
    await on.act("text.complete")
    popup = await on.find(CompletionPopup)
    names = popup.findChild(QAbstractItemView)
    assert isinstance(names, QAbstractItemView)
    await eventually_async(lambda: "zz_price" in [names.model().index(row, 0).data() for row in range(9)])
    return popup


# dialogs


async def alert_rule(on: Stage) -> QWidget:
    await on.act("alerts.new_rule")
    return await on.find(AlertRuleDialog)


async def alert_channel(on: Stage) -> QWidget:
    dialog = AlertChannelDialog(on.window.client, None, on.window)
    dialog.open()
    return dialog


async def settings(on: Stage, row: int) -> QWidget:
    await on.act("settings.open")
    dialog = await on.find(SettingsDialog)
    dialog.groups.setCurrentRow(row % dialog.groups.count())
    return dialog


async def connection(on: Stage, kind: str, page: int) -> QWidget:
    on.window.edit_connection()
    dialog = await on.find(ConnectionDialog)
    await eventually_async(lambda: dialog.kinds.facts is not None)
    button = dialog.findChild(QWidget, f"connection_kind_{kind}")
    button.click()  # type: ignore[union-attr]
    dialog.pages.setCurrentIndex(page)
    return dialog


async def found_connections(on: Stage) -> QWidget:
    path = on.folder / ".pgpass"
    path.write_text("zzhost:5432:zzdb:zzuser:zzpassword\n")
    path.chmod(0o600)
    found = await on.window.client.call("connection.read_file", ReadCandidates(str(path)), Candidates)
    dialog = ImportDialog(on.window.client, found, on.window)
    dialog.open()
    return dialog


async def export(on: Stage, row: int) -> QWidget:
    await _editor(on)
    await on.act("result.export")
    dialog = await on.find(ExportDialog)
    formats = dialog.findChild(QListWidget)
    assert isinstance(formats, QListWidget)
    formats.setCurrentRow(row)
    await eventually_async(lambda: "zz" in dialog.preview.toPlainText() or row == formats.count() - 1)
    return dialog


async def importing(on: Stage, kind: str) -> QWidget:
    return await file_import(on.window.client, on.place.connection_id, kind, on.window)


async def parameters(on: Stage) -> QWidget:
    tab = on.window.new_editor(title="zz_query")
    await tab.move_to(on.place)
    tab.set_text("SELECT :zz_a, :zz_b")
    tab.run_statement()
    from lapwing.gui.shell.parameters_dialog import ParametersDialog

    return await on.find(ParametersDialog)


async def local_history(on: Stage) -> QWidget:
    await _editor(on)
    await on.act("snapshot.show")
    return await dialog_named(on.window, "local_history")


async def differences(on: Stage) -> QWidget:
    dialog = DifferencesDialog("zz", "zz_one\nzz_two", "zz_one\nzz_three", on.window)
    dialog.open()
    return dialog


async def columns(on: Stage) -> QWidget:
    await _editor(on)
    await on.act("result.choose_columns")
    return await dialog_named(on.window, "column_list")


async def value(on: Stage) -> QWidget:
    dialog = ValueDialog("zz_note", "zz\nzz", "", on.window)
    dialog.open()
    return dialog


async def conflict(on: Stage) -> QWidget:
    cells = [ConflictCell("zz_id", 1, 1, False, 1), ConflictCell("zz_name", "zz", "zz_a", True, "zz_b")]
    dialog = ConflictDialog("zz", cells, is_gone=False, is_delete=False, parent=on.window)
    dialog.open()
    return dialog


async def change_of_an_object(on: Stage, environment: Environment) -> QWidget:
    saved = on.window.saved.find(ID)
    assert saved is not None
    about = ObjectRef(ID, "", "table", "main", "zz_fruit")
    asked = replace(saved, environment=environment)
    safeguards = on.window.saved.safeguards(asked)
    dialog = ChangeDialog(on.window.client, about, StatementKind.DROP, asked, safeguards, on.window)
    dialog.open()
    return dialog


async def changes(on: Stage, caution: str) -> QWidget:
    dialog = ChangesDialog(["DELETE FROM zz_fruit"], dialect_named("sqlite"), caution, on.window)
    dialog.open()
    return dialog


async def about(on: Stage) -> QWidget:
    return await _by_action(on, "application.describe")


async def manual(on: Stage) -> QWidget:
    return await _by_action(on, "manual.open")


async def environments(on: Stage) -> QWidget:
    dialog = EnvironmentsDialog(on.window.client, on.window)
    dialog.open()
    await eventually_async(lambda: dialog.findChild(QListWidget).count())  # type: ignore[union-attr]
    return dialog


async def end_sessions(on: Stage, environment: Environment) -> QWidget:
    saved = on.window.saved.find(ID)
    assert saved is not None
    asked = replace(saved, environment=environment)
    chosen = [each for each in waiting_sessions().sessions if each.state is ActivityState.ACTIVE]
    safeguards = on.window.saved.safeguards(asked)
    ends = environment is Environment.PRODUCTION
    words = environment_of(asked, on.window.saved.environments)
    dialog = EndSessionsDialog(chosen, asked, safeguards, words, on.window, terminates=ends)
    dialog.open()
    return dialog


async def group(on: Stage) -> QWidget:
    saved = on.window.saved.find(ID)
    assert saved is not None
    dialog = GroupDialog(on.window.client, saved, on.window.saved.connections, on.window)
    dialog.open()
    return dialog


async def secret(on: Stage) -> QWidget:
    dialog = SecretPrompt("zz", "zz", "zz", twice=True, parent=on.window)
    dialog.open()
    return dialog


async def _by_action(on: Stage, action_id: str) -> QWidget:
    """The dialog, or the page, that an action opens."""
    await on.act(action_id)

    def opened() -> QWidget | None:
        return next((each for each in on.window.findChildren(QDialog) if each.isVisible()), None)

    return await eventually_async(opened) or on.window


async def panel(on: Stage) -> QWidget:
    page = await _monitor(on)
    page.changing.edit_panel("wal")
    return await on.find(PanelDialog)


async def annotation(on: Stage) -> QWidget:
    page = await _monitor(on)
    page.feed.annotations = (Annotation("zz", time.time() - 60, "zz"),)
    page.saving.annotate(0)
    return await on.find(AnnotationDialog)


async def own_metrics(on: Stage) -> QWidget:
    page = await _monitor(on)
    page.saving.show_own_metrics()
    return await on.find(MetricsDialog)


async def time_shown(on: Stage) -> QWidget:
    page = await _monitor(on)
    page.saving.ask_for_range()
    return await on.find(RangeDialog)


async def closing_question(on: Stage) -> QWidget:
    await transaction(on)
    page = on.window.documents.current
    assert page is not None
    on.window.start(on.window.close_page(page))
    return await dialog_named(on.window, "question")


# menus


async def _menu(on: Stage, target: QWidget, at: QPoint, name: str) -> QWidget:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, target.mapToGlobal(at))
    QApplication.sendEvent(target, event)
    found = await eventually_async(
        lambda: next((menu for menu in on.window.findChildren(QMenu, name) if menu.isVisible()), None)
    )
    assert found is not None
    return found


async def menu_of_the_navigator(on: Stage) -> QWidget:
    tree = on.window.navigator.tree
    await _choose_fruit(on)
    menu = await _menu(on, tree.viewport(), tree.visualRect(tree.currentIndex()).center(), "navigator_menu")
    await eventually_async(lambda: menu.findChild(QMenu, "navigator_menu.statements"))
    return menu


async def menu_of_a_cell(on: Stage) -> QWidget:
    tab = await _table(on)
    grid = tab.editing.rows.grid
    go(tab, 0, "zz_name")
    return await _menu(on, grid.viewport(), grid.visualRect(grid.currentIndex()).center(), "table_menu")


async def menu_of_a_column(on: Stage) -> QWidget:
    tab = await _editor(on)
    assert tab.results.current is not None
    header = tab.results.current.grid.horizontalHeader().viewport()
    return await _menu(on, header, QPoint(60, 10), "column_menu")


async def menu_of_a_panel(on: Stage) -> QWidget:
    page = await _monitor(on)
    page.view.canvas.frames["wal"].view.more.click()
    return page.findChild(QMenu, "panel_menu")  # type: ignore[return-value]


async def menu_of_the_editor(on: Stage) -> QWidget:
    tab = await _editor(on)
    tab.editor.customContextMenuRequested.emit(QPoint(20, 10))
    return await _menu(on, tab.editor.viewport(), QPoint(20, 10), "editor_menu")


View = Callable[[Stage], Awaitable[QWidget]]
WEBHOOKS: Final = (*WEBHOOK_PARTS, *(f"{part}_none" for part in WEBHOOK_PARTS))

PAGES: Final[dict[str, View]] = {
    view.__name__: view
    for view in (
        welcome,
        editor,
        messages,
        find_and_replace,
        result_filter,
        transaction,
        table,
        staged_edits,
        properties,
        history,
        sessions,
        monitor,
        monitor_being_changed,
        statements,
        advice,
        server_settings,
        services,
        events,
        banner,
    )
}
"""What the whole window is looked at for."""
PAGES.update({f"alerts_{part}": partial(alerts, part=part) for part in PARTS})
PAGES.update({f"webhooks_{part}": partial(webhooks, part=part) for part in WEBHOOKS})
PAGES.update({f"schedules_{kind}": partial(schedules, kind=kind) for kind in SCHEDULE_PAGES})
PAGES.update({f"plugins_{part}": partial(plugins, part=part) for part in PLUGIN_PAGES})
OVER: Final[dict[str, View]] = {view.__name__: view for view in (palette, anything, line_to_go_to, completion)}
DIALOGS: Final[dict[str, View]] = (
    {"settings_1": partial(settings, row=1), "settings_keys": partial(settings, row=-1)}
    | {
        f"connection_{kind}_{page}": partial(connection, kind=kind, page=page)
        for kind, pages in (("postgresql", 3), ("mysql", 3), ("sqlite", 1), ("generic", 1))
        for page in range(pages)
    }
    | {f"export_{row}": partial(export, row=row) for row in range(8)}
    | {f"import_{kind}": partial(importing, kind=kind) for kind in IMPORT_DIALOGS}
    | {
        f"change_{env}": partial(change_of_an_object, environment=env)
        for env in (Environment.NONE, Environment.PRODUCTION)
    }
    | {
        f"end_sessions_{env}": partial(end_sessions, environment=env)
        for env in (Environment.NONE, Environment.PRODUCTION)
    }
    | {f"plugin_{kind}": partial(plugin, kind=kind) for kind in PLUGIN_DIALOGS}
    | {f"webhook_{kind}": partial(webhook, kind=kind) for kind in WEBHOOK_DIALOGS}
    | {f"schedule_{kind}": partial(schedule, kind=kind) for kind in SCHEDULE_DIALOGS}
    | {"changes": partial(changes, caution=""), "changes_in_production": partial(changes, caution="zz")}
    | {
        view.__name__: view
        for view in (
            found_connections,
            alert_rule,
            alert_channel,
            about,
            manual,
            environments,
            group,
            parameters,
            local_history,
            differences,
            columns,
            value,
            conflict,
            secret,
            panel,
            annotation,
            own_metrics,
            time_shown,
            closing_question,
        )
    }
)
MENUS: Final[dict[str, View]] = {
    view.__name__: view
    for view in (menu_of_the_navigator, menu_of_a_cell, menu_of_a_column, menu_of_a_panel, menu_of_the_editor)
}
