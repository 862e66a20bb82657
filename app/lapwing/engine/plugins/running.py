"""Which plugins run: what the register says, followed whenever it changes. Event loop's thread."""

import asyncio
from collections.abc import Callable
from typing import Any, Final, Protocol

from lapwing.domain.plugins.errors import PluginNotRunning, PluginUnknown
from lapwing.domain.plugins.facts import Enforcement, PluginFacts, PluginsChanged, PluginState, Trust
from lapwing.domain.plugins.field_values import with_defaults
from lapwing.domain.plugins.manifest import Isolation
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub
from lapwing.engine.plugins.databases import PluginDatabases
from lapwing.engine.plugins.log import PluginLogFile
from lapwing.engine.plugins.mail import PluginMail
from lapwing.engine.plugins.network import Network
from lapwing.engine.plugins.permitted import Permitted
from lapwing.engine.plugins.secrets import PluginSecrets
from lapwing.plugins.host.hosted import HostedPlugin, Patience
from lapwing.plugins.host.inside import NOTE
from lapwing.plugins.host.launch import Launch
from lapwing.plugins.host.protocol import Begun
from lapwing.plugins.installing.known import KnownPlugin, known_plugins
from lapwing.plugins.installing.register import PluginRegister
from lapwing.plugins.runner import confinement

_LOOK_S: Final = 1.0
_COMING_S: Final = 0.05
OF_STATEMENTS: Final = "query:read"
"""The permission without which a plugin hears nothing of statements."""
HOOKS_OF_STATEMENTS: Final = frozenset({"on_query_execute", "on_query_complete", "on_query_fail"})

_TOLD: Final = {
    PluginState.RUNNING: "plugin.started",
    PluginState.DISABLED: "plugin.stopped",
    PluginState.WAITING: "plugin.failed",
    PluginState.QUARANTINED: "plugin.quarantined",
    PluginState.REFUSED: "plugin.failed",
}
"""What is told to everybody of a plugin that is in another state."""


class Turn(Protocol):
    """Which engine of a profile does what is done once (`engine.services.host`)."""

    @property
    def acts(self) -> bool:
        """Whether it is this one."""
        ...

    def acts_elsewhere(self) -> bool:
        """Whether it is another one."""
        ...


class RunningPlugins:
    """All that are enabled.

    Attributes:
        register: What is installed.
        runs_here: Whether this engine runs all plugins. One that does one thing and ends runs only those that hear of
            statements, and only when it has some to send.
        when_wanted: Called with a plugin that runs now, or is to run when this engine does what is done once.
        when_ends: Called with the id of one that is about to be stopped, or is not wanted any more.
    """

    def __init__(
        self,
        bus: Bus,
        hub: EventHub,
        register: PluginRegister,
        databases: PluginDatabases,
        network: Network,
        mail: PluginMail,
        secrets: PluginSecrets,
        turn: Turn,
        patience: Patience | None = None,
    ) -> None:
        self.register = register
        self.runs_here = False
        self._begun = asyncio.Event()
        self._beginning_some = asyncio.Lock()
        self.databases = databases
        self.secrets = secrets
        self.when_wanted: list[Callable[[Launch], None]] = []
        self.when_ends: list[Callable[[str], None]] = []
        self._turn = turn
        self._expects_turn = False
        self._standing_by: dict[str, Launch] = {}
        """Those that run once in a profile, and not here."""
        self._bus = bus
        self._hub = hub
        self._network = network
        self._mail = mail
        self._patience = patience
        self._hosted: dict[str, HostedPlugin] = {}
        self._logs: dict[str, PluginLogFile] = {}
        self._changing: dict[str, asyncio.Lock] = {}
        self._left: set[str] = set()
        self._stamp: tuple[int, int, int] | None = None
        self._watching: asyncio.Task[None] | None = None

    # what there is

    def known(self) -> dict[str, KnownPlugin]:
        """All that are installed, each behind those that it needs."""
        return known_plugins(self.register.known()[0])

    def find(self, plugin_id: str) -> KnownPlugin:
        """One that is installed.

        Raises:
            PluginUnknown
        """
        found = self.known().get(plugin_id)
        if found is None:
            raise PluginUnknown(plugin=plugin_id)
        return found

    def hosted(self, plugin_id: str) -> HostedPlugin:
        """One that runs.

        Raises:
            PluginUnknown, PluginNotRunning
        """
        found = self._hosted.get(plugin_id)
        if found is None or not found.is_running:
            idle = PluginState.ELSEWHERE if plugin_id in self._standing_by else PluginState.DISABLED
            state = found.state if found is not None else idle
            raise PluginNotRunning(plugin=self.find(plugin_id).manifest.name, state=state.value)
        return found

    def is_up(self, plugin_id: str) -> bool:
        """Whether it runs now."""
        found = self._hosted.get(plugin_id)
        return found is not None and found.is_running

    async def up(self, plugin_id: str) -> HostedPlugin:
        """One that runs, as soon as it has begun; an engine that does one thing starts it for that.

        Raises:
            PluginUnknown, PluginNotRunning
        """
        if self.runs_here:
            if not self.is_up(plugin_id):
                await self._follow(plugin_id)
            return self.hosted(plugin_id)
        async with self._beginning_some:
            if plugin_id not in self._hosted:
                known = await asyncio.to_thread(self.find, plugin_id)
                if known.record.is_enabled and not known.problem:
                    await self._host(_launch(known))
        return self.hosted(plugin_id)

    def with_hook(self, hook: str) -> list[HostedPlugin]:
        """Those that run and have a hook, in the order in which they were started."""
        return [each for each in self._hosted.values() if each.has(hook)]

    def wanting(self, hook: str, permission: str) -> list[str]:
        """The ids of those that are to run, have a hook and were granted what it needs; they may not run just now."""
        return [
            each
            for each, hosted in self._hosted.items()
            if hook in hosted.launch.manifest.hooks and permission in hosted.launch.granted
        ]

    def facts(self, known: KnownPlugin) -> PluginFacts:
        """How one is."""
        hosted = self._hosted.get(known.id)
        record, manifest = known.record, known.manifest
        problem = known.problem if hosted is None or known.problem is not None else hosted.error
        enforced = hosted.enforced if hosted is not None and hosted.is_running else _expected(known)
        idle = PluginState.ELSEWHERE if known.id in self._standing_by else PluginState.DISABLED
        state = hosted.state if hosted is not None else idle
        if known.problem is not None:
            state = PluginState.REFUSED
        return PluginFacts(
            manifest,
            state,
            record.trust,
            record.is_enabled,
            record.granted,
            with_defaults(manifest.config, record.config),
            Enforcement(enforced.files, enforced.network, enforced.note),
            problem.to_wire() if problem is not None else None,
            hosted.since if hosted is not None else 0.0,
            hosted.pid if hosted is not None else None,
            hosted.restarts if hosted is not None else 0,
            hosted.slow if hosted is not None else 0,
            hosted.failed if hosted is not None else 0,
        )

    def log(self, plugin_id: str) -> PluginLogFile:
        """Its log."""
        if plugin_id not in self._logs:
            self._logs[plugin_id] = PluginLogFile(plugin_id)
        return self._logs[plugin_id]

    # life

    async def begin(self) -> None:
        """Start all that are enabled, side by side but behind those that they need; then follow the register."""
        self.runs_here = True
        self._expects_turn = not self._turn.acts_elsewhere()  # services take the lock in a moment
        self._stamp = self.register.stamp
        known = await asyncio.to_thread(self.known)
        enabled = [each for each in known.values() if each.record.is_enabled]
        beginning = {each.id: asyncio.create_task(self._follow(each.id)) for each in enabled}
        try:
            await asyncio.gather(*(beginning[each.id] for each in enabled if _hears_of_statements(_launch(each))))
            self._begun.set()
            await asyncio.gather(*beginning.values())
        finally:
            for each in beginning.values():
                each.cancel()
        self._watching = asyncio.create_task(self._watch(), name="plugins")

    @property
    def is_ready(self) -> bool:
        """Whether those that hear of statements run by now, as far as they can."""
        return self._begun.is_set()

    async def ready(self) -> None:
        """Return when those that hear of statements run, as far as they can; in an engine that does one thing, start
        them."""
        if self.runs_here:
            await self._begun.wait()
            return
        async with self._beginning_some:
            if self._begun.is_set():
                return
            known = await asyncio.to_thread(self.known)
            wanted = [_launch(each) for each in known.values() if each.record.is_enabled and not each.problem]
            missing = [each for each in wanted if each.id not in self._hosted]
            await asyncio.gather(*(self._host(each) for each in missing if _hears_of_statements(each)))
            self._begun.set()

    async def _watch(self) -> None:
        """Another process of the profile may change what is installed."""
        while True:
            await asyncio.sleep(_LOOK_S)
            await self._take_turn()
            stamp = self.register.stamp
            if stamp == self._stamp:
                continue
            self._stamp = stamp
            known = await asyncio.to_thread(self.known)
            for plugin_id in {*known, *self._hosted, *self._standing_by} - self._left:
                await self.follow(plugin_id)

    async def _take_turn(self) -> None:
        """Run what runs once in a profile if that is here now, and do not if it is not."""
        self._expects_turn = False
        once = [each for each, hosted in self._hosted.items() if hosted.launch.manifest.once]
        for plugin_id in list(self._standing_by) if self._turn.acts else once:
            await self.follow(plugin_id)

    async def found(self, plugin_id: str) -> HostedPlugin:
        """One that is wanted, when it runs: one that stood by is started, one that is started again is waited for.

        Raises:
            PluginUnknown, PluginNotRunning
        """
        if plugin_id in self._standing_by:
            await self.follow(plugin_id)
        while (found := self._hosted.get(plugin_id)) is not None and found.is_coming:
            await asyncio.sleep(_COMING_S)
        return self.hosted(plugin_id)

    async def leave(self, plugin_id: str) -> None:
        """Stop one, before its folder is changed; it is not started again before `follow`."""
        self._left.add(plugin_id)
        async with self._lock(plugin_id):
            await self._stop(plugin_id)

    async def follow(self, plugin_id: str) -> None:
        """Do as the register says now: run it, run it as it is now, or run it no more."""
        if self.runs_here:
            await self._follow(plugin_id)

    async def _follow(self, plugin_id: str) -> None:
        self._left.discard(plugin_id)
        async with self._lock(plugin_id):
            known = (await asyncio.to_thread(self.known)).get(plugin_id)
            wanted = _launch(known) if known is not None and known.record.is_enabled and not known.problem else None
            hosted = self._hosted.get(plugin_id)
            stands_by = wanted is not None and wanted.manifest.once and not (self._turn.acts or self._expects_turn)
            if hosted is not None and (wanted is None or hosted.launch != wanted or stands_by):
                await self._stop(plugin_id)
                hosted = None
            if self._standing_by.pop(plugin_id, wanted) != wanted:
                self._end(plugin_id)
            if wanted is not None and stands_by:
                self._standing_by[plugin_id] = wanted
                self._want(wanted)
            elif wanted is not None and hosted is None:
                await self._host(wanted)
        self._bus.publish(PluginsChanged(plugin_id))

    async def forget(self, plugin_id: str) -> None:
        """Delete the log and the secrets of one that was removed."""
        self.log(plugin_id).remove()
        self._logs.pop(plugin_id, None)
        await self.secrets.forget(plugin_id)

    def _lock(self, plugin_id: str) -> asyncio.Lock:
        return self._changing.setdefault(plugin_id, asyncio.Lock())

    async def _host(self, launch: Launch) -> None:
        log = self.log(launch.id)
        served = Permitted(launch, self._hub, self.databases, self._network, self._mail, self.secrets, log.add)
        hosted = HostedPlugin(launch, served.serve, log.add, lambda: self._changed(launch.id), self._patience)
        self._hosted[launch.id] = hosted
        await hosted.start()

    async def _stop(self, plugin_id: str) -> None:
        if self._standing_by.pop(plugin_id, None) is not None:
            self._end(plugin_id)
        hosted = self._hosted.get(plugin_id)
        if hosted is None:
            return
        self._end(plugin_id)
        await hosted.stop()
        self._hosted.pop(plugin_id, None)
        await self.databases.leave(plugin_id)
        self.log(plugin_id).settle()

    def _want(self, launch: Launch) -> None:
        for tell in self.when_wanted:
            tell(launch)

    def _end(self, plugin_id: str) -> None:
        for tell in self.when_ends:
            tell(plugin_id)

    def _changed(self, plugin_id: str) -> None:
        hosted = self._hosted.get(plugin_id)
        if hosted is None:
            return
        if hosted.is_running:
            self._want(hosted.launch)
        event = _TOLD.get(hosted.state)
        if event is not None:
            data: dict[str, Any] = {"plugin": plugin_id, "name": hosted.launch.manifest.name}
            if hosted.error is not None:
                data["error"] = str(hosted.error)
            self._hub.publish(event, data, subject=plugin_id)
        self._bus.publish(PluginsChanged(plugin_id))

    async def close(self) -> None:
        """Stop all of them, at the same time."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        await asyncio.gather(*(self.leave(plugin_id) for plugin_id in list(self._hosted)))
        for log in self._logs.values():
            log.settle()


def _hears_of_statements(launch: Launch) -> bool:
    """Whether it has to run where statements are. One that runs once hears of them as events of all engines."""
    if launch.manifest.once:
        return False
    return OF_STATEMENTS in launch.granted and not HOOKS_OF_STATEMENTS.isdisjoint(launch.manifest.hooks)


def _expected(known: KnownPlugin) -> Begun:
    """What would be enforced of it here."""
    return Begun(files=False, network=False, note=NOTE) if _is_inside(known) else confinement.expected()


def _is_inside(known: KnownPlugin) -> bool:
    return known.manifest.isolation is Isolation.ENGINE and known.record.trust is Trust.BUNDLED


def _launch(known: KnownPlugin) -> Launch:
    record, manifest = known.record, known.manifest
    return Launch(
        manifest,
        known.folder,
        known.data_folder,
        tuple(each for each in manifest.permissions if each in record.granted),
        with_defaults(manifest.config, record.config),
        known.libraries,
        is_inside=_is_inside(known),
        renewed_at=record.renewed_at,
    )
