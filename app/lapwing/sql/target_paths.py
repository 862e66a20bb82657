"""The words between a verb and the name of the object that a statement is about."""

from collections.abc import Mapping, Sequence
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.patterns import word_set

_REACH: Final = 24
"""Tokens from the verb on in which the name stands."""


@dataclass(frozen=True, slots=True)
class TargetPath:
    """The words between a verb and the name of its object, in this order.

    Attributes:
        choice: A word that, with the one behind it, may stand first (`OR IGNORE`).
        options: Whether options in parentheses may stand first.
        any_of: Words of which any number may come.
        one_of: Words of which one must come.
        is_sought: Whether other words may come before that one, such as `DEFINER = root@localhost`.
        then: Words of which any number may come.
        phrase: Words that may come, all or none.
        last: Words of which any number may come.
    """

    choice: str = ""
    options: bool = False
    any_of: frozenset[str] = frozenset()
    one_of: frozenset[str] = frozenset()
    is_sought: bool = False
    then: frozenset[str] = frozenset()
    phrase: tuple[str, ...] = ()
    last: frozenset[str] = frozenset()

    def name_index(self, words: Sequence[str], texts: Sequence[str]) -> int | None:
        """Where the name stands; None when the words do not lead to one.

        Args:
            words: Of the statement's first tokens, the verb first: in upper case, empty for what is no bare word.
            texts: The same tokens as they stand.
        """
        words = [*words[:_REACH], *[""] * 8]
        index = 1
        if self.choice and words[index] == self.choice:
            index += 2
        if self.options and texts[index : index + 1] == ["("]:
            index = list(texts).index(")") + 1 if ")" in texts else len(texts)
        index = _past(words, index, self.any_of)
        if self.one_of:
            index = self._sought(words, texts, index) if self.is_sought else index
            if index >= len(words) or words[index] not in self.one_of:
                return None
            index += 1
        index = _past(words, index, self.then)
        if self.phrase and tuple(words[index : index + len(self.phrase)]) == self.phrase:
            index += len(self.phrase)
        index = _past(words, index, self.last)
        return index if index < len(texts) and words[min(index, len(words) - 1)] != "ON" else None

    def _sought(self, words: Sequence[str], texts: Sequence[str], index: int) -> int:
        """Where one of the wanted words stands that is no value of an option."""
        for at in range(index, min(len(texts), _REACH)):
            if words[at] in self.one_of and texts[at - 1] != "=":
                return at
        return index


def _past(words: Sequence[str], index: int, passed: frozenset[str]) -> int:
    while index < len(words) and words[index] in passed:
        index += 1
    return index


_OBJECTS: Final = word_set(
    "TABLE VIEW INDEX TRIGGER SCHEMA DATABASE SEQUENCE FUNCTION PROCEDURE METHOD TYPE DOMAIN ROLE USER COLLATION"
)
_MODIFIERS: Final = word_set("TEMP TEMPORARY UNIQUE VIRTUAL OR REPLACE GLOBAL LOCAL MATERIALIZED RECURSIVE")
_INTO: Final = frozenset({"INTO"})
PATHS: Final[Mapping[str, TargetPath]] = {
    "INSERT": TargetPath(choice="OR", one_of=_INTO),
    "REPLACE": TargetPath(one_of=_INTO),
    "MERGE": TargetPath(one_of=_INTO),
    "UPDATE": TargetPath(choice="OR"),
    "DELETE": TargetPath(one_of=frozenset({"FROM"})),
    "TRUNCATE": TargetPath(any_of=frozenset({"TABLE"})),
    "CREATE": TargetPath(any_of=_MODIFIERS, one_of=_OBJECTS, phrase=("IF", "NOT", "EXISTS")),
    "DROP": TargetPath(any_of=_MODIFIERS, one_of=_OBJECTS, phrase=("IF", "EXISTS")),
    "ALTER": TargetPath(any_of=_MODIFIERS, one_of=_OBJECTS, phrase=("IF", "EXISTS")),
    "PRAGMA": TargetPath(),
    "SAVEPOINT": TargetPath(),
    "RELEASE": TargetPath(phrase=("SAVEPOINT",)),
    "ROLLBACK": TargetPath(any_of=frozenset({"TRANSACTION", "WORK"}), one_of=frozenset({"TO"}), phrase=("SAVEPOINT",)),
    "DETACH": TargetPath(phrase=("DATABASE",)),
    "ANALYZE": TargetPath(),
    "REINDEX": TargetPath(),
    "CALL": TargetPath(),
}
"""Those of SQLite and of the standard."""
