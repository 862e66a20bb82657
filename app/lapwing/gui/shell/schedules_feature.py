"""Schedules in a window: their page, and its dialog."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.domain.schedules.schedules import Schedule, ScheduleFacts
    from lapwing.gui.shell.schedules_page import SchedulesPage
    from lapwing.gui.shell.window import MainWindow

_KIND: Final = "schedules"


def attach(window: "MainWindow") -> Handlers:
    feature = SchedulesFeature(window)
    return {"schedules.show": feature.show}


class SchedulesFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.page_makers[_KIND] = lambda _window, _state: self._make()

    def show(self) -> "SchedulesPage":
        """The schedules in front: the page that is there, or a new one."""
        page = next((each for each in self._window.pages() if each.kind == _KIND), None)
        if page is None:
            page = self._make()
            self._window.add_page(page)
        self._window.documents.show_page(page)
        page.setFocus()
        return page  # type: ignore[return-value]

    def _make(self) -> "SchedulesPage":
        from lapwing.gui.shell.schedules_page import SchedulesPage  # only now: the window shows sooner

        page = SchedulesPage(self._window.client)
        page.view.part.edit_wanted.connect(self.edit)
        return page

    def edit(self, schedule: "Schedule | None") -> None:
        """The dialog of a schedule, or of a new one."""
        from lapwing.gui.schedules.schedule_dialog import ScheduleDialog

        dialog = ScheduleDialog(self._window.client, schedule, self._window)
        dialog.kept.connect(self._kept)
        dialog.open()

    def _kept(self, facts: "ScheduleFacts") -> None:
        view = self.show().view
        view.part.wanted = facts.schedule.id
        view.refresh()
