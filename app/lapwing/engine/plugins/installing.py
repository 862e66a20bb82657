"""Looking at packages of plugins, installing, updating and removing them, and whom to trust."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Final, Protocol, TypeVar

from lapwing.domain.errors import LapwingError, from_wire, to_wire
from lapwing.domain.operations import Permission
from lapwing.domain.plugins.errors import PluginUnknown
from lapwing.domain.plugins.facts import PluginFacts, PluginList, PluginsChanged, PluginState
from lapwing.domain.plugins.installing import (
    InstallPlugin,
    PackageFacts,
    PluginInstalled,
    ReadPackage,
    RemovePlugin,
    UpdatePlugin,
)
from lapwing.domain.plugins.installing_errors import UpdateUndone
from lapwing.domain.query import Done
from lapwing.engine.bus import Bus
from lapwing.engine.hub import EventHub
from lapwing.engine.operations import operation
from lapwing.engine.plugins.sources import enforcement_here
from lapwing.plugins.index.sources import INDEX, package_at
from lapwing.plugins.installing.installer import Installer
from lapwing.plugins.installing.known import KnownPlugin, known_plugins, needed_by
from lapwing.plugins.installing.looking import Looked, look, look_at_bundled
from lapwing.plugins.installing.register import InstalledPlugin, PluginRegister

_ENDED_BADLY: Final = (PluginState.WAITING, PluginState.QUARANTINED, PluginState.REFUSED)
Answer = TypeVar("Answer")


class RunsPlugins(Protocol):
    """Who runs them. Event loop's thread."""

    async def leave(self, plugin_id: str) -> None:
        """Stop it, before its folder is changed; returns when its process is gone."""
        ...

    async def follow(self, plugin_id: str) -> None:
        """Do as the register says now: run it, run it as it is now, or run it no more."""
        ...

    async def forget(self, plugin_id: str) -> None:
        """Delete the secrets that were kept for it."""
        ...

    def facts(self, plugin: KnownPlugin) -> PluginFacts:
        """How it is now."""
        ...


class KnowsUpdates(Protocol):
    """Who reads indexes. Event loop's thread."""

    async def updates(self) -> dict[str, str]:
        """The later versions of what is installed, by plugin, as indexes said last."""
        ...

    def installed(self, plugin_id: str) -> None:
        """Another version is there."""
        ...


class InstallingService:
    """Event loop's thread; files and networks are left to others."""

    def __init__(
        self, bus: Bus, hub: EventHub, register: PluginRegister, runner: RunsPlugins, sources: KnowsUpdates
    ) -> None:
        self._bus = bus
        self._hub = hub
        self._register = register
        self._installer = Installer(register)
        self._runner = runner
        self._one_at_a_time = asyncio.Lock()
        self._sources = sources

    @operation("plugin.list", needs=Permission.ENGINE)
    async def list_(self) -> PluginList:
        """All plugins, those that others need before them, and later versions as far as an index was read."""
        stored, problem = await asyncio.to_thread(self._register.known)
        known = await asyncio.to_thread(known_plugins, stored)
        updates = await self._sources.updates()
        told = (
            replace(
                self._runner.facts(each),
                update=updates.get(each.id, ""),
                needed_by=tuple(needed_by(each.id, known.values())),
            )
            for each in known.values()
        )
        return PluginList(tuple(told), to_wire(problem))

    @operation("plugin.read_package", needs=Permission.ENGINE)
    async def read_package(self, request: ReadPackage) -> PackageFacts:
        """What a package is and what installing it would change; nothing of it is run, nothing is changed.

        Raises:
            IndexHasNot, FetchFailed
            PackageUnreadable, PackageHostile, PackageTampered, ManifestInvalid: It cannot be installed.
        """
        facts = (await asyncio.to_thread(self._look, request.source, request.wheels)).facts
        return replace(facts, enforcement=enforcement_here())

    def _look(self, source: str, wheels: tuple[str, ...]) -> Looked:
        stored = self._register.read()
        bundled = look_at_bundled(source.removeprefix(INDEX), stored) if source.startswith(INDEX) else None
        if bundled is not None:
            return bundled
        package, index = package_at(source, stored)
        places = (*wheels, *stored.sources.wheels)
        if index is None:
            return look(package, stored, source, places)
        return look(package, stored, source, places, index.key, index.facts)

    @operation("plugin.install", needs=Permission.ENGINE)
    async def install(self, request: InstallPlugin) -> PluginInstalled:
        """Install a package that was looked at, or put it in the place of the version that is installed.

        Raises:
            PackageChanged, PermissionsNotGranted, DowngradeNotAllowed, UpdateUndone
            LapwingError: What looking at it said, or why it cannot be written. Nothing was changed.
        """
        async with self._one_at_a_time:
            looked = await asyncio.to_thread(self._look, request.source, request.wheels)
            plugin = await asyncio.to_thread(self._installer.prepare, looked, request)
            return await _to_its_end(self._put_in_place(looked, plugin))

    async def _put_in_place(self, looked: Looked, plugin: InstalledPlugin) -> PluginInstalled:
        """The old one runs until the new one is whole; it comes back where the new one does not start."""
        was = await self._state(plugin.id)
        await self._runner.leave(plugin.id)
        try:
            before = await asyncio.to_thread(self._installer.commit, plugin)
        except LapwingError:
            await self._runner.follow(plugin.id)
            raise
        await self._runner.follow(plugin.id)
        if before is not None and before.folder and was is PluginState.RUNNING:
            await self._undone_if_it_fails(looked, plugin, before)
        await asyncio.to_thread(self._installer.sweep)
        self._sources.installed(plugin.id)
        self._tell("plugin.updated" if before else "plugin.installed", plugin)
        return PluginInstalled(plugin.id, plugin.version, before.version if before and before.folder else "")

    async def _undone_if_it_fails(self, looked: Looked, plugin: InstalledPlugin, before: InstalledPlugin) -> None:
        facts = await self._facts(plugin.id)
        if facts is None or facts.state not in _ENDED_BADLY:
            return
        await self._runner.leave(plugin.id)
        await asyncio.to_thread(self._installer.undo, plugin, before)
        await self._runner.follow(plugin.id)
        reason = str(from_wire(facts.error)) if facts.error else "it ended at once."
        name = looked.package.manifest.name
        raise UpdateUndone(name=name, before=before.version, after=plugin.version, reason=reason)

    async def _facts(self, plugin_id: str) -> PluginFacts | None:
        stored, _ = await asyncio.to_thread(self._register.known)
        known = await asyncio.to_thread(known_plugins, stored)
        return self._runner.facts(known[plugin_id]) if plugin_id in known else None

    async def _state(self, plugin_id: str) -> PluginState | None:
        facts = await self._facts(plugin_id)
        return facts.state if facts else None

    @operation("plugin.update", needs=Permission.ENGINE)
    async def update(self, request: UpdatePlugin) -> PluginInstalled:
        """Put what an index has in the place of the version that is installed.

        Raises:
            PluginUnknown
            LapwingError: As `plugin.install`.
        """
        if await self._state(request.plugin_id) is None:
            raise PluginUnknown(plugin=request.plugin_id)
        stored, _ = await asyncio.to_thread(self._register.known)
        is_enabled = any(each.id == request.plugin_id and each.is_enabled for each in stored.plugins)
        source = f"{INDEX}{request.plugin_id}"
        return await self.install(
            InstallPlugin(source, request.sha256, request.granted, request.wheels, enable=is_enabled)
        )

    @operation("plugin.remove", needs=Permission.ENGINE)
    async def remove(self, request: RemovePlugin) -> Done:
        """Remove a plugin; its data and settings stay where the person wants that.

        Raises:
            PluginUnknown, PluginComesWithLapwing, PluginNeeded
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
            SecretLeft: It is removed, and its secrets could not be deleted.
        """
        async with self._one_at_a_time:
            await _to_its_end(self._remove(request))
        return Done()

    async def _remove(self, request: RemovePlugin) -> None:
        await asyncio.to_thread(self._installer.check_removal, request.plugin_id)
        await self._runner.leave(request.plugin_id)
        try:
            gone = await asyncio.to_thread(
                lambda: self._installer.remove(request.plugin_id, keep_data=request.keep_data)
            )
        finally:
            await self._runner.follow(request.plugin_id)
        self._tell("plugin.removed", gone)
        if not request.keep_data:
            await self._runner.forget(request.plugin_id)

    def _tell(self, event_type: str, plugin: InstalledPlugin) -> None:
        self._hub.publish(event_type, {"plugin": plugin.id, "version": plugin.version}, subject=plugin.id)
        self._bus.publish(PluginsChanged(plugin.id))

    async def sweep(self) -> None:
        """Delete what installations that were cut off have left."""
        await asyncio.to_thread(self._installer.sweep)


async def _to_its_end(work: Coroutine[None, None, Answer]) -> Answer:
    """Do something whole, also when who asked is gone meanwhile."""
    return await asyncio.shield(asyncio.ensure_future(work))
