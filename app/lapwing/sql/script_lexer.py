"""The lexer of dialects whose tokens depend on what stands before: nested comments, dollar quotes, delimiters.

A reader names what depends on the context; what lies between its marks is cut by the expression of `lexer`.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final, Generic, TypeVar

from lapwing.sql.lexer import Cutter, Piece, settle, tokens_of
from lapwing.sql.marks import COMMANDS, Mark, Reading, ReadState, Role, StateNumbers
from lapwing.sql.tokens import TRIVIA, Token, TokenKind, Tokens

State = TypeVar("State", bound=ReadState)
_COMMAND: Final = re.compile(r"(\s*+)(\\[^\s\\]*+|[^\s\\]++)(.*)", re.DOTALL)
_ARGUMENTS: Final = re.compile(r"""(\s++)|('[^']*+'?+|"[^"]*+"?+|`[^`]*+`?+)|([^\s'"`]++)""")
_ARGUMENT_KINDS: Final = (TokenKind.ERROR, TokenKind.WHITESPACE, TokenKind.STRING, TokenKind.IDENTIFIER)


class ScriptLexer(Generic[State]):
    """Cuts text of one dialect. Immutable but for its memos; any thread may use it. Never raises on any text."""

    def __init__(self, cutter: Cutter, reading: Reading[State]) -> None:
        self._cutter = cutter
        self._reading = reading
        self._numbers: StateNumbers[tuple[State, int]] = StateNumbers((reading.start, 0))

    def lex(self, text: str) -> Tokens:
        """All tokens of `text`; they tile it."""
        pieces: list[str] = []
        codes = bytearray()
        self._cut(text, self._reading.read(text, 0, self._reading.start).marks(), pieces, codes)
        settle(pieces, codes)
        return Tokens(text, bytes(codes), array("Q", accumulate(map(len, pieces))))

    def lex_line(self, line: str, state: int = 0) -> tuple[list[Token], int]:
        """The tokens of one line, without its line end, and the state for the next one.

        Cut at line ends, the tokens of `lex` for a whole text are the same ones.

        Args:
            line: One line, without `\\n`.
            state: 0 for the first line of a text, else what the line before gave; an unknown one counts as 0.
        """
        before, open_kind = known = self._numbers.state(state)
        if not line:
            return [], self._numbers.number(known)
        reader = self._reading.read(line, 0, before)
        pieces: list[str] = []
        codes = bytearray()
        self._cut(line, reader.marks(), pieces, codes, open_kind)
        settle(pieces, codes)
        behind = reader.state
        return tokens_of(pieces, codes), self._numbers.number((behind, codes[-1] if behind.opened else 0))

    def pieces(self, text: str, start: int = 0) -> Iterator[Piece]:
        """The bare tokens of one statement from `start` on, a border between tokens, found as they are asked for."""
        position = start
        for mark in self._reading.read(text, start, self._reading.inside).marks():
            if mark.kind is not None:
                yield from self._cutter.pieces(text, position, mark.start)
                yield Piece(mark.kind, text[mark.start : mark.end], mark.start)
                position = mark.end
        yield from self._cutter.pieces(text, position, len(text))

    def code_end(self, statement: str) -> int:
        """Where the last token of one statement ends that means something; its length when none does."""
        pieces: list[str] = []
        codes = bytearray()
        reader = self._reading.read(statement, 0, self._reading.inside)
        self._cut(statement, (mark for mark in reader.marks() if mark.kind is not None), pieces, codes)
        end = len(statement)
        for piece, code in zip(reversed(pieces), reversed(codes), strict=True):
            if code not in TRIVIA or _is_executable(piece):
                return end
            end -= len(piece)
        return len(statement)

    def _cut(self, text: str, marks: Iterable[Mark], pieces: list[str], codes: bytearray, open_kind: int = 0) -> None:
        position = 0
        for mark in marks:
            if mark.role is Role.REST:
                pieces.append(text[: mark.end])
                codes.append(open_kind)
            elif mark.kind is not None:
                self._cutter.cut(text, position, mark.start, pieces, codes)
                pieces.append(text[mark.start : mark.end])
                codes.append(mark.kind)
            elif mark.role in COMMANDS:
                self._cutter.cut(text, position, mark.start, pieces, codes)
                _cut_command(text[mark.start : mark.end], pieces, codes)
            elif mark.role is Role.END and mark.start == mark.end:
                # No terminator stands there, and what is quoted before it may not be closed.
                self._cutter.cut(text, position, mark.start, pieces, codes)
            else:
                continue
            position = mark.end
        self._cutter.cut(text, position, len(text), pieces, codes)


def _is_executable(comment: str) -> bool:
    """Whether it opens or closes an executable comment: as much as code to the server."""
    return comment == "*/" or (comment.startswith(("/*!", "/*M!")) and not comment.endswith("*/"))


def _cut_command(command: str, pieces: list[str], codes: bytearray) -> None:
    """Cut what is for the client: its name, then arguments."""
    found = _COMMAND.fullmatch(command)
    assert found is not None, "a command has a name"
    if found[1]:
        pieces.append(found[1])
        codes.append(TokenKind.WHITESPACE)
    pieces.append(found[2])
    codes.append(TokenKind.KEYWORD)
    for argument in _ARGUMENTS.finditer(found[3]):
        pieces.append(argument[0])
        codes.append(_ARGUMENT_KINDS[argument.lastindex or 0])
