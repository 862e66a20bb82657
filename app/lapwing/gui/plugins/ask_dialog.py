"""A question with what comes of it, and where one is needed, a line to be filled in."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lapwing.gui.widgets import PlainLabel
from lapwing.gui.widgets.form_rows import LabelledRows, Line
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 480


class AskDialog(QDialog):
    """Opened, never executed. The answer that changes nothing is the usual one. Qt's thread.

    Signals:
        agreed(str): what stands in its line.
    """

    agreed = Signal(str)

    def __init__(self, title: str, sentence: str, verb: str, parent: QWidget, *, name: str, line: str = "") -> None:
        """`line` is the label of a line to be filled in; empty: there is none."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH_PX)
        self.line = Line(line, name=f"{name}_line")
        self.cancel_button = self._button(self.tr("Cancel"), f"{name}_cancel")
        self.do_button = self._button(verb, f"{name}_do")
        self.cancel_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.do_button)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 16, 20, 16)
        down.setSpacing(12)
        down.addWidget(PlainLabel(title, self, look="title", lines=True))
        down.addWidget(PlainLabel(sentence, self, lines=True))
        if line:
            rows = LabelledRows()
            rows.add(line, self.line)
            down.addLayout(rows)
        else:
            self.line.setParent(self)
            self.line.hide()
        down.addSpacing(4)
        down.addLayout(buttons)
        put_in_reading_order(self)
        self.cancel_button.clicked.connect(self.reject)
        self.do_button.clicked.connect(self._agree)
        self.finished.connect(self.deleteLater)

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(name)
        made.setAutoDefault(False)
        return made

    def _agree(self) -> None:
        self.agreed.emit(self.line.text().strip())
        self.accept()
