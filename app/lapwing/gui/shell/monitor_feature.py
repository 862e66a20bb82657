"""Monitors in a window: one page a connection, and what its menu does."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.gui.shell.monitor_page import MonitorPage
    from lapwing.gui.shell.window import MainWindow

_KIND: Final = "monitor"
_OF_THE_PAGE: Final = (
    "monitor.keep",
    "monitor.pause",
    "monitor.reset_zoom",
    "monitor.annotate",
    "monitor.own_metrics",
    "monitor.save_image",
    "monitor.save_csv",
    "dashboard.new",
    "dashboard.edit",
    "dashboard.add_panel",
    "dashboard.save",
    "dashboard.revert",
    "dashboard.duplicate",
    "dashboard.import",
    "dashboard.export",
    "dashboard.remove",
)
"""Done by the page in front; they cannot be chosen without one."""

_MENU: Final = (
    ("dashboard.edit", "dashboard.add_panel"),
    ("dashboard.new", "dashboard.duplicate", "dashboard.remove"),
    ("dashboard.import", "dashboard.export"),
    ("monitor.annotate", "monitor.own_metrics", "monitor.save_image", "monitor.save_csv"),
)


def attach(window: "MainWindow") -> Handlers:
    feature = MonitorFeature(window)
    return {"monitor.open": feature.open_chosen, **dict.fromkeys(_OF_THE_PAGE, lambda: None)}


class MonitorFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.page_makers[_KIND] = lambda _window, state: self._make(state, waits=True)
        window.navigator.monitor_wanted.connect(self.show)
        window.documents.current_changed.connect(self._show_toggles)

    def open_chosen(self) -> None:
        """The monitor of what is chosen in the navigator if that has the focus, else of what the tab in front is on."""
        window = self._window
        page = window.documents.current
        place = getattr(getattr(page, "session", None), "place", None)
        chosen = window.navigator.current_connection_id
        own = place.connection_id if place is not None else ""
        connection_id = chosen if window.navigator.has_focus() or not own else own
        if connection_id:
            self.show(connection_id)

    def show(self, connection_id: str) -> "MonitorPage":
        """The monitor of a connection in front: the page that is there, or a new one."""
        for page in self._window.pages():
            if page.kind == _KIND and getattr(page, "connection_id", None) == connection_id:
                self._window.documents.show_page(page)
                page.read_now()
                return page  # type: ignore[return-value]
        made = self._make({"connection": connection_id})
        self._window.add_page(made)
        return made

    def _make(self, state: dict[str, str], *, waits: bool = False) -> "MonitorPage":
        from lapwing.gui.shell.monitor_page import MonitorPage  # only now: it loads numpy

        window = self._window
        page = MonitorPage(window.client, window.saved, state, waits=waits)
        page.connection_wanted.connect(self.show)
        page.toggles_changed.connect(self._show_toggles)
        page.menu_wanted.connect(lambda: self._show_menu(page))
        page.done.connect(lambda sentence: window.say(Level.GOOD, sentence))
        page.tools.action_wanted.connect(lambda action_id: window.actions_of_window.set.action(action_id).trigger())
        return page

    def _show_menu(self, page: "MonitorPage") -> None:
        """What is done with the dashboard in front, below the button at the end of its tool row."""
        actions = self._window.actions_of_window
        actions.update()
        menu = QMenu(page)
        menu.setObjectName("monitor_menu")
        for group in _MENU:
            for action_id in group:
                menu.addAction(actions.set.action(action_id))
            menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        button = page.tools.menu_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _show_toggles(self) -> None:
        """The menu's check marks are those of the monitor in front."""
        page = self._window.documents.current
        if page is None or getattr(page, "kind", "") != _KIND:
            return
        actions = self._window.actions_of_window.set
        page.tools.keep_button.setChecked(page.is_kept)  # type: ignore[attr-defined]
        actions.set_checked("monitor.keep", page.is_kept)  # type: ignore[attr-defined]
        actions.set_checked("monitor.pause", page.is_paused)  # type: ignore[attr-defined]
        actions.set_checked("dashboard.edit", page.changing.is_editing)  # type: ignore[attr-defined]
