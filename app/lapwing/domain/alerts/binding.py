"""Looking an expression up before it is judged: are there such metrics, and do their units fit together?

What fits is made the same on the way: a time beside a metric in milliseconds becomes milliseconds, a text such as '2h'
beside a metric of seconds becomes that time.
"""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from enum import StrEnum
from typing import Final, NoReturn

from lapwing.domain.alerts.errors import ExpressionInvalid
from lapwing.domain.alerts.known import KnownMetric
from lapwing.domain.alerts.parsing import FUNCTIONS, parse
from lapwing.domain.alerts.quantities import number_in, parse_duration
from lapwing.domain.alerts.syntax import (
    COMPARISONS,
    Absent,
    Binary,
    Negation,
    Node,
    OverSeries,
    OverTime,
    Quantity,
    Selector,
    Text,
    TokenKind,
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Unit


class Sort(StrEnum):
    """What a value is that has no unit."""

    NUMBER = "number"
    """Fits to every unit: it was written without one."""
    ANY = "any"
    """Nobody knows; fits to everything."""
    TEXT = "text"
    TRUTH = "truth"


Kind = Unit | Sort
_WORDS: Final[Mapping[Kind, str]] = {
    Unit.COUNT: "a count",
    Unit.PER_SECOND: "a number per second",
    Unit.SHARE: "a share",
    Unit.BYTES: "a size",
    Unit.BYTES_PER_SECOND: "a size per second",
    Unit.SECONDS: "a time",
    Unit.MILLISECONDS: "a time",
    Unit.SECONDS_PER_SECOND: "a time per second",
    Sort.NUMBER: "a number",
    Sort.ANY: "a value",
    Sort.TEXT: "a text",
    Sort.TRUTH: "a condition",
}
_RATES: Final[Mapping[Kind, Kind]] = {
    Unit.COUNT: Unit.PER_SECOND,
    Unit.BYTES: Unit.BYTES_PER_SECOND,
    Unit.SECONDS: Unit.SECONDS_PER_SECOND,
}
_MS_PER_S: Final = 1_000.0


@dataclass(frozen=True, slots=True)
class Bound:
    """An expression that can be judged.

    Attributes:
        tree: What is judged.
        shown: The part whose value is told beside the judgement: the left side of the first comparison.
        unit: Of that value; None where it has none, or nobody knows.
        windows: How far back each metric is needed, in seconds; those needed only as they are now are not named.
        metrics: All that it names.
    """

    text: str
    tree: Node
    shown: Node | None
    unit: Unit | None
    windows: tuple[tuple[str, float], ...]
    metrics: tuple[str, ...]


def bind(text: str, known: Mapping[str, KnownMetric]) -> Bound:
    """Read an expression and look it up.

    Raises:
        ExpressionInvalid: It is none, names a metric that there is not, or compares what cannot be compared.
    """
    tree = parse(text)
    binder = _Binder(known)
    bound, kind = binder.bind(tree)
    if kind is not Sort.TRUTH:
        raise _refused(tree, f"This is {_WORDS[kind]}, and no condition.", "Compare it: cache_hit < 0.99.")
    shown, unit = _shown_part(bound, binder)
    return Bound(text, bound, shown, unit, tuple(sorted(binder.windows)), tuple(sorted(binder.metrics)))


def _shown_part(tree: Node, binder: "_Binder") -> tuple[Node | None, Unit | None]:
    """The side of the first comparison that is no constant."""
    if isinstance(tree, Binary) and tree.sign in COMPARISONS:
        part = tree.right if isinstance(tree.left, Quantity | Text) else tree.left
        kind = binder.bind(part)[1]
        return part, kind if isinstance(kind, Unit) else None
    if isinstance(tree, Binary):
        found = _shown_part(tree.left, binder)
        return found if found[0] is not None else _shown_part(tree.right, binder)
    if isinstance(tree, Negation):
        return _shown_part(tree.of, binder)
    return None, None


class _Binder:
    def __init__(self, known: Mapping[str, KnownMetric]) -> None:
        self._known = known
        self.windows: set[tuple[str, float]] = set()
        self.metrics: set[str] = set()

    def bind(self, node: Node) -> tuple[Node, Kind]:
        """The same made fit to be judged, and what its value is."""
        if isinstance(node, Quantity):
            return node, node.unit or Sort.NUMBER
        if isinstance(node, Text):
            return node, Sort.TEXT
        if isinstance(node, Selector):
            return node, self._selector(node)
        if isinstance(node, Absent):
            self._selector(node.of)
            return node, Sort.TRUTH
        if isinstance(node, OverTime):
            return node, self._over_time(node)
        if isinstance(node, OverSeries):
            return self._over_series(node)
        if isinstance(node, Negation):
            return self._negation(node)
        assert isinstance(node, Binary), "the parser makes nothing else"
        return self._binary(node)

    def _selector(self, node: Selector) -> Kind:
        found = self._known.get(node.metric)
        if found is None:
            self._refuse_unknown(node)
        self.metrics.add(node.metric)
        for each in node.filters:
            if found.labels is not None and each.name not in found.labels:
                names = ", ".join(found.labels)
                advice = f"Its labels are {names}." if names else "It has no labels: leave out the braces."
                raise _refused(node, f"{node.metric} has no label {each.name}.", advice)
        return Sort.TEXT if found.texts else found.unit or Sort.ANY

    def _refuse_unknown(self, node: Selector) -> NoReturn:
        near = get_close_matches(node.metric, [*self._known, *FUNCTIONS], 3, 0.5)
        parts = [name for name in sorted(self._known) if node.metric in name]
        names = list(dict.fromkeys([*near, *parts]))[:5]
        advice = f"Did you mean {' or '.join(names)}?" if names else "The page of alerts lists the metrics."
        if node.metric.lower() in FUNCTIONS:
            advice = f"{node.metric} is a function: write {node.metric}(metric, 5m)."
        raise _refused(node, f"There is no metric {node.metric}.", advice)

    def _over_time(self, node: OverTime) -> Kind:
        kind = self._selector(node.of)
        if kind is Sort.TEXT:
            raise _refused(
                node, f"{node.of.metric} is a text, and {node.function} needs numbers.", "Compare it: == 'failed'."
            )
        self.windows.add((node.of.metric, node.window_s))
        return _RATES.get(kind, Sort.ANY) if node.function == "rate" else kind

    def _over_series(self, node: OverSeries) -> tuple[Node, Kind]:
        of, kind = self.bind(node.of)
        if node.function == "count":
            return replace(node, of=of), Unit.COUNT
        self._want_number(node.of, kind)
        return replace(node, of=of), kind

    def _negation(self, node: Negation) -> tuple[Node, Kind]:
        of, kind = self.bind(node.of)
        if node.sign == "not":
            self._want_truth(node.of, kind)
            return replace(node, of=of), Sort.TRUTH
        self._want_number(node.of, kind)
        return replace(node, of=of), kind

    def _binary(self, node: Binary) -> tuple[Node, Kind]:
        left, left_kind = self.bind(node.left)
        right, right_kind = self.bind(node.right)
        if node.sign in {"and", "or"}:
            self._want_truth(node.left, left_kind)
            self._want_truth(node.right, right_kind)
            return replace(node, left=left, right=right), Sort.TRUTH
        if node.sign in COMPARISONS:
            left, right = self._comparable(node, (left, left_kind), (right, right_kind))
            return replace(node, left=left, right=right), Sort.TRUTH
        self._want_number(node.left, left_kind)
        self._want_number(node.right, right_kind)
        if node.sign in {"*", "/"}:
            return replace(node, left=left, right=right), _product(node.sign, left_kind, right_kind)
        left, right, kind = self._alike(node, (left, left_kind), (right, right_kind))
        return replace(node, left=left, right=right), kind

    def _comparable(self, node: Binary, left: tuple[Node, Kind], right: tuple[Node, Kind]) -> tuple[Node, Node]:
        if Sort.TRUTH in {left[1], right[1]}:
            raise _refused(node, "A condition cannot be compared.", "Join conditions by and, or, not.")
        if left[1] is Sort.TEXT and right[1] is Sort.TEXT:
            self._see_texts(node, left[0], right[0])
            return left[0], right[0]
        left, right = _text_as_number(left, right[1]), _text_as_number(right, left[1])
        if Sort.TEXT in {left[1], right[1]}:
            return left[0], right[0]  # beside a metric of which nothing is known
        one, other, _ = self._alike(node, left, right)
        return one, other

    def _see_texts(self, node: Binary, left: Node, right: Node) -> None:
        if node.sign not in {"==", "!="}:
            raise _refused(node, f"Texts are equal or not; {node.sign} has no meaning for them.", "Write == or !=.")
        for metric, text in ((left, right), (right, left)):
            if isinstance(metric, Selector) and isinstance(text, Text):
                there = self._known[metric.metric].texts
                if text.value not in there:
                    names = ", ".join(f"'{each}'" for each in there)
                    raise _refused(text, f"{metric.metric} is never '{text.value}'.", f"Its values are {names}.")

    def _alike(self, node: Binary, left: tuple[Node, Kind], right: tuple[Node, Kind]) -> tuple[Node, Node, Kind]:
        """Both sides in one unit."""
        (one, one_kind), (other, other_kind) = left, right
        if one_kind is Unit.SECONDS and other_kind is Unit.MILLISECONDS:
            return _in_ms(one), other, other_kind
        if one_kind is Unit.MILLISECONDS and other_kind is Unit.SECONDS:
            return one, _in_ms(other), one_kind
        _see_share(one_kind, other)
        _see_share(other_kind, one)
        if one_kind in {Sort.NUMBER, Sort.ANY}:
            return one, other, other_kind
        if other_kind in {Sort.NUMBER, Sort.ANY} or one_kind is other_kind:
            return one, other, one_kind
        reason = f"{_WORDS[one_kind].capitalize()} and {_WORDS[other_kind]} cannot be taken together."
        raise _refused(node, reason, "Give both sides the same unit.")

    @staticmethod
    def _want_number(node: Node, kind: Kind) -> None:
        if kind in {Sort.TEXT, Sort.TRUTH}:
            raise _refused(node, f"A number is needed here, and this is {_WORDS[kind]}.", "Write a metric or a number.")

    @staticmethod
    def _want_truth(node: Node, kind: Kind) -> None:
        if kind is not Sort.TRUTH:
            raise _refused(
                node, f"A condition is needed here, and this is {_WORDS[kind]}.", "Compare it: blocked_sessions > 5."
            )


def _text_as_number(side: tuple[Node, Kind], other: Kind) -> tuple[Node, Kind]:
    """A text beside a number is meant as one: '2h', '0.05'."""
    node, kind = side
    if kind is not Sort.TEXT or other is Sort.ANY:
        return side
    if isinstance(node, Text):
        plain = number_in(node.value.strip())
        if plain is not None:
            return Quantity(node.start, node.end, plain), Sort.NUMBER
        quantity = _written_quantity(node.value)
        if quantity is not None:
            return replace(quantity, start=node.start, end=node.end), quantity.unit or Sort.NUMBER
        raise _refused(
            node, f"'{node.value}' is a text, and beside it stands {_WORDS[other]}.", "Write a number, or '2h'."
        )
    raise _refused(
        node, f"This is a text, and beside it stands {_WORDS[other]}.", "Compare it with a text: == 'failed'."
    )


def _written_quantity(text: str) -> Quantity | None:
    from lapwing.domain.alerts.lexing import tokens

    seconds = parse_duration(text)
    if seconds is not None:
        return Quantity(0, 0, seconds, Unit.SECONDS)
    try:
        found = tokens(text)
    except ExpressionInvalid:
        return None
    is_one = len(found) == 2 and found[0].kind is TokenKind.QUANTITY
    return Quantity(0, 0, found[0].value, found[0].unit) if is_one else None


def _in_ms(node: Node) -> Node:
    return Binary(node.start, node.end, "*", node, Quantity(node.start, node.end, _MS_PER_S), node.start)


def _see_share(kind: Kind, node: Node) -> None:
    """A share is from 0 to 1: who writes 99 means 99%."""
    if kind is Unit.SHARE and isinstance(node, Quantity) and node.unit is None and node.value > 1:
        raise _refused(
            node,
            "A share is from 0 to 1, so this is never reached.",
            f"Write {node.value:g}% or {node.value / 100:g}.",
        )


def _product(sign: str, left: Kind, right: Kind) -> Kind:
    if right is Sort.NUMBER:
        return left
    if sign == "*":
        return right if left is Sort.NUMBER else Sort.ANY
    return Sort.NUMBER if left is right and left is not Sort.ANY else Sort.ANY


def _refused(node: Node, reason: str, advice: str) -> ExpressionInvalid:
    return ExpressionInvalid(reason=reason, position=node.start, length=max(1, node.end - node.start), advice=advice)
