"""Connection service files: named sets of parameters (PostgreSQL's manual, 34.17).

libpq reads them too, but does not tell what it found, and what is decided here (encryption above all) must not be
weaker than what a file asks for.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_SYSTEM: Final = "/etc/postgresql-common"
_LARGEST_BYTES: Final = 1 << 20


class ServiceMissing(Exception):
    """A sentence about the service that is not there, or the line that cannot be read."""


def service_parameters(name: str, environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The parameters of a service: from the person's file, or else the system's.

    Raises:
        ServiceMissing
    """
    own, system = _files(environ)
    looked = []
    for path in (own, system):
        text = _text(path)
        if text is None:
            continue
        looked.append(str(path))
        found = _section(text, name, path)
        if found is not None:
            return found
    places = " and ".join(looked) or f"{own}, which is not there"
    raise ServiceMissing(f"there is no service {name!r} in {places}.")


def _files(environ: Mapping[str, str]) -> tuple[Path, Path]:
    own = environ.get("PGSERVICEFILE") or Path(environ.get("HOME") or Path.home(), ".pg_service.conf")
    return Path(own), Path(environ.get("PGSYSCONFDIR") or _SYSTEM, "pg_service.conf")


def _text(path: Path) -> str | None:
    """What a file holds; None when it is not there.

    Raises:
        ServiceMissing: It is there and cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_BYTES).decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ServiceMissing(f"{path} cannot be read: {error.strerror or error}.") from error


def _section(text: str, name: str, path: Path) -> dict[str, str] | None:
    found: dict[str, str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            if found is not None:
                break
            found = {} if line == f"[{name}]" else None
        elif found is not None:
            key, equals, value = line.partition("=")
            if not equals:  # the line itself is not repeated: it may hold a password
                raise ServiceMissing(f"line {number} of {path} is no parameter.")
            found.setdefault(key.strip(), value.strip())
    return found
