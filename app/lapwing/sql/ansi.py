"""The standard, for servers whose own dialect is not known. Where it leaves a character free, the reading that most
servers share is taken: backticks quote names, and `@` begins a parameter."""

import re
from typing import Final

from lapwing.sql import ansi_words
from lapwing.sql.blocks import NestedBlocks
from lapwing.sql.dialect import Dialect
from lapwing.sql.lexer import Lexer, LexRule, Span, word_codes
from lapwing.sql.literals import standard_literal
from lapwing.sql.patterns import (
    BLANK,
    BLOCK_COMMENT,
    COMMENT_TAIL,
    LINE_COMMENT,
    NAME,
    NAME_CHAR,
    OPEN_COMMENT,
    OPENED_COMMENT,
    quoted,
    quoted_open,
    quoted_run,
    quoted_tail,
)
from lapwing.sql.safety import SafetyRules
from lapwing.sql.splitter import SplitRules, Splitter
from lapwing.sql.tokens import TokenKind
from lapwing.sql.verbs import VerbFinder

_EXPONENT: Final = r"(?:[eE][+-]?[0-9]++)?"
RULES: Final = (
    LexRule(TokenKind.WHITESPACE, BLANK, first="\t\n\v\f\r \ufeff"),
    LexRule(TokenKind.BLOB, r"[xXbB]'[^']*+'?+", well_formed=r"[xX]'[0-9a-fA-F ]*+'|[bB]'[01 ]*+'"),
    LexRule(TokenKind.STRING, f"(?:[nN]|[uU]&){quoted(chr(39))}"),
    LexRule(TokenKind.QUOTED_IDENTIFIER, f"[uU]&{quoted(chr(34))}"),
    LexRule(TokenKind.IDENTIFIER, NAME),
    LexRule(TokenKind.PUNCTUATION, r"[(),;\[\]{}]", first="(),;[]{}"),
    LexRule(TokenKind.STRING, quoted("'"), first="'"),
    LexRule(
        TokenKind.NUMBER,
        rf"(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++){_EXPONENT}{NAME_CHAR}*+",
        well_formed=rf"0[xX][0-9a-fA-F]++|(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++){_EXPONENT}",
    ),
    LexRule(TokenKind.PUNCTUATION, r"\."),
    LexRule(TokenKind.QUOTED_IDENTIFIER, quoted('"'), first='"'),
    LexRule(TokenKind.COMMENT, f"{LINE_COMMENT}|{BLOCK_COMMENT}"),
    LexRule(TokenKind.OPERATOR, r"::|:=|->>?|=>|\|\||<>|<[<=]?|>[>=]?|[!^]=|[-+*/%&|~=^!]", first="+*%&|~<>="),
    LexRule(TokenKind.PARAMETER, rf"\?|[:@]{NAME_CHAR}++", first="?"),
    LexRule(TokenKind.QUOTED_IDENTIFIER, quoted("`"), first="`"),
    LexRule(TokenKind.ERROR, r"[\x00-\x08\x0e-\x1f\x7f\\]++|."),
)
SPANS: Final = (
    Span(TokenKind.COMMENT, re.compile(OPEN_COMMENT), re.compile(COMMENT_TAIL)),
    Span(TokenKind.STRING, re.compile(f"(?:[nN]|[uU]&)?{quoted_open(chr(39))}"), re.compile(quoted_tail("'"))),
    Span(TokenKind.QUOTED_IDENTIFIER, re.compile(f"(?:[uU]&)?{quoted_open(chr(34))}"), re.compile(quoted_tail('"'))),
    Span(TokenKind.QUOTED_IDENTIFIER, re.compile(quoted_open("`")), re.compile(quoted_tail("`"))),
    Span(TokenKind.ERROR, re.compile(r"[xXbB]'[^']*+"), re.compile(r"[^']*+'")),
)
_TRIVIA: Final = f"{BLANK}|{LINE_COMMENT}|{OPENED_COMMENT}"
_QUOTED: Final = "|".join(map(quoted_run, "'\"`"))
_SKIPPED: Final = rf"""[^;'"`\-/]++|{_QUOTED}|{LINE_COMMENT}|{OPENED_COMMENT}|[-/]"""
_SKIPPED_IN_WITH: Final = rf"""[^()'"`\-/]++|{_QUOTED}|{LINE_COMMENT}|{OPENED_COMMENT}|[-/]"""
_MODIFIERS: Final = ("OR", "REPLACE", "TEMPORARY", "GLOBAL", "LOCAL", "STATIC", "INSTANCE", "CONSTRUCTOR", "SPECIFIC")
_BLOCKS: Final = (
    ("CREATE", _MODIFIERS, "FUNCTION"),
    ("CREATE", _MODIFIERS, "PROCEDURE"),
    ("CREATE", _MODIFIERS, "TRIGGER"),
    ("CREATE", _MODIFIERS, "METHOD"),
    ("BEGIN", ("NOT",), "ATOMIC"),
)


def _dialect() -> Dialect:
    keywords = ansi_words.RESERVED | ansi_words.NON_RESERVED
    lexer = Lexer(RULES, word_codes(keywords, ansi_words.FUNCTIONS, ansi_words.TYPES), SPANS)
    verbs = VerbFinder(
        _TRIVIA,
        _SKIPPED_IN_WITH,
        ("PLAN", "FOR", "ANALYZE", "VERBOSE", "EXTENDED"),
        ("SELECT", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE"),
    )
    rules = SplitRules(_TRIVIA, _SKIPPED, "'\"`", NestedBlocks(_TRIVIA, _QUOTED, _BLOCKS))
    return Dialect(
        id="ansi",
        title="Standard SQL",
        keywords=keywords,
        functions=ansi_words.FUNCTIONS,
        types=ansi_words.TYPES,
        identifier_quotes=(('"', '"'),),
        line_comments=("--",),
        nested_comments=False,
        parameter_styles=("?", ":name", "@name"),
        string_literal=standard_literal,
        safety=SafetyRules(
            reading_verbs=frozenset({"SELECT", "VALUES", "TABLE"}),
            changing_words=frozenset(
                {"INSERT", "UPDATE", "DELETE", "MERGE", "CREATE", "DROP", "ALTER", "TRUNCATE", "INTO", "CALL"}
            ),
            changing_pairs=frozenset({("NEXT", "VALUE"), ("FOR", "SHARE"), ("KEY", "SHARE")}),
            pure_functions=ansi_words.FUNCTIONS,
            words_before_paren=ansi_words.WORDS_BEFORE_PAREN,
            ddl_verbs=frozenset({"CREATE", "ALTER", "DROP", "TRUNCATE", "GRANT", "REVOKE"}),
            transaction_verbs={
                "BEGIN": "BEGIN",
                "START TRANSACTION": "BEGIN",
                "COMMIT": "COMMIT",
                "ROLLBACK": "ROLLBACK",
                "SAVEPOINT": "SAVEPOINT",
                "RELEASE": "RELEASE",
                "BEGIN ATOMIC": None,
                "BEGIN NOT": None,
            },
            explain_is_dry=False,
        ),
        lexer=lexer,
        splitter=Splitter(rules, verbs),
        verbs=verbs,
        client="",
        reserved=ansi_words.RESERVED,
    )


DIALECT: Final = _dialect()
