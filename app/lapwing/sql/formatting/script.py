"""What lies between statements: terminators, comments, blank lines, and commands for the vendor's client."""

from typing import Final

from lapwing.sql.formatting.reading import comment_lines
from lapwing.sql.tokens import TokenKind, Tokens

_BLANKS: Final = " \t\n\v\f\r"


def between(tokens: Tokens, first: int, behind: int, indent: str, *, is_begin: bool, is_end: bool, keeps: bool) -> str:
    """What is written for the tokens between two statements.

    Args:
        indent: What lines begin with.
        is_begin: Whether no statement stands before.
        is_end: Whether no statement follows.
        keeps: Whether a command for the client stands before or follows, whose line ends matter.
    """
    if first == behind:
        return "" if is_begin or is_end or keeps else "\n" + indent
    pieces = [tokens.text_of(index) for index in range(first, behind)]
    others = [kind for kind in tokens.kinds[first:behind] if kind != TokenKind.WHITESPACE and kind != TokenKind.COMMENT]
    if others or keeps:
        return _kept("".join(pieces), indent, is_begin=is_begin, is_end=is_end, is_exact=keeps)
    return _laid_out(pieces, indent, is_begin=is_begin, is_end=is_end)


def _kept(gap: str, indent: str, *, is_begin: bool, is_end: bool, is_exact: bool) -> str:
    """A gap that holds more than blanks and comments, but for the blanks at its end."""
    if is_exact:
        return gap
    body = gap.rstrip(_BLANKS)
    if is_end:
        return body + "\n" if "\n" in gap[len(body) :] else body
    if not body:
        return gap if is_begin else "\n" * min(gap.count("\n"), 2) + indent
    if "\n" in gap[len(body) :]:
        return body + "\n" * min(gap.count("\n", len(body)), 2) + indent
    return gap


def _laid_out(pieces: list[str], indent: str, *, is_begin: bool, is_end: bool) -> str:
    """Blanks and comments: one behind a statement stays on its line, and at most one empty line stays of many."""
    mark = "\ufeff" if is_begin and pieces[0].startswith("\ufeff") else ""
    parts: list[str] = [mark]
    lines = comment_lines(pieces)
    gaps = _empty_lines(pieces)
    is_first = is_begin
    for (line, begins_line, ends_line), is_apart in zip(lines, gaps, strict=False):
        if is_first:
            parts.append(line)
        elif not begins_line and len(parts) == 1 and not is_begin:
            parts.append(" " + line)
        else:
            parts.append(("\n\n" if is_apart else "\n") + indent + line)
        is_first = False
        ended = ends_line
    if is_end:
        parts.append("\n" if pieces[-1].isspace() and "\n" in pieces[-1] else "")
    elif lines and not ended:
        parts.append(" ")
    elif not is_first:
        parts.append(("\n\n" if gaps[-1] else "\n") + indent)
    return "".join(parts)


def _empty_lines(pieces: list[str]) -> list[bool]:
    """For each line of comments, and for what follows them, whether an empty line stands before."""
    apart: list[bool] = []
    ends = 0
    is_open = False
    for piece in pieces:
        if not piece.strip(_BLANKS + "\ufeff"):
            count = piece.count("\n")
            if count:
                ends += count
                is_open = False
        elif not is_open:
            apart.append(ends > 1)
            ends = 0
            is_open = True
    apart.append(ends > 1)
    return apart
