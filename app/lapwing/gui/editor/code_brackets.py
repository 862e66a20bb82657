"""Which bracket belongs to the one at the caret, if any does."""

from collections.abc import Iterator
from time import perf_counter

from lapwing.gui.editor.code_highlighter import CodeHighlighter
from lapwing.gui.editor.code_mirror import CodeMirror
from lapwing.gui.editor.code_text import LONG_LINE
from lapwing.sql.tokens import TokenKind

_PARTNER = {"(": ")", "[": "]", "{": "}", ")": "(", "]": "[", "}": "{"}
_OPENING = "([{"
_END = ";"
_LOOKED_AT = frozenset(_PARTNER) | {_END}
_NO_CODE = (TokenKind.STRING, TokenKind.COMMENT, TokenKind.QUOTED_IDENTIFIER, TokenKind.BLOB)
_PATIENCE_S = 0.004

Place = tuple[int, int]
"""A line, and a stored character in it."""


def brackets_at(mirror: CodeMirror, highlighter: CodeHighlighter, line: int, column: int) -> tuple[Place, ...]:
    """The bracket before or at the caret and its partner: two places; one for a bracket that has no partner before the
    statement ends; none for no bracket, or when its partner was not found within a few milliseconds.

    Brackets in strings, comments and quoted names do not count.
    """
    for at in (column, column - 1):
        stored = mirror.lines[line]
        if 0 <= at < len(stored) and stored[at] in _PARTNER and _is_code(highlighter, line, at):
            return _with_partner(mirror, highlighter, (line, at))
    return ()


def _is_code(highlighter: CodeHighlighter, line: int, column: int) -> bool:
    kinds = (kind for kind, start, end in highlighter.tokens(line) if start <= column < end)
    return next(kinds, TokenKind.PUNCTUATION) not in _NO_CODE


def _with_partner(mirror: CodeMirror, highlighter: CodeHighlighter, place: Place) -> tuple[Place, ...]:
    deadline = perf_counter() + _PATIENCE_S
    own = mirror.lines[place[0]][place[1]]
    wanted = _PARTNER[own]
    depth = 0
    for found, char in _brackets(mirror, highlighter, place, deadline, forward=own in _OPENING):
        if char == own:
            depth += 1
        elif char == wanted:
            depth -= 1
            if depth == 0:
                return place, found
        elif char == _END:
            return (place,)
    return (place,) if perf_counter() < deadline else ()


def _brackets(
    mirror: CodeMirror, highlighter: CodeHighlighter, place: Place, deadline: float, *, forward: bool
) -> Iterator[tuple[Place, str]]:
    """Brackets and ends of statements in the code from `place` on, itself included, until patience ends."""
    line, column = place
    while 0 <= line < len(mirror.lines) and perf_counter() < deadline:
        found = _brackets_of_line(mirror, highlighter, line)
        if line == place[0]:
            found = [at for at in found if (at >= column if forward else at <= column)]
        for at in found if forward else reversed(found):
            yield (line, at), mirror.lines[line][at]
        line += 1 if forward else -1


def _brackets_of_line(mirror: CodeMirror, highlighter: CodeHighlighter, line: int) -> list[int]:
    stored = mirror.lines[line]
    if len(stored) > LONG_LINE or not any(char in stored for char in _LOOKED_AT):
        return []
    hidden = [(start, end) for kind, start, end in highlighter.tokens(line) if kind in _NO_CODE]
    found = (at for at, char in enumerate(stored) if char in _LOOKED_AT)
    return [at for at in found if not any(start <= at < end for start, end in hidden)]
