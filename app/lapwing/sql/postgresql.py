"""PostgreSQL, as its lexer (scan.l of 15 to 18, with `standard_conforming_strings` on) and psql read it.

What 15 does not know yet, such as `0x1F` and `1_000`, is read as by 16.
"""

from typing import Final

from lapwing.sql import postgresql_words as vocabulary
from lapwing.sql.dialect import Dialect
from lapwing.sql.lexer import Cutter, LexRule, word_codes
from lapwing.sql.literals import postgresql_literal
from lapwing.sql.patterns import BLOCK_COMMENT, NAME, NAME_CHAR, NAME_START, PLAIN_BLANK, quoted
from lapwing.sql.postgresql_safety import EXPLAIN, SAFETY
from lapwing.sql.psql_reader import PSQL, PsqlState
from lapwing.sql.script_lexer import ScriptLexer
from lapwing.sql.script_splitter import ScriptSplitter
from lapwing.sql.statement_verbs import StatementVerbs
from lapwing.sql.tokens import TokenKind

_LINE_COMMENT: Final = r"--[^\n\r]*+"
_ESCAPED: Final = r"[eE]'[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+\\?+'?+"

_DIGITS: Final = "[0-9]++(?:_[0-9][0-9]*+)*+"
_DECIMAL: Final = rf"(?:{_DIGITS}(?:\.(?!\.)(?:{_DIGITS})?+)?|\.{_DIGITS})"
_BASED: Final = "|".join(
    f"0[{mark}]_?[{digits}]++(?:_[{digits}][{digits}]*+)*+"
    for mark, digits in (("xX", "0-9a-fA-F"), ("oO", "0-7"), ("bB", "01"))
)
# A number with a letter behind it is one bad token, and so is one whose end could be that of a name with a dollar sign.
# An exponent without digits ends behind its sign (to the server also before another minus; here that begins a comment).
_NUMBER: Final = (
    rf"(?=\.?[0-9])(?:(?:[0-9][0-9_]*+)?+\.[0-9]*+|[0-9]++){NAME_START}(?:[0-9A-Z_a-z]|[^\x00-\x7f])*+\${NAME_CHAR}*+"
    rf"|{_DECIMAL}[eE](?:\+|-(?!-))(?![0-9])|{_DECIMAL}(?:[eE][+-]?{_DIGITS})?(?:{NAME})?+"
)

_OPERATOR_CHAR: Final = r"[~!@#^&|`?+*/%<>=\-]"
_COMMENT_HERE: Final = r"--|/\*"
# An operator ends before a comment. It ends in + or - only if a character in it is in no operator of the standard; so
# what follows such a sign, but for that of a number, are more single signs. It is shorter than a name can be, 64 bytes.
_OPERATOR: Final = (
    rf"{_OPERATOR_CHAR}(?!{_OPERATOR_CHAR})|(?<=[+\-])(?<![0-9][eE][+\-])[+\-]"
    rf"|(?:(?!{_COMMENT_HERE}){_OPERATOR_CHAR}){{64}}{_OPERATOR_CHAR}*+"
    rf"|(?:(?!{_COMMENT_HERE})[+*/<>=\-]){{0,62}}[~!@#^&|`?%](?:(?!{_COMMENT_HERE}){_OPERATOR_CHAR}){{0,62}}"
    rf"|(?:(?!{_COMMENT_HERE})[+*/<>=\-]){{1,63}}(?<=[*/<>=])|[+\-]"
)

_RULES: Final = (
    LexRule(TokenKind.WHITESPACE, PLAIN_BLANK, first="\t\n\v\f\r "),
    LexRule(TokenKind.BLOB, f"[xXbB]{quoted(chr(39))}", well_formed=r"[xX]'[0-9a-fA-F]*+'|[bB]'[01]*+'"),
    LexRule(TokenKind.STRING, f"{_ESCAPED}|(?:[nN]|[uU]&){quoted(chr(39))}"),
    LexRule(TokenKind.QUOTED_IDENTIFIER, f"[uU]&{quoted(chr(34))}"),
    LexRule(TokenKind.IDENTIFIER, NAME),
    LexRule(TokenKind.PUNCTUATION, r"[(),;\[\]]", first="(),;[]"),
    LexRule(TokenKind.STRING, quoted("'"), first="'"),
    LexRule(TokenKind.NUMBER, _NUMBER, well_formed=rf"{_BASED}|{_DECIMAL}(?:[eE][+-]?{_DIGITS})?"),
    LexRule(TokenKind.PUNCTUATION, r"\.\.?+"),
    LexRule(TokenKind.QUOTED_IDENTIFIER, quoted('"'), first='"'),
    LexRule(TokenKind.COMMENT, f"{_LINE_COMMENT}|{BLOCK_COMMENT}", well_formed=r"--.*+|/\*.*+"),
    LexRule(TokenKind.OPERATOR, f"::|:=|{_OPERATOR}", well_formed=rf"::|:=|{_OPERATOR_CHAR}{{1,63}}"),
    LexRule(TokenKind.PUNCTUATION, ":"),
    LexRule(TokenKind.PARAMETER, rf"\$[0-9]++(?:{NAME})?+", well_formed=r"\$[0-9]++"),
    LexRule(TokenKind.ERROR, r"[\x00-\x08\x0e-\x1f\x7f{}]++|."),
)


def _state_behind(_text: str, _end: int) -> PsqlState:
    return PSQL.start


def _setting_of(_state: PsqlState) -> PsqlState:
    """Nothing lasts from one statement to the next."""
    return PSQL.start


def _dialect() -> Dialect:
    keywords = vocabulary.RESERVED | vocabulary.NON_RESERVED
    cutter = Cutter(_RULES, word_codes(keywords, vocabulary.FUNCTIONS, vocabulary.TYPES))
    lexer = ScriptLexer(cutter, PSQL)
    verbs = StatementVerbs(
        lexer.pieces, EXPLAIN, frozenset({"SELECT", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE"})
    )
    splitter = ScriptSplitter(
        PSQL, lexer.code_end, verbs.find, verbs.looked_at, lambda _text, _end: PSQL.start, lambda _state: PSQL.start
    )
    return Dialect(
        id="postgresql",
        title="PostgreSQL",
        keywords=keywords,
        functions=vocabulary.FUNCTIONS,
        types=vocabulary.TYPES,
        identifier_quotes=(('"', '"'),),
        line_comments=("--",),
        nested_comments=True,
        parameter_styles=("$1",),
        string_literal=postgresql_literal,
        safety=SAFETY,
        lexer=lexer,
        splitter=splitter,
        verbs=verbs,
        client="psql",
        reserved=vocabulary.RESERVED,
        folds_case="lower",
    )


DIALECT: Final = _dialect()
