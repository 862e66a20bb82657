"""What a query or a statement is cut into: clauses, the arms they belong to, common table expressions."""

from dataclasses import field

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion.facts import Clause


@dataclass(slots=True)
class Segment:
    """One clause.

    Attributes:
        head: Its keyword; where it would stand when there is none.
        start, end: The tokens of its content.
        arm: The part of the statement that it belongs to, an index of `Block.arms`.
        has_sources: Whether the relations that it names can be referred to.
    """

    clause: Clause
    head: int
    start: int
    end: int
    arm: int
    has_sources: bool = False


@dataclass(slots=True)
class Arm:
    """One SELECT, VALUES, INSERT and so on. Each has sources of its own.

    Attributes:
        verb: In upper case; `(` for a query in parentheses; `OTHER` for what neither reads nor changes rows; empty for
            what leads a statement.
        start: Its first token.
        first: The arm that names the columns of a set operation that this one is part of; itself otherwise.
    """

    verb: str
    start: int
    first: int


@dataclass(slots=True)
class Cte:
    """A common table expression.

    Attributes:
        name: Its token.
        columns, body: The parentheses of its column list and its query; -1 when they are missing.
    """

    name: int
    columns: int = -1
    body: int = -1
    is_recursive: bool = False


@dataclass(slots=True)
class Block:
    """A query, or a statement: its clauses in order, one behind the other.

    Attributes:
        around: The parenthesis that it stands in, -1 for none.
        roles: What some parentheses in it hold.
        of_arm: The clauses of each arm.
    """

    start: int
    end: int
    around: int
    segments: list[Segment] = field(default_factory=list)
    arms: list[Arm] = field(default_factory=list)
    ctes: list[Cte] = field(default_factory=list)
    roles: dict[int, Clause] = field(default_factory=dict)
    of_arm: dict[int, list[Segment]] = field(default_factory=dict)

    def segment_at(self, place: int) -> Segment:
        """The clause that the place before token `place` is in."""
        low, high = 0, len(self.segments) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.segments[middle].start <= place:
                low = middle
            else:
                high = middle - 1
        return self.segments[low]

    def find(self, arm: int, clause: Clause) -> Segment | None:
        """The first such clause of an arm."""
        return next((one for one in self.of_arm.get(arm, ()) if one.clause is clause), None)
