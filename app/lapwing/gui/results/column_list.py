"""The list in which one chooses which columns are shown."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lapwing.domain.results import Column
from lapwing.domain.visible import visible_text
from lapwing.gui.widgets import SearchField, ToolButton
from lapwing.gui.widgets.reading_order import put_in_reading_order


class ColumnList(QDialog):
    """Every column with a check mark, and a filter over them. Qt's thread.

    Signals:
        chosen(object): The columns to be shown, as a frozenset of their places.
    """

    chosen = Signal(object)

    def __init__(
        self, columns: Sequence[Column], order: Sequence[int], hidden: frozenset[int], parent: QWidget
    ) -> None:
        """Offer columns in this order, those that are hidden without a mark."""
        super().__init__(parent)
        self.setObjectName("column_list")
        self.setWindowTitle(self.tr("Columns"))
        self.filter = SearchField(self.tr("Filter columns"), self, name="column_filter")
        self.filter.textChanged.connect(self._filter)
        self.list = QListWidget(self)
        self.list.setObjectName("column_names")
        self.list.setAccessibleName(self.tr("Columns"))
        for place in order:
            column = columns[place]
            kind = f"   {visible_text(column.type_name).lower()}" if column.type_name else ""
            item = QListWidgetItem(visible_text(column.name) + kind, self.list)
            item.setData(Qt.ItemDataRole.UserRole, place)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if place in hidden else Qt.CheckState.Checked)
        self._lay_out()

    def _lay_out(self) -> None:
        every = ToolButton("", self.tr("All"), self, name="columns_all", tip=self.tr("Show all columns of the list"))
        none = ToolButton("", self.tr("None"), self, name="columns_none", tip=self.tr("Hide all columns of the list"))
        every.clicked.connect(lambda _on=False: self._set_all(Qt.CheckState.Checked))
        none.clicked.connect(lambda _on=False: self._set_all(Qt.CheckState.Unchecked))
        above = QHBoxLayout()
        above.addWidget(self.filter, 1)
        above.addWidget(every)
        above.addWidget(none)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setObjectName("columns_ok")
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("columns_cancel")
        self.list.itemChanged.connect(lambda _item: self._ok.setEnabled(bool(self.shown())))
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        down = QVBoxLayout(self)
        down.setContentsMargins(12, 12, 12, 12)
        down.setSpacing(8)
        down.addLayout(above)
        down.addWidget(self.list, 1)
        down.addWidget(buttons)
        self.resize(380, 420)
        put_in_reading_order(self)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _filter(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text.casefold() not in item.text().casefold())

    def _set_all(self, state: Qt.CheckState) -> None:
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(state)

    def shown(self) -> frozenset[int]:
        """The columns with a mark."""
        marked = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        return frozenset(item.data(Qt.ItemDataRole.UserRole) for item in marked)

    def _take(self) -> None:
        self.chosen.emit(self.shown())
        self.accept()
