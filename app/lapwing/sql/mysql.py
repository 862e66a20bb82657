"""MySQL and MariaDB."""

import re
from dataclasses import replace
from typing import Final

from lapwing.sql import ansi, ansi_words
from lapwing.sql.blocks import NestedBlocks
from lapwing.sql.dialect import Dialect
from lapwing.sql.lexer import Lexer, LexRule, Span, word_codes
from lapwing.sql.literals import mysql_literal
from lapwing.sql.patterns import (
    BLANK,
    BLOCK_COMMENT,
    COMMENT_TAIL,
    NAME,
    NAME_CHAR,
    OPEN_COMMENT,
    OPENED_COMMENT,
    quoted,
    quoted_open,
    quoted_tail,
)
from lapwing.sql.splitter import SplitRules, Splitter
from lapwing.sql.tokens import TokenKind

_LINE_COMMENT: Final = r"(?:--(?=[\x00-\x20\x7f]|\Z)|#)[^\n]*+"
_TRIVIA: Final = f"{BLANK}|{_LINE_COMMENT}|{OPENED_COMMENT}"


def _open(quote: str) -> str:
    return rf"{quote}[^{quote}\\]*+(?:(?:\\.|{quote}{quote})[^{quote}\\]*+)*+\\?+"


def _tail(quote: str) -> str:
    return rf"(?:[^{quote}\\]*+(?:(?:\\.|{quote}{quote})[^{quote}\\]*+)*+){quote}"


def _whole(quote: str) -> str:
    return f"{_open(quote)}{quote}?+"


_EXPONENT: Final = r"(?:[eE][+-]?[0-9]++)?"
_RULES: Final = (
    LexRule(TokenKind.WHITESPACE, BLANK, first="\t\n\v\f\r \ufeff"),
    LexRule(TokenKind.BLOB, r"[xXbB]'[^']*+'?+", well_formed=r"[xX]'[0-9a-fA-F]*+'|[bB]'[01]*+'"),
    LexRule(TokenKind.IDENTIFIER, NAME),
    LexRule(TokenKind.PUNCTUATION, r"[(),;{}]", first="(),;{}"),
    LexRule(TokenKind.STRING, f"""{_whole("'")}|{_whole('"')}""", first="'\""),
    LexRule(
        TokenKind.NUMBER,
        rf"(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++){_EXPONENT}{NAME_CHAR}*+",
        well_formed=rf"0[xX][0-9a-fA-F]++|0b[01]++|(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++){_EXPONENT}",
    ),
    LexRule(TokenKind.PUNCTUATION, r"\."),
    LexRule(TokenKind.COMMENT, f"{_LINE_COMMENT}|{BLOCK_COMMENT}", well_formed=f"--.*+|#.*+|{BLOCK_COMMENT}"),
    LexRule(TokenKind.OPERATOR, r"<=>|:=|->>?|\|\||&&|<>|<[<=]?|>[>=]?|!=|[-+*/%&|~=^!:]", first="+*%&|~<>=^!:"),
    LexRule(TokenKind.PARAMETER, rf"\?|@@?+{NAME_CHAR}++", first="?@"),
    LexRule(TokenKind.QUOTED_IDENTIFIER, quoted("`"), first="`"),
    LexRule(TokenKind.ERROR, r"[\x00-\x08\x0e-\x1f\x7f\\]++|."),
)
_SPANS: Final = (
    Span(TokenKind.COMMENT, re.compile(OPEN_COMMENT, re.DOTALL), re.compile(COMMENT_TAIL, re.DOTALL)),
    Span(TokenKind.STRING, re.compile(_open("'"), re.DOTALL), re.compile(_tail("'"), re.DOTALL)),
    Span(TokenKind.STRING, re.compile(_open('"'), re.DOTALL), re.compile(_tail('"'), re.DOTALL)),
    Span(TokenKind.QUOTED_IDENTIFIER, re.compile(quoted_open("`")), re.compile(quoted_tail("`"))),
    Span(TokenKind.ERROR, re.compile(r"[xXbB]'[^']*+"), re.compile(r"[^']*+'")),
)
_QUOTED: Final = f"""{_whole("'")}|{_whole('"')}|{quoted("`")}"""
_SKIPPED: Final = rf"""[^;'"`\-/#]++|{_QUOTED}|{_LINE_COMMENT}|{OPENED_COMMENT}|[-/]"""
_MODIFIERS: Final = ("OR", "REPLACE", "AGGREGATE")
_BLOCKS: Final = (
    ("CREATE", _MODIFIERS, "FUNCTION"),
    ("CREATE", _MODIFIERS, "PROCEDURE"),
    ("CREATE", _MODIFIERS, "TRIGGER"),
    ("CREATE", _MODIFIERS, "EVENT"),
)


def _dialect() -> Dialect:
    rules = SplitRules(_TRIVIA, _SKIPPED, "'\"`", NestedBlocks(_TRIVIA, _QUOTED, _BLOCKS))
    return replace(
        ansi.DIALECT,
        id="mysql",
        title="MySQL and MariaDB",
        identifier_quotes=(("`", "`"),),
        line_comments=("--", "#"),
        string_literal=mysql_literal,
        folds_case="none",
        parameter_styles=("?",),
        lexer=Lexer(_RULES, word_codes(ansi.DIALECT.keywords, ansi_words.FUNCTIONS, ansi_words.TYPES), _SPANS),
        splitter=Splitter(rules, ansi.DIALECT.verbs),
    )


DIALECT: Final = _dialect()
