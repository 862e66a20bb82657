"""Where wheels of a requirement are found: in folders, and in indexes as PEP 503 describes them."""

import hashlib
import re
from collections.abc import Sequence
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.installing_errors import FetchFailed, PackageTampered
from lapwing.plugins.installing.fetching import fetch, is_url, local_path, why_not_asked
from lapwing.plugins.packages.wheels import Wheel, is_pure, read_wheel, wheel_name

_MOST_PAGE: Final = 16 << 20
_MOST_FILES: Final = 20_000
_HASH: Final = re.compile(r"sha256=([0-9a-f]{64})")


@dataclass(frozen=True)
class Offer:
    """One wheel that might be taken.

    Attributes:
        sha256: Of the file, as the index says; empty for files of this computer.
    """

    version: Version
    origin: str
    file_name: str
    sha256: str = ""
    python: str = ""

    @cached_property
    def data(self) -> bytes:
        """Its bytes, fetched once.

        Raises:
            FetchFailed, PackageTampered
        """
        data, _ = fetch(self.origin)
        if self.sha256 and hashlib.sha256(data).hexdigest() != self.sha256:
            raise PackageTampered(path=self.file_name, reason="it has another hash than the index says.")
        return data

    @cached_property
    def wheel(self) -> Wheel:
        """What is in it.

        Raises:
            FetchFailed, PackageUnreadable, PackageHostile, PackageTampered
        """
        return read_wheel(self.data, self.file_name)


class WheelPlaces:
    """Folders and indexes; each is asked once for a name. Blocking."""

    def __init__(self, places: Sequence[str]) -> None:
        self._places = tuple(dict.fromkeys(places))
        self._known: dict[str, list[Offer]] = {}

    def __bool__(self) -> bool:
        return bool(self._places)

    def offers(self, name: str) -> list[Offer]:
        """Pure wheels of a package for this Python, the newest first; the same version from the first place only.

        Raises:
            FetchFailed: A place does not answer.
        """
        name = canonicalize_name(name)
        if name not in self._known:
            found: dict[Version, Offer] = {}
            for place in self._places:
                for offer in _in_index(place, name) if is_url(place) else _in_folder(local_path(place), name):
                    found.setdefault(offer.version, offer)
            self._known[name] = sorted(found.values(), key=lambda offer: offer.version, reverse=True)
        return self._known[name]


def _in_folder(folder: Path, name: str) -> list[Offer]:
    try:
        files = sorted(folder.iterdir())[:_MOST_FILES]
    except OSError as error:
        raise FetchFailed(url=str(folder), reason=f"{error.strerror or error}.") from error
    offers = (_offer(name, path.name, str(path)) for path in files)
    return [offer for offer in offers if offer is not None]


def _offer(name: str, file_name: str, origin: str, sha256: str = "", python: str = "") -> Offer | None:
    named = wheel_name(file_name)
    if named is None or named[0] != name or not is_pure(named[2]):
        return None
    return Offer(named[1], origin, file_name, sha256, python)


def _in_index(base: str, name: str) -> list[Offer]:
    """Links of `BASE/NAME/`; those without a SHA-256 are left out, and so are yanked ones (PEP 592)."""
    page_url = f"{base.rstrip('/')}/{name}/"
    try:
        data, came_from = fetch(page_url, accept="text/html", most=_MOST_PAGE)
    except FetchFailed as error:
        if str(error.facts["reason"]).endswith("answers 404."):
            return []
        raise
    page = _Links(came_from)
    page.feed(data.decode("utf-8", "replace"))
    offers = []
    for address, python in page.links[:_MOST_FILES]:
        url, fragment = urldefrag(address)
        digest = _HASH.search(fragment)
        file_name = unquote(urlsplit(url).path.rpartition("/")[2])
        is_near = is_url(url) and not why_not_asked(url, came_from)
        if digest and is_near and (offer := _offer(name, file_name, url, digest[1], python)):
            offers.append(offer)
    return offers


class _Links(HTMLParser):
    """The links of a page, whole, with the versions of Python that each is for.

    Attributes:
        links: Address and `data-requires-python`.
    """

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self.links: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser."""
        said = dict(attrs)
        if tag == "a" and said.get("href") and "data-yanked" not in said:
            self.links.append((urljoin(self._base, said["href"] or ""), said.get("data-requires-python") or ""))


def fits_python(python: str, version: str) -> bool:
    """Whether a range of Python's versions holds this one; one that cannot be read holds any."""
    try:
        return SpecifierSet(python).contains(version, prereleases=True)
    except InvalidSpecifier:
        return True
