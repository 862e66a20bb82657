"""Which file is read: a path, typed or chosen."""

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from lapwing.gui.widgets import ToolButton


class SourceRow(QWidget):
    """One line.

    Signals:
        chosen(): Another path was typed to its end, or chosen.
    """

    chosen = Signal()

    def __init__(self, label: str, folder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self._folder = folder
        self._told = ""
        self.suffixes: list[str] = []
        self.line = QLineEdit(self)
        self.line.setObjectName("import_path")
        self.line.setAccessibleName(label)
        self.line.editingFinished.connect(self._typed)
        tip = self.tr("Choose a file")
        choose = ToolButton("folder-open", parent=self, name="import_choose", tip=tip, color="dim_text")
        choose.clicked.connect(self._choose)
        self.setFocusProxy(self.line)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self.line, 1)
        across.addWidget(choose)

    @property
    def path(self) -> str:
        """Absolute; empty while nothing is written there."""
        text = self.line.text().strip()
        return os.path.abspath(os.path.expanduser(text)) if text else ""

    def _typed(self) -> None:
        if self.path != self._told:
            self._told = self.path
            self.chosen.emit()

    def _choose(self) -> None:
        folder = str(Path(self.path).parent) if self.path else self._folder
        dialog = QFileDialog(self, self._label, folder or str(Path.home()))
        dialog.setObjectName("import_file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        known = " ".join(f"*{suffix}" for suffix in self.suffixes)
        everything = self.tr("All files (*)")
        if known:
            dialog.setNameFilters([self.tr("Files that can be imported ({endings})").format(endings=known), everything])
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: str) -> None:
        """Write a path, as if it had been typed."""
        self.line.setText(path)
        self._typed()
