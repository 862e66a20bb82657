"""The hash of a package: of the names and hashes of all its files, however they are packed."""

import hashlib
from collections.abc import Mapping
from typing import Final

SIGNATURE: Final = "plugin.sig"
"""The file that holds a signature; it is no part of what is hashed."""


def hashes_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each file but the signature, by name in order."""
    return {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files) if name != SIGNATURE}


def digest_of(files: Mapping[str, bytes]) -> str:
    """One SHA-256 for all of them: of lines with hash, two blanks and name, as `sha256sum` writes them."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in hashes_of(files).items())
    return hashlib.sha256(lines.encode()).hexdigest()
