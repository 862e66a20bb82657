"""In which order the rows of a result are shown, and which of them: asked of the engine, which reads the file."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from lapwing.domain.errors import LapwingError
from lapwing.domain.results import ArrangedRows, ArrangeResult, RowCondition, SortKey
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.results.source import OrderedRowSource, RowSource

Wait = Callable[[Awaitable[ArrangedRows], str], Awaitable[ArrangedRows]]
"""Waits for an answer, showing the words when it lasts."""


class Arrangement(QObject):
    """Order and filter of one result. Qt's thread.

    Attributes:
        keys: What the rows are ordered by now; the first is the most important one.
        conditions: What is asked of rows that are shown.
        path: The permutation file that is shown; empty: the rows as the server sent them.
        looked_at: How many rows of the result were there when they were arranged.

    Signals:
        arranged(object): Other rows are to be shown: an `OrderedRowSource`, or None for all as they came.
        trouble(str): A sentence for the person; everything is as it was before.
    """

    arranged = Signal(object)
    trouble = Signal(str)

    def __init__(self, client: EngineClient, wait: Wait, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._wait = wait
        self._base: RowSource | None = None
        self._result_id = ""
        self._work: asyncio.Task[None] | None = None
        self._wanted: tuple[tuple[SortKey, ...], tuple[RowCondition, ...]] = (), ()
        self.keys: tuple[SortKey, ...] = ()
        self.conditions: tuple[RowCondition, ...] = ()
        self.path = ""
        self.looked_at = 0

    def begin(self, result_id: str, base: RowSource | None) -> None:
        """Another result, as the server sends it."""
        self.stop()
        self._result_id, self._base = result_id, base
        self.keys, self.conditions, self.path, self.looked_at = (), (), "", 0
        self._wanted = (), ()

    def stop(self) -> None:
        """Give up what is under way."""
        if self._work is not None:
            self._work.cancel()
            self._work = None

    @property
    def is_active(self) -> bool:
        return bool(self.path)

    def cycle(self, column: int, *, adds: bool) -> None:
        """What a click on a column's header does: up, down, not at all; with `adds` as one more key."""
        wanted, _ = self._wanted
        now = next((key for key in wanted if key.column == column), None)
        following = SortKey(column) if now is None else None if now.descending else SortKey(column, descending=True)
        if not adds:
            alone = now is None or wanted == (now,)
            self.order_by((following,) if following and alone else () if alone else (SortKey(column),))
        elif now is None:
            self.order_by((*wanted, SortKey(column)))
        else:
            keys = (following if key is now else key for key in wanted)
            self.order_by(tuple(key for key in keys if key is not None))

    def order_by(self, keys: tuple[SortKey, ...]) -> None:
        """Order the rows fetched so far."""
        self._arrange(keys, self._wanted[1])

    def filter_by(self, conditions: tuple[RowCondition, ...]) -> None:
        """Show those of the rows fetched so far that fulfil every condition."""
        self._arrange(self._wanted[0], conditions)

    def renew(self) -> None:
        """Arrange again, as there are more rows now."""
        if self.is_active:
            self._arrange(*self._wanted)

    def _arrange(self, keys: tuple[SortKey, ...], conditions: tuple[RowCondition, ...]) -> None:
        self.stop()
        self._wanted = keys, conditions
        self._work = asyncio.ensure_future(self._do(keys, conditions))

    async def _do(self, keys: tuple[SortKey, ...], conditions: tuple[RowCondition, ...]) -> None:
        if not keys and not conditions:
            self.keys, self.conditions, self.path = keys, conditions, ""
            self.arranged.emit(None)
            return
        request = ArrangeResult(self._result_id, keys, conditions)
        words = self.tr("Filtering…") if conditions else self.tr("Sorting…")
        try:
            asking: Any = self._client.call("result.arrange", request, ArrangedRows)
            answer = await self._wait(asking, words)
            if self._base is None:
                return
            source = OrderedRowSource(self._base, answer.path, answer.row_count)
        except asyncio.CancelledError:
            if self._wanted == (keys, conditions):
                self._wanted = self.keys, self.conditions
            raise
        except LapwingError as error:
            self._wanted = self.keys, self.conditions
            self.trouble.emit(error_text(error))
            return
        except OSError as error:
            self._wanted = self.keys, self.conditions
            self.trouble.emit(error.strerror or str(error))
            return
        self.keys, self.conditions = keys, conditions
        self.path, self.looked_at = answer.path, answer.looked_at
        self.arranged.emit(source)
