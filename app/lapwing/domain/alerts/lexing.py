"""Expressions as tokens."""

import re
from collections.abc import Iterator
from typing import Final

from lapwing.domain.alerts.errors import ExpressionInvalid
from lapwing.domain.alerts.quantities import NUMBER, scale_of
from lapwing.domain.alerts.syntax import Token, TokenKind
from lapwing.domain.monitoring.metrics import Unit
from lapwing.domain.visible import escaped

LONGEST: Final = 2_000
"""Characters of an expression."""
_BLANK: Final = " \t\r\n"
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.]*")
_WORD: Final = re.compile(r"[A-Za-z]+(?![A-Za-z0-9_.])")
_SIGNS: Final = ("<=", ">=", "==", "!=", "<", ">", "=", "(", ")", "{", "}", ",", "+", "-", "*", "/")
_PER_SECOND: Final = {Unit.BYTES: Unit.BYTES_PER_SECOND, None: Unit.PER_SECOND}


def tokens(text: str) -> list[Token]:
    """All of them, with one of the kind END behind the last.

    Raises:
        ExpressionInvalid: Something in it is no token.
    """
    if len(text) > LONGEST:
        raise ExpressionInvalid(
            reason=f"The expression has more than {LONGEST} characters.",
            position=LONGEST,
            length=1,
            advice="Write several rules.",
        )
    return [*_Lexer(text).tokens(), Token(TokenKind.END, "", len(text), len(text))]


class _Lexer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def tokens(self) -> Iterator[Token]:
        while self._skip_blank():
            yield self._next()

    def _skip_blank(self) -> bool:
        """Whether there is more."""
        while self._at < len(self._text) and self._text[self._at] in _BLANK:
            self._at += 1
        return self._at < len(self._text)

    def _next(self) -> Token:
        start, letter = self._at, self._text[self._at]
        if "0" <= letter <= "9":
            return self._quantity(start)
        if letter in "'\"":
            return self._string(start, letter)
        name = _NAME.match(self._text, start)
        if name:
            return self._token(TokenKind.NAME, name.end())
        for sign in _SIGNS:
            if self._text.startswith(sign, start):
                return self._token(TokenKind.SIGN, start + len(sign))
        raise ExpressionInvalid(
            reason=f"{escaped(letter) if not letter.isprintable() else letter} has no meaning here.",
            position=start,
            length=1,
            advice="Write for example cache_hit < 0.99 or sessions{state='active'} > 50.",
        )

    def _token(self, kind: TokenKind, end: int) -> Token:
        start, self._at = self._at, end
        return Token(kind, self._text[start:end], start, end)

    def _string(self, start: int, quote: str) -> Token:
        end = self._text.find(quote, start + 1)
        if end < 0:
            raise ExpressionInvalid(
                reason="A text that begins here has no end.",
                position=start,
                length=len(self._text) - start,
                advice=f"Close it with {quote}",
            )
        self._at = end + 1
        return Token(TokenKind.TEXT, self._text[start + 1 : end], start, self._at)

    def _quantity(self, start: int) -> Token:
        """A number with its unit; `1h 30m` is one, since each piece has a unit of time."""
        value, unit, end = self._piece(start)
        if unit is Unit.SECONDS:
            while (more := self._following_piece(end)) is not None:
                value, end = value + more[0], more[1]
        self._at = end
        return Token(TokenKind.QUANTITY, self._text[start:end], start, end, value, unit)

    def _following_piece(self, at: int) -> tuple[float, int] | None:
        while at < len(self._text) and self._text[at] in " \t":
            at += 1
        if at >= len(self._text) or not "0" <= self._text[at] <= "9":
            return None
        value, unit, end = self._piece(at)
        return (value, end) if unit is Unit.SECONDS else None

    def _piece(self, start: int) -> tuple[float, Unit | None, int]:
        number = NUMBER.match(self._text, start)
        assert number is not None, "a digit begins a number"
        value, at = float(number[0].replace("_", "")), number.end()
        if value == float("inf"):
            raise ExpressionInvalid(
                reason="This number is too large.", position=start, length=at - start, advice="Write a smaller one."
            )
        behind = at
        while behind < len(self._text) and self._text[behind] in " \t":
            behind += 1
        if self._text.startswith("%", behind):
            return value / 100, Unit.SHARE, behind + 1
        word = _WORD.match(self._text, behind)
        scale = scale_of(word[0]) if word else None
        if word is None or scale is None:
            self._refuse_word(at)
            return self._per_second(value, None, at)
        return self._per_second(value * scale[0], scale[1], word.end())

    def _per_second(self, value: float, unit: Unit | None, at: int) -> tuple[float, Unit | None, int]:
        is_rate = unit in _PER_SECOND and re.compile(r"/s(?![A-Za-z0-9_.(])").match(self._text, at)
        return (value, _PER_SECOND[unit], at + 2) if is_rate else (value, unit, at)

    def _refuse_word(self, at: int) -> None:
        """A word right behind a number, as in `5x`, is a unit that there is not."""
        word = _NAME.match(self._text, at)
        if word:
            raise ExpressionInvalid(
                reason=f"{word[0]} is no unit.",
                position=at,
                length=len(word[0]),
                advice="Units are ms, s, m, h, d, w for times, B, kB, MB, GB, TB for sizes, and %.",
            )
