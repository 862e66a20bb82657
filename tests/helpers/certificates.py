"""Certificates for tests: an authority, and what servers and clients show, right and wrong in every way we look for.

Keys are P-256, which are made in no time. Nothing here is kept longer than a run of the tests.
"""

import datetime as dt
import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

HERE: Final = ("localhost", "127.0.0.1", "::1")
ELSEWHERE: Final = ("elsewhere.invalid",)
KEY_PASSPHRASE: Final = "passphrase of the tests' client key"
"""Opens the keys of `encrypted` identities."""

_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate with its private key, both as PEM."""

    certificate: bytes
    key: bytes

    def write(self, folder: Path, name: str) -> "Files":
        """`name.crt` and `name.key` in a folder, readable by their owner alone."""
        files = Files(folder / f"{name}.crt", folder / f"{name}.key")
        for path, text in ((files.certificate, self.certificate), (files.key, self.key)):
            path.touch(mode=0o600)
            path.write_bytes(text)
        return files


@dataclass(frozen=True, slots=True)
class Files:
    """Where an identity lies."""

    certificate: Path
    key: Path


class Authority:
    """A certificate authority of its own.

    Attributes:
        certificate: Its self-signed certificate as PEM: what clients are told to trust.
    """

    def __init__(self, name: str = "Lapwing tests") -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _named(name)
        own = _valid(x509.CertificateBuilder().subject_name(self._name).issuer_name(self._name), -1, 30)
        own = own.public_key(self._key.public_key())
        own = own.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        own = own.add_extension(_SIGNS_CERTIFICATES, critical=True)
        own = own.add_extension(x509.SubjectKeyIdentifier.from_public_key(self._key.public_key()), critical=False)
        self.certificate = own.sign(self._key, hashes.SHA256()).public_bytes(Encoding.PEM)

    def server(self, names: Sequence[str] = HERE, first_day: int = -1, last_day: int = 30) -> Identity:
        """For a server of these host names and addresses.

        Args:
            first_day, last_day: When it is valid, in days from now.
        """
        key = ec.generate_private_key(ec.SECP256R1())
        return self._signed(_for_server(key, names, first_day, last_day), key, NoEncryption())

    def client(self, user: str, passphrase: str = "") -> Identity:
        """For the user of that name; the key is encrypted if there is a passphrase."""
        key = ec.generate_private_key(ec.SECP256R1())
        builder = _valid(x509.CertificateBuilder().subject_name(_named(user)), -1, 30).public_key(key.public_key())
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
        builder = builder.add_extension(_IS_NO_AUTHORITY, critical=True)
        lock = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
        return self._signed(builder, key, lock)

    def _signed(
        self, builder: x509.CertificateBuilder, key: ec.EllipticCurvePrivateKey, lock: KeySerializationEncryption
    ) -> Identity:
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        builder = builder.issuer_name(self._name).add_extension(issuer, critical=False)
        return _identity(builder.sign(self._key, hashes.SHA256()), key, lock)


def self_signed(names: Sequence[str] = HERE) -> Identity:
    """What a server shows that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    builder = _for_server(key, names, -1, 30).issuer_name(_named(names[0]))
    return _identity(builder.sign(key, hashes.SHA256()), key, NoEncryption())


class Certificates:
    """All that the tests' servers and clients use, written into a folder when made.

    Attributes:
        authority: The PEM file of the authority that signed the servers' and the clients' certificates.
        other_authority: One that signed nothing.
        servers: What a server can show: `good` (for localhost, 127.0.0.1 and ::1), `wrong host`, `expired`,
            `not yet valid`, `self-signed`, and `other authority`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ours, other = Authority(), Authority("Somebody else")
        self.authority = folder / "authority.crt"
        self.authority.write_bytes(self._ours.certificate)
        self.other_authority = folder / "other-authority.crt"
        self.other_authority.write_bytes(other.certificate)
        self.servers: dict[str, Identity] = {
            "good": self._ours.server(),
            "wrong host": self._ours.server(ELSEWHERE),
            "expired": self._ours.server(first_day=-30, last_day=-1),
            "not yet valid": self._ours.server(first_day=7, last_day=30),
            "self-signed": self_signed(),
            "other authority": other.server(),
        }
        self._clients: dict[tuple[str, bool], Files] = {}

    def client(self, user: str, encrypted: bool = False) -> Files:
        """Certificate and key of a user, the same at every call; `KEY_PASSPHRASE` opens an encrypted key."""
        wanted = user, encrypted
        if wanted not in self._clients:
            identity = self._ours.client(user, KEY_PASSPHRASE if encrypted else "")
            self._clients[wanted] = identity.write(self._folder, f"client-{user}{'-encrypted' if encrypted else ''}")
        return self._clients[wanted]


def _for_server(
    key: ec.EllipticCurvePrivateKey, names: Sequence[str], first_day: int, last_day: int
) -> x509.CertificateBuilder:
    builder = _valid(x509.CertificateBuilder().subject_name(_named(names[0])), first_day, last_day)
    builder = builder.public_key(key.public_key())
    builder = builder.add_extension(x509.SubjectAlternativeName([_host(name) for name in names]), critical=False)
    builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    return builder.add_extension(_IS_NO_AUTHORITY, critical=True)


def _valid(builder: x509.CertificateBuilder, first_day: int, last_day: int) -> x509.CertificateBuilder:
    now = dt.datetime.now(dt.UTC)
    builder = builder.serial_number(x509.random_serial_number())
    return builder.not_valid_before(now + first_day * _DAY).not_valid_after(now + last_day * _DAY)


def _identity(
    certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey, lock: KeySerializationEncryption
) -> Identity:
    return Identity(
        certificate.public_bytes(Encoding.PEM),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock),
    )


def _host(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


_IS_NO_AUTHORITY: Final = x509.BasicConstraints(ca=False, path_length=None)
_SIGNS_CERTIFICATES: Final = x509.KeyUsage(
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=True,
    crl_sign=True,
    encipher_only=False,
    decipher_only=False,
)
