"""What a tab says of its transaction above its text: that it will be rolled back, or that it was lost."""

import time
from collections.abc import Callable, Coroutine
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from lapwing.domain.errors import LapwingError
from lapwing.domain.history import FetchTransaction, TransactionStatements
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.session import TabSession
from lapwing.gui.i18n import error_text
from lapwing.gui.shell.clock_text import clock_text
from lapwing.gui.shell.lost_script import lost_script
from lapwing.gui.shell.tab_transactions import TabTransactions
from lapwing.gui.widgets import Banner, Level

_SECOND_MS: Final = 1_000


class TransactionNotice(QObject):
    """Owns the tab's banner. Qt's thread.

    Signals:
        ticked(): a second of an open transaction has passed.
        script_wanted(str, str): a title, and the statements of a lost transaction, to be opened and not run.
    """

    ticked = Signal()
    script_wanted = Signal(str, str)

    def __init__(
        self,
        client: EngineClient,
        session: TabSession,
        transactions: TabTransactions,
        start: Callable[[Coroutine[Any, Any, Any]], None],
        name: Callable[[], str],
        parent: QObject,
    ) -> None:
        """`start` runs a coroutine; `name` tells what the tab is connected to."""
        super().__init__(parent)
        self._client = client
        self._session = session
        self._transactions = transactions
        self._start = start
        self._name = name
        self._expires_at: float | None = None
        self.banner = Banner(name="transaction_banner")
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self._tick)
        session.transaction_changed.connect(lambda _state: self._transaction_changed())
        session.transaction_expiring.connect(self._expiring)
        session.transaction_lost.connect(self._lost)
        session.run_began.connect(lambda _run_id: self._take_back())

    def _transaction_changed(self) -> None:
        if self._session.has_open_transaction:
            self._clock.start()
        else:
            self._clock.stop()
            self._take_back()

    def _tick(self) -> None:
        self.ticked.emit()
        if self._expires_at is not None:
            self.banner.set_text(self._sentence())

    # it will be rolled back

    def _expiring(self, in_s: float | None) -> None:
        if in_s is None:
            self._take_back()
            return
        self._expires_at = time.monotonic() + in_s
        self.banner.say(Level.WARNING, self._sentence())
        self._offer(self.tr("Keep open"), "keep_transaction", self._keep_open)
        self._offer(self.tr("Commit"), "commit_transaction", self._transactions.commit)
        self._offer(self.tr("Roll back"), "roll_back_transaction", self._transactions.roll_back)

    def _sentence(self) -> str:
        left_s = max(0.0, (self._expires_at or 0.0) - time.monotonic())
        text = self.tr("The open transaction of {connection} rolls back in {time}.")
        return text.replace("{time}", clock_text(left_s)).replace("{connection}", self._name())

    def _take_back(self) -> None:
        if self._expires_at is not None:
            self._expires_at = None
            self.banner.clear()

    def _offer(self, text: str, name: str, act: Callable[[], object]) -> None:
        self.banner.add_action(text, name=name).clicked.connect(lambda _checked: act())

    def _keep_open(self) -> None:
        self._start(self._keep_it_open())

    async def _keep_it_open(self) -> None:
        try:
            await self._session.keep_open()
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))

    # it was lost

    def _lost(self, session_id: str, sentence: str) -> None:
        self._expires_at = None
        if (
            self._session.facts is not None and not self._session.run_id
        ):  # otherwise it is told with the run, or the engine
            self._transactions.tell_loss(sentence)
        self.banner.say(Level.WARNING, sentence)
        self._offer(
            self.tr("Open its statements as a script"),
            "open_lost_statements",
            lambda: self._start(self._open_script(session_id, sentence)),
        )

    async def _open_script(self, session_id: str, sentence: str) -> None:
        try:
            found = await self._client.call("history.transaction", FetchTransaction(session_id), TransactionStatements)
        except LapwingError as error:
            self.banner.say(Level.ERROR, error_text(error))
            return
        if not found.entries:
            self.banner.say(Level.INFO, self.tr("The history holds no statements of that transaction."))
            return
        self.banner.clear()
        self.script_wanted.emit(self.tr("Lost transaction"), lost_script(found.entries, sentence))
