"""Lists of connections in a window: taken from other programs, handed on, begun from another one."""

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from lapwing.domain.connections import DisconnectConnection, Disconnected
from lapwing.domain.errors import LapwingError
from lapwing.domain.importing.candidates import Candidates, ExportConnections, ExportedConnections, ReadCandidates
from lapwing.gui.editor.session import TabSession
from lapwing.gui.i18n import error_text
from lapwing.gui.shell.closing import may_disconnect, pages_on
from lapwing.gui.shell.page import Handlers
from lapwing.gui.widgets import Level
from lapwing.settings.files import FileLayer, write_whole

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_FILE_NAME = "lapwing-connections.json"


def attach(window: "MainWindow") -> Handlers:
    feature = ConnectionsFeature(window)
    window.navigator.disconnect_wanted.connect(
        lambda connection_id: window.start(feature.disconnect_from(connection_id))
    )
    window.navigator.group_wanted.connect(feature.regroup)
    return {
        "connection.connect": lambda: window.edit_connection(place=""),
        "environments.show": feature.show_environments,
        "connection.import": feature.choose_source,
        "connection.export": feature.choose_target,
        "connection.duplicate": feature.duplicate,
        "connection.group": lambda: feature.regroup(window.navigator.current_connection_id),
        "connection.disconnect": feature.disconnect_current,
    }


class ConnectionsFeature(QObject):
    """Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._watched: WeakSet[TabSession] = WeakSet()
        window.documents.current_changed.connect(self._watch_use)

    def _watch_use(self) -> None:
        """Note the connections on which pages open sessions."""
        session = getattr(self._window.documents.current, "session", None)
        if isinstance(session, TabSession) and session not in self._watched:
            self._watched.add(session)
            used = self._window.saved.used
            session.opened.connect(lambda facts: used.note(facts.connection_id))
            if session.facts is not None:
                used.note(session.facts.connection_id)

    def show_environments(self, environment_id: str = "") -> None:
        """The dialog of the environments."""
        from lapwing.gui.connections.environments_dialog import EnvironmentsDialog  # only now, as above

        EnvironmentsDialog(self._window.client, self._window, environment_id).open()

    def choose_source(self) -> None:
        """Ask for the file to take connections from."""
        dialog = QFileDialog(self._window, self.tr("Import connections"), str(Path.home()), "*")
        dialog.setObjectName("import_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setFilter(dialog.filter() | dialog.filter().Hidden)  # most of these files are
        dialog.fileSelected.connect(lambda path: self._window.start(self.read(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def read(self, path: str) -> None:
        """Show what a file holds, so that a person can choose of it."""
        from lapwing.gui.connections.import_dialog import ImportDialog  # only now: the window shows sooner

        window = self._window
        try:
            found = await window.client.call("connection.read_file", ReadCandidates(path), Candidates)
        except LapwingError as error:
            window.say(Level.ERROR, error_text(error))
            return
        dialog = ImportDialog(window.client, found, window)
        dialog.added.connect(self._say_added)
        dialog.open()

    def _say_added(self, count: int) -> None:
        self._window.say(Level.GOOD, self.tr("%n connection(s) were added.", "", count))

    def choose_target(self) -> None:
        """Ask for the file to write connections to."""
        start = str(Path.home() / _FILE_NAME)
        dialog = QFileDialog(self._window, self.tr("Export connections"), start, "JSON (*.json);;*")
        dialog.setObjectName("export_file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(start)
        dialog.fileSelected.connect(lambda path: self._window.start(self.write(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def write(self, path: str) -> None:
        """Write all connections to a file, and say so."""
        window = self._window
        try:
            exported = await window.client.call("connection.export", ExportConnections(), ExportedConnections)
            write_whole(Path(path), exported.text.encode(), FileLayer())
        except LapwingError as error:
            window.say(Level.ERROR, error_text(error))
        except OSError as error:
            text = self.tr("{path} cannot be written: {reason}.")
            window.say(Level.ERROR, text.format(path=path, reason=error.strerror))
        else:
            text = self.tr("%n connection(s) were written to {path}; no secret is in it.", "", exported.count)
            window.say(Level.GOOD, text.replace("{path}", path))

    def duplicate(self) -> None:
        """The dialog for a new connection, filled in as the chosen one is; its secrets are not copied."""
        window = self._window
        chosen = window.saved.find(window.navigator.current_connection_id)
        if chosen is not None:
            window.edit_connection(like=chosen)

    def regroup(self, connection_id: str) -> None:
        """The dialog for the group of a connection."""
        from lapwing.gui.connections.group_dialog import GroupDialog  # only now, as above

        window = self._window
        connection = window.saved.find(connection_id)
        if connection is not None:
            GroupDialog(window.client, connection, window.saved.connections, window).open()

    def disconnect_current(self) -> None:
        """Close all that is open on the connection chosen in the navigator."""
        connection_id = self._window.navigator.current_connection_id
        if connection_id:
            self._window.start(self.disconnect_from(connection_id))

    async def disconnect_from(self, connection_id: str) -> None:
        """Close all that is open on a connection, in every window; asks where work would be lost."""
        from lapwing.gui.shell.window import MainWindow  # which attaches this feature

        window = self._window
        connection = window.saved.find(connection_id)
        windows = [shown for shown in QApplication.topLevelWidgets() if isinstance(shown, MainWindow)]
        pages = [page for shown in windows for page in pages_on(shown.pages(), connection_id)]
        if connection is None or not await may_disconnect(window, pages, connection.name):
            return
        for shown in windows:
            shown.navigator.leave(connection_id)
        request = DisconnectConnection(connection_id, roll_back=True)
        try:
            await window.client.call("connection.disconnect", request, Disconnected)
        except LapwingError as error:
            window.say(Level.ERROR, error_text(error))
