"""Values of metrics as people read them."""

import math
from typing import Final

from lapwing.domain.monitoring.metrics import Unit

_BYTES: Final = ("B", "kB", "MB", "GB", "TB", "PB")
_STEP: Final = 1000.0
_SUFFIX: Final = {
    Unit.PER_SECOND: "/s",
    Unit.BYTES_PER_SECOND: "/s",
    Unit.MILLISECONDS: " ms",
    Unit.SECONDS_PER_SECOND: " s/s",
}


def shown_value(value: float | None, unit: Unit) -> str:
    """A value with its unit, in about four digits; a dash where there is none."""
    if value is None or not math.isfinite(value):
        return "–"
    if unit is Unit.SHARE:
        return f"{_digits(value * 100)} %"
    if unit in (Unit.BYTES, Unit.BYTES_PER_SECOND):
        return _bytes(value) + _SUFFIX.get(unit, "")
    if unit is Unit.SECONDS:
        return shown_seconds(value)
    return _digits(value) + _SUFFIX.get(unit, "")


def shown_seconds(seconds: float) -> str:
    """A time in its two largest units: `41 d 3 h`, `2 min 5 s`, `0.25 s`."""
    if abs(seconds) < 60:
        return f"{_digits(seconds)} s"
    whole = round(abs(seconds))
    parts: list[str] = []
    for size, name in ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")):
        count, whole = divmod(whole, size)
        if count or parts:
            parts.append(f"{count} {name}")
    sign = "-" if seconds < 0 else ""
    return sign + " ".join(part for part in parts[:2] if not part.startswith("0 "))


def _bytes(value: float) -> str:
    size, power = abs(value), 0
    while size >= _STEP and power < len(_BYTES) - 1:
        size, power = size / _STEP, power + 1
    return f"{'-' if value < 0 else ''}{_digits(size)} {_BYTES[power]}"


def _digits(value: float) -> str:
    """Whole numbers in groups of three, apart by narrow spaces; others with as many digits as say something."""
    size = abs(value)
    if size >= 1000 or value == round(value):
        return f"{round(value):,}".replace(",", "\u202f")
    return f"{value:.{1 if size >= 100 else 2 if size >= 1 else 3}f}"
