"""The question for an annotation: its words, and when. Beneath it those of the time shown."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from lapwing.domain.monitoring.annotations import LONGEST_TEXT, Annotation
from lapwing.gui.monitor.annotation_list import AnnotationList
from lapwing.gui.monitor.moment_field import MomentField
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 420
_LIST_WIDTH_PX: Final = 560


class AnnotationDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        annotated(str, float): The words, and Unix seconds.
        text_changed(str, str), removed(str): Of one that is there, as `AnnotationList` tells.
    """

    annotated = Signal(str, float)
    text_changed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, at: float, parent: QWidget, annotations: Sequence[Annotation] = ()) -> None:
        super().__init__(parent)
        self.setObjectName("annotation_dialog")
        self.setWindowTitle(self.tr("Annotate"))
        self.setMinimumWidth(_WIDTH_PX)
        self.words = QLineEdit(self)
        self.words.setObjectName("annotation_words")
        self.words.setAccessibleName(self.tr("What happened"))
        self.words.setMaxLength(LONGEST_TEXT)
        self.moment = MomentField(at, self.tr("When"), self, name="annotation_moment")
        self.buttons = QDialogButtonBox(self)
        self._add = self.buttons.addButton(self.tr("Annotate"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setObjectName("annotation_add")
        cancel = self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("annotation_cancel")
        form = QFormLayout()
        form.addRow(self.tr("What happened"), self.words)
        form.addRow(self.tr("When"), self.moment)
        down = QVBoxLayout(self)
        down.setContentsMargins(18, 16, 18, 14)
        down.setSpacing(12)
        down.addLayout(form)
        down.addWidget(self.buttons)
        self.list: AnnotationList | None = None
        if annotations:
            self.setMinimumWidth(_LIST_WIDTH_PX)
            self.list = AnnotationList(annotations, self)
            self.list.text_changed.connect(self.text_changed)
            self.list.removed.connect(self.removed)
            down.addWidget(self.list, 1)
        put_in_reading_order(self)
        self.words.setFocus()
        self._add.setEnabled(False)
        self.words.textChanged.connect(lambda text: self._add.setEnabled(bool(text.strip())))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._tell)
        self.finished.connect(self.deleteLater)

    def _tell(self) -> None:
        self.annotated.emit(self.words.text().strip(), self.moment.moment)
