"""The field one types a filter or a search into."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from lapwing.gui.theme import Theme, icon


class SearchField(QLineEdit):
    """A line with a magnifying glass, and a cross while it holds text; Escape empties it.

    Escape in an empty field goes on to whoever is around it, so that it can leave the field.

    Signals:
        left_downwards(): The down key: who typed wants to go to what was found.
    """

    left_downwards = Signal()

    def __init__(self, prompt: str, parent: QWidget | None = None, *, name: str, hint: str = "") -> None:
        """Make a field.

        Args:
            prompt: What can be looked for here, translated: placeholder and accessible name.
            parent: As in Qt.
            name: The objectName.
            hint: Written at the far end while the field is empty, such as the key that leads here.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self._hint = hint
        self.addAction(icon("search", "faint_text"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icon("close", "dim_text"), self.tr("Clear"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint and not self.text():
            painter = QPainter(self)
            painter.setPen(Theme.current().colors.faint_text)
            rect = QRect(self.rect().adjusted(10, 0, -10, 0))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), self._hint)
