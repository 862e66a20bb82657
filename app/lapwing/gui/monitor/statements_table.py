"""The statements that take a server's time, as a table with their shares and trends."""

import math
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.monitoring.statements import StatementGrowth
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.theme import Theme
from lapwing.gui.widgets import plain_tool_tip
from lapwing.gui.widgets.sql_line import paint_sql

_ROW_PX: Final = 28
_PADDING: Final = 8
_TIP_CHARACTERS: Final = 1_500
_TOP: Final = QModelIndex()
GROWTH_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The `StatementGrowth`."""
_ON_A_GROUND: Final = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
_Index = QModelIndex | QPersistentModelIndex


class Shown(IntEnum):
    """The columns."""

    STATEMENT = 0
    SHARE = 1
    TIME = 2
    CALLS = 3
    MEAN = 4
    ROWS = 5
    CACHE = 6
    DATABASE = 7
    TREND = 8


_WIDTHS: Final = {
    Shown.SHARE: 106,
    Shown.TIME: 76,
    Shown.CALLS: 68,
    Shown.MEAN: 76,
    Shown.ROWS: 76,
    Shown.CACHE: 84,
    Shown.DATABASE: 104,
    Shown.TREND: 96,
}
_LEFT: Final = frozenset({Shown.STATEMENT, Shown.DATABASE, Shown.TREND, Shown.SHARE})


def one_line(text: str) -> str:
    """A statement on one line; without what may not be seen of it."""
    return visible_text(" ".join(text.split()))


def mean_ms(growth: StatementGrowth) -> float:
    return growth.counters.total_ms / max(growth.counters.calls, 1)


def cache_share(growth: StatementGrowth) -> float | None:
    """The share of its pages that were found in memory; None where that is not counted."""
    hit, read = growth.counters.blocks_hit, growth.counters.blocks_read
    return hit / (hit + read) if hit is not None and read is not None and hit + read > 0 else None


def _nothing(value: float | None) -> float:
    return -1.0 if value is None else value


_ORDERS: Final[dict[Shown, Callable[[StatementGrowth], Any]]] = {
    Shown.STATEMENT: lambda growth: growth.counters.text.casefold(),
    Shown.SHARE: lambda growth: growth.share,
    Shown.TIME: lambda growth: growth.counters.total_ms,
    Shown.CALLS: lambda growth: growth.counters.calls,
    Shown.MEAN: mean_ms,
    Shown.ROWS: lambda growth: growth.counters.rows,
    Shown.CACHE: lambda growth: _nothing(cache_share(growth)),
    Shown.DATABASE: lambda growth: growth.counters.key.database.casefold(),
    Shown.TREND: lambda growth: growth.trend[-1] if growth.trend and not math.isnan(growth.trend[-1]) else -1.0,
}


class StatementsModel(QAbstractTableModel):
    """Qt's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[StatementGrowth] = []
        self.order = Shown.TIME
        self.descending = True

    def titles(self) -> dict[Shown, str]:
        return {
            Shown.STATEMENT: self.tr("Statement"),
            Shown.SHARE: self.tr("Share of time"),
            Shown.TIME: self.tr("Time"),
            Shown.CALLS: self.tr("Calls"),
            Shown.MEAN: self.tr("Mean"),
            Shown.ROWS: self.tr("Rows"),
            Shown.CACHE: self.tr("From cache"),
            Shown.DATABASE: self.tr("Database"),
            Shown.TREND: self.tr("Trend"),
        }

    def show(self, rows: Sequence[StatementGrowth]) -> None:
        """Show these, in the order that is chosen."""
        self.beginResetModel()
        self.rows = sorted(rows, key=_ORDERS[self.order], reverse=self.descending)
        self.endResetModel()

    def place_of(self, key: object) -> int:
        """Where a shape stands; -1: it does not."""
        return next((place for place, row in enumerate(self.rows) if row.counters.key == key), -1)

    # Qt's model

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(Shown)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[Shown(section)]
        return _side(Shown(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], Shown(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Shown.STATEMENT:
            return plain_tool_tip(row.counters.text[:_TIP_CHARACTERS])
        return row if role == GROWTH_ROLE else None

    def _text(self, row: StatementGrowth, column: Shown) -> str:
        counters = row.counters
        if column is Shown.STATEMENT:
            return one_line(counters.text) or self.tr("hidden from this account")
        if column is Shown.DATABASE:
            return visible_text(counters.key.database)
        if column is Shown.TREND:
            return ""
        numbers = {
            Shown.SHARE: (row.share, Unit.SHARE),
            Shown.TIME: (counters.total_ms / 1000, Unit.SECONDS),
            Shown.CALLS: (float(counters.calls), Unit.COUNT),
            Shown.MEAN: (mean_ms(row), Unit.MILLISECONDS),
            Shown.ROWS: (float(counters.rows), Unit.COUNT),
            Shown.CACHE: (cache_share(row), Unit.SHARE),
        }
        return value_text(*numbers[column])


def _side(column: Shown) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in _LEFT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class _CellDelegate(QStyledItemDelegate):
    """Statements in their colours, shares as bars, trends as lines.

    Attributes:
        dialect: Of the server.
    """

    dialect = "ansi"

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        column = Shown(index.column())
        if column not in {Shown.STATEMENT, Shown.SHARE, Shown.TREND}:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        growth: StatementGrowth = index.data(GROWTH_ROLE)
        box = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.save()
        painter.setClipRect(box)
        if column is Shown.STATEMENT:
            paint_sql(painter, text, self.dialect, box, on_ground=bool(option.state & _ON_A_GROUND))
        elif column is Shown.SHARE:
            _paint_share(painter, QRectF(box), growth.share, text)
        else:
            _paint_trend(painter, QRectF(box).adjusted(0, 7, 0, -7), growth.trend)
        painter.restore()


def _paint_share(painter: QPainter, box: QRectF, share: float, text: str) -> None:
    colors = Theme.current().colors
    bar = QRectF(box.left(), box.center().y() - 3, box.width() - 50, 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.line)
    painter.drawRoundedRect(bar, 3, 3)
    painter.setBrush(colors.accent_text)
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(bar.width() * min(share, 1.0), 3.0), 6), 3, 3)
    painter.setPen(colors.text)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)


def _paint_trend(painter: QPainter, box: QRectF, trend: Sequence[float]) -> None:
    """A line through what is known; a gap where nothing is."""
    known = [value for value in trend if not math.isnan(value)]
    if not known:
        return
    highest = max(*known, 1e-9)
    path, pen_down = QPainterPath(), False
    for place, value in enumerate(trend):
        if math.isnan(value):
            pen_down = False
            continue
        x = box.left() + box.width() * place / max(len(trend) - 1, 1)
        y = box.bottom() - box.height() * value / highest
        if pen_down:
            path.lineTo(x, y)
        else:
            path.moveTo(x, y)
            path.lineTo(x + 1, y)
        pen_down = True
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(Theme.current().colors.accent_text), 1.5))
    painter.drawPath(path)


class StatementsTable(QTreeView):
    """Qt's thread.

    Signals:
        chosen(): Another statement is the current one.
        open_wanted(): Enter or a double click.
        menu_wanted(QPoint): The context menu, at that place of the screen.
    """

    chosen = Signal()
    open_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: StatementsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statements_table")
        self.setProperty("look", "rows")
        self.setAccessibleName(self.tr("Statements"))
        self._model = model
        self.setModel(model)
        self.cells = _CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.doubleClicked.connect(lambda _index: self.open_wanted.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self._set_up_header()

    def _set_up_header(self) -> None:
        header = self.header()
        header.setObjectName("statements_columns")
        header.setAccessibleName(self.tr("Columns"))
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSectionResizeMode(Shown.STATEMENT, QHeaderView.ResizeMode.Stretch)
        titles = self._model.titles()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, max(width, header.fontMetrics().horizontalAdvance(titles[column]) + 26))
        header.sectionClicked.connect(lambda section: self._order_by(Shown(section)))
        self._mark_order()

    def _order_by(self, column: Shown) -> None:
        model = self._model
        is_text = column in {Shown.STATEMENT, Shown.DATABASE}
        model.descending = not model.descending if column is model.order else not is_text
        model.order = column
        self._mark_order()
        self.show_rows(model.rows)

    def _mark_order(self) -> None:
        order = Qt.SortOrder.DescendingOrder if self._model.descending else Qt.SortOrder.AscendingOrder
        self.header().setSortIndicator(self._model.order, order)

    def show_rows(self, rows: Sequence[StatementGrowth]) -> None:
        """Show these; the chosen one stays chosen, and the list where it is scrolled to."""
        current, scrolled = self.current(), self.verticalScrollBar().value()
        self._model.show(list(rows))
        self.header().setSectionHidden(Shown.DATABASE, len({row.counters.key.database for row in rows}) < 2)
        self.header().setSectionHidden(Shown.CACHE, all(cache_share(row) is None for row in rows))
        place = self._model.place_of(current.counters.key) if current is not None else -1
        if self._model.rows:
            flags = QItemSelectionModel.SelectionFlag
            index = self._model.index(max(place, 0), 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.verticalScrollBar().setValue(scrolled)
        self.chosen.emit()

    def current(self) -> StatementGrowth | None:
        """The chosen one."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() and index.row() < len(self._model.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current() is not None:
            self.open_wanted.emit()
            event.accept()
            return
        super().keyPressEvent(event)
