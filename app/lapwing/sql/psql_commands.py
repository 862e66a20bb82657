"""The backslash commands of psql, as far as a reader of scripts has to know them (command.c, psqlscanslash.l)."""

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from lapwing.sql.patterns import word_set

_NAME: Final = re.compile(r"\\([^\t-\r \\]*+)")
_ARGUMENTS: Final = re.compile(
    r"""(?:[^\n\\'"`]++|'(?:[^'\\\n]++|\\[^\n]?+)*+'?+|"[^"\n]*+"?+|`[^`\n]*+`?+)*+(?:\\\\)?+"""
)
_LINE: Final = re.compile(r"[^\n]*+")
_PIPED: Final = re.compile(r"[\t\v\f\r ]*+\|")
_COPIES_IN: Final = re.compile(
    r"""\\copy\s++(?:binary\s++)?(?:"[^"]*+"|[^\s("])++\s*+(?:\([^)]*+\)\s*+)?from\s++stdin(?![^\s;(])""", re.IGNORECASE
)
_PLAIN: Final = word_set(
    """
    a bind bind_named C c cd close close_prepared connect conninfo copyright crosstabview dconfig e echo edit elif else
    encoding endif endpipeline errverbose f flush flushrequest g gdesc getenv getresults gexec gset gx H html i if
    include include_relative ir l l+ list list+ lo_export lo_import lo_list lo_list+ lo_unlink lx lx+ o out p parse
    password print prompt pset q qecho quit r reset restrict s sendpipeline set setenv startpipeline syncpipeline t T
    timing unrestrict unset w warn watch write x z zx z+ ?
    """
)
"""Those whose arguments end at a backslash. Behind all others, known or not, the whole line is theirs."""
_SENDING: Final = word_set("g gx gset gexec gdesc crosstabview watch sendpipeline parse")
_TO_FILE: Final = word_set("g gx o out w write")


class Effect(Enum):
    """What becomes of the statement before a command."""

    NONE = auto()
    """It goes on behind the command."""
    ENDS = auto()
    """The command is nothing but a terminator."""
    SENDS = auto()
    """It ends, and the command does something with it."""
    FORGETS = auto()


class Command(NamedTuple):
    """One command: where it ends, and what it does."""

    end: int
    effect: Effect
    takes_data: bool
    """Whether the lines behind its own are data."""


def command_at(text: str, start: int) -> Command:
    """The command that begins with the backslash at `start`. It ends with its line or before another backslash."""
    found = _NAME.match(text, start)
    assert found is not None, "there is a backslash"
    name, position = found[1], found.end()
    is_plain = name in _PLAIN or name.startswith("d")
    takes_line = not is_plain or (name in _TO_FILE and _PIPED.match(text, position))
    rest = (_LINE if takes_line else _ARGUMENTS).match(text, position)
    assert rest is not None, "the expression matches anything"
    if name in {"r", "reset"}:
        effect = Effect.FORGETS
    elif name in _SENDING:
        is_bare = name in {"g", "gx"} and not rest[0].rstrip("\\").strip()
        effect = Effect.ENDS if is_bare else Effect.SENDS
    else:
        effect = Effect.NONE
    takes_data = name == "copy" and _COPIES_IN.match(text, start, rest.end()) is not None
    return Command(rest.end(), effect, takes_data)
