"""A text in which some stretches stand for others, and the way back from its places to those of the text before."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Rewritten(NamedTuple):
    """A text after rewriting.

    Attributes:
        text: As it is now.
        ends: Where each stretch that was put in ends in `text`, in order.
        sizes: How long each of them is.
        origins: Where what they stand for lies in the text before: start and end.
    """

    text: str
    ends: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()
    origins: tuple[tuple[int, int], ...] = ()

    def origin(self, position: int) -> int:
        """Where in the text before it the character at `position` comes from; inside of what was put in, the beginning
        of what that stands for."""
        behind = bisect_right(self.ends, position)
        if behind < len(self.ends) and position >= self.ends[behind] - self.sizes[behind]:
            return self.origins[behind][0]
        return position if not behind else self.origins[behind - 1][1] + position - self.ends[behind - 1]

    def origin_line(self, line: int, before: str) -> int:
        """Which line of the text before it, from 1, the beginning of a line of `text` comes from."""
        start = 0
        for _ in range(line - 1):
            start = self.text.find("\n", start) + 1
        return before.count("\n", 0, self.origin(start)) + 1


def rewritten(text: str, changes: Iterable[tuple[int, int, str]]) -> Rewritten:
    """`text` with other stretches in it.

    Args:
        changes: Start and end of each stretch, in order and apart from each other, and what comes in its place.
    """
    parts: list[str] = []
    ends: list[int] = []
    sizes: list[int] = []
    origins: list[tuple[int, int]] = []
    length = position = 0
    for start, end, new in changes:
        parts += (text[position:start], new)
        length += start - position + len(new)
        ends.append(length)
        sizes.append(len(new))
        origins.append((start, end))
        position = end
    parts.append(text[position:])
    return Rewritten("".join(parts), tuple(ends), tuple(sizes), tuple(origins))
