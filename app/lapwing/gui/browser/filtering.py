"""The navigator's filter: several words, initials, and a comma for "or". No Qt here."""

import re
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.browser.nodes import SEARCHED, Kind, Node

_HUMPS: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_A-Za-z]+")
"""The parts of a name: `OrderItems2` and `order_items_2` have three."""


Word = tuple[str, tuple[str, ...]]
"""A word in lower case, and its parts where it was typed in camel case."""


@dataclass(frozen=True, slots=True)
class NameFilter:
    """What was typed, taken apart: a name fits when all words of one alternative are found in it.

    A word is found as it stands in any place, or as initials: `oi` in `order_items` and `OrderItems`. A word in camel
    case may also give the beginning of each part: `OrdIt`.
    """

    alternatives: tuple[tuple[Word, ...], ...]

    @classmethod
    def read(cls, text: str) -> "NameFilter":
        """Take apart what was typed."""
        split = (tuple(_word(word) for word in alternative.split()) for alternative in text.split(","))
        return cls(tuple(words for words in split if words))

    def __bool__(self) -> bool:
        return bool(self.alternatives)

    def fits(self, node: Node) -> bool:
        """Whether a row is one of those asked for."""
        if not node.folded:
            if node.kind not in SEARCHED:
                return False
            node.folded = f"{node.name}\n{node.searched}".casefold() if node.searched else node.name.casefold()
            node.initials = "".join([hump[0] for hump in _HUMPS.findall(node.name)]).casefold()
        for words in self.alternatives:  # plain loops: 20,000 names are looked at for every letter typed
            for folded, parts in words:
                if folded not in node.folded and not (len(folded) > 1 and _is_short_for(folded, parts, node)):
                    break
            else:
                return True
        return False

    def places(self, name: str) -> frozenset[int]:
        """The letters of a name that were asked for: of the first alternative that it fits, else none."""
        letters = [(part, at) for at, letter in enumerate(name) for part in letter.casefold()]
        folded = "".join(part for part, _ in letters)
        humps = list(_HUMPS.finditer(name))
        for words in self.alternatives:
            found = [_places_of(word, parts, folded, letters, humps) for word, parts in words]
            if all(found):
                return frozenset().union(*found)
        return frozenset()


def _places_of(
    word: str, parts: tuple[str, ...], folded: str, letters: list[tuple[str, int]], humps: list[re.Match[str]]
) -> frozenset[int]:
    """The letters of a name that one word is found by, as `NameFilter.fits` finds it."""
    at = folded.find(word)
    if at >= 0:
        return frozenset(letters[place][1] for place in range(at, at + len(word)))
    if len(word) < 2:
        return frozenset()
    at = "".join(hump[0][0] for hump in humps).casefold().find(word)
    if at >= 0:
        return frozenset(hump.start() for hump in humps[at : at + len(word)])
    found: set[int] = set()
    waiting = list(parts)
    for hump in humps:
        if waiting and hump[0].casefold().startswith(waiting[0]):
            found |= set(range(hump.start(), hump.start() + len(waiting.pop(0))))
    return frozenset() if waiting else frozenset(found)


def _word(word: str) -> Word:
    is_camel = not word.islower() and not word.isupper()
    return word.casefold(), tuple(hump.casefold() for hump in _HUMPS.findall(word)) if is_camel else ()


def _is_short_for(folded: str, parts: tuple[str, ...], node: Node) -> bool:
    """Whether a word is among the initials, or its parts are beginnings of parts of the name, in order."""
    if folded in node.initials:
        return True
    if not parts:
        return False
    humps = iter([hump.casefold() for hump in _HUMPS.findall(node.name)])
    return all(any(hump.startswith(part) for hump in humps) for part in parts)


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
