"""Pieces of regular expression that dialects put together.

Every piece is linear on any input and cannot fail half-way: loops are possessive, and what might refuse is asked by a
look-ahead before anything is consumed. That order is not taste. Before Python 3.11.5 a possessive loop whose last round
fails after having consumed keeps what that round consumed (python/cpython#106052), and Debian 12 has 3.11.2. For the
same reason there is no capture group inside a loop.
"""

from typing import Final

NAME_START: Final = r"[^\x00-@\[-\^`{-\x7f]"
"""A letter, an underscore, or anything outside ASCII."""
NAME_CHAR: Final = r"[^\x00-#%-/:-@\[-\^`{-\x7f]"
"""The same, a digit, or a dollar sign."""
NAME: Final = f"{NAME_START}{NAME_CHAR}*+"
LINE_COMMENT: Final = r"--[^\n]*+"
_COMMENT_REST: Final = r"[^*]*+(?:(?!\*/)\*[^*]*+)*+"
BLOCK_COMMENT: Final = rf"/\*{_COMMENT_REST}(?:\*/)?+"
"""Not nested; runs to the end of the text when nothing closes it."""
OPENED_COMMENT: Final = rf"(?!/\*\Z){BLOCK_COMMENT}"
"""The same, but not where the text ends right behind the opener: SQLite reads that as two operators, so whoever
splits leaves it in the statement and the server refuses it."""
OPEN_COMMENT: Final = rf"/\*{_COMMENT_REST}"
COMMENT_TAIL: Final = rf"{_COMMENT_REST}\*/"


def quoted(quote: str) -> str:
    """A whole quoted token in which a doubled quote stands for itself; runs to the end when nothing closes it."""
    return rf"{quote}[^{quote}]*+(?:{quote}{quote}[^{quote}]*+)*+{quote}?+"


def quoted_open(quote: str) -> str:
    """Matches the whole of a token of `quoted` only when nothing closes it."""
    return rf"{quote}[^{quote}]*+(?:{quote}{quote}[^{quote}]*+)*+"


def quoted_tail(quote: str) -> str:
    """From inside a token of `quoted` to behind its closing quote."""
    return rf"[^{quote}]*+(?:{quote}{quote}[^{quote}]*+)*+{quote}"


def quoted_run(quote: str) -> str:
    """From one quote to the next: enough to skip, since a doubled quote only opens another run."""
    return rf"{quote}[^{quote}]*+{quote}?+"


def words(*names: str) -> str:
    """One of some ASCII words in any case, whole."""
    return f"(?ai:{'|'.join(sorted(names, key=len, reverse=True))})(?!{NAME_CHAR})"
