"""What a person types to filter rows, as conditions: `total > 100 and region = 'north'`, or any text to be found."""

import re
from collections.abc import Sequence
from typing import Final

from lapwing.domain.results import Column, RowCondition, RowTest

_AND: Final = re.compile(r"\s+and\s+", re.IGNORECASE)
_NAME: Final = r'\s*(?:"((?:[^"]|"")+)"|([^\s"=<>!~][^"=<>!~]*?))\s*'
_COMPARISON: Final = re.compile(_NAME + r"(!~|!=|<>|<=|>=|=|<|>|~)\s*(.*)", re.DOTALL)
_NULL: Final = re.compile(_NAME + r"\bis(\s+not)?\s+null\s*", re.IGNORECASE)
_TESTS: Final = {
    "<>": RowTest.NOT_EQUAL,
    "~": RowTest.CONTAINS,
    "!~": RowTest.NOT_CONTAINS,
} | {test.value: test for test in RowTest}


def read_conditions(text: str, columns: Sequence[Column]) -> tuple[RowCondition, ...]:
    """The conditions that a filter's text means.

    A text none of whose readings as conditions names the columns that are there is itself what rows are to contain;
    so is one in quotes.
    """
    text = text.strip()
    if not text:
        return ()
    literal = _in_quotes(text)
    if literal is None:
        parts = _parts(text)
        found = [_condition(part, columns) for part in parts]
        if all(found):
            return tuple(condition for condition in found if condition is not None)
    return (RowCondition(RowTest.CONTAINS, text if literal is None else literal),)


def written(condition: RowCondition, columns: Sequence[Column]) -> str:
    """The text that `read_conditions` reads as this condition."""
    if condition.column is None:
        return _quoted(condition.value)
    name = columns[condition.column].name
    plain = re.fullmatch(r"\w+", name) and not re.fullmatch(r"(?i)and|is|null|not", name)
    shown = name if plain else '"' + name.replace('"', '""') + '"'
    if condition.test in {RowTest.IS_NULL, RowTest.NOT_NULL}:
        return f"{shown} {condition.test.value}"
    sign = {RowTest.CONTAINS: "~", RowTest.NOT_CONTAINS: "!~"}.get(condition.test, condition.test.value)
    number = re.fullmatch(r"[+-]?\d+(\.\d+)?", condition.value)
    return f"{shown} {sign} {condition.value if number else _quoted(condition.value)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _in_quotes(text: str) -> str | None:
    """What stands in quotes that reach from the first character to the last."""
    if re.fullmatch(r"'(?:[^']|'')*'", text):
        return text[1:-1].replace("''", "'")
    return None


def _parts(text: str) -> list[str]:
    """What stands between the words `and`; those in quotes are none."""
    parts: list[str] = []
    start = 0
    for found in _AND.finditer(text):
        if _quotes_are_closed(text[: found.start()]):
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _quotes_are_closed(text: str) -> bool:
    return text.count("'") % 2 == 0 and text.count('"') % 2 == 0


def _condition(text: str, columns: Sequence[Column]) -> RowCondition | None:
    null = _NULL.fullmatch(text)
    if null is not None:
        place = _column(null, columns)
        return None if place is None else RowCondition(RowTest.NOT_NULL if null[3] else RowTest.IS_NULL, "", place)
    found = _COMPARISON.fullmatch(text)
    place = _column(found, columns) if found is not None else None
    if found is None or place is None:
        return None
    value = found[4].strip()
    literal = _in_quotes(value)
    if literal is None and value.lower() == "null":
        test = {"=": RowTest.IS_NULL, "!=": RowTest.NOT_NULL, "<>": RowTest.NOT_NULL}.get(found[3])
        return RowCondition(test, "", place) if test is not None else None
    return RowCondition(_TESTS[found[3]], value if literal is None else literal, place)


def _column(found: re.Match[str], columns: Sequence[Column]) -> int | None:
    """The first column of that name; case matters only where names differ in nothing else."""
    name = found[1].replace('""', '"') if found[1] else found[2]
    places = [place for place, column in enumerate(columns) if column.name == name]
    if not places and not found[1]:
        places = [place for place, column in enumerate(columns) if column.name.lower() == name.lower()]
    return places[0] if places else None
