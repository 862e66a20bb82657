"""An oracle for the lexer and splitter: how SQLite reads text, character by character, written from the description of
its tokenizer (tokenize.c, complete.c) and of its shell, slowly and without any expression of ours."""

from collections.abc import Iterator
from typing import NamedTuple

SPACE, COMMENT, NAME, QUOTED, STRING, BLOB, NUMBER, PARAMETER, SYMBOL, ILLEGAL = (
    "space",
    "comment",
    "name",
    "quoted",
    "string",
    "blob",
    "number",
    "parameter",
    "symbol",
    "illegal",
)
_SPACES = "\t\n\v\f\r "
_DIGITS = "0123456789"
_HEX = "0123456789abcdefABCDEF"
_SYMBOLS = (
    "->>",
    "->",
    "||",
    "<>",
    "<=",
    "<<",
    "<",
    ">=",
    ">>",
    ">",
    "==",
    "=",
    "!=",
    "-",
    "+",
    "*",
    "/",
    "%",
    "&",
    "|",
    "~",
    "(",
    ")",
    ",",
    ".",
    ";",
)


class Piece(NamedTuple):
    """One token as SQLite cuts it."""

    kind: str
    text: str
    start: int
    end: int


def _is_name_char(char: str) -> bool:
    return char != "" and (char in "_$" or char >= "\x80" or (char.isascii() and char.isalnum()))


def pieces(text: str) -> list[Piece]:
    """All tokens of `text`."""
    found: list[Piece] = []
    position = 0
    while position < len(text):
        kind, end = _next(text, position)
        found.append(Piece(kind, text[position:end], position, end))
        position = end
    return found


def _next(z: str, i: int) -> tuple[str, int]:
    char = z[i]
    if char in _SPACES or char == "\ufeff":
        return SPACE, i + 1
    if z.startswith("--", i):
        end = z.find("\n", i)
        return COMMENT, len(z) if end < 0 else end
    if z.startswith("/*", i) and len(z) > i + 2:
        end = z.find("*/", i + 2)
        return COMMENT, len(z) if end < 0 else end + 2
    if char in "'\"`":
        return _quote(z, i)
    if char == "[":
        end = z.find("]", i)
        return (QUOTED, end + 1) if end >= 0 else (QUOTED, len(z))
    if char in "xX" and z[i + 1 : i + 2] == "'":
        return _blob(z, i)
    if char in _DIGITS or (char == "." and z[i + 1 : i + 2] in tuple(_DIGITS)):
        return _number(z, i)
    if char == "?":
        end = i + 1
        while z[end : end + 1] in tuple(_DIGITS):
            end += 1
        return PARAMETER, end
    if char in "$@#:":
        return _parameter(z, i)
    if _is_name_char(char):
        end = i + 1
        while _is_name_char(z[end : end + 1]):
            end += 1
        return NAME, end
    for symbol in _SYMBOLS:
        if z.startswith(symbol, i):
            return SYMBOL, i + len(symbol)
    return ILLEGAL, i + 1


def _quote(z: str, i: int) -> tuple[str, int]:
    quote = z[i]
    kind = STRING if quote == "'" else QUOTED
    end = i + 1
    while end < len(z):
        if z[end] == quote:
            if z[end + 1 : end + 2] != quote:
                return kind, end + 1
            end += 1
        end += 1
    return kind, len(z)


def _blob(z: str, i: int) -> tuple[str, int]:
    end = i + 2
    while z[end : end + 1] and z[end] in _HEX:
        end += 1
    is_whole = z[end : end + 1] == "'" and (end - i) % 2 == 0
    while end < len(z) and z[end] != "'":
        end += 1
    return (BLOB if is_whole else ILLEGAL), min(end + 1, len(z))


def _number(z: str, i: int) -> tuple[str, int]:
    def run(at: int, chars: str) -> int:
        while z[at : at + 1] and z[at] in chars:
            at += 1
        return at

    if z[i] == "0" and z[i + 1 : i + 2] in ("x", "X") and z[i + 2 : i + 3] in tuple(_HEX):
        end, digits = run(i + 2, _HEX + "_"), _HEX
    else:
        digits = _DIGITS
        end = run(i, _DIGITS + "_")
        if z[end : end + 1] == ".":
            end = run(end + 1, _DIGITS + "_")
        exponent = end + 1 + (z[end + 1 : end + 2] in ("+", "-"))
        if z[end : end + 1] in ("e", "E") and z[exponent : exponent + 1] in tuple(_DIGITS):
            end = run(exponent, _DIGITS + "_")
    good = all(
        z[at] != "_" or (at > i and z[at - 1] in digits and z[at + 1 : at + 2] in tuple(digits)) for at in range(i, end)
    )
    after = end
    while _is_name_char(z[after : after + 1]):
        after += 1
    return (NUMBER if good and after == end else ILLEGAL), after


def _parameter(z: str, i: int) -> tuple[str, int]:
    end, count = i + 1, 0
    while end < len(z):
        if _is_name_char(z[end]):
            count += 1
            end += 1
        elif z[end] == "(" and count:
            end += 1
            while end < len(z) and z[end] not in _SPACES and z[end] != ")":
                end += 1
            if z[end : end + 1] != ")":
                return ILLEGAL, end
            return (ILLEGAL if z[i] == "#" else PARAMETER), end + 1
        elif z.startswith("::", end):
            end += 2
        else:
            break
    return (PARAMETER if count and z[i] != "#" else ILLEGAL), end


class Cut(NamedTuple):
    """One statement as libsqlite3 takes it: from its first to its last token, and whether a semicolon ended it."""

    text: str
    start: int
    end: int
    terminated: bool
    is_client: bool


def cuts(text: str) -> Iterator[Cut]:
    """The statements of a script: as in `sqlite3_complete`, but over real tokens; and the shell's own lines."""
    state = "start"
    first = last = -1
    for piece in pieces_with_client_lines(text):
        if piece.kind == "client":
            if piece.text[0] == ".":
                trimmed = piece.text.rstrip(_SPACES)
                yield Cut(trimmed, piece.start, piece.start + len(trimmed), True, True)
            continue
        if piece.kind in (SPACE, COMMENT):
            continue
        state = _step(state, piece)
        if state == "start":
            if first >= 0:
                yield Cut(text[first:last], first, last, True, False)
            first = -1
            continue
        first = piece.start if first < 0 else first
        last = piece.end
    if first >= 0:
        yield Cut(text[first:last], first, last, False, False)


def pieces_with_client_lines(text: str) -> Iterator[Piece]:
    """The tokens of a script; a line that the shell takes for itself is one, of kind `client`."""
    state = "start"
    position = 0
    while position < len(text):
        if state == "start" and text[position] in ".#" and (position == 0 or text[position - 1] == "\n"):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            yield Piece("client", text[position:end], position, end)
            position = end
            continue
        kind, end = _next(text, position)
        piece = Piece(kind, text[position:end], position, end)
        if kind not in (SPACE, COMMENT):
            state = _step(state, piece)
        yield piece
        position = end


def _step(state: str, piece: Piece) -> str:
    word = piece.text.upper() if piece.kind == NAME and piece.text.isascii() else piece.text
    if word == ";" and piece.kind == SYMBOL:
        return {"trigger": "semicolon", "semicolon": "semicolon"}.get(state, "start")
    if state == "start":
        return {"EXPLAIN": "explain", "CREATE": "create"}.get(word, "body")
    if state == "explain":
        return {"QUERY": "explain", "PLAN": "explain", "CREATE": "create"}.get(word, "body")
    if state == "create":
        return {"TEMP": "create", "TEMPORARY": "create", "TRIGGER": "trigger"}.get(word, "body")
    if state == "semicolon":
        return "end" if word == "END" else "trigger"
    return "trigger" if state in ("trigger", "end") else "body"
