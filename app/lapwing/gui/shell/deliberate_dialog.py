"""A question that nobody should answer by mistake: Enter does nothing unless the connection was named, where that is
asked for."""

import asyncio
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.visible import visible_text
from lapwing.gui.widgets import PlainLabel, StatusDot
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 560


@dataclass(frozen=True, slots=True)
class Deliberation:
    """What is asked.

    Attributes:
        name: Of the connection, as it is to be typed.
        by_name: Whether it has to be.
        place: The names that stand above: connection and environment.
        color: Of the connection.
        do, leave: The words of the two buttons.
    """

    name: str
    by_name: bool
    place: tuple[str, ...]
    color: str
    do: str
    leave: str


class DeliberateDialog(QDialog):
    """Opened, never executed: `ask`. Qt's thread."""

    def __init__(self, asked: Deliberation, parent: QWidget, *, name: str) -> None:
        """`name` is the dialog's own, and the beginning of its parts'."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(_WIDTH_PX)
        self._asked = asked
        self.typed = QLineEdit(self)
        self.typed.setObjectName(f"{name}.name")
        self.do = QPushButton(asked.do, self)
        self.do.setObjectName(f"{name}.do")
        self.do.setAutoDefault(False)
        self.leave = QPushButton(asked.leave, self)
        self.leave.setObjectName(f"{name}.leave")
        self.typed.textChanged.connect(self._update)
        self.do.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self, title: str, told: str, shown: QWidget) -> None:
        """Put everything below each other: the question, what follows from it, and in a frame what it is about."""
        heading = PlainLabel(title, self, look="title", lines=True)
        heading.setObjectName(f"{self.objectName()}.title")
        down = QVBoxLayout(self)
        down.setContentsMargins(18, 16, 18, 14)
        down.setSpacing(8)
        down.addWidget(heading)
        down.addLayout(self._place())
        down.addWidget(PlainLabel(told, self, lines=True))
        down.addWidget(self._framed(shown))
        if self._asked.by_name:
            text = self.tr("Type {name} to go on.").replace("{name}", visible_text(self._asked.name))
            label = PlainLabel(text, self, lines=True)
            label.setBuddy(self.typed)
            self.typed.setAccessibleName(text)
            down.addWidget(label)
        self.typed.setVisible(self._asked.by_name)
        down.addWidget(self.typed)
        down.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addStretch(1)
        across.addWidget(self.leave)
        across.addWidget(self.do)
        down.addLayout(across)
        put_in_reading_order(self)
        self._update()
        (self.typed if self._asked.by_name else self.leave).setFocus()

    def _place(self) -> QHBoxLayout:
        place = QHBoxLayout()
        place.setSpacing(6)
        names = " · ".join(visible_text(name) for name in self._asked.place if name)
        place.addWidget(StatusDot(self._asked.color, names, self))
        place.addWidget(PlainLabel(names, self, look="dim", elide=True), 1)
        return place

    def _framed(self, shown: QWidget) -> QWidget:
        frame = QWidget(self)
        frame.setProperty("look", "line")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(shown)
        return frame

    def _update(self) -> None:
        """Enter does it only when the name was typed; otherwise it leaves everything."""
        asked = self._asked
        is_named = asked.by_name and self.typed.text() in {asked.name, visible_text(asked.name)}
        self.do.setEnabled(is_named or not asked.by_name)
        (self.do if is_named else self.leave).setDefault(True)

    async def ask(self) -> bool:
        """Open it and wait; whether the person wants it. The dialog is gone afterwards."""
        answered: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def finish(code: int) -> None:
            if not answered.done():
                answered.set_result(code)

        self.finished.connect(finish)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.open()
        try:
            return await answered == QDialog.DialogCode.Accepted
        finally:
            self.hide()
            self.deleteLater()
