"""What could be better on a server, as a part of its monitor page."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lapwing.domain.monitoring.advice import AdviceFinding
from lapwing.gui.actions import Fact
from lapwing.gui.browser.names import dialect_of
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.monitor.advice_view import AdviceView
from lapwing.gui.shell.monitor_parts import MonitorPart
from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage
    from lapwing.gui.shell.window import MainWindow

_MENU: Final = ("session.open_statement", "edit.copy", "catalog.refresh")


def make_part(page: "MonitorPage") -> MonitorPart:
    return AdvicePart(page)


class AdvicePart(MonitorPart):
    """Shows findings of the page's connection. Qt's thread."""

    def __init__(self, page: "MonitorPage") -> None:
        super().__init__(page)
        self.setObjectName("advice_part")
        self._page = page
        self.text = CodeView(self, name="advice_text")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Statement"))
        dialect = dialect_of(page.saved.find(page.connection_id)).id
        self.view = AdviceView(page.client, page.connection_id, dialect, self.text, self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.setFocusProxy(self.view.list)
        self.view.changed.connect(page.changed)
        self.view.open_wanted.connect(self._open)
        self.view.menu_wanted.connect(self._show_menu)

    def facts(self) -> set[Fact]:
        current = self.view.current()
        return {Fact.SERVER_STATEMENT, Fact.SELECTION} if current is not None and current.statement else set()

    def handlers(self) -> Handlers:
        view = self.view
        return {
            "catalog.refresh": view.refresh,
            "text.find": view.field.setFocus,
            "edit.copy": self._copy,
            "session.open_statement": view.open.click,
        }

    def panes(self) -> list[QWidget]:
        return [self.view.field, self.view.list, self.text]

    async def close_part(self) -> None:
        self.view.stop()

    def _copy(self) -> None:
        current = self.view.current()
        if current is not None and current.statement:
            QGuiApplication.clipboard().setText(current.statement)

    def _open(self, finding: AdviceFinding) -> None:
        """Its statement in a new editor, with what to know before it is run. Nothing is run."""
        cautions = "".join(f"-- {line}\n" for line in finding.caution.splitlines())
        window = cast("MainWindow", self.window())
        window.new_editor(connection_id=self._page.connection_id, text=f"{cautions}{finding.statement}")

    def _show_menu(self, at: QPoint) -> None:
        actions = cast("MainWindow", self.window()).actions_of_window
        actions.update()
        menu = QMenu(self)
        menu.setObjectName("advice_menu")
        for action_id in _MENU:
            menu.addAction(actions.set.action(action_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
