"""Option files of MySQL and MariaDB: a candidate for each group of a client that names a host, a socket or a user."""

import re
from typing import Final

from lapwing.domain.connections import Target
from lapwing.domain.importing.candidates import Candidate, Candidates
from lapwing.domain.importing.making import candidate, port_of

_PROGRAM: Final = "my.cnf"
_GROUP: Final = re.compile(r"^\[([\w.\- ]+)\]$")
_CLIENTS: Final = re.compile(r"client|mysql$|mariadb$|mysql_", re.IGNORECASE)
_OURS: Final = {"ssl-ca": "sslrootcert", "ssl-cert": "sslcert", "ssl-key": "sslkey", "socket": "unix_socket"}
_INCLUDES: Final = "It includes other files, which were not read."


def read_option_file(text: str) -> Candidates | None:
    """All groups of clients; None when it is no option file."""
    groups: dict[str, dict[str, str]] = {}
    current: dict[str, str] | None = None
    includes = False
    for line in map(str.strip, text.splitlines()):
        if not line or line[0] in "#;":
            continue
        if line.startswith("!include"):
            includes = True
        elif (heading := _GROUP.match(line)) is not None:
            current = groups.setdefault(heading[1].strip().lower(), {})
        elif current is None:
            return None
        else:
            name, _, value = line.partition("=")
            current[name.strip().lower().replace("_", "-")] = value.strip().strip("\"'")
    if not groups:
        return None
    found = [_candidate(name, told) for name, told in groups.items() if _CLIENTS.match(name) and _leads(told)]
    return Candidates(_PROGRAM, tuple(found), (_INCLUDES,) if includes else ())


def _leads(told: dict[str, str]) -> bool:
    return bool(told.keys() & {"host", "socket", "user", "database"})


def _candidate(name: str, told: dict[str, str]) -> Candidate:
    options = {ours: told[theirs] for theirs, ours in _OURS.items() if told.get(theirs)}
    host = told.get("host", "")
    target = Target(
        "mysql",
        told.get("database", ""),
        host or ("" if told.get("socket") else "localhost"),
        port_of(told.get("port", "")),
        told.get("user", ""),
        options,
    )
    return candidate(f"{host or 'localhost'} ({name})", target)
