"""The question for a time of a person's own."""

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

_WIDTH_PX = 340


class RangeDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        range_chosen(float, float): Unix seconds.
    """

    range_chosen = Signal(float, float)

    def __init__(self, start: float, end: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("range_dialog")
        self.setWindowTitle(self.tr("Time shown"))
        self.setMinimumWidth(_WIDTH_PX)
        self.start = self._field(start, "range_start", self.tr("From"))
        self.end = self._field(end, "range_end", self.tr("Until"))
        self.buttons = QDialogButtonBox(self)
        self._show = self.buttons.addButton(self.tr("Show"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        form = QFormLayout()
        form.addRow(self.tr("From"), self.start)
        form.addRow(self.tr("Until"), self.end)
        down = QVBoxLayout(self)
        down.addLayout(form)
        down.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.range_chosen.emit(*self._times()))
        self.finished.connect(self.deleteLater)

    def _field(self, at: float, name: str, label: str) -> QDateTimeEdit:
        field = QDateTimeEdit(QDateTime.fromMSecsSinceEpoch(int(at * 1000)), self)
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
        field.dateTimeChanged.connect(self._check)
        return field

    def _check(self) -> None:
        start, end = self._times()
        self._show.setEnabled(start < end)

    def _times(self) -> tuple[float, float]:
        return self.start.dateTime().toSecsSinceEpoch(), self.end.dateTime().toSecsSinceEpoch()
