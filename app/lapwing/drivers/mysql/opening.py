"""Opening a connection: reach the server, encrypt, log in, and say what went wrong where it does not come about."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing.domain.connections import Phase
from lapwing.domain.errors import (
    ClearTextRefused,
    LapwingError,
    OpeningFailed,
    OptionInvalid,
    ServerMisbehaved,
    TlsFailed,
    TlsUnavailable,
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.mysql.login import ClearTextAsked, Credentials, LoggedIn, PluginUnknown, TlsMissing, log_in
from lapwing.drivers.mysql.packets import ProtocolBroken, ServerRefused, Wire
from lapwing.drivers.mysql.refusals import opening_refused, plugin_refused
from lapwing.drivers.mysql.route import Route
from lapwing.drivers.mysql.transport import LineGone, Transport
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import encryption_through
from lapwing.drivers.sockets import connect_tcp, connect_unix
from lapwing.drivers.tls import certificate_refused, client_context

_TLS_ADVICE: Final = "See to what the server says, or choose another sslmode for this connection."
_VERIFIED: Final = {"verify-full": "certificate verified", "verify-ca": "certificate verified, but not its name"}
_NOT_ENCRYPTED: Final = "The server offers no encryption: everything is sent as it is."
_PROBE_S: Final = 3.0


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that is logged in, before its first query.

    Attributes:
        encryption: In words; empty when nothing is encrypted.
    """

    wire: Wire
    server: LoggedIn
    encryption: str
    notes: tuple[str, ...] = ()


def open_connection(route: Route, opening: Opening) -> Opened:
    """Connect and log in.

    Raises:
        OpeningFailed: Saying which step failed and why.
        PasswordNeeded: None was given, and the server wants one.
        ServerMisbehaved: What answers is no MySQL server, or a broken one.
    """
    transport = _reach(route, opening)
    try:
        with refusals_told(route, opening):
            return _log_in(transport, route, opening)
    except BaseException:
        transport.close()
        raise


def _reach(route: Route, opening: Opening) -> Transport:
    if route.passage is not None:
        connected = route.passage.connect(opening, route.host, route.port)
    elif route.socket:
        connected = connect_unix(opening, route.socket)
    else:
        connected = connect_tcp(opening, route.host, route.port, route.alive)

    def wait(fd: int, *, to_write: bool) -> None:
        opening.wait(fd, to_write=to_write, to_read=not to_write)

    return Transport(connected, wait, is_led=route.passage is not None)


def _log_in(transport: Transport, route: Route, opening: Opening) -> Opened:
    policy = route.tls
    context = _context(route, opening) if policy.wanted else None
    opening.begin(Phase.TLS if context else Phase.LOG_IN)

    def encrypt() -> None:
        assert context is not None
        _encrypt(transport, context, route, opening)

    server = log_in(transport, _credentials(route, opening), encrypt if context else None, must_encrypt=policy.required)
    wire = Wire(transport, server.capabilities)
    is_open = policy.wanted and transport.tls is None and not route.socket and route.passage is None
    notes = (_NOT_ENCRYPTED,) if is_open else ()
    if opening.phase is not Phase.LOG_IN:  # the server offered no TLS, and it was not required
        opening.begin(Phase.LOG_IN)
    opening.passed_phase()
    return Opened(wire, server, encryption_through(route.passage, _encryption(transport, route)), notes)


def _credentials(route: Route, opening: Opening) -> Credentials:
    password = route.password.reveal() if route.password else ""
    key = b""
    if route.server_key:
        try:
            key = Path(route.server_key).expanduser().read_bytes()
        except OSError as error:
            reason = f"{route.server_key} cannot be read: {error.strerror or error}."
            raise OptionInvalid(
                option="server_public_key", connection=opening.connection, reason=reason, server=""
            ) from error
    return Credentials(route.user, password.encode("utf-8", "surrogateescape"), route.database, key, route.program)


def _context(route: Route, opening: Opening) -> ssl.SSLContext:
    try:
        return client_context(route.tls, route.key_password.reveal() if route.key_password else None)
    except (ssl.SSLError, OSError) as error:
        reason = f"a certificate or key cannot be used: {getattr(error, 'reason', None) or error.strerror or error}."
        raise OptionInvalid(
            option="sslcert" if route.tls.certificate else "sslrootcert",
            connection=opening.connection,
            reason=reason,
            server="",
        ) from error


def _encrypt(transport: Transport, context: ssl.SSLContext, route: Route, opening: Opening) -> None:
    facts = {"phase": Phase.TLS.value, "connection": opening.connection}
    try:
        transport.encrypt(context, route.host)
    except ssl.SSLCertVerificationError as error:
        reason = f"{error.verify_message.rstrip('.')}."
        raise certificate_refused(opening, reason, _shown_certificate(route, opening)) from error
    except ssl.SSLError as error:
        raise TlsFailed(**facts, server=f"{error.reason or error}.", advice=_TLS_ADVICE) from error
    assert transport.tls is not None
    cipher = transport.tls.cipher()
    opening.passed_phase(f"{transport.tls.version()}, {cipher[0] if cipher else ''}")
    opening.begin(Phase.LOG_IN)


class _Seen(Exception):
    """The certificate was seen, which is all that was wanted."""


def _shown_certificate(route: Route, opening: Opening) -> bytes | None:
    """The certificate that the server shows, by another connection that ends before anything is sent on it.

    Python does not tell the certificate of a handshake that failed.
    """
    aside = Opening(opening.connection, min(_PROBE_S, opening.left_s()))
    try:
        transport = _reach(route, aside)
    except OpeningFailed:
        return None

    def look() -> None:
        transport.encrypt(client_context(replace(route.tls, mode="require"), None), route.host)
        raise _Seen

    try:
        log_in(transport, Credentials(route.user, b""), look, must_encrypt=True)
    except _Seen:
        return transport.tls.getpeercert(binary_form=True) if transport.tls else None
    except (LapwingError, ProtocolBroken, ServerRefused, TlsMissing, LineGone, OSError):
        return None  # this was only to know more
    finally:
        transport.close()
    return None


def _encryption(transport: Transport, route: Route) -> str:
    if transport.tls is None:
        return ""
    protocol = (transport.tls.version() or "TLS").replace("TLSv", "TLS ")
    return f"{protocol}, {_VERIFIED.get(route.tls.mode, 'certificate not verified')}"


@contextmanager
def refusals_told(route: Route, opening: Opening) -> Iterator[None]:
    """What goes wrong inside, as errors that a person can act on."""
    connection = opening.connection
    facts = {"phase": (opening.phase or Phase.LOG_IN).value, "connection": connection}
    try:
        yield
    except ServerRefused as error:
        raise opening_refused(error, route, opening) from error
    except ProtocolBroken as error:
        raise ServerMisbehaved(connection=connection, reason=str(error)) from error
    except ClearTextAsked as error:
        raise ClearTextRefused(**facts, user=route.user, server="") from error
    except TlsMissing as error:
        raise TlsUnavailable(phase=Phase.TLS.value, connection=connection, server="") from error
    except PluginUnknown as error:
        raise plugin_refused(str(error), route, opening) from error
    except LineGone as error:
        phase = (opening.phase or Phase.LOG_IN).value
        raise OpeningFailed(phase=phase, connection=connection, server=str(error)) from error
