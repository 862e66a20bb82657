"""The sessions that are shown, as a model that is brought up to date in place."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.monitor.sessions_rows import Key, SessionColumn, SessionRow, look_of
from lapwing.gui.theme import Theme, icon
from lapwing.gui.widgets import plain_tool_tip

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `SessionRow`."""
_TOP: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_RIGHT: Final = frozenset({SessionColumn.STATEMENT_AGE, SessionColumn.TRANSACTION_AGE})


class _Item:
    """One row of the model, as long as what it is of is shown."""

    __slots__ = ("children", "id", "parent", "place", "row")

    def __init__(self, number: int, row: SessionRow, parent: "_Item | None") -> None:
        self.id = number
        self.row = row
        self.parent = parent
        self.place = 0
        self.children: list[_Item] = []

    def set_children(self, children: "list[_Item]") -> None:
        self.children = children
        for place, child in enumerate(children):
            child.parent, child.place = self, place


class SessionsModel(QAbstractItemModel):
    """Rows keep their identity from one look to the next, so that selection, focus and opened branches stay.

    Qt's thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Item(0, SessionRow(("", "", "")), None)
        self._items: dict[Key, _Item] = {}
        self._by_number: dict[int, _Item] = {}
        self._last = 0
        Theme.current().changed.connect(self._repaint)

    def show(self, rows: Sequence[SessionRow]) -> None:
        """Show these. What is new comes, what is gone goes, what moved moves; the rest is only painted anew."""
        wanted = {row.key: row for row in _all(rows)}
        self._add([row for key, row in wanted.items() if key not in self._items])
        gone = [item for key, item in self._items.items() if key not in wanted]
        target = _targets(rows, set())
        if gone or not self._stands(target):
            self._arrange(target, gone)
        self._remove(len(gone))
        for key, row in wanted.items():
            self._items[key].row = row
        self._repaint()

    def _add(self, rows: Sequence[SessionRow]) -> None:
        if not rows:
            return
        first = len(self._root.children)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        for row in rows:
            self._last += 1
            item = self._items[row.key] = self._by_number[self._last] = _Item(self._last, row, self._root)
            item.place = len(self._root.children)
            self._root.children.append(item)
        self.endInsertRows()

    def _stands(self, target: dict[Key | None, list[Key]]) -> bool:
        """Whether everything is below what it should be, in the right order."""
        if [item.row.key for item in self._root.children] != target[None]:
            return False
        return all(
            [child.row.key for child in item.children] == target.get(key, []) for key, item in self._items.items()
        )

    def _arrange(self, target: dict[Key | None, list[Key]], gone: list[_Item]) -> None:
        """Move everything where it belongs, and what is gone to the end."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        for key, item in self._items.items():
            item.set_children([self._items[child] for child in target.get(key, ())])
        self._root.set_children([self._items[key] for key in target[None] if key is not None] + gone)
        self.changePersistentIndexList(old, [self._moved(index) for index in old])
        self.layoutChanged.emit()

    def _moved(self, index: QModelIndex) -> QModelIndex:
        item = self._by_number.get(index.internalId())
        return QModelIndex() if item is None else self.createIndex(item.place, index.column(), item.id)

    def _remove(self, count: int) -> None:
        if not count:
            return
        first = len(self._root.children) - count
        self.beginRemoveRows(QModelIndex(), first, first + count - 1)
        for item in self._root.children[first:]:
            del self._items[item.row.key], self._by_number[item.id]
        del self._root.children[first:]
        self.endRemoveRows()

    def _repaint(self) -> None:
        for item in (self._root, *self._items.values()):
            if item.children:
                top, bottom = item.children[0], item.children[-1]
                self.dataChanged.emit(self._index(top), self._index(bottom, len(SessionColumn) - 1))

    # rows

    def rows(self) -> list[SessionRow]:
        """All that are shown, from top to bottom."""
        return list(_all(item.row for item in self._root.children))

    def row(self, index: _Index) -> SessionRow:
        return self._item(index).row

    def index_of(self, key: Key) -> QModelIndex:
        """Of the first column of a row; invalid where it is not shown."""
        item = self._items.get(key)
        return QModelIndex() if item is None else self._index(item)

    def branches(self) -> list[tuple[Key, QModelIndex]]:
        """The rows that have rows below them."""
        return [(key, self._index(item)) for key, item in self._items.items() if item.children]

    def _item(self, index: _Index) -> _Item:
        return self._by_number[index.internalId()] if index.isValid() else self._root

    def _index(self, item: _Item, column: int = 0) -> QModelIndex:
        return self.createIndex(item.place, column, item.id)

    # Qt's model

    def index(self, row: int, column: int, parent: _Index = _TOP) -> QModelIndex:
        children = self._item(parent).children
        if 0 <= row < len(children) and 0 <= column < len(SessionColumn):
            return self._index(children[row], column)
        return QModelIndex()

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        above = self._item(index).parent if index.isValid() else None
        return QModelIndex() if above is None or above is self._root else self._index(above)

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.column() > 0 else len(self._item(parent).children)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return len(SessionColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = SessionColumn(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return texts.tip_of(column)
        return texts.title_of(column) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._item(index).row, SessionColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return texts.cell_text(row, column)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column is SessionColumn.STATE and row.session is not None:
            return icon("filled-dot", texts.COLORS[look_of(row.session)])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return None

    @staticmethod
    def _tip(row: SessionRow, column: SessionColumn) -> str:
        if row.session is None:
            return ""
        if column is SessionColumn.STATEMENT:
            return plain_tool_tip(row.session.statement)
        return plain_tool_tip(texts.facts_text(row.session))

    @staticmethod
    def _color(row: SessionRow, column: SessionColumn) -> Any:
        if row.session is None:
            return Theme.current().color("dim_text")
        if column is SessionColumn.STATE:
            return Theme.current().color(texts.COLORS[look_of(row.session)])
        if column is SessionColumn.BLOCKED_BY:
            return Theme.current().color("bad")
        return Theme.current().color("text" if column is SessionColumn.SESSION else "dim_text")

    @staticmethod
    def _spoken(row: SessionRow, column: SessionColumn) -> str:
        text = texts.cell_text(row, column)
        if column is SessionColumn.SESSION and row.node is not None and row.node.below:
            return f"{text}, {texts.below_text(row.node)}"
        return text


def _all(rows: Iterable[SessionRow]) -> Iterator[SessionRow]:
    """From top to bottom; without recursion, because a queue of waiters can be long."""
    coming = list(rows)[::-1]
    while coming:
        row = coming.pop()
        yield row
        coming.extend(reversed(row.children))


def _targets(rows: Sequence[SessionRow], seen: set[Key]) -> dict[Key | None, list[Key]]:
    """The keys below each key, each of them once; below None those at the top."""
    found: dict[Key | None, list[Key]] = {}
    coming: list[tuple[Key | None, Sequence[SessionRow]]] = [(None, rows)]
    for above, children in coming:
        fresh = [row for row in children if not (row.key in seen or seen.add(row.key))]  # type: ignore[func-returns-value]
        found[above] = [row.key for row in fresh]
        coming.extend((row.key, row.children) for row in fresh if row.children)
    return found
