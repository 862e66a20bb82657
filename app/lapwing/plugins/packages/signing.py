"""Signatures of packages: ed25519 over the hashes of all files, the manifest among them, in a file `plugin.sig`.

What is signed are the bytes `lapwing-plugin-1`, a line end, and the lines of `digest.digest_of`.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.installing_errors import KeyInvalid, PackageTampered, PackageUnreadable
from lapwing.plugins.packages.digest import hashes_of

_HEAD: Final = "lapwing-plugin-1\n"
_LONGEST: Final = 4 << 20
_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature that fits; whether its key is to be trusted is another question.

    Attributes:
        key: The hash of the public key, as people compare it.
        public: The public key, in base64.
    """

    key: str
    public: str


def fingerprint(public: str) -> str:
    """`SHA256:` and the hash of a public key in base64.

    Raises:
        KeyInvalid
    """
    digest = hashlib.sha256(_raw(public)).digest()
    return f"SHA256:{base64.b64encode(digest).rstrip(b'=').decode()}"


def _raw(public: str) -> bytes:
    try:
        raw = base64.b64decode(public.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise KeyInvalid(reason="it is not written in base64.") from error
    if len(raw) != _KEY_BYTES:
        raise KeyInvalid(reason="it is no ed25519 key of 32 bytes.")
    return raw


def signed_text(hashes: Mapping[str, str]) -> bytes:
    """The bytes that are signed."""
    return (_HEAD + "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))).encode()


def signature_bytes(files: Mapping[str, bytes], private_pem: bytes, passphrase: str = "") -> bytes:
    """The content of `plugin.sig` for these files.

    Raises:
        KeyInvalid
    """
    hashes = hashes_of(files)
    public, signature = sign(signed_text(hashes), private_pem, passphrase)
    content = {"version": 1, "key": public, "signature": signature, "files": hashes}
    return json.dumps(content, indent=2).encode() + b"\n"


def check_signature(files: Mapping[str, bytes], signature: bytes, path: str) -> Signature:
    """See that a `plugin.sig` fits the files.

    Raises:
        PackageUnreadable: It is no signature.
        PackageTampered: A file was changed, added or removed, or the signature is another's.
    """
    public, signed, told = _parts(signature, path)
    found = hashes_of(files)
    for name in sorted(found.keys() | told.keys()):
        if name not in told:
            raise PackageTampered(path=path, reason=f"the file {name} was added.")
        if name not in found:
            raise PackageTampered(path=path, reason=f"the file {name[:80]} is missing.")
        if found[name] != told[name]:
            raise PackageTampered(path=path, reason=f"the file {name} is another one.")
    if not is_signed(signed_text(found), public, signed):
        raise PackageTampered(path=path, reason="the signature is not that of its key.")
    return Signature(fingerprint(public), public)


def _parts(signature: bytes, path: str) -> tuple[str, str, dict[str, str]]:
    try:
        content = json.loads(signature[:_LONGEST])
        version, public, signed, told = (content[key] for key in ("version", "key", "signature", "files"))
        is_one = version == 1 and isinstance(public, str) and isinstance(signed, str) and isinstance(told, dict)
    except (ValueError, KeyError, TypeError, RecursionError):
        is_one = False
    if not is_one or not all(isinstance(each, str) for each in told.values()):
        raise PackageUnreadable(path=path, reason="its plugin.sig is no signature that this version understands.")
    return public, signed, told


def sign(data: bytes, private_pem: bytes, passphrase: str = "") -> tuple[str, str]:
    """The public key and the signature of some bytes, both in base64.

    Raises:
        KeyInvalid
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(private_pem, passphrase.encode() or None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        reason = "it is no private key in PEM, or its passphrase is missing or wrong."
        raise KeyInvalid(reason=reason) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyInvalid(reason="it is no ed25519 key.")
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    return public, base64.b64encode(key.sign(data)).decode()


def is_signed(data: bytes, public: str, signature: str) -> bool:
    """Whether a signature in base64 is that of a public key for some bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(_raw(public))
        key.verify(base64.b64decode(signature, validate=True), data)
    except (InvalidSignature, KeyInvalid, ValueError):
        return False
    return True


def new_key(passphrase: str = "") -> tuple[bytes, str]:
    """A new private key in PEM, and its public key in base64."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    key = Ed25519PrivateKey.generate()
    hidden = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, hidden)
    return pem, base64.b64encode(key.public_key().public_bytes_raw()).decode()
