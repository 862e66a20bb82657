"""Pieces of regular expression that dialects put together.

Every piece is linear on any input: loops are possessive. A round of such a loop must either match or fail at its first
characters, compared with literals and sets only: no look-behind, no negative look-ahead, no repeat before the place
where it can fail, and no capture group inside. That is not taste. Before Python 3.11.5 a possessive loop keeps the
place that its last, failed round got to (python/cpython#106052), and Debian 12 has 3.11.2; a possessive optional group
is such a loop, too. A round that cannot keep to this ends with the alternative `NO_FURTHER`.
"""

from typing import Final

NO_FURTHER: Final = "(?!)"
"""Never matches. As the last alternative of a possessive loop it makes a failed round go back to its own beginning,
also where Python forgets to: each alternative is tried from there."""
NAME_START: Final = r"[^\x00-@\[-\^`{-\x7f]"
"""A letter, an underscore, or anything outside ASCII."""
NAME_CHAR: Final = r"[^\x00-#%-/:-@\[-\^`{-\x7f]"
"""The same, a digit, or a dollar sign."""
NAME: Final = f"{NAME_START}{NAME_CHAR}*+"
BLANK: Final = r"[\t-\r \ufeff]++"
"""A byte order mark is a blank where a token could begin, and part of a name inside one. (To SQLite a vertical tab is a
blank only behind another blank; read as one everywhere, it merely leaves the complaint to the server.)"""
PLAIN_BLANK: Final = r"[\t-\r ]++"
"""The same for servers to which a byte order mark is a letter."""
BYTE_ORDER_MARK: Final = "\ufeff"
LINE_COMMENT: Final = r"--[^\n]*+"
_COMMENT_BODY: Final = r"[^*]*+(?:\*++[^*/][^*]*+)*+"
BLOCK_COMMENT: Final = rf"/\*{_COMMENT_BODY}(?:\*++/?+)?+"
"""Not nested; runs to the end of the text when nothing closes it."""
OPENED_COMMENT: Final = rf"(?=/\*.){BLOCK_COMMENT}"
"""The same, but not where the text ends right behind the opener: SQLite reads that as two operators, so whoever
splits leaves it in the statement and the server refuses it."""
OPEN_COMMENT: Final = rf"/\*{_COMMENT_BODY}\**+"
"""Matches the whole of a block comment only when nothing closes it."""
COMMENT_TAIL: Final = rf"{_COMMENT_BODY}\*++/"
"""From inside a block comment to behind its close."""


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


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as text."""
    return frozenset(text.split())
