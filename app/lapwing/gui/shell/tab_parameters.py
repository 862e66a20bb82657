"""The parameters of what a tab runs: asked for before it runs, and remembered."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from lapwing.domain.parameters import QueryParameter
from lapwing.gui.editor.session import TabSession
from lapwing.gui.results.pane import ResultPane
from lapwing.gui.shell.parameter_memory import keep_values, last_values
from lapwing.gui.shell.parameters_dialog import ParametersDialog
from lapwing.sql.dialect import Dialect
from lapwing.sql.parameters import names_in_script

_AT_ONCE: Final = 100_000
"""Characters; a longer script is searched beside the window's thread."""


class TabParameters(QObject):
    """Runs on a tab's session what may have parameters. Qt's thread.

    Attributes:
        asks: Whether the person is asked each time; else only for names that have no value yet in this tab.

    Signals:
        cancelled(): The person wants no run after all.
    """

    cancelled = Signal()

    def __init__(self, tab: QWidget, session: TabSession, results: ResultPane, dialect: Callable[[], Dialect]) -> None:
        super().__init__(tab)
        self.asks = True
        self._tab = tab
        self._session = session
        self._results = results
        self._dialect = dialect
        self._last: dict[str, QueryParameter] = {}

    def ask_anew(self, run: Callable[[], None]) -> None:
        """Ask from now on each time, first in the run that `run` begins."""
        self.asks = True
        run()

    def given(self, sql: str) -> tuple[QueryParameter, ...]:
        """The values that were given last for the names in a text, as far as there are."""
        return tuple(self._last[name] for name in _names(self._dialect(), sql) if name in self._last)

    async def run(self, sql: str, offset: int, row_limit: int | None, pause_s: float, **more: Any) -> None:
        """As `TabSession.run`, after the values were asked for."""
        values = await self.values(sql)
        if values is None:
            self.cancelled.emit()
        else:
            await self._session.run(sql, offset, row_limit, pause_s, parameters=values, **more)

    async def values(self, sql: str) -> tuple[QueryParameter, ...] | None:
        """A value for each name; None when the person would not say."""
        dialect = self._dialect()
        if len(sql) <= _AT_ONCE:
            names = _names(dialect, sql)
        else:
            names = await asyncio.to_thread(_names, dialect, sql)
        if not names:
            return ()
        if not self.asks and names.keys() <= self._last.keys():
            self._results.say("info", self.tr("Run with the values that were given last."))
            return tuple(self._last[name] for name in names)
        given = await self._ask(names)
        if given is not None:
            self._last |= {parameter.name: parameter for parameter in given}
            await keep_values(given)
        return given

    async def _ask(self, names: Mapping[str, str]) -> tuple[QueryParameter, ...] | None:
        last = {**await last_values(), **self._last}
        dialog = ParametersDialog(names, last, asks=self.asks, parent=self._tab.window())
        answered: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def finish(code: int) -> None:
            if not answered.done():
                answered.set_result(code)

        dialog.finished.connect(finish)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()
        try:
            if await answered != QDialog.DialogCode.Accepted:
                return None
            self.asks = dialog.asks.isChecked()
            return dialog.parameters()
        finally:
            dialog.hide()
            dialog.deleteLater()


def _names(dialect: Dialect, sql: str) -> dict[str, str]:
    return names_in_script(dialect, sql, dialect.split(sql))
