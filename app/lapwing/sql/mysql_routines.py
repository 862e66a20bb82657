"""Where a routine, trigger, event or block of MySQL or MariaDB ends, word by word, while the delimiter is `;`.

BEGIN and CASE open, END closes. What END IF and the like close was not counted as opened; so the word behind END tells.
"""

from typing import Final, NamedTuple

from lapwing.sql.patterns import word_set

_ANY, _FIRST, _CREATE, _DEFINER, _BEGIN, _BEGIN_NOT, _BODY = range(7)
_PHASES: Final = {
    _FIRST: {"CREATE": _CREATE, "ALTER": _CREATE, "BEGIN": _BEGIN, "": _ANY},
    _CREATE: {
        "OR": _CREATE,
        "REPLACE": _CREATE,
        "AGGREGATE": _CREATE,
        "DEFINER": _DEFINER,
        "PROCEDURE": _BODY,
        "FUNCTION": _BODY,
        "TRIGGER": _BODY,
        "EVENT": _BODY,
        "": _ANY,
    },
    _DEFINER: {
        "PROCEDURE": _BODY,
        "FUNCTION": _BODY,
        "AGGREGATE": _DEFINER,
        "TRIGGER": _BODY,
        "EVENT": _BODY,
        "VIEW": _ANY,
        "SQL": _ANY,
        "": _DEFINER,
    },
    _BEGIN: {"NOT": _BEGIN_NOT, "": _ANY},
    _BEGIN_NOT: {"ATOMIC": _BODY, "": _ANY},
}
_COMPOUND: Final = word_set("IF LOOP WHILE REPEAT")
"""What END closes without having been counted as opened. So does END FOR, but FOR UPDATE may follow a CASE."""
_BEFORE_OPERAND: Final = word_set(
    """
    ALTER AND AS BETWEEN BY COLUMN DECLARE DISTINCT DIV DROP FROM HAVING IN INTERVAL INTO IS JOIN LIKE MOD NOT ON OR
    REGEXP RETURN RLIKE SELECT SET TABLE UPDATE USING WHEN WHERE XOR
    """
)
"""Behind these BEGIN and END are names."""
_OPERATORS: Final = frozenset(".,(=+-*/%<>!&|^~@$?")


class Routine(NamedTuple):
    """How far a statement is known to be one of these, and how deep in it one is."""

    phase: int = _ANY
    depth: int = 0
    before: str = ""
    """The word, in upper case, or the last character of what is no word."""
    ended: str = ""
    """When END stands right before, which may have closed something: what stands before that."""

    @property
    def matters(self) -> bool:
        """Whether the following words make a difference."""
        return self.phase != _ANY

    def behind_word(self, word: str) -> "Routine":
        """The same, one word in upper case on."""
        if self.phase == _BODY:
            return self._in_body(word)
        if self.phase == _FIRST and word not in _PHASES[_FIRST]:
            return NO_ROUTINE
        phases = _PHASES[self.phase]
        phase = phases[word] if word in phases else phases[""]
        is_block = self.phase == _BEGIN_NOT and phase == _BODY
        return self._replace(phase=phase, depth=int(is_block), before="BEGIN" if is_block else word)

    def behind_other(self, char: str) -> "Routine":
        """The same, behind something that is no word and ends with `char`."""
        phase = _ANY if self.phase in {_FIRST, _BEGIN, _BEGIN_NOT} else self.phase
        return self._replace(phase=phase, depth=self.depth - bool(self.ended), before=char, ended="")

    def _in_body(self, word: str) -> "Routine":
        if self.ended:
            is_counted = word not in _COMPOUND and not (word == "FOR" and self.ended == ";")
            return self._replace(depth=self.depth - is_counted, before=word, ended="")
        depth, ended = self.depth, ""
        is_name = self.before in _BEFORE_OPERAND or self.before in _OPERATORS
        if word == "CASE":
            depth += self.before != "."
        elif is_name:
            pass
        elif word == "BEGIN":
            depth += 1
        elif word == "END" and self.before not in {"ELSE", "THEN"}:
            ended = self.before
        return self._replace(depth=depth, before=word, ended=ended)


NO_ROUTINE: Final = Routine()
STATEMENT: Final = Routine(_FIRST)
"""Where a statement begins."""
