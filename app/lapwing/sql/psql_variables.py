"""Variables of psql in SQL, replaced as psql does (psqlscan.l of PostgreSQL 15 to 18).

`:name` stands for the value as it is, `:'name'` for a literal, `:"name"` for a quoted name, `:{?name}` for TRUE or
FALSE. None of them is looked for in quotes, dollar quotes and comments, and `::` and `:=` are operators. What has no
value stays as it is, which is why `a[1:2]` and `'10:30'::time` need no care.

A value is read like what stands around it: variables in it are replaced too, except for the one whose value it is.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from lapwing.sql.patterns import NAME, NO_FURTHER
from lapwing.sql.psql_skip import COMMENT_EDGE, CONTINUES, DOLLAR_QUOTE, ESCAPED_REST
from lapwing.sql.rewriting import Rewritten, rewritten

Values = Callable[[str], str | None]
"""The value of a variable; None when it has none."""
_CHARS: Final = r"(?:[0-9A-Z_a-z]|[^\x00-\x7f])++"
_PLACE: Final = re.compile(rf""":(?:({_CHARS})|'({_CHARS})'|"({_CHARS})"|\{{\?({_CHARS})\}})""")
_VALID: Final = re.compile(_CHARS)
_TEST: Final = 4
_OTHERS: Final = r"[\x00-!#%&(-,.;-@\[-\^`{-\x7f]++"
_SKIP: Final = re.compile(
    rf"""(?:{_OTHERS}|(?![eE]'){NAME}|[0-9]++(?:{NAME})?+|'[^']*+'|"[^"]*+"|--[^\n\r]*+|-|/(?!\*)|{NO_FURTHER})*+"""
)
"""To a colon, a dollar sign, a comment, a string with escapes, or a quote that nothing closes."""
LONGEST_TEXT: Final = 64 << 20
"""Characters; values that hold others twice grow without bounds."""
_PER_VALUE: Final = 1_000
"""What a value within a value counts, beside its length."""
_DEEPEST: Final = 100


class ValueTooLong(ValueError):
    """Replacing variables would give a text that nobody means."""


class Place(NamedTuple):
    """Where a variable stands.

    Attributes:
        name: The variable's.
        form: `:`, `'`, `"` or `?`: how it is to be put in.
    """

    start: int
    end: int
    name: str
    form: str


def is_variable_name(name: str) -> bool:
    """Whether a variable can be called so."""
    return _VALID.fullmatch(name) is not None


def place_at(text: str, position: int) -> Place | None:
    """The variable that the colon at `position` begins; None when it begins none."""
    found = _PLACE.match(text, position)
    if found is None:
        return None
    form = found.lastindex or 0
    return Place(position, found.end(), found[form], ":'\"?"[form - 1])


def places(text: str) -> Iterator[Place]:
    """Where variables stand in one statement, in order; they need not have a value."""
    position, size = 0, len(text)
    while position < size:
        skipped = _SKIP.match(text, position)
        assert skipped is not None, "the expression matches anything"
        position = skipped.end()
        char = text[position : position + 1]
        if char == ":":
            place = None if text[position + 1 : position + 2] in {":", "="} else place_at(text, position)
            if place is not None:
                yield place
                position = place.end
            else:
                position += 2 if text[position + 1 : position + 2] in {":", "="} else 1
        elif char:
            position = _behind(text, position, char)


def _behind(text: str, at: int, char: str) -> int:
    """Where ends what begins at `at` and may hold anything; the text's length when nothing ends it."""
    size = len(text)
    if char == "$":
        opening = DOLLAR_QUOTE.match(text, at)
        if opening is None:
            return at + 1
        closing = text.find(opening[0], opening.end())
        return closing + len(opening[0]) if closing >= 0 else size
    if char == "/":
        depth = 0
        for edge in COMMENT_EDGE.finditer(text, at):
            depth += 1 if edge[0] == "/*" else -1
            if not depth:
                return edge.end()
        return size
    if char not in "eE":
        return size
    at += 1
    while found := ESCAPED_REST.match(text, at + 1):
        further = CONTINUES.match(text, found.end())
        if further is None or further.end() == size:
            return found.end()
        at = further.end()
    return size


def value_of(place: Place, values: Values) -> str | None:
    """What is to be put in for a variable; None when it has no value and is to stay as it is."""
    value = values(place.name)
    if place.form == "?":
        return "FALSE" if value is None else "TRUE"
    if value is None or place.form == ":":
        return value
    return literal(value) if place.form == "'" else identifier(value)


def replaced(text: str, values: Values) -> Rewritten:
    """One statement with its variables replaced.

    Raises:
        ValueTooLong: It grows beyond `LONGEST_TEXT`, or values lie in each other too deep.
    """
    if not _has_value(text, values):
        return Rewritten(text)
    return rewritten(text, _Replacing(values).changes(text))


class _Replacing:
    """Replaces variables in one statement."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._left = LONGEST_TEXT

    def changes(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a value is put in, and which."""
        for place in places(text):
            value = self._value(place, ())
            if value is not None:
                yield place.start, place.end, value

    def _value(self, place: Place, within: tuple[str, ...]) -> str | None:
        """What is to be put in, the variables in it replaced, except for those whose values it is part of."""
        if place.form == ":" and place.name in within:
            return None
        value = value_of(place, self._values)
        if value is None:
            return None
        self._left -= len(value) + (_PER_VALUE if within else 0)
        if self._left < 0 or len(within) > _DEEPEST:
            raise ValueTooLong(f"The value of {place.name} grows too long.")
        if place.form != ":" or not _has_value(value, self._values):
            return value
        parts: list[str] = []
        position = 0
        for inner in places(value):
            given = self._value(inner, (*within, place.name))
            if given is not None:
                parts += (value[position : inner.start], given)
                position = inner.end
        return "".join((*parts, value[position:]))


def _has_value(text: str, values: Values) -> bool:
    """Whether anything that looks like a variable has a value: reading the statement would be for nothing."""
    if ":" not in text:
        return False
    return any(found[_TEST] or values(found[found.lastindex or 0]) is not None for found in _PLACE.finditer(text))


def literal(value: str) -> str:
    """A value as libpq's PQescapeLiteral quotes it: with a blank before it where it needs escapes."""
    quoted = "'" + value.replace("'", "''") + "'"
    return " E" + quoted.replace("\\", "\\\\") if "\\" in value else quoted


def identifier(value: str) -> str:
    """A value as libpq's PQescapeIdentifier quotes it."""
    return '"' + value.replace('"', '""') + '"'
