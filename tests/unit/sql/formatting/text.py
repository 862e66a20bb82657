"""One case of formatting."""

from typing import NamedTuple

from lapwing.sql.formatting.options import FormatOptions


class Text(NamedTuple):
    """What somebody typed, and what it is to become."""

    name: str
    typed: str
    formatted: str
    dialect: str = "postgresql"
    options: FormatOptions = FormatOptions()
