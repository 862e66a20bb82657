"""Opening things in a window: databases, SQL files, the sample, the rows of a table."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject

from lapwing.domain.connections import Connection
from lapwing.domain.errors import LapwingError
from lapwing.domain.operations import SampleReady
from lapwing.gui.editor.snapshots import Occasion
from lapwing.gui.editor.sql_file import read_sql_file
from lapwing.gui.i18n import error_text
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.widgets import Level

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_SQLITE_SUFFIXES: Final = {".sqlite", ".sqlite3", ".db", ".db3", ".s3db", ".sl3"}
_SQLITE_MAGIC: Final = b"SQLite format 3\0"


class Taker(NamedTuple):
    """Who opens paths of a kind.

    Attributes:
        takes: Whether a path is one. Blocking, any thread; raises nothing.
        open: Opens it. Qt's thread.
    """

    takes: Callable[[Path], bool]
    open: Callable[[str], None]


class Opening(QObject):
    """Opens things in one window. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.takers: list[Taker] = []
        """Asked in turn, in a thread, before a path is taken for a database or a text; who takes it opens it."""

    async def open_place(self, place: str) -> None:
        """A URL or a database file as a connection, another file in an editor; what goes wrong is said above all."""
        window = self._window
        try:
            if "://" in place:
                connection = await window.saved.add_url(place, name=place)
                window.new_editor(connection_id=connection.id)
            elif taker := await self._taker(Path(place)):
                taker.open(place)
            elif _is_database(Path(place)):
                connection = await window.saved.add_file(place)
                window.recent.add(place)
                window.navigator.reveal(connection.id)
                window.new_editor(connection_id=connection.id)
            else:
                await self._open_sql(Path(place).resolve())
        except LapwingError as error:
            window.say(Level.ERROR, error_text(error))

    async def _taker(self, path: Path) -> "Taker | None":
        return await asyncio.to_thread(lambda: next((each for each in self.takers if each.takes(path)), None))

    async def _open_sql(self, path: Path) -> None:
        """The file in an editor of its own, or in the one that has it already."""
        window = self._window
        for tab in window.editors():
            if tab.file is not None and tab.file.path == path:
                window.documents.show_page(tab)
                return
        file = await asyncio.to_thread(read_sql_file, path)
        tab = window.new_editor(text=file.text, title=path.name)
        tab.take_file(file)
        tab.versions.keep(Occasion.OPEN)
        window.recent.add(path)

    async def open_sample(self) -> QueryTab | None:
        """The sample database with its first query; None when it cannot be made, which is then said above all.

        Making it takes seconds: who has gone on to another tab meanwhile stays there.
        """
        window = self._window
        asked_from = window.documents.current
        try:
            ready = await window.client.call("sample.ensure", None, SampleReady)
            connection = await window.saved.add_url(ready.url, name=self.tr("Sample database"))
        except LapwingError as error:
            window.say(Level.ERROR, error_text(error))
            return None
        window.navigator.reveal(connection.id)
        in_front = window.tab if window.documents.current is not asked_from else None
        tab = window.new_editor(connection_id=connection.id, text=ready.first_query, title=self.tr("Sample"))
        if in_front is not None:
            window.documents.show_page(in_front)
            in_front.editor.setFocus()
        tab.run_statement()
        return tab

    def edit_connection(self, connection_id: str, like: Connection | None, place: str | None) -> None:
        """Open the dialog as `MainWindow.edit_connection` says."""
        from lapwing.gui.connections.dialog import ConnectionDialog  # only now: the window shows sooner

        window = self._window
        connection = window.saved.find(connection_id) if connection_id else None
        dialog = ConnectionDialog(window.client, connection, window, like)
        dialog.saved.connect(lambda saved_id: window.start(self.connection_saved(saved_id, is_new=not connection)))
        if place is not None:
            dialog.begin_unsaved(place)
        dialog.open()

    async def connection_saved(self, connection_id: str, *, is_new: bool) -> None:
        """A connection was made or changed: show it, and, when it is new, an editor on it."""
        window = self._window
        await window.saved.read()
        window.navigator.reveal(connection_id)
        if is_new:
            window.new_editor(connection_id=connection_id)


def _is_database(path: Path) -> bool:
    """Whether a file is a SQLite database by its first bytes, or, when it has none, by its name."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_MAGIC))
    except OSError:
        return path.suffix.lower() in _SQLITE_SUFFIXES
    return head == _SQLITE_MAGIC or (not head and path.suffix.lower() in _SQLITE_SUFFIXES)
