"""Points in time as servers write them, for comparing: not by their letters, which offsets and BC would put wrong."""

import re
from decimal import Decimal
from typing import Final

from lapwing.domain.results import Column

Moment = tuple[int, int, Decimal]
"""Infinities by the first number; then days since 0000-03-01 of the Gregorian calendar; then seconds of that day, with
the offset taken off. Compared as tuples."""

_TYPES: Final = re.compile(r"\s*(?:date|datetime|timestamp|timestamptz)\b(?!\s*range)", re.IGNORECASE)
_WRITTEN: Final = re.compile(
    r"(\d{4,7})-(\d\d)-(\d\d)"
    r"(?:[ T](\d\d):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?(?: ?([+-]\d\d)(?::?(\d\d))?(?::?(\d\d))?|Z)?)?"
    r"( BC)?"
)
_ENDLESS: Final = {"infinity": 1, "-infinity": -1}


def holds_moments(column: Column) -> bool:
    """Whether the values of a column are dates, or dates with times, by the name of its type."""
    return _TYPES.match(column.type_name) is not None


def moment_of(text: str) -> Moment | None:
    """When a text of such a column is; None when it is written as nothing known here.

    A text without an offset is taken as it stands, as if its offset were zero.
    """
    if text in _ENDLESS:
        return _ENDLESS[text], 0, Decimal(0)
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(found[place]) for place in (1, 2, 3))
    if found[10]:
        year = 1 - year
    seconds = int(found[4] or 0) * 3600 + int(found[5] or 0) * 60 + Decimal(found[6] or 0)
    if found[7]:
        sign = -1 if found[7].startswith("-") else 1
        seconds -= sign * (abs(int(found[7])) * 3600 + int(found[8] or 0) * 60 + int(found[9] or 0))
    days, rest = divmod(seconds, 86_400)
    if rest < 0:  # Decimal's divmod goes towards zero
        days, rest = days - 1, rest + 86_400
    return 0, _day_number(year, month, day) + int(days), rest


def _day_number(year: int, month: int, day: int) -> int:
    """Days since 0000-03-01, by the algorithm of Howard Hinnant's `days_from_civil`; MySQL's zero months sort first."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year
