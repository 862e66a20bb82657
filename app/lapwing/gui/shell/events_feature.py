"""Events in a window: their page."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.events_page import EventsPage
    from lapwing.gui.shell.window import MainWindow

_KIND: Final = "events"


def attach(window: "MainWindow") -> Handlers:
    feature = EventsFeature(window)
    return {"events.show": feature.show}


class EventsFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.page_makers[_KIND] = lambda _window, state: self._make(state)

    def show(self) -> None:
        """The events in front: the page that is there, or a new one."""
        page = next((each for each in self._window.pages() if each.kind == _KIND), None)
        if page is None:
            page = self._make({})
            self._window.add_page(page)
        self._window.documents.show_page(page)
        page.setFocus()

    def _make(self, state: dict[str, str]) -> "EventsPage":
        from lapwing.gui.shell.events_page import EventsPage  # only now: the window shows sooner

        return EventsPage(self._window.client, self._window.saved, state)
