"""Facts as two columns: what it is, dim, and what it says."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from lapwing.gui.theme import give_font, mono_font
from lapwing.gui.widgets import PlainLabel

Fact = tuple[str, str, bool]
"""Its name, translated; what it says; whether that stands in the type of code."""
_NAME_PX: Final = 84
_LINE_PX: Final = 17


class FactList(QWidget):
    """Shows facts; what does not fit is in a tool tip, and can be copied from a context menu. Qt's thread."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []
        self._facts: tuple[Fact, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _NAME_PX)
        self._grid.setColumnStretch(1, 1)

    @property
    def facts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {name: value for name, value, _ in self._facts}

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these instead of those before."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        while len(self._rows) < len(facts):
            self._add_row()
        for place, (name, value) in enumerate(self._rows):
            if place < len(facts):
                title, text, is_code = facts[place]
                name.setText(title)
                value.setText(text)
                give_font(value, mono_font(12) if is_code else self.font())
                value.setAccessibleName(f"{title}: {value.text()}")
            name.setVisible(place < len(facts))
            value.setVisible(place < len(facts))

    def _add_row(self) -> None:
        name, value = PlainLabel("", self, look="dim"), PlainLabel("", self, elide=True)
        value.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # values are read as they were sent
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        value.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        value.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction(self.tr("Copy"), value)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(value.full_text))
        value.addAction(copy)
        for label in (name, value):
            label.setFixedHeight(_LINE_PX)
        row = len(self._rows)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(value, row, 1)
        self._rows.append((name, value))
