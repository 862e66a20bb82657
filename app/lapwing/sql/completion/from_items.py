"""What stands behind FROM: its relations, subqueries and functions in order, with their aliases and join conditions."""

from dataclasses import field
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion.facts import Clause, SourceKind
from lapwing.sql.completion.tape import QUERY_WORDS, Tape
from lapwing.sql.patterns import word_set


@dataclass(slots=True)
class FromItem:
    """One relation, subquery or function.

    Attributes:
        start, end: Its tokens, without alias.
        names: The tokens of its name, the schema's first; empty for a subquery.
        body: The parenthesis of its subquery or its arguments; -1 without one.
        alias: Its token; -1 without one.
        columns: The parenthesis of the column list behind its alias; -1 without one.
        chain: The number of the first item of the join chain that it is part of.
        is_natural: Whether it is joined by the columns of equal name.
        merged: The columns of its USING, as tokens.
    """

    kind: SourceKind
    start: int
    end: int
    names: tuple[int, ...] = ()
    body: int = -1
    alias: int = -1
    columns: int = -1
    is_lateral: bool = False
    chain: int = 0
    is_natural: bool = False
    merged: tuple[int, ...] = ()


@dataclass(slots=True)
class Condition:
    """ON or USING: its tokens, and which items it joins: those from `first` to before `right`, and those from there on
    to before `last`, the ones that are joined now."""

    clause: Clause
    start: int
    end: int
    first: int
    right: int
    last: int


@dataclass(slots=True)
class Joins:
    """All of one FROM.

    Attributes:
        roles: What some parentheses in it hold.
    """

    items: list[FromItem] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    roles: dict[int, Clause] = field(default_factory=dict)

    def condition_at(self, place: int) -> Condition | None:
        """The condition that the place before token `place` is in."""
        low, high = 0, len(self.conditions)
        while low < high:
            middle = (low + high) // 2
            if self.conditions[middle].start <= place:
                low = middle + 1
            else:
                high = middle
        found = self.conditions[low - 1] if low else None
        return found if found is not None and place <= found.end else None


_JOIN_WORDS: Final = word_set("JOIN INNER LEFT RIGHT FULL CROSS NATURAL STRAIGHT_JOIN OUTER APPLY")
_NEW_ITEM: Final = frozenset({"JOIN", "STRAIGHT_JOIN", "APPLY"})
_NEVER_ALIAS: Final = _JOIN_WORDS | word_set(
    """
    ON USING WHERE GROUP ORDER HAVING LIMIT OFFSET FETCH WINDOW UNION INTERSECT EXCEPT SET VALUES SELECT RETURNING FOR
    TABLESAMPLE WITH PARTITION USE FORCE IGNORE INDEXED NOT AS QUALIFY WHEN LATERAL ONLY FROM AND OR
    """
)
_KINDS_OF_JOIN: Final = frozenset({"ASOF", "SEMI", "ANTI", "POSITIONAL"})
_BEFORE_ITEM: Final = frozenset({"ONLY", "LATERAL", "TABLE"})
_BEHIND_NAME: Final = frozenset({"*", "WITH", "ORDINALITY", "PARTITION"})
_BEHIND_INNER_QUERY: Final = frozenset({"UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", ")"})


def read_joins(tape: Tape, start: int, end: int, *, calls: bool = True) -> Joins:
    """The items of a FROM whose content is `start` to `end`.

    Args:
        calls: Whether a parenthesis behind a name makes it a function; it does not behind INSERT INTO.
    """
    return _JoinReader(tape, start, end, calls).read()


class _JoinReader:
    """Reads one FROM, once."""

    def __init__(self, tape: Tape, start: int, end: int, calls: bool) -> None:
        self._tape = tape
        self._at = start
        self._end = end
        self._calls = calls
        self._found = Joins()
        self._chain = 0
        """The first item of the join chain: none before it can be named in a condition."""
        self._groups: list[tuple[int, int, int]] = []
        """Of the parentheses around: the first item in it, the chain around it, and its end."""
        self._right = 0
        """The item that the next condition joins."""
        self._wants_item = True
        self._is_natural = False

    def read(self) -> Joins:
        while self._at < self._end:
            if self._groups and self._at >= self._groups[-1][2]:
                self._leave_group()
            elif self._wants_item:
                self._item()
            else:
                self._behind_item()
        return self._found

    def _leave_group(self) -> None:
        self._right, self._chain, end = self._groups.pop()
        self._wants_item = False
        if self._tape.word(end) == ")":
            self._at = end + 1

    def _item(self) -> None:
        """One item, or the beginning of a group, or the sign that it is missing."""
        tape = self._tape
        is_lateral = False
        while tape.words[self._at] in _BEFORE_ITEM and self._at + 1 < self._end:
            is_lateral = is_lateral or tape.words[self._at] == "LATERAL"
            self._at += 1
        word, at = tape.words[self._at], self._at
        if word == "ROWS" and tape.word(at + 1) == "FROM" and tape.word(at + 2) == "(":
            self._add(FromItem(SourceKind.FUNCTION, at, at, body=at + 2, is_lateral=True))
        elif word == "(" and (tape.word(at - 1) == "TABLE" or self._is_query(at)):
            self._add(FromItem(SourceKind.DERIVED, at, at, body=at, is_lateral=is_lateral))
        elif word == "(":
            self._groups.append((len(self._found.items), self._chain, min(tape.inner_ends[at], self._end)))
            self._chain = len(self._found.items)
            self._at += 1
        elif word in _NEVER_ALIAS or word in {",", ")"}:
            self._wants_item = False
            self._at += word == ")"
        elif tape.is_name(at):
            self._named(is_lateral)
        else:
            self._at += 1

    def _is_query(self, opened: int) -> bool:
        """Whether a parenthesis holds a query, perhaps in more parentheses, rather than a join."""
        tape = self._tape
        index = tape.behind_openings(opened)
        if tape.word(index) not in QUERY_WORDS and tape.word(index) != "FROM":
            return False
        return index == opened + 1 or tape.word(tape.afters[opened + 1]) in _BEHIND_INNER_QUERY

    def _named(self, is_lateral: bool) -> None:
        """A relation or a function."""
        tape, start = self._tape, self._at
        names = [self._at]
        self._at += 1
        while self._at < self._end and tape.words[self._at] == ".":
            self._at += 1
            if self._at < self._end and tape.is_name(self._at) and tape.is_behind_dot(self._at):
                names.append(self._at)
                self._at += 1
            else:
                names.append(-1)
        if -1 in names or tape.hole in names:
            self._wants_item = self._is_natural = False
            self._alias(FromItem(SourceKind.TABLE, start, self._at))
            return
        kind, body = SourceKind.TABLE, -1
        if self._calls and tape.word(self._at) == "(" and self._at < self._end:
            kind, body = SourceKind.FUNCTION, self._at
        self._add(FromItem(kind, start, self._at, tuple(names), body, is_lateral=is_lateral))

    def _add(self, item: FromItem) -> None:
        if item.body >= 0:
            role = Clause.WHERE if item.kind is SourceKind.FUNCTION else Clause.START
            self._found.roles[item.body] = role
            self._at = item.end = self._tape.next(item.body)
        item.is_natural, item.chain = self._is_natural, self._chain
        self._is_natural = self._wants_item = False
        self._found.items.append(item)
        self._alias(item)

    def _alias(self, item: FromItem) -> None:
        """What follows an item up to its alias and column list."""
        tape = self._tape
        while tape.word(self._at) in _BEHIND_NAME and self._at < self._end:
            is_partition = tape.word(self._at) == "PARTITION"
            self._at += 1
            if is_partition and tape.word(self._at) == "(":
                self._at = tape.next(self._at)
        has_as = tape.word(self._at) == "AS" and self._at < self._end
        self._at += has_as
        if self._at >= self._end:
            return
        at = self._at
        if tape.word(at) == "(" and has_as and item.kind is SourceKind.FUNCTION:
            item.columns = at
        elif at == tape.hole or (tape.is_name(at) and self._can_be_alias(at, has_as)):
            item.alias = at if at != tape.hole else -1
            self._at += 1
            if tape.word(at + 1) == "(" and self._calls and at + 1 < self._end:
                item.columns = at + 1
        if item.columns >= 0:
            self._found.roles[item.columns] = Clause.ALIAS
            self._at = tape.next(item.columns)

    def _can_be_alias(self, index: int, has_as: bool) -> bool:
        tape = self._tape
        if tape.is_quoted(index):
            return True
        word = tape.words[index]
        if word in _NEVER_ALIAS or (word in _KINDS_OF_JOIN and tape.word(index + 1) == "JOIN"):
            return False
        return has_as or word not in tape.dialect.reserved

    def _behind_item(self) -> None:
        tape, at = self._tape, self._at
        word = tape.words[at]
        self._at = tape.next(at)
        if word == ",":
            self._wants_item = True
            self._chain = self._right = len(self._found.items)
        elif word in _NEW_ITEM:
            self._wants_item = True
            self._right = len(self._found.items)
        elif word == "NATURAL":
            self._is_natural = True
        elif word == "ON":
            self._on(at + 1)
        elif word == "USING" and tape.word(at + 1) == "(":
            self._using(at + 1)

    def _using(self, opened: int) -> None:
        tape, found = self._tape, self._found
        found.roles[opened] = Clause.USING
        end = tape.inner_ends[opened]
        if self._right < len(found.items):
            found.items[-1].merged = tuple(
                index for index in range(opened + 1, end) if tape.is_name(index) and index != tape.hole
            )
        self._add_condition(Clause.USING, opened + 1, end)
        self._at = tape.next(opened)
        if tape.word(self._at) == "AS" and tape.is_name(self._at + 1):
            self._at += 2

    def _on(self, start: int) -> None:
        """From behind ON to the next join, comma or end."""
        tape = self._tape
        end = min(self._end, self._groups[-1][2]) if self._groups else self._end
        at = start
        while at < end:
            word = tape.words[at]
            if word == "," or (word in _JOIN_WORDS and not tape.is_behind_dot(at) and tape.word(at + 1) != "("):
                break
            if word in {"ON", "USING"} and not tape.is_behind_dot(at):
                break
            at = tape.next(at)
        self._at = min(at, end)
        self._add_condition(Clause.ON, start, self._at)

    def _add_condition(self, clause: Clause, start: int, end: int) -> None:
        found = self._found
        found.conditions.append(Condition(clause, start, end, self._chain, self._right, len(found.items)))
