"""How psql cuts the arguments of its commands (psqlscanslash.l of PostgreSQL 15 to 18).

Arguments are parted by blanks and end at a backslash. Single quotes hold anything, with escapes as in C; double quotes
hold anything and stay, so that names can be read from them; variables are replaced, and what they hold is not looked at
again. Backquotes would run a program of the system: such an argument is refused.
"""

import re
from typing import Final, NamedTuple

from lapwing.sql.psql_variables import Values, place_at, value_of

_BLANKS: Final = re.compile(r"[\t-\r ]*+")
_PLAIN: Final = re.compile(r"""[^\t-\r \\'"`:]++""")
_QUOTED: Final = re.compile(r"'([^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+)'", re.DOTALL)
_QUOTED_NAME: Final = re.compile(r'"[^"]*+"')
_ESCAPE: Final = re.compile(r"''|\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
_CONTROLS: Final = {"n": "\n", "t": "\t", "b": "\b", "r": "\r", "f": "\f"}
_NAME_PART: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"?+|([^"]++)')
_COMMAND: Final = re.compile(r"\\([^\t-\r \\]*+)")


class ProgramRefused(ValueError):
    """An argument is in backquotes: the output of a program of the system."""


class QuoteOpen(ValueError):
    """A quote that nothing closes before the line ends."""


class Argument(NamedTuple):
    """One argument, its single quotes removed and its double quotes kept.

    Attributes:
        is_bare: Whether nothing in it was quoted or came from a variable, so that it may be an option.
        loose: How many characters at its end nobody quoted.
        start: Where it begins.
    """

    text: str
    is_bare: bool
    loose: int
    start: int


def command_name(text: str) -> str:
    """The name of the command that `text` is, without its backslash."""
    found = _COMMAND.match(text)
    return found[1] if found else ""


def rest_of(text: str) -> str:
    """All that stands behind the command's name, for those commands that take their line as it is."""
    return text[len(command_name(text)) + 1 :].strip("\t\n\v\f\r ")


def arguments(text: str, values: Values, start: int | None = None) -> list[Argument]:
    """The arguments of the command that `text` is, with variables replaced.

    Args:
        start: Where to begin; None: behind the name.

    Raises:
        ProgramRefused: One of them is in backquotes.
        QuoteOpen: A quote is not closed.
    """
    position = len(command_name(text)) + 1 if start is None else start
    found: list[Argument] = []
    while True:
        blanks = _BLANKS.match(text, position)
        assert blanks is not None, "the expression matches anything"
        position = blanks.end()
        if position == len(text) or text[position] == "\\":
            return found
        argument, position = _argument_at(text, position, values)
        found.append(argument)


def _argument_at(text: str, start: int, values: Values) -> tuple[Argument, int]:
    """The argument that begins at `start`, and where it ends."""
    parts: list[str] = []
    position, loose = start, 0
    is_bare = True
    while position < len(text) and text[position] not in "\t\n\v\f\r \\":
        plain = _PLAIN.match(text, position)
        part, behind = (plain[0], plain.end()) if plain else _special(text, position, values)
        is_loose = plain is not None or behind == position + 1
        is_bare = is_bare and is_loose
        loose = loose + len(part) if is_loose else 0
        parts.append(part)
        position = behind
    return Argument("".join(parts), is_bare, loose, start), position


def _special(text: str, position: int, values: Values) -> tuple[str, int]:
    """What the quote or colon at `position` begins, and where that ends."""
    char = text[position]
    if char == "`":
        raise ProgramRefused(text[position:])
    if char == ":":
        place = place_at(text, position)
        if place is None:
            return ":", position + 1
        value = value_of(place, values)
        return text[position : place.end] if value is None else value, place.end
    quoted = (_QUOTED if char == "'" else _QUOTED_NAME).match(text, position)
    if quoted is None:
        raise QuoteOpen(text[position:])
    return _unquoted(quoted[1]) if char == "'" else quoted[0], quoted.end()


def _unquoted(body: str) -> str:
    """What stands in single quotes. Bytes given by their numbers are those of UTF-8."""
    if "\\" not in body:
        return body.replace("''", "'")
    return _ESCAPE.sub(_unescaped, body).encode(errors="surrogateescape").decode(errors="replace")


def _unescaped(found: re.Match[str]) -> str:
    if found[1] is not None or found[2] is not None:
        number = int(found[1], 8) & 0xFF if found[1] else int(found[2], 16)
        return chr(number) if number < 0x80 else chr(0xDC00 + number)
    return "'" if found[3] is None else _CONTROLS.get(found[3], found[3])


def without_semicolons(argument: Argument) -> str:
    """Its text without the semicolons at its end that nobody quoted, as commands about objects take it."""
    kept = argument.text[: len(argument.text) - argument.loose]
    return kept + argument.text[len(kept) :].rstrip(";")


def as_name(text: str) -> str:
    """An argument read as an SQL name: letters outside of double quotes become small, the quotes are removed."""
    return "".join(
        found[1].replace('""', '"') if found[1] is not None else found[2].lower() for found in _NAME_PART.finditer(text)
    )


def without_quotes(text: str) -> str:
    """The same with all letters as they are, as commands take it that name a file or a database."""
    return "".join(
        found[1].replace('""', '"') if found[1] is not None else found[2] for found in _NAME_PART.finditer(text)
    )


def truth(text: str) -> bool | None:
    """A word as psql's ParseVariableBool reads it; None when it is none of those."""
    word = text.lower()
    if not word:
        return None
    if "true".startswith(word) or "yes".startswith(word) or word == "1" or (len(word) > 1 and "on".startswith(word)):
        return True
    is_false = "false".startswith(word) or "no".startswith(word) or word == "0"
    return False if is_false or (len(word) > 1 and "off".startswith(word)) else None
