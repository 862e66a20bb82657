"""File > Open recent: the files opened last, looked up when the menu opens."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from lapwing.gui.actions import MenuId
from lapwing.gui.theme import icon
from lapwing.gui.widgets import caption

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow


class RecentMenu(QObject):
    """Fills the menu of one window, above the entry that clears it. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._menu = window.actions_of_window.menus[MenuId.RECENT]
        self._clear = window.actions_of_window.set.action("recent.clear")
        self._line = self._menu.insertSeparator(self._clear)
        self._made: list[QAction] = []
        self._menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show the files as they are known now."""
        for old in self._made:
            self._menu.removeAction(old)
            old.deleteLater()
        self._made = [self._entry(number, path) for number, path in enumerate(self._window.recent.paths)]
        self._menu.insertActions(self._line, self._made)
        self._line.setVisible(bool(self._made))
        self._clear.setEnabled(bool(self._made))

    def _entry(self, number: int, path: str) -> QAction:
        made = QAction(f"{caption(Path(path).name)}    {caption(_folder(path))}", self._menu)
        made.setObjectName(f"recent.{number}")
        made.setIcon(icon("file-code" if path.lower().endswith((".sql", ".txt", ".ddl", ".dml")) else "database"))
        made.triggered.connect(lambda: self._window.open_paths([path]))
        return made


def _folder(path: str) -> str:
    """The folder of a file, the home folder as `~`."""
    folder, home = str(Path(path).parent), str(Path.home())
    return f"~{folder.removeprefix(home)}" if folder == home or folder.startswith(home + os.sep) else folder
