"""The openings under way: who asked for each hears of its phases, and can end it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from lapwing.domain.connections import Phase
from lapwing.domain.errors import RequestInvalid
from lapwing.domain.events import OpeningProgressed
from lapwing.drivers.opening import Opening
from lapwing.engine.operations import Caller


class Openings:
    """By the id that who asked has chosen. Event loop's thread."""

    def __init__(self) -> None:
        self._under_way: dict[str, Opening] = {}
        self._loop = asyncio.get_running_loop()

    @contextmanager
    def watched(self, opening_id: str, caller: Caller, shown: str) -> Iterator[Opening]:
        """An opening that lasts as long as the block; leaving it early, by a cancelled call for one, ends it.

        Args:
            opening_id: Empty when nobody wants to hear of it.
            shown: Where it leads, in words.

        Raises:
            RequestInvalid: One of that id is under way.
        """
        if opening_id and opening_id in self._under_way:
            raise RequestInvalid(operation="session.open", reason="an opening of that id is under way.")

        def told(phase: Phase) -> None:
            if opening_id and not self._loop.is_closed():
                self._loop.call_soon_threadsafe(caller.tell, OpeningProgressed(opening_id, phase))

        opening = Opening(shown, told=told)
        if opening_id:
            self._under_way[opening_id] = opening
        try:
            yield opening
        except BaseException:
            opening.cancel()
            raise
        finally:
            self._under_way.pop(opening_id, None)

    def cancel(self, opening_id: str) -> bool:
        """End one; whether it was under way."""
        opening = self._under_way.get(opening_id)
        if opening is not None:
            opening.cancel()
        return opening is not None
