"""A JSON document as a tree that is opened step by step."""

from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.results.inspector.json_outline import JsonOutline, path_of, unescaped
from lapwing.gui.theme import Theme, mono_font
from lapwing.gui.widgets import caption

_Index = QModelIndex | QPersistentModelIndex
_BATCH: Final = 500
"""So many members are added at once; more when one scrolls to the last."""
_OPEN_NODES: Final = 60
"""A document of so few values is shown open."""
_SHOWN_CHARS: Final = 300
_ROW_PX: Final = 20
_INDENT_PX: Final = 14
_GAP_PX: Final = 6
_FLAGS: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class JsonTreeModel(QAbstractItemModel):
    """Members and elements of one document, one column. Qt's thread.

    Of each value that was opened the first members are known, and more on demand; an index holds the value's number.
    """

    def __init__(self) -> None:
        super().__init__()
        self.outline: JsonOutline | None = None
        self._children: dict[int, list[int]] = {}
        self._places: dict[int, tuple[int, int]] = {0: (0, 0)}
        """Of a value that is shown: its parent and its row there."""

    def show(self, outline: JsonOutline | None) -> None:
        """Show another document."""
        self.beginResetModel()
        self.outline = outline
        self._children, self._places = {}, {0: (0, 0)}
        if outline is not None:
            self._take(0)
        self.endResetModel()

    def _take(self, node: int) -> None:
        """Know some more members of a value."""
        assert self.outline is not None
        known = self._children.setdefault(node, [])
        if known:
            behind = islice(self.outline.siblings_behind(known[-1], node), _BATCH)
        else:
            behind = islice(self.outline.children(node), _BATCH)
        for child in behind:
            self._places[child] = node, len(known)
            known.append(child)

    def node(self, index: _Index) -> int:
        """The number of the value that an index stands for; 0 for none: the whole document."""
        return index.internalId() if index.isValid() else 0

    def steps(self, index: _Index) -> list[str | int]:
        """Keys and places that lead to a value."""
        assert self.outline is not None
        node, steps = self.node(index), list[str | int]()
        while node:
            key = self.outline.key(node)
            parent, row = self._places[node]
            steps.append(row if key is None else unescaped(key))
            node = parent
        return steps[::-1]

    def name(self, index: _Index) -> str:
        """The key as it was sent, or the place in its array."""
        assert self.outline is not None
        key = self.outline.key(self.node(index))
        return str(index.row()) if key is None else _short(key[1:-1])

    def value(self, index: _Index) -> str:
        """The value as it was sent, or its beginning; of an object or array how much is in it."""
        assert self.outline is not None
        node = self.node(index)
        if not self.outline.is_container(node):
            return _short(self.outline.written(node, _SHOWN_CHARS + 1))
        count = self.outline.count(node)
        return f"{{{count}}}" if self.outline.is_object(node) else f"[{count}]"

    # Qt's

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        known = self._children.get(self.node(parent), ())
        return self.createIndex(row, column, known[row]) if 0 <= row < len(known) and not column else QModelIndex()

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        parent = self._places.get(self.node(index), (0, 0))[0]
        return self.createIndex(self._places[parent][1], 0, parent) if parent else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._children.get(self.node(parent), ()))

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def hasChildren(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008
        return self.outline is not None and self.outline.count(self.node(parent)) > 0

    def canFetchMore(self, parent: _Index) -> bool:
        return self.outline is not None and self.rowCount(parent) < self.outline.count(self.node(parent))

    def fetchMore(self, parent: _Index) -> None:
        if self.outline is None or not self.canFetchMore(parent):
            return
        node = self.node(parent)
        first = self.rowCount(parent)
        last = min(first + _BATCH, self.outline.count(node)) - 1
        self.beginInsertRows(parent, first, last)
        self._take(node)
        self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.outline is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return f"{self.name(index)}: {self.value(index)}"


class _Delegate(QStyledItemDelegate):
    """Paints key and value in their colours; the view paints the opening mark and the ground."""

    def __init__(self, model: JsonTreeModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._font = mono_font(12)
        self._metrics = QFontMetrics(self._font)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colors, outline, room = Theme.current().colors, self._model.outline, option.rect
        if outline is None:
            return
        is_active = bool(option.state & QStyle.StateFlag.State_Active)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:  # as the style sheet paints what stands before it
            painter.fillRect(room, colors.accent_background if is_active else colors.raised)
        is_selected = is_chosen and is_active
        node = self._model.node(index)
        painter.setFont(self._font)
        name_color = colors.faint_text if outline.key(node) is None else colors.function
        left = self._put(painter, room, f"{self._model.name(index)}:", colors.text if is_selected else name_color)
        place = QRect(left + _GAP_PX, room.top(), room.right() - left - _GAP_PX, room.height())
        color = _color(outline, node)
        self._put(painter, place, self._model.value(index), colors.text if is_selected else color)

    def _put(self, painter: QPainter, room: QRect, text: str, color: QColor) -> int:
        """Paint a text; where it ends."""
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.setPen(color)
        painter.drawText(room, _FLAGS, shown)
        return room.left() + self._metrics.horizontalAdvance(shown)


def _color(outline: JsonOutline, node: int) -> QColor:
    colors = Theme.current().colors
    first = outline.written(node, 1)
    if first in "[{":
        return colors.dim_text
    if first == '"':
        return colors.string
    return colors.keyword if first in "tfn" else colors.number


def _short(text: str) -> str:
    cut = text[:_SHOWN_CHARS]
    return visible_text(cut) + ("…" if len(text) > len(cut) else "")


class JsonTree(QTreeView):
    """The tree. Ctrl+C copies the chosen value, a menu its path too. Qt's thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("value_tree")
        self.setAccessibleName(self.tr("JSON tree"))
        self.setProperty("look", "quiet")
        self.model_of_document = JsonTreeModel()
        self.model_of_document.setParent(self)
        self.setModel(self.model_of_document)
        self.setItemDelegate(_Delegate(self.model_of_document, self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT_PX)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        Theme.current().changed.connect(self.viewport().update)

    def show_outline(self, outline: JsonOutline | None) -> None:
        """Show a document; what is small is open."""
        model = self.model_of_document
        if model.outline is outline:
            return
        model.show(outline)
        if outline is None:
            return
        top = [model.index(row, 0) for row in range(model.rowCount())]
        if len(outline) <= _OPEN_NODES:
            self.expandAll()
        elif len(top) == 1:
            self.expand(top[0])
        if top:
            self.setCurrentIndex(top[0])

    # copying

    def copy_value(self) -> None:
        """Copy the chosen value: a string without quotes and escapes, anything else as it was sent."""
        outline = self.model_of_document.outline
        if outline is not None:
            QGuiApplication.clipboard().setText(outline.plain(self.model_of_document.node(self.currentIndex())))

    def copy_json(self) -> None:
        """Copy the chosen value as it was sent."""
        outline = self.model_of_document.outline
        if outline is not None:
            QGuiApplication.clipboard().setText(outline.written(self.model_of_document.node(self.currentIndex())))

    def copy_path(self) -> None:
        """Copy where the chosen value stands."""
        if self.model_of_document.outline is not None:
            QGuiApplication.clipboard().setText(path_of(self.model_of_document.steps(self.currentIndex())))

    def make_menu(self) -> QMenu:
        """What can be done with the chosen value."""
        menu = QMenu(self)
        menu.setObjectName("value_tree_menu")
        copy = menu.addAction(caption(self.tr("Copy value")), self.copy_value)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.addAction(caption(self.tr("Copy as JSON")), self.copy_json)
        menu.addAction(caption(self.tr("Copy path")), self.copy_path)
        return menu

    def _show_menu(self, at: QPoint) -> None:
        if self.indexAt(at).isValid():
            menu = self.make_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def event(self, event: QEvent) -> bool:
        """Ctrl+C copies the value here, whatever it does elsewhere in the window."""
        is_copy = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if is_copy and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_value()
        else:
            super().keyPressEvent(event)
