"""The events that are shown, the latest first: read page after page, and added at the top as they come."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.visible import visible_text
from lapwing.gui.events import event_words as words
from lapwing.gui.theme import icon
from lapwing.gui.widgets import plain_tool_tip
from lapwing.gui.widgets.moments import exact_text

EVENT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_MOST: Final = 20_000
"""Rows that are kept; what is older can be read again."""
_TOP: Final = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class EventColumn(IntEnum):
    """In their order."""

    TIME = 0
    TYPE = 1
    CONNECTION = 2
    WHAT = 3
    DURATION = 4


def _order(event: CloudEvent) -> int:
    """Later ones are larger."""
    return int.from_bytes(event.id.encode(), "big")


class EventsModel(QAbstractTableModel):
    """A table whose rows are events. Qt's thread.

    Attributes:
        next: Where the next page begins; empty when there is none.
    """

    def __init__(self, named: Callable[[str], tuple[str, str]], parent: QObject | None = None) -> None:
        """`named` tells the name of a saved connection, by its id, and the token of its dot."""
        super().__init__(parent)
        self._named = named
        self._events: list[CloudEvent] = []
        self.next = ""

    def show(self, events: Sequence[CloudEvent], following: str) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self._events, self.next = list(events), following
        self.endResetModel()

    def add(self, events: Sequence[CloudEvent], following: str) -> None:
        """Show these behind what is there."""
        if self._events:
            events = [each for each in events if each.id < self._events[-1].id]
        if events:
            at = len(self._events)
            self.beginInsertRows(_TOP, at, at + len(events) - 1)
            self._events += events
            self.endInsertRows()
        self.next = following

    def add_new(self, events: Sequence[CloudEvent]) -> int:
        """Show these, the latest first, where they belong; how many were not there yet.

        Those of other engines come a moment after they were told, behind later ones of this engine.
        """
        latest = self._events[0].id if self._events else ""
        fresh = [each for each in events if each.id > latest]
        if fresh:
            self.beginInsertRows(_TOP, 0, len(fresh) - 1)
            self._events[:0] = fresh
            self.endInsertRows()
        added = len(fresh) + sum(self._put_between(each) for each in events[len(fresh) :])
        self._forget()
        return added

    def _put_between(self, event: CloudEvent) -> bool:
        """Show one among those that are there; whether it was not. One behind the last row is read with its page."""
        row = bisect_left(self._events, -_order(event), key=lambda each: -_order(each))
        if self._events[row : row + 1] and self._events[row].id == event.id:
            return False
        if row == len(self._events) and self.next:
            return False
        self.beginInsertRows(_TOP, row, row)
        self._events.insert(row, event)
        self.endInsertRows()
        return True

    def _forget(self) -> None:
        if len(self._events) > _MOST:
            self.beginRemoveRows(_TOP, _MOST, len(self._events) - 1)
            del self._events[_MOST:]
            self.endRemoveRows()
            self.next = self._events[-1].id

    def event_at(self, row: int) -> CloudEvent:
        return self._events[row]

    def row_of(self, event_id: str) -> int:
        """The row of an event; -1 when it is not shown."""
        return next((row for row, event in enumerate(self._events) if event.id == event_id), -1)

    def repaint_places(self) -> None:
        """Names or colours of connections are others."""
        if self._events:
            column = EventColumn.CONNECTION
            self.dataChanged.emit(self.index(0, column), self.index(len(self._events) - 1, column))

    # Qt's model

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(EventColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == EventColumn.DURATION else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (self.tr("Time"), self.tr("Event"), self.tr("Connection"), self.tr("What"), self.tr("Duration"))
        return titles[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        event = self._events[index.row()]
        column = EventColumn(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(event, column)
        if role == EVENT_ROLE:
            return event
        if role == Qt.ItemDataRole.TextAlignmentRole and column is EventColumn.DURATION:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole:
            return self._drawing(event, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is EventColumn.WHAT:
            return plain_tool_tip(words.what_text(event))
        return None

    def _text(self, event: CloudEvent, column: EventColumn) -> str:
        if column is EventColumn.TIME:
            return exact_text(event.at, words.CLOCK)
        if column is EventColumn.TYPE:
            return visible_text(event.type)
        if column is EventColumn.CONNECTION:
            return words.connection_text(event, self._named(event.connection_id)[0])
        return words.what_text(event) if column is EventColumn.WHAT else words.duration_text(event)

    def _drawing(self, event: CloudEvent, column: EventColumn) -> Any:
        if column is EventColumn.TYPE:
            return icon(*words.icon_of(event))
        if column is EventColumn.CONNECTION and event.connection_id:
            return icon("filled-dot", self._named(event.connection_id)[1])
        return None
