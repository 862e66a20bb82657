"""Running what stands in an editor tab: a statement, a selection, the script, a file; and what comes of it."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer

from lapwing.domain.errors import LapwingError, from_wire
from lapwing.domain.events import Event, StatementRefused, StatementStarted
from lapwing.domain.query import OnError, RunOutcome, ScriptTransaction
from lapwing.gui.editor.session import ScriptFile
from lapwing.gui.i18n import error_texts
from lapwing.gui.shell.tab_confirming import TabConfirming
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.gui.shell.query_tab import QueryTab

_TICK_MS: Final = 100
_MOST_READ_BYTES: Final = 4 << 20
"""Of larger files the parameters are not looked for: a statement of theirs that has some ends the run, and says so."""


class TabRunning(QObject):
    """Asks a tab's session to run, and shows in editor and results what it tells. Qt's thread."""

    def __init__(
        self, tab: "QueryTab", start: Callable[[Coroutine[Any, Any, Any]], None], changed: Callable[[], None]
    ) -> None:
        """`start` runs a coroutine; `changed` is called when run and results are others now."""
        super().__init__(tab)
        self._tab = tab
        self._start = start
        self._changed = changed
        self._sql = ""
        self._offset = 0
        self._keeps_results = False
        self.confirming = TabConfirming(tab)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(tab.changed)
        session = tab.session
        tab.parameters.cancelled.connect(self._given_up)
        session.run_began.connect(self._began)
        session.run_event.connect(self._hear)
        session.run_ended.connect(self._ended)

    def run_statement(self) -> None:
        """Run the selection, or else the statement under the caret."""
        tab = self._tab
        selected = tab.editor.selected_range()
        if selected is not None:
            start, end = selected
            self.run_text(tab.editor.text()[start:end], start)
            return
        found = tab.statement_at(tab.editor.caret)
        if found is not None:
            self.run_text(tab.editor.text()[found.start : found.end], found.start)
        else:
            tab.say_nothing_at_caret()

    def run_in_new_result(self) -> None:
        """Run the statement and keep the results that are there."""
        self._keeps_results = True
        self.run_statement()

    def _given_up(self) -> None:
        self._keeps_results = False

    def run_file(self, file: ScriptFile, transaction: ScriptTransaction) -> None:
        """Run the statements of a file; `script` as transaction undoes all of them at an error, else one is asked."""
        tab = self._tab
        if tab.session.is_running:
            return
        settings = read_settings()
        self._sql, self._offset = "", 0
        limit, pause_s = tab.results.tools.limit_for(settings.row_limit or None), float(settings.pause_s)
        on_error: OnError = "stop" if transaction else "ask"

        async def run() -> None:
            confirmed = await self.confirming.confirmed("", file.path)
            if confirmed is None:
                return
            values = await tab.parameters.values(await asyncio.to_thread(_read, file.path))
            if values is None:
                return
            run_it = partial(tab.session.run, "", 0, limit, pause_s, file=file, on_error=on_error)
            await run_it(transaction=transaction, parameters=values, confirmed=confirmed)

        self._start(run())

    def run_text(self, sql: str, offset: int, row_limit: int | None = -1, *, on_error: OnError = "stop") -> None:
        """Run a text that stands at `offset` in the tab; -1 means the limit of the tab or the settings."""
        tab = self._tab
        if tab.session.is_running or not sql.strip():
            self._keeps_results = False
            return
        settings = read_settings()
        limit = tab.results.tools.limit_for(settings.row_limit or None) if row_limit == -1 else row_limit
        self._start(self._run(sql, offset, limit, float(settings.pause_s), on_error))

    async def _run(self, sql: str, offset: int, limit: int | None, pause_s: float, on_error: OnError) -> None:
        """Run it once what has to be confirmed is, and values are there."""
        confirmed = await self.confirming.confirmed(sql)
        if confirmed is None:
            self._given_up()
            return
        self._sql, self._offset = sql, offset
        await self._tab.parameters.run(sql, offset, limit, pause_s, on_error=on_error, confirmed=confirmed)

    # what comes of it

    def _began(self, _run_id: str) -> None:
        self._tab.editor.clear_error()
        self._tab.results.begin_run(keep=self._keeps_results)
        self._keeps_results = False
        self._ticking.start()
        self._changed()

    def _hear(self, event: Event) -> None:
        if isinstance(event, StatementStarted):
            start, end = event.start - self._offset, event.end - self._offset
            self._tab.results.know_statement(event.index, event.sql or self._sql[start:end])
        elif isinstance(event, StatementRefused):
            self._show_error(event)
        self._tab.results.hear(event)
        if self._tab.session.is_paused:
            self._changed()

    def _show_error(self, event: StatementRefused) -> None:
        position, editor = event.error.facts.get("position"), self._tab.editor
        if isinstance(position, int) and event.error.code != "statement.cancelled":
            editor.show_error_at(position, error_texts(from_wire(event.error))[0])
            event.error.facts["line"] = editor.text().count("\n", 0, position) + 1

    def _ended(self, outcome: RunOutcome | None, error: LapwingError | None) -> None:
        self._ticking.stop()
        results = self._tab.results
        brought_nothing = error is not None or (outcome is not None and bool(outcome.failed or outcome.cancelled))
        results.end_run(failed=brought_nothing)
        if error is not None:
            results.say("error", "\n".join(filter(None, error_texts(error))))
        if error is not None or results.current is None or (outcome is not None and outcome.failed):
            results.show_messages()
        self._changed()


def _read(path: str) -> str:
    """The text of a script in which parameters are looked for; empty where it is too large, or the run says why not."""
    try:
        if Path(path).stat().st_size > _MOST_READ_BYTES:
            return ""
        return Path(path).read_text("utf-8", "replace")
    except OSError:  # the run meets it, too, and tells it
        return ""
