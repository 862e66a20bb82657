"""What a person does with a tab's session besides running statements: transactions, isolation, a new connection."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject

from lapwing.domain.connections import TransactionMode
from lapwing.domain.errors import LapwingError
from lapwing.gui.editor.session import TabSession
from lapwing.gui.i18n import error_texts
from lapwing.gui.results.pane import ResultPane


class TabTransactions(QObject):
    """Acts on a tab's session and tells in its messages what came of it. Qt's thread."""

    def __init__(
        self,
        session: TabSession,
        results: ResultPane,
        start: Callable[[Coroutine[Any, Any, Any]], None],
        mode_changed: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`start` runs a coroutine; `mode_changed` is called when commit mode or isolation may be others."""
        super().__init__(parent)
        self._session = session
        self._results = results
        self._start = start
        self._mode_changed = mode_changed

    def set_mode(self, mode: TransactionMode) -> None:
        """Automatic or manual commit."""
        self._start(self._tune(self._session.set_mode(TransactionMode(mode)), refusal="warning"))

    def set_isolation(self, level: str) -> None:
        """Choose the isolation level of the next transactions, in SQL's words."""
        self._start(self._tune(self._session.set_isolation(level)))

    def set_schema(self, schema: str) -> None:
        """Choose where names without a schema are looked for."""
        self._start(self._tune(self._session.set_schema(schema)))

    def offer_schemas(self, offer: Callable[[Sequence[str]], object]) -> None:
        """Read the schemas that can be chosen, and hand them on."""
        self._start(self._offer_schemas(offer))

    async def _offer_schemas(self, offer: Callable[[Sequence[str]], object]) -> None:
        try:
            schemas = await self._session.schemas()
        except LapwingError as error:
            self._refused(error)
        else:
            offer(schemas)

    def reconnect(self) -> None:
        """Open a new connection in the place of this tab's; the session tells that it did."""
        self._start(self._tune(self._session.reconnect()))

    def commit(self) -> None:
        self._start(self.finish(commit=True))

    def roll_back(self) -> None:
        self._start(self.finish(commit=False))

    async def finish(self, *, commit: bool) -> bool:
        """End the open transaction; whether that worked."""
        try:
            await (self._session.commit() if commit else self._session.roll_back())
        except LapwingError as error:
            self._refused(error)
            return False
        self._results.say("done", self.tr("Committed.") if commit else self.tr("Rolled back."))
        return True

    def tell_loss(self, sentence: str) -> None:
        """It was ended by nobody here while nothing ran."""
        self._results.say("warning", sentence)

    async def _tune(self, work: Coroutine[Any, Any, None], refusal: str = "error") -> None:
        try:
            await work
        except LapwingError as error:
            self._refused(error, refusal)
        self._mode_changed()

    def _refused(self, error: LapwingError, level: str = "error") -> None:
        self._results.say(level, "\n".join(text for text in error_texts(error) if text))
        self._results.show_messages()
