"""One statement as a row of atoms: its tokens without blanks, each with the comments that belong to it."""

from collections.abc import Sequence
from typing import Final

from lapwing.sql.tokens import TokenKind, Tokens

_WORDS: Final = frozenset({TokenKind.KEYWORD, TokenKind.IDENTIFIER, TokenKind.FUNCTION, TokenKind.TYPE})
_SIGNS: Final = frozenset({TokenKind.PUNCTUATION, TokenKind.OPERATOR})


class Atoms:
    """The atoms of one statement, in parallel lists, and their comments by index.

    Attributes:
        texts: As they are to be written; letters change later.
        words: A word in upper case, a sign as it is, else empty.
        touching: Whether nothing stands between the atom and the one before it.
        line_starts: Atoms that began a line: the lexer does not see functions and types across a line end.
        own_lines: Comments on lines of their own before the atom.
        inline: A block comment before the atom on its line.
        behind: Comments behind the atom that end its line.
        breaks: Atoms that have to begin a line, though no comment says so.
    """

    __slots__ = ("behind", "breaks", "inline", "kinds", "line_starts", "own_lines", "texts", "touching", "words")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.words: list[str] = []
        self.kinds: list[int] = []
        self.touching: list[bool] = []
        self.own_lines: dict[int, list[str]] = {}
        self.inline: dict[int, str] = {}
        self.behind: dict[int, str] = {}
        self.breaks: set[int] = set()
        self.line_starts: list[int] = []

    def __len__(self) -> int:
        return len(self.texts)


def read_atoms(tokens: Tokens, first: int, behind: int) -> Atoms:
    """The atoms of the tokens from `first` to before `behind`; both ends mean something."""
    atoms = Atoms()
    texts, words, kinds, touching = atoms.texts, atoms.words, atoms.kinds, atoms.touching
    text, ends, all_kinds = tokens.text, tokens.ends, tokens.kinds
    position = tokens.start(first)
    gap: list[str] = []
    for index in range(first, behind):
        end = ends[index]
        piece = text[position:end]
        position = end
        kind = all_kinds[index]
        if kind == TokenKind.WHITESPACE or kind == TokenKind.COMMENT:
            gap.append(piece)
            continue
        if gap:
            if any("\n" in blank for blank in gap):
                atoms.line_starts.append(len(texts))
                if kind == TokenKind.STRING and kinds[-1] == TokenKind.STRING:
                    atoms.breaks.add(len(texts))
            if len(gap) > 1 or not gap[0].isspace():
                _place_comments(atoms, gap)
            touching.append(False)
            gap.clear()
        else:
            touching.append(True)
        texts.append(piece)
        kinds.append(kind)
        words.append(piece.upper() if kind in _WORDS else piece if kind in _SIGNS else "")
    return atoms


def _place_comments(atoms: Atoms, gap: Sequence[str]) -> None:
    """Give the comments between two atoms to one of them, by the lines they stand on."""
    following = len(atoms)
    for line, begins_line, ends_line in comment_lines(gap):
        if not ends_line:
            atoms.inline[following] = line
        elif begins_line:
            atoms.own_lines.setdefault(following, []).append(line)
        else:
            atoms.behind[following - 1] = line


def comment_lines(gap: Sequence[str]) -> list[tuple[str, bool, bool]]:
    """The comments of a gap, those that share a line joined: text, whether a line end stands before, and behind."""
    lines: list[tuple[str, bool, bool]] = []
    parts: list[str] = []
    begins_line = False
    for piece in gap:
        is_blank = piece.isspace() or not piece.strip("\ufeff \t\r\n\f\v")
        if is_blank and "\n" not in piece and "\r" not in piece:
            continue
        if is_blank:
            if parts:
                lines.append((" ".join(parts), begins_line, True))
                parts = []
            begins_line = True
        else:
            parts.append(piece.rstrip(" \t\f\v\r") if not piece.startswith("/*") else piece)
    if parts:
        lines.append((" ".join(parts), begins_line, not parts[-1].startswith("/*")))
    return lines
