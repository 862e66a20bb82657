"""JSON laid out for reading: the same tokens in the same order, with other blanks between them. No Qt here.

Numbers, escapes, repeated keys and their order stay as they are: nothing is parsed into values and written anew.
"""

import re
from collections.abc import Iterator
from typing import Final

_INDENT: Final = "  "
_TOKEN: Final = re.compile(
    r'[ \t\n\r]*(?:("[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*")'
    r"|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)"
    r"|([\[\]{},:]))"
)
_BLANK: Final = re.compile(r"[ \t\n\r]*")
_CLOSES: Final = {"{": "}", "[": "]"}


def looks_like_json(text: str) -> bool:
    """Whether a text begins and ends as an object or an array does: cheap, and no promise."""
    first, last = text.lstrip(" \t\n\r")[:1], text.rstrip(" \t\n\r")[-1:]
    return _CLOSES.get(first) == last


def pretty_json(text: str) -> str | None:
    """The text with one member or element a line; None when it is not JSON (RFC 8259)."""
    tokens = list(_tokens(text))
    if not tokens or tokens[-1] == "" or not _is_value(tokens):
        return None
    return "".join(_laid_out(tokens))


def _tokens(text: str) -> Iterator[str]:
    """All tokens; the empty one last when something is none."""
    at = 0
    while found := _TOKEN.match(text, at):
        yield found[found.lastindex or 0]
        at = found.end()
    if _BLANK.fullmatch(text, at) is None:
        yield ""


def _is_value(tokens: list[str]) -> bool:
    """Whether the tokens are one value by the grammar; without recursion, so that no depth is too much."""
    closers: list[str] = []
    expects = "value"
    for sign in tokens:
        if expects == "end":
            return False
        if expects in {"value", "value or ]"} and sign in _CLOSES:
            closers.append(_CLOSES[sign])
            expects = "key or }" if sign == "{" else "value or ]"
        elif (expects in {"value", "value or ]"} and sign not in {"}", "]", ",", ":"}) or (
            sign in {"}", "]"} and closers and closers[-1] == sign and _may_close(expects, sign)
        ):
            if sign in {"}", "]"}:
                closers.pop()
            expects = "more" if closers else "end"
        elif expects in {"key", "key or }"} and sign.startswith('"'):
            expects = ":"
        elif expects == ":" and sign == ":":
            expects = "value"
        elif expects == "more" and sign == ",":
            expects = "key" if closers[-1] == "}" else "value"
        else:
            return False
    return expects == "end"


def _may_close(expects: str, sign: str) -> bool:
    return expects == "more" or expects.endswith(f"or {sign}")


def _laid_out(tokens: list[str]) -> Iterator[str]:
    depth = 0
    before = ""
    for place, sign in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        if sign in {"}", "]"}:
            depth -= 1
            if before not in _CLOSES:
                yield "\n" + _INDENT * depth
        elif before in _CLOSES or before == ",":
            yield "\n" + _INDENT * depth
        yield ": " if sign == ":" else sign
        if sign in _CLOSES:
            depth += 1
            if following == _CLOSES[sign]:
                before = sign
                continue
        before = sign
