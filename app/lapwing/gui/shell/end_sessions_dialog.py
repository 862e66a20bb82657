"""The question before statements are cancelled or sessions are ended on a server."""

import asyncio
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from lapwing.domain.connections import Confirmation, Connection
from lapwing.domain.environments import Safeguards
from lapwing.domain.monitoring.activity import ActivitySession
from lapwing.domain.visible import visible_text
from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.widgets import PlainLabel, StatusDot
from lapwing.gui.widgets.reading_order import put_in_reading_order

_WIDTH_PX: Final = 560
_ROW_PX: Final = 24
_MOST_ROWS: Final = 6


class EndSessionsDialog(QDialog):
    """Shows whom it is about; where the connection asks for that, its name has to be typed. Opened, never executed.

    Qt's thread.
    """

    def __init__(
        self,
        sessions: Sequence[ActivitySession],
        connection: Connection,
        safeguards: Safeguards,
        environment: str,
        parent: QWidget,
        *,
        terminates: bool,
    ) -> None:
        """`environment` is what the connection's is called; `terminates`: whether sessions are ended, or only what they
        run."""
        super().__init__(parent)
        self.setObjectName("end_sessions")
        self.setMinimumWidth(_WIDTH_PX)
        self._sessions = sessions
        self._connection = connection
        self._safeguards = safeguards
        self._environment = environment
        self._terminates = terminates
        self._by_name = safeguards.confirmation is Confirmation.NAME
        self.list = QListWidget(self)
        self.list.setObjectName("end_sessions.list")
        self.list.setAccessibleName(self.tr("Chosen sessions"))
        self.typed = QLineEdit(self)
        self.typed.setObjectName("end_sessions.name")
        self.do = QPushButton(self.tr("End session") if terminates else self.tr("Cancel statement"), self)
        self.do.setObjectName("end_sessions.do")
        self.do.setAutoDefault(False)
        self.keep = QPushButton(self.tr("Do nothing"), self)
        self.keep.setObjectName("end_sessions.keep")
        self.setWindowTitle(self.do.text())
        self._fill()
        self._lay_out()
        put_in_reading_order(self)
        self.typed.textChanged.connect(self._update)
        self.do.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        self._update()
        (self.typed if self._by_name else self.keep).setFocus()

    def _fill(self) -> None:
        for session in self._sessions:
            statement = texts.first_line(session.statement)
            self.list.addItem(" · ".join(part for part in (texts.facts_text(session), statement) if part))
        self.list.setFixedHeight(min(len(self._sessions), _MOST_ROWS) * _ROW_PX + 4)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(6)
        connection = self._connection.name
        names = " · ".join(visible_text(name) for name in (connection, self._environment) if name)
        place.addWidget(StatusDot(self._safeguards.color, names, self))
        place.addWidget(PlainLabel(names, self, look="dim", elide=True), 1)
        title = PlainLabel(self._title(), self, look="title", lines=True)
        title.setObjectName("end_sessions.title")
        down = QVBoxLayout(self)
        down.setContentsMargins(18, 16, 18, 14)
        down.setSpacing(8)
        down.addWidget(title)
        down.addLayout(place)
        down.addWidget(PlainLabel(self._told(), self, lines=True))
        down.addWidget(self._framed())
        if self._by_name:
            text = self.tr("Type {name} to go on.").replace("{name}", visible_text(connection))
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
        across.addWidget(self.keep)
        across.addWidget(self.do)
        down.addLayout(across)

    def _title(self) -> str:
        count = len(self._sessions)
        if self._terminates:
            return self.tr("End %n session(s)?", "", count)
        return self.tr("Cancel the statements of %n session(s)?", "", count)

    def _told(self) -> str:
        if self._terminates:
            return self.tr("The server rolls back what they have not committed, and whoever uses them is cut off.")
        return self.tr("Whoever runs them gets an error. Transactions around them fail or go on, as the server has it.")

    def _framed(self) -> QWidget:
        frame = QWidget(self)
        frame.setProperty("look", "line")
        frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.list)
        return frame

    def _update(self) -> None:
        """Enter does it only when the name was typed; otherwise it does nothing."""
        name = self._connection.name
        is_named = self._by_name and self.typed.text() in {name, visible_text(name)}
        self.do.setEnabled(is_named or not self._by_name)
        (self.do if is_named else self.keep).setDefault(True)


async def ask_to_end(
    sessions: Sequence[ActivitySession],
    connection: Connection,
    safeguards: Safeguards,
    environment: str,
    parent: QWidget,
    *,
    terminates: bool,
) -> bool:
    """Ask and wait; whether the person wants it."""
    dialog = EndSessionsDialog(sessions, connection, safeguards, environment, parent, terminates=terminates)
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
