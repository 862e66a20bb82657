"""The tokens of one statement that mean something, in flat lists, with the parentheses that hold them.

Half-written text is the rule here: a parenthesis that nobody closed ends where a clause begins that cannot stand in it,
a name whose closing quote is missing ends with its word, and the word that is being typed counts as no keyword.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import field
from itertools import chain
from typing import Final, NamedTuple

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.dialect import Dialect
from lapwing.sql.lexer import Piece
from lapwing.sql.patterns import quoted_open
from lapwing.sql.significant import unquoted
from lapwing.sql.tokens import TRIVIA, TokenKind, Tokens

BARE_WORDS: Final = frozenset({TokenKind.KEYWORD, TokenKind.IDENTIFIER, TokenKind.FUNCTION, TokenKind.TYPE})
QUERY_WORDS: Final = frozenset({"SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE"})
"""A parenthesis holds a query when one of these is the first word in it."""
_TEXTS: Final = frozenset({TokenKind.STRING, TokenKind.BLOB, TokenKind.COMMENT})
_SIGNS: Final = frozenset({TokenKind.PUNCTUATION, TokenKind.OPERATOR, TokenKind.ERROR})
_ENDS_PARENTHESIS: Final = frozenset(
    {"FROM", "WHERE", "GROUP", "HAVING", "UNION", "INTERSECT", "EXCEPT", "JOIN", "RETURNING", "VALUES", "SELECT"}
)
_TAKES_FROM: Final = frozenset({"EXTRACT", "TRIM", "SUBSTRING", "SUBSTR", "OVERLAY", "MID"})
"""Functions with FROM between their arguments."""
_OPENING: Final = frozenset({"(", "["})
_BEFORE_GROUP: Final = frozenset({"FROM", "JOIN", ",", "("})


class Here(NamedTuple):
    """What is at a caret: the word around it, and whether it is within a string or comment.

    Attributes:
        start, end: Of the word; both the caret when there is none.
        quote: The quote the word was opened with, or empty.
        is_open: Whether its closing quote is missing.
    """

    start: int
    end: int
    quote: str = ""
    is_open: bool = False
    in_text: bool = False


@dataclass(slots=True)
class Tape:
    """One statement: `words[i]` and so on for its i-th significant token.

    Attributes:
        words: Upper case for a bare word; a sign as it is; empty for all others and for the word at the caret.
        parents: The parenthesis around each token, -1 for none; one that closes is outside, like the one that opens.
        afters: From an opening parenthesis to the token that goes on behind it.
        inner_ends: From an opening parenthesis to behind the last token in it.
        first, last: The range of the statement that the caret is in: from the `;` before it to the one behind it.
        caret: How many tokens end before the word at the caret.
        hole: The token of the word at the caret; -1 when there is none.
    """

    dialect: Dialect
    text: str
    kinds: list[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    parents: list[int]
    afters: dict[int, int]
    inner_ends: dict[int, int]
    first: int = 0
    last: int = 0
    caret: int = 0
    hole: int = -1
    runs: dict[int, int] = field(default_factory=dict)
    """From opening parentheses to the first token behind all that follow one right upon the other."""

    def written(self, index: int) -> str:
        """The characters of a token."""
        return self.text[self.starts[index] : self.ends[index]]

    def name(self, index: int) -> str:
        """The name that a token stands for, without quotes."""
        return unquoted(self.dialect, self.written(index))

    def is_quoted(self, index: int) -> bool:
        return self.kinds[index] == TokenKind.QUOTED_IDENTIFIER

    def word(self, index: int) -> str:
        """`words[index]`, empty outside of the statement."""
        return self.words[index] if self.first <= index < self.last else ""

    def is_name(self, index: int) -> bool:
        """Whether a token can name something: any bare word can, behind a dot at least."""
        return self.first <= index < self.last and (
            self.kinds[index] in BARE_WORDS or self.kinds[index] == TokenKind.QUOTED_IDENTIFIER
        )

    def is_plain_name(self, index: int) -> bool:
        """Whether a token names something where keywords could stand, too."""
        if not self.is_name(index) or index == self.hole:
            return False
        return self.is_quoted(index) or self.words[index] not in self.dialect.reserved

    def is_behind_dot(self, index: int) -> bool:
        """Whether a token is the rest of a qualified name: `FROM` is one in `a.from`, but not in `a. FROM`."""
        if index <= self.first or self.words[index - 1] != ".":
            return False
        return self.ends[index - 1] == self.starts[index] and (index != self.caret or index == self.hole)

    def around(self, index: int) -> int:
        """The parenthesis that the place before token `index` is in, -1 for none."""
        if index <= self.first:
            return -1
        return index - 1 if self.words[index - 1] in _OPENING else self.parents[index - 1]

    def behind_openings(self, opened: int) -> int:
        """The first token behind an opening parenthesis that is not another one."""
        index = opened
        while index < self.last and self.words[index] == "(" and index not in self.runs:
            index += 1
        end = self.runs.get(index, index)
        self.runs.update(dict.fromkeys(range(opened, index), end))
        return end

    def next(self, index: int) -> int:
        """The next token outside of what token `index` opens."""
        return self.afters.get(index, index + 1)

    def commas(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges between the commas of a list."""
        parts: list[tuple[int, int]] = []
        index = begin = start
        while index < end:
            if self.words[index] == ",":
                parts.append((begin, index))
                begin = index + 1
            index = self.next(index)
        parts.append((begin, end))
        return parts


def here(dialect: Dialect, tokens: Tokens, caret: int) -> Here:
    """What is at a caret in a text that was cut into `tokens`."""
    index = tokens.index_at(caret - 1) if caret > 0 else len(tokens)
    if index >= len(tokens):
        return Here(caret, caret)
    kind, start, end = tokens[index]
    if kind in BARE_WORDS or kind is TokenKind.PARAMETER:
        return Here(start, end)
    is_closed = end < len(tokens.text) or _is_closed(tokens.text[start:end])
    if kind is TokenKind.QUOTED_IDENTIFIER:
        quote = next((pair[0] for pair in dialect.identifier_quotes if tokens.text.startswith(pair[0], start)), "")
        if not is_closed or (_leaves_open(tokens) and not tokens.text[caret:end].rstrip('"`]').isalnum()):
            return Here(start, _word_end(tokens.text, caret), quote, is_open=True)
        return Here(start, end, quote)
    if kind in _TEXTS:
        is_line_comment = kind is TokenKind.COMMENT and not tokens.text.startswith("/*", start)
        return Here(caret, caret, in_text=caret < end or not is_closed or is_line_comment)
    return Here(caret, caret)


def _leaves_open(tokens: Tokens) -> bool:
    """Whether the last name of a text lacks its closing quote, so that an earlier one may be what is not closed."""
    last = len(tokens) - 1
    return tokens.kinds[last] == TokenKind.QUOTED_IDENTIFIER and not _is_closed(tokens.text_of(last))


def _is_closed(written: str) -> bool:
    """Whether the last token of a text, a string, a name in quotes or a comment, has its end."""
    if written.startswith("/*"):
        return len(written) > 3 and written.endswith("*/")
    if written.startswith("$"):
        tag = written[: written.find("$", 1) + 1]
        return len(written) >= 2 * len(tag) and written.endswith(tag)
    inner = written.lstrip("eEnNxXbBuU&")
    if inner.startswith("["):
        return inner.endswith("]")
    if re.search(r"(?<!\\)(?:\\\\)*\\['\"]\Z", inner):
        return False
    return not inner or re.fullmatch(quoted_open(re.escape(inner[0])), inner) is None


def _word_end(text: str, caret: int) -> int:
    """Where the word that the caret is in ends."""
    end = caret
    while end < len(text) and (text[end].isalnum() or text[end] in "_$"):
        end += 1
    return end


def tape_at(dialect: Dialect, tokens: Tokens, found: Here) -> Tape:
    """The statement around a caret, whose word there is a hole."""
    if found.is_open:
        text = tokens.text
        pieces = [
            *dialect.lexer.pieces(text[: found.start]),
            Piece(TokenKind.QUOTED_IDENTIFIER, text[found.start : found.end], found.start),
            *dialect.lexer.pieces(text, found.end),
        ]
        tape = _flat(
            dialect, text, ((piece.kind, piece.position, piece.position + len(piece.text)) for piece in pieces)
        )
    else:
        tape = tape_of(dialect, tokens)
    tape.caret = bisect_right(tape.ends, found.start)
    if found.start < found.end and tape.caret < len(tape.words) and tape.starts[tape.caret] == found.start:
        tape.hole = tape.caret
        tape.words[tape.hole] = ""
    _bound(tape)
    _pair(tape)
    return tape


def whole_tape(dialect: Dialect, text: str, position: int) -> Tape:
    """The statement around a position, with every word as it is."""
    tape = tape_of(dialect, dialect.lex(text))
    tape.caret = bisect_right(tape.ends, position)
    _bound(tape)
    _pair(tape)
    return tape


def tape_of(dialect: Dialect, tokens: Tokens) -> Tape:
    """All significant tokens of a text; parentheses and range are not known yet."""
    return _flat(dialect, tokens.text, zip(tokens.kinds, chain((0,), tokens.ends), tokens.ends, strict=False))


def _flat(dialect: Dialect, text: str, tokens: Iterable[tuple[int, int, int]]) -> Tape:
    kinds: list[int] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for kind, start, end in tokens:
        if kind in TRIVIA:
            continue
        kinds.append(kind)
        starts.append(start)
        ends.append(end)
        if kind in BARE_WORDS:
            words.append(text[start:end].upper())
        else:
            words.append(text[start:end] if kind in _SIGNS else "")
    return Tape(dialect, text, kinds, words, starts, ends, [], {}, {}, 0, len(words))


def _bound(tape: Tape) -> None:
    """Find the statement that the caret is in."""
    words = tape.words
    first = tape.caret
    while first and words[first - 1] != ";":
        first -= 1
    try:
        last = words.index(";", tape.caret)
    except ValueError:
        last = len(words)
    tape.first, tape.last = first, last


def _pair(tape: Tape) -> None:
    """Find which parentheses hold what."""
    words, afters, inner_ends = tape.words, tape.afters, tape.inner_ends
    parents = [-1] * len(words)
    opened: list[int] = []
    rounds = 0
    taken_from: set[int] = set()
    for index in range(tape.first, tape.last):
        word = words[index]
        if word in _ENDS_PARENTHESIS and opened and not tape.is_behind_dot(index):
            while opened and _ends(tape, index, opened[-1], taken_from):
                closed = opened.pop()
                rounds -= words[closed] == "("
                afters[closed] = inner_ends[closed] = index
        elif word == ")":
            while rounds and words[opened[-1]] == "[":
                closed = opened.pop()
                afters[closed] = inner_ends[closed] = index
            if rounds:
                rounds -= 1
                closed = opened.pop()
                afters[closed], inner_ends[closed] = index + 1, index
        elif word == "]" and opened and words[opened[-1]] == "[":
            closed = opened.pop()
            afters[closed], inner_ends[closed] = index + 1, index
        parents[index] = opened[-1] if opened else -1
        if word in _OPENING:
            opened.append(index)
            rounds += word == "("
    for still_open in opened:
        afters[still_open] = inner_ends[still_open] = tape.last
    tape.parents = parents


def _ends(tape: Tape, index: int, opened: int, taken_from: set[int]) -> bool:
    """Whether the word at `index` cannot stand in the parenthesis, which somebody forgot to close, then."""
    words = tape.words
    word, before, inside = words[index], tape.word(opened - 1), tape.word(opened + 1)
    if inside in QUERY_WORDS or (index == opened + 1 and (word != "FROM" or tape.dialect.id == "ansi")):
        return False
    if word == "JOIN":
        return before in {"ON", "AND", "OR", "IN", "USING"} and words[opened] == "("
    if word in {"VALUES", "SELECT"}:
        return _is_column_list(tape, opened)
    if word == "FROM":
        if tape.word(index - 1) == "DISTINCT" and tape.word(index - 2) in {"IS", "NOT"}:
            return False
        if before in _TAKES_FROM and opened not in taken_from:
            taken_from.add(opened)
            return False
        return before != "ROWS"
    if word == "WHERE":
        return before != "FILTER"
    if word == "GROUP":
        return tape.word(index + 1) == "BY"
    return not (word in {"UNION", "INTERSECT", "EXCEPT"} and words[index - 1] == ")" and before in _BEFORE_GROUP)


def _is_column_list(tape: Tape, opened: int) -> bool:
    """Whether a parenthesis holds the columns of INSERT INTO name (...)."""
    index = opened - 1
    while tape.is_name(index) and tape.word(index - 1) == ".":
        index -= 2
    return tape.is_name(index) and tape.word(index - 1) == "INTO"
