"""What completion offers as rows of a list, and how a row is painted."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lapwing.domain.completion import CompletionItem
from lapwing.domain.visible import visible_text
from lapwing.gui.editor.completion_kinds import ICONS, KIND_WORDS, shown
from lapwing.gui.theme import Theme, icon, mono_font

ROW_PX: Final = 24
LABEL_LEFT_PX: Final = 34
"""From the left edge of a row to its label."""
_ICON_PX: Final = 15
_PAD_PX: Final = 9
_GAP_PX: Final = 22
_DETAIL_SHARE: Final = 0.2
"""Of a row that is too short for the label alone, what the detail gets."""
_LEAST_DETAIL_PX: Final = 30
"""What a detail is shown in at the least, where that leaves the label whole."""
ItemRole: Final = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class CompletionList(QAbstractListModel):
    """The items that are offered, best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[CompletionItem] = []

    def show(self, items: Sequence[CompletionItem]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return visible_text(item.label)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(item)
        return item if role == ItemRole else None


def spoken(item: CompletionItem) -> str:
    """What a screen reader says of an item."""
    parts = (item.label, shown(KIND_WORDS[item.kind]), item.detail)
    return ", ".join(visible_text(part) for part in parts if part)


class CompletionDelegate(QStyledItemDelegate):
    """Kind, label with the letters that were typed in bold, and at the right, dim, the detail."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = mono_font()
        self._label_metrics = QFontMetrics(self._label)
        self._detail = mono_font(11)
        self._detail_metrics = QFontMetrics(self._detail)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_PX)

    def width_of(self, item: CompletionItem) -> int:
        """The width that shows an item whole."""
        width = LABEL_LEFT_PX + self._label_metrics.horizontalAdvance(visible_text(item.label)) + _PAD_PX
        if item.detail:
            width += _GAP_PX + self._detail_metrics.horizontalAdvance(visible_text(item.detail))
        return width

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: CompletionItem = index.data(ItemRole)
        colors = Theme.current().colors
        row: QRect = option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.selection)
            painter.drawRoundedRect(QRectF(row), 4, 4)
        sign = QRect(row.left() + _PAD_PX, row.center().y() - _ICON_PX // 2, _ICON_PX, _ICON_PX)
        icon(ICONS[item.kind], "text" if is_current else "dim_text").paint(painter, sign)
        room = row.adjusted(LABEL_LEFT_PX, 0, -_PAD_PX, 0)
        taken = self._paint_detail(painter, room, item, colors.text if is_current else colors.dim_text)
        room.setWidth(room.width() - taken)
        self._paint_label(painter, room, item, colors.text)
        painter.restore()

    def _paint_detail(self, painter: QPainter, room: QRect, item: CompletionItem, color: QColor) -> int:
        """Draw it at the right; the width it took."""
        if not item.detail:
            return 0
        label_width = self._label_metrics.horizontalAdvance(visible_text(item.label))
        width = room.width() - label_width - _GAP_PX
        if width < _LEAST_DETAIL_PX:  # the label first: whole, if it can be
            width = 0 if label_width <= room.width() else int(room.width() * _DETAIL_SHARE)
        if not width:
            return 0
        metrics = self._detail_metrics
        shown = metrics.elidedText(visible_text(item.detail), Qt.TextElideMode.ElideRight, width)
        painter.setFont(self._detail)
        painter.setPen(color)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)
        return metrics.horizontalAdvance(shown) + _GAP_PX

    def _paint_label(self, painter: QPainter, room: QRect, item: CompletionItem, color: QColor) -> None:
        """Draw it from left to right whatever letters it has, what is invisible written out."""
        shown, bold = _with_matches(item)
        cut = self._label_metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(cut, self._label)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([_bold(start, end) for start, end in bold if end <= len(cut)])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        painter.setPen(color)
        layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2))


def _with_matches(item: CompletionItem) -> tuple[str, list[tuple[int, int]]]:
    """The label as it is shown, and where in that the matched letters are, in UTF-16 units as Qt counts."""
    matched = frozenset(item.matched)
    whole, units, places = "", 0, []
    for at, char in enumerate(item.label):
        piece = visible_text(char)
        length = len(piece.encode("utf-16-le", "replace")) // 2
        if at in matched:
            places.append((units, units + length))
        whole += piece
        units += length
    return whole, places


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = end - start
    made.format = QTextCharFormat()
    made.format.setFontWeight(QFont.Weight.Bold)
    return made
