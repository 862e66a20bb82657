"""What a tab shows of a script while it runs, and what it asks at an error."""

import asyncio
from typing import Final, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.events import Event, ScriptErrorAsked, ScriptProgressed, StatementsCompleted
from lapwing.domain.query import ErrorChoice, RunOutcome
from lapwing.gui.editor.session import TabSession
from lapwing.gui.i18n import error_text
from lapwing.gui.results.pane import ResultPane
from lapwing.gui.shell.questions import Choice, ask
from lapwing.gui.widgets.counts import with_grouped

_SQL_SHOWN: Final = 300


class ScriptRunning(QObject):
    """Of the runs of one tab. Qt's thread."""

    def __init__(self, session: TabSession, results: ResultPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._results = results
        self._widget = parent
        self._asking: asyncio.Task[None] | None = None
        self._progress: ScriptProgressed | None = None
        session.run_event.connect(self._hear)
        session.run_ended.connect(self._ended)

    @property
    def words(self) -> str:
        """How far a long script is; empty when none runs."""
        told = self._progress
        if told is None:
            return ""
        text = self._counted(told.done, told.failed)
        return f"{text}, {100 * told.size_done // told.size} %" if told.size else text

    def _hear(self, event: Event) -> None:
        if isinstance(event, ScriptProgressed):
            self._progress = event
        elif isinstance(event, StatementsCompleted):
            self._say_several(event)
        elif isinstance(event, ScriptErrorAsked):
            self._asking = asyncio.ensure_future(self._ask(event))

    def _say_several(self, event: StatementsCompleted) -> None:
        first, last = f"{event.first + 1:,}", f"{event.first + event.count:,}"
        if event.count == 1:
            text = self.tr("Statement {first}").format(first=first)
        else:
            text = self.tr("Statements {first} to {last}").format(first=first, last=last)
        if event.rows_affected is None:
            done = self.tr("Done")
        else:
            done = with_grouped(self.tr("%n row(s) affected", "", event.rows_affected), event.rows_affected)
        self._results.say("done", f"{text}: {done}, {event.elapsed_s:.3f} s")

    async def _ask(self, event: ScriptErrorAsked) -> None:
        """Ask what is to become of the rest, and tell the engine."""
        error = from_wire(event.error)
        line = error.facts.get("line")
        where = self.tr("Statement {number} was refused.")
        if isinstance(line, int):
            where = self.tr("Statement {number}, in line {line}, was refused.")
        role = QMessageBox.ButtonRole
        choice = await ask(
            self._widget,
            self.tr("Script"),
            where.format(number=f"{event.index + 1:,}", line=line),
            f"{error_text(error)}\n\n{event.sql[:_SQL_SHOWN]}",
            (
                Choice("stop", self.tr("Stop"), role.RejectRole),
                Choice("continue", self.tr("Go on"), role.AcceptRole),
                Choice("continue_all", self.tr("Go on at every error"), role.ActionRole),
            ),
            default="stop",
            escape="stop",
        )
        try:
            await self._session.answer(cast("ErrorChoice", choice))
        except LapwingError as refused:
            self._results.say("error", error_text(refused))

    def _ended(self, outcome: RunOutcome | None, _error: LapwingError | None) -> None:
        """The run is over: nothing is left to be asked."""
        self._progress = None
        asking, self._asking = self._asking, None
        if asking is not None and not asking.done():
            asking.cancel()
        if outcome is not None and outcome.ran > 1:
            level = "warning" if outcome.failed or outcome.cancelled else "done"
            self._results.say(level, f"{self._counted(outcome.ran, outcome.failed)}, {outcome.elapsed_s:.3f} s")
        if outcome is not None and outcome.cancelled and outcome.ran != 1:
            self._results.say("warning", self.tr("The script was cancelled; what follows was not sent."))
        if outcome is not None and outcome.rolled_back:
            self._results.say("warning", self.tr("The transaction of the script was rolled back."))

    def _counted(self, done: int, refused: int) -> str:
        text = with_grouped(self.tr("%n statement(s)", "", done), done)
        return text + (", " + with_grouped(self.tr("%n refused", "", refused), refused) if refused else "")
