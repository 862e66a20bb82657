"""What is worked out of a statement on the way: contexts of places, sources with what is known of them, columns."""

from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.completion.blocks import Block, Segment
from lapwing.sql.completion.facts import Clause, Source
from lapwing.sql.completion.from_items import FromItem
from lapwing.sql.completion.names import NamedColumn


@dataclass(frozen=True, slots=True)
class Context:
    """What a parenthesis is part of.

    Attributes:
        parent: What is around the query; None for the outermost one.
        at: The parenthesis of the query; -1 for the outermost one.
        segment: The clause of the query that the parenthesis is in; None where the query's own clauses follow.
        clause: What stands in the parenthesis, where that is not the clause around it.
        opened: The innermost parenthesis that `clause` is about.
    """

    block: Block
    parent: "Context | None" = None
    at: int = -1
    segment: Segment | None = None
    clause: Clause | None = None
    opened: int = -1


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source, and whether its columns are all known, in order.

    Attributes:
        cte: The token that names the common table expression that it is; -1 when it is none.
    """

    source: Source
    item: FromItem | None = None
    is_whole: bool = False
    cte: int = -1


@dataclass(frozen=True, slots=True)
class Outputs:
    """The columns that a query gives, and whether these are all of them."""

    columns: tuple[NamedColumn, ...] = ()
    is_whole: bool = False


UNKNOWN: Final = Outputs()
