"""All plugins that are there, those that come with Lapwing and those that a person installed; what keeps each off."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType
from typing import Final

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from lapwing import __version__
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.installing_errors import KeyRevoked, ManifestInvalid, PluginUnfit
from lapwing.domain.plugins.manifest import Manifest
from lapwing.domain.plugins.sources import RevokedKey
from lapwing.domain.visible import visible_text
from lapwing.plugins.installing import places
from lapwing.plugins.installing.environment import own_packages
from lapwing.plugins.installing.register import InstalledPlugin, StoredPlugins
from lapwing.plugins.manifest import NAME, read_manifest

PACKAGE: Final = "package"
LIBRARIES: Final = "libraries"
_LONGEST_REASON: Final = 300


@dataclass(frozen=True, slots=True)
class KnownPlugin:
    """One plugin that is there.

    Attributes:
        folder: Its code, with `plugin.toml`.
        libraries: Folders with packages that it requires.
        record: What the person chose.
        problem: Why it cannot run here; None: it can.
    """

    manifest: Manifest
    folder: Path
    libraries: tuple[Path, ...]
    record: InstalledPlugin
    problem: LapwingError | None = None

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def data_folder(self) -> Path:
        return places.data_folder(self.id)


def known_plugins(stored: StoredPlugins) -> dict[str, KnownPlugin]:
    """All of them by id, each behind those that it needs. Blocking."""
    records = {each.id: each for each in stored.plugins}
    found = {}
    for plugin_id, (manifest, folder) in bundled_plugins().items():
        record = records.pop(plugin_id, InstalledPlugin(plugin_id, manifest.version, trust=Trust.BUNDLED))
        record = replace(record, version=manifest.version, granted=manifest.permissions, trust=Trust.BUNDLED, folder="")
        found[plugin_id] = KnownPlugin(manifest, folder, (), record)
    for plugin_id, record in records.items():
        found[plugin_id] = _installed(record, stored)
    judged = {key: replace(each, problem=each.problem or _problem(each, found)) for key, each in found.items()}
    return {
        plugin_id: judged[plugin_id] for plugin_id in in_order({key: each.manifest for key, each in judged.items()})
    }


@cache
def bundled_plugins() -> Mapping[str, tuple[Manifest, Path]]:
    """The plugins that come with Lapwing, by id."""
    folders = sorted(path.parent for path in places.bundled().glob(f"*/{NAME}"))
    manifests = ((read_manifest(folder, is_bundled=True), folder) for folder in folders)
    return MappingProxyType({manifest.id: (manifest, folder) for manifest, folder in manifests})


@lru_cache(maxsize=256)
def _manifest_in(folder: Path) -> Manifest:
    """Of a folder that is never changed once it is in its place: another version gets another one."""
    return read_manifest(folder)


def _installed(record: InstalledPlugin, stored: StoredPlugins) -> KnownPlugin:
    place = places.installed() / record.folder
    libraries = (place / LIBRARIES,) if (place / LIBRARIES).is_dir() else ()
    revoked = stored.revocation(*record.signers)
    if revoked is not None:
        record = replace(record, trust=Trust.REVOKED)
    try:
        manifest = _manifest_in(place / PACKAGE)
    except ManifestInvalid as error:
        return KnownPlugin(Manifest(record.id, record.id, record.version), place / PACKAGE, libraries, record, error)
    problem = revoked_error(manifest.name, revoked) if revoked is not None else None
    return KnownPlugin(manifest, place / PACKAGE, libraries, record, problem)


def revoked_error(name: str, revoked: RevokedKey) -> KeyRevoked:
    """Why nothing that a key signed runs."""
    who = f"The index {revoked.index} says so" if revoked.index else "You said so"
    reason = visible_text(revoked.reason[:_LONGEST_REASON]).rstrip(".")
    return KeyRevoked(name=name, key=revoked.key, by=f"{who}: {reason}." if reason else f"{who}.")


def _problem(plugin: KnownPlugin, others: Mapping[str, KnownPlugin]) -> LapwingError | None:
    try:
        check_lapwing(plugin.manifest)
        manifests = {key: each.manifest for key, each in others.items() if each.record.is_enabled}
        if plugin.record.is_enabled:
            if missing := missing_plugins(plugin.manifest, manifests):
                raise needs_plugins(plugin.manifest, missing)
            check_circle(plugin.manifest, manifests)
        check_own_packages(plugin.manifest, plugin.record.relies_on)
    except PluginUnfit as error:
        return error
    return None


def check_lapwing(manifest: Manifest) -> None:
    """See that a plugin is for this Lapwing.

    Raises:
        PluginUnfit
    """
    if manifest.lapwing and not SpecifierSet(manifest.lapwing).contains(Version(__version__), prereleases=True):
        reason = f"it is for Lapwing {manifest.lapwing}, and this is {__version__}."
        raise PluginUnfit(name=manifest.name, reason=reason, advice="Get a version of it that fits, or update Lapwing.")


def missing_plugins(manifest: Manifest, enabled: Mapping[str, Manifest]) -> tuple[str, ...]:
    """What it needs of other plugins and is not there in a version that fits, as the manifest writes it."""
    needed = ((text, Requirement(text)) for text in manifest.plugins)
    return tuple(
        text
        for text, need in needed
        if need.name not in enabled or not need.specifier.contains(enabled[need.name].version, prereleases=True)
    )


def needs_plugins(manifest: Manifest, missing: Iterable[str]) -> PluginUnfit:
    """The error for that."""
    said = " and ".join(missing)
    advice = "Install or update those first, and enable them."
    return PluginUnfit(
        name=manifest.name, reason=f"it needs other plugins that are not enabled here: {said}.", advice=advice
    )


def check_circle(manifest: Manifest, others: Mapping[str, Manifest]) -> None:
    """See that no plugin needs itself by way of others.

    Raises:
        PluginUnfit
    """
    seen: set[str] = set()
    ahead = [Requirement(text).name for text in manifest.plugins]
    while ahead:
        each = ahead.pop()
        if each == manifest.id:
            advice = "Its author has to say otherwise."
            raise PluginUnfit(name=manifest.name, reason="it needs itself, by way of what it needs.", advice=advice)
        if each not in seen and each in others:
            seen.add(each)
            ahead += [Requirement(text).name for text in others[each].plugins]


def check_own_packages(manifest: Manifest, relies_on: Mapping[str, str]) -> None:
    """See that Lapwing still has the packages that a plugin was installed to use of it.

    Raises:
        PluginUnfit
    """
    have = own_packages() if relies_on else {}
    for name, versions in relies_on.items():
        if name not in have or not SpecifierSet(versions).contains(have[name], prereleases=True):
            reason = f"it needs {name} {versions}, which this Lapwing does not have."
            raise PluginUnfit(name=manifest.name, reason=reason, advice="Install the plugin anew.")


def in_order(manifests: Mapping[str, Manifest]) -> list[str]:
    """Ids, each behind those that it needs; by name where nothing says otherwise, and where they go in a circle."""
    graph = {key: [Requirement(text).name for text in manifests[key].plugins] for key in sorted(manifests)}
    try:
        return [each for each in TopologicalSorter(graph).static_order() if each in manifests]
    except CycleError:
        return sorted(manifests)


def needed_by(plugin_id: str, others: Iterable[KnownPlugin]) -> list[str]:
    """The names of enabled plugins that need it."""
    return [
        each.manifest.name
        for each in others
        if each.record.is_enabled and plugin_id in {Requirement(text).name for text in each.manifest.plugins}
    ]
