"""The welcome page in a window: shown when nothing else is, and kept true."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.events import Event, SampleProgress
from lapwing.domain.targets import shown_target
from lapwing.domain.urls import parse_url
from lapwing.gui.shell.welcome import UsedBefore, WelcomePage

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow


class WelcomePlace(QObject):
    """Makes the page when it is wanted. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.recent.changed.connect(self._show_recent)
        window.saved.changed.connect(self._show_used)
        window.documents.current_changed.connect(self._show_used)
        window.client.told.connect(self._hear)

    def show(self) -> None:
        """Bring the page to the front, made if it is not there."""
        window, page = self._window, self._page()
        if page is not None:
            window.documents.show_page(page)
            return
        page = WelcomePage()
        page.sample_wanted.connect(lambda: window.start(window.open_sample()))
        page.connection_wanted.connect(window.edit_connection)
        page.file_wanted.connect(lambda: window.actions_of_window.set.action("database.open").trigger())
        page.recent_wanted.connect(lambda path: window.open_paths([path]))
        page.used_wanted.connect(lambda connection_id: window.new_editor(connection_id=connection_id))
        page.set_recent(window.recent.paths)
        page.set_used(self._used())
        window.documents.add(page, icon_name="sample", color="accent_text", title=self.tr("Welcome"))

    def _page(self) -> WelcomePage | None:
        return next((page for page in self._window.documents if isinstance(page, WelcomePage)), None)

    def _show_recent(self) -> None:
        page = self._page()
        if page is not None:
            page.set_recent(self._window.recent.paths)

    def _used(self) -> list[UsedBefore]:
        saved = self._window.saved
        return [(each.id, each.name, _place_of(each), saved.color(each)) for each in saved.used_before]

    def _show_used(self) -> None:
        page = self._page()
        if page is not None:
            page.set_used(self._used())

    def _hear(self, event: Event) -> None:
        """How far the sample database is, on the page and below."""
        if not isinstance(event, SampleProgress):
            return
        done = None if event.done >= 1 else event.done
        page = self._page()
        if page is not None:
            page.show_sample_progress(done)
        text = "" if done is None else self.tr("Making the sample database: {percent} %")
        self._window.status.job.setText(text.format(percent=round(event.done * 100)))


def _place_of(connection: Connection) -> str:
    """Where a connection leads, in words; empty where its URL cannot be read."""
    try:
        return shown_target(parse_url(connection.url))
    except LapwingError:
        return ""
