"""Ranges of atoms that are written on one line when they fit, and the places where they break when they do not."""

from typing import Final

NO_GROUP: Final = -1


class Groups:
    """The groups of one statement and their breaks, found in one pass over its atoms.

    Attributes:
        starts: Index of a group's first atom.
        ends: Behind its last one.
        fills: Whether each of its breaks is used only where the line would get too long; else all or none.
        forced: Whether it breaks although it might fit.
        breaks: For each atom the group that breaks before it, or `NO_GROUP`.
        steps: For each atom how many steps of indentation such a line has, beyond the line on which its group began.
    """

    __slots__ = ("breaks", "ends", "fills", "forced", "starts", "steps")

    def __init__(self, atoms: int) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.fills: list[bool] = []
        self.forced: list[bool] = []
        self.breaks = [NO_GROUP] * (atoms + 1)
        self.steps = bytearray(atoms + 1)

    def open(self, start: int, end: int, *, fills: bool = False) -> int:
        """A new group; returns its number. Its end may be set later."""
        self.starts.append(start)
        self.ends.append(end)
        self.fills.append(fills)
        self.forced.append(False)
        return len(self.starts) - 1

    def break_before(self, atom: int, group: int, steps: int) -> None:
        """Let `group` break before an atom; a group that did so before stays the one."""
        if self.breaks[atom] == NO_GROUP and atom > self.starts[group]:
            self.breaks[atom] = group
            self.steps[atom] = steps
