"""Headers as they are kept in logs: nothing in them lets anybody in, or lets a message be sent once more."""

import re
from collections.abc import Iterable
from typing import Final

from lapwing.domain.secrets import HIDDEN

_GRANTING: Final = re.compile(
    r"secret|token|password|api-?key|credential|session|cookie|authoriz|(?:\A|-)auth(?:\Z|-)|(?:\A|-)jwt(?:\Z|-)",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(r"([A-Za-z0-9+/_-]{8})[A-Za-z0-9+/_-]{12,}={0,2}")


def kept_headers(headers: Iterable[tuple[str, str]], secret: Iterable[str] = ()) -> list[tuple[str, str]]:
    """These headers without values that grant something. Of a signature the beginning stays, to be compared with.

    Args:
        secret: Names of others that hold secrets.
    """
    hidden = {name.lower() for name in secret}
    return [(name, _kept(name, value, hidden)) for name, value in headers]


def _kept(name: str, value: str, hidden: set[str]) -> str:
    if name.lower() in hidden or _GRANTING.search(name):
        return HIDDEN
    return _SIGNATURE.sub(rf"\1{HIDDEN}", value) if "signature" in name.lower() else value
