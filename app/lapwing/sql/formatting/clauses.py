"""Which words of a statement begin a clause."""

from collections.abc import Sequence
from typing import Final

from lapwing.sql.formatting import words as vocabulary
from lapwing.sql.formatting.frames import JOIN, ON, WITH, Frame, Place
from lapwing.sql.patterns import word_set

CONFLICT: Final = "CONFLICT"
WHEN: Final = "WHEN"
_ALWAYS: Final = word_set("SELECT WHERE HAVING QUALIFY LIMIT RETURNING") | vocabulary.SET_OPERATORS
_CHANGES: Final = word_set("INSERT UPDATE DELETE MERGE REPLACE")
_MIGHT: Final = (
    _ALWAYS
    | _CHANGES
    | vocabulary.JOINS
    | vocabulary.BEFORE_JOIN
    | word_set("FROM GROUP ORDER SET ON WITH FOR VALUES WINDOW OFFSET FETCH USING WHEN")
)
_LOCKS: Final = word_set("UPDATE SHARE NO KEY")
_BEFORE_FROM: Final = word_set("DELETE LOW_PRIORITY QUICK IGNORE")
_PLACES: Final[dict[str, frozenset[str]]] = {
    "INDEX": word_set("ON WHERE INCLUDE"),
    "TRIGGER": word_set("BEFORE AFTER INSTEAD ON FOR WHEN EXECUTE REFERENCING"),
    "SEQUENCE": word_set("START INCREMENT MINVALUE MAXVALUE NO CACHE OWNED CYCLE"),
    "DOMAIN": word_set("CONSTRAINT"),
    "FUNCTION": vocabulary.ROUTINE_CLAUSES,
    "PROCEDURE": vocabulary.ROUTINE_CLAUSES,
}
_GRANTS: Final = word_set("ON TO FROM")
_HOLDERS: Final = word_set("CREATE PREPARE DECLARE EXPLAIN DESCRIBE DESC ANALYZE CALL")
"""Statements that may hold a query at their end."""


class Clauses:
    """Knows the clauses of one statement by its first words."""

    def __init__(self, words: Sequence[str], verb: str) -> None:
        self._words = words
        first = words[0] if words else ""
        kind = next((word for word in words[1:9] if word in _PLACES or word in {"TABLE", "VIEW", "("}), "")
        self.makes_table = verb == "CREATE" and kind == "TABLE"
        self.is_query = verb in vocabulary.QUERY_VERBS or first in _MIGHT
        self.holds_query = verb in _HOLDERS and kind not in _PLACES
        self._own: frozenset[str] = frozenset()
        if verb == "CREATE":
            self._own = _PLACES.get(kind, frozenset())
        elif verb in {"GRANT", "REVOKE"}:
            self._own, self.is_query = _GRANTS, False
        elif verb == "SET":
            self.is_query = False
        self.grants = verb in {"GRANT", "REVOKE"}
        self.makes_routine = kind in {"FUNCTION", "PROCEDURE"} and bool(self._own)

    def style_at(self, index: int, word: str, frame: Frame) -> str:
        """The style of the clause that begins with the word; empty when none does."""
        words = self._words
        if self._is_name(index):
            return ""
        following = words[index + 1] if index + 1 < len(words) else ""
        if frame.place is Place.WINDOW:
            return _window_style(word, following)
        if frame.start < 0 and not self.is_query:
            return self._of_other(index, word, frame)
        return self._of_query(index, word, following, frame) if word in _MIGHT else ""

    def _is_name(self, index: int) -> bool:
        """Whether a dot beside the word says that it is a name."""
        words = self._words
        return (index > 0 and words[index - 1] == ".") or (index + 1 < len(words) and words[index + 1] == ".")

    def _of_other(self, index: int, word: str, frame: Frame) -> str:
        """In a statement that is no query, or has not come to it yet."""
        if self.holds_query and index and (word == "SELECT" or (word == "WITH" and self._is_with(index))):
            self.is_query = True
            frame.verb = word
            return word
        return "place" if index and word in self._own and self._words[index - 1] != "NO" else ""

    def _of_query(self, index: int, word: str, following: str, frame: Frame) -> str:
        style = frame.items.style
        before = self._words[index - 1] if index else ""
        if word in vocabulary.BEFORE_JOIN or word in vocabulary.JOINS:
            return JOIN if before not in vocabulary.BEFORE_JOIN and self._joins(index) else ""
        if word in _CHANGES:
            return self._of_change(index, word, following, frame)
        if word in _ALWAYS:
            is_left_out = word == "EXCEPT" and before == "*" and following == "("
            return "" if is_left_out or (style == "head" and word != "SELECT" and not index) else word
        if style in {CONFLICT, WHEN} and word in {"SET", "VALUES"}:
            return ""
        return self._of_rare(index, word, following, frame)

    def _of_rare(self, index: int, word: str, following: str, frame: Frame) -> str:
        style = frame.items.style
        before = self._words[index - 1] if index else ""
        is_it = False
        if word == "FROM":
            is_it = before not in _BEFORE_FROM and not (
                before == "DISTINCT" and self._words[index - 2] in {"IS", "NOT"}
            )
        elif word in {"GROUP", "ORDER"}:
            is_it = following in {"BY", "SIBLINGS"} and before != "WITHIN"
        elif word == "ON":
            if following in {"CONFLICT", "DUPLICATE"}:
                return CONFLICT
            is_it = style in {JOIN, ON, "USING"}
        elif word == "WITH":
            is_it = self._is_with(index)
        elif word == "FOR":
            is_it = following in _LOCKS
        elif word == "SET":
            is_it = frame.verb in _CHANGES
        elif word == "VALUES":
            is_it = style not in {"SET", "SELECT"} and (index == 0 or before.isidentifier() or before in {")", "(", ""})
        elif word == "WINDOW":
            is_it = self._words[index + 2 : index + 3] == ["AS"]
        elif word == "OFFSET":
            is_it = style != "LIMIT" and before != ","
        elif word == "FETCH":
            is_it = following in {"FIRST", "NEXT"}
        elif word == "USING":
            is_it = frame.verb in {"DELETE", "MERGE"} and following != "(" and style != JOIN
        elif word == "WHEN":
            is_it = frame.verb == "MERGE"
        return word if is_it else ""

    def _of_change(self, index: int, word: str, following: str, frame: Frame) -> str:
        is_first = index == frame.start + 1
        if following == "(" or frame.items.style not in {"head", WITH} or (frame.items.style == WITH and is_first):
            return ""
        before = self._words[index - 1] if index else ""
        if not is_first and before != ")" and not (self._words[0] in _HOLDERS and frame.items.style == "head"):
            return ""
        frame.verb = word
        return word

    def _joins(self, index: int) -> bool:
        """Whether the words from here on lead to JOIN."""
        for word in self._words[index : index + 4]:
            if word in vocabulary.JOINS:
                return True
            if word not in vocabulary.BEFORE_JOIN:
                return False
        return False

    def _is_with(self, index: int) -> bool:
        """Whether common table expressions follow, rather than an option."""
        following = [*self._words[index + 1 : index + 3], "", ""]
        if following[0] == "RECURSIVE":
            return True
        is_name = following[0] not in {"ORDINALITY", "(", "TIES", "CHECK", "ROLLUP", "CUBE", "TIME"}
        return is_name and following[1] in {"AS", "("}


def _window_style(word: str, following: str) -> str:
    if word in {"PARTITION", "ORDER"}:
        return word if following == "BY" else ""
    return word if word in {"ROWS", "RANGE", "GROUPS"} and following in {"BETWEEN", "UNBOUNDED", "CURRENT", ""} else ""
