"""All indexes together: what there is, what of it fits here, and where it comes from."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urljoin

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from lapwing import __version__, paths
from lapwing.domain.errors import LapwingError
from lapwing.domain.plugins.installing import IndexEntry, IndexFacts, PluginIndex, TrustedKey
from lapwing.domain.plugins.installing_errors import (
    FetchFailed,
    IndexHasNot,
    IndexUnreadable,
    PackageTampered,
    PluginComesWithLapwing,
)
from lapwing.plugins.index.document import IndexDocument, read_index
from lapwing.plugins.installing.fetching import fetch, is_url, local_path, shown
from lapwing.plugins.installing.register import StoredPlugins
from lapwing.plugins.packages.package import Package, package_from

BUNDLED: Final = "bundled:"
"""Before the id of a plugin that comes with Lapwing, where others have an address."""
_MOST_BYTES: Final = 16 << 20


@dataclass(frozen=True, slots=True)
class _Read:
    place: str
    facts: IndexFacts
    entries: tuple[IndexEntry, ...]
    key: TrustedKey | None


def shipped_index() -> str:
    """The path of the index that comes with Lapwing."""
    return str(paths.resources() / "plugins" / "index.json")


def places_of(stored: StoredPlugins, place: str = "") -> tuple[str, ...]:
    """The indexes that are meant: one, or the one that comes with Lapwing and those that the person named."""
    return (place,) if place else (shipped_index(), *stored.sources.indexes)


def read_indexes(stored: StoredPlugins, versions: Mapping[str, str], place: str = "") -> PluginIndex:
    """What there is. Blocking; indexes that cannot be read are told and left out.

    Args:
        versions: Those that are installed, by plugin.
    """
    read = [_read(each, stored) for each in places_of(stored, place)]
    best: dict[str, IndexEntry] = {}
    for each in read:
        for entry in each.entries:
            known = best.get(entry.id)
            if known is None or (entry.fits, Version(entry.version)) > (known.fits, Version(known.version)):
                best[entry.id] = replace(entry, installed=versions.get(entry.id, ""))
    return PluginIndex(tuple(best[each] for each in sorted(best)), tuple(each.facts for each in read))


def updates_in(index: PluginIndex) -> dict[str, str]:
    """The later versions of what is installed, by plugin."""
    return {
        entry.id: entry.version
        for entry in index.entries
        if entry.installed and entry.fits and Version(entry.version) > Version(entry.installed)
    }


def _read(place: str, stored: StoredPlugins) -> _Read:
    try:
        data, came_from = fetch(place, most=_MOST_BYTES)
        document = read_index(data, shown(place))
    except FetchFailed as error:
        refused: LapwingError = IndexUnreadable(place=shown(place), reason=str(error.facts["reason"]))
    except LapwingError as error:
        refused = error
    else:
        return _told(place, came_from, document, stored)
    return _Read(place, IndexFacts(shown(place), error=refused.to_wire()), (), None)


def _told(place: str, came_from: str, document: IndexDocument, stored: StoredPlugins) -> _Read:
    is_ours = place == shipped_index()
    key = next((each for each in stored.keys if each.public == document.public), None)
    facts = IndexFacts(
        shown(place), "" if is_ours else document.key, key.name if key else "", is_ours or key is not None
    )
    entries = tuple(
        replace(entry, index=place, fits=_fits(entry), url=_address(entry.url, came_from), installed="")
        for entry in document.entries
        if is_ours or not entry.url.startswith(BUNDLED)
    )
    return _Read(place, facts, entries, key)


def _fits(entry: IndexEntry) -> bool:
    return SpecifierSet(entry.lapwing).contains(__version__, prereleases=True)


def _address(url: str, index: str) -> str:
    """An address that is relative to its index, whole; an index of the network leads to no file of this computer."""
    if url.startswith(BUNDLED) or is_url(url):
        return url
    if not is_url(index):
        return str(local_path(index).parent / url)
    whole = urljoin(index, url)
    return whole if is_url(whole) else ""


def find(plugin_id: str, stored: StoredPlugins) -> tuple[IndexEntry, TrustedKey | None]:
    """The newest version of a plugin that fits, and the trusted key of its index. Blocking.

    Raises:
        IndexHasNot
    """
    read = [_read(each, stored) for each in places_of(stored)]
    found = [(entry, each.key) for each in read for entry in each.entries if entry.id == plugin_id]
    fitting = [(entry, key) for entry, key in found if entry.fits]
    if not fitting:
        words = _why_not(entry for entry, _ in found)
        raise IndexHasNot(plugin=plugin_id, reason=words)
    return max(fitting, key=lambda each: Version(each[0].version))


def _why_not(entries: Iterable[IndexEntry]) -> str:
    ranges = sorted({entry.lapwing for entry in entries})
    return f" for Lapwing {__version__}, only for {' and '.join(ranges)}" if ranges else ""


def package_of(entry: IndexEntry) -> Package:
    """The package that an entry names, checked against its hash. Blocking.

    Raises:
        PluginComesWithLapwing: There is nothing to be fetched.
        FetchFailed, PackageTampered, PackageUnreadable, PackageHostile, ManifestInvalid
    """
    if entry.url.startswith(BUNDLED):
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
