"""What small dialogs are made of: labelled rows, lines of text, choices."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from lapwing.gui.widgets.pill_combo import PillCombo
from lapwing.gui.widgets.plain_text import PlainLabel

_LABEL_PX: Final = 110


class Line(QLineEdit):
    """One line of text. Its accessible name is its label."""

    def __init__(self, label: str, *, name: str, hint: str = "", text: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setPlaceholderText(hint)
        self.setCursorPosition(0)


def choice(label: str, entries: Sequence[tuple[str, str]], value: str, *, name: str) -> PillCombo:
    """A choice of a few: text and what it stands for."""
    made = PillCombo(label, name=name)
    for text, data in entries:
        made.add_entry(text, data)
    made.choose(value)
    return made


class LabelledRows(QGridLayout):
    """Labels at the left, fields at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(8)
        self.setColumnMinimumWidth(0, _LABEL_PX)
        self.setColumnStretch(1, 1)

    def add(self, label: str, *fields: QWidget) -> None:
        """A row; of several fields the first grows."""
        row = self.rowCount()
        if label:
            shown = PlainLabel(label, look="dim")
            shown.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            shown.setContentsMargins(0, 6, 0, 0)
            shown.setBuddy(fields[0])
            self.addWidget(shown, row, 0)
        if len(fields) == 1:
            stays_small = isinstance(fields[0], QComboBox)
            alignment = Qt.AlignmentFlag.AlignLeading if stays_small else Qt.AlignmentFlag(0)
            self.addWidget(fields[0], row, 1, alignment)
            return
        across = QHBoxLayout()
        across.setSpacing(8)
        for place, field in enumerate(fields):
            across.addWidget(field, 0 if place else 1)
        self.addLayout(across, row, 1)
