"""Numbers since 1970 as times in UTC, to their last digit."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_NUMBER: Final = re.compile(r"([+-]?)([0-9]{1,24})(?:\.([0-9]{1,24}))?")
_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)


def time_of(text: str, digits: int) -> str | None:
    """Such as `2023-11-14 22:13:20.5 UTC`; None: it is no number, or no time of the years 1 to 9999.

    Args:
        digits: Of a second, that the number counts: 0 of seconds, 3 of milliseconds, 6 of microseconds.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    fraction = found[3] or ""
    places = digits + len(fraction)
    number = int(found[2] + fraction) * (-1 if found[1] == "-" else 1)
    seconds, rest = divmod(number, 10**places)  # of negative numbers too the rest is what comes behind the second
    try:
        moment = _BEGIN + timedelta(seconds=seconds)
    except OverflowError:
        return None
    behind = f"{rest:0{places}d}".rstrip("0") if places else ""
    shown = f"{moment.year:04d}-{moment:%m-%d %H:%M:%S}"
    return f"{shown}{'.' if behind else ''}{behind} UTC"
