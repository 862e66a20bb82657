"""The server's refusal of a statement as an error of ours, and where in the text it is about."""

import re
from typing import Final

from lapwing.domain.errors import LapwingError, ReadOnlyRefused, StatementFailed
from lapwing.drivers.mysql.packets import ServerRefused

INTERRUPTED: Final = frozenset({1317, 1969, 3024})
"""ER_QUERY_INTERRUPTED; 1969 and 3024 are time limits of the server's own."""
KILLED: Final = 1317
READ_ONLY: Final = 1792
ENDS_SESSION: Final = frozenset({1053, 1077, 1079, 1152, 1184, 1927, 3169, 4031})
"""Behind these the server closes the connection: shutdown, KILL CONNECTION, idle for too long."""
_NEAR: Final = re.compile(r"near '(.*)' at line (\d+)\Z", re.DOTALL)
_CUT: Final = "..."
"""What MariaDB puts behind a text that goes on."""
_NEAR_CHARACTERS: Final = 80
"""The server shows so much of the text from the place on (ER_PARSE_ERROR)."""


def refused(error: ServerRefused, sql: str, verb: str = "", detail: str = "") -> LapwingError:
    """The error for a statement.

    Args:
        sql: What was sent.
        verb: What it begins with.
        detail: What the server's warnings say more.
    """
    if error.errno == READ_ONLY:
        return ReadOnlyRefused(what=f"what this {verb} would change" if verb else "this statement")
    position, line = place_of(error.words, sql)
    return StatementFailed(
        server=error.words,
        code=code_of(error),
        position=position,
        line=line,
        detail=detail,
    )


def code_of(error: ServerRefused) -> str:
    """Number and SQLSTATE, as the server's own client writes them."""
    return f"{error.errno} ({error.state})" if error.state else str(error.errno)


def place_of(words: str, sql: str) -> tuple[int | None, int | None]:
    """Character offset and line that the words of a syntax error tell; None where they do not.

    They repeat the text from the place on, cut after 80 characters, and name its line. The offset is told only where
    that text occurs once on that line.
    """
    found = _NEAR.search(words)
    if not found:
        return None, None
    near, line = found[1], int(found[2])
    starts = [0, *(match.end() for match in re.finditer("\n", sql))]
    if not near or line > len(starts):
        return None, line
    if len(near) < _NEAR_CHARACTERS and sql.endswith(near):
        return len(sql) - len(near), line
    near = near.removesuffix(_CUT) if len(near) >= _NEAR_CHARACTERS else near
    end = starts[line] if line < len(starts) else len(sql)
    first = sql.find(near, starts[line - 1])
    if not 0 <= first < end or 0 <= sql.find(near, first + 1) < end:
        return None, line
    return first, line
