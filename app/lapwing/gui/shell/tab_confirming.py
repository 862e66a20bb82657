"""Before an editor tab sends something: what its connection wants to be confirmed is asked."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lapwing.domain.connections import Confirmation
from lapwing.domain.environments import JudgeRun, RunJudged
from lapwing.domain.errors import LapwingError
from lapwing.gui.i18n import error_text
from lapwing.gui.shell.place_name import place_name

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab


class TabConfirming(QObject):
    """Asks for one tab. The engine says what has to be confirmed, and refuses what was not. Qt's thread."""

    def __init__(self, tab: "QueryTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self._is_asking = False

    async def confirmed(self, sql: str, path: str = "") -> Confirmation | None:
        """How far the person has confirmed a text, or a file; None: it is not to be sent."""
        tab = self._tab
        connection = tab.saved.find(tab.session.place.connection_id)
        found = tab.saved.safeguards(connection)
        if connection is None or not found.asks:
            return Confirmation.NONE
        if self._is_asking:
            return None
        self._is_asking = True
        try:
            request = JudgeRun(connection.id, tab.dialect.id, "" if path else sql, path)
            judged = await tab.client.call("query.judge", request, RunJudged)
            return await self._ask(judged, sql, path, found.color)
        except LapwingError as error:
            tab.results.say("error", error_text(error))
            tab.results.show_messages()
            return None
        finally:
            self._is_asking = False

    async def _ask(self, judged: RunJudged, sql: str, path: str, color: str) -> Confirmation | None:
        needed = Confirmation(judged.needed)
        if needed is Confirmation.NONE:
            return needed
        from lapwing.gui.shell.confirm_dialog import ask_to_run  # only now: the window shows sooner

        tab = self._tab
        parts = [f"{sql[start:end]};" for start, end in judged.places]
        shown = path or "\n".join(parts) or sql
        judged = replace(judged, connection=place_name(tab.session.place, tab.saved))
        if await ask_to_run(judged, shown, tab.dialect, color, tab.window()):
            return needed
        tab.results.say("info", self.tr("Not confirmed; nothing was sent."))
        return None
