"""What is open while a statement is read: queries, parentheses, CASE, and the items in them."""

from enum import Enum, auto
from typing import Final

from lapwing.sql.formatting.groups import Groups
from lapwing.sql.formatting.words import CONDITIONS, LISTS

WITH: Final = "WITH"
ON: Final = "ON"
JOIN: Final = "JOIN"
PLAIN: Final = ""
"""The style of items that are no clause's."""


class Place(Enum):
    """What a frame is."""

    QUERY = auto()
    WINDOW = auto()
    LIST = auto()
    BRACKET = auto()
    CASE = auto()


class Items:
    """A stretch whose items are parted by commas, and each of them by AND, OR and signs.

    Attributes:
        group: What breaks at the commas.
        body: Where the first item begins.
        style: The first word of a clause, or `PLAIN`.
        commas: Where they are.
        longest: Atoms of the longest item.
    """

    __slots__ = ("additions", "body", "bools", "commas", "group", "is_list", "item", "longest", "part", "style")

    def __init__(self, group: int, body: int, style: str = PLAIN) -> None:
        self.group = group
        self.style = style
        self.commas: list[int] = []
        self.bools: list[int] = []
        self.additions: list[int] = []
        self.longest = 0
        self.is_list = style in LISTS or style == WITH
        self.begin(body)

    def begin(self, body: int) -> None:
        """The items begin at `body`."""
        self.body = self.item = self.part = body

    def end_part(self, groups: Groups, end: int) -> None:
        """What stands between two of AND, OR and commas ends; its signs become places to break."""
        if self.additions:
            group = groups.open(self.part, end, fills=True)
            for place in self.additions:
                groups.break_before(place, group, 1)
            self.additions.clear()
        self.part = end

    def end_item(self, groups: Groups, end: int, *, is_listed: bool) -> None:
        """An item ends; its AND and OR become places to break."""
        self.longest = max(self.longest, end - self.item)
        self.end_part(groups, end)
        if self.bools:
            is_own = not is_listed and not self.commas and (self.style in CONDITIONS or self.style in {PLAIN, ON})
            group = self.group if is_own else groups.open(self.item, end)
            for place in self.bools:
                groups.break_before(place, group, 0 if self.style == ON else 1)
            self.bools.clear()
        self.item = self.part = end

    def end(self, groups: Groups, end: int, *, leads: bool) -> None:
        """The last item ends; in a list that has more than one, each begins a line when they do not fit."""
        self.end_item(groups, end, is_listed=False)
        groups.ends[self.group] = end
        if not (self.is_list and self.commas):
            return
        steps = 1
        if self.style == WITH:
            steps = 0
        else:
            groups.break_before(self.body, self.group, steps)
        for comma in self.commas:
            groups.break_before(comma if leads else comma + 1, self.group, steps)


class Frame:
    """One thing that is open.

    Attributes:
        start: Its first atom: for parentheses, the opening one.
        group: What breaks around it.
        query: The group of its clauses, for queries.
        items: What is being read of it.
        verb: The first word of the query proper.
        join: The group of the join that is being read; -1 for none.
        child: First and last atom of the parenthesis that was closed last in it.
        is_between: Whether a BETWEEN waits for its AND.
    """

    __slots__ = ("child", "group", "is_between", "items", "join", "place", "query", "start", "verb")

    def __init__(self, place: Place, start: int, group: int, items: Items, query: int = -1, verb: str = "") -> None:
        self.place = place
        self.start = start
        self.group = group
        self.query = query
        self.items = items
        self.verb = verb
        self.join = -1
        self.child = (-1, -1)
        self.is_between = False
