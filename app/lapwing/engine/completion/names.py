"""The names of databases, read when they are first needed and kept up to date. Nobody waits for them."""

import asyncio
import dataclasses
import gc
import logging
import time
from collections.abc import Coroutine, Iterable
from typing import Any, Final

from lapwing.domain.connections import TransactionState
from lapwing.domain.errors import LapwingError, StatementCancelled
from lapwing.domain.events import ConnectionDisconnected, Event, NamesLoaded, SchemaChanged
from lapwing.engine.bus import Bus
from lapwing.engine.completion.places import NameReading, Place
from lapwing.engine.completion.shelf import NOTHING, Shelf, View
from lapwing.engine.connections.sessions import OpenedSession

_SETTLING_S: Final = 0.3
"""After a change of the schema: more changes often follow."""
_LOOK_S: Final = 0.2
"""How often it is looked whether a busy session is idle."""
_MOST_SHELVES: Final = 12
_MOST_BESIDE: Final = 3
"""Schemas that are read apart, for one question."""
_MANY: Final = 2_000
_log = logging.getLogger(__name__)


class KnownNames:
    """Names by place. Event loop's thread.

    Old names serve until new ones are there. What cannot be read is logged, and tried again when it is asked for
    after a pause.
    """

    def __init__(self, bus: Bus, reading: NameReading) -> None:
        self._bus = bus
        self._reading = reading
        self._shelves: dict[Place, Shelf] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._timers: dict[Place, asyncio.TimerHandle] = {}
        self._closed = False
        self._left: set[str] = set()
        self._stop_listening = [
            bus.listen((SchemaChanged.name,), self._note),
            bus.listen((ConnectionDisconnected.name,), self._leave),
        ]

    def ask(
        self,
        connection_id: str,
        session_id: str,
        mentioned: Iterable[str] = (),
        *,
        may_connect: bool = True,
        apart: str = "",
    ) -> tuple[View, bool]:
        """What is known now, and whether more may come soon. Begins to read what is missing or old.

        Args:
            mentioned: Names that may be those of schemas that are read apart.
            may_connect: Whether names are read of a connection on which nothing was opened or asked yet.
            apart: The other database of the connection's server that is meant where there is no session.
        """
        place = self._reading.place(connection_id, session_id, apart)
        found = self._reading.session(session_id)
        may_connect = may_connect and connection_id not in self._left
        if place is None or self._closed or not (may_connect or found is not None or place in self._shelves):
            return NOTHING, False
        shelf = self._asked(place)
        unread = {shelf.names.folded(name): name for name in shelf.names.unread}
        known = {shelf.names.folded(name) for name in mentioned} & unread.keys() if unread else ()
        beside = [
            self._asked(dataclasses.replace(place, database=unread[name])) for name in sorted(known)[:_MOST_BESIDE]
        ]
        path = found.living.surroundings.search_path if found is not None else ()
        view = shelf.view(path, tuple(other.names for other in beside if other.is_loaded))
        return view, shelf.is_loading or any(other.is_loading for other in beside)

    def _asked(self, place: Place) -> Shelf:
        """The shelf of a place, whose names are read if they are missing or old."""
        shelf = self._shelf(place)
        shelf.asked_s = time.monotonic()
        self._look_for_commits(shelf)
        shelf.is_wanted = shelf.is_wanted or shelf.is_old
        self._read_soon(shelf)
        return shelf

    def opened(self, found: OpenedSession) -> None:
        """A session was opened: whatever kept us from reading names of its connection is over."""
        found.before_end.append(lambda: self._ended(found.id))
        self._reading.opened(found)
        self._left.discard(found.connection_id)
        for place, shelf in self._shelves.items():
            if found.connection_id and place.connection_id == found.connection_id:
                shelf.forgive()
                self._read_soon(shelf)

    async def connection_changed(self, connection_id: str) -> None:
        """It may lead elsewhere now: what is known of it is forgotten."""
        for place in [place for place in self._shelves if place.connection_id == connection_id]:
            if not place.session_id:
                self._forget(place)

    def _leave(self, event: Event) -> None:
        """A person disconnected: typing alone does not connect again."""
        assert isinstance(event, ConnectionDisconnected)
        self._left.add(event.connection_id)
        for place in [place for place in self._shelves if place.connection_id == event.connection_id]:
            self._forget(place)

    def _ended(self, session_id: str) -> None:
        for place in [place for place in self._shelves if place.session_id == session_id]:
            self._forget(place)
        if not self._closed:  # otherwise all lanes are closed anyway
            self._aside(self._reading.leave(session_id))

    # keeping

    def _shelf(self, place: Place) -> Shelf:
        if place not in self._shelves:
            if len(self._shelves) >= _MOST_SHELVES:
                self._forget(min(self._shelves, key=lambda known: self._shelves[known].asked_s))
            self._shelves[place] = Shelf(place)
        return self._shelves[place]

    def _forget(self, place: Place) -> None:
        self._shelves.pop(place, None)
        timer = self._timers.pop(place, None)
        if timer is not None:
            timer.cancel()

    def _note(self, event: Event) -> None:
        """A schema was changed by somebody here."""
        assert isinstance(event, SchemaChanged)
        for place, shelf in self._shelves.items():
            is_same = event.connection_id and place.connection_id == event.connection_id
            if is_same or (event.session_id and place.session_id == event.session_id):
                shelf.is_wanted = True
                if self._is_in_transaction(event.session_id):
                    shelf.changing.add(event.session_id)
                self._later(place, _SETTLING_S)

    def _look_for_commits(self, shelf: Shelf) -> None:
        """What a session changed in a transaction shows to others when that has ended."""
        for session_id in list(shelf.changing):
            if not self._is_in_transaction(session_id):
                shelf.changing.discard(session_id)
                shelf.is_wanted = True

    def _is_in_transaction(self, session_id: str) -> bool:
        found = self._reading.session(session_id)
        return found is not None and found.transaction is not TransactionState.IDLE

    # reading

    def _later(self, place: Place, after_s: float) -> None:
        """Read after a while; a later call puts it off."""
        timer = self._timers.pop(place, None)
        if timer is not None:
            timer.cancel()
        self._timers[place] = asyncio.get_running_loop().call_later(after_s, self._due, place)

    def _due(self, place: Place) -> None:
        self._timers.pop(place, None)
        shelf = self._shelves.get(place)
        if shelf is not None:
            self._read_soon(shelf)

    def _read_soon(self, shelf: Shelf) -> None:
        """Begin to read if that is wanted, possible, and not about to happen."""
        if self._closed or not shelf.is_wanted or not shelf.may_read or shelf.place in self._timers:
            return
        if not self._reading.is_ready(shelf.place):
            self._later(shelf.place, _LOOK_S)
            return
        shelf.is_wanted, shelf.is_read = False, True
        self._aside(self._read(shelf))

    async def _read(self, shelf: Shelf) -> None:
        place, gave_way = shelf.place, False
        try:
            names = await self._reading.read(place)
            shelf.take(names, await asyncio.to_thread(shelf.prepared, names))
            if len(names.relations) > _MANY:
                gc.freeze()  # or the collector would look through all of them now and then: 200 ms at a key
        except StatementCancelled:  # somebody wanted the session
            shelf.is_wanted = gave_way = True
        except LapwingError as error:
            _log.info("names for completion could not be read: %s", error.code)
            shelf.note_failure(error)
        except Exception as error:  # what a catalogue holds must not end completion for good
            _log.exception("names for completion could not be read")
            shelf.note_failure(error)
        finally:
            shelf.is_read = False
        if self._shelves.get(place) is not shelf:
            return
        if not gave_way:
            self._bus.publish(NamesLoaded(place.connection_id, place.session_id))
        self._read_soon(shelf)

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Read nothing more; what is being read ends with its lanes and sessions."""
        self._closed = True
        for stop in self._stop_listening:
            stop()
        for place in list(self._shelves):
            self._forget(place)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
