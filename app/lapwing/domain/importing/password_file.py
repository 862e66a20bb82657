"""libpq's password file: `host:port:database:user:password` a line. The passwords stay there, where they are found."""

import re
from typing import Final

from lapwing.domain.connections import Target
from lapwing.domain.importing.candidates import Candidate, Candidates
from lapwing.domain.importing.making import candidate, port_of, unusable

_PROGRAM: Final = ".pgpass"
_FIELD: Final = re.compile(r"((?:\\.|[^:\\])*)(?::|$)")
_FIELDS: Final = 5
_ANY: Final = "*"


def read_password_file(text: str) -> Candidates | None:
    """A candidate for each line that names a host; None when a line is none of such a file."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    fields = [_fields(line) for line in lines]
    if not lines or not all(_is_entry(found) for found in fields):
        return None
    seen: dict[tuple[str, ...], Candidate] = {}
    for found in fields:
        seen.setdefault(tuple(found[:4]), _candidate(found))
    return Candidates(_PROGRAM, tuple(seen.values()))


def _fields(line: str) -> list[str]:
    """The first four fields without their backslashes, and whether there is a fifth; the password is not taken."""
    parts = [re.sub(r"\\(.)", r"\1", found[1]) for found in _FIELD.finditer(line)]
    return [*parts[:4], "" if len(parts) >= _FIELDS else "missing"]


def _is_entry(fields: list[str]) -> bool:
    return len(fields) == _FIELDS and not fields[4] and (fields[1] == _ANY or port_of(fields[1]) is not None)


def _candidate(fields: list[str]) -> Candidate:
    host, port, database, user = (("" if field == _ANY else field) for field in fields[:4])
    if not host:
        return unusable(":".join(fields[:4]), "It is for any host; there is none to connect to.")
    target = Target("postgresql", database, host, port_of(port), user)
    return candidate(f"{host}/{database}" if database else host, target, asks=False)
