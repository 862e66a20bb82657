"""The Query menu: running statements, and the transaction they are in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from lapwing.domain.connections import TransactionMode
from lapwing.gui.shell.page import Handlers
from lapwing.gui.shell.query_tab import QueryTab
from lapwing.gui.shell.questions import Choice, ask
from lapwing.gui.shell.tab_transactions import TabTransactions
from lapwing.sql.classify import statement_facts

if TYPE_CHECKING:
    from lapwing.gui.shell.window import MainWindow

_STEP = 100_000
_LEVELS = ("read_uncommitted", "read_committed", "repeatable_read", "serializable")


def attach(window: "MainWindow") -> Handlers:
    actions = QueryActions(window)
    window.run_again_wanted.connect(lambda tab, sql, rows: window.start(actions.run_again(tab, sql, rows)))
    return actions.handlers()


class QueryActions(QObject):
    """What the tab in front does with its session. Qt's thread."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def _with_tab(self, act: Callable[[QueryTab], object]) -> None:
        if self._window.tab is not None:
            act(self._window.tab)

    def handlers(self) -> Handlers:
        return {
            "query.run": lambda: self._with_tab(lambda tab: tab.run_statement()),
            "query.run_script": lambda: self._with_tab(lambda tab: tab.run_script()),
            "query.run_in_new_tab": lambda: self._with_tab(lambda tab: tab.run_in_new_result()),
            "query.run_with_values": lambda: self._with_tab(lambda tab: tab.parameters.ask_anew(tab.run_statement)),
            "query.cancel": lambda: self._with_tab(lambda tab: tab.cancel()),
            "transaction.commit": self._transacting(lambda tab: tab.commit()),
            "transaction.roll_back": self._transacting(lambda tab: tab.roll_back()),
            "transaction.use_auto": self._transacting(lambda tab: tab.set_mode(TransactionMode.AUTO)),
            "transaction.use_manual": self._transacting(lambda tab: tab.set_mode(TransactionMode.MANUAL)),
            **{f"isolation.use_{name}": self._isolating(name) for name in _LEVELS},
            "session.reconnect": self._transacting(lambda tab: tab.reconnect()),
            "result.load_more": lambda: self._with_tab(lambda tab: tab.results.fetch_more(_STEP)),
            "result.load_all": lambda: self._with_tab(lambda tab: tab.results.fetch_more(None)),
        }

    def _isolating(self, name: str) -> Callable[[], object]:
        level = name.upper().replace("_", " ")
        return self._transacting(lambda tab: tab.set_isolation(level))

    def _transacting(self, act: Callable[[TabTransactions], object]) -> Callable[[], object]:
        return lambda: self._with_tab(lambda tab: act(tab.transactions))

    async def run_again(self, tab: QueryTab, sql: str, rows: int | None) -> None:
        """More rows of a statement that is no longer open: asked first, and only for what certainly reads."""
        if not statement_facts(tab.dialect, sql).reads_only:
            tab.results.say(
                "warning",
                self.tr("This statement may change data; it is not run again for more rows. Run it yourself."),
            )
            tab.results.show_messages()
            return
        detail = self.tr("It is sent again from its beginning; rows may have changed meanwhile.")
        if tab.session.has_open_transaction:
            detail += "\n" + self.tr("A transaction is open; the statement runs in it.")
        answer = await ask(
            self._window,
            self.tr("Run again"),
            self.tr("The statement is no longer open on the server. Run it again to get more rows?"),
            detail,
            (
                Choice("run", self.tr("Run again"), QMessageBox.ButtonRole.AcceptRole),
                Choice("keep", self.tr("Keep these rows"), QMessageBox.ButtonRole.RejectRole),
            ),
            default="run",
            escape="keep",
        )
        if answer == "run":
            tab.run_text(sql, tab.place_of(sql), rows)
