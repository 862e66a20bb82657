"""What is looked for in a text, and what takes its place: patterns, their errors, replacements. No Qt here."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass

MOST_FOUND: Final = 100_000
_GROUP: Final = re.compile(r"\$\$|\$(?:(\d{1,2}|&)|\{(\w+)\})|\\(?:([0-9]{1,2})|g<(\w+)>|([ntr\\$]))")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\n", "\\": "\\", "$": "$"}

Found = tuple[int, int]
"""Start and end of a place in the text."""


class PatternWrong(LapwingError):
    """A regular expression, or a replacement for one, cannot be understood."""

    code = "search.pattern_wrong"
    message = "The expression is not right: {reason}."
    hint = "Correct it, or search for plain text."


class SearchTooLong(LapwingError):
    """A regular expression needs more time than a person waits."""

    code = "search.too_long"
    message = "The search was given up after {seconds} s."
    hint = "Make the expression simpler: nested repetitions such as (a+)+ may take for ever."


class SearchFailed(LapwingError):
    """The process that looks for expressions died, or cannot be started."""

    code = "search.failed"
    message = "The search ended unexpectedly: {reason}."
    hint = "Search again."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for.

    Attributes:
        text: A plain text, or a regular expression as Python's `re` reads it, `^` and `$` at every line.
        start, end: Only between these places of the text; an `end` of None is the text's.
        replacement: What takes its place, as it was typed; None when nothing is replaced. With a regular expression,
            `$1`, `${name}`, `\\1` and `\\g<name>` are what groups found, `$&` or `$0` the whole; `\\n` and `\\t` are
            line end and tab, `$$` and `\\\\` the sign itself.
    """

    text: str
    match_case: bool = False
    whole_word: bool = False
    is_regex: bool = False
    start: int = 0
    end: int | None = None
    replacement: str | None = None

    def pattern(self) -> re.Pattern[str]:
        """The pattern to look for.

        Raises:
            PatternWrong
        """
        source = self.text if self.is_regex else re.escape(self.text)
        if self.whole_word:
            source = rf"(?<!\w)(?:{source})(?!\w)"
        try:
            return re.compile(source, re.MULTILINE | (re.NOFLAG if self.match_case else re.IGNORECASE))
        except (re.error, OverflowError, RecursionError) as error:
            raise PatternWrong(reason=str(error).rstrip(".")) from error


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, in order.

    Attributes:
        texts: What takes the place of each, when something does.
        is_complete: Whether there is no more.
    """

    places: list[Found]
    texts: list[str]
    is_complete: bool


def search(text: str, wanted: Wanted) -> Hits:
    """Look for something. Takes as long as it takes: see `search_process` for what may be a trap.

    Raises:
        PatternWrong
    """
    if not wanted.text:
        return Hits([], [], is_complete=True)
    pattern = wanted.pattern()
    write = None if wanted.replacement is None else _writer(pattern, wanted)
    places: list[Found] = []
    texts: list[str] = []
    end = len(text) if wanted.end is None else wanted.end
    for match in pattern.finditer(text, wanted.start, end):
        if len(places) == MOST_FOUND and write is None:
            return Hits(places, texts, is_complete=False)
        places.append(match.span())
        if write is not None:
            texts.append("".join(_pieces(write, match)))
    return Hits(places, texts, is_complete=True)


def _writer(pattern: re.Pattern[str], wanted: Wanted) -> list[str | int]:
    """A replacement as its pieces: text, and numbers of groups.

    Raises:
        PatternWrong: It names a group that there is not.
    """
    given = wanted.replacement or ""
    if not wanted.is_regex:
        return [given]
    pieces: list[str | int] = []
    done = 0
    for found in _GROUP.finditer(given):
        pieces.append(given[done : found.start()])
        pieces.append(_meaning(found, pattern))
        done = found.end()
    return [*pieces, given[done:]]


def _meaning(found: re.Match[str], pattern: re.Pattern[str]) -> str | int:
    dollar, braced, slashed, named, escape = found.groups()
    if escape is not None:
        return _ESCAPES[escape]
    name = dollar or braced or slashed or named
    if name is None:
        return "$"
    number = 0 if name == "&" else int(name) if name.isdigit() else pattern.groupindex.get(name, -1)
    if not 0 <= number <= pattern.groups:
        raise PatternWrong(reason=f"there is no group {name}")
    return number


def _pieces(write: list[str | int], match: re.Match[str]) -> Iterator[str]:
    for piece in write:
        yield piece if isinstance(piece, str) else match[piece] or ""


def place_at_or_after(places: list[Found], offset: int) -> int:
    """The number of the first place that begins at an offset or behind it; the first of all when there is none."""
    number = bisect_left(places, (offset, -1))
    return number if number < len(places) else 0


def place_before(places: list[Found], offset: int) -> int:
    """The number of the last place that begins before an offset; the last of all when there is none."""
    return (bisect_left(places, (offset, -1)) - 1) % len(places)
