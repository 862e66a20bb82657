"""The navigator's tree as Qt sees it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, overload

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from lapwing.domain.visible import visible_text
from lapwing.gui.browser.descriptions import spoken, tool_tip
from lapwing.gui.browser.filtering import NameFilter, show_fitting
from lapwing.gui.browser.names import sql_name
from lapwing.gui.browser.nodes import NAMED, SEARCHED, Kind, Load, Node

Index = QModelIndex | QPersistentModelIndex
_NO_FILTER: Final = NameFilter(())
_MAX_STEPS: Final = 40
"""More separate insertions and removals than this are told to the view as one rebuilding."""
_MERE_TEXT: Final = frozenset({Kind.ROOT, Kind.HEADING, Kind.LOADING})
"""The keyboard passes over these."""


def _flags(kind: Kind) -> Qt.ItemFlag:
    if kind in _MERE_TEXT:
        return Qt.ItemFlag.NoItemFlags
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    return flags | Qt.ItemFlag.ItemIsDragEnabled if kind in NAMED else flags


_FLAGS: Final = {kind: _flags(kind) for kind in Kind}
_INVALID: Final = 0
"""The number of an index that leads nowhere; it stands for the root."""


class TreeModel(QAbstractItemModel):
    """Holds the rows; a view asks, a presenter changes. One column. GUI thread.

    An index carries the row's number, never a pointer, so that one that outlives its row leads nowhere.

    Signals:
        rebuilding: All indexes are about to become void.
        rebuilt: They are; `open_nodes` says what was open.
    """

    rebuilding = Signal()
    rebuilt = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root = Node(Kind.ROOT, "", "")
        self.root.flags = _FLAGS[Kind.ROOT]
        self._nodes: dict[int, Node] = {self.root.id: self.root, _INVALID: self.root}
        self._filter = _NO_FILTER

    # what views ask: 20,000 rows are asked for at once, so these stay short

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  # as in Qt
        shown = self._nodes.get(parent.internalId(), self.root).shown
        if column == 0 and 0 <= row < len(shown):
            return self.createIndex(row, 0, shown[row].id)
        return QModelIndex()

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, index: Index) -> QModelIndex: ...
    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        if index is None:
            return super().parent()
        node = self._nodes.get(index.internalId(), self.root).parent
        if node is None or node is self.root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._nodes.get(parent.internalId(), self.root).shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        node = self._nodes.get(parent.internalId(), self.root)
        return node.is_unread or bool(node.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._nodes.get(index.internalId(), self.root).flags  # type: ignore[return-value]  # set when adopted

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return visible_text(node.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(node)
        return tool_tip(node) if role == Qt.ItemDataRole.ToolTipRole else None

    def mimeTypes(self) -> list[str]:
        return ["text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The names as SQL takes them, with commas between."""
        nodes = [self.node(index) for index in indexes]
        mime = QMimeData()
        mime.setText(", ".join(sql_name(node) for node in nodes if node.kind in NAMED))
        return mime

    # rows and indexes

    def node(self, index: Index) -> Node:
        """The row of an index; the root for an invalid one, and for one whose row has gone."""
        return self._nodes.get(index.internalId(), self.root)

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a row; invalid where the filter hides it, and for the root."""
        parent = node.parent
        if parent is None or node.row >= len(parent.shown) or parent.shown[node.row] is not node:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.id)

    def holds(self, node: Node) -> bool:
        """Whether a row is still there."""
        return node.id in self._nodes

    def connections(self) -> Iterator[Node]:
        """The rows of all connections."""
        return (node for node in self.root.children if node.kind is Kind.CONNECTION)

    @property
    def is_filtered(self) -> bool:
        return bool(self._filter)

    def fits(self, node: Node) -> bool:
        """Whether a row is one that the filter asks for; none is while nothing is filtered."""
        return self._filter.fits(node)

    def places(self, node: Node) -> frozenset[int]:
        """The letters of a row's name that the filter asks for."""
        return self._filter.places(node.name) if self._filter and node.kind in SEARCHED else frozenset()

    def is_open(self, node: Node) -> bool:
        """Whether a row is to be open now."""
        return node.is_open_in_filter if self.is_filtered else node.is_open

    def set_open(self, node: Node, is_open: bool) -> None:
        """The person opened or closed a row."""
        if self.is_filtered:
            node.is_open_in_filter = is_open
        else:
            node.is_open = is_open

    def open_nodes(self) -> Iterator[Node]:
        """All rows that are to be open and can be seen, parents first."""
        waiting = self.open_among(self.root.shown)[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(self.open_among(node.shown)))

    def open_among(self, nodes: Sequence[Node]) -> list[Node]:
        """Those of some rows that are to be open now and can be."""
        if self.is_filtered:
            return [node for node in nodes if node.is_open_in_filter and node.can_open]
        return [node for node in nodes if node.is_open and node.can_open]

    def __len__(self) -> int:
        """How many rows are known."""
        return len(self._nodes) - 2

    def __bool__(self) -> bool:
        return True

    # changes

    def set_filter(self, text: str) -> None:
        """Show what fits; empty text shows everything."""
        names = NameFilter.read(text)
        if names != self._filter:
            self._filter = names
            self._rebuild()

    def _rebuild(self, change: Callable[[], None] = lambda: None, as_it_was: Iterable[tuple[Node, bool]] = ()) -> None:
        """Change something and show what fits, in one go.

        Args:
            change: Replaces children.
            as_it_was: Rows that stay open, or closed, in spite of the filter: the person wanted them so.
        """
        self.rebuilding.emit()
        self.beginResetModel()
        change()
        show_fitting(self.root, self._filter)
        for node, was_open in as_it_was:
            node.is_open_in_filter = was_open
        self.endResetModel()
        self.rebuilt.emit()

    def _seen_in_filter(self) -> list[tuple[Node, bool]]:
        """What the filter lets through now, and what of it is open."""
        if not self.is_filtered:
            return []
        waiting, seen = [self.root], []
        while waiting:
            node = waiting.pop()
            seen.append((node, node.is_open_in_filter))
            waiting.extend(child for child in node.shown if child.can_open or child.is_open_in_filter)
        return seen

    def tell_changed(self, node: Node) -> None:
        """Have a row painted anew."""
        index = self.index_of(node)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def set_children(self, parent: Node, wanted: Sequence[Node]) -> None:
        """Give a row these children. One whose key was there before stays the row it was, with all it had."""
        before = {(node.kind, node.key): node for node in parent.children}
        after: list[Node] = []
        for new in wanted:
            old = before.pop((new.kind, new.key), None)
            if old is not None and old is not new:
                self._update(old, new)
            after.append(old or new)
        self._replace(parent, after, before.values())

    def _update(self, old: Node, new: Node) -> None:
        old.take(new)
        if old.load is Load.NONE_NEEDED and (old.children or new.children):
            self.set_children(old, new.children)
        self.tell_changed(old)

    def _forget(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            for gone in node.walk():
                self._nodes.pop(gone.id, None)

    def _adopt(self, parent: Node, nodes: Sequence[Node]) -> None:
        for node in nodes:
            node.parent = parent
            node.flags = _FLAGS[node.kind]
            self._nodes[node.id] = node
            if node.children:
                self._adopt(node, node.children)
                _number(node)

    def _replace(self, parent: Node, after: list[Node], gone: Iterable[Node]) -> None:
        """Change a row's children from what they are to `after`, with as little disturbance as can be."""
        if not self.holds(parent):
            return
        kept = {id(node) for node in after} & {id(node) for node in parent.children}
        removals, insertions = _runs(parent.children, kept), _runs(after, kept)
        same_order = [node for node in parent.children if id(node) in kept] == [n for n in after if id(n) in kept]
        if self.is_filtered or not same_order or len(removals) + len(insertions) > _MAX_STEPS:

            def swap() -> None:
                self._adopt(parent, after)
                parent.children = parent.shown = after
                self._forget(gone)

            self._rebuild(swap, self._seen_in_filter())
            return
        index = self.index_of(parent)
        for first, last in reversed(removals):
            self.beginRemoveRows(index, first, last)
            removed = parent.children[first : last + 1]
            del parent.children[first : last + 1]
            _number(parent)
            self._forget(removed)
            self.endRemoveRows()
        for first, last in insertions:
            self.beginInsertRows(index, first, last)
            self._adopt(parent, after[first : last + 1])
            parent.children[first:first] = after[first : last + 1]
            _number(parent)
            self.endInsertRows()


def _runs(nodes: Sequence[Node], kept: set[int]) -> list[tuple[int, int]]:
    """First and last place of each unbroken run of rows that are not kept."""
    runs: list[tuple[int, int]] = []
    for place, node in enumerate(nodes):
        if id(node) in kept:
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _number(parent: Node) -> None:
    parent.shown = parent.children
    for row, child in enumerate(parent.children):
        child.row = row
