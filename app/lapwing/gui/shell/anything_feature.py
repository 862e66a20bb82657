"""Open anything in a window: Ctrl+P."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lapwing.gui.browser.object_ref import ObjectRef
from lapwing.gui.shell.page import Handlers

if TYPE_CHECKING:
    from lapwing.gui.shell.open_anything import OpenAnything
    from lapwing.gui.shell.window import MainWindow


def attach(window: "MainWindow") -> Handlers:
    return {"anything.open": AnythingFeature(window).open}


class AnythingFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._panel: OpenAnything | None = None

    def open(self) -> None:
        """Show the field over the window."""
        if self._panel is None:
            from lapwing.gui.shell.open_anything import OpenAnything  # only now: the window shows sooner

            self._panel = OpenAnything(self._window)
            self._panel.object_wanted.connect(self._open_object)
            self._panel.setting_wanted.connect(self._window.setting_wanted)
            self._panel.history_wanted.connect(self._window.history_wanted)
        self._panel.open()

    def _open_object(self, about: ObjectRef) -> None:
        """The rows of a table or view, a schema's row in the navigator, all about anything else."""
        if about.kind == "schema":
            self._window.navigator.reveal_object(about)
            self._window.navigator.tree.setFocus()
            return
        if not about.has_rows:
            self._window.navigator.properties_wanted.emit(about)
            return
        self._window.open_data(about.connection_id, about.schema, about.name, about.database)
