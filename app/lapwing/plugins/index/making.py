"""An index of the packages in a folder, for who gives plugins to others."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from packaging.version import Version

from lapwing.domain.plugins.installing_errors import PackageUnreadable
from lapwing.domain.plugins.sources import IndexEntry
from lapwing.plugins.index.document import index_bytes
from lapwing.plugins.packages.package import read_package
from lapwing.settings.files import FileLayer, write_whole

NAME: Final = "index.json"
_KINDS: Final = (".zip", ".whl", ".py")


def entries_of(folder: Path) -> list[IndexEntry]:
    """One for each package in a folder, by id and version. Blocking; nothing is run.

    Raises:
        PackageUnreadable: There is none.
        PackageHostile, PackageTampered, ManifestInvalid: One of them would not be installed.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _KINDS and path.is_file())
    except OSError as error:
        raise PackageUnreadable(path=str(folder), reason=f"{error.strerror or error}.") from error
    if not files:
        raise PackageUnreadable(path=str(folder), reason="there is no .zip, .whl or .py file in it.")
    return sorted(map(_entry, files), key=lambda each: (each.id, Version(each.version)))


def _entry(path: Path) -> IndexEntry:
    manifest = read_package(path).manifest
    data = path.read_bytes()
    return IndexEntry(
        manifest.id,
        manifest.name,
        manifest.version,
        manifest.description,
        manifest.author,
        manifest.license,
        manifest.homepage,
        manifest.lapwing,
        path.name,
        hashlib.sha256(data).hexdigest(),
        len(data),
        manifest.permissions,
    )


def write_index(
    folder: Path,
    private_pem: bytes,
    passphrase: str = "",
    *,
    expires_at: float = 0.0,
    revoked: Mapping[str, str] | None = None,
) -> tuple[Path, int]:
    """Write `index.json` beside the packages that it lists, in the place of an earlier one; it, and how many it lists.

    Raises:
        KeyInvalid
        PackageUnreadable, PackageHostile, PackageTampered, ManifestInvalid
        OSError: It cannot be written.
    """
    entries = entries_of(folder)
    place = folder / NAME
    data = index_bytes(entries, private_pem, passphrase, expires_at=expires_at, revoked=revoked)
    write_whole(place, data, FileLayer())
    return place, len(entries)
