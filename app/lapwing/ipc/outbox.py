"""What waits to be written to a peer, bounded."""

import asyncio
from collections import deque
from typing import Final

_FULL_BYTES: Final = 4 << 20
"""Above this no further request of the peer is read and no run goes on: it must read first."""
_MOST_LOSSY: Final = 2_000


class _Slot:
    """A frame, or the place of an event that a later one of the same key replaces."""

    __slots__ = ("data", "key", "lossy")

    def __init__(self, data: bytes, key: str, lossy: bool) -> None:
        self.data = data
        self.key = key
        self.lossy = lossy


class Outbox:
    """Frames on their way out, in order. Event loop's thread only, but for `is_full`.

    An event with a key replaces an earlier one of that key which still waits. Events somebody merely listens to are
    dropped when two thousand of them wait; `missed` counts these. Answers and the events of a caller's own run are
    never dropped: their sources wait while `is_full`.
    """

    def __init__(self) -> None:
        self._slots: deque[_Slot] = deque()
        self._by_key: dict[str, _Slot] = {}
        self._bytes = 0
        self._lossy = 0
        self._filled = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()
        self._abandoned = False
        self.missed = 0

    @property
    def is_full(self) -> bool:
        return self._bytes > _FULL_BYTES

    def put(self, data: bytes, key: str = "", *, lossy: bool = False) -> None:
        """Queue a frame; nothing when the outbox was abandoned."""
        if self._abandoned:
            return
        waiting = self._by_key.get(key) if key else None
        if waiting is not None:
            self._bytes += len(data) - len(waiting.data)
            waiting.data = data
            return
        if lossy and self._lossy >= _MOST_LOSSY:
            self.missed += 1
            return
        slot = _Slot(data, key, lossy)
        self._slots.append(slot)
        self._lossy += lossy
        self._bytes += len(data)
        if key:
            self._by_key[key] = slot
        self._filled.set()
        if self.is_full:
            self._room.clear()

    async def take(self) -> bytes:
        """The next frames, about 64 kB of them at most, as soon as there is one."""
        while not self._slots:
            self._filled.clear()
            await self._filled.wait()
        parts: list[bytes] = []
        size = 0
        while self._slots and size < 65536:
            slot = self._slots.popleft()
            if slot.key:
                del self._by_key[slot.key]
            self._lossy -= slot.lossy
            parts.append(slot.data)
            size += len(slot.data)
        self._bytes -= size
        if not self.is_full:
            self._room.set()
        return b"".join(parts)

    def take_missed(self) -> int:
        """How many events were dropped since the last call, once there is room to say so."""
        count, self.missed = self.missed, 0
        return count

    def abandon(self) -> None:
        """Forget all that waits and will come: nobody reads it."""
        self._abandoned = True
        self._slots.clear()
        self._by_key.clear()
        self._bytes = self._lossy = 0
        self._room.set()

    async def room(self) -> None:
        """Wait until it is no longer full."""
        await self._room.wait()

    @property
    def is_empty(self) -> bool:
        return not self._slots
