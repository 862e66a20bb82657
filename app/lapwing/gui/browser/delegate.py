"""How a row of the navigator is painted: drawing, name, and a quiet detail at the right."""

import math
import time
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lapwing.domain.visible import visible_text
from lapwing.gui.browser.nodes import DOES_AT_ONCE, Kind, Node
from lapwing.gui.browser.numbers import whole_count
from lapwing.gui.browser.tree_model import TreeModel
from lapwing.gui.theme import Theme, icon, ui_font

ROW_PX: Final = 24
_ICON_PX: Final = 14
_DOT_PX: Final = 8
_GAP_PX: Final = 6
_RIGHT_PX: Final = 8
_STAR_PX: Final = 12
STAR_ROOM_PX: Final = _RIGHT_PX + _STAR_PX + 6
"""At the right of rows that have a star."""
_SPOKES: Final = 8
_STEP_S: Final = 0.1
_DETAIL_SHARE: Final = 0.4
"""How much of the row a detail may take when the name needs the room, too."""
_BEYOND: Final = 0x10000
"""Code points from here on are two units of UTF-16."""
_FLAGS: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


class Star(Enum):
    """What of a star a row shows."""

    NONE = auto()
    EMPTY = auto()
    """It can be made a favourite."""
    FULL = auto()


class NodeDelegate(QStyledItemDelegate):
    """Paints what stands behind the opening mark; the view paints mark and background."""

    def __init__(self, model: TreeModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
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
        self.paint_node(painter, self._seen(option.rect), node, is_selected=is_selected)

    def paint_node(
        self, painter: QPainter, room: QRect, node: Node, *, is_selected: bool, star: Star = Star.NONE
    ) -> None:
        """Paint a row into `room`, which begins where its drawing begins; given as in a window from left to right."""
        if node.kind is Kind.HEADING:
            self._paint_heading(painter, room, node)
            return
        colors = Theme.current().colors
        left = room.left() + self._paint_drawing(painter, room, node)
        if star is not Star.NONE:
            room = self._paint_star(painter, room, star)
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
            at = QRect(left + free - width, room.top(), width + 1, room.height())
            painter.drawText(self._seen(at), _FLAGS, detail)
            free -= width + 2 * _GAP_PX
        if name_width > free:
            name = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, free)
        painter.setFont(self._font)
        painter.setPen(self._name_color(node))
        place = QRect(left, room.top(), max(free, 0) + 1, room.height())
        asked_for = self._model.places(node) if node.name.startswith(name.removesuffix("…")) else frozenset()
        if asked_for:
            self._paint_found(painter, place, name, asked_for)
        else:
            painter.drawText(self._seen(place), _FLAGS, name)

    def _paint_found(self, painter: QPainter, place: QRect, name: str, asked_for: frozenset[int]) -> None:
        """A name with the letters stressed that the filter asked for. Qt counts in units of UTF-16."""
        stressed = QTextCharFormat()
        stressed.setFontWeight(QFont.Weight.Bold)
        ranges = []
        for at in asked_for:
            if at < len(name):
                made = QTextLayout.FormatRange()
                made.start = len(name[:at].encode("utf-16-le", "surrogatepass")) // 2
                made.length = 1 if ord(name[at]) < _BEYOND else 2
                made.format = stressed
                ranges.append(made)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout = QTextLayout(name, self._font)
        layout.setTextOption(option)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        width = math.ceil(line.naturalTextWidth())
        left = self._seen(QRect(place.left(), place.top(), width, place.height())).left()
        layout.draw(painter, QPointF(left, place.top() + (place.height() - line.height()) / 2))

    def _seen(self, place: QRect) -> QRect:
        """Where a place of the view is when the window is laid out from right to left."""
        return QStyle.visualRect(self._view.layoutDirection(), self._view.viewport().rect(), place)

    def _paint_star(self, painter: QPainter, room: QRect, star: Star) -> QRect:
        """Paint a star at the right; returns the room that is left."""
        at = QRect(room.right() + 1 - _RIGHT_PX - _STAR_PX, 0, _STAR_PX, _STAR_PX)
        at.moveTop(room.top() + (room.height() - _STAR_PX) // 2)
        name, color = ("star-filled", "warning") if star is Star.FULL else ("star", "faint_text")
        icon(name, color, _STAR_PX).paint(painter, self._seen(at))
        return room.adjusted(0, 0, -(_STAR_PX + _GAP_PX), 0)

    def _detail(self, node: Node) -> str:
        if node.kind in {Kind.ERROR, Kind.LOADING}:
            return ""
        if node.kind is Kind.FOLDER and len(node.shown) != len(node.children):
            return f"{whole_count(len(node.shown))} / {node.detail}"
        return visible_text(node.detail)

    @staticmethod
    def _name_color(node: Node) -> QColor:
        colors = Theme.current().colors
        if node.kind in DOES_AT_ONCE:
            return colors.accent_text
        return colors.dim_text if node.kind is Kind.LOADING else colors.text

    def _paint_heading(self, painter: QPainter, room: QRect, node: Node) -> None:
        painter.setFont(self._heading)
        painter.setPen(Theme.current().colors.dim_text)
        text = painter.fontMetrics().elidedText(
            visible_text(node.name).upper(), Qt.TextElideMode.ElideRight, room.width() - _RIGHT_PX
        )
        painter.drawText(self._seen(room), _FLAGS, text)

    def _paint_drawing(self, painter: QPainter, room: QRect, node: Node) -> int:
        """Paint what stands before the name; returns the pixels it takes with the gap behind it."""
        middle = room.top() + room.height() / 2
        if node.icon == "dot":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Theme.current().color(node.color))
            at = self._seen(QRect(room.left() + 4, room.top(), _DOT_PX, room.height()))
            painter.drawEllipse(QRectF(at.left(), middle - _DOT_PX / 2, _DOT_PX, _DOT_PX))
            return _DOT_PX + 4 + _GAP_PX
        if node.kind is Kind.LOADING:
            at = self._seen(QRect(room.left() + 3, room.top(), _ICON_PX, room.height()))
            self._paint_spinner(painter, QPointF(at.left() + _ICON_PX / 2, middle))
        elif node.icon:
            at = QRect(room.left() + 3, int(middle) - _ICON_PX // 2, _ICON_PX, _ICON_PX)
            icon(node.icon, node.color).paint(painter, self._seen(at))
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
