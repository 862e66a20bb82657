"""Servers that pgAdmin 4 exported."""

from typing import Any, Final

from lapwing.domain.connections import Target
from lapwing.domain.importing.candidates import Candidate, Candidates
from lapwing.domain.importing.json_text import mapping, mapping_in, words
from lapwing.domain.importing.making import candidate, port_of
from lapwing.domain.importing.tunnels import Found, found_tunnel
from lapwing.domain.ssh import SshLogIn

_PROGRAM: Final = "pgAdmin"
_OPTIONS: Final = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout")
_OLD: Final = {"sslmode": "SSLMode", "sslrootcert": "SSLRootCert", "sslcert": "SSLCert", "sslkey": "SSLKey"}
"""How versions before 7 name them, beside the server instead of in `ConnectionParameters`."""


def read_pgadmin(text: str) -> Candidates | None:
    """All servers; None when it is no such file."""
    servers = mapping_in(text).get("Servers")
    if not isinstance(servers, dict):
        return None
    return Candidates(_PROGRAM, tuple(_candidate(mapping(server)) for server in servers.values()))


def _candidate(server: dict[str, Any]) -> Candidate:
    told = mapping(server.get("ConnectionParameters"))
    options = {name: words(told.get(name)) or words(server.get(_OLD.get(name, ""))) for name in _OPTIONS}
    service = words(server.get("Service"))
    if service:
        options["service"] = service
    target = Target(
        "postgresql",
        words(server.get("MaintenanceDB")),
        words(server.get("Host")) or words(server.get("HostAddr")),
        port_of(words(server.get("Port"))),
        words(server.get("Username")),
        {name: value for name, value in options.items() if value},
    )
    ssh, notes = _tunnel(server)
    group = words(server.get("Group"))
    return candidate(
        words(server.get("Name")),
        target,
        group="" if group == "Servers" else group,
        notes=notes,
        ssh=ssh,
    )


def _tunnel(server: dict[str, Any]) -> Found:
    if server.get("UseSSHTunnel") not in {1, "1"}:
        return None, ()
    by_key = server.get("TunnelAuthentication") in {1, "1"}
    return found_tunnel(
        words(server.get("TunnelHost")),
        words(server.get("TunnelPort")),
        words(server.get("TunnelUsername")),
        SshLogIn.KEY if by_key else SshLogIn.PASSWORD,
        words(server.get("TunnelIdentityFile")),
        keep_alive=words(server.get("TunnelKeepAlive")),
    )
