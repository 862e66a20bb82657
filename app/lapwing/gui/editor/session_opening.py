"""Opening the session of a tab: once for all who wait for it, watched phase by phase, cancelled by a person."""

import asyncio
import uuid
from collections.abc import Callable

from lapwing.domain.connections import CancelOpening, CloseSession, OpenSession, Phase, SessionFacts, TransactionMode
from lapwing.domain.errors import LapwingError, OpeningCancelled
from lapwing.domain.events import OpeningProgressed
from lapwing.gui.client import EngineClient
from lapwing.gui.editor.place import Place


class SessionOpening:
    """Opens the session of one tab. Qt's thread.

    Attributes:
        phase: The step that is under way; None: nothing is being opened.
    """

    def __init__(self, client: EngineClient, place: Callable[[], Place], phase_changed: Callable[[], None]) -> None:
        """`place` says where the tab leads at any moment."""
        self.phase: Phase | None = None
        self._client = client
        self._place = place
        self._phase_changed = phase_changed
        self._one_at_a_time = asyncio.Lock()
        self._id = ""
        self._refused: LapwingError | None = None
        """Why the last opening failed, for those who waited for it."""

    async def session(
        self, present: Callable[[], SessionFacts | None], mode: Callable[[], TransactionMode | None]
    ) -> tuple[SessionFacts, bool]:
        """The session that is `present`, or else a new one, and whether it is new.

        Who comes while one is being opened waits for that opening, and shares what becomes of it: after a refused
        log-in, or one that a person cancelled, nothing logs in once more by itself.

        Args:
            mode: How a new one commits at first; None: as the connection says.

        Raises:
            LapwingError: It cannot be opened.
        """
        shares = self._one_at_a_time.locked()
        async with self._one_at_a_time:
            facts = present()
            if facts is None and shares and self._refused is not None:
                raise self._refused
            self._refused = None
            return (await self._open(mode()), True) if facts is None else (facts, False)

    async def _open(self, mode: TransactionMode | None) -> SessionFacts:
        place, self._id = self._place(), uuid.uuid4().hex
        request = OpenSession(place.connection_id, place.url, mode=mode, opening_id=self._id, database=place.database)
        try:
            facts = await self._client.call("session.open", request, SessionFacts)
            if place != self._place():  # the tab was led elsewhere meanwhile: nothing of it is run here
                await self._client.call("session.close", CloseSession(facts.session_id, roll_back=True))
                doing = "the tab was led elsewhere"
                raise OpeningCancelled(connection=facts.database, phase=None, doing=doing, server="")
        except LapwingError as error:
            self._refused = error
            raise
        finally:
            self._id = ""
            self._show(None)
        return facts

    async def cancel(self) -> bool:
        """Give up what is being opened; whether anything was."""
        if self._id:
            await self._client.call("session.cancel_opening", CancelOpening(self._id))
        return bool(self._id)

    def hear(self, event: OpeningProgressed) -> None:
        """An opening has come to another step."""
        if event.opening_id == self._id:
            self._show(Phase(event.phase))

    def _show(self, phase: Phase | None) -> None:
        if phase is not self.phase:
            self.phase = phase
            self._phase_changed()
