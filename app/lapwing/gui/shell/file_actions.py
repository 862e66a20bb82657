"""File and Database menus: opening, saving and closing, and what the navigator is asked for."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_SQL_FILES = "SQL (*.sql *.ddl *.dml *.txt);;*"
_DATABASES = "SQLite (*.sqlite *.sqlite3 *.db *.db3 *.s3db *.sl3);;*"


def attach(window: "MainWindow") -> Handlers:
    return FileActions(window).handlers()


class FileActions(QObject):
    """What one window does with files and connections. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Handlers:
        window = self._window
        return {
            "editor.open": window.new_editor,
            "file.open": self.choose_sql_file,
            "file.run": lambda: import_module("lapwing.gui.shell.file_running").choose_script(window),
            "database.open": self.choose_database,
            "file.save": self.save,
            "file.save_as": self.save_as,
            "tab.close": self._close_tab,
            "tab.reopen": window.closed_pages.reopen,
            "application.quit": window.quit_wanted.emit,
            "sample.open": lambda: window.start(window.open_sample()),
            "table.open_data": self._open_data,
            "catalog.refresh": window.navigator.refresh,
            "connection.new": window.edit_connection,
            "connection.edit": window.navigator.edit_current,
            "connection.remove": window.navigator.ask_to_remove_current,
        }

    def choose_sql_file(self) -> None:
        self._choose(self.tr("Open SQL file"), _SQL_FILES)

    def choose_database(self) -> None:
        self._choose(self.tr("Open SQLite database"), _DATABASES)

    def _choose(self, title: str, filters: str) -> None:
        dialog = QFileDialog(self._window, title, str(Path.home()), filters)
        dialog.setObjectName("open_files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._window.open_paths)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self) -> None:
        """Save the editor in front; where it has no file yet, ask for one."""
        tab = self._window.tab
        if tab is None:
            return
        if tab.file is None:
            self.save_as()
        else:
            tab.files.save()

    def save_as(self) -> None:
        tab = self._window.tab
        if tab is None:
            return
        start = tab.file.path if tab.file is not None else Path.home() / f"{tab.title}.sql"
        dialog = QFileDialog(self._window, self.tr("Save SQL file"), str(start), _SQL_FILES)
        dialog.setObjectName("save_file")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sql")
        dialog.selectFile(str(start))
        dialog.fileSelected.connect(lambda path: self._save_as(tab, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_as(self, tab: QueryTab, path: Path) -> None:
        if tab.files.save(path):
            self._window.recent.add(path)

    def _close_tab(self) -> None:
        page = self._window.documents.current
        if page is not None:
            self._window.start(self._window.close_page(page))

    def _open_data(self) -> None:
        """The rows of the table at the caret, or of the one chosen in the navigator."""
        tab = self._window.tab
        if tab is not None and tab.editor.hasFocus():
            tab.assist.open_data()
        else:
            self._window.navigator.open_current()
