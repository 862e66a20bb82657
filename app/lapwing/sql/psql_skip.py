"""What a reader of psql scripts goes over without a look, and the ends of what it looks at, as expressions."""

import re
from typing import Final

from lapwing.sql.patterns import NAME, NAME_CHAR, NAME_START, NO_FURTHER

_BLANK: Final = r"[\t-\r ]"
_LINE_COMMENT: Final = r"--[^\n\r]*+"
_PLAIN_QUOTE: Final = rf"'(?:(?<![eE]')|(?<={NAME_CHAR}[eE]'))[^']*+'"
_FLAT_PARENS: Final = rf"""\((?:[^;()'"$\\/\-]++|{_PLAIN_QUOTE}|{NO_FURTHER})*+\)"""
# One that nothing can continue: no blank, comment or quote follows.
_ESCAPED_QUOTE: Final = rf"'(?<=[eE]')(?<!{NAME_CHAR}[eE]')[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'(?=[^\t-\r '\-])"
_IN_A_NAME: Final = rf"(?<={NAME_START})\${NAME_CHAR}*+"
_SKIPPED: Final = "|".join(
    (
        _PLAIN_QUOTE,
        _FLAT_PARENS,
        _ESCAPED_QUOTE,
        '"[^"]*+"',
        _LINE_COMMENT,
        "-",
        r"/(?!\*)",
        _IN_A_NAME,
        r"\$[0-9]++",
        NO_FURTHER,
    )
)
SKIP: Final = re.compile(rf"""(?:[^;()'"$\\/\-]++|{_SKIPPED})*+""", re.DOTALL)
"""To what has to be looked at where words make no difference."""
SKIP_TO_WORD: Final = re.compile(
    r"(?:[\x00-!#%&*-,.:<-@\[\]^`{-\x7f]++|[0-9](?:[0-9A-Z_a-z]|[^\x00-\x7f])*+|[bBeEnNxX](?=')|[uU](?=&)"
    rf"|{_SKIPPED})*+",
    re.DOTALL,
)
"""The same, and to every word."""

LEAD: Final = re.compile(rf"(?:{_BLANK}++|{_LINE_COMMENT})*+")
WORD: Final = re.compile(NAME)
NAME_REST: Final = re.compile(f"{NAME_CHAR}*+")
LETTER: Final = re.compile(NAME_START)
PARENS: Final = re.compile(r"[()]++")
COMMENT_EDGE: Final = re.compile(r"/\*|\*/")
DOLLAR_QUOTE: Final = re.compile(rf"\$(?:{NAME_START}(?:[0-9A-Z_a-z]|[^\x00-\x7f])*+)?+\$")
ESCAPED_REST: Final = re.compile(r"[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'", re.DOTALL)
"""From inside a string with escapes to behind its end."""
_MORE: Final = rf"(?:{_BLANK}++|{_LINE_COMMENT}(?:[\n\r]|\Z))*+(?='|\Z)"
CONTINUES: Final = re.compile(rf"(?:[ \t\v\f]++|{_LINE_COMMENT})*+(?:\Z|[\n\r]{_MORE})")
"""From behind a string to where it goes on, on a later line, or to the end of the text."""
MAY_CONTINUE: Final = re.compile(_MORE)
"""The same from the beginning of a later line."""
LINE_REST: Final = re.compile(
    rf"(?:[ \t\v\f\r]++|{_LINE_COMMENT}|/\*[^*/\n]*+(?:\*++[^*/\n]++)*+\*++/|{NO_FURTHER})*+(?=\n|\Z)"
)
"""Matches where nothing more stands on the line than blanks and comments."""
DATA_END: Final = re.compile(r"^\\\.\r?$", re.MULTILINE)
