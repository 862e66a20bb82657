"""A statement as a place in a text, and which one a caret is in."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

_outer_start = attrgetter("outer_start")


class Statement(NamedTuple):
    """Where one statement of a script lies. Offsets count characters from 0; ends are exclusive.

    `text[start:end]` is what is sent: from the first to the last token that means something, without the terminator.
    """

    start: int
    end: int
    full_end: int
    """After the terminator, or where the text ends when it has none."""
    outer_start: int
    """Where the comments that lead it begin; `start` when none do. A comment that begins on the line on which the
    statement before it ended belongs to that one."""
    verb: str
    """Its first word in upper case, looked for behind EXPLAIN, WITH and opening parentheses: `SELECT`, `DELETE`, ...
    Empty when it begins with something that is no word."""
    terminated: bool
    """Whether a terminator closes it; only the last one of a text may lack it."""
    is_explain: bool = False
    """Whether EXPLAIN stands before the verb, so that the verb is only explained."""
    is_client_command: bool = False
    """Whether it is a command to the vendor's command-line client, such as `.tables` or `\\d`: never to be sent."""
    data: tuple[int, int] | None = None
    """Where the lines lie that are its input, as those behind PostgreSQL's COPY ... FROM STDIN: to be sent as such.
    Each ends with a line end, but for the last one of a text. None when there are none; `full_end` is behind them and
    the line that ends them."""


def statement_at(statements: Sequence[Statement], text: str, position: int) -> Statement | None:
    """The statement that a caret at `position` is in, by bisection.

    A statement holds its leading comments, itself and its terminator, the blanks before it on its line, and what
    follows on the line on which it ends. When it has no terminator it holds everything that follows, because what is
    typed there goes on with it. Where two touch, the caret is in the second. None when the caret is in nobody's place.

    Args:
        statements: All statements of `text` in order, at least up to the first that begins behind `position`.
        text: The text they were found in.
        position: Characters before the caret.
    """
    following = bisect_right(statements, position, key=_outer_start)
    if following:
        found = statements[following - 1]
        if not found.terminated or "\n" not in text[found.full_end : position]:
            return found
    if following < len(statements) and "\n" not in text[position : statements[following].outer_start]:
        return statements[following]
    return None
