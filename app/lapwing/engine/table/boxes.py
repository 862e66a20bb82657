"""What a person writes behind WHERE and ORDER BY: seen to be only that, and put into a statement of ours."""

from collections.abc import Iterator, Sequence
from typing import Final

from lapwing.domain.errors import LapwingError, StatementFailed
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.table_errors import (
    CommentIsRun,
    EntryEmpty,
    ParenthesisNotClosed,
    ParenthesisNotOpened,
    QuoteNotClosed,
    SemicolonInBox,
)
from lapwing.sql.dialect import Dialect
from lapwing.sql.significant import unquoted
from lapwing.sql.tokens import TRIVIA, TokenKind

WHERE: Final = "WHERE"
ORDER_BY: Final = "ORDER BY"
_OPENING: Final = "(\n"
_CLOSING: Final = "\n)"
_NAMES: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER, TokenKind.KEYWORD, TokenKind.TYPE})
_RUN_COMMENTS: Final = ("/*!", "/*M!")
"""MySQL runs what stands in these."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A token that means something; places are counted in the box, `depth` from 0."""

    kind: TokenKind
    text: str
    start: int
    end: int
    depth: int

    @property
    def upper(self) -> str:
        return "" if self.kind is TokenKind.QUOTED_IDENTIFIER else self.text.upper()


def _words(dialect: Dialect, text: str, box: str) -> list[_Word]:
    """The tokens of a text that stays within parentheses on lines of their own.

    Raises:
        ConditionInvalid: It would not.
    """
    tokens = dialect.lex(f"{_OPENING}{text}{_CLOSING}")
    words: list[_Word] = []
    opened: list[int] = []
    last = len(tokens) - 1
    for index, (kind, start, end) in enumerate(tokens):
        found, place = tokens.text_of(index), start - len(_OPENING)
        if found.startswith(_RUN_COMMENTS) and dialect.id == "mysql":
            raise CommentIsRun(box=box, position=place)
        if kind in TRIVIA:
            continue
        if found == ";":
            raise SemicolonInBox(box=box, position=place)
        if found == ")":
            if index == last:
                break
            if len(opened) < 2:
                raise ParenthesisNotOpened(box=box, position=place)
            opened.pop()
        if index:
            words.append(_Word(kind, found, place, end - len(_OPENING), len(opened) - 1))
        if found == "(":
            opened.append(place)
    if tokens.text_of(last) != ")":
        place = min(tokens.start(last) - len(_OPENING), max(len(text) - 1, 0))
        raise QuoteNotClosed(box=box, position=place)
    if len(opened) > 1:
        raise ParenthesisNotClosed(box=box, position=opened[-1])
    return words


def condition(dialect: Dialect, text: str) -> str:
    """The text when it is a condition, or the empty text when it says nothing.

    Raises:
        ConditionInvalid
    """
    return text if _words(dialect, text, WHERE) else ""


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """One entry of a person's order.

    Attributes:
        expression: As it is written in the box, from `start` on.
        tail: What stands behind it: the direction, and where NULLs come.
        name: The expression when it is nothing but a name, without quotes; else empty.
        is_quoted: Whether that stands in quotes.
    """

    expression: str
    start: int
    tail: str = ""
    name: str = ""
    is_quoted: bool = False

    @property
    def descending(self) -> bool:
        return self.tail.startswith("DESC")

    @property
    def places_nulls(self) -> bool:
        return "NULLS" in self.tail


def order_entries(dialect: Dialect, text: str) -> list[OrderEntry]:
    """The entries of an order, none when the text says nothing.

    Raises:
        ConditionInvalid
    """
    words = _words(dialect, text, ORDER_BY)
    return [_entry(dialect, text, entry) for entry in _split(words)] if words else []


def _split(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    entry: list[_Word] = []
    for word in words:
        if word.text == "," and not word.depth:
            yield entry
            entry = []
        else:
            entry.append(word)
    yield entry


def _entry(dialect: Dialect, text: str, words: list[_Word]) -> OrderEntry:
    tail: list[str] = []
    if len(words) > 2 and words[-2].upper == "NULLS" and words[-1].upper in {"FIRST", "LAST"}:
        tail = ["NULLS", words[-1].upper]
        words = words[:-2]
    if len(words) > 1 and words[-1].upper in {"ASC", "DESC"}:
        tail.insert(0, words[-1].upper)
        words = words[:-1]
    if not words:
        raise EntryEmpty(box=ORDER_BY, position=None)
    start, end = words[0].start, words[-1].end
    is_name = len(words) == 1 and words[0].kind in _NAMES and words[0].upper not in dialect.reserved
    return OrderEntry(
        text[start:end],
        start,
        " ".join(tail),
        unquoted(dialect, words[0].text) if is_name else "",
        is_name and words[0].kind is TokenKind.QUOTED_IDENTIFIER,
    )


class Written:
    """A statement put together of words of ours and texts of boxes."""

    def __init__(self, text: str = "") -> None:
        self._parts: list[str] = []
        self._length = 0
        self._boxes: list[tuple[int, int, str, int]] = []
        self.add(text)

    @property
    def sql(self) -> str:
        return "".join(self._parts)

    def add(self, text: str, box: str = "", start: int = 0) -> None:
        """Append a text: of ours, or what stands in a box from `start` on."""
        if box:
            self._boxes.append((self._length, self._length + len(text), box, start))
        self._parts.append(text)
        self._length += len(text)

    def placed(self, error: LapwingError) -> LapwingError:
        """An error of this statement with its place counted in the box that it is in (`box` names it), or without."""
        if not isinstance(error, StatementFailed):
            return error
        position, facts = error.facts.get("position"), error.facts
        facts["position"] = facts["line"] = None
        if isinstance(position, int):
            for start, end, box, offset in self._boxes:
                if start <= position <= end:
                    facts["box"], facts["position"] = box, position - start + offset
        return error
