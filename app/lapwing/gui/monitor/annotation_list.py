"""The annotations of the time shown, to be changed and deleted."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from lapwing.domain.monitoring.annotations import LONGEST_TEXT, Annotation

TIME_FORMAT: Final = "yyyy-MM-dd HH:mm:ss"
_MOST_ROWS: Final = 7
_ROW_PX: Final = 24
_ID: Final = Qt.ItemDataRole.UserRole
_BEFORE: Final = Qt.ItemDataRole.UserRole + 1


class AnnotationList(QWidget):
    """The newest first. Qt's thread.

    Signals:
        text_changed(str, str): The id of one, and other words for it.
        removed(str): The id of one that is to go.
    """

    text_changed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, annotations: Sequence[Annotation], parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = QTreeWidget(self)
        self.rows.setObjectName("annotation_rows")
        self.rows.setAccessibleName(self.tr("Annotations of the time shown"))
        self.rows.setColumnCount(2)
        self.rows.setHeaderHidden(True)
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.setAllColumnsShowFocus(True)
        self.rows.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.rows.setMinimumHeight((min(len(annotations), _MOST_ROWS) + 1) * _ROW_PX)
        for each in sorted(annotations, key=lambda one: one.at, reverse=True):
            self._add(each)
        self.change = QPushButton(self.tr("Change"), self)
        self.change.setObjectName("annotation_change")
        self.delete = QPushButton(self.tr("Delete"), self)
        self.delete.setObjectName("annotation_delete")
        for button in (self.change, self.delete):
            button.setAutoDefault(False)
        self._lay_out()
        self.rows.itemSelectionChanged.connect(self._update)
        self.rows.itemChanged.connect(self._changed)
        self.rows.itemDoubleClicked.connect(lambda item, _column: self.rows.editItem(item, 1))
        self.change.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        self._update()

    def _add(self, each: Annotation) -> None:
        when = QDateTime.fromMSecsSinceEpoch(int(each.at * 1_000)).toString(TIME_FORMAT)
        item = QTreeWidgetItem(self.rows, [when, each.text])
        item.setData(0, _ID, each.id)
        item.setData(1, _BEFORE, each.text)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.change)
        across.addWidget(self.delete)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(self.rows, 1)
        down.addLayout(across)

    def _chosen(self) -> QTreeWidgetItem | None:
        found = self.rows.selectedItems()
        return found[0] if found else None

    def _update(self) -> None:
        is_chosen = self._chosen() is not None
        self.change.setEnabled(is_chosen)
        self.delete.setEnabled(is_chosen)

    def _edit(self) -> None:
        if (item := self._chosen()) is not None:
            self.rows.editItem(item, 1)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        """Words were typed over those of a row; none at all leave it as it was."""
        before, text = item.data(1, _BEFORE), item.text(1).strip()[:LONGEST_TEXT]
        if column != 1 or item.text(1) == before:
            return
        item.setData(1, _BEFORE, text or before)
        item.setText(1, text or before)
        if text and text != before:
            self.text_changed.emit(item.data(0, _ID), text)

    def _delete(self) -> None:
        if (item := self._chosen()) is not None:
            self.rows.takeTopLevelItem(self.rows.indexOfTopLevelItem(item))
            self.removed.emit(item.data(0, _ID))
