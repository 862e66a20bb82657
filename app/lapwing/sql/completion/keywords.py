"""The keywords that can follow at a place, from the tables of `keywords_shared` and one file a dialect."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from importlib import import_module
from itertools import product
from types import ModuleType
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion import keywords_shared as shared
from lapwing.sql.completion.facts import Clause, PlaceFacts
from lapwing.sql.dialect import Dialect, dialect_named

_ANY_NAME: Final = "_"
_LETTERS: Final = re.compile(r"[^\W\d]")
_MOST_LOOKED_AT: Final = 8
_EXTRA: Final = frozenset({"ROWID", "INNODB", "SAFE"})
"""Words in phrases that are no keywords of their dialect, but belong there."""


@dataclass(frozen=True, slots=True)
class Following:
    """Keywords that can follow.

    Attributes:
        phrases: In upper case, the likeliest first.
        names_too: Whether names and expressions can stand there as well.
    """

    phrases: tuple[str, ...]
    names_too: bool = False


@dataclass(slots=True)
class _Node:
    """Words before a place, read backwards."""

    next: dict[str, "_Node"] = field(default_factory=dict)
    following: Following | None = None


class KeywordTable:
    """What can follow where in one dialect. Immutable once made."""

    def __init__(self, dialect: Dialect, own: ModuleType) -> None:
        self._dialect = dialect
        self._known = dialect.keywords | dialect.types | _EXTRA
        self._never = frozenset(_split(own.NEVER))
        self.start = tuple(_split(own.START))
        self._definition = (*self._only(shared.DEFINITION), *self._only(own.DEFINITION))
        self._operand = {clause: self._only(phrases) for clause, phrases in shared.OPERAND.items()}
        self._behind = {
            clause: tuple(dict.fromkeys((*self._only(phrases), *_split(own.BEHIND.get(clause, "")))))
            for clause, phrases in shared.BEHIND.items()
        }
        self._ordering = self._only("ASC, DESC, NULLS FIRST, NULLS LAST")
        self._of_index = self._only("USING, COMMENT" if dialect.id == "mysql" else "WHERE, INCLUDE, TABLESPACE")
        self._operators = self._only(shared.OPERATORS)
        self._any_clause = _Node()
        self._by_clause: dict[str, _Node] = {}
        for line in (*_lines(shared.AFTER), *_lines(own.AFTER)):
            self._enter(line)

    def following(self, place: PlaceFacts, text: str) -> Following:
        """What can follow at a place in a text."""
        before = words_before(place)
        found = self._after(place.clause, before)
        if found is None or (found.names_too and not place.expects_operand and place.clause in _QUERY_CLAUSES):
            usual = fitting(self._in_clause(place, before), self._dialect.id, text[: place.start])
            return replace(usual, phrases=(*found.phrases, *usual.phrases)) if found else usual
        return found

    def _after(self, clause: Clause, before: Sequence[str]) -> Following | None:
        for root in (self._by_clause.get(clause), self._any_clause):
            found = self._longest(root, before) if root else None
            if found is not None:
                return found
        return None

    def _longest(self, node: _Node, before: Sequence[str]) -> Following | None:
        """What the longest row of words says; a word itself before any name."""
        if before:
            keys = [before[0]]
            if self._is_name(before[0]):
                keys.append(_ANY_NAME)
            for key in keys:
                longer = self._longest(node.next[key], before[1:]) if key in node.next else None
                if longer is not None:
                    return longer
        return node.following

    def _in_clause(self, place: PlaceFacts, before: Sequence[str]) -> Following:
        clause = place.clause
        if clause is Clause.START:
            return Following(self.start)
        if clause is Clause.TYPE:
            return Following((), names_too=True)
        if clause is Clause.DEFINITION:
            return self._in_definition(place, before)
        if clause is Clause.OTHER:
            return Following(tuple(sorted(self._dialect.keywords)) if place.word else (), names_too=True)
        if place.expects_operand:
            query = ("SELECT", "WITH", "VALUES") if self._may_hold_query(clause, before) else ()
            return Following((*query, *self._operand.get(clause, ())), names_too=True)
        opener = _opener(before)
        if opener is not None:
            return Following(() if clause in _NAME_LISTS else self._in_parentheses(opener, before))
        joined = ("ON", "USING") if clause is Clause.FROM and _is_joined(before) else ()
        usual = (
            phrase for phrase in self._behind.get(clause, ()) if phrase not in {"ON", "USING"} or clause not in _JOINED
        )
        return Following((*_of_case(before), *_of_calls(self._known, clause, before), *joined, *usual))

    def _in_definition(self, place: PlaceFacts, before: Sequence[str]) -> Following:
        """What can follow in CREATE and ALTER: a constraint or an option, where no name or value is due."""
        if place.expects_operand:
            return Following(self._operand[Clause.WHERE] if before[:1] == ("DEFAULT",) else (), names_too=True)
        if "INDEX" in before and "ALTER" not in before:
            return Following(self._ordering if _opener(before) is not None else self._of_index)
        return Following(self._definition)

    def _in_parentheses(self, opener: str, before: Sequence[str]) -> tuple[str, ...]:
        """What can follow an operand in parentheses: no other clause, but an order in the call of an aggregate."""
        ordered = ("ORDER BY", "SEPARATOR") if opener in _ORDERED else ()
        return (
            *_of_case(before),
            *(phrase for phrase in ordered if self._known.issuperset(phrase.split())),
            *self._operators,
        )

    def _may_hold_query(self, clause: Clause, before: Sequence[str]) -> bool:
        """Whether the place is right behind a parenthesis that neither lists names nor opens a call."""
        if before[:1] != ("(",) or clause in _NAME_LISTS:
            return False
        opener = before[1] if len(before) > 1 else ""
        return opener != "VALUES" and opener.lower() not in self._dialect.functions and not self._is_name(opener)

    def _enter(self, line: str) -> None:
        words, _, phrases = line.partition(":")
        names_too = phrases.rstrip().endswith("+")
        first, _, rest = words.partition(" ")
        roots = [self._any_clause]
        if first.islower():
            roots, words = [self._by_clause.setdefault(clause, _Node()) for clause in first.split("/")], rest
        following = Following(self._only(phrases.rstrip().removesuffix("+")), names_too)
        rows = [*product(*(word.split("/") for word in words.split()))]
        for node, row in product(roots, rows):
            for word in reversed(row):
                node = node.next.setdefault(word, _Node())
            node.following = following

    def _only(self, phrases: str) -> tuple[str, ...]:
        """Those that this dialect knows."""
        return tuple(p for p in _split(phrases) if p not in self._never and self._known.issuperset(p.split()))

    def _is_name(self, word: str) -> bool:
        return word not in self._dialect.reserved and _LETTERS.search(word) is not None


def _lines(table: str) -> list[str]:
    """The lines of a table; one that begins with blanks goes on with the one before."""
    return table.strip().replace("\n    ", " ").splitlines()


def _split(phrases: str) -> Iterator[str]:
    return filter(None, (" ".join(phrase.split()) for phrase in phrases.split(",")))


@cache
def keyword_table(dialect_id: str) -> KeywordTable:
    """The table of a dialect, made when first asked for."""
    own = import_module(f"lapwing.sql.completion.keywords_{dialect_id}")
    return KeywordTable(dialect_named(dialect_id), own)


def words_before(place: PlaceFacts) -> tuple[str, ...]:
    """The words before a place, nearest first. A qualified name is one word."""
    words: list[str] = []
    rest = list(place.before)
    while rest:
        words.append(rest.pop(0))
        while len(rest) > 1 and rest[0] == ".":
            rest = rest[2:]
    return tuple(words)


_JOINED: Final = frozenset({Clause.FROM, Clause.UPDATE})
"""Clauses in which ON and USING come only behind a JOIN."""
_CASE: Final[Mapping[str, tuple[str, ...]]] = {
    "WHEN": ("THEN",),
    "THEN": ("WHEN", "ELSE", "END"),
    "ELSE": ("END",),
    "CASE": ("WHEN",),
}
_QUERY_CLAUSES: Final = frozenset(Clause) - {Clause.RELATION, Clause.DEFINITION, Clause.TYPE, Clause.OTHER}
"""Clauses in which something complete stands before a place that expects no operand."""
_ORDERED: Final = frozenset(
    {"GROUP_CONCAT", "STRING_AGG", "ARRAY_AGG", "JSON_AGG", "JSONB_AGG", "XMLAGG", "JSON_ARRAYAGG", "GROUP"}
)
"""Calls in which an order can be given."""
_NEW_TABLE: Final = re.compile(r"\s*create\s+(?:\w+\s+){0,3}?table\b", re.IGNORECASE)
_NAME_LISTS: Final = frozenset(
    {Clause.USING, Clause.INSERT_COLUMNS, Clause.CONFLICT_COLUMNS, Clause.WITH_COLUMNS, Clause.WINDOW}
)
"""Parentheses that hold no query."""
_WORD: Final = re.compile(r"[A-Za-z]*")
_BLANKS: Final = re.compile(r"[\s(]*")
_QUERY: Final = re.compile(r"\bselect\b", re.IGNORECASE)
_ONLY_OF: Final[Mapping[str, frozenset[str]]] = {
    "SET": frozenset({"UPDATE", "EXPLAIN", "WITH", "MERGE"}),
    "RETURNING": frozenset({"INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "WITH", "EXPLAIN"}),
    "ON CONFLICT": frozenset({"INSERT", "WITH", "EXPLAIN"}),
    "ON DUPLICATE KEY UPDATE": frozenset({"INSERT", "EXPLAIN"}),
    "CASCADE": frozenset({"DROP", "TRUNCATE", "ALTER", "REVOKE"}),
    "RESTRICT": frozenset({"DROP", "TRUNCATE", "ALTER", "REVOKE"}),
    "RESTART IDENTITY": frozenset({"TRUNCATE"}),
    "CONTINUE IDENTITY": frozenset({"TRUNCATE"}),
}
"""Clauses of some statements only, by the word that the statement begins with."""
_OF_MYSQL_CHANGES: Final = frozenset({"ORDER BY", "LIMIT"})
_OF_QUERIES: Final = _OF_MYSQL_CHANGES | {
    "GROUP BY", "HAVING", "WINDOW", "OFFSET", "FETCH FIRST", "FOR UPDATE", "FOR SHARE",
    "UNION", "UNION ALL", "INTERSECT", "EXCEPT",
}  # fmt: skip
_CLAUSE_WORDS: Final = frozenset(["SELECT", "FROM", "WHERE", "ON", "SET", "HAVING", "BY", "VALUES", "END", "RETURNING"])


def _of_case(before: Sequence[str]) -> tuple[str, ...]:
    """What goes on with a CASE that the place is in, as far as it can be seen."""
    for word in before[:_MOST_LOOKED_AT]:
        if word in _CLAUSE_WORDS:
            break
        if word in _CASE:
            return _CASE[word]
    return ()


def new_element(place: PlaceFacts, text: str) -> tuple[str, ...]:
    """What can begin an element of CREATE TABLE, beside the name of a new column."""
    is_element = place.before[:1] in {("(",), (",",)} and _NEW_TABLE.match(text) is not None
    return ("PRIMARY KEY", "FOREIGN KEY", "UNIQUE", "CHECK", "CONSTRAINT") if is_element else ()


def _is_joined(before: Sequence[str]) -> bool:
    """Whether the relation before the place came behind a JOIN that wants a condition."""
    if "JOIN" not in before:
        return False
    at = before.index("JOIN")
    return not {"FROM", ",", "ON", "USING"} & set(before[:at]) and before[at + 1 : at + 2] not in {
        ("CROSS",),
        ("NATURAL",),
    }


def _opener(before: Sequence[str]) -> str | None:
    """What stands before the parenthesis that the place is in, or None where it is in none that can be seen. A query in
    parentheses has clauses of its own."""
    depth = 0
    for index, word in enumerate(before):
        if word in _CLAUSE_WORDS:
            return None
        if word == "(" and not depth:
            return before[index + 1] if index + 1 < len(before) else ""
        depth += (word == ")") - (word == "(")
    return None


def _of_calls(known: frozenset[str], clause: Clause, before: Sequence[str]) -> tuple[str, ...]:
    """What can follow the parenthesis of a call."""
    if before[:1] != (")",) or clause not in {Clause.SELECT_LIST, Clause.ORDER_BY}:
        return ()
    return tuple(phrase for phrase in ("OVER", "FILTER") if phrase in known)


def fitting(following: Following, dialect_id: str, text: str) -> Following:
    """What of it can follow in the kind of statement that begins with `text`."""
    verb = _first_word(text)
    never = {phrase for phrase, verbs in _ONLY_OF.items() if verb and verb not in verbs}
    if verb in {"UPDATE", "DELETE"} and _QUERY.search(text) is None:
        never |= _OF_QUERIES - (_OF_MYSQL_CHANGES if dialect_id == "mysql" else set())
    return replace(following, phrases=tuple(phrase for phrase in following.phrases if phrase not in never))


def _first_word(text: str) -> str:
    """The word that a statement begins with, in upper case; comments before it are passed over."""
    at = 0
    while True:
        blanks = _BLANKS.match(text, at)
        at = blanks.end() if blanks else at
        ending = {"--": "\n", "/*": "*/"}.get(text[at : at + 2])
        if ending is None:
            word = _WORD.match(text, at)
            return word[0].upper() if word else ""
        found = text.find(ending, at + 2)
        if found < 0:
            return ""
        at = found + len(ending)
