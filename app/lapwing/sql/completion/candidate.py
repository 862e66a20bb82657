"""One thing that may be offered, before it is known whether it fits what was typed."""

from enum import IntEnum

from lapwing.domain.completion import ItemKind
from lapwing.domain.late_dataclass import dataclass


class Tier(IntEnum):
    """What is likely at a place, the likeliest first. The places differ in which of these they offer."""

    MEANT = 0
    """What this very place is for: a join condition by a key, the columns that are left, the only keyword."""
    NEAREST = 1
    """Columns of the query's own sources, CTEs, outputs."""
    NEAR = 2
    """Columns of the query around it, relations of the search path."""
    NAMED = 3
    """What the statement names otherwise: aliases, parameters."""
    ELSEWHERE = 4
    """What has to be written with its schema; the database's own routines."""
    WORD = 5
    """The server's own words: keywords, where names are likelier, and functions."""
    FAR = 6
    SYSTEM = 9
    """The server's own schemas and what is in them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that may be offered.

    Attributes:
        tier: A `Tier`, or one of them and more for what is farther away.
        match_from: Where in the label the part begins that is compared with what was typed.
        is_strict: Whether what was typed must fit the beginnings of its words.
    """

    kind: ItemKind
    label: str
    insert: str
    tier: int
    detail: str = ""
    caret_back: int = 0
    comment: str = ""
    match_from: int = 0
    is_strict: bool = False
