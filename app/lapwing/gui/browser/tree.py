"""The navigator's tree on the screen: opening, keys, dragging, painting."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from lapwing.gui.browser.branches import Branches
from lapwing.gui.browser.delegate import STAR_ROOM_PX, NodeDelegate, Star
from lapwing.gui.browser.favorites import Favorites
from lapwing.gui.browser.nodes import DOES_AT_ONCE, Kind, Load, Node, ref_of
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.theme import Theme, icon

INDENT_PX: Final = 16
_LEFT_PX: Final = 6
_MARK_PX: Final = 12
_SPIN_MS: Final = 100
_STARRED: Final = frozenset({Kind.RELATION, Kind.OBJECT, Kind.INDEX, Kind.TRIGGER})


class NavigatorTree(QTreeView):
    """Shows a `TreeModel`. What a row does when it is activated is decided by who hears the signals.

    Signals:
        opened(Node): A row was opened whose children have to be there now.
        activated_node(Node): Enter or a double click on a row that does not just open and close.
        menu_wanted(Node | None, QPoint): The context menu of a row, or of none, at a place on the screen.
        remove_wanted(Node): The Delete key.
        copy_wanted(): Ctrl+C.
        chosen(): Another row is current, or the selection is another.
        star_clicked(Node): The star of a row was clicked.
        typed(str): Letters were typed.
    """

    opened = Signal(object)
    activated_node = Signal(object)
    menu_wanted = Signal(object, QPoint)
    remove_wanted = Signal(object)
    copy_wanted = Signal()
    chosen = Signal()
    star_clicked = Signal(object)
    typed = Signal(str)
    branches_changed = Signal()

    def __init__(self, model: TreeModel, favorites: Favorites, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("navigator_tree")
        self.setAccessibleName(self.tr("Database objects"))
        self._tree = model
        self._restoring = False
        self.branches = Branches()
        self._chosen: list[Node] = []
        """What was selected before the filter hid it."""
        self._scroll = 0
        self._favorites = favorites
        self._delegate = NodeDelegate(model, self)
        self._spinning = QTimer(self)
        self._spinning.setInterval(_SPIN_MS)
        self._spinning.timeout.connect(self._spin)
        self._set_up()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.expanded.connect(self._expanded)
        self.collapsed.connect(self._collapsed)
        model.rebuilding.connect(self._remember)
        model.rebuilt.connect(self._restore)
        model.rowsInserted.connect(self._rows_came)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        Theme.current().changed.connect(self.viewport().update)
        favorites.changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT_PX)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)

    # what is chosen

    @property
    def current(self) -> Node | None:
        """The row that has the focus."""
        index = self.currentIndex()
        return self._tree.node(index) if index.isValid() else None

    def selected(self) -> list[Node]:
        """The selected rows, from top to bottom."""
        found = [(self.visualRect(index).top(), self._tree.node(index)) for index in self.selectedIndexes()]
        return [node for _, node in sorted(found, key=lambda item: item[0])]

    def choose(self, node: Node) -> None:
        """Make a row the current one and bring it into sight."""
        index = self._tree.index_of(node)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Choose this row and no other. Qt's own would add to what is chosen while somebody holds Ctrl."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # opening and closing

    def open_node(self, node: Node) -> None:
        """Open a row, and have its children read where they are not known."""
        self.expand(self._tree.index_of(node))

    def toggle_node(self, node: Node, *, force_open: bool = False) -> None:
        """Open a row that is closed, close one that is open."""
        self.setExpanded(self._tree.index_of(node), force_open or not self._tree.is_open(node))

    def _toggle(self, index: QModelIndex) -> None:
        self.setExpanded(index, not self.isExpanded(index))

    def _expanded(self, index: QModelIndex) -> None:
        node = self._tree.node(index)
        if not self._restoring:
            self._note(node, is_open=True)
            self._tree.set_open(node, True)
        self._open_those_below(index, node.shown)
        if node.load in {Load.NOT_YET, Load.FAILED} and not self._restoring:
            self.opened.emit(node)

    def _collapsed(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._note(self._tree.node(index), is_open=False)
            self._tree.set_open(self._tree.node(index), False)

    def _note(self, node: Node, *, is_open: bool) -> None:
        """Remember what a person opened or closed; what comes open by itself, or for a filter, is none of that."""
        if not self._tree.is_filtered and node.is_open is not is_open:
            self.branches.note(node, is_open=is_open)
            self.branches_changed.emit()

    def close_node(self, node: Node) -> None:
        """Close a row."""
        self.collapse(self._tree.index_of(node))
        self._tree.set_open(node, False)

    def close_all(self) -> None:
        """Close every row."""
        current = self.current
        self.branches.clear()
        self.branches_changed.emit()
        for node in self._tree.root.walk():
            self._tree.set_open(node, False)
        self.collapseAll()
        if current is not None and (top := current.above(Kind.CONNECTION)) is not None:
            self.choose(top)

    def _rows_came(self, parent: QModelIndex, first: int, last: int) -> None:
        shown = self._tree.node(parent).shown[first : last + 1]
        if not self._tree.is_filtered:
            for node, is_open in list(self.branches.wanted(self._tree.node(parent), shown)):
                self._tree.set_open(node, is_open)
        self._open_those_below(parent, shown)
        if any(node.kind is Kind.LOADING for node in shown):
            self._spinning.start()

    def _open_those_below(self, parent: QModelIndex, nodes: Sequence[Node]) -> None:
        """Rows that come open, or were open before their parent was closed."""
        for node in self._tree.open_among(nodes):
            index = self._tree.index(node.row, 0, parent)
            if not self.isExpanded(index):
                self.expand(index)

    def _remember(self) -> None:
        self._chosen = self.selected() or self._chosen
        self._scroll = self.verticalScrollBar().value()

    def _restore(self) -> None:
        """After all indexes became void: open, select and scroll as it was."""
        self._restoring = True
        for node in self._tree.open_nodes():
            self.expand(self._tree.index_of(node))
        self._restoring = False
        chosen, self._chosen = self._chosen, [node for node in self._chosen if self._tree.holds(node)]
        selection = self.selectionModel()
        for node in chosen:
            index = self._tree.index_of(node)
            if self._tree.holds(node) and index.isValid():
                selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
                selection.select(index, selection.SelectionFlag.Select)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(self._scroll)
        for node in list(self._tree.open_nodes()):
            if node.load is Load.NOT_YET:
                self.opened.emit(node)

    def _spin(self) -> None:
        """Paint the rows that say that something is read; end when there are none."""
        waiting = [node for node in self._tree.root.walk() if node.kind is Kind.LOADING]
        for node in waiting:
            self.update(self._tree.index_of(node))
        if not waiting:
            self._spinning.stop()

    # keys and mouse

    def _activate(self, index: QModelIndex) -> None:
        node = self._tree.node(index)
        if node.kind in {Kind.DATABASE, Kind.SCHEMA, Kind.FOLDER}:
            self._toggle(index)
        elif index.isValid():
            self.activated_node.emit(node)

    def event(self, event: QEvent) -> bool:
        """Ctrl+C copies the names here, whatever it does elsewhere in the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, key = self.currentIndex(), event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self._activate(index)
        elif key == Qt.Key.Key_Space and index.isValid():
            self._toggle(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif key == Qt.Key.Key_Delete and index.isValid():
            self.remove_wanted.emit(self._tree.node(index))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are for the filter, which finds more than beginnings of what is open."""
        self.typed.emit(search)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_mark(index, at):
            self._toggle(index)
            event.accept()
            return
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_star(index, at):
            self.star_clicked.emit(self._tree.node(index))
            event.accept()
            return
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._tree.node(index).kind in DOES_AT_ONCE:
            self.activated_node.emit(self._tree.node(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        at = event.position().toPoint()
        if self._is_on_mark(index, at) or self._is_on_star(index, at):
            self.mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._activate(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        at = event.pos() if by_mouse else self.visualRect(index).bottomLeft() + QPoint(_LEFT_PX, 0)
        node = self._tree.node(index) if index.isValid() else None
        if by_mouse and node is not None and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(node, self.viewport().mapToGlobal(at))

    # painting

    def _is_on_mark(self, index: QModelIndex, at: QPoint) -> bool:
        node = self._tree.node(index)
        mark = self._mark(self._mirrored(self.visualRect(index))).adjusted(-3, 0, 3, 0)
        return node.can_open and self._mirrored(mark).contains(at)

    def _mirrored(self, place: QRect) -> QRect:
        """A place as it would be in a window from left to right, or back; the same in such a window."""
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), place)

    def _star(self, index: QModelIndex | QPersistentModelIndex) -> Star:
        """What of a star a row has: the chosen row shows that it can have one."""
        node = self._tree.node(index)
        if node.kind not in _STARRED:
            return Star.NONE
        if self._favorites.holds(ref_of(node)):
            return Star.FULL
        return Star.EMPTY if index == self.currentIndex() else Star.NONE

    def _is_on_star(self, index: QModelIndex, at: QPoint) -> bool:
        is_there = index.isValid() and self._star(index) is not Star.NONE
        return is_there and self._mirrored(QRect(at, at)).x() >= self.viewport().width() - STAR_ROOM_PX

    @staticmethod
    def _mark(rect: QRect) -> QRect:
        """Where the opening mark of a row is whose content Qt would begin at `rect`."""
        return QRect(rect.left() - INDENT_PX + _LEFT_PX + 2, rect.top(), _MARK_PX, rect.height())

    def _is_hovered(self, row: QRect) -> bool:
        """Qt tells only its own `drawRow` which row the mouse is over."""
        viewport = self.viewport()
        return viewport.underMouse() and row.contains(viewport.mapFromGlobal(QCursor.pos()))

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node = self._tree.node(index)
        row = options.rect
        colors = Theme.current().colors
        is_selected = self.selectionModel().isSelected(index)
        if is_selected:
            painter.fillRect(row, colors.accent_background if self.isActiveWindow() else colors.raised)
        elif node.kind is not Kind.HEADING and self._is_hovered(row):
            painter.fillRect(row, colors.hover)
        content = self._mirrored(self.visualRect(index))
        painter.save()
        if node.can_open:
            mark = self._mark(content)
            at = QRect(mark.left(), mark.center().y() - _MARK_PX // 2 + 1, _MARK_PX, _MARK_PX)
            closed = "chevron-left" if self.isRightToLeft() else "chevron-right"
            name = "chevron-down" if self.isExpanded(index) else closed
            icon(name, "faint_text", _MARK_PX).paint(painter, self._mirrored(at))
        left = 12 if node.kind is Kind.HEADING else content.left() + _LEFT_PX
        room = QRect(left, row.top(), row.right() - left + 1, row.height())
        self._delegate.paint_node(painter, room, node, is_selected=is_selected, star=self._star(index))
        if self.hasFocus() and index == self.currentIndex():
            painter.fillRect(QRect(row.left(), row.top(), 2, row.height()), colors.accent_text)
        painter.restore()
