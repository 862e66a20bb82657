"""How a line of a palette is painted."""

from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lapwing.gui.theme import Theme, icon, ui_font

if TYPE_CHECKING:
    from lapwing.gui.shell.palette_panel import PaletteEntry

ROW_PX: Final = 30
PaletteRole: Final = int(Qt.ItemDataRole.UserRole)
"""A row's `PaletteEntry`."""
_ICON_PX: Final = 16
_PAD_PX: Final = 10
_GAP_PX: Final = 12


class PaletteDelegate(QStyledItemDelegate):
    """Icon, title with the letters that were typed in bold, the menu it is in, and its key at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plain, self._bold = ui_font(), ui_font(weight=QFont.Weight.Bold)
        self._small = ui_font(12)
        self._row = QRect()
        self._direction = Qt.LayoutDirection.LeftToRight

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: PaletteEntry = index.data(PaletteRole)
        colors = Theme.current().colors
        row: QRect = option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.selection)
            painter.drawRoundedRect(QRectF(row), 5, 5)
        self._row, self._direction = row, option.direction
        self._paint_icon(painter, row, entry, "text" if is_current else "dim_text")
        quiet = colors.text if is_current else colors.dim_text
        room = row.adjusted(_PAD_PX + _ICON_PX + _GAP_PX, 0, -_PAD_PX, 0)
        keys_width = self._paint_keys(painter, room, entry.keys, quiet)
        room.setWidth(room.width() - keys_width)
        self._paint_title(painter, room, entry, quiet)
        painter.restore()

    def _seen(self, place: QRect) -> QRect:
        """Where a place of the row is when the window is laid out from right to left."""
        return QStyle.visualRect(self._direction, self._row, place)

    def _paint_icon(self, painter: QPainter, row: QRect, entry: "PaletteEntry", color: str) -> None:
        color = color if entry.color == "dim_text" else entry.color
        name, color = ("check", "accent_text") if entry.is_on else (entry.icon_name, color)
        if name:
            at = QRect(row.left() + _PAD_PX, row.center().y() - _ICON_PX // 2 + 1, _ICON_PX, _ICON_PX)
            icon(name, color).paint(painter, self._seen(at))

    def _paint_keys(self, painter: QPainter, room: QRect, keys: str, color: QColor) -> int:
        if not keys:
            return 0
        painter.setFont(self._small)
        painter.setPen(color)
        shown = keys if self._direction is Qt.LayoutDirection.LeftToRight else f"\u2066{keys}\u2069"  # stays `Ctrl+,`
        painter.drawText(self._seen(room), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)
        return QFontMetrics(self._small).horizontalAdvance(keys) + _GAP_PX

    def _paint_title(self, painter: QPainter, room: QRect, entry: "PaletteEntry", quiet: QColor) -> None:
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setPen(Theme.current().colors.text)
        left = room.left()
        for is_asked, run in groupby(range(len(entry.title)), key=entry.match.positions.__contains__):
            text = "".join(entry.title[at] for at in run)
            painter.setFont(self._bold if is_asked else self._plain)
            place = QRect(left, room.top(), room.right() - left + 1, room.height())
            painter.drawText(self._seen(place), flags, text)
            left += painter.fontMetrics().horizontalAdvance(text)
        rest = QRect(left + _GAP_PX, room.top(), room.right() - left - _GAP_PX, room.height())
        if rest.width() > 0:
            painter.setFont(self._small)
            painter.setPen(quiet)
            shown = painter.fontMetrics().elidedText(entry.path, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(self._seen(rest), flags, shown)
