"""Where the values of a JSON document stand in its text. No Qt here.

Nothing is parsed into values: numbers, escapes and repeated keys are what was sent. The grammar is that of RFC 8259.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from typing import Final

_BLANK: Final = r"[ \t\n\r]*"
_STRING: Final = r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"'
_SCALAR: Final = rf"{_STRING}|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null"
_MEMBER: Final = re.compile(rf"{_BLANK}({_STRING}){_BLANK}:{_BLANK}({_SCALAR}|[\[{{])")
_ELEMENT: Final = re.compile(rf"{_BLANK}()({_SCALAR}|[\[{{])")
_NEXT: Final = re.compile(rf"{_BLANK}([,\]}}])")
_END: Final = re.compile(rf"{_BLANK}\Z")
_KEY: Final = re.compile(_STRING)
_ESCAPE: Final = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([\"\\/bfnrt]))"
)
_SIGNS: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_NAME: Final = re.compile(r"[^\W\d]\w*")
_CLOSES: Final = {"{": "}", "[": "]"}
_NO_KEY: Final = 0xFFFFFFFF
_LOOK_NODES: Final = 4_096
"""After so many values it is seen whether anybody still wants them."""
MOST_CHARS: Final = 64_000_000
"""Longer documents get no outline."""


class JsonOutline:
    """The values of one document, each by its number: they are counted as they begin in the text, the whole one is 0.

    20 bytes a value. Made by one thread, then read by any.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts, self._ends, self._keys = array("I"), array("I"), array("I")
        self._behind, self._counts = array("I"), array("I")

    @classmethod
    def of(cls, text: str, is_unwanted: Callable[[], bool] = lambda: False) -> "JsonOutline | None":
        """The outline of a text; None when it is no object and no array, not JSON, too long, or no longer wanted.

        The time is linear; no depth is too much.
        """
        outline = cls(text)
        is_right = len(text) <= MOST_CHARS and outline._read(is_unwanted)
        return outline if is_right and outline.is_container(0) else None

    def _read(self, is_unwanted: Callable[[], bool]) -> bool:
        """Find all values; whether the text is JSON."""
        text, path, at = self.text, list[int](), 0
        while True:
            found = (_MEMBER if path and text[self._starts[path[-1]]] == "{" else _ELEMENT).match(text, at)
            if found is None:
                return False
            node = self._add(found, path)
            if node % _LOOK_NODES == 0 and is_unwanted():
                return False
            at = found.end()
            if text[at - 1] in _CLOSES and found.end(2) - found.start(2) == 1:
                path.append(node)
                following = _NEXT.match(text, at)
                if following is None or following[1] == ",":
                    continue
            at = self._close(path, at)
            if at < 0 or not path:
                return at >= 0 and _END.match(text, at) is not None

    def _add(self, found: re.Match[str], path: list[int]) -> int:
        node = len(self._starts)
        self._starts.append(found.start(2))
        self._ends.append(found.end(2))
        self._keys.append(found.start(1) if found.end(1) > found.start(1) else _NO_KEY)
        self._behind.append(node + 1)
        self._counts.append(0)
        if path:
            self._counts[path[-1]] += 1
        return node

    def _close(self, path: list[int], at: int) -> int:
        """Behind a value: end all that ends here. Where the next value is looked for; -1 when something else stands
        here."""
        while path:
            following = _NEXT.match(self.text, at)
            if following is None:
                return -1
            at = following.end()
            if following[1] == ",":
                return at
            node = path.pop()
            if _CLOSES[self.text[self._starts[node]]] != following[1]:
                return -1
            self._ends[node] = at
            self._behind[node] = len(self._starts)
        return at

    # reading

    def __len__(self) -> int:
        return len(self._starts)

    def is_container(self, node: int) -> bool:
        """Whether it is an object or an array."""
        return self.text[self._starts[node]] in _CLOSES

    def is_object(self, node: int) -> bool:
        return self.text[self._starts[node]] == "{"

    def count(self, node: int) -> int:
        """How many members or elements it has."""
        return self._counts[node]

    def children(self, node: int) -> Iterator[int]:
        """Its members or elements, in order."""
        child, behind = node + 1, self._behind[node]
        while child < behind:
            yield child
            child = self._behind[child]

    def siblings_behind(self, child: int, node: int) -> Iterator[int]:
        """The members of `node` behind one of them."""
        child, behind = self._behind[child], self._behind[node]
        while child < behind:
            yield child
            child = self._behind[child]

    def written(self, node: int, most: int | None = None) -> str:
        """The value as it stands in the text, or its beginning."""
        start, end = self._starts[node], self._ends[node]
        return self.text[start : end if most is None else min(end, start + most)]

    def length(self, node: int) -> int:
        """Characters of the value as it stands in the text."""
        return self._ends[node] - self._starts[node]

    def key(self, node: int) -> str | None:
        """The key as it stands in the text, in its quotes; None for what is no member of an object."""
        at = self._keys[node]
        found = None if at == _NO_KEY else _KEY.match(self.text, at)
        return None if found is None else found[0]

    def plain(self, node: int) -> str:
        """A string without quotes and escapes; any other value as it stands in the text."""
        written = self.written(node)
        return unescaped(written) if written.startswith('"') else written


def unescaped(string: str) -> str:
    """What a JSON string says. Halves of a pair (lone surrogates) are no characters: they stay escapes."""
    return _ESCAPE.sub(_sign, string[1:-1])


def _sign(found: re.Match[str]) -> str:
    high, low, code, short = found.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
    if code:
        return found[0] if 0xD800 <= int(code, 16) <= 0xDFFF else chr(int(code, 16))
    return _SIGNS.get(short, short)


def path_of(steps: list[str | int]) -> str:
    """Where a value stands, in the way of RFC 9535: `$.orders[3]['unit price']`."""
    parts = ["$"]
    for step in steps:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        elif _NAME.fullmatch(step):
            parts.append(f".{step}")
        else:
            parts.append("['" + step.replace("\\", "\\\\").replace("'", "\\'") + "']")
    return "".join(parts)
