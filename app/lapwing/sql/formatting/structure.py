"""Which atoms of a statement belong together, found word by word with a stack of what is open."""

from typing import Final

from lapwing.sql.formatting import words as vocabulary
from lapwing.sql.formatting.clauses import CONFLICT, WHEN, Clauses
from lapwing.sql.formatting.frames import JOIN, ON, Frame, Items, Place
from lapwing.sql.formatting.groups import Groups
from lapwing.sql.formatting.reading import Atoms
from lapwing.sql.patterns import word_set

DEEPEST: Final = 40
"""Parts that lie deeper stay on one line: nobody reads them, and indenting them would take room without end."""
_ADDITIONS: Final = frozenset({"||", "+", "-"})
_NONE: Final[frozenset[str]] = frozenset()
_OPENERS: Final = {"]": "[", "END": "CASE"}
_BOOLS: Final = word_set("AND OR XOR BETWEEN")
_CONSTRAINTS: Final = {
    **dict.fromkeys(word_set("REFERENCES CHECK GENERATED DEFAULT CONSTRAINT COMMENT"), _NONE),
    "ON": word_set("DELETE"),
    "NOT": word_set("NULL"),
    "PRIMARY": word_set("KEY"),
}
"""Before these a definition of a column breaks, if one of some words follows."""
_CASE_WORDS: Final = word_set("WHEN THEN ELSE END")


def find_groups(atoms: Atoms, verb: str, *, leads: bool) -> tuple[Groups, list[int]]:
    """The groups of one statement, and which of its words were read as keywords.

    Args:
        verb: Its first word behind EXPLAIN and WITH, in upper case.
        leads: Whether commas begin lines.
    """
    builder = _Builder(atoms, verb, leads=leads)
    return builder.build(), builder.keywords


class _Builder:
    """Reads one statement."""

    def __init__(self, atoms: Atoms, verb: str, *, leads: bool) -> None:
        self._words = atoms.words
        self._texts = atoms.texts
        self._size = len(atoms)
        self._leads = leads
        self.groups = Groups(self._size)
        self._clauses = Clauses(atoms.words, verb)
        whole = self.groups.open(0, self._size)
        first = Items(self.groups.open(0, self._size), 0, "head")
        if verb in {"SET", "ALTER"} and atoms.words[0] == verb:
            first.is_list = True
            first.begin(1)
        self._is_alter = verb == "ALTER"
        self._stack = [Frame(Place.QUERY, -1, whole, first, whole, verb=verb)]
        self._parens = 0
        self._deep: list[str] = []
        self.keywords: list[int] = []

    def build(self) -> Groups:
        """The groups of the whole statement."""
        for index, word in enumerate(self._words):
            if not word:
                continue
            if self._deep:
                self._stay_deep(word)
            elif word == ",":
                items = self._stack[-1].items
                items.end_item(self.groups, index, is_listed=True)
                items.commas.append(index)
                items.item = items.part = index + 1
            elif word == "(" or word == "[":
                self._open(index, word)
            elif word == ")" or word == "]":
                self._close(index, word)
            elif word in _ADDITIONS:
                items = self._stack[-1].items
                if index > items.part and self._is_binary(index):
                    items.additions.append(index)
            elif word in _BOOLS:
                self._bool(index, word)
            elif word[0].isalpha():
                self._word(index, word)
        while self._stack:
            self._end_frame(self._size, self._size)
        self._force()
        return self.groups

    def _force(self) -> None:
        """A routine whose body goes over lines is not written on one."""
        if self._clauses.makes_routine and any("\n" in text for text in self._texts):
            self.groups.forced[0] = True

    def _is_binary(self, index: int) -> bool:
        before = self._words[index - 1]
        return before in {"", ")", "]"} or (before not in vocabulary.UNARY_BEHIND and before[0].isalnum())

    # what is parted

    def _bool(self, index: int, word: str) -> None:
        frame = self._stack[-1]
        if word == "BETWEEN":
            frame.is_between = True
        elif word == "AND" and frame.is_between:
            frame.is_between = False
        else:
            items = frame.items
            items.end_part(self.groups, index)
            items.part = index + 1
            if items.style not in {"head", JOIN, WHEN, CONFLICT}:
                items.bools.append(index)

    def _word(self, index: int, word: str) -> None:
        frame = self._stack[-1]
        if word == "CASE":
            self._open_case(index)
        elif frame.place is Place.CASE:
            self._in_case(frame, index, word)
        elif frame.place is Place.LIST or frame.place is Place.BRACKET:
            if word in _CONSTRAINTS and self._clauses.makes_table and len(self._stack) == 2:
                self._constraint(frame.items, index, word)
            elif word in vocabulary.SET_OPERATORS:
                self.keywords.append(index)
                self.groups.break_before(index, frame.group, 1)
                self.groups.break_before(min(index + 1 + (self._next(index) == "ALL"), self._size), frame.group, 1)
        else:
            style = self._clauses.style_at(index, word, frame)
            if style:
                self._begin_clause(frame, index, style)
            else:
                self._in_clause(frame, index, word)

    def _constraint(self, items: Items, index: int, word: str) -> None:
        """A word that may begin another part of a column's definition."""
        follows = _CONSTRAINTS[word]
        if index > items.item + 1 and (not follows or self._next(index) in follows):
            items.additions.append(index)

    def _next(self, index: int) -> str:
        return self._words[index + 1] if index + 1 < self._size else ""

    # clauses

    def _begin_clause(self, frame: Frame, index: int, style: str) -> None:
        groups = self.groups
        frame.is_between = False
        self.keywords.append(index)
        if style == ON:
            if frame.join < 0:
                frame.join = groups.open(groups.starts[frame.items.group], self._size, fills=True)
            groups.break_before(index, frame.join, 1)
        else:
            if frame.join >= 0:
                groups.ends[frame.join] = index
            groups.break_before(index, frame.query, 0)
            frame.join = groups.open(index, self._size, fills=True) if style == JOIN else -1
        if index > frame.start + 1:
            frame.items.end(groups, index, leads=self._leads)
        frame.items = Items(groups.open(index, self._size), index + 1, style)

    def _in_clause(self, frame: Frame, index: int, word: str) -> None:
        """A word that begins no clause: it may belong to the head of one."""
        items = frame.items
        if index == items.body and word in vocabulary.HEAD_REST.get(items.style, _NONE):
            items.begin(index + 1)
            self.keywords.append(index)
        elif items.style in {CONFLICT, WHEN} and (
            word == "SET" or (word == "UPDATE" and self._words[index - 1] == "KEY")
        ):
            items.is_list = True
            items.begin(index + 1)
            self.keywords.append(index)
        elif (items.style == "LIMIT" and word == "OFFSET") or (self._clauses.grants and items.style == "head"):
            self.keywords.append(index)
        elif self._is_alter and frame.start < 0 and items.body == 1 and index > 2 and word in vocabulary.ALTERATIONS:
            items.begin(index)
            self.keywords.append(index)

    # parentheses

    def _open(self, index: int, sign: str) -> None:
        if len(self._stack) > DEEPEST:
            self._deep.append(sign)
            return
        following = self._next(index)
        self._parens += sign == "("
        group = self.groups.open(index, self._size)
        if sign == "[":
            place = Place.BRACKET
        elif following in vocabulary.QUERY_FIRST and self._words[index + 2 : index + 3] != ["("]:
            place = Place.QUERY
        elif following in vocabulary.WINDOW_FIRST and self._words[index + 2 : index + 3] != [","]:
            place = Place.WINDOW
        else:
            place = Place.LIST
        if place in {Place.LIST, Place.BRACKET}:
            self._stack.append(Frame(place, index, group, Items(group, index + 1)))
            return
        query = self.groups.open(index + 1, self._size)
        items = Items(self.groups.open(index + 1, self._size), index + 1, "head")
        self._stack.append(Frame(place, index, group, items, query))

    def _close(self, index: int, sign: str) -> None:
        if sign == "]":
            if self._stack[-1].place is Place.BRACKET:
                self._end_frame(index, index + 1)
            return
        if not self._parens:
            return
        while self._stack[-1].place in {Place.CASE, Place.BRACKET}:
            self._end_frame(index, index)
        self._parens -= 1
        start = self._stack[-1].start
        self._end_frame(index, index + 1)
        frame = self._stack[-1]
        frame.child = (start, index)
        if start == frame.items.body and self._words[start - 1] == "ON" and frame.items.style == "SELECT":
            frame.items.begin(index + 1)

    def _end_frame(self, end: int, behind: int) -> None:
        """Close the innermost frame: its contents end at `end`, itself at `behind`."""
        groups = self.groups
        frame = self._stack.pop()
        if frame.place in {Place.LIST, Place.BRACKET}:
            self._end_list(frame, end)
        else:
            if frame.place is not Place.CASE and frame.start >= 0:
                groups.break_before(frame.start + 1, frame.group, 1)
                groups.break_before(end, frame.group, 0)
            frame.items.end(groups, end, leads=self._leads)
            if frame.join >= 0:
                groups.ends[frame.join] = end
            if frame.query >= 0:
                groups.ends[frame.query] = end
        groups.ends[frame.group] = behind

    def _end_list(self, frame: Frame, end: int) -> None:
        groups, items = self.groups, frame.items
        items.end_item(groups, end, is_listed=False)
        if frame.child == (frame.start + 1, end - 1) or end <= frame.start + 2:
            return
        groups.break_before(frame.start + 1, frame.group, 1)
        groups.break_before(end, frame.group, 0)
        if self._clauses.makes_table and len(self._stack) == 1 and not self._clauses.is_query:
            groups.forced[frame.group] = bool(items.commas)
        elif items.commas and items.longest <= 2:
            fill = groups.open(frame.start + 1, end, fills=True)
            for comma in items.commas:
                groups.break_before(comma + 1, fill, 0)
            return
        for comma in items.commas:
            groups.break_before(comma if self._leads else comma + 1, frame.group, 1)

    # CASE

    def _open_case(self, index: int) -> None:
        if self._words[index - 1] in {".", "AS"} and index:
            return
        if len(self._stack) > DEEPEST:
            self._deep.append("CASE")
            return
        self.keywords.append(index)
        group = self.groups.open(index, self._size)
        items = Items(self.groups.open(index, self._size), index + 1)
        self._stack.append(Frame(Place.CASE, index, group, items))

    def _in_case(self, frame: Frame, index: int, word: str) -> None:
        groups = self.groups
        if word in {"WHEN", "ELSE"}:
            frame.items.end(groups, index, leads=False)
            groups.break_before(index, frame.group, 1)
            frame.items = Items(groups.open(index, self._size), index + 1)
        elif word == "THEN":
            items = frame.items
            items.end_item(groups, index, is_listed=False)
            groups.break_before(index, items.group, 1)
            items.begin(index + 1)
        elif word == "END":
            groups.break_before(index, frame.group, 0)
            self._end_frame(index, index + 1)
        if word in _CASE_WORDS:
            self.keywords.append(index)
            frame.is_between = False

    def _stay_deep(self, word: str) -> None:
        """Where nothing breaks any more, only the way out matters."""
        deep = self._deep
        if word in {"(", "[", "CASE"}:
            deep.append(word)
        elif word == ")":
            while deep and deep.pop() != "(":
                pass
        elif deep[-1] == _OPENERS.get(word):
            deep.pop()
