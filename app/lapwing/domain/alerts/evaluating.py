"""Judging a bound expression by the values of one connection: each series by itself, in three truths.

Truth is that of S. C. Kleene's strong logic: what is not known is None, and stays so unless the other side settles it
(`false and unknown` is false). Series of two sides go together where the labels that both have are equal.
"""

import math
import operator
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from lapwing.domain.alerts.binding import Bound
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
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.monitoring.metrics import Labels

Value = float | str | bool | None
"""None: not known."""
Found = dict[Labels, Value]
MOST_SERIES: Final = 1_000
"""That a judgement is made of; what is beyond is left out."""
_NO_LABELS: Final[Labels] = ()


class Readable(Protocol):
    """The values of one connection at a moment."""

    def now(self, metric: str) -> Mapping[Labels, float | str | None] | None:
        """The series of a metric; None: it was not read at all; empty: it was, and there is no series."""
        ...

    def over(self, metric: str, labels: Labels, function: str, window_s: float) -> float | None:
        """`avg`, `min`, `max`, `sum`, `delta` or `rate` of a series over the last seconds; None: not known."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is so of one series.

    Attributes:
        is_so: None: not known.
        value: Of the part that is shown.
    """

    labels: Labels
    is_so: bool | None
    value: float | str | None = None


def judge(bound: Bound, values: Readable) -> tuple[Verdict, ...]:
    """A verdict for each series; none where the metric was read and has no series."""
    found = _value(bound.tree, values)
    shown = _value(bound.shown, values) if bound.shown is not None else {}
    return tuple(
        Verdict(labels, truth if isinstance(truth, bool) else None, _shown(shown, labels))
        for labels, truth in sorted(found.items())
    )


def _shown(shown: Found, labels: Labels) -> float | str | None:
    for each, value in shown.items():
        if (each == labels or set(each) <= set(labels)) and not isinstance(value, bool):
            return value
    return None


def _value(node: Node, values: Readable) -> Found:
    if isinstance(node, Quantity | Text):
        return {_NO_LABELS: node.value}
    if isinstance(node, Selector):
        return _series(node, values)
    if isinstance(node, Absent):
        found = _series(node.of, values)
        return {_NO_LABELS: all(value is None for value in found.values())}
    if isinstance(node, OverTime):
        return {
            labels: _finite(values.over(node.of.metric, labels, node.function, node.window_s))
            for labels in _series(node.of, values)
        }
    if isinstance(node, OverSeries):
        return {_NO_LABELS: _across(node.function, list(_value(node.of, values).values()))}
    if isinstance(node, Negation):
        turn = _not if node.sign == "not" else _minus
        return {labels: turn(value) for labels, value in _value(node.of, values).items()}
    assert isinstance(node, Binary), "the parser makes nothing else"
    return _joined(node.sign, _value(node.left, values), _value(node.right, values))


def _series(node: Selector, values: Readable) -> Found:
    found = values.now(node.metric)
    if found is None:
        return {_NO_LABELS: None}
    chosen: Found = {}
    for labels, value in found.items():
        if node.fits(labels):
            chosen[labels] = value if isinstance(value, str) else _finite(value)
        if len(chosen) >= MOST_SERIES:
            break
    return chosen


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _across(function: str, values: list[Value]) -> Value:
    """Over all series; unknown where one of them is, since it could change the outcome."""
    if function == "count":
        truths = [value for value in values if isinstance(value, bool)]
        if len(truths) == len(values) and truths:
            return float(sum(truths))
        return float(len(values)) if None not in values else None
    numbers = [float(value) for value in values if value is not None and not isinstance(value, str)]
    if len(numbers) < len(values):
        return None
    if function == "sum":
        return _finite(math.fsum(numbers))
    if not numbers:
        return None
    if function == "avg":
        return _finite(math.fsum(numbers) / len(numbers))
    return min(numbers) if function == "min" else max(numbers)


def _not(value: Value) -> Value:
    return not value if isinstance(value, bool) else None


def _minus(value: Value) -> Value:
    return -value if isinstance(value, float | int) else None


def _joined(sign: str, left: Found, right: Found) -> Found:
    """Both sides put together, series by series."""
    do = _SIGNS[sign]
    made: Found = {}
    by_names = _by_names(right)
    for one, one_value in left.items():
        names = tuple(name for name, _ in one)
        for other_names, others in by_names.items():
            fitting = [one] if other_names == names else others
            for other in fitting:
                labels = _merged(one, other) if other in right else None
                if labels is not None:
                    made[labels] = do(one_value, right[other])
        if len(made) >= MOST_SERIES:
            break
    return made


def _by_names(found: Found) -> dict[tuple[str, ...], list[Labels]]:
    """Labels by their names: where both sides have the same names, one look is enough."""
    made: dict[tuple[str, ...], list[Labels]] = {}
    for labels in found:
        made.setdefault(tuple(name for name, _ in labels), []).append(labels)
    return made


def _merged(one: Labels, other: Labels) -> Labels | None:
    """All labels of both; None: one that both have has two values."""
    both = dict(one)
    for name, value in other:
        if both.setdefault(name, value) != value:
            return None
    return tuple(sorted(both.items()))


def _and(one: Value, other: Value) -> Value:
    if one is False or other is False:
        return False
    return True if one is True and other is True else None


def _or(one: Value, other: Value) -> Value:
    if one is True or other is True:
        return True
    return False if one is False and other is False else None


def _comparing(compare: Callable[[Any, Any], bool]) -> Callable[[Value, Value], Value]:
    def judge_pair(one: Value, other: Value) -> Value:
        if one is None or other is None or isinstance(one, str) is not isinstance(other, str):
            return None
        return compare(one, other)

    return judge_pair


def _reckoning(reckon: Callable[[float, float], float]) -> Callable[[Value, Value], Value]:
    def reckoned(one: Value, other: Value) -> Value:
        if not isinstance(one, float | int) or not isinstance(other, float | int):
            return None
        try:
            return _finite(reckon(float(one), float(other)))
        except ArithmeticError:  # nothing divided by nothing is not known
            return None

    return reckoned


_COMPARE: Final = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
_SIGNS: Final[Mapping[str, Callable[[Value, Value], Value]]] = {
    "and": _and,
    "or": _or,
    **{sign: _comparing(_COMPARE[sign]) for sign in COMPARISONS},
    "+": _reckoning(operator.add),
    "-": _reckoning(operator.sub),
    "*": _reckoning(operator.mul),
    "/": _reckoning(operator.truediv),
}
