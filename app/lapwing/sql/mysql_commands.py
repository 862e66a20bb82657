"""The commands of the clients of MySQL and MariaDB (the table `commands` of mysql.cc)."""

import re
from typing import Final, NamedTuple

from lapwing.sql.patterns import word_set

_LONGEST_DELIMITER: Final = 15
_WITH_ARGUMENTS: Final = word_set(
    "? charset connect delimiter help pager prompt query_attributes source ssl_session_data_print system tee use"
)
_WITHOUT_ARGUMENTS: Final = word_set(
    """
    clear edit ego exit go nopager notee nowarning print quit rehash resetconnection sandbox status warnings
    """
)
NAMES: Final = frozenset(map(str.upper, _WITH_ARGUMENTS | _WITHOUT_ARGUMENTS))
"""The first words, in upper case, of lines and statements that may be for the client."""
_BLANKS: Final = re.compile(r"[ \t\r]*+")
_SHORT_WITH_ARGUMENTS: Final = frozenset("?rdhPR.!TuC")
_SHORT: Final = _SHORT_WITH_ARGUMENTS | frozenset("ceGqgntp#-sWwx")
_ARGUMENT: Final = re.compile(
    r"""[ \t]*+(?:'((?:[^'\\\n]|\\[^\n]|'')*+)'|"((?:[^"\\\n]|\\[^\n]|"")*+)"|`((?:[^`\n]|``)*+)`|([^\s'"`]\S*+))"""
)


class Command(NamedTuple):
    """One command of the client.

    Attributes:
        name: In lower case, or a single letter.
        end: Where it and its arguments end; the delimiter that may follow a long one is not counted.
        has_delimiter: Whether a delimiter follows on the line.
    """

    name: str
    end: int
    has_delimiter: bool


def long_command_at(text: str, start: int, name: str, line_end: int, delimiter: str) -> Command | None:
    """The command with this name at `start`, where a statement could begin; None when something else begins there."""
    blanks = _BLANKS.match(text, start + len(name), line_end)
    assert blanks is not None, "the expression matches anything"
    behind = blanks.end()
    has_gap = behind > start + len(name)
    if not (has_gap or behind == line_end or text.startswith(delimiter, behind)):
        return None
    name = name.lower()
    if name == "help" and text[behind : behind + 1] in {"'", '"'}:
        return None  # servers know that, too
    if name == "delimiter":
        return Command(name, line_end, has_delimiter=False) if has_gap or behind == line_end else None
    at = text.find(delimiter, behind, line_end)
    end = at if at >= 0 else line_end
    if name in _WITHOUT_ARGUMENTS and text[behind:end].strip():
        return None
    return Command(name, end, has_delimiter=at >= 0)


def short_command_at(text: str, start: int, line_end: int, delimiter: str) -> Command | None:
    """The command that the backslash at `start` begins; None when none does. It takes the delimiter behind it too."""
    name = text[start + 1 : start + 2]
    if not name or name not in _SHORT:
        return None
    if name not in _SHORT_WITH_ARGUMENTS:
        return Command(name, start + 2, has_delimiter=False)
    if name == "d":
        delimiter = new_delimiter(text, start + 2, line_end) or delimiter
    at = text.find(delimiter, start + 2, line_end)
    return Command(name, at + len(delimiter) if at >= 0 else line_end, has_delimiter=at >= 0)


def new_delimiter(text: str, start: int, line_end: int) -> str:
    """The delimiter that stands behind the command's name; empty when there is none or it holds a backslash."""
    found = _ARGUMENT.match(text, start, line_end)
    if found is None:
        return ""
    argument = next(group for group in found.groups() if group is not None)
    if found[1] is not None:
        argument = argument.replace("''", "'")
    elif found[2] is not None:
        argument = argument.replace('""', '"')
    elif found[3] is not None:
        argument = argument.replace("``", "`")
    return "" if "\\" in argument else argument[:_LONGEST_DELIMITER]
