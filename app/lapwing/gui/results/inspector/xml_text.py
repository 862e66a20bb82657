"""XML laid out for reading, only where blanks mean nothing. No Qt here.

An element that holds text beside elements, or asks for its blanks (`xml:space="preserve"`), stays as it is with all
that is in it. Tags, attributes and their order are not touched.
"""

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from lapwing.domain.late_dataclass import dataclass

_INDENT: Final = "  "
_PIECE: Final = re.compile(
    r"<!--(?:[^-]|-(?!->))*-->|<\?(?:[^?]|\?(?!>))*\?>|<!\[CDATA\[(?:[^\]]|\](?!\]>))*\]\]>"
    r"""|<![A-Z][^<>\[]*>|</[^<>\s/]+\s*>|<[^<>\s/!?](?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<]+"""
)
_NAME: Final = re.compile(r"</?([^\s/>]+)")


@dataclass(slots=True)
class _Node:
    """An element with what is in it, or a piece that has nothing in it."""

    start: str
    name: str = ""
    inside: "list[_Node]" = field(default_factory=list)
    end: str = ""

    @property
    def is_text(self) -> bool:
        return not self.name and (not self.start.startswith("<") or self.start.startswith("<![CDATA["))

    @property
    def keeps_blanks(self) -> bool:
        return "xml:space" in self.start or any(node.is_text and node.start.strip() for node in self.inside)


def looks_like_xml(text: str) -> bool:
    """Whether a text begins and ends as a document does: cheap, and no promise."""
    stripped = text.strip()
    return len(stripped) > 3 and stripped[0] == "<" and stripped[-1] == ">" and stripped[1:2] not in {"", " ", "="}


def pretty_xml(text: str) -> str | None:
    """The text with an element a line where that changes nothing; None when its tags do not fit together."""
    top = _tree(text)
    if top is None:
        return None
    return "\n".join(line for node in top.inside if node.start.strip() for line in [_laid_out(node)])


def _tree(text: str) -> _Node | None:
    top = _Node("")
    opened = [top]
    at = 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            return None
        at = found.end()
        if not _add(opened, found[0]):
            return None
    elements = sum(bool(node.name) for node in top.inside)
    has_text = any(node.is_text and node.start.strip() for node in top.inside)
    return top if len(opened) == 1 and elements == 1 and not has_text else None


def _add(opened: list[_Node], piece: str) -> bool:
    """Put a piece where it belongs; False when it is an end that fits no beginning."""
    if piece.startswith("</"):
        node = opened.pop()
        node.end = piece
        return bool(opened) and _named(piece) == node.name
    if not piece.startswith("<") or piece.startswith(("<!", "<?")):
        opened[-1].inside.append(_Node(piece))
        return True
    node = _Node(piece, _named(piece))
    opened[-1].inside.append(node)
    if not piece.endswith("/>"):
        opened.append(node)
    return True


def _named(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1] if found else ""


def _laid_out(top: _Node) -> str:
    """Without recursion, so that no depth is too much."""
    lines: list[str] = []
    waiting: list[tuple[_Node, int, bool]] = [(top, 0, False)]
    while waiting:
        node, depth, is_end = waiting.pop()
        if is_end:
            lines.append(_INDENT * depth + node.end)
            continue
        parts = [part for part in node.inside if part.start.strip()]
        if not parts or node.keeps_blanks:
            lines.append(_INDENT * depth + "".join(_as_it_is(node)))
            continue
        lines.append(_INDENT * depth + node.start)
        waiting.append((node, depth, True))
        waiting += [(part, depth + 1, False) for part in reversed(parts)]
    return "\n".join(lines)


def _as_it_is(top: _Node) -> Iterator[str]:
    waiting: list[_Node | str] = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        yield node.start
        waiting.append(node.end)
        waiting += reversed(node.inside)
