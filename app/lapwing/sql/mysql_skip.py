"""What a reader of MySQL scripts goes over without a look, as one expression for each way of looking."""

import re
from functools import cache
from typing import Final

from lapwing.sql.patterns import NAME_CHAR, NO_FURTHER

NOT_ASCII: Final = "\x80"
"""Stands for the first character of a delimiter outside ASCII."""
_NOT_ASCII_CLASS: Final = r"\x80-\U0010ffff"
CLOSED: Final = {
    "'": r"'[^'\\]*+(?:\\.[^'\\]*+)*+'",
    '"': r'"[^"\\]*+(?:\\.[^"\\]*+)*+"',
    "`": "`[^`]*+`",
}
"""Quoted runs. A doubled quote ends one and begins another."""


@cache
def skip_for(stop: str, *, executable: bool, by_word: bool) -> re.Pattern[str]:
    """The expression; what it stops at has to be looked at.

    Args:
        stop: The first character of the delimiter, `NOT_ASCII` for all of those, or nothing.
        executable: Whether to stop at what ends an executable comment.
        by_word: Whether to stop at every word.
    """
    looked_at = set("'\"`#/-\\" + stop + ("*" if executable else ""))
    rounds = [_stretch(looked_at, stop, by_word=by_word)]
    rounds += [closed for quote, closed in CLOSED.items() if quote != stop]
    if stop != "-":
        rounds.append("-(?!-)")
    if stop != "/":
        rounds.append(r"/(?!\*)")
    if executable and stop != "*":
        rounds.append(r"\*(?!/)")
    if by_word:
        rounds.append(f"[0-9]{NAME_CHAR}*+")
    return re.compile(f"(?:{'|'.join([*rounds, NO_FURTHER])})*+", re.DOTALL)


def _stretch(looked_at: set[str], stop: str, *, by_word: bool) -> str:
    if by_word:
        plain = (chr(code) for code in range(128) if not (chr(code).isalnum() or chr(code) == "_"))
        return "[" + "".join(re.escape(char) for char in plain if char not in looked_at) + "]++"
    unplain = "".join(map(re.escape, sorted(looked_at - {NOT_ASCII})))
    return f"[^{unplain}{_NOT_ASCII_CLASS if stop == NOT_ASCII else ''}]++"
