"""How a row of the navigator is painted: drawing, name, and a quiet detail at the right."""

import time
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lapwing.domain.visible import visible_text
from lapwing.gui.browser.nodes import Kind, Node
from lapwing.gui.browser.numbers import whole_count
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.theme import Theme, icon, ui_font

ROW_PX: Final = 24
_ICON_PX: Final = 14
_DOT_PX: Final = 8
_GAP_PX: Final = 6
_RIGHT_PX: Final = 8
_SPOKES: Final = 8
_STEP_S: Final = 0.1
_DETAIL_SHARE: Final = 0.55
"""How much of the row a detail may take when the name needs the room, too."""
_FLAGS: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class NodeDelegate(QStyledItemDelegate):
    """Paints what stands behind the opening mark; the view paints mark and background."""

    def __init__(self, model: TreeModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._font, self._small = ui_font(), ui_font(11)
        self._heading = ui_font(11, QFont.Weight.DemiBold)
        self._heading.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        self._metrics, self._small_metrics = QFontMetrics(self._font), QFontMetrics(self._small)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node = self._model.node(index)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_node(painter, option.rect, node, is_selected=is_selected)

    def paint_node(self, painter: QPainter, room: QRect, node: Node, *, is_selected: bool) -> None:
        """Paint a row into `room`, which begins where its drawing begins."""
        if node.kind is Kind.HEADING:
            self._paint_heading(painter, room, node)
            return
        colors = Theme.current().colors
        left = room.left() + self._paint_drawing(painter, room, node)
        detail = self._detail(node)
        name = visible_text(node.name)
        name_width = self._metrics.horizontalAdvance(name)
        free = room.right() + 1 - _RIGHT_PX - left
        if detail:
            limit = max(int(free * _DETAIL_SHARE), free - name_width - 2 * _GAP_PX)
            detail = self._small_metrics.elidedText(detail, Qt.TextElideMode.ElideRight, limit)
            width = self._small_metrics.horizontalAdvance(detail)
            painter.setFont(self._small)
            painter.setPen(colors.text if is_selected else colors.dim_text)
            painter.drawText(QRect(left + free - width, room.top(), width + 1, room.height()), _FLAGS, detail)
            free -= width + 2 * _GAP_PX
        if name_width > free:
            name = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, free)
        painter.setFont(self._font)
        painter.setPen(self._name_color(node))
        painter.drawText(QRect(left, room.top(), max(free, 0) + 1, room.height()), _FLAGS, name)

    def _detail(self, node: Node) -> str:
        if node.kind in {Kind.ERROR, Kind.LOADING}:
            return ""
        if node.kind is Kind.FOLDER and len(node.shown) != len(node.children):
            return f"{whole_count(len(node.shown))} / {node.detail}"
        return visible_text(node.detail)

    @staticmethod
    def _name_color(node: Node) -> QColor:
        colors = Theme.current().colors
        if node.kind is Kind.RETRY:
            return colors.accent_text
        return colors.dim_text if node.kind is Kind.LOADING else colors.text

    def _paint_heading(self, painter: QPainter, room: QRect, node: Node) -> None:
        painter.setFont(self._heading)
        painter.setPen(Theme.current().colors.dim_text)
        text = painter.fontMetrics().elidedText(
            visible_text(node.name).upper(), Qt.TextElideMode.ElideRight, room.width() - _RIGHT_PX
        )
        painter.drawText(room, _FLAGS, text)

    def _paint_drawing(self, painter: QPainter, room: QRect, node: Node) -> int:
        """Paint what stands before the name; returns the pixels it takes with the gap behind it."""
        middle = room.top() + room.height() / 2
        if node.icon == "dot":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Theme.current().color(node.color))
            painter.drawEllipse(QRectF(room.left() + 4, middle - _DOT_PX / 2, _DOT_PX, _DOT_PX))
            return _DOT_PX + 4 + _GAP_PX
        if node.kind is Kind.LOADING:
            self._paint_spinner(painter, QPointF(room.left() + 3 + _ICON_PX / 2, middle))
        elif node.icon:
            at = QRect(room.left() + 3, int(middle) - _ICON_PX // 2, _ICON_PX, _ICON_PX)
            icon(node.icon, node.color).paint(painter, at)
        return 3 + _ICON_PX + _GAP_PX

    @staticmethod
    def _paint_spinner(painter: QPainter, middle: QPointF) -> None:
        """Eight spokes; which is the darkest one depends on the time."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(middle)
        color = QColor(Theme.current().colors.dim_text)
        step = int(time.monotonic() / _STEP_S) % _SPOKES
        for spoke in range(_SPOKES):
            color.setAlphaF(0.2 + 0.8 * ((spoke - step - 1) % _SPOKES) / (_SPOKES - 1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(-0.8, -6.5, 1.6, 3.6), 0.8, 0.8)
            painter.rotate(360 / _SPOKES)
        painter.restore()
