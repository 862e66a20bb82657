"""Counts and types short enough to stand beside a name."""

import re
from typing import Final

from PySide6.QtCore import QLocale

_TIMES: Final = re.compile(r"\b(time(?:stamp)?)(\(\d+\))? with(out)? time zone")
_MEGABYTE: Final = 10**6
_UNITS: Final = ((10**12, "T"), (10**9, "G"), (10**6, "M"), (10**3, "k"))


def short_count(count: int) -> str:
    """Two or three digits and a unit, in the person's locale: `980`, `12 k`, `218 k`, `1.2 M`."""
    for size, unit in _UNITS:
        if count >= size or (count >= size * 0.9995 and size > 1000):
            value = count / size
            shown = QLocale().toString(value, "f", 0 if value >= 9.95 else 1)
            return f"{shown.removesuffix(QLocale().decimalPoint() + '0')}\u00a0{unit}"
    return str(count)


def whole_count(count: int) -> str:
    """All digits, grouped as the person's locale does."""
    return QLocale().toString(count)


def byte_count(count: int) -> str:
    """A size in bytes as the person's locale writes it: `8 kB`, `1.25 MB`."""
    return QLocale().formattedDataSize(count, 1 if count >= _MEGABYTE else 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def short_type(name: str) -> str:
    """The name of a type in lower case, by PostgreSQL's own short forms where it has such: `timestamptz(3)`."""
    spelled = _TIMES.sub(lambda found: f"{found[1]}{'' if found[3] else 'tz'}{found[2] or ''}", name.lower())
    return spelled.replace("character varying", "varchar")
