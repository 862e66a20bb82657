"""The first line of a statement, in the colours of its language."""

from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lapwing.domain.history import HistoryEntry
from lapwing.gui.history import history_texts as texts
from lapwing.gui.history.history_model import ENTRY_ROLE
from lapwing.gui.widgets.sql_line import paint_sql

_HEIGHT: Final = 26
_PADDING: Final = 6
_ICON: Final = 14
_ON_A_GROUND: Final = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver


class StatementDelegate(QStyledItemDelegate):
    """Paints the column of statements."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        option.text, option.icon = "", QIcon()
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        drawing: Any = index.data(Qt.ItemDataRole.DecorationRole)
        box: QRect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if drawing is not None:
            square = QRect(box.left(), box.center().y() - _ICON // 2, _ICON, _ICON)
            drawing.paint(painter, QStyle.visualRect(option.direction, option.rect, square))
            box = box.adjusted(_ICON + _PADDING, 0, 0, 0)
        entry: HistoryEntry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setClipRect(QStyle.visualRect(option.direction, option.rect, box))
        text = texts.first_line(entry.sql)
        paint_sql(painter, text, entry.dialect, box, on_ground=bool(option.state & _ON_A_GROUND))
        painter.restore()
