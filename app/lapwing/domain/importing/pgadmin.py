"""Servers that pgAdmin 4 exported."""

from typing import Any, Final

from lapwing.domain.connections import Target
from lapwing.domain.importing.candidates import Candidate, Candidates
from lapwing.domain.importing.json_text import mapping, mapping_in, words
from lapwing.domain.importing.making import candidate, port_of

_PROGRAM: Final = "pgAdmin"
_TUNNEL: Final = "It goes through an SSH tunnel, which does not come along."
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
    has_tunnel = server.get("UseSSHTunnel") in {1, "1"}
    group = words(server.get("Group"))
    return candidate(
        words(server.get("Name")),
        target,
        group="" if group == "Servers" else group,
        notes=(_TUNNEL,) if has_tunnel else (),
    )
