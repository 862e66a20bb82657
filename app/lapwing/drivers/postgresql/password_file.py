"""The password for a host that libpq cannot look up in its password file, because it is reached through a passage.

libpq looks for host and port that it connects to (PostgreSQL's manual, 34.16); through a passage the port is another.
"""

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lapwing.domain.secrets import Secret

_FIELD: Final = re.compile(r"((?:\\.|[^:\\])*)(?::|$)")
_LARGEST_BYTES: Final = 1 << 20


def password_for(
    place: tuple[str, int], user: str, database: str, given: str = "", environ: Mapping[str, str] = os.environ
) -> Secret | None:
    """The password of the first line that fits; None where there is none, or others may read the file.

    Args:
        place: Host and port.
        given: The file's path; empty: the usual one.
    """
    home = environ.get("HOME") or str(Path.home())
    path = Path(given or environ.get("PGPASSFILE") or Path(home, ".pgpass"))
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode) or facts.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            return None  # as libpq has it
        text = path.read_bytes()[:_LARGEST_BYTES].decode("utf-8", "surrogateescape")
    except OSError:
        return None
    wanted = place[0], str(place[1]), database or user, user
    for line in text.splitlines():
        fields = [re.sub(r"\\(.)", r"\1", found[1]) for found in _FIELD.finditer(line)]
        if not line.startswith("#") and len(fields) > len(wanted) and _fits(fields, wanted):
            return Secret(fields[len(wanted)])
    return None


def _fits(fields: list[str], wanted: tuple[str, ...]) -> bool:
    return all(field in {"*", want} for field, want in zip(fields, wanted, strict=False))
