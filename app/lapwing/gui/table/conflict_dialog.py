"""A change that did not find the row that it was made for: what was seen, what is wanted, what is there now."""

import asyncio
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.values import Cell, cell_text
from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme, grid_font
from lapwing.gui.widgets import PlainLabel

_SIZE: Final = (760, 420)
_SHOWN_CHARS: Final = 400
_ROW_PX: Final = 24
_COLORS_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Tokens of a cell's text and ground."""


class Settled(StrEnum):
    """What a person decides of a conflict."""

    OVERWRITE = "overwrite"
    """Make the change over what is there now."""
    DROP = "drop"
    """Leave the row as it is, and forget the change."""
    LATER = "later"
    """Keep the change staged, and save the others."""
    STOP = "stop"
    """Save nothing."""


@dataclass(frozen=True, slots=True)
class ConflictCell:
    """One column of the row. None of the three is also NULL; whether there is a row now is said beside."""

    column: str
    seen: Cell
    wanted: Cell
    is_wanted: bool
    """Whether this column is to change."""
    now: Cell


class ConflictDialog(QDialog):
    """Shows one conflict and takes the decision. Texts of the server are plain text."""

    def __init__(
        self, sentence: str, cells: Sequence[ConflictCell], *, is_gone: bool, is_delete: bool, parent: QWidget
    ) -> None:
        """Show a conflict.

        Args:
            sentence: What happened.
            cells: The row.
            is_gone: Whether the row is no longer there.
            is_delete: Whether it was to be deleted.
            parent: Over what it opens.
        """
        super().__init__(parent)
        self.setObjectName("conflict_dialog")
        self.setWindowTitle(self.tr("Somebody else changed this row"))
        self.resize(*_SIZE)
        self.choice = Settled.STOP
        self.said = PlainLabel(sentence, self, lines=True)
        self.said.setObjectName("conflict_said")
        self.table = self._make_table(cells, is_gone=is_gone, is_delete=is_delete)
        overwrite = self.tr("Insert it anew") if is_gone else self.tr("Delete it anyway")
        if not is_gone and not is_delete:
            overwrite = self.tr("Overwrite")
        self.buttons = {
            Settled.STOP: self._button(self.tr("Save nothing"), Settled.STOP),
            Settled.OVERWRITE: self._button(overwrite, Settled.OVERWRITE),
            Settled.DROP: self._button(self.tr("Drop my change"), Settled.DROP),
            Settled.LATER: self._button(self.tr("Keep for later"), Settled.LATER),
        }
        self.buttons[Settled.OVERWRITE].setVisible(not (is_gone and is_delete))
        self.buttons[Settled.LATER].setDefault(True)
        self.buttons[Settled.LATER].setToolTip(self.tr("The change stays staged; the others are saved."))
        self._recolor()
        Theme.current().changed.connect(self._recolor)
        self._lay_out()

    def _button(self, text: str, choice: Settled) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"conflict_{choice.value}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._choose(choice))
        return button

    def _choose(self, choice: Settled) -> None:
        self.choice = choice
        self.accept()

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(self.buttons[Settled.STOP])
        across.addStretch(1)
        for choice in (Settled.OVERWRITE, Settled.DROP, Settled.LATER):
            across.addWidget(self.buttons[choice])
        down = QVBoxLayout(self)
        down.setContentsMargins(14, 14, 14, 12)
        down.setSpacing(12)
        down.addWidget(self.said)
        down.addWidget(self.table, 1)
        down.addLayout(across)

    def _make_table(self, cells: Sequence[ConflictCell], *, is_gone: bool, is_delete: bool) -> QTableWidget:
        table = QTableWidget(len(cells), 4, self)
        table.setObjectName("conflict_table")
        table.setAccessibleName(self.tr("The row as it was, as you want it, and as it is now"))
        titles = (self.tr("Column"), self.tr("What you saw"), self.tr("What you want"), self.tr("What is there now"))
        table.setHorizontalHeaderLabels(list(titles))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setProperty("look", "compared")
        table.setFont(grid_font())
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, cell in enumerate(cells):
            wanted = self.tr("deleted") if is_delete else _shown(cell.wanted)
            differs = not is_gone and cell.now != cell.seen
            self._put(table, row, 0, visible_text(cell.column), "text")
            self._put(table, row, 1, _shown(cell.seen), "dim_text")
            self._put(table, row, 2, wanted, "text", "changed" if cell.is_wanted else "")
            now = self.tr("no longer there") if is_gone else _shown(cell.now)
            self._put(table, row, 3, now, "bad" if differs or is_gone else "dim_text")
        return table

    @staticmethod
    def _put(table: QTableWidget, row: int, column: int, text: str, color: str, ground: str = "") -> None:
        item = QTableWidgetItem(text)
        item.setData(_COLORS_ROLE, (color, ground))
        table.setItem(row, column, item)

    def _recolor(self) -> None:
        """Every cell in the colours of the theme that is on now."""
        theme = Theme.current()
        for row in range(self.table.rowCount()):
            for column in range(self.table.columnCount()):
                item = self.table.item(row, column)
                assert item is not None
                color, ground = item.data(_COLORS_ROLE)
                item.setForeground(theme.color(color))
                if ground:
                    item.setBackground(theme.color(ground))


def _shown(cell: Cell) -> str:
    text = "NULL" if cell is None else cell_text(cell)
    cut = text[:_SHOWN_CHARS]
    return visible_text(cut) + ("…" if len(text) > len(cut) else "")


async def ask_about_conflict(
    parent: QWidget, sentence: str, cells: Sequence[ConflictCell], *, is_gone: bool, is_delete: bool
) -> Settled:
    """Show a conflict and wait for the decision."""
    dialog = ConflictDialog(sentence, cells, is_gone=is_gone, is_delete=is_delete, parent=parent)
    answered: asyncio.Future[Settled] = asyncio.get_running_loop().create_future()

    def finish(_code: int) -> None:
        if not answered.done():
            answered.set_result(dialog.choice)

    dialog.finished.connect(finish)
    dialog.open()
    try:
        return await answered
    finally:
        dialog.deleteLater()
