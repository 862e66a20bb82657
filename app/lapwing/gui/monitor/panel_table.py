"""The latest values of series as a table: a row for each set of labels, a column for each metric."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QVBoxLayout, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels, Unit
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor.chart_colors import color_of, state_color
from lapwing.gui.monitor.chart_content import Content
from lapwing.gui.monitor.chart_units import value_text
from lapwing.gui.monitor.panel_body import PanelBody
from lapwing.gui.theme import ui_font

ROWS_MOST: Final = 500
_ROW_PX: Final = 24
_TEXT_PX: Final = 12
_ISOLATE: Final = "\u2066"
_ISOLATED: Final = "\u2069"
"""Around a number with its unit, which runs from left to right in every language."""
_ANY_INDEX = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of values; `place` is that of its series in the panel."""

    title: str
    unit: Unit
    place: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """Names as they are shown, and values in the order of the columns."""

    id: tuple[str, Labels]
    names: tuple[str, ...]
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class LatestTable:
    """What a table panel shows: the names' headings, the columns, and the rows."""

    names: tuple[str, ...] = ()
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[TableRow, ...] = ()


def latest_table(content: Content, server_title: str) -> LatestTable:
    """The latest values of all series, those with the same labels in one row, the largest first value on top.

    Args:
        content: The series, in their own units.
        server_title: The heading of the servers' names, where there are several.
    """
    has_servers = any(series.connection for series in content.series)
    labels = list(dict.fromkeys(name for series in content.series for name, _ in series.key.labels))
    columns = {series.place: TableColumn(series.column, series.metric.unit, series.place) for series in content.series}
    order = {place: at for at, place in enumerate(columns)}
    cells: dict[tuple[str, Labels], list[float | None]] = {}
    names: dict[tuple[str, Labels], tuple[str, ...]] = {}
    for series in content.series:
        row_id = (series.id[0], series.key.labels)
        told = dict(series.key.labels)
        own = [series.connection] if has_servers else []
        names[row_id] = (*own, *(visible_text(told.get(name, "")) for name in labels))
        row = cells.setdefault(row_id, [None] * len(columns))
        row[order[series.place]] = series.source.latest(series.key, content.end)
    kept = [TableRow(row_id, names[row_id], tuple(values)) for row_id, values in cells.items() if any_told(values)]
    kept.sort(key=lambda row: -(row.values[0] if row.values and row.values[0] is not None else float("-inf")))
    heads = ((server_title,) if has_servers else ()) + tuple(visible_text(name) for name in labels)
    return LatestTable(heads, tuple(columns.values()), tuple(kept[:ROWS_MOST]))


def any_told(values: Sequence[float | None]) -> bool:
    """Whether one of them is a value."""
    return any(value is not None for value in values)


class LatestModel(QAbstractTableModel):
    """A `LatestTable` for a view, sorted as the person wants it. Rows keep their selection when values change."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = LatestTable()
        self._rows: list[TableRow] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self.bounds: tuple[float | None, float | None] = (None, None)

    def show_table(self, table: LatestTable, warning: float | None, bad: float | None) -> None:
        """Take other values."""
        self.bounds = (warning, bad)
        if (table.names, table.columns) != (self.table.names, self.table.columns):
            self.beginResetModel()
            self.table, self._rows, self._sorted = table, list(table.rows), None
            self.endResetModel()
            return
        self.table = table
        self._lay_out(list(table.rows))

    def _lay_out(self, rows: list[TableRow]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._rows = self._in_order(rows)
        places = {row.id: place for place, row in enumerate(self._rows)}
        after = [
            self.index(places[row_id], index.column()) if row_id in places else QModelIndex()
            for row_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _in_order(self, rows: list[TableRow]) -> list[TableRow]:
        if self._sorted is None:
            return rows
        column, order = self._sorted
        is_falling = order == Qt.SortOrder.DescendingOrder
        names = len(self.table.names)
        if column < names:
            return sorted(rows, key=lambda row: row.names[column].casefold(), reverse=is_falling)
        told = [row for row in rows if row.values[column - names] is not None]
        told.sort(key=lambda row: row.values[column - names] or 0.0, reverse=is_falling)
        return told + [row for row in rows if row.values[column - names] is None]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order) if column >= 0 else None
        self._lay_out(list(self.table.rows))

    def rowCount(self, parent: _ANY_INDEX | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _ANY_INDEX | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.names) + len(self.table.columns)

    def data(self, index: _ANY_INDEX, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, names = self._rows[index.row()], len(self.table.names)
        if index.column() < names:
            return row.names[index.column()] if role == Qt.ItemDataRole.DisplayRole else None
        value = row.values[index.column() - names]
        if role == Qt.ItemDataRole.DisplayRole:
            text = value_text(value, self.table.columns[index.column() - names].unit)
            return f"{_ISOLATE}{text}{_ISOLATED}" if QApplication.isRightToLeft() else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == names:
            state = state_color(value, *self.bounds)
            return color_of(state) if state else None
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way != Qt.Orientation.Horizontal:
            return None
        names = len(self.table.names)
        if role == Qt.ItemDataRole.DisplayRole:
            if section < names:
                return self.table.names[section]
            # the panel's own title says what the only values are, and names need the room
            return self.table.columns[section - names].title if len(self.table.columns) > 1 else self.tr("Value")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= names else Qt.AlignmentFlag.AlignLeading
            return int(side) | int(Qt.AlignmentFlag.AlignVCenter)
        return None


class TableBody(PanelBody):
    """The latest values as a table that can be sorted and walked through with the keys."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent, name=name)
        self._model = LatestModel(self)
        self.view = QTableView()
        self.view.setObjectName(f"{name}.view")
        self.view.setAccessibleName(self.tr("Latest values"))
        self.view.setProperty("look", "panel")
        self.view.setModel(self._model)
        self.view.setFont(ui_font(_TEXT_PX))
        self.view.setShowGrid(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setTabKeyNavigation(False)
        self.view.setWordWrap(False)
        self.view.setFrameShape(QTableView.Shape.NoFrame)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.DescendingOrder)
        self.view.setSortingEnabled(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 3 * _ROW_PX)

    @property
    def table(self) -> LatestTable:
        """What is shown, in the order of the values."""
        return self._model.table

    def set_content(self, content: Content) -> None:
        super().set_content(content)
        before = self._model.columnCount()
        self._model.show_table(latest_table(content, self.tr("Server")), content.warning, content.bad)
        if self._model.columnCount() != before:
            self._arrange()

    def _arrange(self) -> None:
        header = self.view.horizontalHeader()
        names = len(self._model.table.names)
        for section in range(self._model.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if section < names else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(section, mode)

    def words(self) -> list[str]:
        table = self._model.table
        return [
            f"{', '.join(row.names)}: "
            + ", ".join(value_text(value, column.unit) for value, column in zip(row.values, table.columns, strict=True))
            for row in table.rows
        ]
