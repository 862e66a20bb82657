"""MySQL and MariaDB, as the servers' lexer (sql_lex.cc, sql_mode without ANSI_QUOTES and NO_BACKSLASH_ESCAPES) and the
client read them. What only one of the two knows is read where it harms the other in nothing: `->`, `\\N`, `/*M! */`."""

from typing import Final

from lapwing.sql import mysql_words as vocabulary
from lapwing.sql.dialect import Dialect
from lapwing.sql.lexer import Cutter, LexRule, word_codes
from lapwing.sql.literals import mysql_literal
from lapwing.sql.mysql_reader import CLIENT, setting_of, state_behind
from lapwing.sql.mysql_safety import EXPLAIN, SAFETY
from lapwing.sql.patterns import BLOCK_COMMENT, NAME_CHAR, PLAIN_BLANK, quoted, word_set
from lapwing.sql.script_lexer import ScriptLexer
from lapwing.sql.script_splitter import ScriptSplitter
from lapwing.sql.statement_verbs import StatementVerbs
from lapwing.sql.tokens import TokenKind

_LINE_COMMENT: Final = r"(?:--(?=[\x00-\x20\x7f]|\Z)|#)[^\n]*+"


def _string(quote: str) -> str:
    """A whole string with escapes; runs to the end when nothing closes it."""
    return rf"{quote}[^{quote}\\]*+(?:(?:\\.|{quote}{quote})[^{quote}\\]*+)*+\\?+{quote}?+"


_EXPONENT: Final = "[eE][+-]?[0-9]++"
_NUMBER: Final = (
    rf"0x[0-9a-fA-F]++(?!{NAME_CHAR})|0b[01]++(?!{NAME_CHAR})|[0-9]++{_EXPONENT}"
    rf"|[0-9]++(?!{NAME_CHAR})(?:\.[0-9]*+(?:[eE][+-]?[0-9]*+)?+)?+"
)
_FRACTION: Final = rf"(?<!{NAME_CHAR})\.[0-9]++(?:[eE][+-]?[0-9]*+)?+"

_RULES: Final = (
    LexRule(TokenKind.WHITESPACE, PLAIN_BLANK, first="\t\n\v\f\r "),
    LexRule(
        TokenKind.BLOB,
        f"[xXbB]{_string(chr(39))}",
        well_formed=r"[xX]'(?:[0-9a-fA-F][0-9a-fA-F])*+'|[bB]'[01]*+'",
    ),
    LexRule(TokenKind.STRING, f"[nN]{_string(chr(39))}"),
    # Behind the dot of a qualified name everything is a name, also digits; a name may begin with digits anywhere.
    LexRule(
        TokenKind.NUMBER,
        rf"(?<!{NAME_CHAR}\.)(?:{_NUMBER})|{_FRACTION}",
        well_formed=rf"0x[0-9a-fA-F]++|0b[01]++|(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++)(?:{_EXPONENT})?",
    ),
    LexRule(TokenKind.IDENTIFIER, f"{NAME_CHAR}++"),
    LexRule(TokenKind.PUNCTUATION, "[(),;{}]", first="(),;{}"),
    LexRule(TokenKind.STRING, f"{_string(chr(39))}|{_string(chr(34))}", first="'\""),
    LexRule(TokenKind.PUNCTUATION, r"\."),
    LexRule(TokenKind.QUOTED_IDENTIFIER, quoted("`"), first="`"),
    LexRule(TokenKind.COMMENT, f"{_LINE_COMMENT}|{BLOCK_COMMENT}", well_formed=r"--.*+|#.*+|/\*.*+"),
    LexRule(TokenKind.OPERATOR, r"<=>|:=|->>?|\|\||&&|<>|<[<=]?|>[>=]?|!=|[-+*/%&|~=^!:]", first="+*%&|~<>=^!:"),
    LexRule(TokenKind.PARAMETER, rf"\?|@@?(?:{NAME_CHAR}|\.)++"),
    LexRule(TokenKind.PUNCTUATION, "@@?"),
    LexRule(TokenKind.ERROR, r"[\x00-\x08\x0e-\x1f\x7f\[\]]++|."),
)


def _dialect() -> Dialect:
    keywords = vocabulary.RESERVED | vocabulary.NON_RESERVED
    codes = word_codes(keywords, vocabulary.FUNCTIONS, vocabulary.TYPES, infix=("interval",))
    introducers = {f"_{name.upper()}": int(TokenKind.TYPE) for name in vocabulary.CHARACTER_SETS}
    lexer = ScriptLexer(Cutter(_RULES, codes | introducers), CLIENT)
    verbs = StatementVerbs(lexer.pieces, EXPLAIN, word_set("SELECT VALUES TABLE INSERT REPLACE UPDATE DELETE"))
    splitter = ScriptSplitter(CLIENT, lexer.code_end, verbs.find, verbs.looked_at, state_behind, setting_of)
    return Dialect(
        id="mysql",
        title="MySQL and MariaDB",
        keywords=keywords,
        functions=vocabulary.FUNCTIONS,
        types=vocabulary.TYPES,
        identifier_quotes=(("`", "`"),),
        line_comments=("-- ", "#"),
        nested_comments=False,
        parameter_styles=("?",),
        string_literal=mysql_literal,
        safety=SAFETY,
        lexer=lexer,
        splitter=splitter,
        verbs=verbs,
        client="mysql",
        reserved=vocabulary.RESERVED,
    )


DIALECT: Final = _dialect()
