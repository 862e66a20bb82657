"""What a person names when something is to be installed or trusted: a path, or `index:ID`."""

import base64
from pathlib import Path
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.plugins.installing_errors import KeyInvalid, PackageUnreadable
from lapwing.plugins.index.catalogue import find, package_of
from lapwing.plugins.index.document import read_index
from lapwing.plugins.index.reading import ReadIndex
from lapwing.plugins.installing.fetching import fetch, is_url, shown
from lapwing.plugins.installing.register import StoredPlugins
from lapwing.plugins.packages.package import Package, read_package
from lapwing.plugins.packages.signing import fingerprint

INDEX: Final = "index:"
_HASH: Final = "SHA256:"
_LONGEST_KEY: Final = 1_000


def package_at(source: str, stored: StoredPlugins) -> tuple[Package, ReadIndex | None]:
    """The package that is meant, and the index that has its hash; None: no index. Blocking.

    Raises:
        IndexHasNot, FetchFailed
        PackageUnreadable, PackageHostile, PackageTampered, ManifestInvalid
    """
    if source.startswith(INDEX):
        entry, index = find(source.removeprefix(INDEX), stored)
        return package_of(entry), index
    if is_url(source):
        raise PackageUnreadable(
            path=shown(source), reason="an address alone says nothing about what must come from it."
        )
    return read_package(Path(source).expanduser()), None


def public_key(key: str, source: str, stored: StoredPlugins) -> str:
    """The public key that is meant, in base64: given itself, in a `.pub` file, or by its hash and where it is seen.

    Raises:
        KeyInvalid: There is none of that hash.
        LapwingError: What is at `source` cannot be read.
    """
    if key.startswith(_HASH):
        public = _seen_at(source, stored) if source else ""
        if not public or fingerprint(public) != key:
            where = f"{shown(source)} is not signed by it" if source else "it is not said where it is seen"
            raise KeyInvalid(reason=f"{key} is only the hash of a key, and {where}.")
        return public
    path = Path(key).expanduser()
    try:
        text = path.read_text("utf-8")[:_LONGEST_KEY] if path.is_file() else key
    except (OSError, UnicodeDecodeError) as error:
        raise KeyInvalid(reason=f"{path} cannot be read.") from error
    fingerprint(text)
    return base64.b64encode(base64.b64decode(text.strip())).decode()


def _seen_at(source: str, stored: StoredPlugins) -> str:
    """The key that signed a package or an index; empty: none did."""
    try:
        package, _ = package_at(source, stored)
        if package.signature is not None:
            return package.signature.public
    except LapwingError:
        if source.startswith(INDEX):
            raise
    if source.startswith(INDEX):
        source = find(source.removeprefix(INDEX), stored)[0].index
    data, _ = fetch(source)
    return read_index(data, shown(source)).public
