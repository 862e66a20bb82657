"""The question before something is sent to a connection that wants changes to be confirmed."""

import asyncio
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.connections import Confirmation
from lapwing.domain.environments import RunJudged
from lapwing.domain.visible import visible_text
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.widgets import PlainLabel, StatusDot
from lapwing.gui.widgets.counts import with_grouped
from lapwing.sql.dialect import Dialect

_WIDTH_PX: Final = 560
_CODE_PX: Final = 150
_LONGEST: Final = 20_000
"""Characters that are shown of what would be sent."""


class ConfirmDialog(QDialog):
    """Shows what would be sent; a name has to be typed where that is asked for. Opened, never executed. Qt's thread."""

    def __init__(self, judged: RunJudged, shown: str, dialect: Dialect, color: str, parent: QWidget) -> None:
        """`shown` is what would be sent, `color` that of the connection."""
        super().__init__(parent)
        self.setObjectName("confirm_run")
        self.setWindowTitle(self.tr("Confirm"))
        self.setMinimumWidth(_WIDTH_PX)
        self._judged = judged
        self._by_name = judged.needed is Confirmation.NAME
        self.code = CodeView(self, name="confirm_run.statements")
        self.code.setAccessibleName(self.tr("What will be sent"))
        self.code.setReadOnly(True)
        self.code.set_wrapping(True)
        self.code.set_dialect(dialect)
        self.code.set_text(shown[:_LONGEST])
        self.code.setFixedHeight(_CODE_PX)
        self.typed = QLineEdit(self)
        self.typed.setObjectName("confirm_run.name")
        self.run_button = QPushButton(self.tr("Run"), self)
        self.run_button.setObjectName("confirm_run.do")
        self.run_button.setAutoDefault(False)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setObjectName("confirm_run.cancel")
        self.cancel_button.setDefault(True)
        self._lay_out(color)
        self.typed.textChanged.connect(self._update)
        self.run_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._update()
        (self.typed if self._by_name else self.cancel_button).setFocus()

    def _lay_out(self, color: str) -> None:
        judged = self._judged
        place = QHBoxLayout()
        place.setSpacing(6)
        names = " · ".join(visible_text(name) for name in (judged.connection, judged.environment) if name)
        place.addWidget(StatusDot(color, names, self))
        place.addWidget(PlainLabel(names, self, look="dim", elide=True), 1)
        title = PlainLabel(self._title(), self, look="title", lines=True)
        title.setObjectName("confirm_run.title")
        down = QVBoxLayout(self)
        down.setContentsMargins(18, 16, 18, 14)
        down.setSpacing(8)
        down.addWidget(title)
        down.addLayout(place)
        down.addWidget(PlainLabel(self._told(), self, lines=True))
        down.addWidget(self._framed())
        if self._by_name:
            text = self.tr("Type {name} to go on.").replace("{name}", visible_text(judged.name))
            label = PlainLabel(text, self, lines=True)
            label.setBuddy(self.typed)
            self.typed.setAccessibleName(text)
            down.addWidget(label)
        self.typed.setVisible(self._by_name)
        down.addWidget(self.typed)
        down.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addStretch(1)
        across.addWidget(self.cancel_button)
        across.addWidget(self.run_button)
        down.addLayout(across)

    def _title(self) -> str:
        return self.tr("Run this on {connection}?").replace("{connection}", visible_text(self._judged.connection))

    def _told(self) -> str:
        count = self._judged.count
        if not count:
            return self.tr("It was not looked into, and may change data or definitions.")
        if self._by_name:
            words = self.tr("%n statement(s) empty or drop something, or change every row of a table.", "", count)
        else:
            words = self.tr("%n statement(s) may change data or definitions.", "", count)
        return with_grouped(words, count)

    def _framed(self) -> QWidget:
        frame = QWidget(self)
        frame.setProperty("look", "line")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.code)
        return frame

    def _update(self) -> None:
        """Enter runs only what was confirmed by its name; otherwise it cancels."""
        is_named = self._by_name and self.typed.text() in {self._judged.name, visible_text(self._judged.name)}
        self.run_button.setEnabled(is_named or not self._by_name)
        (self.run_button if is_named else self.cancel_button).setDefault(True)


async def ask_to_run(judged: RunJudged, shown: str, dialect: Dialect, color: str, parent: QWidget) -> bool:
    """Ask and wait; whether the person wants it to be sent."""
    dialog = ConfirmDialog(judged, shown, dialect, color, parent)
    answered: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finish(code: int) -> None:
        if not answered.done():
            answered.set_result(code)

    dialog.finished.connect(finish)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
    try:
        return await answered == QDialog.DialogCode.Accepted
    finally:
        dialog.hide()
        dialog.deleteLater()
