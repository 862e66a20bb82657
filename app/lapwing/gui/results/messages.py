"""What was run and what came of it, as lines."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.visible import visible_text
from lapwing.gui.theme import Theme, icon, mono_font, ui_font

_KEPT: Final = 10_000
_PAD_PX: Final = 10
_LINE_PX: Final = 19
_LEVELS: Final = {
    "done": ("success", "good"),
    "error": ("error", "bad"),
    "warning": ("alert", "warning"),
    "notice": ("message", "dim_text"),
    "info": ("info", "dim_text"),
}
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to read."""

    level: str
    """`done`, `error`, `warning`, `notice` or `info`."""
    text: str
    detail: str = ""
    """A second, dimmer line: the statement, or the next step."""
    time: str = ""
    position: int | None = None
    """Character offset in the editor, where there is one."""


class MessageModel(QAbstractListModel):
    """The last ten thousand messages; older ones are counted."""

    def __init__(self) -> None:
        super().__init__()
        self._messages: list[Message] = []
        self.dropped = 0

    def add(self, message: Message) -> None:
        if len(self._messages) >= _KEPT:
            self.beginRemoveRows(QModelIndex(), 0, _KEPT // 10)
            del self._messages[: _KEPT // 10 + 1]
            self.dropped += _KEPT // 10 + 1
            self.endRemoveRows()
        at = len(self._messages)
        self.beginInsertRows(QModelIndex(), at, at)
        self._messages.append(message)
        self.endInsertRows()

    def clear(self) -> None:
        self.beginResetModel()
        self._messages.clear()
        self.dropped = 0
        self.endResetModel()

    def message(self, row: int) -> Message:
        return self._messages[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._messages)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        message = self._messages[index.row()]
        return "\n".join(part for part in (message.time, message.text, message.detail) if part)


class MessageList(QListView):
    """The messages of a tab.

    Signals:
        place_wanted(int): a message about a place in the editor was activated.
    """

    place_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self.setProperty("look", "sheet")
        self.setAccessibleName(self.tr("Messages"))
        self.messages = MessageModel()
        self.messages.setParent(self)
        self.setModel(self.messages)
        self.setItemDelegate(_MessageDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.activated.connect(self._go)
        self.clicked.connect(self._go)

    def add(self, message: Message) -> None:
        """Show a message; the list follows when its end was in sight."""
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 2
        self.messages.add(message)
        if follows:
            self.scrollToBottom()

    def selected_text(self) -> str:
        """The chosen messages, for the clipboard."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        parts = [(self.messages.message(row).text, self.messages.message(row).detail) for row in rows]
        return "\n".join(line for part in parts for line in part if line)

    def _go(self, index: QModelIndex) -> None:
        position = self.messages.message(index.row()).position
        if position is not None:
            self.place_wanted.emit(position)


class _MessageDelegate(QStyledItemDelegate):
    """Sign, text and time on the first line; the detail below it in the code font."""

    def _lines(self, message: Message) -> list[str]:
        return [visible_text(line) for line in message.text.split("\n")[:12]]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        message = index.model().message(index.row())  # type: ignore[attr-defined]
        lines = len(self._lines(message)) + bool(message.detail)
        return QSize(200, lines * _LINE_PX + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        message: Message = index.model().message(index.row())  # type: ignore[attr-defined]
        colors = Theme.current().colors
        box: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, colors.selection if selected else colors.editor)
        sign, color = _LEVELS.get(message.level, _LEVELS["info"])
        icon(sign, color).paint(painter, QRect(box.left() + _PAD_PX, box.top() + 6, 15, 15))
        left = box.left() + _PAD_PX + 24
        right = box.right() - _PAD_PX
        painter.setFont(ui_font(12))
        time_width = self._paint_time(painter, message, right, box.top())
        painter.setPen(colors.bad if message.level == "error" else colors.text)
        metrics = QFontMetrics(painter.font())
        y = box.top() + 5
        for line in self._lines(message):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, right - left - time_width)
            painter.drawText(left, y + 13, shown)
            y += _LINE_PX
        if message.detail:
            painter.setFont(mono_font(11))
            painter.setPen(colors.dim_text)
            flat = visible_text(" ".join(message.detail.split()))
            shown = QFontMetrics(painter.font()).elidedText(flat, Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(left, y + 12, shown)

    def _paint_time(self, painter: QPainter, message: Message, right: int, top: int) -> int:
        if not message.time:
            return 0
        painter.setPen(Theme.current().colors.faint_text)
        width = QFontMetrics(painter.font()).horizontalAdvance(message.time)
        painter.drawText(right - width, top + 18, message.time)
        return width + 12
