"""Reading one index: fetched or as it was kept, and what of it is to be believed."""

import time
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Final
from urllib.parse import urljoin, urlsplit

from packaging.specifiers import SpecifierSet

from lapwing import __version__, paths
from lapwing.domain.errors import ErrorFacts, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.installing_errors import (
    FetchFailed,
    IndexKeyChanged,
    IndexOlder,
    IndexPlaceInvalid,
    IndexUnreadable,
)
from lapwing.domain.plugins.sources import BUNDLED, IndexEntry, IndexFacts, IndexSource, TrustedKey
from lapwing.plugins.index import copies
from lapwing.plugins.index.copies import IndexCopy
from lapwing.plugins.index.document import IndexDocument, read_index
from lapwing.plugins.installing.fetching import fetch, is_loopback, is_url, local_path, shown, why_not_asked
from lapwing.plugins.installing.register import StoredPlugins

_MOST_BYTES: Final = 16 << 20
_AHEAD_S: Final = 86_400.0
"""So much may the clock of who made an index be ahead of ours."""


@dataclass(frozen=True, slots=True)
class ReadIndex:
    """An index as it is to be used.

    Attributes:
        entries: With whole addresses.
        key: That vouches for what it has; None: it is not trusted.
        revoked: Keys that it says nothing is to be signed by, with reasons; only where it is trusted.
    """

    facts: IndexFacts
    entries: tuple[IndexEntry, ...] = ()
    key: TrustedKey | None = None
    revoked: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Found:
    document: IndexDocument
    copy: IndexCopy


def shipped_index() -> str:
    """The path of the index that comes with Lapwing."""
    return str(paths.resources() / "plugins" / "index.json")


def read_shipped(*, is_on: bool = True) -> ReadIndex:
    """The index that comes with Lapwing. What vouches for it is the program that it lies in. Blocking.

    Raises nothing: what is wrong with it is in its facts.
    """
    facts = IndexFacts(shipped_index(), is_trusted=True, is_shipped=True, is_on=is_on)
    if not is_on:
        return ReadIndex(facts)
    try:
        data, came_from = fetch(facts.place, most=_MOST_BYTES)
        document = read_index(data, facts.place)
    except LapwingError as error:
        return ReadIndex(replace(facts, error=_unreadable(error, facts.place).to_wire()))
    facts = replace(facts, plugins=len(document.entries), made_at=document.made_at)
    entries = tuple(_whole(entry, facts.place, came_from) for entry in document.entries)
    return ReadIndex(facts, entries, revoked=dict(document.revoked))


def read_one(source: IndexSource, stored: StoredPlugins, *, is_fetched: bool = True) -> ReadIndex:
    """An index that a person named; what was kept of it, where it cannot be had now or is not to be believed.
    Blocking; raises nothing: what is wrong with it is in its facts.

    Args:
        is_fetched: Whether it is asked; otherwise only what was kept is told.
    """
    facts = IndexFacts(shown(source.place), source.name, pinned=source.key, is_on=source.is_on)
    if not source.is_on:
        return ReadIndex(facts)
    if not is_fetched:
        before = _kept(source)
        return _told(facts, before, stored, error=None) if before else ReadIndex(facts)
    try:
        found = fetched(source.place)
        _check(found.document, source, stored)
    except LapwingError as error:
        wire = _unreadable(error, facts.place).to_wire()
        before = _kept(source)
        return _told(facts, before, stored, error=wire) if before else ReadIndex(replace(facts, error=wire))
    if source in stored.sources.indexes:
        copies.keep(found.copy)
    return _told(facts, found, stored, error=None)


def fetched(place: str) -> _Found:
    """An index as it is there now, whoever signed it. Blocking.

    Raises:
        FetchFailed, IndexUnreadable
    """
    data, came_from = fetch(place, accept="application/json", most=_MOST_BYTES)
    document = read_index(data, shown(place))
    if document.made_at > time.time() + _AHEAD_S:
        reason = "it says that it was made in the future. Is the clock of this computer right?"
        raise IndexUnreadable(place=shown(place), reason=reason)
    return _Found(document, IndexCopy(place, came_from, time.time(), data.decode()))


def check_place(place: str) -> None:
    """See that a place can be kept in a file: it holds nothing secret, and nothing is fetched from it in the open.

    Raises:
        IndexPlaceInvalid
    """
    if not is_url(place):
        if "://" in place and not place.lower().startswith("file://"):
            raise IndexPlaceInvalid(place=place[:200], reason="it begins with neither https:// nor a folder.")
        if not local_path(place).is_absolute():
            raise IndexPlaceInvalid(place=place[:200], reason="it is no whole path.")
        return
    parts = urlsplit(place)
    if not parts.hostname:
        raise IndexPlaceInvalid(place=shown(place), reason="it names no host.")
    if parts.scheme.lower() != "https" and not is_loopback(parts.hostname):
        raise IndexPlaceInvalid(place=shown(place), reason="it is not encrypted.")
    if parts.username or parts.password or parts.query:
        reason = (
            "a user, a password and what stands behind a question mark may be secret, and addresses are not kept so."
        )
        raise IndexPlaceInvalid(place=shown(place), reason=reason)


def _kept(source: IndexSource) -> _Found | None:
    """What was kept, where the key that may sign it did."""
    copy = copies.kept(source.place)
    if copy is None:
        return None
    try:
        document = read_index(copy.text.encode(), shown(source.place))
    except IndexUnreadable:
        return None
    return _Found(document, copy) if source.key in ("", document.key) else None


def _check(document: IndexDocument, source: IndexSource, stored: StoredPlugins) -> None:
    """See that what came is the index that is meant, and none that was replaced.

    Raises:
        IndexKeyChanged, IndexOlder, IndexUnreadable
    """
    place = shown(source.place)
    if source.key and document.key != source.key:
        raise IndexKeyChanged(place=place, before=source.key, after=document.key)
    if stored.revocation(document.key) is not None:
        raise IndexUnreadable(place=place, reason=f"its key {document.key} was revoked.")
    check_not_older(document, source)


def check_not_older(document: IndexDocument, source: IndexSource) -> None:
    """See that a document takes no step back behind what was kept. To be asked just before it is kept itself. Blocking.

    Raises:
        IndexOlder
    """
    place, before = shown(source.place), _kept(source)
    if before is None or before.document.key != document.key:
        return
    if document.made_at < before.document.made_at:
        raise IndexOlder(place=place, reason="it is older than what was there before.")
    if document.made_at == before.document.made_at and document != before.document:
        raise IndexOlder(place=place, reason="it says that it is the one that was there before, and is another one.")


def _told(facts: IndexFacts, found: _Found, stored: StoredPlugins, *, error: ErrorFacts | None) -> ReadIndex:
    document = found.document
    known = next((each for each in stored.keys if each.public == document.public), None)
    is_revoked = stored.revocation(document.key) is not None
    has_expired = 0 < document.expires_at < time.time()
    is_meant = facts.pinned == document.key or (known is not None and not facts.pinned)
    is_trusted = is_meant and not is_revoked and not has_expired
    name = facts.name or (known.name if known else "") or place_name(facts.place)
    facts = replace(
        facts,
        name=name,
        key=document.key,
        is_trusted=is_trusted,
        made_at=document.made_at,
        expires_at=document.expires_at,
        has_expired=has_expired,
        kept_at=found.copy.fetched_at if error is not None else 0.0,
        plugins=len(document.entries),
        error=error,
    )
    entries = (entry for entry in document.entries if not entry.is_bundled)
    whole = tuple(_whole(entry, facts.place, found.copy.came_from) for entry in entries)
    key = TrustedKey(document.key, name, document.public) if is_trusted else None
    return ReadIndex(facts, whole, key, dict(document.revoked) if is_trusted else {})


def place_name(place: str) -> str:
    """What an index is called where the person says nothing: its host, its file, or the folder of an `index.json`."""
    if is_url(place):
        return urlsplit(place).hostname or place
    path = local_path(place)
    return (path.parent.name if path.stem == "index" else "") or path.name


def _unreadable(error: LapwingError, place: str) -> LapwingError:
    return IndexUnreadable(place=place, reason=str(error.facts["reason"])) if isinstance(error, FetchFailed) else error


def _whole(entry: IndexEntry, index: str, came_from: str) -> IndexEntry:
    """An entry as it is used here: what the document says of that itself does not count."""
    fits = SpecifierSet(entry.lapwing).contains(__version__, prereleases=True)
    url = _address(entry.url, came_from)
    return replace(entry, index=index, fits=fits, url=url, installed="", is_later=False)


def _address(url: str, index: str) -> str:
    """An address that is relative to its index, whole; an index of the network leads to nothing on this computer."""
    if url.startswith(BUNDLED):
        return url
    if not is_url(index):
        return url if is_url(url) else str(local_path(index).parent / url)
    whole = urljoin(index, url)
    return whole if is_url(whole) and not why_not_asked(whole, index) else ""
