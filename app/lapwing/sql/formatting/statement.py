"""Formatting one statement."""

from typing import Final

from lapwing.sql.dialect import Dialect
from lapwing.sql.formatting.compound import find_block, write_block
from lapwing.sql.formatting.layout import Layout
from lapwing.sql.formatting.letters import set_letters, settle_kinds
from lapwing.sql.formatting.options import Commas, FormatOptions
from lapwing.sql.formatting.reading import Atoms, read_atoms
from lapwing.sql.formatting.spacing import spaces
from lapwing.sql.formatting.structure import find_groups
from lapwing.sql.tokens import TRIVIA, TokenKind, Tokens

_EXECUTABLE: Final = ("/*!", "/*M!")
CLIENT_SIGNS: Final = ".#\\"
"""What begins with these might become a command for the vendor's client on another line."""


def formatted(
    tokens: Tokens, first: int, behind: int, verb: str, dialect: Dialect, options: FormatOptions, indent: str
) -> str | None:
    """The statement of the tokens from `first` to before `behind`; None when it has to stay as it is.

    Args:
        verb: Its first word behind EXPLAIN and WITH, in upper case.
        indent: What every line but the first begins with.
    """
    obstacle = _obstacle(tokens, first, behind)
    if not obstacle:
        return _laid_out(tokens, first, behind, verb, dialect, options, indent)
    block = find_block(tokens, first, behind) if obstacle == ";" else None
    if block is None:
        return None

    def write(start: int, end: int, word: str, lead: str) -> str | None:
        if _obstacle(tokens, start, end):
            return None
        return _laid_out(tokens, start, end, word, dialect, options, lead)

    return write_block(tokens, first, block, indent, options, write)


def _laid_out(
    tokens: Tokens, first: int, behind: int, verb: str, dialect: Dialect, options: FormatOptions, indent: str
) -> str:
    atoms = read_atoms(tokens, first, behind)
    settle_kinds(atoms, dialect)
    _settle_commas(atoms, options.commas)
    groups, keywords = find_groups(atoms, verb, leads=options.commas is Commas.LEADING)
    set_letters(atoms, keywords, dialect, options)
    return Layout(atoms, groups, spaces(atoms, dialect), options, indent).text()


def _obstacle(tokens: Tokens, first: int, behind: int) -> str:
    """What a statement holds that cannot be laid out: a command, an executable comment, else `;` for statements."""
    text, ends, kinds = tokens.text, tokens.ends, tokens.kinds
    if kinds[behind - 1] in TRIVIA or text[tokens.start(first)] in CLIENT_SIGNS:
        return "edge"
    found = ""
    for index in range(first, behind):
        start = ends[index - 1] if index else 0
        char = text[start]
        if char == "\\":
            return char
        if char == ";":
            found = char
        elif kinds[index] == TokenKind.COMMENT:
            piece = text[start : ends[index]]
            if piece == "*/" or (piece.startswith(_EXECUTABLE) and _is_opener(piece)):
                return piece
    return found


def _is_opener(piece: str) -> bool:
    """Whether a comment is the opening of one that MySQL reads as code; elsewhere such comments are whole."""
    return not piece.endswith("*/")


def _settle_commas(atoms: Atoms, commas: Commas) -> None:
    """Let comments stand behind a comma that ends a line, or before one that begins a line."""
    behind, own_lines = atoms.behind, atoms.own_lines
    if not behind and not own_lines:
        return
    words = atoms.words
    for index in sorted({*(place + 1 for place in behind), *behind, *own_lines, *(place - 1 for place in own_lines)}):
        if not 0 < index < len(words) - 1 or words[index] != "," or index in atoms.inline:
            continue
        if "," in {words[index - 1], words[index + 1]}:
            continue
        if commas is Commas.TRAILING:
            _move_behind_comma(atoms, index)
        else:
            _move_before_comma(atoms, index)


def _move_behind_comma(atoms: Atoms, comma: int) -> None:
    behind, own_lines = atoms.behind, atoms.own_lines
    if comma in behind:
        return
    if comma - 1 in behind:
        behind[comma] = behind.pop(comma - 1)
    if comma in own_lines:
        own_lines[comma + 1] = own_lines.pop(comma) + own_lines.get(comma + 1, [])


def _move_before_comma(atoms: Atoms, comma: int) -> None:
    behind, own_lines = atoms.behind, atoms.own_lines
    if comma in behind and comma - 1 not in behind and comma not in own_lines:
        behind[comma - 1] = behind.pop(comma)
    if comma + 1 in own_lines and comma not in behind:
        own_lines[comma] = own_lines.get(comma, []) + own_lines.pop(comma + 1)
