"""The list of events."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from lapwing.domain.cloud_events import CloudEvent
from lapwing.gui.events import event_words as words
from lapwing.gui.events.events_model import EVENT_ROLE, EventColumn, EventsModel
from lapwing.gui.widgets.end_in_sight import EndInSight
from lapwing.gui.widgets.sql_line import paint_sql

_HEIGHT: Final = 26
_PADDING: Final = 3
_WIDTHS: Final = {
    EventColumn.TIME: 148,
    EventColumn.TYPE: 206,
    EventColumn.CONNECTION: 170,
    EventColumn.DURATION: 92,
}
_LEAST_PX: Final = 120
"""Room for what happened, before which other columns give way in a narrow window: those that can go, in this order."""
_CAN_GO: Final = (EventColumn.DURATION, EventColumn.CONNECTION)
_ON_A_GROUND: Final = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver


class WhatDelegate(QStyledItemDelegate):
    """Paints statements in the colours of SQL, and what else events are about as it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        event: CloudEvent = index.data(EVENT_ROLE)
        sql = words.sql_of(event)
        if not sql or sql.startswith("sha256:"):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box: QRect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.save()
        painter.setClipRect(box)
        paint_sql(painter, sql, "ansi", box, on_ground=bool(option.state & _ON_A_GROUND))
        painter.restore()


class EventsList(QTreeView):
    """Qt's thread.

    Attributes:
        end: Tells when more is to be read.

    Signals:
        chosen(): another event is the current one, or more are selected.
        menu_wanted(QPoint): the context menu, at that place of the screen.
    """

    chosen = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: EventsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("events_list")
        self.setProperty("look", "rows")
        self.setAccessibleName(self.tr("Events"))
        self._model = model
        self.setModel(model)
        self.end = EndInSight(self)
        self.setItemDelegateForColumn(EventColumn.WHAT, WhatDelegate(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(EventColumn.WHAT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)

    def selected(self) -> list[CloudEvent]:
        """The selected events in their order."""
        return [self._model.event_at(row) for row in sorted(i.row() for i in self.selectionModel().selectedRows())]

    def current(self) -> CloudEvent | None:
        index = self.currentIndex()
        return self._model.event_at(index.row()) if index.isValid() else None

    def select_event(self, event_id: str) -> None:
        """Make it the current one, or the first one when it is not there."""
        if self._model.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            current = self._model.index(max(0, self._model.row_of(event_id)), 0)
            self.selectionModel().setCurrentIndex(current, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(current)

    def stay(self, added: int) -> None:
        """So many rows came in at the top: who looks at the beginning sees them, for others nothing moves."""
        bar = self.verticalScrollBar()
        if bar.value() > 0:
            bar.setValue(bar.value() + added * max(1, self.rowHeight(self._model.index(0, 0))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        header = self.header()
        sizes = {column: header.sectionSize(column) or width for column, width in _WIDTHS.items()}
        missing = sum(sizes.values()) + _LEAST_PX - self.viewport().width()
        for column in _CAN_GO:
            header.setSectionHidden(column, missing > 0)
            missing -= sizes[column]
