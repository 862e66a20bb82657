"""The navigator's filter: several words, initials, and a comma for "or". No Qt here."""

import re
from dataclasses import dataclass
from typing import Final

from lapwing.gui.browser.nodes import SEARCHED, Kind, Node

_HUMPS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_A-Za-z]+")
"""The parts of a name: `OrderItems2` and `order_items_2` have three."""


@dataclass(frozen=True, slots=True)
class NameFilter:
    """What was typed, taken apart: a name fits when all words of one alternative are found in it.

    A word is found as it stands in any place, or as initials: `oi` in `order_items` and `OrderItems`. A word in camel
    case may also give the beginning of each part: `OrdIt`.
    """

    alternatives: tuple[tuple[str, ...], ...]

    @classmethod
    def read(cls, text: str) -> "NameFilter":
        """Take apart what was typed."""
        split = (tuple(alternative.split()) for alternative in text.split(","))
        return cls(tuple(words for words in split if words))

    def __bool__(self) -> bool:
        return bool(self.alternatives)

    def fits(self, node: Node) -> bool:
        """Whether a row is one of those asked for."""
        if node.kind not in SEARCHED:
            return False
        if not node.folded:
            node.folded = node.name.casefold()
            node.initials = "".join(hump[0] for hump in _HUMPS.findall(node.name)).casefold()
        return any(all(_found(word, node) for word in words) for words in self.alternatives)


def _found(word: str, node: Node) -> bool:
    folded = word.casefold()
    if folded in node.folded:
        return True
    if len(word) < 2:
        return False
    if folded in node.initials:
        return True
    return not word.islower() and _begins_humps(word, node.name)


def _begins_humps(word: str, name: str) -> bool:
    """Whether the parts of `word` are beginnings of parts of `name`, in order."""
    parts = iter(hump.casefold() for hump in _HUMPS.findall(name))
    wanted = [hump.casefold() for hump in _HUMPS.findall(word)]
    return bool(wanted) and all(any(part.startswith(want) for part in parts) for want in wanted)


def show_fitting(root: Node, names: NameFilter) -> None:
    """Set what is shown, and what is open for that, below `root`.

    A row that fits shows all it has; the rows above it are shown and opened. Without a filter everything is shown.
    """
    if names:
        _narrow(root, names)
        _drop_empty_headings(root)
    else:
        _show_all(root)


def _show_all(node: Node) -> None:
    for found in node.walk():
        found.shown = found.children
        found.is_open_in_filter = False
        _number(found)


def _narrow(node: Node, names: NameFilter) -> bool:
    """Narrow a row down; whether anything of it is to be shown."""
    fits = names.fits(node)
    if fits and node.kind is Kind.RELATION:
        _show_all(node)
        return True
    shown = [
        child
        for child in node.children
        if (_narrow(child, names) if child.children else names.fits(child) or child.kind is Kind.HEADING)
    ]
    if fits and not shown:
        _show_all(node)
        return True
    node.shown = shown
    node.is_open_in_filter = bool(shown)
    _number(node)
    return bool(shown)


def _drop_empty_headings(root: Node) -> None:
    """A heading is shown when a connection of its group is."""
    followed = [*root.shown[1:], None]
    root.shown = [
        node
        for node, after in zip(root.shown, followed, strict=False)
        if node.kind is not Kind.HEADING or (after is not None and after.kind is not Kind.HEADING)
    ]
    _number(root)


def _number(node: Node) -> None:
    for row, child in enumerate(node.shown):
        child.row = row
