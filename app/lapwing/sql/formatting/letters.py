"""The letters of keywords, functions and types. A word that may be a name keeps its own: names can mean others then."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from lapwing.sql.dialect import Dialect
from lapwing.sql.formatting import words
from lapwing.sql.formatting.options import FormatOptions, LetterCase
from lapwing.sql.formatting.reading import Atoms
from lapwing.sql.patterns import word_set
from lapwing.sql.tokens import TokenKind

_SQLITE_NAMES: Final = word_set(
    """
    ABORT ACTION AFTER ALWAYS ANALYZE ASC ATTACH BEFORE BEGIN BY CASCADE CAST CONFLICT CROSS CURRENT CURRENT_DATE
    CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFERRED DESC DETACH DO EACH END EXCEPT EXCLUDE EXCLUSIVE EXPLAIN FAIL
    FILTER FIRST FOLLOWING FOR FULL GENERATED GLOB GROUPS IF IGNORE IMMEDIATE INITIALLY INNER INSTEAD INTERSECT KEY
    LAST LEFT
    LIKE MATCH MATERIALIZED NATURAL NO NULLS OF OFFSET OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING QUERY RAISE
    RANGE RECURSIVE REGEXP REINDEX RELEASE RENAME REPLACE RESTRICT RIGHT ROLLBACK ROW ROWS SAVEPOINT TEMP TEMPORARY TIES
    TRIGGER UNBOUNDED UNION VACUUM VIEW VIRTUAL WINDOW WITH WITHOUT
    """
)
"""Keywords that SQLite takes for names (`%fallback ID` of its grammar). Some of them cannot be anything else here."""
_NEVER_NAMES: Final = word_set(
    "EXCEPT INTERSECT UNION CROSS FULL INNER LEFT NATURAL OUTER RIGHT LIKE GLOB OFFSET WITH WINDOW FOR EXPLAIN "
    "CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP REGEXP"
)
_OF_ONE_SERVER: Final = word_set("EXCEPT INTERSECT LATERAL OFFSET RETURNING WINDOW")
"""Reserved by MySQL or by MariaDB, by some versions: to the others they may name a table, and its letters count."""
_UNSETTLED: Final = frozenset({TokenKind.KEYWORD, TokenKind.IDENTIFIER})
_NAMES: Final = frozenset({TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER, TokenKind.TYPE})
_BEFORE_NAME: Final = word_set("INTO TABLE REFERENCES EXISTS")
_BEHIND_OPERANDS: Final = word_set("ASC DESC PRECEDING FOLLOWING CASCADE")
_NONE: Final[frozenset[str]] = frozenset()


@cache
def certain_keywords(dialect: Dialect) -> frozenset[str]:
    """The words that are keywords wherever no name is expected."""
    reserved = dialect.reserved
    if dialect.id == "sqlite":
        reserved = reserved - (_SQLITE_NAMES - _NEVER_NAMES)
    elif dialect.id == "mysql":
        reserved = reserved - _OF_ONE_SERVER
    return (words.CERTAIN & reserved) - words.CONDITIONAL


def settle_kinds(atoms: Atoms, dialect: Dialect) -> None:
    """Name the functions and types that the lexer did not see because of a line end beside them."""
    for start in atoms.line_starts:
        for index in (start - 1, start):
            if atoms.kinds[index] in _UNSETTLED and atoms.words[index] not in words.CERTAIN:
                atoms.kinds[index] = _settled_kind(atoms, index, dialect)


def _settled_kind(atoms: Atoms, index: int, dialect: Dialect) -> int:
    word, before = atoms.words[index], atoms.words[index - 1] if index else ""
    following = atoms.words[index + 1] if index + 1 < len(atoms) else ""
    if following == "(" and word.lower() in dialect.functions and before not in _BEFORE_NAME:
        return TokenKind.FUNCTION
    if word in dialect.types:
        is_cast = before == "AS" and following in {")", "("}
        if is_cast or before == "::" or (index and atoms.kinds[index - 1] in _NAMES):
            return TokenKind.TYPE
    return atoms.kinds[index]


def set_letters(atoms: Atoms, keywords: Iterable[int], dialect: Dialect, options: FormatOptions) -> None:
    """Give words the letters that the options say.

    Args:
        keywords: Atoms that are keywords by what the statement is, where the lexer knows them as such.
    """
    certain = certain_keywords(dialect)
    keyword, function, type_ = options.keyword_case, options.function_case, options.type_case
    if keyword is function is type_ is LetterCase.TYPED:
        return
    texts, kinds, upper = atoms.texts, atoms.kinds, atoms.words
    last = len(texts) - 1
    for index, kind in enumerate(kinds):
        if kind == TokenKind.KEYWORD:
            word = upper[index]
            before = upper[index - 1] if index else ""
            is_type = word in dialect.types and word not in certain and word not in {"CHARACTER", "SET"}
            if is_type and before not in words.BEHIND.get(word, _NONE):
                if before not in {".", "AS"} and _is_type(atoms, index):
                    texts[index] = type_.of(texts[index])
            elif before != "." and (index == last or upper[index + 1] != "."):
                following = upper[index + 1] if index < last else ""
                if index == 0 or _is_keyword(word, before, following, certain):
                    texts[index] = keyword.of(texts[index])
        elif kind == TokenKind.FUNCTION:
            texts[index] = function.of(texts[index])
        elif kind == TokenKind.TYPE:
            texts[index] = type_.of(texts[index])
    for index in keywords:
        if upper[index] in dialect.keywords and kinds[index] != TokenKind.FUNCTION:
            texts[index] = keyword.of(texts[index])


def _is_type(atoms: Atoms, index: int) -> bool:
    """Whether the name of a type stands behind a name, as in a definition, or behind a cast."""
    before = atoms.kinds[index - 1] if index else TokenKind.PUNCTUATION
    return before in {TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER} or atoms.words[index - 1] == "::"


def _is_keyword(word: str, before: str, following: str, certain: frozenset[str]) -> bool:
    if before in words.NAME_EXPECTED and word not in words.NO_NAME:
        return before == "AS" and following in {"(", "SELECT"} and word in {"MATERIALIZED", "TABLE"}
    if word in certain:
        return word != "WITH" or following != "TIME"  # a part of a type's name
    if before in words.BEHIND.get(word, _NONE):
        return True
    if word in _BEHIND_OPERANDS:
        return before not in {",", "(", "SELECT", "BY"} and (not following or following in words.BEFORE[word])
    return following in words.BEFORE.get(word, _NONE)
