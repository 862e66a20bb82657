"""Events on their way to the hooks of plugins: each plugin hears them in their order and in its own time.

Event loop's thread. Nobody waits for a plugin here: a statement, a session, a service has ended before its event comes.
"""

import asyncio
from typing import Any, Final

from lapwing.domain.cloud_events import CloudEvent
from lapwing.engine.hub import EventHub, Subscription
from lapwing.engine.plugins.databases import PluginDatabases
from lapwing.engine.plugins.plain import plain
from lapwing.engine.plugins.webhooks import stored_webhook
from lapwing.plugins.api import ConnectionInfo, QueryInfo, QueryOutcome, ServiceInfo
from lapwing.plugins.host.hosted import HostedPlugin
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
_OF_QUERIES: Final = frozenset({"on_query_complete", "on_query_fail"})


class PluginHearing:
    """The subscriptions of all plugins that run."""

    def __init__(self, hub: EventHub, databases: PluginDatabases) -> None:
        self._hub = hub
        self._databases = databases
        self._subscriptions: dict[str, Subscription] = {}
        self._ending: set[asyncio.Task[None]] = set()

    def began(self, hosted: HostedPlugin) -> None:
        """A plugin runs: it hears from now on; one that was only started again goes on with what waits for it."""
        if hosted.launch.id in self._subscriptions:
            return
        types = tuple(event for event, hook in _HOOKS.items() if hosted.has(hook) and _may_hear(hosted, event, hook))
        handled = hosted.launch.named("events") if hosted.has(HANDLE) else ()
        if not types and not handled:
            return

        async def hear(event: CloudEvent) -> object:
            return await self._hear(hosted, event, types)

        self._subscriptions[hosted.launch.id] = self._hub.subscribe(
            f"plugin {hosted.launch.id}", (*types, *handled), hear, within_s=2 * WITHIN_S
        )

    def ends(self, hosted: HostedPlugin) -> None:
        """A plugin is about to be stopped: what waits for it is left out."""
        gone = self._subscriptions.pop(hosted.launch.id, None)
        if gone is not None:
            task = asyncio.ensure_future(self._hub.unsubscribe(gone))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    async def settle(self, within_s: float) -> None:
        """Wait until plugins have heard what was told so far, but for no longer than that."""
        heard = [asyncio.get_running_loop().create_future() for _ in self._subscriptions]
        for each, future in zip(self._subscriptions.values(), heard, strict=True):
            each.take(CloudEvent("", _MARK, 0.0), future)
        if heard:
            await asyncio.wait(heard, timeout=within_s)

    async def _hear(self, hosted: HostedPlugin, event: CloudEvent, types: tuple[str, ...]) -> object:
        """Call what hears of it; the answer of `handle_event`. A plugin does not hear of its own statements."""
        if event.type == _MARK:
            return None
        runs_it = _text(event.data, "plugin") if event.type.startswith(_QUERY) else ""
        if runs_it == hosted.launch.id:
            return None
        with self._databases.hearing_of_a_plugin([hosted.launch.id] if runs_it else ()):
            return await self._told(hosted, event, types)

    async def _told(self, hosted: HostedPlugin, event: CloudEvent, types: tuple[str, ...]) -> object:
        if event.type in types:
            given = await self._given(event)
            if given is not None:
                await hosted.call(_HOOKS[event.type], given, within_s=WITHIN_S)
        if HANDLE in hosted.launch.manifest.hooks and hears(hosted.launch.granted, event.type):
            answer = await hosted.call(HANDLE, event, within_s=WITHIN_S)
            try:
                return plain(answer)[0]
            except ValueError as error:
                raise hosted.fault(HANDLE, str(error)) from error
        return None

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


def _may_hear(hosted: HostedPlugin, event_type: str, hook: str) -> bool:
    granted = hosted.launch.granted
    if hook in _OF_QUERIES:
        return "query:read" in granted
    return hook != "on_webhook" or hears(granted, event_type)


def _text(data: dict[str, Any], name: str) -> str:
    found = data.get(name)
    return found if isinstance(found, str) else ""
