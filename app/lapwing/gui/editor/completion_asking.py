"""Asking the engine about a place in the text: one question at a time, of which only the newest answer counts."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Protocol

from lapwing.domain.completion import CompletionPlace
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.client import EngineClient, EngineState

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A place to ask about.

    Attributes:
        place: The statement and the caret in it, as the engine takes it.
        offset: Where that statement begins in the editor's text.
    """

    place: CompletionPlace
    offset: int


class PlaceOf(Protocol):
    """Says what is to be asked about a caret; the tab does, which knows statements and connection."""

    def __call__(self, caret: int, /) -> Asked: ...


class NewestAnswer:
    """One kind of question. While one is under way the newest of the others waits, and those before it are dropped.

    What the engine refuses, or takes with it when it dies, is only written to the log: nobody has asked for more than
    a hint.
    """

    def __init__(self, client: EngineClient) -> None:
        self._client = client
        self._number = 0
        self._waiting: tuple[str, object, Callable[[Any], object]] | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_stopped = False

    @property
    def can_ask_quietly(self) -> bool:
        """Whether there is an engine to ask. Typing does not start one."""
        return self._client.state is EngineState.READY

    @property
    def is_asking(self) -> bool:
        """Whether an answer is still to come."""
        return self._task is not None

    def ask(self, operation: str, request: object, heard: Callable[[Any], object]) -> None:
        """Ask; `heard` is called with the answer unless something newer was asked, or this forgotten, meanwhile."""
        if self._is_stopped:
            return
        self._number += 1
        self._waiting = (operation, request, heard)
        if self._task is None:
            self._task = asyncio.ensure_future(self._work())

    def forget(self) -> None:
        """No answer matters any longer."""
        self._number += 1
        self._waiting = None

    def stop(self) -> None:
        """Cancel what is under way; nothing is asked or heard from now on. The editor may change once more and ask."""
        self._is_stopped = True
        self.forget()
        if self._task is not None:
            self._task.cancel()

    async def _work(self) -> None:
        try:
            while self._waiting is not None:
                (operation, request, heard), self._waiting = self._waiting, None
                number = self._number
                try:
                    answer = await self._client.call(operation, request)
                except LapwingError as error:
                    _log.info("%s was not answered: %s", operation, error.code)
                    continue
                if number == self._number:
                    heard(answer)
        finally:
            self._task = None
