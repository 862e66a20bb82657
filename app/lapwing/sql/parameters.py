"""Where a statement leaves a place for a value, as the dialect's programs and servers write such places.

Found from the tokens of the dialect's lexer, so never in strings, comments, dollar quotes and quoted names. What looks
like a place but means something else is left alone: casts (`::`), bounds of array slices (`a[i:j]`), keys of JSON
objects (`'a':b`), labels (`again:LOOP`), PostgreSQL's operators with a question mark, MySQL's own variables (`@x`) and
versioned comments. The numbers of arguments in a CREATE or PREPARE and the rows of a trigger (`:new`) belong to what is
made there.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from lapwing.sql.dialect import Dialect
from lapwing.sql.lexer import Piece
from lapwing.sql.patterns import NAME
from lapwing.sql.statements import Statement
from lapwing.sql.tokens import TRIVIA, TokenKind

_WORDS: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.KEYWORD})
_VALUES: Final = frozenset({TokenKind.NUMBER, TokenKind.STRING, TokenKind.BLOB, TokenKind.PARAMETER})
"""What no parameter can follow, however many blanks are between."""
_NAMES: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.KEYWORD, TokenKind.QUOTED_IDENTIFIER})
_PYTHON: Final = re.compile(r"%(?:\(([^()%'\"\s]+)\))?s(?![0-9A-Za-z_$]|[^\x00-\x7f])")
_QUOTED_NAME: Final = re.compile(r"'((?:[0-9A-Z_a-z]|[^\x00-\x7f])+)'")
_NAME: Final = re.compile(rf"{NAME}(?!['\"])")
_LETTER: Final = r"(?:[A-Z_a-z]|[^\x00-\x7f])"
_COLON: Final = r"(?<![0-9A-Za-z_:'\")\]]):"
_CANDIDATES: Final = {
    "postgresql": re.compile(rf"{_COLON}(?:{_LETTER}|')|\$[0-9]|%[(s]"),
    "mysql": re.compile(rf"\?|{_COLON}{_LETTER}|%[(s]"),
    "sqlite": re.compile(r"[?$@:]"),
    "ansi": re.compile(r"[?@:]"),
}
"""What a statement without a place for a value does not hold: most need not be read for them."""
_PYTHON_TOO: Final = frozenset({"postgresql", "mysql"})
_GIVES_VALUE: Final = {"\\set": 0, "\\prompt": -1}
"""Commands of psql that give a variable a value, and which of their words is its name."""
_OF_PSQL: Final = frozenset(
    {"AUTOCOMMIT", "DBNAME", "ENCODING", "ERROR", "HOST", "PORT", "ROW_COUNT", "SERVER_VERSION_NAME"}
    | {"SERVER_VERSION_NUM", "SQLSTATE", "USER"}
)
"""Variables of psql that always have a value."""
_LABELLED: Final = frozenset({"BEGIN", "LOOP", "REPEAT", "WHILE"})
_OWN_NUMBERS: Final = frozenset({"CREATE", "PREPARE"})
_NAMED_ARGUMENTS: Final = frozenset({"EXEC", "EXECUTE", "DECLARE"})


class ParameterStyle(StrEnum):
    """How a place is written; an example each."""

    NAMED = ":name"
    QUOTED = ":'name'"
    AT = "@name"
    DOLLAR = "$name"
    NUMBERED = "$1"
    """Also SQLite's `?1` and the standard's `:1`."""
    POSITIONAL = "?"
    PYTHON = "%(name)s"
    PYTHON_POSITIONAL = "%s"


class ParameterPlace(NamedTuple):
    """One place for a value. Offsets count characters from 0; `end` is exclusive.

    Attributes:
        name: Without its signs; of places in order, and of numbered ones, their number.
        number: The one under which SQLite takes its value; elsewhere that of its name, from 1 in order of appearance.
    """

    start: int
    end: int
    name: str
    style: ParameterStyle
    number: int


def parameters_of(dialect: Dialect, text: str, start: int = 0, end: int | None = None) -> tuple[ParameterPlace, ...]:
    """All places for values in the one statement that is `text[start:end]`, in order. Never raises on any text."""
    stop = len(text) if end is None else end
    if not _CANDIDATES[dialect.id].search(text, start, stop):
        return ()
    statement = text[start:stop]  # a lexer may look through all that it is given
    found = _Reading(dialect, statement).places()
    if not start:
        return tuple(found)
    return tuple(place._replace(start=place.start + start, end=place.end + start) for place in found)


def parameter_names(places: Sequence[ParameterPlace]) -> tuple[str, ...]:
    """Each name once, in order of appearance."""
    return tuple(dict.fromkeys(place.name for place in places))


def names_in_script(dialect: Dialect, text: str, statements: Sequence[Statement]) -> dict[str, str]:
    """From each name for which a value is to be had, in order, to how it is first written, over all statements.

    A name that psql itself, or a `\\set` or `\\prompt` before, gives a value is none of them; behind a `\\gset`, which
    gives values to names that only the server's answer tells, none is.
    """
    found: dict[str, str] = {}
    given = set(_OF_PSQL) if dialect.client == "psql" else set()
    for statement in statements:
        if statement.is_client_command:
            command, *words = text[statement.start : statement.end].split()
            if command == "\\gset":
                break
            if command in _GIVES_VALUE and words:
                given.add(words[_GIVES_VALUE[command]])
            continue
        for place in parameters_of(dialect, text, statement.start, statement.end):
            if place.name not in given:
                found.setdefault(place.name, text[place.start : place.end])
    return found


class _Reading:
    """One reading of one statement."""

    def __init__(self, dialect: Dialect, text: str) -> None:
        self._dialect = dialect
        self._text = text
        self._numbers: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._highest = 0
        self._positions = 0
        self._before: Piece | None = None
        """The last token that meant something."""
        self._brackets: list[str] = []
        self._first = ""
        self._holds_declaration = False
        self._may_be_comment = False
        """Whether we are in what only some versions of MySQL read: to others, a value there is part of a comment."""

    def places(self) -> Iterator[ParameterPlace]:
        """The places, found from left to right."""
        behind = 0
        for piece in self._dialect.lexer.pieces(self._text):
            if piece.kind is TokenKind.COMMENT:
                self._may_be_comment = piece.text.startswith(("/*!", "/*M!")) and not piece.text.endswith("*/")
            if piece.kind in TRIVIA or piece.position < behind:
                continue
            place = None if self._may_be_comment else self._place_at(piece)
            if place is not None:
                yield place
                behind = place.end
                self._before = Piece(TokenKind.PARAMETER, self._text[place.start : place.end], place.start)
            else:
                self._pass(piece)

    def _pass(self, piece: Piece) -> None:
        """Remember what stands before the next token."""
        if piece.kind is TokenKind.PUNCTUATION:
            if piece.text in "([":
                self._brackets.append(piece.text)
            elif piece.text in ")]" and self._brackets:
                self._brackets.pop()
        elif piece.kind in _WORDS:
            self._first = self._first or piece.text.upper()
            self._holds_declaration = self._holds_declaration or piece.text.upper() in _NAMED_ARGUMENTS
        self._before = piece

    # what a token begins

    def _place_at(self, piece: Piece) -> ParameterPlace | None:
        if piece.kind is TokenKind.PARAMETER:
            return self._marked(piece)
        if piece.text == ":":
            return self._named(piece.position)
        if piece.kind is TokenKind.OPERATOR and piece.text[-1] == "%" and self._dialect.id in _PYTHON_TOO:
            return self._python(piece)
        return None

    def _marked(self, piece: Piece) -> ParameterPlace | None:
        """A token that the lexer calls a parameter."""
        start, end = piece.position, piece.position + len(piece.text)
        sign, name = piece.text[0], piece.text[1:]
        if self._dialect.id == "sqlite":
            return self._numbered_as_sqlite(piece)
        if sign == "?":
            return self._in_order(start, end, ParameterStyle.POSITIONAL)
        if sign == "$":
            is_own = self._first in _OWN_NUMBERS
            return None if is_own else self._place(start, end, name.lstrip("0") or "0", ParameterStyle.NUMBERED)
        if self._dialect.id != "ansi" or (self._first == "CREATE" and name.lower() in {"new", "old"}):
            return None
        if sign == "@":
            is_variable = self._holds_declaration or self._text[start - 1 : start] == "@"
            return None if is_variable else self._place(start, end, name, ParameterStyle.AT)
        if self._follows_value(start):
            return None
        style = ParameterStyle.NUMBERED if name.isdecimal() else ParameterStyle.NAMED
        return self._place(start, end, name, style)

    def _numbered_as_sqlite(self, piece: Piece) -> ParameterPlace:
        """Its number is the one of its text, or the next behind the highest (sqlite.org/lang_expr.html#varparam)."""
        text, start, end = piece.text, piece.position, piece.position + len(piece.text)
        if text[0] == "?":
            number = int(text[1:6]) if len(text) > 1 else self._highest + 1
            style = ParameterStyle.NUMBERED if len(text) > 1 else ParameterStyle.POSITIONAL
            name = str(number)
        else:
            number = self._numbers.get(text, self._highest + 1)
            self._numbers[text] = number
            signs = {":": ParameterStyle.NAMED, "@": ParameterStyle.AT, "$": ParameterStyle.DOLLAR}
            style, name = signs[text[0]], text[1:]
        self._highest = max(self._highest, number)
        return ParameterPlace(start, end, self._names.setdefault(number, name), style, number)

    def _named(self, start: int) -> ParameterPlace | None:
        """A colon of PostgreSQL or MySQL, and the name right behind it."""
        if self._follows_value(start):
            return None
        quoted = _QUOTED_NAME.match(self._text, start + 1) if self._dialect.id == "postgresql" else None
        if quoted is not None:
            return self._place(start, quoted.end(), quoted[1], ParameterStyle.QUOTED)
        named = _NAME.match(self._text, start + 1)
        if named and self._dialect.id == "mysql" and named[0].upper() in _LABELLED and self._may_end_value():
            return None
        return self._place(start, named.end(), named[0], ParameterStyle.NAMED) if named else None

    def _python(self, piece: Piece) -> ParameterPlace | None:
        """A per cent sign behind no value is no operator: it comes from Python (PEP 249, format and pyformat)."""
        start = piece.position + len(piece.text) - 1
        found = _PYTHON.match(self._text, start)
        if found is None or (piece.position == start and self._may_end_value()):
            return None
        if found[1] is None:
            return self._in_order(start, found.end(), ParameterStyle.PYTHON_POSITIONAL)
        return self._place(start, found.end(), found[1], ParameterStyle.PYTHON)

    # what stands before it

    def _follows_value(self, start: int) -> bool:
        """Whether a colon at `start` stands behind something that no parameter can follow."""
        before = self._before
        if before is None:
            return False
        if before.kind in _VALUES or before.text in {")", "]"}:
            return True
        is_adjacent = before.position + len(before.text) == start
        if before.kind in _NAMES and is_adjacent:
            return True
        return self._brackets[-1:] == ["["] and self._may_end_value()

    def _may_end_value(self) -> bool:
        before = self._before
        if before is None:
            return False
        is_reserved = before.kind is TokenKind.KEYWORD and before.text.upper() in self._dialect.reserved
        return before.kind in _VALUES or before.text in {")", "]"} or (before.kind in _NAMES and not is_reserved)

    # numbering

    def _in_order(self, start: int, end: int, style: ParameterStyle) -> ParameterPlace:
        self._positions += 1
        return self._place(start, end, str(self._positions), style)

    def _place(self, start: int, end: int, name: str, style: ParameterStyle) -> ParameterPlace:
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        return ParameterPlace(start, end, name, style, number)
