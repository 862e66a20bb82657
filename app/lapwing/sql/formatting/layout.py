"""Writing a statement: which groups break is decided where they begin, by what is left of the line."""

from typing import Final

from lapwing.sql.formatting.groups import NO_GROUP, Groups
from lapwing.sql.formatting.options import FormatOptions
from lapwing.sql.formatting.reading import Atoms

_MOST_STEPS: Final = 60
"""No line is indented further, so that no text grows beyond measure."""
_TIGHT: Final = frozenset({",", ")", "]"})
"""These touch a comment before them."""
_CLOSERS: Final = frozenset({")", "END"})


class Measures:
    """Sums over the atoms of a statement, so that the width of a range and the line ends in it are a difference.

    Attributes:
        widths: Columns of all before an atom, on one line.
        line_ends: How many atoms up to one have to begin a line.
        following: For each atom the next one, at or behind it, where a line can end.
        next_break: For each break of a group that fills the next one of that group, or its end.
        starting: For an atom the groups that begin there, the outer ones first.
    """

    def __init__(self, atoms: Atoms, groups: Groups, blanks: bytearray) -> None:
        size = len(atoms)
        self.widths, self.line_ends = [0] * (size + 1), [0] * (size + 1)
        self._add_up(atoms, blanks)
        self.following = self._find_following(groups.breaks, size)
        self.starting = _find_starting(groups)
        self.next_break = _find_next_breaks(groups)

    def _add_up(self, atoms: Atoms, blanks: bytearray) -> None:
        inline, behind, begins = atoms.inline, atoms.behind, atoms.breaks | atoms.own_lines.keys()
        total = ends = 0
        for index, text in enumerate(atoms.texts):
            ends += index in begins or (index - 1) in behind
            self.line_ends[index] = ends
            self.widths[index] = total
            total += blanks[index] + (len(text) if "\n" not in text else text.index("\n"))
            if index in inline:
                total += len(inline[index]) + 1
        self.widths[-1] = total
        self.line_ends[-1] = ends

    def _find_following(self, breaks: list[int], size: int) -> list[int]:
        following = [size] * (size + 1)
        ends = self.line_ends
        place = size
        for index in range(size - 1, 0, -1):
            if breaks[index] != NO_GROUP or ends[index] != ends[index - 1]:
                place = index
            following[index] = place
        return following

    def width(self, start: int, end: int) -> int:
        """Columns from an atom up to the next place behind `end` where a line can end."""
        return self.widths[self.following[end]] - self.widths[start]

    def has_line_end(self, start: int, end: int) -> bool:
        """Whether an atom of the range other than the first has to begin a line."""
        return self.line_ends[max(end - 1, start)] != self.line_ends[start]


def _find_starting(groups: Groups) -> dict[int, list[int]]:
    starting: dict[int, list[int]] = {}
    for group, start in enumerate(groups.starts):
        starting.setdefault(start, []).append(group)
    ends = groups.ends
    for begun in starting.values():
        if len(begun) > 1:
            begun.sort(key=lambda group: -ends[group])
    return starting


def _find_next_breaks(groups: Groups) -> dict[int, int]:
    found: dict[int, int] = {}
    last: dict[int, int] = {}
    for atom, group in enumerate(groups.breaks):
        if group != NO_GROUP and groups.fills[group]:
            if group in last:
                found[last[group]] = atom
            last[group] = atom
    for group, atom in last.items():
        found[atom] = groups.ends[group]
    return found


class Layout:
    """Writes one statement, once.

    Args:
        blanks: For each atom 1 when a blank stands before it on its line.
        indent: What every line but the first begins with.
    """

    def __init__(self, atoms: Atoms, groups: Groups, blanks: bytearray, options: FormatOptions, indent: str) -> None:
        self._atoms = atoms
        self._groups = groups
        self._blanks = blanks
        self._step = options.indent.text
        self._step_columns = options.indent.columns
        self._line = "\n" + indent
        self._width = options.width - len(indent.expandtabs(self._step_columns))
        self._measures = Measures(atoms, groups, blanks)
        self._broken = bytearray(len(groups.starts))
        self._bases = [0] * len(groups.starts)
        self._opened: list[int] = []
        self._out: list[str] = []
        self._column = self._depth = 0

    def text(self) -> str:
        """The statement, without its terminator."""
        atoms = self._atoms
        starting, inline, behind = self._measures.starting, atoms.inline, atoms.behind
        write = self._out.append
        for index, text in enumerate(atoms.texts):
            self._come_to(index)
            if index in inline:
                write(inline[index] if atoms.words[index] in _TIGHT else inline[index] + " ")
                self._column += len(inline[index]) + 1
            if index in starting:
                self._open(index, starting[index])
            write(text)
            self._column = self._column + len(text) if "\n" not in text else len(text) - text.rindex("\n") - 1
            if index in behind:
                write(" " + behind[index])
        return "".join(self._out)

    def _come_to(self, index: int) -> None:
        """Write the line end or the blank before an atom."""
        groups, line_ends = self._groups, self._measures.line_ends
        opened = self._opened
        while opened and groups.ends[opened[-1]] <= index:
            opened.pop()
        group = groups.breaks[index]
        breaks = group != NO_GROUP and self._broken[group]
        if breaks and (not groups.fills[group] or self._overflows(index, group)):
            self._begin_line(index, self._bases[group] + groups.steps[index])
        elif index and line_ends[index] != line_ends[index - 1]:
            self._begin_line(index, self._bases[opened[-1]] + 1 if opened else self._depth)
        elif self._blanks[index]:
            self._out.append(" ")
            self._column += 1

    def _begin_line(self, index: int, depth: int) -> None:
        self._depth = depth = min(depth, _MOST_STEPS)
        self._column = depth * self._step_columns
        lead = self._line + self._step * depth
        if index in self._atoms.own_lines:
            deeper = lead + self._step if self._atoms.words[index] in _CLOSERS else lead
            self._out.extend(deeper + comment for comment in self._atoms.own_lines[index])
        self._out.append(lead)

    def _open(self, index: int, groups: list[int]) -> None:
        """Decide of the groups that begin at an atom whether they break."""
        ends, forced, measures = self._groups.ends, self._groups.forced, self._measures
        room = self._width - self._column + self._blanks[index]
        if index in self._atoms.inline:
            room += len(self._atoms.inline[index]) + 1
        for group in groups:
            end = ends[group]
            self._broken[group] = (
                forced[group] or measures.has_line_end(index, end) or measures.width(index, end) > room
            )
            self._bases[group] = self._depth
            self._opened.append(group)

    def _overflows(self, index: int, group: int) -> bool:
        """Whether what stands up to the next break of its group is too long for the line."""
        measures = self._measures
        end = measures.next_break.get(index, self._groups.ends[group])
        return measures.has_line_end(index, end) or self._column + measures.width(index, end) > self._width
