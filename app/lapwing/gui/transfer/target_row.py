"""Where the file is to be: a path, typed or chosen."""

import os
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from lapwing.gui.widgets import ToolButton


class TargetRow(QWidget):
    """One line.

    Signals:
        changed(): Another path.
    """

    changed = Signal()

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = label
        self.line = QLineEdit(self)
        self.line.setObjectName("export_path")
        self.line.setAccessibleName(label)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        tip = self.tr("Choose a file")
        choose = ToolButton("folder-open", parent=self, name="export_choose", tip=tip, color="dim_text")
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

    def suggest(self, folder: str, name: str, suffix: str) -> None:
        """A path to begin with."""
        place = Path(folder) if folder and Path(folder).is_dir() else Path.home()
        self.line.setText(str(place / f"{name}{suffix}"))

    def take_suffix(self, suffix: str, known: Collection[str]) -> None:
        """Another end of the name, where it has one of those that are known."""
        text = self.line.text()
        ends = [end for end in known if text.lower().endswith(end)]
        if ends:
            self.line.setText(text[: -max(map(len, ends))] + suffix)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self._label, self.path or str(Path.home()))
        dialog.setObjectName("export_file_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # the export itself asks
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
