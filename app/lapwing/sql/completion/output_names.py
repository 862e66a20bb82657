"""What the columns of a select list are called: by their alias, or as the server calls an expression.

PostgreSQL: `FigureColname` in parse_target.c; SQLite and MySQL: the text of the expression.
"""

from typing import Final

from lapwing.sql.completion.tape import BARE_WORDS, Tape
from lapwing.sql.tokens import TokenKind

_ENDS_OPERAND: Final = frozenset(
    {")", "]", "END", "NULL", "TRUE", "FALSE", "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "CURRENT_USER"}
)
_NOT_BEFORE_ALIAS: Final = frozenset(
    {"ZONE", "OVER", "COLLATE", "INTERVAL", "PRECEDING", "FOLLOWING", "ESCAPE", "TIME"}
)
_IN_TYPES: Final = frozenset({"PRECISION", "VARYING", "ZONE", "UNSIGNED", "SIGNED"})
_NAMED_OTHERWISE: Final = {
    "TRIM": "btrim", "SUBSTR": "substr", "CURRENT_CATALOG": "current_catalog", "CHAR_LENGTH": "char_length"
}  # fmt: skip
_OWN_NAME: Final = frozenset(
    {
        "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP", "CURRENT_ROLE",
        "CURRENT_USER", "USER", "SESSION_USER", "SYSTEM_USER", "CURRENT_CATALOG", "CURRENT_SCHEMA",
    }
)  # fmt: skip
_TYPE_NAMES: Final = {"INT": "int4", "INTEGER": "int4", "BIGINT": "int8", "SMALLINT": "int2", "BOOLEAN": "bool",
                      "REAL": "float4", "DOUBLE": "float8", "DECIMAL": "numeric", "CHARACTER": "bpchar",
                      "CHAR": "bpchar"}  # fmt: skip
UNNAMED: Final = "?column?"


def alias_of(tape: Tape, start: int, end: int) -> int:
    """The token of the alias of a select item; -1 when it has none."""
    last = end - 1
    if last <= start or last == tape.hole:
        return -1
    before = last - 1
    is_text = tape.kinds[last] == TokenKind.STRING and tape.dialect.id in {"mysql", "sqlite"}
    if tape.words[before] == "AS":
        return last if tape.is_name(last) or is_text else -1
    if not tape.is_plain_name(last) or tape.words[last] in _IN_TYPES or tape.words[last] in _ENDS_OPERAND:
        return -1
    word = tape.words[before]
    if word in _ENDS_OPERAND:
        return last
    if word in _NOT_BEFORE_ALIAS:
        return -1
    is_operand = not word or tape.is_plain_name(before) or (tape.kinds[before] in BARE_WORDS and word in _IN_TYPES)
    return last if is_operand and before != tape.hole else -1


def expression_name(tape: Tape, start: int, end: int) -> str:
    """What an item without alias is called that is not just a column."""
    if tape.dialect.id == "postgresql":
        return _postgresql_name(tape, start, end).lower() or UNNAMED
    if tape.dialect.id == "ansi":
        return ""
    return tape.text[tape.starts[start] : tape.ends[end - 1]]


def _postgresql_name(tape: Tape, start: int, end: int) -> str:
    """By the outermost thing of an expression: a column, a function, a type; empty for an operator or a literal."""
    while tape.words[start] == "(" and tape.next(start) == end:
        start, end = start + 1, tape.inner_ends[start]
        if start >= end:
            return ""
        if len(tape.commas(start, end)) > 1:
            return "row"
    index = _cast_end(tape, start, end)
    if index < end:
        inner = _postgresql_name(tape, start, index) if index > start and tape.words[start] != "(" else ""
        return inner or _type_name(tape.words[index + 1] or tape.name(index + 1)) if index + 1 < end else inner
    word = tape.words[start]
    if word == "CASE":
        return _case(tape, start, end) if tape.words[end - 1] == "END" else ""
    if word in {"EXISTS", "ARRAY", "ROW"} and end > start + 1 and tape.next(start + 1) == end:
        return word
    if word in {"CAST", "TRY_CAST"} and tape.next(start + 1) == end:
        return _cast_call(tape, start)
    if word in _OWN_NAME and (end == start + 1 or tape.next(start + 1) == end):
        return word
    if word in tape.dialect.types and end == start + 2 and tape.kinds[start + 1] == TokenKind.STRING:
        return _type_name(word)
    return _reference(tape, start, end)


def _case(tape: Tape, start: int, end: int) -> str:
    """CASE: by what stands behind ELSE if that has a name."""
    depth, index, behind = 0, start + 1, -1
    while index < end - 1:
        word = tape.words[index]
        depth += (word == "CASE") - (word == "END")
        if word == "ELSE" and not depth:
            behind = index + 1
        index = tape.next(index)
    return (_reference(tape, behind, end - 1) if behind >= 0 else "") or "case"


def _cast_end(tape: Tape, start: int, end: int) -> int:
    """The first `::` of an expression that holds nothing else but casts; `end` when there is none."""
    index = start
    found = end
    while index < end:
        word = tape.words[index]
        if word == "::" and found == end:
            found = index
        elif tape.kinds[index] == TokenKind.OPERATOR and word != "::":
            return end
        index = tape.next(index)
    return found


def _type_name(word: str) -> str:
    return _TYPE_NAMES.get(word.upper(), word)


def _cast_call(tape: Tape, start: int) -> str:
    """CAST(expression AS type): by the expression if that has a name, else by the type."""
    opened = start + 1
    index, end = opened + 1, tape.inner_ends[opened]
    while index < end and tape.words[index] != "AS":
        index = tape.next(index)
    inner = _reference(tape, opened + 1, index)
    return inner or (_type_name(tape.words[index + 1] or tape.name(index + 1)) if index + 1 < end else "")


def _reference(tape: Tape, start: int, end: int) -> str:
    """The name of a column, of a field, or of what is called, when that is all of the expression."""
    index, name = start, ""
    while index < end:
        if tape.words[index] == "(" and index == start:
            index = tape.next(index)
        elif tape.is_name(index) and not (
            index == start and tape.words[index] in {"NOT", "NULL", "INTERVAL", "TRUE", "FALSE"}
        ):
            name = tape.name(index) if tape.is_quoted(index) else tape.words[index]
            index += 1
        else:
            return ""
        while index < end and tape.words[index] in {"(", "["}:
            index = tape.next(index)
        if index < end and tape.words[index] in {"FILTER", "OVER", "WITHIN", "COLLATE"}:
            return name
        if index < end and tape.words[index] != ".":
            return "timezone" if tape.words[index] == "AT" and tape.word(index + 1) == "TIME" else ""
        index += 1
    return _NAMED_OTHERWISE.get(name, name)
