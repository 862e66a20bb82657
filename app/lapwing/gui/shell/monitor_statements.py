"""The statements that take a server's time, as a part of its monitor page."""

import time
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.monitoring.sessions import ExplainingStatement
from lapwing.domain.monitoring.statements import ExplainStatement, StatementGrowth
from lapwing.gui.actions import Fact
from lapwing.gui.browser.names import dialect_of, own_database
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.i18n import error_text
from lapwing.gui.monitor.statements_view import StatementsView
from lapwing.gui.shell.monitor_parts import MonitorPart
from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage
    from lapwing.gui.shell.query_tab import QueryTab
    from lapwing.gui.shell.window import MainWindow

_MENU: Final = ("session.open_statement", "session.explain", "edit.copy")


def make_part(page: "MonitorPage") -> MonitorPart:
    return StatementsPart(page)


class StatementsPart(MonitorPart):
    """Shows the statements of the page's connection over the page's time. Qt's thread."""

    uses_time = True

    def __init__(self, page: "MonitorPage") -> None:
        super().__init__(page)
        self.setObjectName("statements_part")
        self._page = page
        self._shown = page.view.window_of_time
        self.text = CodeView(self, name="statement_text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Statement"))
        self.dialect = dialect_of(page.saved.find(page.connection_id)).id
        self.view = StatementsView(page.client, page.connection_id, self.dialect, self.text, self._bounds, self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.setFocusProxy(self.view.table)
        view = self.view
        view.changed.connect(page.changed)
        view.open_wanted.connect(self._open)
        view.explain_wanted.connect(lambda growth: view.start(self._explain(growth)))
        view.copy_wanted.connect(lambda growth: QGuiApplication.clipboard().setText(growth.counters.text))
        view.menu_wanted.connect(self._show_menu)
        page.toggles_changed.connect(self._see_time)

    def _bounds(self) -> tuple[float, float]:
        return self._page.view.window_of_time.bounds(time.time())

    def _see_time(self) -> None:
        """The page shows another time now."""
        if self._page.view.window_of_time != self._shown:
            self._shown = self._page.view.window_of_time
            if self.isVisible():
                self.view.refresh()

    # as a part

    def facts(self) -> set[Fact]:
        current = self.view.table.current()
        has_text = current is not None and bool(current.counters.text)
        return {Fact.SERVER_STATEMENT, Fact.SELECTION} if has_text else set()

    def handlers(self) -> Handlers:
        view = self.view
        return {
            "catalog.refresh": view.refresh,
            "text.find": view.field.setFocus,
            "edit.copy": view.copy.click,
            "session.open_statement": view.open.click,
            "session.explain": view.explain.click,
        }

    def panes(self) -> list[QWidget]:
        return [self.view.field, self.view.table, self.text]

    async def close_part(self) -> None:
        self.view.stop()

    def _show_menu(self, at: QPoint) -> None:
        actions = cast("MainWindow", self.window()).actions_of_window
        actions.update()
        menu = QMenu(self)
        menu.setObjectName("statements_menu")
        for action_id in _MENU:
            menu.addAction(actions.set.action(action_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    # what is done

    def _editor(self, growth: StatementGrowth, sql: str) -> "QueryTab | None":
        connection = self._page.saved.find(self._page.connection_id)
        if connection is None:
            return None
        database = growth.counters.key.database
        is_apart = self.dialect == "postgresql" and database not in {"", own_database(connection)}
        window = cast("MainWindow", self.window())
        return window.new_editor(connection_id=connection.id, database=database if is_apart else "", text=sql)

    def _open(self, growth: StatementGrowth) -> None:
        """In a new editor on its own database. Nothing is run: marks stand where its values were."""
        self._editor(growth, growth.counters.text)

    async def _explain(self, growth: StatementGrowth) -> None:
        """The plan as the result of a statement in an editor; the statement itself is not run."""
        request = ExplainStatement(self._page.connection_id, growth.counters.text)
        try:
            found = await self._page.client.call("statements.explain", request, ExplainingStatement)
        except LapwingError as error:
            self.view.banner.say(Level.WARNING, error_text(error))
            return
        tab = self._editor(growth, found.sql)
        if tab is not None:
            tab.run_text(found.sql, 0)
