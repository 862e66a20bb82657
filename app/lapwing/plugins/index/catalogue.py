"""All indexes together: what there is, what of it fits here, and where it comes from."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from packaging.version import Version

from lapwing import __version__
from lapwing.domain.plugins.installing_errors import (
    FetchFailed,
    IndexHasNot,
    PackageTampered,
    PluginComesWithLapwing,
)
from lapwing.domain.plugins.sources import IndexEntry, IndexSource, PluginIndex
from lapwing.plugins.index.reading import ReadIndex, read_one, read_shipped
from lapwing.plugins.installing.fetching import fetch, shown
from lapwing.plugins.installing.register import StoredPlugins
from lapwing.plugins.packages.package import Package, package_from

_AT_ONCE: Final = 8
_NONE: Final[Mapping[IndexSource, ReadIndex]] = MappingProxyType({})


def read_all(
    stored: StoredPlugins, place: str = "", *, is_fetched: bool = True, before: Mapping[IndexSource, ReadIndex] = _NONE
) -> list[ReadIndex]:
    """The indexes that are meant: one, or the one that comes with Lapwing and those that the person named. Blocking.

    Args:
        is_fetched: Whether they are asked; otherwise each is as it was `before`, or as it was kept.
    """
    if place:
        meant = next((each for each in stored.sources.indexes if each.place == place), IndexSource(place))
        return [read_one(replace(meant, is_on=True), stored, is_fetched=is_fetched)]
    known = {} if is_fetched else before

    def read(source: IndexSource) -> ReadIndex:
        return known.get(source) or read_one(source, stored, is_fetched=is_fetched)

    with ThreadPoolExecutor(_AT_ONCE) as threads:  # one that does not answer keeps none of the others
        named = list(threads.map(read, stored.sources.indexes))
    return [read_shipped(is_on=stored.sources.shipped_is_on), *named]


def put_together(read: Sequence[ReadIndex], versions: Mapping[str, str]) -> PluginIndex:
    """What there is in indexes that were read.

    Args:
        versions: Those that are installed, by plugin.
    """
    best: dict[str, tuple[IndexEntry, ReadIndex]] = {}
    for index in read:
        for entry in index.entries:
            known = best.get(entry.id)
            if known is None or _rank(entry, index) > _rank(*known):
                best[entry.id] = (entry, index)
    entries = (_beside(best[each][0], versions.get(each, "")) for each in sorted(best))
    return PluginIndex(tuple(entries), tuple(each.facts for each in read))


def _rank(entry: IndexEntry, index: ReadIndex) -> tuple[bool, bool, Version]:
    """What works comes before what does not, what is vouched for before what is not: or whoever says that he has a
    later version of a plugin of somebody else's would take its place."""
    return entry.fits, index.facts.is_trusted, Version(entry.version)


def _beside(entry: IndexEntry, installed: str) -> IndexEntry:
    is_later = bool(installed) and Version(entry.version) > Version(installed)
    return replace(entry, installed=installed, is_later=is_later)


def updates_in(index: PluginIndex) -> dict[str, str]:
    """The later versions of what is installed, by plugin."""
    return {entry.id: entry.version for entry in index.entries if entry.is_update}


def find(plugin_id: str, stored: StoredPlugins) -> tuple[IndexEntry, ReadIndex]:
    """The entry of a plugin that is to be installed, and its index. Blocking.

    Raises:
        IndexHasNot
    """
    found = [(entry, index) for index in read_all(stored) for entry in index.entries if entry.id == plugin_id]
    fitting = [(entry, index) for entry, index in found if entry.fits]
    if not fitting:
        words = _why_not(entry for entry, _ in found)
        raise IndexHasNot(plugin=plugin_id, reason=words)
    return max(fitting, key=lambda each: _rank(*each))


def _why_not(entries: Iterable[IndexEntry]) -> str:
    ranges = sorted({entry.lapwing for entry in entries})
    return f" for Lapwing {__version__}, only for {' and '.join(ranges)}" if ranges else ""


def package_of(entry: IndexEntry) -> Package:
    """The package that an entry names, checked against its hash. Blocking.

    Raises:
        PluginComesWithLapwing: There is nothing to be fetched.
        FetchFailed, PackageTampered, PackageUnreadable, PackageHostile, ManifestInvalid
    """
    if entry.is_bundled:
        raise PluginComesWithLapwing(name=entry.name)
    if not entry.url:
        raise FetchFailed(url=entry.name, reason="the index gives it no address that could be asked.")
    data, _ = fetch(entry.url)
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise PackageTampered(path=shown(entry.url), reason="it has another hash than the index says.")
    package = package_from(data, shown(entry.url), shown(entry.url).rpartition("/")[2])
    if (package.manifest.id, Version(package.manifest.version)) != (entry.id, Version(entry.version)):
        raise PackageTampered(path=shown(entry.url), reason="it is another plugin or version than the index says.")
    return package
