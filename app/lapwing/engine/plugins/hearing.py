"""Events on their way to the hooks of plugins: each plugin hears them in their order and in its own time.

Event loop's thread. Nobody waits for a plugin here: a statement, a session, a service has ended before its event comes.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Final

from lapwing.domain.cloud_events import CloudEvent
from lapwing.engine.hub import EventHub, Scope, Subscription
from lapwing.engine.plugins.databases import PluginDatabases
from lapwing.engine.plugins.plain import plain
from lapwing.engine.plugins.webhooks import stored_webhook
from lapwing.plugins.api import ConnectionInfo, QueryInfo, QueryOutcome, ServiceInfo
from lapwing.plugins.host.hosted import HostedPlugin
from lapwing.plugins.host.launch import Launch
from lapwing.plugins.manifest_checks import hears

WITHIN_S: Final = 30.0
HANDLE: Final = "handle_event"
_HOOKS: Final = {
    "connection.connected": "on_database_connect",
    "connection.disconnected": "on_database_disconnect",
    "query.completed": "on_query_complete",
    "query.failed": "on_query_fail",
    "query.cancelled": "on_query_fail",
    "service.started": "on_service_start",
    "service.stopped": "on_service_stop",
    "service.error": "on_service_error",
    "webhook.received": "on_webhook",
}
"""Which hook hears of which events."""
_MARK: Final = "plugin.settle"
"""Told to nobody: behind it in the queue of a plugin nothing waits."""
_QUERY: Final = "query."
_WHERE_IT_IS: Final = (_QUERY, "connection.")
"""What begins so is told to hooks by the engine in which it happens."""
_OF_QUERIES: Final = frozenset({"on_query_complete", "on_query_fail"})


Find = Callable[[str], Awaitable[HostedPlugin]]
"""Gives a plugin by its id when it runs here; raises why it does not."""


class PluginHearing:
    """The subscriptions of plugins.

    Hooks of statements and sessions are told where these are: who judges a statement hears there what became of it.
    All others, and those of a plugin that runs once, are told once in a profile, of what happens in all of its engines.
    """

    def __init__(self, hub: EventHub, databases: PluginDatabases, find: Find) -> None:
        self._hub = hub
        self._databases = databases
        self._find = find
        self._subscriptions: dict[str, list[Subscription]] = {}
        self._ending: set[asyncio.Task[None]] = set()

    def begins(self, launch: Launch) -> None:
        """A plugin runs, or waits until this engine does what is done once; it hears from now on. One that was only
        started again goes on with what waits for it."""
        if launch.id in self._subscriptions:
            return
        hooks = launch.manifest.hooks
        types = [event for event, hook in _HOOKS.items() if hook in hooks and _may_hear(launch, event, hook)]
        here = () if launch.manifest.once else tuple(each for each in types if each.startswith(_WHERE_IT_IS))
        once = tuple(each for each in types if each not in here)
        handled = launch.named("events") if HANDLE in hooks else ()
        self._subscriptions[launch.id] = [
            *self._subscribed(launch, Scope.HERE, here, ()),
            *self._subscribed(launch, Scope.ONCE, once, handled),
        ]

    def _subscribed(
        self, launch: Launch, scope: Scope, types: tuple[str, ...], handled: tuple[str, ...]
    ) -> Iterator[Subscription]:
        if not types and not handled:
            return

        async def hear(event: CloudEvent) -> object:
            return await self._hear(launch, event, types, handles=bool(handled))

        name = f"plugin {launch.id}"
        yield self._hub.subscribe(name, (*types, *handled), hear, within_s=2 * WITHIN_S, scope=scope)

    def ends(self, plugin_id: str) -> None:
        """A plugin is about to be stopped, or waits no more: what waits for it is left out."""
        for gone in self._subscriptions.pop(plugin_id, ()):
            task = asyncio.ensure_future(self._hub.unsubscribe(gone))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    async def settle(self, within_s: float) -> None:
        """Wait until plugins have heard what was told so far, but for no longer than that."""
        all_of_them = [each for found in self._subscriptions.values() for each in found]
        heard = [asyncio.get_running_loop().create_future() for _ in all_of_them]
        for each, future in zip(all_of_them, heard, strict=True):
            each.take(CloudEvent("", _MARK, 0.0), future)
        if heard:
            await asyncio.wait(heard, timeout=within_s)

    async def _hear(self, launch: Launch, event: CloudEvent, types: tuple[str, ...], *, handles: bool) -> object:
        """Call what hears of it; the answer of `handle_event`. A plugin does not hear of its own statements."""
        if event.type == _MARK:
            return None
        runs_it = _text(event.data, "plugin") if event.type.startswith(_QUERY) else ""
        if runs_it == launch.id:
            return None
        hosted = await self._find(launch.id)
        with self._databases.hearing_of_a_plugin([launch.id] if runs_it else ()):
            if event.type in types:
                given = await self._given(event)
                if given is not None:
                    await hosted.call(_HOOKS[event.type], given, within_s=WITHIN_S)
            return await _handled(hosted, event) if handles and hears(launch.granted, event.type) else None

    async def _given(self, event: CloudEvent) -> object:
        """What a hook is given of an event; None: it is no longer there."""
        word = event.type.partition(".")[0]
        if word == "connection":
            return self._connection(event)
        if word == "query":
            return self._outcome(event)
        data = event.data
        if word == "service":
            return ServiceInfo(_text(data, "service"), _text(data, "title"), _text(data, "error"))
        return await stored_webhook(_text(data, "id"))

    def _connection(self, event: CloudEvent) -> ConnectionInfo:
        known = self._databases.info_of(event.connection_id)
        return known or ConnectionInfo(event.connection_id, _text(event.data, "connection"), "")

    def _outcome(self, event: CloudEvent) -> QueryOutcome:
        data = event.data
        query = QueryInfo(
            _text(data, "queryId"),
            self._connection(event),
            _text(data, "sql"),
            _text(data, "kind"),
            _text(data, "user"),
            event.at,
            _text(data, "plugin"),
        )
        return QueryOutcome(
            query,
            float(data.get("executionTime") or 0.0) / 1000,
            data.get("rowCount"),
            _text(data, "error"),
            _text(data, "errorCode"),
            event.type == "query.cancelled",
            int(data.get("statements") or 1),
            _text(data, "lastQueryId"),
        )


async def _handled(hosted: HostedPlugin, event: CloudEvent) -> object:
    answer = await hosted.call(HANDLE, event, within_s=WITHIN_S)
    try:
        return plain(answer)[0]
    except ValueError as error:
        raise hosted.fault(HANDLE, str(error)) from error


def _may_hear(launch: Launch, event_type: str, hook: str) -> bool:
    granted = launch.granted
    if hook in _OF_QUERIES:
        return "query:read" in granted
    return hook != "on_webhook" or hears(granted, event_type)


def _text(data: dict[str, Any], name: str) -> str:
    found = data.get(name)
    return found if isinstance(found, str) else ""
