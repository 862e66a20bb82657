"""Events for people and programs: finding those that were kept, and telling some of one's own."""

import asyncio
from typing import Any

from lapwing.domain.cloud_events import CloudEvent, HandlerAnswer
from lapwing.domain.errors import LapwingError
from lapwing.domain.event_log import (
    EventGone,
    EventPage,
    EventTold,
    EventTypeFacts,
    EventTypeList,
    EventTypeRefused,
    FetchEvent,
    PublishEvent,
    SearchEvents,
    type_problem,
)
from lapwing.domain.event_types import EVENT_TYPES, OWN_WORDS
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.engine.events.keeping import Keeping
from lapwing.engine.events.relaying import Relay
from lapwing.engine.hub import EventHub
from lapwing.engine.operations import operation


class EventsService:
    """Event loop's thread."""

    def __init__(self, hub: EventHub, keeping: Keeping, relay: Relay) -> None:
        self._hub = hub
        self._keeping = keeping
        self._relay = relay

    @operation("event.search", needs=Permission.QUERY_READ)
    async def search(self, request: SearchEvents) -> EventPage:
        """Kept events by text, type patterns, connection and time, the latest first, of all engines of this profile.

        Where the file cannot be read, the answer is empty and says why.
        """

        writer = self._keeping.writer()

        def find() -> EventPage:
            from lapwing.store.events.reading import search

            writer.settle()
            return search(writer.path, request)

        try:
            found = await asyncio.to_thread(find)
        except LapwingError as error:
            return EventPage(problems=(error.to_wire(),))
        return EventPage(found.events, found.next, tuple(each.to_wire() for each in self._keeping.problems()))

    @operation("event.show", needs=Permission.QUERY_READ)
    async def show(self, request: FetchEvent) -> CloudEvent:
        """One kept event.

        Raises:
            EventGone: There is none of that id, or not any more.
            EventsUnusable, StoredNewer: The file cannot be read.
        """

        writer = self._keeping.writer()

        def find() -> CloudEvent | None:
            from lapwing.store.events.reading import event

            writer.settle()
            return event(writer.path, request.event_id)

        found = await asyncio.to_thread(find)
        if found is None:
            raise EventGone(event=request.event_id)
        return found

    @operation("event.types", needs=Permission.QUERY_READ)
    async def types(self) -> EventTypeList:
        """The types that Lapwing tells with what their data holds, and others that events are kept of.

        Raises:
            EventsUnusable, StoredNewer: The file cannot be read.
        """

        writer = self._keeping.writer()

        def find() -> tuple[str, ...]:
            from lapwing.store.events.reading import types

            writer.settle()
            return types(writer.path)

        known = {each.type for each in EVENT_TYPES}
        others = [each for each in await asyncio.to_thread(find) if each not in known]
        return EventTypeList((*EVENT_TYPES, *(EventTypeFacts(each, "") for each in others)))

    @operation("event.follow", needs=Permission.QUERY_READ)
    async def follow(self) -> Done:
        """Have this engine tell what others of the profile tell, too. One that runs services does so by itself."""
        self._relay.follow()
        return Done()

    @operation("event.publish", needs=Permission.QUERY_WRITE)
    async def publish(self, request: PublishEvent) -> EventTold:
        """Tell an event of one's own; with `wait`, the answer has what each subscriber made of it, in this engine and
        in the one that does the services.

        Raises:
            EventTypeRefused: Its type is Lapwing's own, or no name of a type.
        """
        if problem := type_problem(request.type, OWN_WORDS):
            raise EventTypeRefused(type=request.type, reason=problem)
        publish = self._hub.publish_and_ask if request.wait else self._publish
        told = await publish(
            request.type,
            request.data,
            connection_id=request.connection_id,
            subject=request.subject,
            source=request.source,
        )
        return EventTold(*told)

    async def _publish(
        self, event_type: str, data: dict[str, Any], *, connection_id: str, subject: str, source: str
    ) -> tuple[CloudEvent, tuple[HandlerAnswer, ...]]:
        event = self._hub.publish(event_type, data, connection_id=connection_id, subject=subject, source=source)
        return event, ()
