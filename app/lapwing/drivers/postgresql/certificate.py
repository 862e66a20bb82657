"""The certificate that a server shows, looked at only to tell about it: libpq says that it refused one, not which.

A connection of its own asks for encryption (SSLRequest, PostgreSQL's manual, 55.2.11), shakes hands by Python's TLS and
ends; nothing is sent on it.
"""

import socket
import ssl
import struct
from typing import Final

from lapwing.domain.errors import OpeningFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.opening import Opening
from lapwing.drivers.postgresql.login import Host, Login
from lapwing.drivers.tls import TlsPolicy, client_context

_SSL_REQUEST: Final = struct.pack("!II", 8, 80877103)
_ALPN: Final = ["postgresql"]
_LONGEST_S: Final = 3.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What a server showed.

    Attributes:
        der: The certificate; None where none could be seen.
        problem: What a check that is as strict finds wrong with it, a sentence; empty where it finds nothing.
    """

    der: bytes | None
    problem: str


def shown_certificate(login: Login, host: Host, opening: Opening) -> Shown:
    """Look at it, for as long as opening may take.

    Raises:
        OpeningCancelled, OpeningTimedOut
    """

    def look() -> Shown:
        der = problem = None
        try:
            der = _certificate(login, host, TlsPolicy("require"))
            _certificate(login, host, login.tls)
        except ssl.SSLCertVerificationError as error:
            problem = f"{error.verify_message.rstrip('.')}."
        except (OSError, ValueError, OpeningFailed):
            pass  # libpq's own words have to do: this was only to know more
        return Shown(der, problem or "")

    found = opening.run_aside(look)
    assert isinstance(found, Shown)
    return found


def _certificate(login: Login, host: Host, policy: TlsPolicy) -> bytes | None:
    is_direct = login.more.get("sslnegotiation") == "direct"
    key_password = login.secrets.get("sslpassword")
    context = client_context(policy, key_password.reveal() if key_password else None)
    if is_direct:
        context.set_alpn_protocols(_ALPN)
    with _connected(login, host) as made:
        if not is_direct:
            made.sendall(_SSL_REQUEST)
            if made.recv(1) != b"S":
                return None
        with context.wrap_socket(made, server_hostname=host.name) as encrypted:
            return encrypted.getpeercert(binary_form=True)


def _connected(login: Login, host: Host) -> socket.socket:
    place = host.address or host.name, host.port
    if login.passage is None:
        return socket.create_connection(place, _LONGEST_S)
    made = login.passage.connect(Opening(timeout_s=_LONGEST_S), *place)
    made.settimeout(_LONGEST_S)
    return made
