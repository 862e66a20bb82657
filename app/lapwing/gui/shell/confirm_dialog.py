"""The question before something is sent to a connection that wants changes to be confirmed."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from lapwing.domain.connections import Confirmation
from lapwing.domain.environments import RunJudged
from lapwing.domain.visible import visible_text
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.shell.deliberate_dialog import DeliberateDialog, Deliberation
from lapwing.gui.widgets.counts import with_grouped
from lapwing.sql.dialect import Dialect

_CODE_PX: Final = 150
_LONGEST: Final = 20_000
"""Characters that are shown of what would be sent."""


class ConfirmDialog(DeliberateDialog):
    """Shows what would be sent. Qt's thread."""

    def __init__(self, judged: RunJudged, shown: str, dialect: Dialect, color: str, parent: QWidget) -> None:
        """`shown` is what would be sent, `color` that of the connection."""
        asked = Deliberation(
            name=judged.name,
            by_name=judged.needed is Confirmation.NAME,
            place=(judged.connection, judged.environment),
            color=color,
            do=QCoreApplication.translate("ConfirmDialog", "Run"),
            leave=QCoreApplication.translate("ConfirmDialog", "Cancel"),
        )
        super().__init__(asked, parent, name="confirm_run")
        self.setWindowTitle(self.tr("Confirm"))
        self._judged = judged
        self.code = CodeView(self, name="confirm_run.statements")
        self.code.setAccessibleName(self.tr("What will be sent"))
        self.code.setReadOnly(True)
        self.code.set_wrapping(True)
        self.code.set_dialect(dialect)
        self.code.set_text(shown[:_LONGEST])
        self.code.setFixedHeight(_CODE_PX)
        self._lay_out(self._title(), self._told(), self.code)

    def _title(self) -> str:
        return self.tr("Run this on {connection}?").replace("{connection}", visible_text(self._judged.connection))

    def _told(self) -> str:
        count = self._judged.count
        if not count:
            return self.tr("It was not looked into, and may change data or definitions.")
        if self._asked.by_name:
            words = self.tr("%n statement(s) empty or drop something, or change every row of a table.", "", count)
        else:
            words = self.tr("%n statement(s) may change data or definitions.", "", count)
        return with_grouped(words, count)


async def ask_to_run(judged: RunJudged, shown: str, dialect: Dialect, color: str, parent: QWidget) -> bool:
    """Ask and wait; whether the person wants it to be sent."""
    return await ConfirmDialog(judged, shown, dialect, color, parent).ask()
