"""The question before statements are cancelled or sessions are ended on a server."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QWidget

from lapwing.domain.connections import Confirmation, Connection
from lapwing.domain.environments import Safeguards
from lapwing.domain.monitoring.activity import ActivitySession
from lapwing.gui.monitor import sessions_texts as texts
from lapwing.gui.shell.deliberate_dialog import DeliberateDialog, Deliberation

_ROW_PX: Final = 24
_MOST_ROWS: Final = 6


class EndSessionsDialog(DeliberateDialog):
    """Shows whom it is about. Qt's thread."""

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
        end = QCoreApplication.translate("EndSessionsDialog", "End session")
        cancel = QCoreApplication.translate("EndSessionsDialog", "Cancel statement")
        asked = Deliberation(
            name=connection.name,
            by_name=safeguards.confirmation is Confirmation.NAME,
            place=(connection.name, environment),
            color=safeguards.color,
            do=end if terminates else cancel,
            leave=QCoreApplication.translate("EndSessionsDialog", "Do nothing"),
        )
        super().__init__(asked, parent, name="end_sessions")
        self.setWindowTitle(asked.do)
        self._sessions = sessions
        self._terminates = terminates
        self.list = QListWidget(self)
        self.list.setObjectName("end_sessions.list")
        self.list.setAccessibleName(self.tr("Chosen sessions"))
        self._fill()
        self._lay_out(self._title(), self._told(), self.list)

    def _fill(self) -> None:
        for session in self._sessions:
            statement = texts.first_line(session.statement)
            self.list.addItem(" · ".join(part for part in (texts.facts_text(session), statement) if part))
        self.list.setFixedHeight(min(len(self._sessions), _MOST_ROWS) * _ROW_PX + 4)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)

    def _title(self) -> str:
        count = len(self._sessions)
        if self._terminates:
            return self.tr("End %n session(s)?", "", count)
        return self.tr("Cancel the statements of %n session(s)?", "", count)

    def _told(self) -> str:
        if self._terminates:
            return self.tr("The server rolls back what they have not committed, and whoever uses them is cut off.")
        return self.tr("Whoever runs them gets an error. Transactions around them fail or go on, as the server has it.")


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
    return await dialog.ask()
