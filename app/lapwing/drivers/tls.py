"""How a connection is encrypted: what is asked for, the usual choice, and what a refused certificate says of itself.

The options have libpq's names for every driver: `sslmode` (disable, prefer, require, verify-ca, verify-full),
`sslrootcert` (a file of certificates, or `system`), `sslcert`, `sslkey`, `sslcrl`.
"""

import ssl
from pathlib import Path
from typing import Final

from lapwing.domain.connections import Phase, Target
from lapwing.domain.errors import CertificateRefused, OptionInvalid
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.opening import Opening
from lapwing.drivers.sockets import is_local

MODES: Final = ("disable", "prefer", "require", "verify-ca", "verify-full")
_ADVICE: Final = (
    "If this certificate is the right one, give its issuer's file as sslrootcert. Compare the fingerprint with what "
    "the server's administrator tells you, not with what the network shows."
)


@dataclass(frozen=True, slots=True)
class TlsPolicy:
    """What is asked for.

    Attributes:
        mode: One of `MODES`.
        ca: A file of certificates that are trusted, `system` for those of the system, or empty.
        certificate, key: The client's, as paths; empty when it has none.
        crl: A file of revoked certificates, or empty.
        chosen: Whether the person chose the mode.
    """

    mode: str
    ca: str = ""
    certificate: str = ""
    key: str = ""
    crl: str = ""
    chosen: bool = False

    @property
    def wanted(self) -> bool:
        return self.mode != "disable"

    @property
    def required(self) -> bool:
        return self.mode in MODES[2:]

    @property
    def verifies(self) -> bool:
        return self.mode in MODES[3:]


def tls_policy(target: Target) -> TlsPolicy:
    """What the options say. Without `sslmode`: full verification where a CA is given; encryption, required, to
    another machine; encryption if the server has it on this machine; none over a Unix socket.

    Raises:
        OptionInvalid: No such mode, or a file that is not there.
    """
    options = target.options
    mode = options.get("sslmode", "")
    if mode and mode not in MODES:
        reason = f"it must be one of {', '.join(MODES)}, not {mode!r}."
        raise OptionInvalid(option="sslmode", connection=target.host or target.database, reason=reason, server="")
    files = {name: _file(target, name) for name in ("sslrootcert", "sslcert", "sslkey", "sslcrl")}
    on_socket = not target.host or target.host.startswith(("/", "@"))
    usual = "verify-full" if files["sslrootcert"] else "prefer" if is_local(target.host) else "require"
    chosen = mode or ("disable" if on_socket and not files["sslrootcert"] else usual)
    return TlsPolicy(
        chosen, files["sslrootcert"], files["sslcert"], files["sslkey"], files["sslcrl"], chosen=bool(mode)
    )


def _file(target: Target, option: str) -> str:
    text = target.options.get(option, "")
    if not text or (option == "sslrootcert" and text == "system"):
        return text
    path = Path(text).expanduser()
    try:
        with path.open("rb"):
            return str(path)
    except (OSError, ValueError) as error:
        reason = f"{text} cannot be read: {getattr(error, 'strerror', None) or error}."
        raise OptionInvalid(
            option=option, connection=target.host or target.database, reason=reason, server=""
        ) from error


def client_context(policy: TlsPolicy, key_password: str | None) -> ssl.SSLContext:
    """A context of Python's own TLS for this policy. At least TLS 1.2.

    Raises:
        ssl.SSLError, OSError: A file of the policy cannot be used.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = policy.mode == "verify-full"
    context.verify_mode = ssl.CERT_REQUIRED if policy.verifies else ssl.CERT_NONE
    if policy.ca and policy.ca != "system":
        context.load_verify_locations(policy.ca)
    elif policy.verifies:
        context.load_default_certs()
    if policy.crl:
        context.load_verify_locations(policy.crl)
        context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    if policy.certificate:
        context.load_cert_chain(policy.certificate, policy.key or None, lambda: key_password or "")
    return context


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate says of itself; anybody can write anything into one."""

    subject: str
    issuer: str
    names: str
    valid_from: str
    valid_until: str
    fingerprint: str
    """SHA-256, in pairs of hex digits."""


def certificate_facts(der: bytes) -> CertificateFacts:
    """The facts of an X.509 certificate (RFC 5280) in DER.

    Raises:
        ValueError: These bytes are none.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes

    found = x509.load_der_x509_certificate(der)
    try:
        alternative = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names = ", ".join(str(name.value) for name in alternative)
    except x509.ExtensionNotFound:
        names = ""
    return CertificateFacts(
        found.subject.rfc4514_string(),
        found.issuer.rfc4514_string(),
        names,
        f"{found.not_valid_before_utc:%Y-%m-%d %H:%M} UTC",
        f"{found.not_valid_after_utc:%Y-%m-%d %H:%M} UTC",
        found.fingerprint(hashes.SHA256()).hex(":").upper(),
    )


def certificate_refused(opening: Opening, reason: str, der: bytes | None) -> CertificateRefused:
    """The error for a certificate that did not stand up to the check, with its facts where it is known."""
    facts: dict[str, str] = {}
    shown = ""
    if der is not None:
        found = certificate_facts(der)
        facts = {name: getattr(found, name) for name in CertificateFacts.__slots__}
        shown = (
            f" It is of {found.subject} (names: {found.names or 'none'}), issued by {found.issuer}, valid from "
            f"{found.valid_from} to {found.valid_until}, SHA-256 fingerprint {found.fingerprint}."
        )
    return CertificateRefused(
        phase=Phase.TLS.value, connection=opening.connection, server=f"{reason}{shown}", advice=_ADVICE, **facts
    )
