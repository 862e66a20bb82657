"""The encrypted file's cipher: a passphrase's key, and what it opens. The format is told in `sealed_document`."""

import hashlib
import os
import unicodedata
from typing import Final

from lapwing.domain.secrets import Secret
from lapwing.store.secrets.sealed_document import Encrypted, Scrypt, SealedDocument, sealed_bytes

_NONCE_BYTES: Final = 12
_PAD_BYTES: Final = 64
_CHECK: Final = b"lapwing secrets 1: check"
_SEAL: Final = b"lapwing secrets 1: seal of "
_ENTRY: Final = b"lapwing secrets 1: entry "


class Refused(Exception):
    """The key does not open it."""


class Cipher:
    """A key and where it came from. Any thread.

    Attributes:
        scrypt: How the passphrase became the key: another document's key is another one.
    """

    def __init__(self, passphrase: Secret, scrypt: Scrypt) -> None:
        """Make the key; takes a good part of a second and 128 MB, outside the interpreter's lock."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.scrypt = scrypt
        self._cipher = AESGCM(_key(passphrase, scrypt))

    def check(self) -> Encrypted:
        """What only this key opens."""
        return self._encrypt(b"", _CHECK)

    def opens(self, document: SealedDocument) -> bool:
        """Whether this is the document's key."""
        try:
            return self._decrypt(document.check, _CHECK) == b""
        except Refused:
            return False

    def seal(self, check: Encrypted, entries: dict[str, Encrypted]) -> SealedDocument:
        """The whole document."""
        seal = self._encrypt(b"", _SEAL + sealed_bytes(self.scrypt, check, entries))
        return SealedDocument(self.scrypt, check, entries, seal)

    def is_sealed(self, document: SealedDocument) -> bool:
        """Whether everything in the document was put there with this key."""
        try:
            return self._decrypt(document.seal, _SEAL + document.sealed_bytes()) == b""
        except Refused:
            return False

    def encrypt(self, name: str, secret: Secret) -> Encrypted:
        """One entry.

        Raises:
            UnicodeEncodeError: The secret holds half a character.
        """
        return self._encrypt(_padded(secret.reveal().encode()), _ENTRY + name.encode())

    def decrypt(self, name: str, entry: Encrypted) -> Secret:
        """What `encrypt` was given.

        Raises:
            Refused: It was encrypted with another key, or under another name.
        """
        return Secret(_unpadded(self._decrypt(entry, _ENTRY + name.encode())).decode())

    def _encrypt(self, data: bytes, about: bytes) -> Encrypted:
        nonce = os.urandom(_NONCE_BYTES)
        return Encrypted(nonce, self._cipher.encrypt(nonce, data, about))

    def _decrypt(self, encrypted: Encrypted, about: bytes) -> bytes:
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(encrypted.nonce, encrypted.data, about)
        except (InvalidTag, ValueError) as error:  # ValueError: a nonce of an impossible length
            raise Refused from error


def new_scrypt() -> Scrypt:
    """Parameters for a new key."""
    return Scrypt(os.urandom(16))


def _key(passphrase: Secret, scrypt: Scrypt) -> bytes:
    """scrypt of the passphrase; letters with accents count as one, however a keyboard composes them."""
    text = unicodedata.normalize("NFC", passphrase.reveal()).encode(errors="surrogatepass")
    room = 128 * scrypt.r * (scrypt.n + scrypt.p + 2)
    return hashlib.scrypt(text, salt=scrypt.salt, n=scrypt.n, r=scrypt.r, p=scrypt.p, maxmem=room, dklen=32)


def _padded(data: bytes) -> bytes:
    """ISO/IEC 7816-4: a one bit, then zeros up to the next multiple."""
    return data + b"\x80" + bytes(-(len(data) + 1) % _PAD_BYTES)


def _unpadded(data: bytes) -> bytes:
    return data.rstrip(b"\0")[:-1]
