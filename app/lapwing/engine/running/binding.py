"""Values in the places that statements leave for them.

The text that goes to a driver holds only the driver's own marks; the values travel beside it. What is written into the
text all the same, where a server could not be told a type otherwise, are numbers, checked digit by digit, and the words
TRUE and FALSE: nothing in which a quote or a comment could begin or end, wherever it stands.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.parameters import (
    ParameterInvalid,
    ParameterKind,
    ParameterMissing,
    ParameterNotTaken,
    ParametersOpen,
    ParameterTypeOpen,
    QueryParameter,
    binary,
    check_parameter,
    looks_secret,
    number_text,
    truth,
)
from lapwing.domain.secrets import Secret, redact
from lapwing.domain.values import Cell
from lapwing.drivers.capabilities import ParameterMarks
from lapwing.sql.dialect import Dialect
from lapwing.sql.parameters import ParameterPlace, parameters_of
from lapwing.sql.rewriting import Rewritten, rewritten

_INT64: Final = range(-(1 << 63), 1 << 63)
_INT32: Final = range(-(1 << 31), 1 << 31)
_LONGEST_INT: Final = 19
"""Digits; Python reads no numbers of thousands of them."""
_PLAIN_INT: Final = re.compile(r"-?[1-9][0-9]*|0")
_PLAIN_REAL: Final = re.compile(r"-?(?:[1-9][0-9]*|0)\.[0-9]+")
_COUNTS_ROWS: Final = re.compile(r"\b(?:LIMIT|OFFSET)\s+(?:[^\s,;()]+\s*,\s*)?\Z", re.IGNORECASE)
"""What stands before a place of MySQL in which no text is taken."""
_FAR: Final = 200
"""Characters before a place in which that is looked for."""
_DIGITS: Final = re.compile("[0-9]+")
_MOST_OF_SQLITE: Final = 32_766
_CASTS: Final = {ParameterKind.TEXT: "pg_catalog.text", ParameterKind.BOOLEAN: "pg_catalog.bool"}
_TYPE_OPEN: Final = frozenset({"42P18", "42P08"})
_NUMBERED: Final = re.compile(r"parameter \$([0-9]{1,5})")
_NOT_TAKEN: Final = frozenset({"42601", "42P02", "1064 (42000)", "1210 (HY000)", ""})
"""What servers call it when something stands where it cannot: syntax error, undefined parameter, wrong arguments."""
_LONG: Final = 100_000
"""A refused statement of more characters is not searched for places that nobody gave values."""
_WORDS: Final = ("server", "detail", "server_hint", "context")


@dataclass(frozen=True, slots=True)
class BoundStatement:
    """One statement as it goes to a driver.

    Attributes:
        sql: With the driver's marks.
        values: Beside it.
        places: Where they were, in the statement as it was written.
    """

    written: str
    sql: str
    values: tuple[Cell, ...] = ()
    places: tuple[ParameterPlace, ...] = ()
    _rewritten: Rewritten | None = None
    _secrets: tuple[Secret, ...] = ()
    _open_in: Dialect | None = None
    """The dialect, where no value was given at all."""

    def explained(self, error: LapwingError) -> LapwingError:
        """The error of this statement as it is about the text that was written, with what there is to say about its
        parameters."""
        if self._open_in is not None:
            return self._explained_open(error, self._open_in)
        if not self.places:
            return error
        facts = error.facts
        for name in _WORDS:
            if self._secrets and isinstance(facts.get(name), str):
                facts[name] = redact(str(facts[name]), self._secrets)
        self._move_back(error)
        if type(error) is not StatementFailed:
            return error
        if error.facts.get("code") in _TYPE_OPEN:
            return ParameterTypeOpen(**facts, names=self._named_by(str(facts.get("server", ""))))
        if _is_about_syntax(error) and _may_be_at(error, self.places):
            return ParameterNotTaken(**facts, names=self._names(self.places))
        return error

    def _explained_open(self, error: LapwingError, dialect: Dialect) -> LapwingError:
        if type(error) is not StatementFailed or not _is_about_syntax(error) or len(self.written) > _LONG:
            return error
        places = parameters_of(dialect, self.written)
        if not places or not _may_be_at(error, places):
            return error
        return ParametersOpen(**error.facts, names=self._names(places))

    def _named_by(self, words: str) -> str:
        """The parameter whose number a server names, as it is written; all of them when it names none."""
        found, names = _NUMBERED.search(words), self._names(self.places).split(", ")
        number = int(found[1]) if found else 0
        return names[number - 1] if 0 < number <= len(names) else ", ".join(names)

    def _names(self, places: Sequence[ParameterPlace]) -> str:
        return ", ".join(dict.fromkeys(self.written[place.start : place.end] for place in places))

    def _move_back(self, error: LapwingError) -> None:
        position, line = error.facts.get("position"), error.facts.get("line")
        if self._rewritten is None:
            return
        if isinstance(position, int):
            origin = self._rewritten.origin(position)
            error.facts["position"] = origin
            error.facts["line"] = self.written.count("\n", 0, origin) + 1
        elif isinstance(line, int):
            error.facts["line"] = self._rewritten.origin_line(line, self.written)


def _is_about_syntax(error: StatementFailed) -> bool:
    return error.facts.get("code", "") in _NOT_TAKEN or "syntax error" in str(error.facts.get("server", ""))


def _may_be_at(error: StatementFailed, places: Sequence[ParameterPlace]) -> bool:
    """Whether the server points to one of these places, or does not say where."""
    position = error.facts.get("position")
    return not isinstance(position, int) or any(place.start <= position < place.end for place in places)


class Binder:
    """Puts the values of one run into its statements. Run's thread."""

    def __init__(self, dialect: Dialect, marks: ParameterMarks, parameters: Iterable[QueryParameter]) -> None:
        self._dialect = dialect
        self._marks = marks
        self._parameters = {parameter.name: parameter for parameter in parameters}

    def bound(self, sql: str) -> BoundStatement:
        """One statement with its values. As it is where the run has no values at all: the server then says what it
        thinks of the places.

        Raises:
            ParameterMissing: The run has values, but none for this place.
            ParameterInvalid: A value cannot be sent.
        """
        if not self._parameters:
            return BoundStatement(sql, sql, _open_in=self._dialect)
        places = parameters_of(self._dialect, sql)
        if not places:
            return BoundStatement(sql, sql)
        given = self._given(sql, places)
        secrets = tuple(Secret(one.value) for one in given.values() if one.value and looks_secret(one.name))
        if self._marks is ParameterMarks.AS_WRITTEN:
            return BoundStatement(sql, sql, self._by_number(places, given), places, None, secrets)
        text, values = self._with_marks(sql, places, given)
        return BoundStatement(sql, text.text, values, places, text, secrets)

    def _given(self, sql: str, places: Sequence[ParameterPlace]) -> Mapping[str, QueryParameter]:
        given: dict[str, QueryParameter] = {}
        for place in places:
            found = self._parameters.get(place.name)
            if found is None:
                raise ParameterMissing(name=sql[place.start : place.end])
            if place.name not in given:
                check_parameter(found)
                if "\0" in (found.value or "") and self._marks is ParameterMarks.NUMBERED:
                    raise ParameterInvalid(name=found.name, reason="no text of PostgreSQL can hold a NUL character.")
                given[place.name] = found
        return given

    # SQLite: the text stays, the values come in the order of its own numbers

    def _by_number(self, places: Sequence[ParameterPlace], given: Mapping[str, QueryParameter]) -> tuple[Cell, ...]:
        cells = {place.number: _own_cell(given[place.name]) for place in places if place.number <= _MOST_OF_SQLITE}
        return tuple(cells.get(number) for number in range(1, max(cells, default=0) + 1))

    # the others: marks in the text

    def _with_marks(
        self, sql: str, places: Sequence[ParameterPlace], given: Mapping[str, QueryParameter]
    ) -> tuple[Rewritten, tuple[Cell, ...]]:
        numbers: dict[str, int] = {}
        values: list[Cell] = []
        changes: list[tuple[int, int, str]] = []
        is_typed = self._marks is ParameterMarks.NUMBERED and self._dialect.id == "postgresql"
        for place in places:
            parameter = given[place.name]
            new = None if is_typed else self._literal(parameter, sql[max(0, place.start - _FAR) : place.start])
            if new is None:
                number = numbers.get(place.name) if self._marks is ParameterMarks.NUMBERED else None
                if number is None:
                    values.append(_cell(parameter))
                    number = numbers[place.name] = len(values)
                mark = self._marks.value.replace("1", str(number))
                new = _typed(mark, parameter) if is_typed else mark
            changes.append((place.start, place.end, new))
        if self._marks is ParameterMarks.FORMAT and values:
            changes = [*changes, *_doubled_signs(sql, places)]
        return rewritten(sql, sorted(changes)), tuple(values)

    def _literal(self, parameter: QueryParameter, before: str) -> str | None:
        """What is to be written into the text itself; None: nothing, the value goes beside it."""
        if parameter.value is None:
            return None
        if parameter.kind is ParameterKind.NUMBER:
            text = number_text(parameter)
            return f"({text})" if text.startswith("-") else text
        if parameter.kind is ParameterKind.BOOLEAN:
            return "TRUE" if truth(parameter) else "FALSE"
        is_count = self._dialect.id == "mysql" and parameter.kind is ParameterKind.SERVER
        if is_count and _DIGITS.fullmatch(parameter.value) and _COUNTS_ROWS.search(before):
            return parameter.value
        return None


def _doubled_signs(sql: str, places: Sequence[ParameterPlace]) -> Iterable[tuple[int, int, str]]:
    """PEP 249: beside marks of the format style, each other per cent sign is written twice."""
    behind = iter([*places, None])
    place = next(behind)
    for found in re.finditer("%", sql):
        while place is not None and place.end <= found.start():
            place = next(behind)
        if place is None or found.start() < place.start:
            yield (found.start(), found.end(), "%%")


def _cell(parameter: QueryParameter) -> Cell:
    """The value as the server is to read it."""
    if parameter.value is None:
        return None
    if parameter.kind is ParameterKind.BINARY:
        return binary(parameter)
    if parameter.kind is ParameterKind.NUMBER:
        return number_text(parameter)
    if parameter.kind is ParameterKind.BOOLEAN:
        return "true" if truth(parameter) else "false"
    return parameter.value


def _own_cell(parameter: QueryParameter) -> Cell:
    """The value as SQLite stores it: it has no type by itself, so one that is written as SQLite itself would write a
    number is one, unless it was said to be text."""
    text = parameter.value
    if text is None or parameter.kind in {ParameterKind.TEXT, ParameterKind.TIME}:
        return text
    if parameter.kind is ParameterKind.BINARY:
        return binary(parameter)
    if parameter.kind is ParameterKind.BOOLEAN:
        return int(truth(parameter))
    if parameter.kind is ParameterKind.NUMBER:
        text = number_text(parameter)
        is_whole = text.lstrip("-").isdecimal() and len(text.lstrip("-0")) <= _LONGEST_INT
        return int(text) if is_whole and int(text) in _INT64 else float(text)
    if _PLAIN_INT.fullmatch(text) and len(text) <= _LONGEST_INT + 1 and int(text) in _INT64:
        return int(text)
    return float(text) if _PLAIN_REAL.fullmatch(text) and repr(float(text)) == text else text


def _typed(mark: str, parameter: QueryParameter) -> str:
    """PostgreSQL is told a type only where a person chose one; a number has the one that its digits would have."""
    name = _CASTS.get(parameter.kind, "")
    if parameter.kind is ParameterKind.NUMBER:
        digits = number_text(parameter) if parameter.value is not None else ""
        is_whole = digits.lstrip("-").isdecimal() and len(digits.lstrip("-0")) <= _LONGEST_INT
        name = "pg_catalog.numeric"
        if is_whole and int(digits) in _INT64:
            name = "pg_catalog.int4" if int(digits) in _INT32 else "pg_catalog.int8"
    return f"CAST({mark} AS {name})" if name else mark
