"""What stands right before a place, and whether an expression or a name is to begin there."""

from typing import Final

from lapwing.sql.completion.facts import Clause
from lapwing.sql.completion.tape import BARE_WORDS, Tape
from lapwing.sql.patterns import word_set
from lapwing.sql.tokens import TokenKind

_MOST_BEFORE: Final = 8
_OPERAND_FOLLOWS: Final = word_set(
    """
    SELECT DISTINCT DISTINCTROW ALL FROM JOIN STRAIGHT_JOIN APPLY LATERAL ONLY WHERE AND OR XOR NOT ON HAVING QUALIFY BY
    WHEN THEN ELSE CASE IN LIKE ILIKE RLIKE REGEXP GLOB MATCH TO BETWEEN IS USING LIMIT OFFSET SET VALUES RETURNING
    UPDATE INTO TABLE AS ANY SOME EXISTS DIV MOD ESCAPE COLLATE WINDOW CALL EXEC EXECUTE USE REFERENCES VIEW TOP
    TRUNCATE COPY LOCK DESCRIBE COLUMN TYPE RETURNS SCHEMA DATABASE OVERLAPS INTERVAL BINARY PRIOR OPERATOR
    ZONE SYMMETRIC FETCH
    """
)
"""Behind these an operand, or the name of a relation, begins."""
_BEFORE_STAR: Final = frozenset({"SELECT", ",", ".", "(", "DISTINCT", "ALL", "RETURNING"})


def before_words(tape: Tape, place: int) -> tuple[str, ...]:
    """The words and signs before a place, nearest first, as `PlaceFacts.before` describes."""
    found: list[str] = []
    for index in range(place - 1, max(place - 1 - _MOST_BEFORE, tape.first - 1), -1):
        if tape.words[index]:
            found.append(tape.words[index])
        elif tape.kinds[index] == TokenKind.QUOTED_IDENTIFIER:
            found.append(tape.written(index).upper())
        else:
            found.append("'")
    return tuple(found)


def expects_operand(tape: Tape, place: int, clause: Clause) -> bool:
    """Whether an expression or a name is to begin at a place, rather than an operator or the next keyword."""
    index = place - 1
    if index < tape.first:
        return True
    word = tape.words[index]
    if not word:
        return False
    if word == "*":
        return tape.word(index - 1) not in _BEFORE_STAR
    if tape.kinds[index] in BARE_WORDS:
        if tape.is_behind_dot(index):
            return False
        return word in _OPERAND_FOLLOWS or (word == "DEFAULT" and clause is Clause.DEFINITION)
    return word not in {")", "]"}
