"""Values put into a statement as literals.

The text protocol has no parameters, and prepared statements answer in the binary protocol, whose numbers and times
would have to be written again as the server writes them. So values go in as literals that mean the same under every
sql_mode: numbers, quoted text without anything that has to be escaped, or bytes in hexadecimal digits.
"""

import re
from collections.abc import Sequence
from typing import Final

from lapwing.domain.errors import StatementFailed
from lapwing.domain.values import Cell, LongCell, RawText
from lapwing.sql.dialect import dialect_named
from lapwing.sql.patterns import BLOCK_COMMENT, quoted
from lapwing.sql.rewriting import Rewritten, rewritten

_COMMENT: Final = rf"(?:--(?=[\x00-\x20]|\Z)|#)[^\n]*+|{BLOCK_COMMENT}"


def _escaping(quote: str) -> str:
    return rf"{quote}[^{quote}\\]*+(?:(?:\\.|{quote}{quote})[^{quote}\\]*+)*+\\?+{quote}?+"


_NAME: Final = quoted("`")
_ESCAPING: Final = re.compile(f"""{_escaping("'")}|{_escaping('"')}|{_NAME}|{_COMMENT}|(\\?)""", re.DOTALL)
_PLAIN: Final = re.compile(f"""{quoted("'")}|{quoted('"')}|{_NAME}|{_COMMENT}|(\\?)""", re.DOTALL)


def with_literals(sql: str, values: Sequence[Cell], *, escapes_backslash: bool) -> Rewritten:
    """The statement with a literal in the place of each `?`.

    Raises:
        StatementFailed: There are more or fewer places, or a value cannot be given.
    """
    pattern = _ESCAPING if escapes_backslash else _PLAIN
    places = [found.start(1) for found in pattern.finditer(sql) if found[1]]
    if len(places) != len(values):
        words = f"The statement has {len(places)} parameters, and {len(values)} values came with it."
        raise StatementFailed(server=words, position=None)
    return rewritten(sql, [(place, place + 1, literal(value)) for place, value in zip(places, values, strict=True)])


def literal(value: Cell) -> str:
    """An expression whose value is exactly this cell.

    Raises:
        StatementFailed: It is text that is not valid, or not whole.
    """
    if value is None:
        return "NULL"
    if isinstance(value, RawText | LongCell):
        raise StatementFailed(server="Text that is not valid UTF-8 cannot be given as a value.", position=None)
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    if isinstance(value, str):
        return dialect_named("mysql").quote_string(value)
    if isinstance(value, float):
        text = repr(value)
        return text if "e" in text or "n" in text else f"{text}e0"
    return str(value)
