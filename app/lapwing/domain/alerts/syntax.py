"""The pieces of an expression: tokens, and the tree that is made of them."""

from dataclasses import field
from enum import StrEnum

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels, Unit


class TokenKind(StrEnum):
    NAME = "name"
    QUANTITY = "quantity"
    TEXT = "text"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """`start` and `end` are character offsets, `end` behind it. `value` and `unit` are a quantity's, in base units."""

    kind: TokenKind
    text: str
    start: int
    end: int
    value: float = 0.0
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """Something of the tree, and where it stands."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity(Node):
    """A number as it was written; `unit` None: without one."""

    value: float
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Text(Node):
    value: str


@dataclass(frozen=True, slots=True)
class LabelFilter:
    name: str
    value: str
    is_negated: bool = False

    def fits(self, labels: Labels) -> bool:
        """A label that is not there counts as empty."""
        return (dict(labels).get(self.name, "") == self.value) is not self.is_negated


@dataclass(frozen=True, slots=True)
class Selector(Node):
    """A metric's series, those that fit the filters."""

    metric: str
    filters: tuple[LabelFilter, ...] = ()

    def fits(self, labels: Labels) -> bool:
        return all(each.fits(labels) for each in self.filters)


@dataclass(frozen=True, slots=True)
class OverTime(Node):
    """A function over the last `window_s` seconds of each series: `avg(cache_hit, 15m)`."""

    function: str
    of: Selector
    window_s: float


@dataclass(frozen=True, slots=True)
class OverSeries(Node):
    """A function over all series at one moment: `sum(sessions)`."""

    function: str
    of: "Node"


@dataclass(frozen=True, slots=True)
class Absent(Node):
    of: Selector


@dataclass(frozen=True, slots=True)
class Negation(Node):
    """`sign`: `-` or `not`."""

    sign: str
    of: "Node"


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """`sign`: `or`, `and`, a comparison, or one of `+ - * /`. `at` is where the sign stands."""

    sign: str
    left: "Node"
    right: "Node"
    at: int = field(default=0)


COMPARISONS = frozenset({"<", "<=", ">", ">=", "==", "!="})
