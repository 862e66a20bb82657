"""The settings of a server, as a part of its monitor page."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from lapwing.gui.actions import Fact
from lapwing.gui.browser.names import dialect_of
from lapwing.gui.monitor.settings_view import SettingsView
from lapwing.gui.shell.monitor_parts import MonitorPart
from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage
    from lapwing.gui.shell.window import MainWindow

_MENU: Final = ("edit.copy", "catalog.refresh")


def make_part(page: "MonitorPage") -> MonitorPart:
    return SettingsPart(page)


class SettingsPart(MonitorPart):
    """Shows the settings of the page's connection. Qt's thread."""

    def __init__(self, page: "MonitorPage") -> None:
        super().__init__(page)
        self.setObjectName("settings_part")
        self._page = page
        self.view = SettingsView(page.client, page.connection_id, self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self.view)
        self.setFocusProxy(self.view.field)
        self.view.changed.connect(page.changed)
        self.view.menu_wanted.connect(self._show_menu)
        page.saved.changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        """Other servers that speak the same dialect."""
        saved = self._page.saved
        own = dialect_of(saved.find(self._page.connection_id)).id
        alike = [
            (each.id, each.name, saved.color(each))
            for each in saved.connections
            if each.id != self._page.connection_id and dialect_of(each).id == own
        ]
        self.view.offer(alike)

    def facts(self) -> set[Fact]:
        return {Fact.SELECTION} if self.view.list.selected() else set()

    def handlers(self) -> Handlers:
        view = self.view
        return {
            "catalog.refresh": view.refresh,
            "text.find": view.field.setFocus,
            "edit.copy": lambda: QGuiApplication.clipboard().setText("\n".join(view.chosen())),
            "edit.select_all": lambda: view.list.selectAll(),
        }

    def panes(self) -> list[QWidget]:
        return [self.view.field, self.view.list]

    async def close_part(self) -> None:
        self._page.saved.changed.disconnect(self._offer)
        self.view.stop()

    def _show_menu(self, at: QPoint) -> None:
        actions = cast("MainWindow", self.window()).actions_of_window
        actions.update()
        menu = QMenu(self)
        menu.setObjectName("server_settings_menu")
        for action_id in _MENU:
            menu.addAction(actions.set.action(action_id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
