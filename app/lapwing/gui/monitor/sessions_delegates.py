"""How the cells of sessions are painted: statements in their colours, and how many wait behind one."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.monitor.sessions_model import ROW_ROLE
from lapwing.gui.monitor.sessions_rows import SessionRow
from lapwing.gui.theme import Theme, ui_font
from lapwing.gui.widgets.sql_line import paint_sql

ROW_PX: Final = 25
_PADDING: Final = 8
_BADGE_PX: Final = 11
_ON_A_GROUND: Final = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
_Index = QModelIndex | QPersistentModelIndex


class _RowDelegate(QStyledItemDelegate):
    """All rows are of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_PX)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)


class StatementDelegate(_RowDelegate):
    """The first line of a statement.

    Attributes:
        dialect: Of the server.
    """

    dialect = "ansi"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self._paint_ground(painter, option, index)
        box: QRect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.save()
        painter.setClipRect(box)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        paint_sql(painter, text, self.dialect, box, on_ground=bool(option.state & _ON_A_GROUND))
        painter.restore()


class SessionDelegate(_RowDelegate):
    """The id of a session; in the tree, how many wait behind it, in a badge."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        row: SessionRow = index.data(ROW_ROLE)
        words = texts.below_text(row.node) if row.node is not None else ""
        if not words:
            return
        colors = Theme.current().colors
        font = ui_font(_BADGE_PX)
        metrics = QFontMetrics(font)
        name_px = option.fontMetrics.horizontalAdvance(index.data(Qt.ItemDataRole.DisplayRole))
        width, height = metrics.horizontalAdvance(words) + 12, metrics.height() + 2
        left = option.rect.left() + _PADDING + name_px + 10
        box = QRect(left, option.rect.center().y() - height // 2 + 1, width, height)
        box = QStyle.visualRect(option.direction, option.rect, box)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.bad)
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(colors.on_status)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
