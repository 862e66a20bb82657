"""What can be asked of plugins that run."""

import asyncio
import time
from dataclasses import replace
from typing import Any, Final

from lapwing.domain.operations import Permission
from lapwing.domain.plugins.documents import Document, FieldKind
from lapwing.domain.plugins.errors import PluginHasNot, SettingInvalid
from lapwing.domain.plugins.facts import (
    ConfigurePlugin,
    DoMenuEntry,
    FormatCells,
    FormattedCells,
    KeptSecrets,
    PluginDocument,
    PluginFacts,
    PluginHealth,
    PluginLog,
    PluginRequest,
    ShowPanel,
    ShowValue,
    SubmitForm,
)
from lapwing.domain.plugins.field_values import problem_of
from lapwing.domain.plugins.installing_errors import PermissionsNotGranted
from lapwing.engine.operations import operation
from lapwing.engine.plugins.running import RunningPlugins
from lapwing.plugins.api import CellFacts, ConnectionInfo, Health
from lapwing.plugins.host.hosted import HostedPlugin
from lapwing.plugins.installing.known import KnownPlugin
from lapwing.plugins.installing.register import InstalledPlugin, StoredPlugins, with_plugin

PERSON_S: Final = 30.0
"""A person who asked for something waits for it no longer."""
VALUE_S: Final = 10.0
CELLS_S: Final = 2.0
HEALTH_S: Final = 5.0


class PluginsService:
    """Event loop's thread."""

    def __init__(self, running: RunningPlugins) -> None:
        self._running = running
        self._changing = asyncio.Lock()

    @operation("plugin.status", needs=Permission.ENGINE)
    async def status(self, request: PluginRequest) -> PluginFacts:
        """How a plugin is.

        Raises:
            PluginUnknown: There is none of that id.
        """
        return self._running.facts(await self._find(request.plugin_id))

    @operation("plugin.log", needs=Permission.ENGINE)
    async def log(self, request: PluginRequest) -> PluginLog:
        """The last lines that a plugin logged and printed.

        Raises:
            PluginUnknown: There is none of that id.
        """
        await self._find(request.plugin_id)
        return PluginLog(self._running.log(request.plugin_id).lines)

    @operation("plugin.health", needs=Permission.ENGINE)
    async def health(self, request: PluginRequest) -> PluginHealth:
        """Whether a plugin can do its work, as it says itself; one without the hook is well while it runs.

        Raises:
            PluginUnknown, PluginNotRunning, PluginFailed, PluginLate, PluginEnded: It gave no answer.
        """
        hosted = self._running.hosted(request.plugin_id)
        if not hosted.has("on_health_check"):
            return PluginHealth()
        found: Health = await hosted.call("on_health_check", within_s=HEALTH_S)
        return PluginHealth(found.is_well, found.note)

    # what a person decides

    @operation("plugin.enable", needs=Permission.ENGINE)
    async def enable(self, request: PluginRequest) -> PluginFacts:
        """Have a plugin run from now on; one that was given up is tried again.

        Raises:
            PluginUnknown, PermissionsNotGranted
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        known = await self._find(request.plugin_id)
        missing = [each for each in known.manifest.permissions if each not in known.record.granted]
        if missing:
            raise PermissionsNotGranted(name=known.manifest.name, permissions=", ".join(missing))
        return await self._change(known.id, lambda record: replace(record, is_enabled=True))

    @operation("plugin.disable", needs=Permission.ENGINE)
    async def disable(self, request: PluginRequest) -> PluginFacts:
        """Have a plugin run no more; its settings and data stay.

        Raises:
            PluginUnknown
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        return await self._change(request.plugin_id, lambda record: replace(record, is_enabled=False))

    @operation("plugin.configure", needs=Permission.ENGINE)
    async def configure(self, request: ConfigurePlugin) -> PluginFacts:
        """Give a plugin other settings; one that runs is started anew with them.

        Secrets go to the vault: one that is absent stays as it is, an empty one is deleted.

        Raises:
            PluginUnknown, SettingInvalid
            SecretUnavailable: A secret cannot be kept. Nothing was changed.
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: The settings are as they were.
        """
        known = await self._find(request.plugin_id)
        plain, secrets = _checked(known, request.config)
        for name, value in secrets.items():
            await self._running.secrets.keep(known.id, name, value)
        return await self._change(
            known.id, lambda record: replace(record, config={**record.config, **plain}), restarts=bool(secrets)
        )

    @operation("plugin.secrets", needs=Permission.ENGINE)
    async def secrets(self, request: PluginRequest) -> KeptSecrets:
        """Of which settings of a plugin the vault keeps a secret; the secrets themselves are told to nobody.

        Raises:
            PluginUnknown: There is none of that id.
        """
        known = await self._find(request.plugin_id)
        kept = await self._running.secrets.kept(known.id)
        fields = {each.name for each in known.manifest.config if each.kind is FieldKind.SECRET}
        return replace(kept, names=tuple(each for each in kept.names if each in fields))

    async def _find(self, plugin_id: str) -> KnownPlugin:
        return await asyncio.to_thread(self._running.find, plugin_id)

    async def _change(self, plugin_id: str, make: Any, *, restarts: bool = False) -> PluginFacts:
        known = await self._find(plugin_id)

        def change(stored: StoredPlugins) -> StoredPlugins:
            record = next((each for each in stored.plugins if each.id == plugin_id), known.record)
            changed: InstalledPlugin = make(record)
            return with_plugin(stored, replace(changed, renewed_at=time.time()) if renews else changed)

        async with self._changing:
            renews = restarts or not self._running.is_up(plugin_id)
            await asyncio.to_thread(self._running.register.change, change)
            await self._running.follow(plugin_id)
        return self._running.facts(await self._find(plugin_id))

    # what it shows

    @operation("plugin.panel", needs=Permission.ENGINE)
    async def panel(self, request: ShowPanel) -> PluginDocument:
        """What a panel of a plugin shows now.

        Raises:
            PluginUnknown, PluginNotRunning, PluginHasNot, PluginFailed, PluginLate, PluginEnded: It gave no answer.
        """
        hosted = self._with(request.plugin_id, "panel", "panels", request.panel_id)
        connection = self._connection(request.connection_id)
        document: Document = await hosted.call("panel", request.panel_id, connection, within_s=PERSON_S)
        return PluginDocument(document)

    @operation("plugin.menu", needs=Permission.ENGINE)
    async def menu(self, request: DoMenuEntry) -> PluginDocument:
        """A person chose a menu entry of a plugin; what comes of it may be shown.

        Raises:
            PluginUnknown, PluginNotRunning, PluginHasNot, PluginFailed, PluginLate, PluginEnded: It gave no answer.
        """
        hosted = self._with(request.plugin_id, "on_menu", "menu", request.entry_id)
        connection = self._connection(request.connection_id)
        document: Document | None = await hosted.call("on_menu", request.entry_id, connection, within_s=PERSON_S)
        return PluginDocument(document or Document())

    @operation("plugin.form", needs=Permission.ENGINE)
    async def form(self, request: SubmitForm) -> PluginDocument:
        """A person filled in a form of a panel, or of what a menu entry brought; the answer is shown instead.

        Raises:
            PluginUnknown, PluginNotRunning, PluginHasNot, PluginFailed, PluginLate, PluginEnded: It gave no answer.
        """
        hosted = self._running.hosted(request.plugin_id)
        if not hosted.has("on_form"):
            raise PluginHasNot(plugin=hosted.launch.manifest.name, what="on_form")
        document: Document | None = await hosted.call("on_form", request.panel_id, request.values, within_s=PERSON_S)
        if document is None and any(each.id == request.panel_id for each in hosted.launch.manifest.panels):
            return await self.panel(ShowPanel(request.plugin_id, request.panel_id, request.connection_id))
        return PluginDocument(document or Document())

    @operation("plugin.value", needs=Permission.ENGINE)
    async def value(self, request: ShowValue) -> PluginDocument:
        """A value, in a viewer of a plugin.

        Raises:
            PluginUnknown, PluginNotRunning, PluginHasNot, PluginFailed, PluginLate, PluginEnded: It gave no answer.
        """
        hosted = self._with(request.plugin_id, "view_value", "viewers", request.viewer_id)
        value: str | bytes | None = request.text if request.data is None else request.data
        cell = CellFacts(request.column, request.type)
        document: Document = await hosted.call("view_value", request.viewer_id, cell, value, within_s=VALUE_S)
        return PluginDocument(document)

    @operation("plugin.cells", needs=Permission.ENGINE)
    async def cells(self, request: FormatCells) -> FormattedCells:
        """How values of one column are shown by a formatter of a plugin; the values stay what they are.

        Raises:
            PluginUnknown, PluginNotRunning, PluginHasNot, PluginFailed, PluginLate, PluginEnded: It gave no answer.
        """
        hosted = self._with(request.plugin_id, "format_cells", "formatters", request.formatter_id)
        cell = CellFacts(request.column, request.type)
        found = tuple(await hosted.call("format_cells", request.formatter_id, cell, request.texts, within_s=CELLS_S))
        if len(found) != len(request.texts):
            reason = f"it gave {len(found)} texts for {len(request.texts)} cells."
            raise hosted.fault("format_cells", reason)
        return FormattedCells(found)

    def _with(self, plugin_id: str, hook: str, table: str, entry_id: str) -> HostedPlugin:
        """The plugin, which runs and has that hook and that entry.

        Raises:
            PluginUnknown, PluginNotRunning, PluginHasNot
        """
        hosted = self._running.hosted(plugin_id)
        entries = getattr(hosted.launch.manifest, table)
        if not hosted.has(hook) or not any(each.id == entry_id for each in entries):
            raise PluginHasNot(plugin=hosted.launch.manifest.name, what=entry_id)
        if hook == "panel" and "ui:panel" not in hosted.launch.granted:
            raise PermissionsNotGranted(name=hosted.launch.manifest.name, permissions="ui:panel")
        return hosted

    def _connection(self, connection_id: str) -> ConnectionInfo | None:
        return self._running.databases.info_of(connection_id)


def _checked(known: KnownPlugin, config: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Settings that fit their fields, and secrets.

    Raises:
        SettingInvalid
    """
    fields = {each.name: each for each in known.manifest.config}
    plain, secrets = {}, {}
    for name, value in config.items():
        field = fields.get(name)
        if field is None:
            raise SettingInvalid(plugin=known.manifest.name, setting=name[:100], reason="there is no such setting.")
        if field.kind is FieldKind.SECRET:
            secrets[name] = str(value or "")
        elif problem := problem_of(field, value):
            raise SettingInvalid(plugin=known.manifest.name, setting=field.title, reason=problem)
        else:
            plain[name] = value
    return plain, secrets
