"""Commands and their keys as a table: found by name, by menu, or by a key."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QKeySequence

from lapwing.gui.actions import ACTIONS, Action, KeyBindings, without_mnemonic

Index = QModelIndex | QPersistentModelIndex
COMMAND: Final = 0
MENU: Final = 1
KEYS: Final = 2


def keys_text(action_id: str) -> str:
    """All keys of an action as keyboards of this system name them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(native) for keys in KeyBindings.current().keys(action_id))


class KeyModel(QAbstractTableModel):
    """GUI thread. `path` names the place of an action in the menus."""

    def __init__(self, path: Callable[[Action], str], parent: QObject) -> None:
        super().__init__(parent)
        self._all = [(action, without_mnemonic(action.shown_title()), path(action)) for action in ACTIONS.values()]
        self.shown = self._all
        self._headings = (self.tr("Command"), self.tr("Menu"), self.tr("Keys"))
        KeyBindings.current().changed.connect(self._changed)

    def search(self, wanted: str, keys: QKeySequence | None = None) -> None:
        """Show actions that hold every word in name, menu or keys; with `keys`, those that have this key."""
        words = wanted.casefold().split()
        self.beginResetModel()
        self.shown = [
            row
            for row in self._all
            if all(word in f"{row[1]}\n{row[2]}\n{keys_text(row[0].id)}\n{row[0].id}".casefold() for word in words)
            and (keys is None or any(QKeySequence(each) == keys for each in KeyBindings.current().keys(row[0].id)))
        ]
        self.endResetModel()

    def action_at(self, row: int) -> Action | None:
        return self.shown[row][0] if 0 <= row < len(self.shown) else None

    def row_of(self, action_id: str) -> int:
        """Where an action is shown; -1 where it is not."""
        return next((row for row, shown in enumerate(self.shown) if shown[0].id == action_id), -1)

    def _changed(self, _action_id: str) -> None:
        if self.shown:
            self.dataChanged.emit(self.index(0, KEYS), self.index(len(self.shown) - 1, KEYS))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_text = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return self._headings[section] if is_text else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        action, title, path = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (title, path, keys_text(action.id))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return action.shown_tip()
        if role == Qt.ItemDataRole.FontRole and KeyBindings.current().is_chosen(action.id):
            font = QFont()
            font.setBold(True)
            return font
        return None
