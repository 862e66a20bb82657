"""The line above the grid in which one says which rows are to be shown."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lapwing.domain.results import Column, RowCondition
from lapwing.gui.widgets import PlainLabel, SearchField, ToolButton
from lapwing.gui.widgets.counts import grouped
from lapwing.results.conditions import read_conditions, written

_TYPING_MS: Final = 250


class FilterBar(QWidget):
    """A text that rows are to contain, or conditions such as `total > 100 and region = 'north'`.

    Signals:
        conditions_changed(object): Others are wanted, as a tuple of `RowCondition`.
        closed(): It was closed; the filter is gone.
    """

    conditions_changed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_bar")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._columns: Sequence[Column] = ()
        self._wanted: tuple[RowCondition, ...] = ()
        self.field = SearchField(self.tr("Text, or: column = value and column > value"), self, name="filter_text")
        self.field.setToolTip(
            self.tr("Shows loaded rows that contain the text, or fulfil conditions: =, !=, <, >, ~ (contains), is null")
        )
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.apply)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.field.returnPressed.connect(self.apply)
        self.count = PlainLabel("", self, look="dim")
        self.count.setObjectName("filter_count")
        close = ToolButton("close", "", self, name="filter_close", tip=self.tr("Close (Escape)"), color="dim_text")
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(close)
        self.hide()

    def begin(self, columns: Sequence[Column]) -> None:
        """Another result is shown, without a filter."""
        self._columns = columns
        self._set_text("")
        self._wanted = ()
        self.count.setText("")
        self.hide()

    def open(self) -> None:
        """Show it with the keyboard in it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def close_bar(self) -> None:
        """Show all rows again."""
        self._set_text("")
        self.hide()
        self.apply()
        self.closed.emit()

    def add(self, condition: RowCondition) -> None:
        """Put one more condition behind those that are there."""
        kept = [known for known in read_conditions(self.field.text(), self._columns) if known != condition]
        if any(known.column is None for known in kept):
            kept = []  # a mere text and conditions do not go together in one line
        self._set_text(" and ".join(written(known, self._columns) for known in (*kept, condition)))
        self.show()
        self.apply()

    def _set_text(self, text: str) -> None:
        self.field.setText(text)
        self._typing.stop()

    def apply(self) -> None:
        """Have the rows filtered by what is written now."""
        self._typing.stop()
        wanted = read_conditions(self.field.text(), self._columns)
        if wanted != self._wanted:
            self._wanted = wanted
            self.conditions_changed.emit(wanted)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many of how many rows are shown."""
        words = self.tr("{shown} of {total} rows").format(shown=grouped(shown), total=grouped(total))
        self.count.setText(words if self._wanted else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
