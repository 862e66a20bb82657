"""Settings in source code and JSON: dictionaries, keyword arguments, arrays of PHP, calls with plain texts.

It reads only names, texts and brackets; nothing is evaluated. What a program computes comes as `placeholders.COMPUTED`.
"""

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.pasting.placeholders import COMPUTED

Pair = tuple[tuple[str, ...], str]
"""Names from the outermost bracket to the innermost, and a value."""
_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\n]*|//[^\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/)?)
    |(?P<text>[rRuUbBfF@$]{0,2}(?:"[^"\\]*(?:\\.[^"\\]*)*"?|'[^'\\]*(?:\\.[^'\\]*)*'?|`[^`\\]*(?:\\.[^`\\]*)*`?))
    |(?P<number>-?[0-9][0-9_.]*)
    |(?P<name>[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)*)
    |(?P<mark>=>|:=|[{}\[\]():=,;])
    |(?P<other>\S)""",
    re.DOTALL | re.VERBOSE,
)
_OPENS: Final = frozenset("{[(")
_CLOSES: Final = frozenset("}])")
_NAMED_BY: Final = frozenset({":", "=", "=>", ":="})
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_PHP_ESCAPE: Final = re.compile(r"\\([\\'])")
_SIMPLE: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0", "\n": ""}
_WORDS: Final = {"true": "true", "false": "false", "none": "", "null": "", "nil": "", "undefined": ""}
_WITH_DEFAULT: Final = re.compile(
    r"(?:.*\.|.*->)?(?:env|getenv|get|config|environ|os_getenv|fetch|getenv_docker)", re.DOTALL
)
_PATH_CALLS: Final = re.compile(
    r".*(?:BASE_DIR|Path|join|base_path|database_path|dirname|__DIR__|__dirname).*", re.DOTALL
)
_COMPUTING: Final = re.compile(f"{_WITH_DEFAULT.pattern}|{_PATH_CALLS.pattern}", re.DOTALL)
_BEFORE_CALLS: Final = frozenset({"new", "await"})
_PHP_NAMES: Final = frozenset({"php", "define", "PDO", "mysqli", "mysqli_connect"})
_DEEPEST: Final = 60


@dataclass(slots=True, repr=False)
class Call:
    """A function's name and the texts among its plain arguments."""

    name: str
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True, repr=False)
class Literals:
    """What a piece of source code says."""

    pairs: list[Pair] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)


@dataclass(slots=True, repr=False)
class _Token:
    kind: str
    text: str
    is_closed: bool = True


@dataclass(slots=True, repr=False)
class _Level:
    key: str
    call: Call | None


def read_literals(text: str) -> Literals | None:
    """Names and values; None when brackets or quotes do not close, or lie deeper than anybody writes them."""
    tokens = list(_tokens(text))
    if any(not token.is_closed for token in tokens):
        return None
    reader = _Reader(tokens)
    return reader.found if reader.read() else None


def _tokens(text: str) -> Iterator[_Token]:
    matches = list(_TOKEN.finditer(text))
    is_php = any(match["mark"] == "=>" or match["name"] in _PHP_NAMES for match in matches)
    for match in matches:
        kind, raw = str(match.lastgroup), match[0]
        if kind == "comment":
            continue
        if kind != "text":
            yield _Token(kind, raw)
            continue
        start = min(at for at in (raw.find(quote) for quote in "\"'`") if at >= 0)
        quote, prefix = raw[start], raw[:start].lower()
        inner = raw[start + 1 : -1]
        is_closed = len(raw) > start + 1 and raw.endswith(quote)
        if "r" in prefix or "@" in prefix:
            yield _Token(kind, inner, is_closed)
        elif is_php and quote == "'":
            yield _Token(kind, _PHP_ESCAPE.sub(r"\1", inner), is_closed)
        else:
            yield _Token(kind, _unescaped(inner), is_closed)


def _unescaped(text: str) -> str:
    def plain(match: re.Match[str]) -> str:
        code = match[1] or match[2] or match[3]
        if code:
            number = int(code, 16)
            return chr(number) if number <= 0x10FFFF else match[0]
        return _SIMPLE.get(match[4], match[4])

    found = _ESCAPE.sub(plain, text)
    if any("\ud800" <= char <= "\udbff" for char in found):  # pairs of halves, as JSON writes them
        return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return found


class _Reader:
    """Goes once through the tokens."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.found = Literals()
        self._tokens = tokens
        self._levels: list[_Level] = []
        self._at = 0

    def read(self) -> bool:
        """Whether every bracket closes."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.text in _OPENS and token.kind == "mark":
                self._open("", None)
            elif token.text in _CLOSES and token.kind == "mark":
                if not self._levels:
                    return False
                self._levels.pop()
                self._at += 1
            elif token.kind in {"text", "name", "number"}:
                self._word(token)
            else:
                self._at += 1
            if len(self._levels) > _DEEPEST:
                return False
        return not self._levels

    def _open(self, key: str, call: Call | None) -> None:
        self._levels.append(_Level(key, call))
        self._at += 1

    def _mark(self, ahead: int) -> str:
        at = self._at + ahead
        return self._tokens[at].text if at < len(self._tokens) and self._tokens[at].kind == "mark" else ""

    def _word(self, token: _Token) -> None:
        if self._mark(1) in _NAMED_BY and self._mark(2) not in {"=", ">"}:
            self._at += 2
            self._value(token.text)
        elif token.kind == "name" and self._mark(1) == "(":
            call = Call(token.text)
            self.found.calls.append(call)
            self._at += 1
            self._open("", call)
        else:
            if token.kind == "text" and self._levels and self._levels[-1].call is not None:
                self._levels[-1].call.texts.append(token.text)
            self._at += 1

    def _value(self, key: str) -> None:
        """What stands behind `key =`: a value, a bracket that is gone into, or an expression."""
        if self._at >= len(self._tokens):
            return
        while self._tokens[self._at].text in _BEFORE_CALLS and self._at + 1 < len(self._tokens):
            self._at += 1
        token = self._tokens[self._at]
        if token.kind == "mark":
            if token.text in _OPENS:
                self._open(key, None)
        elif self._is_whole():
            self._at += 1
            self._add(key, _WORDS.get(token.text.lower(), COMPUTED) if token.kind == "name" else token.text)
        elif token.kind == "name" and self._mark(1) == "(" and not _COMPUTING.fullmatch(token.text):
            self._word(token)  # key = call(...): its arguments are read
            self._levels[-1].key = key
        else:
            self._expression(key)

    def _is_whole(self) -> bool:
        """Whether the value is one token: what follows ends it, or begins something else."""
        token = self._tokens[self._at]
        if self._at + 1 >= len(self._tokens):
            return True
        following = self._tokens[self._at + 1]
        if following.kind == "mark":
            return following.text not in _OPENS
        if token.kind == "name":
            return following.kind != "other" and token.text.lower() in _WORDS
        return following.kind in {"name", "number"} or (following.kind == "text" and self._mark(2) in _NAMED_BY)

    def _expression(self, key: str) -> None:
        """Pass over something computed; a default, or the end of a path, is taken from it."""
        depth, start = 0, self._at
        while self._at < len(self._tokens):
            mark = self._mark(0)
            if depth == 0 and (mark in _CLOSES or mark in {",", ";"}):
                break
            depth += (mark in _OPENS) - (mark in _CLOSES)
            self._at += 1
        tokens = self._tokens[start : self._at]
        texts = [token.text for token in tokens if token.kind in {"text", "number"}]
        names = " ".join(token.text for token in tokens if token.kind == "name")
        if _PATH_CALLS.fullmatch(names) and texts:
            self._add(key, texts[-1])
        elif _WITH_DEFAULT.fullmatch(tokens[0].text) and len(texts) == 2:
            self._add(key, texts[1])
        else:
            self._add(key, COMPUTED)

    def _add(self, key: str, value: str) -> None:
        path = tuple(level.key for level in self._levels if level.key)
        self.found.pairs.append(((*path, key), value))
