"""The encrypted file's format: what stands in it, and what tells a damaged file from a wrong passphrase.

A JSON document of version 1:
- `checksum`: SHA-256 of the rest, without a key. Damage by accident shows before any passphrase is tried.
- `scrypt`: how the passphrase becomes the key (RFC 7914), with a random salt.
- `check`: an empty text, encrypted. It opens with the right passphrase and with no other.
- `entries`: each secret, encrypted with its name as associated data, so that none can stand under another's name.
- `seal`: an empty text, encrypted with the whole rest as associated data: nothing can be changed, left out or put back
  from an older file one by one by somebody who does not know the passphrase. Only the whole file can be put back.

Encryption is AES-256-GCM with random 96-bit nonces (NIST SP 800-38D). Secrets are padded to a multiple of 64 bytes, so
that the file does not show how long a password is.
"""

import hashlib
from typing import Any, Final

import msgspec

from lapwing.domain.late_dataclass import dataclass

VERSION: Final = 1
_SALT_BYTES: Final = 16
_LEAST_N: Final = 1 << 17
_MOST_N: Final = 1 << 20
"""Takes a gigabyte: a file that asks for more would only fill the memory."""


class NotAsWritten(ValueError):
    """The bytes are not what Lapwing wrote; the sentence says how."""


class FromNewer(ValueError):
    """A newer Lapwing wrote it.

    Attributes:
        version: The file's.
    """

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True, slots=True)
class Scrypt:
    """How a passphrase becomes a key: RFC 7914's salt, N, r and p."""

    salt: bytes
    n: int = _LEAST_N
    r: int = 8
    p: int = 1

    def problem(self) -> str:
        """Why these are none that Lapwing would have chosen; empty when they are."""
        is_power = self.n & (self.n - 1) == 0
        if len(self.salt) == _SALT_BYTES and _LEAST_N <= self.n <= _MOST_N and is_power and (self.r, self.p) == (8, 1):
            return ""
        return "it asks for another way to make the key than Lapwing uses"


@dataclass(frozen=True, slots=True)
class Encrypted:
    nonce: bytes
    data: bytes
    """With GCM's tag at its end."""


@dataclass(frozen=True, slots=True)
class SealedDocument:
    """The file's content."""

    scrypt: Scrypt
    check: Encrypted
    entries: dict[str, Encrypted]
    seal: Encrypted

    def sealed_bytes(self) -> bytes:
        """What the seal vouches for."""
        return sealed_bytes(self.scrypt, self.check, self.entries)


def sealed_bytes(scrypt: Scrypt, check: Encrypted, entries: dict[str, Encrypted]) -> bytes:
    """What a seal of this content vouches for, in the one order in which it is always written."""
    return msgspec.json.encode([VERSION, scrypt, check, sorted(entries.items())])


def encode(document: SealedDocument) -> bytes:
    """The file's bytes: always the same for the same content."""
    content: dict[str, Any] = {
        "scrypt": document.scrypt,
        "check": document.check,
        "entries": dict(sorted(document.entries.items())),
        "seal": document.seal,
    }
    checksum = hashlib.sha256(msgspec.json.encode(content)).hexdigest()
    stored = {"version": VERSION, "checksum": checksum, **content}
    return msgspec.json.format(msgspec.json.encode(stored), indent=2) + b"\n"


def decode(data: bytes) -> SealedDocument:
    """What `encode` was given; any other bytes than its own are refused.

    Raises:
        FromNewer: A newer Lapwing wrote them.
        NotAsWritten: They are something else, were cut off, or changed.
    """
    try:
        stored = msgspec.json.decode(data, type=dict[str, Any])
        version = stored.get("version")
        if type(version) is int and version > VERSION:
            raise FromNewer(version)
        document = msgspec.convert(stored, SealedDocument)
        as_written = encode(document) == data
    except (msgspec.MsgspecError, UnicodeError, OverflowError, RecursionError) as error:
        raise NotAsWritten("it is not the document that Lapwing wrote") from error
    if not as_written:
        raise NotAsWritten("its content does not fit its checksum")
    if problem := document.scrypt.problem():
        raise NotAsWritten(problem)
    return document
