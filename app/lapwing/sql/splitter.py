"""Cuts a script into statements with one coarse expression a statement: it skips quotes and comments and looks only at
terminators, and at the few words behind which a terminator does not end the statement."""

import re
from collections.abc import Iterator
from typing import Final, Protocol

from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.patterns import NAME
from lapwing.sql.statements import Statement
from lapwing.sql.verbs import VerbFinder

_BLANKS: Final = " \t\n\v\f\r"
_BYTE_ORDER_MARK: Final = "\ufeff"
_BLANKS_AND_MARK: Final = _BLANKS + _BYTE_ORDER_MARK
_MAY_END_TRIVIA: Final = frozenset(_BLANKS_AND_MARK + "/")
"""What the character before a terminator is when blanks or a comment precede it."""
_LEAD, _CLIENT, _WORD = 1, 2, 3


class BlockRule(Protocol):
    """Knows the statements that hold others, whose terminators do not end them."""

    verbs: frozenset[str]
    """First words, in upper case, of the statements that are to be looked at."""

    def end(self, text: str, start: int) -> int | None:
        """Where the statement that begins at `start` ends: at its terminator, or with the text.

        None when it is not such a statement after all.
        """


@dataclass(frozen=True, slots=True)
class SplitRules:
    """What a splitter has to know of a dialect. All expressions are of the kind that `patterns` describes.

    Attributes:
        trivia: One blank or comment.
        skipped: One stretch of anything else but a terminator.
        quotes: The characters with which quoted tokens begin.
        block: For statements that hold others.
        client_markers: First characters of lines that, where a statement would begin, are for the vendor's client.
        ignored: Those of them that begin a comment to that client.
    """

    trivia: str
    skipped: str
    quotes: str
    block: BlockRule
    client_markers: str = ""
    ignored: str = ""


class Splitter:
    """Finds the statements of one dialect. Immutable; any thread may use it. Never raises on any text."""

    def __init__(self, rules: SplitRules, verbs: VerbFinder) -> None:
        line = rf"[{re.escape(rules.client_markers)}][^\n]*+" if rules.client_markers else "(?!)"
        client = rf"(?<![^\n]){line}"
        self._client_lines = re.compile(rf"{line}(?:\n{line})*+")
        self._statement = re.compile(
            rf"((?:{rules.trivia})*+)(?:({client})|({NAME})?(?:{rules.skipped})*+(?P<terminator>;?+))", re.DOTALL
        )
        self._piece = re.compile(f"{rules.trivia}|{rules.skipped}|;", re.DOTALL)
        self._line_rest = re.compile(
            r"[ \t\v\f\r]*+(?:--[^\n]*+|/\*[^*\n]*+(?:\*++[^*/\n][^*\n]*+)*+\*++/[ \t\r]*+(?=\n))?"
        )
        self._quotes = rules.quotes
        self._block = rules.block
        self._markers = rules.client_markers
        self._ignored = rules.ignored
        self._looked_at = rules.block.verbs | {"EXPLAIN", "WITH", ""}
        self._verbs = verbs

    def statements(self, text: str, start: int = 0) -> Iterator[Statement]:
        """The statements of `text` in order, found as they are asked for.

        Args:
            start: Where to begin: 0, or the `full_end` of a statement found before.
        """
        for statement in self._scan(text, start):
            if not (statement.is_client_command and text[statement.start] in self._ignored):
                yield statement

    def walk(self, text: str, start: int = 0, _setting: object = None) -> Iterator[tuple[Statement, object]]:
        """The same, each with what has been set behind it: nothing can be set here."""
        return ((statement, ()) for statement in self.statements(text, start))

    def client_lines(self, text: str) -> list[tuple[int, int]]:
        """Where the lines for the vendor's client lie, those that are comments to it included. Lines that follow each
        other make one range, without its last line end."""
        if not (text[:1] and text[0] in self._markers) and not any("\n" + marker in text for marker in self._markers):
            return []
        ranges: list[tuple[int, int]] = []
        statements = self._scan(text, 0)
        while found := next((statement for statement in statements if statement.is_client_command), None):
            lines = self._client_lines.match(text, found.start)
            end = lines.end() if lines else found.full_end
            ranges.append((found.start, end))
            statements = self._scan(text, end)
        return ranges

    def _scan(self, text: str, position: int) -> Iterator[Statement]:
        match = self._statement.match
        size = len(text)
        while position < size:
            found = match(text, position)
            assert found is not None, "the expression matches anything"
            start = found.end(_LEAD)
            outer_start = start if start == position else self._outer_start(text, position, start)
            if found.end(_CLIENT) >= 0:
                position = found.end()
                end = start + len(text[start:position].rstrip(_BLANKS))
                yield Statement(start, end, position, outer_start, "", True, is_client_command=True)
                continue
            end, full_end = found.span("terminator")
            if start == end:
                position = max(full_end, position + 1) if full_end < size else size
                continue
            verb, is_explain = (found[_WORD] or "").upper(), False
            if verb in self._looked_at:
                end, full_end = self._past_block(text, start, verb, end, full_end)
                verb, _, is_explain, _ = self._verbs.find(text, start, end)
            position = full_end
            terminated = end < full_end
            if not terminated or text[end - 1] in _MAY_END_TRIVIA:
                end = self._trimmed(text, start, end)
            yield Statement(start, end, full_end, outer_start, verb, terminated, is_explain)

    def _past_block(self, text: str, start: int, verb: str, end: int, full_end: int) -> tuple[int, int]:
        """Where the statement ends if it holds others, else `end` and `full_end`."""
        if verb not in self._block.verbs:
            return end, full_end
        block_end = self._block.end(text, start)
        if block_end is None:
            return end, full_end
        return block_end, min(block_end + 1, len(text))

    def _outer_start(self, text: str, position: int, start: int) -> int:
        """Where the comments that lead the statement begin, given where the statement before it ended."""
        if position:
            rest = self._line_rest.match(text, position, start)
            position = rest.end() if rest else position
        lead = text[position:start]
        return start - len(lead.lstrip(_BLANKS_AND_MARK))

    def _trimmed(self, text: str, start: int, end: int) -> int:
        """`end` without the blanks and comments before it."""
        body = text[start:end].rstrip(_BLANKS)
        last_line = body[body.rfind("\n") + 1 :]
        is_closed = end < len(text)
        if is_closed and "--" not in last_line and not body.endswith(("*/", _BYTE_ORDER_MARK)):
            return start + len(body)
        pieces = [found[0] for found in self._piece.finditer(text, start, end)]
        while pieces and _is_trivia(pieces[-1]):
            end -= len(pieces.pop())
        if not pieces or pieces[-1][0] in self._quotes:
            return end
        # A byte order mark stays: it may be part of a name there, and the server skips it where it is not.
        return end - (len(pieces[-1]) - len(pieces[-1].rstrip(_BLANKS)))


def _is_trivia(piece: str) -> bool:
    return piece[0] in _BLANKS_AND_MARK or piece.startswith(("--", "/*"))
