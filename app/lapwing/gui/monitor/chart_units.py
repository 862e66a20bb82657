"""How values read: a scale for an axis, where all ticks have one unit, and single values with the unit that suits them.

Numbers are written as the person's locale writes them, without the signs between thousands, which are set apart by a
narrow space.
"""

import math
from typing import Final

from PySide6.QtCore import QLocale

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Unit

NO_VALUE: Final = "–"
SPACE: Final = "\u202f"
"""Between thousands, and before a unit: narrow, and breaks no line."""

_BYTES: Final = ((1.0, "B"), (1e3, "kB"), (1e6, "MB"), (1e9, "GB"), (1e12, "TB"), (1e15, "PB"))
_TIMES: Final = (
    (1e-9, "ns"),
    (1e-6, "µs"),
    (1e-3, "ms"),
    (1.0, "s"),
    (60.0, "min"),
    (3600.0, "h"),
    (86400.0, "d"),
)
_COUNTS: Final = ((1.0, ""), (1e6, "M"), (1e9, "G"), (1e12, "T"))
_LARGEST_PLAIN: Final = 1e16
_WRITTEN_OUT: Final = 1e11
"""Below this a single count has all its digits."""
_AXIS_TIMES: Final = 3.0
"""An axis keeps to the smaller unit of time until so many of the larger one are reached."""
_NUDGE: Final = 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit for all ticks of an axis: a value over `factor` is the number before `word`."""

    factor: float
    word: str

    def text(self, value: float, digits: int | None) -> str:
        """A value with so many digits behind the point; None: as a power of ten."""
        number = value / self.factor
        shown = QLocale().toString(number, "g", 3) if digits is None else number_text(number, digits)
        return joined(shown, self.word)


def scale_for(unit: Unit, largest: float, *, for_axis: bool = True) -> Scale:
    """The scale in which the largest absolute value reads well; counts keep their digits below a million.

    Args:
        unit: Of the values.
        largest: Absolute, in the unit.
        for_axis: Whether ticks are to be round numbers of it.
    """
    if unit is Unit.SHARE:
        return Scale(0.01, "%")
    if unit in (Unit.BYTES, Unit.BYTES_PER_SECOND):
        factor, word = _pick(_BYTES, largest)
        return Scale(factor, f"{word}/s" if unit is Unit.BYTES_PER_SECOND else word)
    if unit is Unit.SECONDS:
        return Scale(*_pick(_TIMES, largest, _AXIS_TIMES if for_axis else 1.0))
    if unit is Unit.MILLISECONDS:
        factor, word = _pick(_TIMES, largest / 1e3, _AXIS_TIMES if for_axis else 1.0)
        return Scale(factor * 1e3, word)
    most = 1e6 if for_axis else _WRITTEN_OUT
    factor, word = _pick(_COUNTS, largest) if most * _NUDGE <= largest < _LARGEST_PLAIN else _COUNTS[0]
    if unit is Unit.PER_SECOND:
        return Scale(factor, f"{word}/s")
    if unit is Unit.SECONDS_PER_SECOND:
        return Scale(factor, f"{word}s/s" if not word else f"{word} s/s")
    return Scale(factor, word)


def _pick(steps: tuple[tuple[float, str], ...], largest: float, longer: float = 1.0) -> tuple[float, str]:
    """The last unit that is not larger than the value; those above a second have to fit in `longer` times."""
    fitting = [step for step in steps if largest >= step[0] * _NUDGE * (longer if step[0] > 1 else 1.0)]
    if fitting:
        return fitting[-1]
    one = next((step for step in steps if step[0] == 1.0), steps[0])
    return one if largest == 0 else steps[0]


def joined(number: str, word: str) -> str:
    """A number and its unit."""
    return f"{number}{SPACE}{word}" if word else number


def number_text(value: float, digits: int) -> str:
    """A number with so many digits behind the point, its thousands set apart from ten thousand on."""
    if not math.isfinite(value):
        return NO_VALUE
    if abs(value) >= _LARGEST_PLAIN:
        return QLocale().toString(value, "e", 1)
    text = f"{value:,.{digits}f}" if abs(value) >= 9999.5 else f"{value:.{digits}f}"
    if text.startswith("-") and not text.strip("-0.,"):
        text = text[1:]  # no minus before a zero
    point = QLocale().decimalPoint()
    return text.replace(".", "\0").replace(",", SPACE).replace("\0", point).replace("-", "\N{MINUS SIGN}")


def value_text(value: float | None, unit: Unit) -> str:
    """One value with its unit, three digits or more: `1 842 /s`, `19.4 MB/s`, `99.87 %`, `42`."""
    number, word = value_parts(value, unit)
    return joined(number, word)


def value_parts(value: float | None, unit: Unit) -> tuple[str, str]:
    """Number and unit of one value, apart."""
    if value is None or not math.isfinite(value):
        return NO_VALUE, ""
    scale = scale_for(unit, abs(value), for_axis=False)
    number = value / scale.factor
    return _grouped(number, _digits(number, unit)), scale.word


def _digits(number: float, unit: Unit) -> int:
    """Behind the point, so that three digits are seen; shares keep what is left of a hundred."""
    size = abs(number)
    if unit is Unit.SHARE:
        return 2 if 99 < size < 99.995 or 0 < size < 1 else (0 if size in (0, 100) else 1)
    if size == 0 or (size == int(size) and size < _LARGEST_PLAIN):
        return 0
    if size >= 99.95:
        return 0
    if size >= 9.995:
        return 1
    return 2 if size >= 0.1 else min(6, 1 - math.floor(math.log10(size)))


def _grouped(number: float, digits: int) -> str:
    """As `number_text`, with thousands set apart from one thousand on."""
    if 999.5 <= abs(number) < 9999.5:
        whole = number_text(number, digits)
        sign = "\N{MINUS SIGN}" if whole.startswith("\N{MINUS SIGN}") else ""
        plain = whole.removeprefix(sign)
        return f"{sign}{plain[0]}{SPACE}{plain[1:]}"
    return number_text(number, digits)
