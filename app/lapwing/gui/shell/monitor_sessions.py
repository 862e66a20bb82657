"""Sessions and locks of a server as a part of its monitor page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.activity import ActivitySession, ActivityState
from lapwing.domain.monitoring.sessions import (
    CancelStatements,
    ExplainingStatement,
    ExplainSession,
    SessionEnd,
    SessionOutcomes,
    SessionRef,
    TerminateSessions,
)
from lapwing.domain.results import Column
from lapwing.domain.visible import visible_text
from lapwing.gui.actions import Fact
from lapwing.gui.browser.names import dialect_of, own_database
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.environment_words import environment_of
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor.sessions_rows import SessionColumn
from lapwing.gui.monitor.sessions_view import SessionsView
from lapwing.gui.results.column_memory import column_memory
from lapwing.gui.results.columns import ColumnLayout
from lapwing.gui.shell.end_sessions_dialog import ask_to_end
from lapwing.gui.shell.monitor_parts import MonitorPart
from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage
    from lapwing.gui.shell.query_tab import QueryTab
    from lapwing.gui.shell.window import MainWindow

_ID: Final = "sessions"
_LAYOUT: Final = "sessions"
"""Of the columns, in the profile's memory of layouts."""
_COLUMNS: Final = tuple(Column(column.name.lower()) for column in SessionColumn)
_MENU: Final = (
    ("session.open_statement", "session.explain", "edit.copy"),
    ("session.cancel_statement", "session.terminate"),
    ("session.show_blocking", "session.hold"),
)


def make_part(page: "MonitorPage") -> MonitorPart:
    return SessionsPart(page)


class SessionsPart(MonitorPart):
    """Shows the sessions of the page's connection, and does what is asked for with them. Qt's thread."""

    def __init__(self, page: "MonitorPage") -> None:
        super().__init__(page)
        self.setObjectName("sessions_part")
        self._page = page
        self.text = CodeView(self, name="sessions_text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Statement"))
        self.view = SessionsView(page.client, self.text, self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.setFocusProxy(self.view.table)
        self.view.restore(page.part_states.get(_ID, {}))
        self._restore_columns()
        self._connect()
        connection = self.connection
        if connection is not None:
            self.view.show_connection(connection.id, dialect_of(connection).id)

    def _connect(self) -> None:
        view = self.view
        view.changed.connect(self._page.changed)
        view.rearranged.connect(self._page.rearranged)
        view.table.arranged.connect(self._keep_columns)
        view.open_wanted.connect(self.open_statement)
        view.explain_wanted.connect(lambda session: view.start(self._explain(session)))
        view.copy_wanted.connect(self.copy)
        view.cancel_wanted.connect(self.cancel)
        view.terminate_wanted.connect(self.terminate)
        view.menu_wanted.connect(self._show_menu)

    @property
    def connection(self) -> Connection | None:
        """The one whose sessions are shown; None: it was removed."""
        return self._page.saved.find(self._page.connection_id)

    @property
    def _window(self) -> "MainWindow":
        return cast("MainWindow", self.window())

    # as a part

    def facts(self) -> set[Fact]:
        facts = {Fact.SERVER_SESSIONS}
        chosen = self.view.chosen()
        if self.view.can_end:
            facts.add(Fact.SERVER_SESSION)
        if self.view.can_cancel:
            facts.add(Fact.SERVER_RUNNING)
        if any(session.statement for session in chosen):
            facts |= {Fact.SERVER_STATEMENT, Fact.SELECTION}
        return facts

    def handlers(self) -> Handlers:
        view = self.view
        return {
            "catalog.refresh": view.refresh,
            "text.find": view.filters.field.setFocus,
            "edit.copy": self.copy,
            "edit.select_all": view.table.selectAll,
            "session.open_statement": view.open_current,
            "session.explain": view.explain_current,
            "session.cancel_statement": self.cancel,
            "session.terminate": self.terminate,
            "session.show_blocking": view.filters.turn_shape,
            "session.hold": lambda: view.hold() if view.is_live else view.go_live(),
        }

    def panes(self) -> list[QWidget]:
        return [self.view.filters.field, self.view.table, self.text]

    def part_state(self) -> dict[str, str]:
        return self.view.state()

    async def close_part(self) -> None:
        self.view.stop()

    def _show_menu(self, at: QPoint) -> None:
        actions = self._window.actions_of_window
        actions.update()
        menu = QMenu(self)
        menu.setObjectName("sessions_menu")
        for group in _MENU:
            for action_id in group:
                menu.addAction(actions.set.action(action_id))
            menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # columns

    def _restore_columns(self) -> None:
        kept = column_memory().find(_LAYOUT, _COLUMNS)
        if kept is not None:
            self.view.table.lay_out_columns(kept.widths, kept.order, kept.hidden)

    def _keep_columns(self) -> None:
        widths, order, hidden = self.view.table.layout_of_columns()
        column_memory().keep(_LAYOUT, _COLUMNS, ColumnLayout(widths, order, hidden))

    # what is done

    def open_statement(self, session: ActivitySession) -> None:
        """Its statement in a new editor, in its own database where the server has several. Nothing is run."""
        connection = self.connection
        if connection is not None:
            self._editor(connection, session.statement, session.database)

    def _editor(self, connection: Connection, sql: str, database: str) -> "QueryTab":
        is_apart = dialect_of(connection).id == "postgresql" and database != own_database(connection)
        return self._window.new_editor(connection_id=connection.id, database=database if is_apart else "", text=sql)

    async def _explain(self, session: ActivitySession) -> None:
        """Show its plan as the result of a statement in an editor."""
        connection = self.connection
        if connection is None:
            return
        request = ExplainSession(connection.id, SessionRef(session.id, session.began), self.view.moment)
        try:
            found = await self._page.client.call("activity.explain", request, ExplainingStatement)
        except LapwingError as error:
            self.view.say(Level.WARNING, error_text(error))
            return
        tab = self._editor(connection, found.sql, found.database)
        tab.run_text(found.sql, 0)

    def copy(self) -> None:
        """Put the statements of the chosen sessions on the clipboard."""
        statements = [session.statement for session in self.view.chosen() if session.statement]
        if statements:
            QGuiApplication.clipboard().setText(";\n\n".join(statements))

    def cancel(self) -> None:
        """Ask, and end what the chosen sessions run; those that run nothing are left out."""
        running = [session for session in self.view.chosen() if session.state is ActivityState.ACTIVE]
        self.view.start(self._end(running, terminates=False))

    def terminate(self) -> None:
        """Ask, and end the chosen sessions."""
        self.view.start(self._end(self.view.chosen(), terminates=True))

    async def _end(self, sessions: Sequence[ActivitySession], *, terminates: bool) -> None:
        """A person chose these, so that exactly these are meant, whatever is chosen by the time of the answer."""
        connection = self.connection
        if connection is None or not sessions:
            return
        safeguards = self._page.saved.safeguards(connection)
        environment = environment_of(connection, self._page.saved.environments)
        if not await ask_to_end(sessions, connection, safeguards, environment, self._window, terminates=terminates):
            return
        refs = tuple(SessionRef(session.id, session.began) for session in sessions)
        request = (TerminateSessions if terminates else CancelStatements)(connection.id, refs, safeguards.confirmation)
        operation = "activity.terminate" if terminates else "activity.cancel"
        try:
            found = await self._page.client.call(operation, request, SessionOutcomes)
        except LapwingError as error:
            self.view.say(Level.ERROR, error_text(error))
            return
        self.view.say(*self._told(found, terminates=terminates))
        self.view.refresh()

    def _told(self, found: SessionOutcomes, *, terminates: bool) -> tuple[Level, str]:
        """What came of it, in a sentence or a few."""
        done = sum(each.end is SessionEnd.DONE for each in found.outcomes)
        gone = [each.session_id for each in found.outcomes if each.end is SessionEnd.GONE]
        said = []
        if done and terminates:
            said.append(self.tr("%n session(s) told to end.", "", done))
        elif done:
            said.append(self.tr("%n statement(s) cancelled.", "", done))
        if gone:
            words = self.tr("No longer there: {sessions}.")
            said.append(words.replace("{sessions}", visible_text(", ".join(gone))))
        for each in found.outcomes:
            if each.end is SessionEnd.REFUSED:
                words = self.tr("{session} was refused: {reason}")
                said.append(words.replace("{session}", each.session_id).replace("{reason}", visible_text(each.reason)))
        refused = any(each.end is SessionEnd.REFUSED for each in found.outcomes)
        return Level.ERROR if refused else Level.WARNING if gone else Level.INFO, " ".join(said)
