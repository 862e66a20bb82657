"""How psql reads a script (psqlscan.l, psqlscanslash.l, mainloop.c and copy.c of PostgreSQL 15 to 18).

A semicolon ends a statement outside of quotes, comments and parentheses, and outside of BEGIN ... END in a CREATE
FUNCTION or PROCEDURE. A backslash outside of quotes begins a command of psql, anywhere. Behind COPY ... FROM STDIN
the following lines are data, up to one that holds only `\\.`.

Where one cannot do as psql does:

- `\\;` parts statements that psql sends together; here it ends a statement like `;`.
- A command within a statement that goes on stays in its text. psql would cut it out; here the server refuses it.
- psql reads the data of a COPY before it goes on in the COPY's own line. A line that goes on behind its terminator
  therefore belongs to the COPY as a whole, which the server then refuses.
- Variables are replaced (`psql_variables`) after the script was cut: one whose value opens a quote does not change
  where statements end. A value that holds several statements is cut again.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lapwing.sql.marks import Mark, Reading, Role
from lapwing.sql.patterns import BYTE_ORDER_MARK, quoted_tail
from lapwing.sql.psql_commands import Effect, command_at
from lapwing.sql.psql_skip import (
    COMMENT_EDGE,
    CONTINUES,
    DATA_END,
    DOLLAR_QUOTE,
    ESCAPED_REST,
    LEAD,
    LETTER,
    LINE_REST,
    MAY_CONTINUE,
    NAME_REST,
    PARENS,
    SKIP,
    SKIP_TO_WORD,
    WORD,
)
from lapwing.sql.tokens import TokenKind

_ESCAPED, _GAP, _COMMENT, _DATA = "e'", "e' ", "/*", "\\."
"""What may be open, beside a plain quote or the opening of a dollar quote."""
_TAILS: Final = {quote: re.compile(quoted_tail(quote)) for quote in "'\""}

_ENDLESS: Final = 1 << 40
"""More parentheses than a text has: what is read is one statement, and not by psql."""
_ANY, _CREATE, _CREATE_OR, _REPLACE, _ROUTINE, _COPY, _FROM, _FROM_STDIN = range(8)
_FIRST_PHASES: Final = {"CREATE": _CREATE, "COPY": _COPY}
_PHASES: Final = {
    _CREATE: {"FUNCTION": _ROUTINE, "PROCEDURE": _ROUTINE, "OR": _CREATE_OR, "": _ANY},
    _CREATE_OR: {"REPLACE": _REPLACE, "": _ANY},
    _REPLACE: {"FUNCTION": _ROUTINE, "PROCEDURE": _ROUTINE, "": _ANY},
    _ROUTINE: {"": _ROUTINE},
    _COPY: {"FROM": _FROM, "": _COPY},
    _FROM: {"STDIN": _FROM_STDIN, "STDOUT": _FROM_STDIN, "FROM": _FROM, "": _COPY},
    _FROM_STDIN: {"": _FROM_STDIN},
}


class PsqlState(NamedTuple):
    """What psql knows at the end of a line."""

    opened: str = ""
    """What is open: a quote, one of the names above, or the whole opening of a dollar quote."""
    depth: int = 0
    """How many comments are open."""
    begun: bool = False
    """Whether a statement has begun."""
    parens: int = 0
    begins: int = 0
    phase: int = _ANY
    """How far the first words are known to be those of a statement that is special."""


class PsqlReader:
    """Reads one stretch of a script."""

    def __init__(self, text: str, position: int, state: PsqlState) -> None:
        self._text = text
        self._size = len(text)
        self._position = position
        self._opened, self._depth, self._begun, self._parens, self._begins, self._phase = state

    @property
    def state(self) -> PsqlState:
        """What psql knows behind the stretch."""
        return PsqlState(self._opened, self._depth, self._begun, self._parens, self._begins, self._phase)

    def marks(self) -> Iterator[Mark]:
        """The marks of the stretch, found as they are asked for."""
        if self._opened:
            yield from self._reopened()
        while self._position < self._size:
            yield from self._within() if self._begun else self._between()

    def _between(self) -> Iterator[Mark]:
        """To where a statement begins, or past a comment or command before it."""
        found = LEAD.match(self._text, self._position)
        assert found is not None, "the expression matches anything"
        at = self._position = found.end()
        char = self._text[at : at + 1]
        if char == "\\":
            yield from self._backslash(at)
        elif char == BYTE_ORDER_MARK:
            self._position = at + 1
            yield Mark(Role.TOKEN, at, at + 1, TokenKind.WHITESPACE)
        elif char == "/" and self._text.startswith("/*", at):
            yield from self._comment(at)
        elif char == ";":
            self._position += 1
        elif char:
            self._begun = True
            if word := WORD.match(self._text, at):
                self._phase = _FIRST_PHASES.get(word[0].upper(), _ANY)
                self._position = word.end()
            yield Mark(Role.BEGIN, at, at)
            yield from self._prefixed(at)

    def _within(self) -> Iterator[Mark]:
        """To the end of the statement, or of the text."""
        while self._begun and self._position < self._size:
            start = self._position
            found = (SKIP_TO_WORD if self._phase else SKIP).match(self._text, start)
            assert found is not None, "the expression matches anything"
            at = self._position = found.end()
            if at == self._size:
                self._leave_from(start, at)
                return
            char = self._text[at]
            if char in "()":
                self._take_parens(at)
            elif char == ";" and not (self._parens or self._begins):
                yield from self._ended(at, at + 1)
            else:
                yield from self._rare(start, at, char)

    def _rare(self, start: int, at: int, char: str) -> Iterator[Mark]:
        """What seldom stands at `at`, behind what was skipped from `start` on."""
        self._leave_from(start, at)
        if char in "'\"":
            yield from self._quote(at, char)
        elif char == "/":
            yield from self._comment(at)
        elif char == "$":
            yield from self._dollar(at)
        elif char == "\\":
            yield from self._backslash(at)
        elif char == ";":
            self._position = at + 1
            self._leave_phase()
        else:
            word = WORD.match(self._text, at)
            assert word is not None, "nothing else is left"
            self._position = word.end()
            self._take_word(word[0].upper())

    def _take_parens(self, at: int) -> None:
        """One or several parentheses; a closing one too many is as none."""
        found = PARENS.match(self._text, at)
        assert found is not None, "one stands there"
        self._position = found.end()
        for paren in found[0]:
            self._parens += 1 if paren == "(" else -1 if self._parens else 0

    def _leave_from(self, start: int, end: int) -> None:
        """STDIN has to stand right behind FROM; is there anything between?"""
        if self._phase == _FROM and start < end:
            lead = LEAD.match(self._text, start)
            assert lead is not None, "the expression matches anything"
            if lead.end() < end:
                self._phase = _COPY

    def _take_word(self, word: str) -> None:
        if self._phase == _ROUTINE:
            if self._parens:
                return
            if word == "BEGIN" or (word == "CASE" and self._begins):
                self._begins += 1
            elif word == "END":
                self._begins = max(self._begins - 1, 0)
        elif self._phase in {_COPY, _FROM} and self._parens:
            self._phase = _COPY
        else:
            phases = _PHASES[self._phase]
            self._phase = phases.get(word, phases[""])

    # what is quoted

    def _quote(self, at: int, quote: str) -> Iterator[Mark]:
        """From a quote with escapes, or one that nothing closes."""
        self._leave_phase()
        before = self._text[max(at - 2, 0) : at]
        prefix = before[-1:] if not NAME_REST.fullmatch(before[:-1] or "-") else ""
        if quote == "'" and prefix in {"e", "E"}:
            yield from self._escaped(at + 1)
            return
        self._opened = quote
        self._position = self._size

    def _leave_phase(self) -> None:
        if self._phase == _FROM:
            self._phase = _COPY

    def _escaped(self, position: int, start: int | None = None) -> Iterator[Mark]:
        """From within a string with escapes to behind it and all its continuations.

        Args:
            start: Where this part of it begins; None for the first part, which the lexer knows by its prefix.
        """
        while True:
            found = ESCAPED_REST.match(self._text, position)
            self._opened = "" if found else _ESCAPED
            self._position = found.end() if found else self._size
            if start is not None:
                yield Mark(Role.TOKEN, start, self._position, TokenKind.STRING)
            further = CONTINUES.match(self._text, self._position) if found else None
            if further is None:
                return
            start = self._position = further.end()
            if start == self._size:
                self._opened = _GAP
                return
            position = start + 1

    def _dollar(self, at: int) -> Iterator[Mark]:
        """From a dollar sign that begins a quote, or is part of a name or means nothing."""
        self._leave_phase()
        start = at
        while start and "0" <= self._text[start - 1] <= "9":
            start -= 1
        if 0 < start < at and LETTER.match(self._text, start - 1):
            rest = NAME_REST.match(self._text, at)
            assert rest is not None, "the expression matches anything"
            self._position = rest.end()
            return
        opening = DOLLAR_QUOTE.match(self._text, at)
        if opening is None:
            self._position = at + 1
        else:
            yield self._dollar_quoted(opening[0], at, opening.end())
        yield from self._prefixed(self._position)

    def _prefixed(self, at: int) -> Iterator[Mark]:
        """A string with escapes, if one begins here: behind some characters its prefix looks like the end of a name."""
        if self._text[at : at + 2] in {"e'", "E'"}:
            yield from self._escaped(at + 2)

    def _dollar_quoted(self, opening: str, start: int, position: int) -> Mark:
        found = self._text.find(opening, position)
        self._opened = "" if found >= 0 else opening
        self._position = found + len(opening) if found >= 0 else self._size
        return Mark(Role.TOKEN, start, self._position, TokenKind.STRING)

    def _comment(self, at: int) -> Iterator[Mark]:
        """From the beginning of a comment to behind it. One that holds no other is left to the lexer."""
        end = self._text.find("*/", at + 2)
        if end >= 0 and self._text.find("/*", at + 2, end + 1) < 0:
            self._position = end + 2
        else:
            yield self._nested(at)

    def _nested(self, start: int) -> Mark:
        for edge in COMMENT_EDGE.finditer(self._text, start):
            self._depth += 1 if edge[0] == "/*" else -1
            if not self._depth:
                self._opened = ""
                self._position = edge.end()
                break
        else:
            self._opened = _COMMENT
            self._position = self._size
        return Mark(Role.TOKEN, start, self._position, TokenKind.COMMENT)

    def _reopened(self) -> Iterator[Mark]:
        """From the beginning of a line to behind what was open there."""
        start, opened = self._position, self._opened
        if opened == _DATA:
            yield from self._data(start)
        elif opened == _COMMENT:
            yield self._nested(start)
        elif opened == _ESCAPED:
            yield from self._escaped(start, start)
        elif opened == _GAP:
            yield from self._behind_gap(start)
        elif opened[0] == "$":
            yield self._dollar_quoted(opened, start, start)
            yield from self._prefixed(self._position)
        else:
            found = _TAILS[opened].match(self._text, start)
            self._opened = "" if found else opened
            self._position = found.end() if found else self._size
            yield Mark(Role.REST, start, self._position)

    def _behind_gap(self, start: int) -> Iterator[Mark]:
        """A string with escapes has ended; on this line it may go on."""
        found = MAY_CONTINUE.match(self._text, start)
        if found is None:
            self._opened = ""
        elif found.end() == self._size:
            self._position = self._size
        else:
            yield from self._escaped(found.end() + 1, found.end())

    # where statements end

    def _ended(self, at: int, end: int, kind: TokenKind | None = None) -> Iterator[Mark]:
        """The statement ends at `at`, with a terminator up to `end`; what is a token of its own has a kind."""
        takes_data = self._phase == _FROM_STDIN
        self._begun = False
        self._parens = self._begins = 0
        self._phase = _ANY
        self._position = end
        if not takes_data:
            yield Mark(Role.END, at, end, kind)
            return
        if LINE_REST.match(self._text, end):
            yield from self._with_data(Mark(Role.END, at, end, kind))
        else:
            line_end = self._line_end(end)
            yield from self._with_data(Mark(Role.END, line_end, line_end))

    def _line_end(self, position: int) -> int:
        found = self._text.find("\n", position)
        return found if found >= 0 else self._size

    def _with_data(self, mark: Mark) -> Iterator[Mark]:
        """A mark whose input lies in the lines behind its own."""
        self._opened = _DATA
        start = self._position = min(self._line_end(mark.end) + 1, self._size)
        if start == self._size:
            yield mark
            return
        marks = list(self._data(start))
        end = marks[0].end if marks[0].kind is TokenKind.STRING else start
        yield mark._replace(data=(start, end), through=self._position)
        yield from marks

    def _data(self, start: int) -> Iterator[Mark]:
        """The lines of data, up to and with the one that ends them."""
        found = DATA_END.search(self._text, start)
        end = found.start() if found else self._size
        self._opened = "" if found else _DATA
        self._position = found.end() if found else self._size
        if start < end:
            yield Mark(Role.TOKEN, start, end, TokenKind.STRING)
        if found:
            yield Mark(Role.TOKEN, end, found.end(), TokenKind.KEYWORD)

    def _backslash(self, at: int) -> Iterator[Mark]:
        """From a backslash: what psql does for it."""
        second = self._text[at + 1 : at + 2]
        if self._parens >= _ENDLESS:
            self._position = at + 1
            yield Mark(Role.TOKEN, at, at + 1, TokenKind.ERROR)
            return
        if second == ";":
            yield from self._escaped_semicolon(at)
            return
        if second == ":":
            self._position = at + 2
            return
        command = command_at(self._text, at)
        role = Role.COMMAND
        if self._begun and command.effect in {Effect.ENDS, Effect.SENDS}:
            end = command.end if command.effect is Effect.ENDS else at
            yield from self._ended(at, end, TokenKind.KEYWORD if command.effect is Effect.ENDS else None)
            if command.effect is Effect.ENDS or self._opened:
                return
        elif self._begun and command.effect is Effect.FORGETS:
            role = Role.DISCARD
            self._begun = False
            self._parens = self._begins = self._phase = 0
        elif self._begun:
            role = Role.INSIDE
        self._position = command.end
        mark = Mark(role, at, command.end)
        if command.takes_data and role is Role.COMMAND:
            yield from self._with_data(mark)
        else:
            yield mark

    def _escaped_semicolon(self, at: int) -> Iterator[Mark]:
        if self._begun and not (self._parens or self._begins):
            yield from self._ended(at, at + 2, TokenKind.PUNCTUATION)
            return
        self._position = at + 2
        if self._begun:
            self._phase = _ANY
        yield Mark(Role.TOKEN, at, at + 2, TokenKind.PUNCTUATION)


PSQL: Final = Reading(PsqlReader, PsqlState(), PsqlState(begun=True, parens=_ENDLESS * 2))
