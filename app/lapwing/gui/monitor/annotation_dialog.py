"""The question for an annotation: its words, and when."""

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

_LONGEST = 500
_WIDTH_PX = 420


class AnnotationDialog(QDialog):
    """Opened, never executed. Qt's thread.

    Signals:
        annotated(str, float): The words, and Unix seconds.
    """

    annotated = Signal(str, float)

    def __init__(self, at: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("annotation_dialog")
        self.setWindowTitle(self.tr("Annotate"))
        self.setMinimumWidth(_WIDTH_PX)
        self.words = QLineEdit(self)
        self.words.setObjectName("annotation_words")
        self.words.setAccessibleName(self.tr("What happened"))
        self.words.setMaxLength(_LONGEST)
        self.moment = QDateTimeEdit(QDateTime.fromMSecsSinceEpoch(int(at * 1000)), self)
        self.moment.setObjectName("annotation_moment")
        self.moment.setAccessibleName(self.tr("When"))
        self.moment.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
        self.buttons = QDialogButtonBox(self)
        self._add = self.buttons.addButton(self.tr("Annotate"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        form = QFormLayout()
        form.addRow(self.tr("What happened"), self.words)
        form.addRow(self.tr("When"), self.moment)
        down = QVBoxLayout(self)
        down.addLayout(form)
        down.addWidget(self.buttons)
        self._add.setEnabled(False)
        self.words.textChanged.connect(lambda text: self._add.setEnabled(bool(text.strip())))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._tell)
        self.finished.connect(self.deleteLater)

    def _tell(self) -> None:
        self.annotated.emit(self.words.text().strip(), self.moment.dateTime().toMSecsSinceEpoch() / 1000)
