"""Tokens as a tree, by operator precedence (V. R. Pratt, Top Down Operator Precedence, POPL 1973)."""

from difflib import get_close_matches
from typing import Final

from lapwing.domain.alerts.errors import ExpressionInvalid
from lapwing.domain.alerts.lexing import tokens
from lapwing.domain.alerts.quantities import parse_duration
from lapwing.domain.alerts.syntax import (
    COMPARISONS,
    Absent,
    Binary,
    LabelFilter,
    Negation,
    Node,
    OverSeries,
    OverTime,
    Quantity,
    Selector,
    Text,
    Token,
    TokenKind,
)
from lapwing.domain.monitoring.metrics import Unit

OVER_TIME: Final = ("avg", "min", "max", "sum", "rate", "delta")
OVER_SERIES: Final = ("sum", "avg", "min", "max", "count")
FUNCTIONS: Final = tuple(dict.fromkeys((*OVER_TIME, *OVER_SERIES, "absent")))
WORDS: Final = ("and", "or", "not")
LONGEST_WINDOW_S: Final = 86_400.0
DEEPEST: Final = 50
"""Parentheses, functions and signs in each other."""
MOST_SIGNS: Final = 150
"""Operators in one expression."""
_BINDING: Final = {
    "or": 10,
    "and": 20,
    **dict.fromkeys((*COMPARISONS, "="), 40),
    **dict.fromkeys("+-", 50),
    **dict.fromkeys("*/", 60),
}
_NOT_BINDS: Final = 30
_MINUS_BINDS: Final = 70


def parse(text: str) -> Node:
    """The tree of an expression. Names of metrics are not looked up.

    Raises:
        ExpressionInvalid: It is none.
    """
    return _Parser(text).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._at = 0
        self._depth = 0
        self._signs = 0

    @property
    def _now(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._now
        if token.kind is not TokenKind.END:
            self._at += 1
        return token

    def _takes(self, sign: str) -> Token | None:
        return self._take() if self._now.kind is TokenKind.SIGN and self._now.text == sign else None

    def _expect(self, sign: str, what: str) -> Token:
        found = self._takes(sign)
        if found is None:
            raise _wrong(self._now, f"{sign} is missing: {what}", f"Write {sign} here.")
        return found

    def _is_over(self) -> bool:
        return self._now.kind is TokenKind.END

    def whole(self) -> Node:
        if self._is_over():
            raise _wrong(self._now, "The expression is empty.", "Write for example cache_hit < 0.99.")
        tree = self._expression(0)
        if not self._is_over():
            raise _wrong(
                self._now,
                f"Nothing joins {_shown(self._now)} to what stands before it.",
                "Put and, or, or a comparison between.",
            )
        return tree

    def _expression(self, least: int) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _wrong(self._now, f"More than {DEEPEST} levels are nested here.", "Write several rules.")
        left = self._first()
        while (binding := self._binding()) > least:
            sign = self._take()
            self._signs += 1
            if self._signs > MOST_SIGNS:
                raise _wrong(sign, f"The expression has more than {MOST_SIGNS} signs.", "Write several rules.")
            word = "==" if sign.text == "=" else sign.text.lower() if sign.kind is TokenKind.NAME else sign.text
            right = self._expression(binding)
            if word in COMPARISONS and self._binding() == binding:
                raise _wrong(self._now, "Comparisons cannot be chained.", "Write a < b and b < c.")
            left = Binary(left.start, right.end, word, left, right, sign.start)
        self._depth -= 1
        return left

    def _binding(self) -> int:
        if self._now.kind is TokenKind.SIGN:
            return _BINDING.get(self._now.text, 0)
        word = self._now.text.lower() if self._now.kind is TokenKind.NAME else ""
        return _BINDING.get(word, 0)

    def _first(self) -> Node:
        token = self._take()
        if token.kind is TokenKind.QUANTITY:
            return Quantity(token.start, token.end, token.value, token.unit)
        if token.kind is TokenKind.TEXT:
            return Text(token.start, token.end, token.text)
        if token.kind is TokenKind.NAME:
            return self._named(token)
        if token.text == "(":
            inside = self._expression(0)
            self._expect(")", "a parenthesis was opened before.")
            return inside
        if token.text == "-":
            of = self._expression(_MINUS_BINDS)
            return Negation(token.start, of.end, "-", of)
        what = "The expression ends here" if token.kind is TokenKind.END else f"{_shown(token)} stands here"
        raise _wrong(token, f"{what}, and a value is missing.", "Write a metric, a number or a function.")

    def _named(self, token: Token) -> Node:
        word = token.text.lower()
        if word == "not":
            of = self._expression(_NOT_BINDS)
            return Negation(token.start, of.end, "not", of)
        if word in WORDS:
            raise _wrong(token, f"{token.text} stands between two conditions.", "Write a condition before it.")
        if self._now.kind is TokenKind.SIGN and self._now.text == "(":
            return self._call(token)
        return self._selector(token)

    def _selector(self, token: Token) -> Selector:
        filters: list[LabelFilter] = []
        end = token.end
        if self._takes("{"):
            while not self._is_sign("}"):
                filters.append(self._filter())
                if not self._takes(","):
                    break
            end = self._expect("}", "the filter of labels was opened before.").end
        return Selector(token.start, end, token.text, tuple(filters))

    def _is_sign(self, sign: str) -> bool:
        return self._now.kind is TokenKind.SIGN and self._now.text == sign

    def _filter(self) -> LabelFilter:
        name = self._take()
        if name.kind is not TokenKind.NAME:
            raise _wrong(name, "The name of a label is missing.", "Write for example {state='active'}.")
        sign = self._take()
        if sign.text not in {"=", "==", "!="}:
            raise _wrong(sign, f"= or != has to stand behind {name.text}.", "Write for example {state='active'}.")
        value = self._take()
        if value.kind is not TokenKind.TEXT:
            raise _wrong(value, "The value of a label stands in quotes.", f"Write {name.text}='...'.")
        return LabelFilter(name.text, value.text, sign.text == "!=")

    def _call(self, name: Token) -> Node:
        function = name.text.lower()
        if function not in FUNCTIONS:
            near = get_close_matches(function, FUNCTIONS, 1)
            advice = f"Did you mean {near[0]}?" if near else f"Functions are {', '.join(FUNCTIONS)}."
            raise _wrong(name, f"There is no function {name.text}.", advice)
        self._expect("(", f"{name.text} takes its argument in parentheses.")
        of = self._expression(0)
        window = self._window() if self._takes(",") else None
        end = self._expect(")", f"the arguments of {name.text} end here.").end
        if function == "absent":
            return Absent(name.start, end, self._only_metric(of, name, window))
        if window is not None:
            if function not in OVER_TIME:
                raise _wrong(name, f"{name.text} takes no time.", f"Over a time there are {', '.join(OVER_TIME)}.")
            return OverTime(name.start, end, function, self._only_metric(of, name, None), window)
        if function not in OVER_SERIES:
            raise _wrong(name, f"{name.text} needs a time.", f"Write {name.text}(metric, 5m).")
        return OverSeries(name.start, end, function, of)

    def _window(self) -> float:
        token = self._take()
        seconds = None
        if token.kind is TokenKind.QUANTITY and token.unit in {Unit.SECONDS, None}:
            seconds = token.value
        elif token.kind is TokenKind.TEXT:
            seconds = parse_duration(token.text)
        if seconds is None:
            raise _wrong(token, "A time is missing here.", "Write for example 5m, 90s or 2h.")
        if not 1 <= seconds <= LONGEST_WINDOW_S:
            raise _wrong(token, "The time has to be from 1s to 1d.", "Write for example 15m.")
        return seconds

    @staticmethod
    def _only_metric(of: Node, name: Token, window: float | None) -> Selector:
        if isinstance(of, Selector) and window is None:
            return of
        raise _wrong(
            name, f"{name.text} takes a metric here, and nothing else.", "Write for example avg(cache_hit, 15m)."
        )


def _shown(token: Token) -> str:
    return token.text or "the end"


def _wrong(token: Token, reason: str, advice: str) -> ExpressionInvalid:
    return ExpressionInvalid(reason=reason, position=token.start, length=max(1, token.end - token.start), advice=advice)
