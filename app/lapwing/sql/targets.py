"""What object a statement is about, from its first words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lapwing.sql.dialect import Dialect
from lapwing.sql.patterns import word_set
from lapwing.sql.significant import Significant, unquoted


@dataclass(frozen=True, slots=True)
class _Path:
    """The words between a verb and the name of its object, in this order.

    Attributes:
        choice: A word that, with the one behind it, may stand first (`OR IGNORE`).
        any_of: Words of which any number may come.
        one_of: Words of which one must come.
        phrase: Words that may come, all or none.
    """

    choice: str = ""
    any_of: frozenset[str] = frozenset()
    one_of: frozenset[str] = frozenset()
    phrase: tuple[str, ...] = ()

    def name_index(self, tokens: Sequence[Significant]) -> int | None:
        """Where the name stands; None when the words do not lead to one. `tokens[0]` is the verb."""
        index = 1
        words = [token.word for token in tokens[:24]] + [""] * 4
        if self.choice and words[index] == self.choice:
            index += 2
        while words[index] in self.any_of:
            index += 1
        if self.one_of:
            if words[index] not in self.one_of:
                return None
            index += 1
        if self.phrase and tuple(words[index : index + len(self.phrase)]) == self.phrase:
            index += len(self.phrase)
        return index if index < len(tokens) and tokens[index].can_be_name else None


_OBJECTS: Final = word_set(
    "TABLE VIEW INDEX TRIGGER SCHEMA DATABASE SEQUENCE FUNCTION PROCEDURE METHOD TYPE DOMAIN ROLE USER COLLATION"
)
_MODIFIERS: Final = word_set("TEMP TEMPORARY UNIQUE VIRTUAL OR REPLACE GLOBAL LOCAL MATERIALIZED RECURSIVE")
_PATHS: Final[Mapping[str, _Path]] = {
    "INSERT": _Path(choice="OR", one_of=frozenset({"INTO"})),
    "REPLACE": _Path(one_of=frozenset({"INTO"})),
    "MERGE": _Path(one_of=frozenset({"INTO"})),
    "UPDATE": _Path(choice="OR"),
    "DELETE": _Path(one_of=frozenset({"FROM"})),
    "TRUNCATE": _Path(any_of=frozenset({"TABLE"})),
    "CREATE": _Path(any_of=_MODIFIERS, one_of=_OBJECTS, phrase=("IF", "NOT", "EXISTS")),
    "DROP": _Path(any_of=_MODIFIERS, one_of=_OBJECTS, phrase=("IF", "EXISTS")),
    "ALTER": _Path(any_of=_MODIFIERS, one_of=_OBJECTS, phrase=("IF", "EXISTS")),
    "PRAGMA": _Path(),
    "SAVEPOINT": _Path(),
    "RELEASE": _Path(phrase=("SAVEPOINT",)),
    "ROLLBACK": _Path(any_of=frozenset({"TRANSACTION", "WORK"}), one_of=frozenset({"TO"}), phrase=("SAVEPOINT",)),
    "DETACH": _Path(phrase=("DATABASE",)),
    "ANALYZE": _Path(),
    "REINDEX": _Path(),
    "CALL": _Path(),
}


def target_of(dialect: Dialect, verb: str, tokens: Sequence[Significant]) -> str | None:
    """The name of the object, without quotes and with dots between its parts.

    Args:
        verb: In upper case.
        tokens: Those of the statement from its verb on.
    """
    if verb == "ATTACH":
        index = _behind_as(tokens)
    else:
        path = _PATHS.get(verb)
        index = path.name_index(tokens) if path else None
    return None if index is None else _name_at(dialect, tokens, index)


def _behind_as(tokens: Sequence[Significant]) -> int | None:
    for index, token in enumerate(tokens[:-1]):
        if token.word == "AS" and token.depth == 0:
            return index + 1
    return None


def _name_at(dialect: Dialect, tokens: Sequence[Significant], index: int) -> str:
    parts = [unquoted(dialect, tokens[index].text)]
    while index + 2 < len(tokens) and tokens[index + 1].text == "." and tokens[index + 2].can_be_name:
        index += 2
        parts.append(unquoted(dialect, tokens[index].text))
    return ".".join(parts)
