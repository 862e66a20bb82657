"""The parts that the connection dialog is made of: labelled rows, a field with a file behind it, choices."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from lapwing.gui.widgets import PillCombo, PlainLabel, ToolButton

LABEL_PX: Final = 112
_GAP_PX: Final = 8


class Field(QLineEdit):
    """One line of text. Its accessible name is its label."""

    def __init__(self, label: str, *, name: str, hint: str = "", secret: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(hint)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
            self.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)

    def show_text(self, text: str) -> None:
        """Another text, without telling that somebody typed."""
        with QSignalBlocker(self):
            self.setText(text)
            self.setCursorPosition(0)


class FileField(QWidget):
    """A path, typed or chosen.

    Signals:
        changed(str): As of a line of text.
    """

    changed = Signal(str)

    def __init__(self, label: str, *, name: str, hint: str = "", filters: str = "*") -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self._label = label
        self._filters = filters
        self.line = Field(label, name=name, hint=hint)
        self.line.textChanged.connect(self.changed)
        choose = ToolButton("folder-open", name=f"{name}_choose", tip=self.tr("Choose a file"), color="dim_text")
        choose.clicked.connect(self._choose)
        self.setFocusProxy(self.line)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self.line, 1)
        across.addWidget(choose)

    def text(self) -> str:
        return self.line.text()

    def show_text(self, text: str) -> None:
        self.line.show_text(text)

    def _choose(self) -> None:
        start = Path(self.text()).expanduser().parent if self.text() else Path.home()
        dialog = QFileDialog(self, self._label, str(start), self._filters)
        dialog.setObjectName(f"{self.line.objectName()}_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class Choice(PillCombo):
    """One of a few; each stands for a value."""

    def __init__(self, label: str, entries: Sequence[tuple[str, str]], *, name: str) -> None:
        """Offer entries: text and what it stands for."""
        super().__init__(label, name=name)
        for text, value in entries:
            self.add_entry(text, value)

    def value(self) -> str:
        return str(self.currentData())

    def show_value(self, value: str) -> None:
        """Show the entry for a value, without telling that somebody chose."""
        with QSignalBlocker(self):
            self.choose(value)
        self.updateGeometry()  # it is as wide as what it shows


class Form(QWidget):
    """Labels at the left, fields at the right, one row a line."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 14, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(_GAP_PX)
        self._grid.setColumnMinimumWidth(0, LABEL_PX)
        self._grid.setColumnStretch(1, 1)
        self._rows: dict[QWidget, tuple[QLabel | None, QWidget]] = {}

    def add(self, label: str, *fields: QWidget) -> None:
        """A row with one field, or several side by side of which the first grows. Any of them names the row later."""
        row = self._grid.rowCount()
        place = fields[0] if len(fields) == 1 else _side_by_side(fields)
        shown = None
        if label:
            shown = PlainLabel(label, look="dim")
            shown.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            shown.setBuddy(fields[0])
            self._grid.addWidget(shown, row, 0)
        stays_small = isinstance(fields[0], PillCombo) and len(fields) == 1
        alignment = Qt.AlignmentFlag.AlignLeading if stays_small else Qt.AlignmentFlag(0)
        self._grid.addWidget(place, row, 1, alignment)
        for field in fields:
            self._rows[field] = (shown, place)

    def end(self) -> None:
        """No more rows: what is left of the height stays below them."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def show_row(self, field: QWidget, *, shown: bool) -> None:
        """Show or hide the row of a field."""
        label, place = self._rows[field]
        place.setVisible(shown)
        if label is not None:
            label.setVisible(shown)


def when_edited(place: QWidget, told: Callable[[], object]) -> None:
    """Have `told` called when a field or choice within a widget was changed by a person."""
    for line in place.findChildren(QLineEdit):
        line.textChanged.connect(lambda _text: told())
    for text in place.findChildren(QPlainTextEdit):
        text.textChanged.connect(told)
    for box in place.findChildren(QComboBox):
        box.activated.connect(lambda _row: told())
    for button in place.findChildren(QCheckBox):
        button.toggled.connect(lambda _on: told())


def _side_by_side(fields: Sequence[QWidget]) -> QWidget:
    place = QWidget()
    across = QHBoxLayout(place)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(_GAP_PX)
    for number, field in enumerate(fields):
        across.addWidget(field, 0 if number else 1)
    return place
