"""What stands in the navigator's place while there is nothing to list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lapwing.gui.widgets import PlainLabel


def _column(place: QWidget, *texts: str) -> QVBoxLayout:
    down = QVBoxLayout(place)
    down.setContentsMargins(16, 20, 16, 16)
    down.setSpacing(8)
    for number, text in enumerate(texts):
        label = PlainLabel(text, look="dim" if number else "", lines=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        down.addWidget(label)
    return down


class NothingYet(QWidget):
    """There is no connection.

    Signals:
        file_wanted: A SQLite file is to be chosen.
        connection_wanted: A connection is to be made.
    """

    file_wanted = Signal()
    connection_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("navigator_nothing_yet")
        title = self.tr("No connections yet")
        hint = self.tr("Connect to a server, open a SQLite file, or drop one here.")
        self.setAccessibleName(f"{title}. {hint}")
        down = _column(self, title, hint)
        down.addSpacing(4)
        for text, name, wanted in (
            (self.tr("New connection…"), "connect", self.connection_wanted),
            (self.tr("Open a SQLite file…"), "open", self.file_wanted),
        ):
            button = QPushButton(text)
            button.setObjectName(f"navigator_nothing_yet.{name}")
            button.setAccessibleName(text)
            button.clicked.connect(wanted)
            down.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(1)


class NothingFits(QWidget):
    """The filter lets nothing through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("navigator_nothing_fits")
        title = self.tr("Nothing fits")
        hint = self.tr("Searched is what was opened once, and the schemas beside it. A comma means or: cust, order")
        self.setAccessibleName(f"{title}. {hint}")
        _column(self, title, hint).addStretch(1)
