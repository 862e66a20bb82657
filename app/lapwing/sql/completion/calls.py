"""Which call a place in a statement is in, and in which of its arguments."""

from typing import Final

from lapwing.sql.completion.facts import CallPlace, Clause
from lapwing.sql.completion.names import NO_NAMES
from lapwing.sql.completion.scopes import Scopes
from lapwing.sql.completion.tape import BARE_WORDS, Tape, here, tape_at
from lapwing.sql.dialect import Dialect
from lapwing.sql.patterns import word_set
from lapwing.sql.tokens import TokenKind

_NO_CALLS: Final = frozenset(
    {Clause.INSERT_COLUMNS, Clause.CONFLICT_COLUMNS, Clause.WITH_COLUMNS, Clause.ALIAS, Clause.USING, Clause.DEFINITION}
)
_NO_FUNCTIONS: Final = word_set(
    """
    AND OR NOT IN ON AS WHERE HAVING SELECT FROM JOIN BY VALUES SET WHEN THEN ELSE CASE EXISTS ANY ALL SOME OVER FILTER
    USING BETWEEN LIKE IS DISTINCT RETURNING LIMIT OFFSET UNION EXCEPT INTERSECT WITH ROW ARRAY LATERAL ONLY
    MATERIALIZED CONFLICT KEY UNIQUE CHECK PRIMARY TABLE INTO GROUP SETS CUBE ROLLUP WINDOW PARTITION INDEX ROWS COLUMNS
    XOR DIV FOR
    """
)
_BEFORE_NAMES: Final = frozenset({"INTO", "TABLE", "REFERENCES", "VIEW", "INDEX", "::"})
"""Behind these a name with a parenthesis is no call."""


def call_at(dialect: Dialect, text: str, caret: int) -> CallPlace | None:
    """The innermost call that a place is in, or None. Linear in the text's length; any thread may ask; never raises.

    Parentheses that only group, and lists, belong to the call around them; a subquery belongs to none.

    Args:
        text: One statement, or what is written of it.
        caret: Characters before the place.
    """
    caret = min(max(caret, 0), len(text))
    tokens = dialect.lex(text)
    found = here(dialect, tokens, caret)
    tape = tape_at(dialect, tokens, found)
    scopes = Scopes(tape, NO_NAMES)
    place = tape.caret
    if found.in_text and not _is_within_token(tape, place, caret):
        return None
    opened = tape.around(place)
    while opened >= 0:
        context = scopes.context(opened)
        if context.at == opened:
            return None
        name = _called(tape, opened)
        if name and (context.opened != opened or context.clause not in _NO_CALLS):
            return CallPlace(tuple(map(tape.name, name)), _argument(tape, opened, place), tape.starts[name[0]])
        opened = tape.parents[opened]
    return None


def _is_within_token(tape: Tape, place: int, caret: int) -> bool:
    """Whether it is a string that the caret is in, which is an argument, rather than a comment."""
    return place < len(tape.words) and tape.starts[place] < caret


def _called(tape: Tape, opened: int) -> tuple[int, ...]:
    """The tokens of the name of what is called with a parenthesis; empty when it is no call."""
    at = opened - 1
    if tape.words[opened] != "(" or not tape.is_name(at) or at == tape.hole:
        return ()
    word = tape.words[at]
    is_bare = tape.kinds[at] in BARE_WORDS and tape.word(at - 1) != "."
    if is_bare and (word in _NO_FUNCTIONS or (word in _casts(tape) and tape.kinds[at] != TokenKind.FUNCTION)):
        return ()
    name = [at]
    while tape.word(at - 1) == "." and tape.is_name(at - 2) and len(name) < 4:
        at -= 2
        name.insert(0, at)
    before = tape.word(at - 1)
    if before in _BEFORE_NAMES or (before == "AS" and _is_cast(tape, at)):
        return ()
    return tuple(name)


def _casts(tape: Tape) -> frozenset[str]:
    return tape.dialect.types & tape.dialect.reserved


def _is_cast(tape: Tape, index: int) -> bool:
    opened = tape.parents[index]
    return opened > 0 and tape.word(opened - 1) in {"CAST", "TRY_CAST"}


def _argument(tape: Tape, opened: int, place: int) -> int:
    """How many commas of a call's own stand before a place."""
    count, index = 0, opened + 1
    while index < place:
        count += tape.words[index] == ","
        index = tape.next(index)
    return count
