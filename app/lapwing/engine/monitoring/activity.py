"""The last minutes of what the sessions of monitored servers did, in memory."""

import asyncio
import time
import zlib
from bisect import bisect_right
from collections import deque
from dataclasses import replace
from typing import Final

import msgspec

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.activity import Activity, ActivitySession, ActivityState
from lapwing.domain.monitoring.samples import ActivitySampled, MonitorEnded
from lapwing.domain.monitoring.sessions import ActivityCounts
from lapwing.engine.bus import Bus

KEPT_S: Final = 900.0
MOST_BYTES: Final = 64 << 20
"""Of all connections together, packed."""
_LEVEL: Final = 1
_AGES: Final = ("statement_age_s", "transaction_age_s", "state_age_s", "session_age_s")
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Activity).decode


@dataclass(slots=True, eq=False)
class _Snapshot:
    """One look: as it came until it is packed."""

    counts: ActivityCounts
    activity: Activity | None
    packed: bytes = b""

    @property
    def at(self) -> float:
        return self.counts.at


class ActivityKeeper:
    """Keeps each look at the sessions of a server for `KEPT_S`, the oldest going first when memory is full.

    A look at 500 sessions takes about 20 kB packed; packing is done in a thread. Event loop's thread.

    Attributes:
        used_bytes: What all packed looks take.
    """

    def __init__(self, bus: Bus, most_bytes: int = MOST_BYTES) -> None:
        self._bus = bus
        self._most_bytes = most_bytes
        self._kept: dict[str, deque[_Snapshot]] = {}
        self._packing: set[asyncio.Task[None]] = set()
        self.used_bytes = 0
        bus.listen((MonitorEnded.name,), lambda _event: self._forget_later())

    def _forget_later(self) -> None:
        """What is kept of a server that nobody looks at any more goes by its age, too, though nothing newer comes."""
        asyncio.get_running_loop().call_later(KEPT_S, lambda: self._forget_before(time.time() - KEPT_S))

    def take(self, connection_id: str, activity: Activity) -> None:
        """Keep a look, and tell that there is a new one. Looks of a time to come are lost: the clock was put back."""
        kept = self._kept.setdefault(connection_id, deque())
        while kept and kept[-1].at >= activity.at:
            self.used_bytes -= len(kept.pop().packed)
        snapshot = _Snapshot(counts_of(activity), activity)
        kept.append(snapshot)
        task = asyncio.create_task(self._pack(kept, snapshot, activity), name="pack activity")
        self._packing.add(task)
        task.add_done_callback(self._packing.discard)
        self._forget_before(activity.at - KEPT_S)
        self._bus.publish(ActivitySampled(connection_id, activity.at))

    async def _pack(self, kept: "deque[_Snapshot]", snapshot: _Snapshot, activity: Activity) -> None:
        packed = await asyncio.to_thread(_packed, activity)
        if snapshot not in kept:
            return  # it was forgotten meanwhile
        snapshot.packed, snapshot.activity = packed, None
        self.used_bytes += len(packed)
        self._make_room()

    def _forget_before(self, moment: float) -> None:
        for connection_id, kept in list(self._kept.items()):
            while kept and kept[0].at < moment:
                self._drop_first(kept)
            if not kept:
                del self._kept[connection_id]

    def _make_room(self) -> None:
        """Forget the oldest of all, but for the last look at each server."""
        while self.used_bytes > self._most_bytes:
            longer = [kept for kept in self._kept.values() if len(kept) > 1]
            if not longer:
                return
            self._drop_first(min(longer, key=lambda kept: kept[0].at))

    def _drop_first(self, kept: "deque[_Snapshot]") -> None:
        self.used_bytes -= len(kept.popleft().packed)

    # reading

    def find(self, connection_id: str, at: float | None = None) -> Activity | None:
        """The look at or before a moment; the newest where that is None. None: there is none."""
        kept = self._kept.get(connection_id)
        if not kept:
            return None
        place = len(kept) if at is None else bisect_right(kept, at, key=lambda each: each.at)
        return _unpacked(kept[place - 1]) if place else None

    def times(self, connection_id: str) -> tuple[float, float] | None:
        """When the oldest and the newest look were taken, Unix seconds."""
        kept = self._kept.get(connection_id)
        return (kept[0].at, kept[-1].at) if kept else None

    def counts(self, connection_id: str, after: float = 0.0) -> tuple[ActivityCounts, ...]:
        """Of each look behind a moment, from the oldest to the newest."""
        kept = self._kept.get(connection_id, deque())
        place = bisect_right(kept, after, key=lambda each: each.at)
        return tuple(kept[number].counts for number in range(place, len(kept)))

    async def close(self) -> None:
        """Wait for what is being packed."""
        await asyncio.gather(*self._packing)


def counts_of(activity: Activity) -> ActivityCounts:
    """How many sessions of a look did what."""
    active = waiting = blocked = in_transaction = 0
    for session in activity.sessions:
        if session.blocked_by:
            blocked += 1
        elif session.state is ActivityState.ACTIVE:
            waiting += bool(session.wait)
            active += not session.wait
        elif session.state in {ActivityState.IN_TRANSACTION, ActivityState.ABORTED}:
            in_transaction += 1
    return ActivityCounts(activity.at, active, waiting, blocked, in_transaction, len(activity.sessions))


def _packed(activity: Activity) -> bytes:
    """Ages are kept to the hundredth of a second: what lies below is noise that takes most of the room. Any thread."""
    sessions = tuple(map(_rounded, activity.sessions))
    return zlib.compress(_encode(replace(activity, sessions=sessions)), _LEVEL)


def _rounded(session: ActivitySession) -> ActivitySession:
    ages = {name: round(age, 2) for name in _AGES if (age := getattr(session, name)) is not None}
    return replace(session, **ages)


def _unpacked(snapshot: _Snapshot) -> Activity:
    return snapshot.activity or _decode(zlib.decompress(snapshot.packed))
