"""Workflows that Lapwing does itself: it hears of events `workflow.lapwing.NAME` as plugins hear of theirs.

So a schedule, a person or a program starts them all in one way, and what came of them is an answer among others. They
are done in the one engine that does schedules.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from lapwing.domain.cloud_events import ENGINE, CloudEvent
from lapwing.engine.hub import EventHub, Scope, Subscription

Ask = Callable[[str, object], Awaitable[Any]]
"""Takes the id of an operation and its request."""
_OWN: Final = "workflow.lapwing.*"
_CHECK_UPDATES: Final = "workflow.lapwing.check-plugin-updates"
_WITHIN_S: Final = 300.0
"""Indexes are fetched from wherever they are, one after the other."""


class OwnWorkflows:
    """Event loop's thread."""

    def __init__(self, hub: EventHub, ask: Ask) -> None:
        self._hub = hub
        self._ask = ask
        self._subscription: Subscription | None = None

    def begin(self) -> None:
        """Hear of them from now on."""
        self._subscription = self._hub.subscribe(ENGINE, (_OWN,), self._do, within_s=_WITHIN_S, scope=Scope.ONCE)

    async def end(self) -> None:
        """Hear no more; what is under way is given up."""
        if self._subscription is not None:
            await self._hub.unsubscribe(self._subscription)

    async def _do(self, event: CloudEvent) -> object:
        """Raises:
        WorkflowUnknown: Lapwing has none of that name.
        LapwingError: It could not be done.
        """
        if event.type != _CHECK_UPDATES:
            from lapwing.domain.schedules.errors import WorkflowUnknown  # with the first event, not with the engine

            raise WorkflowUnknown(workflow=event.type.removeprefix("workflow."))
        return await self._check_updates()

    async def _check_updates(self) -> object:
        """Ask all indexes of plugins, and tell of each later version; what cannot be read is in the answer, too."""
        from lapwing.domain.errors import from_wire
        from lapwing.domain.plugins.sources import IndexRequest

        found = await self._ask("plugin.index", IndexRequest())
        updates = {entry.id: entry.version for entry in found.entries if entry.is_update}
        for plugin, version in updates.items():
            self._hub.publish("plugin.outdated", {"plugin": plugin, "version": version}, subject=plugin)
        unread = {each.name or each.place: str(from_wire(each.error)) for each in found.indexes if each.error}
        return {"updates": updates, **({"unread": unread} if unread else {})}
