"""Putting a plugin into its place in one step, and taking it away.

All of it is prepared beside, brought to the disk, and moved to a folder that nothing names yet. Then the register is
replaced: whoever is killed before has changed nothing, whoever is killed behind it has installed the plugin. What no
register names is swept away at the next change or start.
"""

import logging
import secrets
import shutil
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DiskFull
from lapwing.domain.plugins.errors import PluginUnknown
from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.installing import InstallPlugin, PackageFacts
from lapwing.domain.plugins.installing_errors import (
    DowngradeNotAllowed,
    PackageChanged,
    PermissionsNotGranted,
    PluginComesWithLapwing,
    PluginNeeded,
    PluginsBusy,
)
from lapwing.plugins.host.folders import remove_tree
from lapwing.plugins.installing import places
from lapwing.plugins.installing.known import LIBRARIES, PACKAGE, KnownPlugin, known_plugins, needed_by
from lapwing.plugins.installing.looking import Looked
from lapwing.plugins.installing.register import (
    InstalledPlugin,
    PluginRegister,
    StoredPlugins,
    with_plugin,
    without_plugin,
)
from lapwing.plugins.manifest import NAME
from lapwing.settings.files import FileLayer

_log: Final = logging.getLogger(__name__)


class Installer:
    """Blocking, any thread; two at a time wait for each other, also of different processes."""

    def __init__(self, register: PluginRegister, layer: FileLayer | None = None) -> None:
        self._register = register
        self._layer = layer or FileLayer()

    def prepare(self, looked: Looked, request: InstallPlugin) -> InstalledPlugin:
        """Put the files where nothing names them yet; what is to be entered into the register.

        Raises:
            PackageChanged, PermissionsNotGranted, DowngradeNotAllowed, DiskFull, PluginsBusy
            LapwingError: The problem that looking found.
        """
        _check(looked, request)
        manifest, facts = looked.package.manifest, looked.facts
        is_here = facts.trust is Trust.BUNDLED
        with places.changing():
            folder = f"{manifest.id}/{manifest.version}-{facts.sha256[:8]}-{secrets.token_hex(4)}"
            if not is_here:
                self._write(folder, looked.package.files, looked.chosen.files())
        return InstalledPlugin(
            manifest.id,
            manifest.version,
            "" if is_here else folder,
            facts.trust,
            facts.key if facts.trust is Trust.SIGNED else "",
            facts.sha256,
            facts.source,
            manifest.permissions,
            request.enable,
            relies_on=dict(looked.chosen.relies_on),
            installed_at=time.time(),
            signed_by=looked.signed_by,
        )

    def commit(self, plugin: InstalledPlugin) -> InstalledPlugin | None:
        """Enter it into the register: from now on it is installed. What was there before, or None.

        Raises:
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        with places.changing():
            if plugin.folder and not (places.installed() / plugin.folder / PACKAGE / NAME).is_file():
                raise PluginsBusy  # somebody swept between preparing and now
            before = self._record(plugin.id)

            def enter(stored: StoredPlugins) -> StoredPlugins:
                kept = before.config if before else stored.kept.get(plugin.id, {})
                return with_plugin(stored, replace(plugin, config=kept))

            self._register.change_locked(enter)
        return before

    def undo(self, plugin: InstalledPlugin, before: InstalledPlugin) -> None:
        """Give the plugin that was there before its place back.

        Raises: as `commit`.
        """
        self.commit(before)
        self.sweep()
        _log.info("%s %s was undone for %s", plugin.id, plugin.version, before.version)

    def remove(self, plugin_id: str, *, keep_data: bool) -> InstalledPlugin:
        """Take a plugin out of the register, then its files away; what it was.

        Raises:
            PluginUnknown, PluginComesWithLapwing, PluginNeeded
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        with places.changing():
            gone = self.check_removal(plugin_id)
            self._register.change_locked(lambda stored: without_plugin(stored, plugin_id, keep_config=keep_data))
            if not keep_data:
                remove_tree(gone.data_folder)
        self.sweep()
        return gone.record

    def check_removal(self, plugin_id: str) -> KnownPlugin:
        """See that a plugin can be removed. Raises as `remove`."""
        known = known_plugins(self._register.read())
        if plugin_id not in known:
            raise PluginUnknown(plugin=plugin_id)
        gone = known[plugin_id]
        if gone.record.trust is Trust.BUNDLED:
            raise PluginComesWithLapwing(name=gone.manifest.name)
        if others := needed_by(plugin_id, known.values()):
            raise PluginNeeded(name=gone.manifest.name, others=" and ".join(others))
        return gone

    def sweep(self) -> None:
        """Delete what no register names: of installations that were cut off, and of versions that were replaced.

        Nothing is deleted while somebody installs, or while the register cannot be read.
        """
        try:
            with places.changing(tries=1):
                if self._register.stamp is None:
                    return
                stored, problem = self._register.known()
                if problem is not None:
                    return
                named = {each.folder for each in stored.plugins if each.folder}
                _delete(places.staging())
                for folder in places.installed().glob("*/*"):
                    if f"{folder.parent.name}/{folder.name}" not in named:
                        _delete(folder)
                for folder in places.installed().glob("*"):
                    if not any(folder.iterdir()):
                        folder.rmdir()
        except (PluginsBusy, OSError) as error:
            _log.info("what is left of installations stays for now: %s", error)

    def _record(self, plugin_id: str) -> InstalledPlugin | None:
        return next((each for each in self._register.read().plugins if each.id == plugin_id), None)

    def _write(self, folder: str, package: Mapping[str, bytes], libraries: Mapping[str, bytes]) -> None:
        """Bring the files to the disk beside, and the folder to its place when it is whole."""
        draft = paths.private_folder(places.staging()) / secrets.token_hex(8)
        final = places.installed() / folder
        try:
            for name, data in package.items():
                self._file(draft / PACKAGE / name, data)
            for name, data in libraries.items():
                self._file(draft / LIBRARIES / name, data)
            for inner in (draft, *(path for path in draft.rglob("*") if path.is_dir())):
                self._layer.sync_folder(inner)
            paths.private_folder(final.parent)
            self._layer.rename(draft, final)
            self._layer.sync_folder(final.parent)
            self._layer.sync_folder(final.parent.parent)
        except OSError as error:
            _delete(draft)
            _delete(final)
            raise DiskFull(path=str(draft), reason=error.strerror or str(error)) from error

    def _file(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fd = self._layer.create(path)
        try:
            self._layer.write(fd, data)
            self._layer.sync(fd)
        finally:
            self._layer.close(fd)


def _check(looked: Looked, request: InstallPlugin) -> None:
    facts: PackageFacts = looked.facts
    manifest = facts.manifest
    if facts.sha256 != request.sha256:
        raise PackageChanged(path=facts.source)
    if looked.problem is not None:
        raise looked.problem
    if refused := [each for each in manifest.permissions if each not in request.granted]:
        raise PermissionsNotGranted(name=manifest.name, permissions=", ".join(refused))
    if facts.is_downgrade and not request.allow_downgrade:
        raise DowngradeNotAllowed(name=manifest.name, before=facts.installed, after=manifest.version)


def _delete(folder: Path) -> None:
    """Delete a folder with all in it, as far as the system lets us; the rest is for the next time."""
    if folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError as error:
            _log.warning("%s stays for now: %s", folder, error)
