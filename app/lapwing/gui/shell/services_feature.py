"""Services in a window: their page."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.services_page import ServicesPage
    from lapwing.gui.shell.window import MainWindow

_KIND: Final = "services"


def attach(window: "MainWindow") -> Handlers:
    feature = ServicesFeature(window)
    return {"services.show": feature.show}


class ServicesFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.page_makers[_KIND] = lambda _window, _state: self._make()

    def show(self, service_id: str = "") -> "ServicesPage":
        """The services in front: the page that is there, or a new one."""
        page = next((each for each in self._window.pages() if each.kind == _KIND), None)
        if page is None:
            page = self._make()
            self._window.add_page(page)
        self._window.documents.show_page(page)
        page.setFocus()
        return page  # type: ignore[return-value]

    def _make(self) -> "ServicesPage":
        from lapwing.gui.shell.services_page import ServicesPage  # only now: the window shows sooner

        return ServicesPage(self._window.client)
