"""Numbers with units, as people write them in rules: `5m`, `2 h 30 min`, `10 GB`, `40 MB/s`, `99 %`.

Sizes are as charts show them: a kB is 1,000 bytes, a KiB 1,024.
"""

import math
import re
from typing import Final

from lapwing.domain.monitoring.metrics import Unit

_SECONDS: Final = {
    **dict.fromkeys(("ms", "millisecond", "milliseconds"), 0.001),
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1.0),
    **dict.fromkeys(("m", "min", "minute", "minutes"), 60.0),
    **dict.fromkeys(("h", "hour", "hours"), 3_600.0),
    **dict.fromkeys(("d", "day", "days"), 86_400.0),
    **dict.fromkeys(("w", "week", "weeks"), 604_800.0),
}
_SIZES: Final = {
    "B": 1,
    "kB": 1_000,
    **{f"{letter}B": 1_000**power for power, letter in enumerate("KMGTP", 1)},
    **{f"{letter}iB": 1_024**power for power, letter in enumerate("KMGTP", 1)},
}
UNIT_WORDS: Final = frozenset({*_SECONDS, *_SIZES})
NUMBER: Final = re.compile(r"[0-9][0-9_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3}(?![A-Za-z0-9_]))?")
"""A number; what looks like an exponent and goes on as a word is none."""
_PIECE: Final = re.compile(r"([0-9][0-9_]*(?:\.[0-9]+)?)[ \t]*([A-Za-z]+)")
_BETWEEN: Final = re.compile(r"[ \t]*")
_LONGEST: Final = 100


def scale_of(word: str) -> tuple[float, Unit] | None:
    """How much one of a unit is, in seconds or bytes; None: the word is no unit."""
    if word in _SECONDS:
        return _SECONDS[word], Unit.SECONDS
    if word in _SIZES:
        return float(_SIZES[word]), Unit.BYTES
    return None


def number_in(text: str) -> float | None:
    """The number that a text is; None when it is none, or no finite one."""
    if len(text) > _LONGEST or not NUMBER.fullmatch(text):
        return None
    value = float(text.replace("_", ""))
    return value if math.isfinite(value) else None


def parse_duration(text: str) -> float | None:
    """Seconds of `5m`, `1h 30m`, `90s`, or of a number alone; None when the text is no duration."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    plain = number_in(text)
    if plain is not None:
        return plain
    total, at = 0.0, 0
    while at < len(text):
        piece = _PIECE.match(text, at)
        scale = scale_of(piece[2]) if piece else None
        if piece is None or scale is None or scale[1] is not Unit.SECONDS:
            return None
        total += float(piece[1].replace("_", "")) * scale[0]
        at = _end_of_blanks(text, piece.end())
    return total if math.isfinite(total) else None


def _end_of_blanks(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def duration_text(seconds: float) -> str:
    """The shortest way to write a duration that `parse_duration` reads: `1h 30m`, `60s` as `1m`."""
    if seconds < 1 or seconds != int(seconds):
        return f"{seconds:g}s"
    left, pieces = int(seconds), []
    for word, length in (("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)):
        count, left = divmod(left, length)
        if count:
            pieces.append(f"{count}{word}")
    return " ".join(pieces)
