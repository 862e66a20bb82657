"""The lexer that all dialects share: one regular expression, and tables that say what each piece is.

`findall` cuts a whole text in C, a memo from piece to kind names the pieces in C; Python is only entered for a piece
not seen before, and for the few words whose kind depends on their neighbours. A megabyte takes about 60 ms that way.

Line by line, as a highlighter works, the same pieces come out: what is open at the end of a line travels as a state.
Therefore nothing here looks across a line end, except for the inside of quotes and comments.
"""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.tokens import KINDS, TRIVIA, Token, TokenKind, Tokens

_KIND: Final = 0x1F
_MAY_CALL: Final = 0x20
"""Set on a word that is a function when a parenthesis follows."""
_MAY_TYPE: Final = 0x40
"""Set on a word that is a type where a type can stand."""
_UNSETTLED: Final = re.compile(rb"[\x20-\xff]")
_NAMES: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER, TokenKind.TYPE})
_BEFORE_NAME: Final = frozenset({"INTO", "TABLE", "REFERENCES", "EXISTS"})
"""Behind these a name with a parenthesis is a table with its columns, not a call."""
_MEMO_LIMIT: Final = 20_000
_MEMO_LENGTH: Final = 24


@dataclass(frozen=True, slots=True)
class LexRule:
    """One kind of token. Rules are tried in order; together they must match any character.

    Attributes:
        pattern: A piece without capture group, linear, and such that it matches the token cut out of its text too.
        well_formed: What the token must match as a whole not to be an `ERROR`; None when anything goes.
        first: Characters with which only this rule can begin, to name such tokens without looking further. Only
            for rules without `well_formed`.
    """

    kind: TokenKind
    pattern: str
    well_formed: str | None = None
    first: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A token that may go on over line ends.

    Attributes:
        opened: Matches a whole token of this sort that is not closed.
        tail: From the beginning of a later line to behind the close.
    """

    kind: TokenKind
    opened: re.Pattern[str]
    tail: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ClientLines:
    """Lines that are for the vendor's command-line client, when they begin where a statement would.

    Attributes:
        markers: The characters such a line begins with, in its first column.
        rules: How such lines are cut. No token but a blank goes over a line end.
        ranges: Where such lines lie in a text, in order; a range may hold several lines.
        phases: How significant tokens lead from one phase of a statement to the next, to know on every line whether a
            statement has begun. Per phase a table from a word in upper case (or `;`) to the next phase; the key ""
            is for all others. Phase 0 is: no statement has begun.
    """

    markers: str
    rules: tuple[LexRule, ...]
    ranges: Callable[[str], Sequence[tuple[int, int]]]
    phases: tuple[Mapping[str, int], ...]


class _Classifier(dict[str, int]):
    """From the text of a token to its code: its kind and the flags above. It remembers short ones, within a limit."""

    __slots__ = ("_first", "_match", "_rule_codes", "_words")

    def __init__(self, rules: Sequence[LexRule], words: Mapping[str, int]) -> None:
        super().__init__()
        self._words = words
        self._first = {char: int(rule.kind) for rule in rules for char in rule.first}
        self._match = re.compile(
            "|".join(f"({rule.well_formed or rule.pattern})" for rule in rules), re.DOTALL
        ).fullmatch
        self._rule_codes = (int(TokenKind.ERROR), *(int(rule.kind) for rule in rules))

    def __missing__(self, text: str) -> int:
        code = self._first.get(text[0])
        if code is None:
            found = self._match(text)
            code = self._rule_codes[(found and found.lastindex) or 0]
            if code == TokenKind.IDENTIFIER and text.isascii():
                code = self._words.get(text.upper(), code)
        if len(text) <= _MEMO_LENGTH:
            if len(self) >= _MEMO_LIMIT:
                self.clear()
            self[text] = code
        return code


def word_codes(
    keywords: Iterable[str], functions: Iterable[str], types: Iterable[str], infix: Iterable[str] = ()
) -> dict[str, int]:
    """From word in upper case to what the lexer makes of it.

    Args:
        keywords: Words that are keywords wherever they stand bare.
        functions: Names that are functions when a parenthesis follows.
        types: Names that are types behind a name.
        infix: Keywords that stay keywords before a parenthesis although a function has the same name.
    """
    codes = dict.fromkeys(map(str.upper, keywords), int(TokenKind.KEYWORD))
    kept = frozenset(map(str.upper, infix))
    for name in map(str.upper, functions):
        if name not in kept:
            codes[name] = codes.get(name, int(TokenKind.IDENTIFIER)) | _MAY_CALL
    for name in map(str.upper, types):
        codes[name] = codes.get(name, int(TokenKind.IDENTIFIER)) | _MAY_TYPE
    return codes


class Piece(NamedTuple):
    """One bare token: without regard to its neighbours, and therefore never a `FUNCTION` or a `TYPE`."""

    kind: TokenKind
    text: str
    position: int


class Cutter:
    """One expression whose matches tile any text, and what each of them is by itself. Any thread may use it."""

    def __init__(self, rules: Sequence[LexRule], words: Mapping[str, int]) -> None:
        self._pattern = re.compile("|".join(rule.pattern for rule in rules), re.DOTALL)
        self._code_of: Callable[[str], int] = _Classifier(rules, words).__getitem__

    def cut(self, text: str, start: int, end: int, pieces: list[str], codes: bytearray) -> None:
        """Append what `text[start:end]` is cut into, and what it is."""
        new = self._pattern.findall(text, start, end)
        pieces += new
        codes += bytes(map(self._code_of, new))

    def pieces(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """What `text[start:end]` is cut into, found as it is asked for."""
        for match in self._pattern.finditer(text, start, end):
            piece = match.group()
            yield Piece(KINDS[self._code_of(piece) & _KIND], piece, match.start())


class Lexer:
    """Cuts text of one dialect. Immutable but for its memo; any thread may use it. Never raises on any text."""

    def __init__(
        self,
        rules: Sequence[LexRule],
        words: Mapping[str, int],
        spans: Sequence[Span] = (),
        client_lines: ClientLines | None = None,
    ) -> None:
        self._cutter = Cutter(rules, words)
        self._spans = tuple(spans)
        self._client = client_lines
        if client_lines is not None:
            self._client_cutter = Cutter(client_lines.rules, {})

    def lex(self, text: str) -> Tokens:
        """All tokens of `text`; they tile it."""
        pieces: list[str] = []
        codes = bytearray()
        position = 0
        for start, end in self._client.ranges(text) if self._client else ():
            self._cutter.cut(text, position, start, pieces, codes)
            self._client_cutter.cut(text, start, end, pieces, codes)
            position = end
        self._cutter.cut(text, position, len(text), pieces, codes)
        settle(pieces, codes)
        return Tokens(text, bytes(codes), array("Q", accumulate(map(len, pieces))))

    def lex_line(self, line: str, state: int = 0) -> tuple[list[Token], int]:
        """The tokens of one line, without its line end, and the state for the next one.

        Cut at line ends, the tokens of `lex` for a whole text are the same ones.

        Args:
            line: One line, without `\\n`.
            state: 0 for the first line of a text, else what the line before gave; an unknown one counts as 0.
        """
        if not line:
            return [], max(state, 0)
        phase, opened = self._unpack(state)
        pieces: list[str] = []
        codes = bytearray()
        if opened:
            span = self._spans[opened - 1]
            found = span.tail.match(line)
            pieces.append(found[0] if found else line)
            codes.append(span.kind)
            if not found:
                return tokens_of(pieces, codes), state
        elif self._client and not phase and line[0] in self._client.markers:
            self._client_cutter.cut(line, 0, len(line), pieces, codes)
            return tokens_of(pieces, codes), 0
        cut_before = len(pieces)
        self._cutter.cut(line, sum(map(len, pieces)), len(line), pieces, codes)
        settle(pieces, codes)
        still_open = self._opened_by(pieces[-1]) if len(pieces) > cut_before else 0
        if self._client:
            phase = self._phase_after(phase, pieces[cut_before:], codes[cut_before:])
        return tokens_of(pieces, codes), phase * (len(self._spans) + 1) + still_open

    def pieces(self, text: str, start: int = 0) -> Iterator[Piece]:
        """The bare tokens of one statement from `start` on, a border between tokens, found as they are asked for."""
        return self._cutter.pieces(text, start, len(text))

    def _unpack(self, state: int) -> tuple[int, int]:
        phases = len(self._client.phases) if self._client else 1
        width = len(self._spans) + 1
        return divmod(state, width) if 0 <= state < phases * width else (0, 0)

    def _opened_by(self, piece: str) -> int:
        """1 + the index of the span that `piece`, the last of its line, leaves open; 0 when it leaves none."""
        for index, span in enumerate(self._spans):
            if span.opened.fullmatch(piece):
                return index + 1
        return 0

    def _phase_after(self, phase: int, pieces: Sequence[str], codes: Sequence[int]) -> int:
        assert self._client is not None
        phases = self._client.phases
        for piece, code in zip(pieces, codes, strict=True):
            if code not in TRIVIA:
                table = phases[phase]
                phase = table[word] if (word := piece.upper()) in table else table[""]
        return phase


def tokens_of(pieces: Sequence[str], codes: Iterable[int]) -> list[Token]:
    ends = list(accumulate(map(len, pieces)))
    return list(map(Token, map(KINDS.__getitem__, codes), [0, *ends], ends))


def settle(pieces: Sequence[str], codes: bytearray) -> None:
    """Replace every code with flags by the kind that the token's neighbours on its line make it."""
    for found in _UNSETTLED.finditer(bytes(codes)):
        index = found.start()
        codes[index] = _settled(pieces, codes, index)


def _settled(pieces: Sequence[str], codes: bytearray, index: int) -> int:
    code = codes[index]
    after = index + 1
    if after < len(pieces) and _is_gap(pieces, codes, after):
        after += 1
    next_piece = pieces[after] if after < len(pieces) else ""
    before = index - 1
    if before >= 0 and _is_gap(pieces, codes, before):
        before -= 1
    before_piece = pieces[before] if before >= 0 else ""
    before_kind = codes[before] & _KIND if before >= 0 else TokenKind.WHITESPACE
    if code & _MAY_CALL and next_piece == "(" and before_piece.upper() not in _BEFORE_NAME:
        return TokenKind.FUNCTION
    if code & _MAY_TYPE:
        is_cast = before_piece.upper() == "AS" and next_piece in {")", "("}
        if is_cast or before_piece == "::" or before_kind in _NAMES:
            return TokenKind.TYPE
    return code & _KIND


def _is_gap(pieces: Sequence[str], codes: bytearray, index: int) -> bool:
    return codes[index] == TokenKind.WHITESPACE and "\n" not in pieces[index]
