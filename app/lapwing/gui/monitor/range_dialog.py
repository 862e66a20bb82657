"""The question for a time of a person's own."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from lapwing.gui.monitor.moment_field import MomentField
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 340


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
        self.start = MomentField(start, self.tr("From"), self, name="range_start")
        self.end = MomentField(end, self.tr("Until"), self, name="range_end")
        buttons = QDialogButtonBox(self)
        self.show_button = buttons.addButton(self.tr("Show"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.show_button.setObjectName("range_show")
        cancel = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("range_cancel")
        form = QFormLayout()
        form.addRow(self.tr("From"), self.start)
        form.addRow(self.tr("Until"), self.end)
        down = QVBoxLayout(self)
        down.setSpacing(12)
        down.addLayout(form)
        down.addWidget(buttons)
        put_in_reading_order(self)
        for field in (self.start, self.end):
            field.dateTimeChanged.connect(self._check)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.range_chosen.emit(self.start.moment, self.end.moment))
        self.finished.connect(self.deleteLater)

    def _check(self) -> None:
        self.show_button.setEnabled(self.start.moment < self.end.moment)
