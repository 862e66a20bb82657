"""Settings of the kinds `duration` and `size`, as numbers."""

import re
from typing import Final

_SECONDS: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0}
_BYTES: Final = {
    "b": 1,
    "kb": 1000,
    "mb": 1000**2,
    "gb": 1000**3,
    "tb": 1000**4,
    "kib": 1024,
    "mib": 1024**2,
    "gib": 1024**3,
    "tib": 1024**4,
}
_QUANTITY: Final = re.compile(r"(\d{1,15}(?:\.\d{1,9})?) ?([A-Za-z]{0,3})")


def seconds(text: str | float) -> float:
    """Seconds of `30s`, `1.5 h`, `90d`; a bare number is of seconds.

    Raises:
        ValueError: It is none, in a sentence.
    """
    return _quantity(text, _SECONDS, "s", "a duration, such as 30s, 15m, 12h or 90d")


def size_bytes(text: str | float) -> int:
    """Bytes of `100MB` (a million each), `64 KiB` (1024 each); a bare number is of bytes.

    Raises:
        ValueError: It is none, in a sentence.
    """
    return int(_quantity(text, _BYTES, "b", "a size, such as 500KB, 100MB or 1GiB"))


def _quantity(text: str | float, units: dict[str, float] | dict[str, int], usual: str, wanted: str) -> float:
    found = _QUANTITY.fullmatch(str(text).strip())
    unit = units.get(found[2].lower() or usual) if found else None
    if found is None or unit is None:
        raise ValueError(f"“{str(text)[:40]}” is not {wanted}.")
    return float(found[1]) * unit
