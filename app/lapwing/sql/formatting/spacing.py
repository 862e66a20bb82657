"""Where a blank stands between two atoms of a line.

Where a blank could make a difference to the server, it is left as it was: before the parenthesis of MySQL's functions,
around `:` and `@`, between a word and a quote.
"""

from typing import Final

from lapwing.sql.dialect import Dialect
from lapwing.sql.formatting.reading import Atoms
from lapwing.sql.formatting.words import UNARY_BEHIND
from lapwing.sql.patterns import word_set
from lapwing.sql.tokens import TokenKind

_NAMES: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER, TokenKind.KEYWORD, TokenKind.FUNCTION})
_OPERANDS: Final = _NAMES | {
    TokenKind.TYPE,
    TokenKind.NUMBER,
    TokenKind.STRING,
    TokenKind.BLOB,
    TokenKind.PARAMETER,
    TokenKind.ERROR,
}
_NAMED_BEFORE_PARENS: Final = word_set("INTO TABLE REFERENCES EXISTS VIEW")
_SPACED_BEFORE_PARENS: Final = word_set(
    """
    AND AS BETWEEN BY CASE CHECK CONFLICT DEFAULT DISTINCT ELSE EXCEPT EXISTS FILTER FROM GROUP HAVING IN INCLUDE
    INTERSECT JOIN KEY LATERAL LIKE
    LIMIT MATERIALIZED NOT OFFSET ON OR OVER RETURNING SELECT SET SETS THEN UNION UNIQUE USING
    WHEN WHERE WITH XOR ALL
    """
)
_TIGHT_BEHIND: Final = frozenset({"(", "[", "::"})
_TIGHT_BEFORE: Final = frozenset({")", "]", ",", ";", "::"})
_KEPT: Final = frozenset({":", "@", "@@", "{", "}", "[", "..", "\\"})


def spaces(atoms: Atoms, dialect: Dialect) -> bytearray:
    """For each atom 1 when a blank stands before it on its line, else 0."""
    found = bytearray(len(atoms))
    words, touching, inline = atoms.words, atoms.touching, atoms.inline
    is_unary = False
    is_mysql = dialect.id == "mysql"
    keeps_equals = bool(words) and words[0] in {"CREATE", "ALTER"} and is_mysql
    depth = 0
    for index in range(1, len(atoms)):
        word, before = words[index], words[index - 1]
        if word == "(":
            blank = _before_paren(atoms, index, is_mysql=is_mysql)
            depth += 1
        elif word in _TIGHT_BEFORE:
            is_odd = word == "::" and (before in _KEPT or atoms.kinds[index - 1] == TokenKind.ERROR)
            blank = is_odd and not touching[index]
            depth -= word == ")"
        elif before in _TIGHT_BEHIND:
            blank = False
        elif word == ".":
            blank = not (touching[index] or atoms.kinds[index - 1] in _NAMES)
        elif before == ".":
            blank = not (touching[index] or atoms.kinds[index] in _NAMES)
        elif word in _KEPT or before in _KEPT or (keeps_equals and not depth and "=" in {word, before}):
            blank = not touching[index]
        elif is_unary:
            blank = _behind_unary(atoms, index)
        elif atoms.kinds[index] in _OPERANDS and atoms.kinds[index - 1] in _OPERANDS:
            blank = not touching[index]
        elif before == ")" and atoms.kinds[index] in _OPERANDS:
            blank = not touching[index] or atoms.kinds[index] == TokenKind.KEYWORD
        else:
            blank = True
        found[index] = blank or (index in inline and before not in _TIGHT_BEHIND)
        is_unary = atoms.kinds[index] == TokenKind.OPERATOR and _is_unary(atoms, index)
    return found


def _before_paren(atoms: Atoms, index: int, *, is_mysql: bool) -> bool:
    before, kind = atoms.words[index - 1], atoms.kinds[index - 1]
    if before in _TIGHT_BEHIND:
        return False
    if kind == TokenKind.KEYWORD and before in _SPACED_BEFORE_PARENS:
        return True
    if before == "VALUES":
        behind = atoms.words[index - 2] if index > 1 else ""
        return not (is_mysql and atoms.touching[index]) or behind == ")" or behind.isidentifier()
    if kind in {TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER, TokenKind.KEYWORD} and _is_named(atoms, index - 1):
        return True
    if kind in {TokenKind.FUNCTION, TokenKind.TYPE} or kind == TokenKind.IDENTIFIER:
        return is_mysql and not atoms.touching[index]
    if kind == TokenKind.OPERATOR:
        return not atoms.touching[index] or not _is_unary(atoms, index - 1)
    if before == ",":
        return True
    return not atoms.touching[index]


def _is_named(atoms: Atoms, index: int) -> bool:
    """Whether the name that ends at `index` is that of a table, whose columns follow."""
    words = atoms.words
    while index > 1 and words[index - 1] == ".":
        index -= 2
    before = words[index - 1] if index else ""
    return before in _NAMED_BEFORE_PARENS or (before in {"ON", "USING"} and words[0] == "CREATE")


def _is_unary(atoms: Atoms, index: int) -> bool:
    """Whether the operator at `index` has nothing on its left."""
    if atoms.words[index] in {"*", "=", "<", ">"}:
        return False
    if index == 0:
        return True
    kind, before = atoms.kinds[index - 1], atoms.words[index - 1]
    if kind == TokenKind.OPERATOR:
        return before != "*" or not (index > 1 and atoms.words[index - 2] in {"(", ",", "SELECT", "."})
    if kind == TokenKind.PUNCTUATION:
        return before in {"(", ",", "[", ";"}
    return kind == TokenKind.KEYWORD and before in UNARY_BEHIND


def _behind_unary(atoms: Atoms, index: int) -> bool:
    """A sign touches its operand; what could merge with it, or begin a comment, keeps its distance."""
    if atoms.kinds[index] == TokenKind.OPERATOR:
        return not atoms.touching[index]
    if atoms.words[index - 1] in {"-", "+"}:
        return False
    return not atoms.touching[index]
