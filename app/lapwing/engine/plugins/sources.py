"""Where plugins are from: indexes, and whom to trust."""

import asyncio
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import Final

from lapwing.domain.errors import LapwingError, to_wire
from lapwing.domain.operations import Permission
from lapwing.domain.plugins.facts import Enforcement, PluginsChanged, Trust
from lapwing.domain.plugins.installing_errors import IndexUnknown, KeyInvalid
from lapwing.domain.plugins.sources import (
    AddIndex,
    DistrustKey,
    IndexFacts,
    IndexRequest,
    IndexSource,
    PluginIndex,
    PluginSources,
    RevokedKey,
    RevokeKey,
    SetWheelPlaces,
    SwitchIndex,
    TrustedKey,
    TrustedKeys,
    TrustKey,
)
from lapwing.engine.bus import Bus
from lapwing.engine.operations import operation
from lapwing.plugins.index import copies
from lapwing.plugins.index.catalogue import put_together, read_all, updates_in
from lapwing.plugins.index.reading import ReadIndex, check_not_older, check_place, fetched, place_name, read_one
from lapwing.plugins.index.sources import public_key
from lapwing.plugins.installing.known import known_plugins
from lapwing.plugins.installing.register import PluginRegister, StoredPlugins
from lapwing.plugins.packages.signing import fingerprint
from lapwing.plugins.runner import confinement

LAPWING: Final = "Lapwing"


def enforcement_here() -> Enforcement:
    """What the system would enforce of a plugin that is started on this machine."""
    found = confinement.expected()
    return Enforcement(found.files, found.network, found.note)


class SourcesService:
    """Event loop's thread; files and networks are left to others."""

    def __init__(self, bus: Bus, register: PluginRegister) -> None:
        self._bus = bus
        self._register = register
        self._updates: dict[str, str] | None = None
        self._before: dict[IndexSource, ReadIndex] = {}
        """The indexes as they were when they were asked last."""

    # indexes

    @operation("plugin.index", needs=Permission.ENGINE)
    async def index(self, request: IndexRequest) -> PluginIndex:
        """What can be installed from indexes; those that cannot be read are told beside, with what they said last."""
        stored, _ = await asyncio.to_thread(self._register.known)
        read = await asyncio.to_thread(
            read_all, stored, request.place, is_fetched=request.is_fetched, before=dict(self._before)
        )
        if not request.place and request.is_fetched:
            self._before = dict(zip(stored.sources.indexes, read[1:], strict=True))
            stored = await self._follow_revocations(stored, read)
        versions = await asyncio.to_thread(_versions, stored)
        found = replace(put_together(read, versions), enforcement=enforcement_here())
        if not request.place:
            self._know(updates_in(found))
        return found

    def _know(self, updates: dict[str, str]) -> None:
        before, self._updates = self._updates, updates
        if updates != (before or {}):
            self._bus.publish(PluginsChanged())

    async def updates(self) -> dict[str, str]:
        """The later versions of what is installed, by plugin, as indexes said last; none of them is asked."""
        if self._updates is None:
            self._updates = await asyncio.to_thread(self._kept_updates)
        return self._updates

    def _kept_updates(self) -> dict[str, str]:
        stored, _ = self._register.known()
        if not stored.sources.indexes:
            return {}
        read = [read_one(each, stored, is_fetched=False) for each in stored.sources.indexes]
        return updates_in(put_together(read, _versions(stored)))

    def installed(self, plugin_id: str) -> None:
        """Another version is there: nothing later is known of it before indexes are read again."""
        if self._updates is not None:
            self._updates.pop(plugin_id, None)

    async def _follow_revocations(self, stored: StoredPlugins, read: Iterable[ReadIndex]) -> StoredPlugins:
        """Keep what trusted indexes say of revoked keys, and nothing that they do not say any more."""
        spoke = {_speaker(each): each for each in read if each.facts.is_trusted and each.facts.error is None}
        told = {speaker: dict(each.revoked) for speaker, each in spoke.items()}
        known = _by_index(stored.revoked, told)
        if told == known:
            return stored

        def follow(now: StoredPlugins) -> StoredPlugins:
            places = {each.place for each in now.sources.indexes}
            others = (each for each in now.revoked if each.index not in told)
            new = (
                RevokedKey(key, _name_of(key, now), reason, place, time.time())
                for place, keys in told.items()
                for key, reason in keys.items()
                if place in places or place == LAPWING
            )
            return replace(now, revoked=(*others, *new))

        return await self._change(follow)

    @operation("plugin.look_at_index", needs=Permission.ENGINE)
    async def look_at_index(self, request: IndexRequest) -> IndexFacts:
        """An index before it is added: who signed it, how old it is, how much it has. Nothing is kept of it.

        Raises:
            IndexPlaceInvalid, FetchFailed, IndexUnreadable.
        """
        check_place(request.place)
        document = (await asyncio.to_thread(fetched, request.place)).document
        stored = await asyncio.to_thread(self._register.read)
        known = next((each for each in stored.sources.indexes if each.place == request.place), None)
        trusted = next((each for each in stored.keys if each.public == document.public), None)
        named = known.name if known else trusted.name if trusted else place_name(request.place)
        return IndexFacts(
            request.place,
            named,
            document.key,
            known.key if known else "",
            is_trusted=trusted is not None or (known is not None and known.key == document.key),
            made_at=document.made_at,
            expires_at=document.expires_at,
            has_expired=0 < document.expires_at < time.time(),
            plugins=len(document.entries),
        )

    @operation("plugin.add_index", needs=Permission.ENGINE)
    async def add_index(self, request: AddIndex) -> PluginSources:
        """Look for plugins in an index from now on, as long as that key signs it; or accept its other key.

        Raises:
            IndexPlaceInvalid, FetchFailed, IndexUnreadable, IndexOlder
            KeyInvalid: Another key than the one that the person compared signs it now, or it is revoked.
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        check_place(request.place)
        found = await asyncio.to_thread(fetched, request.place)
        if found.document.key != request.key:
            raise KeyInvalid(reason=f"{found.document.key} signs the index, and not {request.key}, which was compared.")
        await asyncio.to_thread(check_not_older, found.document, IndexSource(request.place, key=request.key))

        def add(stored: StoredPlugins) -> StoredPlugins:
            if stored.revocation(request.key) is not None:
                raise KeyInvalid(reason=f"{request.key} was revoked.")
            name = request.name.strip() or place_name(request.place)
            made = IndexSource(request.place, name, request.key)
            before = next((each for each in stored.sources.indexes if each.place == request.place), None)
            if before is None:
                return _with_indexes(stored, (*stored.sources.indexes, made))
            indexes = tuple(made if each is before else each for each in stored.sources.indexes)
            return _with_indexes(_following(stored, before.key, request.key), indexes)

        sources = (await self._change(add)).sources
        await asyncio.to_thread(copies.keep, found.copy)
        self._updates = None
        self._bus.publish(PluginsChanged())
        return sources

    @operation("plugin.remove_index", needs=Permission.ENGINE)
    async def remove_index(self, request: IndexRequest) -> PluginSources:
        """Look for plugins in an index no more. What was installed from it stays; what it revoked is revoked no more.

        Raises:
            IndexUnknown
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """

        def remove(stored: StoredPlugins) -> StoredPlugins:
            left = tuple(each for each in stored.sources.indexes if each.place != request.place)
            if len(left) == len(stored.sources.indexes):
                raise IndexUnknown(place=request.place)
            kept = tuple(each for each in stored.revoked if each.index != request.place)
            return replace(_with_indexes(stored, left), revoked=kept)

        sources = (await self._change(remove)).sources
        await asyncio.to_thread(copies.forget, request.place)
        self._updates = None
        self._bus.publish(PluginsChanged())
        return sources

    @operation("plugin.switch_index", needs=Permission.ENGINE)
    async def switch_index(self, request: SwitchIndex) -> PluginSources:
        """Ask an index, or do not. The one that comes with Lapwing is meant where no place is named.

        Raises:
            IndexUnknown
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """

        def switch(stored: StoredPlugins) -> StoredPlugins:
            if not request.place:
                return replace(stored, sources=replace(stored.sources, shipped_is_on=request.is_on))
            if all(each.place != request.place for each in stored.sources.indexes):
                raise IndexUnknown(place=request.place)
            return _with_indexes(
                stored,
                tuple(
                    replace(each, is_on=request.is_on) if each.place == request.place else each
                    for each in stored.sources.indexes
                ),
            )

        sources = (await self._change(switch)).sources
        self._updates = None
        self._bus.publish(PluginsChanged())
        return sources

    @operation("plugin.sources", needs=Permission.ENGINE)
    async def sources(self) -> PluginSources:
        """Where plugins, and what they require, are found."""
        return (await asyncio.to_thread(self._register.known))[0].sources

    @operation("plugin.set_wheel_places", needs=Permission.ENGINE)
    async def set_wheel_places(self, request: SetWheelPlaces) -> PluginSources:
        """Look elsewhere for the Python packages that plugins require.

        Raises:
            IndexPlaceInvalid
            PluginsBusy, DiskFull, StoredNewer, StoredDamaged, StoredUnreadable: Nothing was changed.
        """
        for place in request.places:
            check_place(place)
        places = tuple(dict.fromkeys(request.places))
        return (
            await self._change(lambda stored: replace(stored, sources=replace(stored.sources, wheels=places)))
        ).sources

    # keys

    @operation("plugin.keys", needs=Permission.ENGINE)
    async def keys(self) -> TrustedKeys:
        """The keys whose signatures the person trusts, and those by which nothing is to be signed."""
        stored, problem = await asyncio.to_thread(self._register.known)
        return _keys(stored, problem)

    @operation("plugin.trust_key", needs=Permission.ENGINE)
    async def trust_key(self, request: TrustKey) -> TrustedKeys:
        """Trust a key from now on.

        Raises:
            KeyInvalid: It is none, has no name, or was revoked.
            LapwingError: What shows the key cannot be read, or nothing can be written.
        """
        stored = await asyncio.to_thread(self._register.read)
        public = await asyncio.to_thread(public_key, request.key, request.source, stored)
        key = TrustedKey(fingerprint(public), request.name.strip(), public, time.time())
        if not key.name:
            raise KeyInvalid(reason="it has no name by which you would know it again.")

        def trust(stored: StoredPlugins) -> StoredPlugins:
            if stored.revocation(key.key) is not None:
                raise KeyInvalid(reason=f"{key.key} was revoked.")
            return replace(stored, keys=(*(each for each in stored.keys if each.key != key.key), key))

        return _keys(await self._change(trust))

    @operation("plugin.distrust_key", needs=Permission.ENGINE)
    async def distrust_key(self, request: DistrustKey) -> TrustedKeys:
        """Trust a key no more; what was installed stays, and counts as unsigned.

        Raises:
            KeyInvalid: It is none.
        """
        return _keys(await self._change(lambda stored: _without_keys(stored, _meant(request.key, stored))))

    @operation("plugin.revoke_key", needs=Permission.ENGINE)
    async def revoke_key(self, request: RevokeKey) -> TrustedKeys:
        """Run and install nothing that a key signed, from now on.

        Raises:
            KeyInvalid: It is none that is trusted, and no hash of one.
        """

        def revoke(stored: StoredPlugins) -> StoredPlugins:
            keys = [request.key] if _is_hash(request.key) else sorted(_meant(request.key, stored))
            new = (RevokedKey(each, _name_of(each, stored), request.reason.strip(), "", time.time()) for each in keys)
            others = (each for each in stored.revoked if each.index or each.key not in keys)
            trusted = tuple(each for each in stored.keys if each.key not in keys)
            return replace(stored, revoked=(*others, *new), keys=trusted)

        return _keys(await self._change(revoke))

    @operation("plugin.restore_key", needs=Permission.ENGINE)
    async def restore_key(self, request: DistrustKey) -> TrustedKeys:
        """Take back that the person revoked a key; it is not trusted by that.

        Raises:
            KeyInvalid: The person did not revoke it.
        """

        def restore(stored: StoredPlugins) -> StoredPlugins:
            left = tuple(each for each in stored.revoked if each.index or request.key not in (each.key, each.name))
            if len(left) == len(stored.revoked):
                raise KeyInvalid(reason=f"{request.key} is none that you revoked.")
            return replace(stored, revoked=left)

        return _keys(await self._change(restore))

    async def _change(self, make: Callable[[StoredPlugins], StoredPlugins]) -> StoredPlugins:
        self._before = {}  # other keys may count now
        return await asyncio.to_thread(self._register.change, make)


def _speaker(index: ReadIndex) -> str:
    """By what an index is kept that revokes keys: the one that comes with Lapwing lies elsewhere in each version."""
    return LAPWING if index.facts.is_shipped else index.facts.place


def _versions(stored: StoredPlugins) -> dict[str, str]:
    return {each.id: each.record.version for each in known_plugins(stored).values()}


def _keys(stored: StoredPlugins, problem: LapwingError | None = None) -> TrustedKeys:
    return TrustedKeys(stored.keys, stored.revoked, to_wire(problem))


def _with_indexes(stored: StoredPlugins, indexes: tuple[IndexSource, ...]) -> StoredPlugins:
    return replace(stored, sources=replace(stored.sources, indexes=indexes))


def _following(stored: StoredPlugins, before: str, after: str) -> StoredPlugins:
    """What an index vouched for with its former key is updated with the one that a person accepted in its place."""
    plugins = (
        replace(each, key=after) if before and each.key == before != each.signed_by else each for each in stored.plugins
    )
    return replace(stored, plugins=tuple(plugins))


def _by_index(revoked: Iterable[RevokedKey], places: Collection[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {place: {} for place in places}
    for each in revoked:
        if each.index in places:
            found[each.index][each.key] = each.reason
    return found


def _name_of(key: str, stored: StoredPlugins) -> str:
    """What the person calls a key, or the index that it signs; empty: nothing."""
    named = {each.key: each.name for each in stored.sources.indexes} | {each.key: each.name for each in stored.keys}
    return named.get(key, "")


def _is_hash(key: str) -> bool:
    return key.startswith("SHA256:") and len(key) == len("SHA256:") + 43


def _meant(key: str, stored: StoredPlugins) -> set[str]:
    """The trusted keys that are meant by a hash or a name.

    Raises:
        KeyInvalid: None is.
    """
    found = {each.key for each in stored.keys if key in (each.key, each.name)}
    if not found:
        raise KeyInvalid(reason=f"{key} is none that is trusted.")
    return found


def _without_keys(stored: StoredPlugins, gone: Collection[str]) -> StoredPlugins:
    plugins = tuple(
        replace(each, key="", trust=Trust.UNSIGNED) if each.key in gone else each for each in stored.plugins
    )
    return replace(stored, keys=tuple(each for each in stored.keys if each.key not in gone), plugins=plugins)
