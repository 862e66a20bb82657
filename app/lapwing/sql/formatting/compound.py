"""Triggers and routines whose body is a plain block: statements between BEGIN and END, each laid out by itself.

What has more to it stays as it was typed: blocks in blocks, branches and loops, handlers.
"""

from collections.abc import Callable
from typing import Final

from lapwing.sql.formatting.options import FormatOptions
from lapwing.sql.formatting.script import between
from lapwing.sql.patterns import word_set
from lapwing.sql.tokens import TRIVIA, TokenKind, Tokens

_PLAIN: Final = word_set("SELECT INSERT UPDATE DELETE REPLACE WITH VALUES SET CALL RETURN MERGE DECLARE SIGNAL LEAVE")
"""With these a statement of a plain block begins."""
_STRUCTURED: Final = word_set("BEGIN IF LOOP WHILE REPEAT HANDLER CURSOR DO ELSEIF FOR")
_MAY_STAND: Final = {
    "DO": word_set("NOTHING UPDATE"),
    "FOR": word_set("UPDATE SHARE NO KEY"),
    "IF": word_set("( EXISTS NOT"),
}
"""Words of `_STRUCTURED` that are none before these."""

Write = Callable[[int, int, str, str], str | None]
"""Writes the statement of some tokens: the first, behind the last, its verb, what its lines begin with."""


class Block:
    """The places of a plain block in a statement.

    Attributes:
        begin: The token BEGIN, or ATOMIC behind it.
        end: The token END, the last one.
        parts: Of each statement in it the first token and the semicolon.
    """

    def __init__(self, begin: int, end: int, parts: list[tuple[int, int]]) -> None:
        self.begin = begin
        self.end = end
        self.parts = parts


def find_block(tokens: Tokens, first: int, behind: int) -> Block | None:
    """The block that ends a statement; None when it has none, or one that is not plain."""
    words = [
        (index, tokens.text_of(index).upper()) for index in range(first, behind) if tokens.kinds[index] not in TRIVIA
    ]
    begin = _begin(words)
    if begin < 1 or words[-1][1] != "END" or words[-2][1] != ";":
        return None
    begin += words[begin + 1][1] == "ATOMIC"
    parts = _parts(tokens, words[begin + 1 : -1])
    return Block(words[begin][0], words[-1][0], parts) if parts else None


def _begin(words: list[tuple[int, str]]) -> int:
    """Where BEGIN stands outside of parentheses and is no part of a name; -1 when nowhere."""
    depth = 0
    for place, (_, word) in enumerate(words):
        depth += (word == "(") - (word == ")")
        if word == "BEGIN" and not depth and words[place - 1][1] != ".":
            return place
    return -1


def _parts(tokens: Tokens, words: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """First token and semicolon of each statement of a body; nothing when it is not plain."""
    parts: list[tuple[int, int]] = []
    start = -1
    depth = 0
    for place, (index, word) in enumerate(words):
        following = words[place + 1][1] if place + 1 < len(words) else ""
        if start < 0:
            if word not in _PLAIN:
                return []
            start = index
        if word == ";":
            if depth or tokens.kinds[index - 1] in TRIVIA:
                return []
            parts.append((start, index))
            start = -1
        depth += (word == "(") - (word == ")")
        is_word = tokens.kinds[index] != TokenKind.FUNCTION
        if is_word and word in _STRUCTURED and following not in _MAY_STAND.get(word, ()):
            return []
    return parts


def write_block(
    tokens: Tokens, first: int, block: Block, indent: str, options: FormatOptions, write: Write
) -> str | None:
    """The whole statement: its head, then the block with its statements a step further.

    Args:
        indent: What every line but the first begins with.
    """
    opener = block.begin
    while tokens.text_of(opener).upper() != "BEGIN":
        opener -= 1
    head_end = opener
    while tokens.kinds[head_end - 1] == TokenKind.WHITESPACE:
        head_end -= 1
    head = write(first, head_end, "CREATE", indent)
    if head is None or tokens.kinds[head_end - 1] in TRIVIA:
        return None
    words = " ".join(
        options.keyword_case.of(tokens.text_of(index))
        for index in range(opener, block.begin + 1)
        if tokens.kinds[index] not in TRIVIA
    )
    out = [head, "\n", indent, words]
    inner = indent + options.indent.text
    position = block.begin + 1
    for start, semicolon in block.parts:
        written = write(start, semicolon, tokens.text_of(start).upper(), inner)
        if written is None:
            return None
        out += [between(tokens, position, start, inner, is_begin=False, is_end=False, keeps=False), written, ";"]
        position = semicolon + 1
    gap = between(tokens, position, block.end, inner, is_begin=False, is_end=False, keeps=False)
    out += [
        gap.removesuffix(inner) + indent if gap.endswith(inner) else gap,
        options.keyword_case.of(tokens.text_of(block.end)),
    ]
    return "".join(out)
