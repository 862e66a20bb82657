"""SQLite, as its tokenizer (`sqlite3GetToken`), `sqlite3_complete` and its command-line client read it."""

import re
from typing import Final

from lapwing.sql import sqlite_words
from lapwing.sql.dialect import Dialect
from lapwing.sql.lexer import ClientLines, Lexer, LexRule, Span, word_codes
from lapwing.sql.literals import sqlite_literal
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
    words,
)
from lapwing.sql.safety import SafetyRules
from lapwing.sql.splitter import SplitRules, Splitter
from lapwing.sql.tokens import TokenKind
from lapwing.sql.verbs import VerbFinder

_DIGITS: Final = r"[0-9]++(?:_[0-9][0-9]*+)*+"
_HEX_DIGITS: Final = r"[0-9a-fA-F]++(?:_[0-9a-fA-F][0-9a-fA-F]*+)*+"
# A name follows, or `::` does, and a parenthesised part without blanks may end it: `$a::b(c)` comes from Tcl.
_PARAMETER_REST: Final = rf"(?:::)*+(?:{NAME_CHAR}(?:{NAME_CHAR}++|::)*+(?:\([^)\t-\r ]*+\)?+)?+)?+"

_RULES: Final = (
    LexRule(TokenKind.WHITESPACE, BLANK, first="\t\n\v\f\r \ufeff"),
    LexRule(TokenKind.BLOB, r"[xX]'[^']*+'?+", well_formed=r"[xX]'(?:[0-9a-fA-F][0-9a-fA-F])*+'"),
    LexRule(TokenKind.IDENTIFIER, NAME),
    LexRule(TokenKind.PUNCTUATION, "[(),;]", first="(),;"),
    LexRule(TokenKind.STRING, quoted("'"), first="'"),
    LexRule(
        TokenKind.NUMBER,
        rf"(?:[0-9][0-9_]*+(?:\.[0-9_]*+)?+|\.[0-9][0-9_]*+)(?:[eE][+-]?[0-9][0-9_]*+)?{NAME_CHAR}*+",
        well_formed=rf"0[xX]{_HEX_DIGITS}"
        rf"|(?:{_DIGITS}(?:\.(?:{_DIGITS})?)?|\.{_DIGITS})(?:[eE][+-]?{_DIGITS})?",
    ),
    LexRule(TokenKind.PUNCTUATION, r"\."),
    LexRule(TokenKind.QUOTED_IDENTIFIER, quoted('"'), first='"'),
    LexRule(TokenKind.COMMENT, f"{LINE_COMMENT}|{BLOCK_COMMENT}"),
    LexRule(TokenKind.OPERATOR, r"->>?|\|\||<>|<[<=]?|>[>=]?|==?|!=|[-+*/%&|~]", first="+*%&|~<>="),
    LexRule(
        TokenKind.PARAMETER,
        rf"\?[0-9]*+|[$@#:]{_PARAMETER_REST}",
        well_formed=rf"\?[0-9]*+|[$@:](?:::)*+{NAME_CHAR}(?:{NAME_CHAR}++|::)*+(?:\([^)\t-\r ]*+\))?",
    ),
    LexRule(TokenKind.QUOTED_IDENTIFIER, quoted("`"), first="`"),
    LexRule(TokenKind.QUOTED_IDENTIFIER, r"\[[^\]]*+\]?+", first="["),
    LexRule(TokenKind.ERROR, r"[\x00-\x08\x0e-\x1f\x7f\\{}^]++|."),
)
_CLIENT_RULES: Final = (
    LexRule(TokenKind.COMMENT, r"#[^\n]*+"),
    LexRule(TokenKind.KEYWORD, r"\.[^\s]*+"),
    LexRule(TokenKind.WHITESPACE, r"\s++"),
    LexRule(TokenKind.STRING, r"""'[^'\n]*+'?+|"[^"\n]*+"?+"""),
    LexRule(TokenKind.IDENTIFIER, r"""[^\s'"]++"""),
)
_START, _BODY, _EXPLAIN, _CREATE, _TRIGGER, _SEMICOLON, _END = range(7)
_PHASES: Final = (
    {";": _START, "EXPLAIN": _EXPLAIN, "CREATE": _CREATE, "": _BODY},
    {";": _START, "": _BODY},
    {";": _START, "QUERY": _EXPLAIN, "PLAN": _EXPLAIN, "CREATE": _CREATE, "": _BODY},
    {";": _START, "TEMP": _CREATE, "TEMPORARY": _CREATE, "TRIGGER": _TRIGGER, "": _BODY},
    {";": _SEMICOLON, "": _TRIGGER},
    {";": _SEMICOLON, "END": _END, "": _TRIGGER},
    {";": _START, "": _TRIGGER},
)
_SPANS: Final = (
    Span(TokenKind.COMMENT, re.compile(OPEN_COMMENT), re.compile(COMMENT_TAIL)),
    Span(TokenKind.STRING, re.compile(quoted_open("'")), re.compile(quoted_tail("'"))),
    Span(TokenKind.QUOTED_IDENTIFIER, re.compile(quoted_open('"')), re.compile(quoted_tail('"'))),
    Span(TokenKind.QUOTED_IDENTIFIER, re.compile(quoted_open("`")), re.compile(quoted_tail("`"))),
    Span(TokenKind.QUOTED_IDENTIFIER, re.compile(r"\[[^\]]*+"), re.compile(r"[^\]]*+\]")),
    Span(TokenKind.ERROR, re.compile(r"[xX]'[^']*+"), re.compile(r"[^']*+'")),
)
_TRIVIA: Final = f"{BLANK}|{LINE_COMMENT}|{OPENED_COMMENT}"
# Names need no look except for a dollar sign in them, which does not begin a parameter there. A byte order mark before
# it is part of a name when what stands before the mark is.
_IN_NAME: Final = NAME_CHAR.replace("]", r"\ufeff]")
_QUOTED_AND_COMMENTS: Final = "|".join(
    [
        *map(quoted_run, "'\"`"),
        r"\[[^\]]*+\]?+",
        LINE_COMMENT,
        OPENED_COMMENT,
        rf"\$(?<!{_IN_NAME}\$)(?<!{_IN_NAME}\ufeff\$){_PARAMETER_REST}",
        rf"[@#:]{_PARAMETER_REST}",
        rf"\?[0-9]*+(?:\${_PARAMETER_REST})?+",
        rf"\${NAME_CHAR}*+",
        "[-/]",
    ]
)
_SKIPPED: Final = rf"""[^;'"`\[\-/$@#:?]++|{_QUOTED_AND_COMMENTS}"""
_SKIPPED_IN_WITH: Final = rf"""[^()'"`\[\-/$@#:?]++|{_QUOTED_AND_COMMENTS}"""


class TriggerBlock:
    """CREATE TRIGGER, whose statements stand between BEGIN and END: like `sqlite3_complete`, it ends with END right
    behind a semicolon and before another one."""

    verbs = frozenset({"CREATE", "EXPLAIN"})

    def __init__(self) -> None:
        gap = f"(?:{_TRIVIA})++"
        self._opens = re.compile(
            f"(?:{words('EXPLAIN')}(?:{gap}{words('QUERY', 'PLAN')})*{gap})?"
            f"{words('CREATE')}(?:{gap}{words('TEMP', 'TEMPORARY')})*{gap}{words('TRIGGER')}",
            re.DOTALL,
        )
        self._part = re.compile(f"(?:{_SKIPPED})*+(;?+)", re.DOTALL)
        self._closes = re.compile(rf"(?:{_TRIVIA})*+{words('END')}(?:{_TRIVIA})*+(?=;|\Z)", re.DOTALL)

    def end(self, text: str, start: int) -> int | None:
        """Where the trigger that begins at `start` ends; None when something else begins there."""
        if not self._opens.match(text, start):
            return None
        position = start
        while (part := self._part.match(text, position)) and part[1]:
            position = part.end()
            if closing := self._closes.match(text, position):
                return closing.end()
        return len(text)


def _dialect() -> Dialect:
    verbs = VerbFinder(
        _TRIVIA, _SKIPPED_IN_WITH, ("QUERY", "PLAN"), ("SELECT", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE")
    )
    rules = SplitRules(_TRIVIA, _SKIPPED, "'\"`[", TriggerBlock(), client_markers=".#", ignored="#")
    splitter = Splitter(rules, verbs)
    lexer = Lexer(
        _RULES,
        word_codes(
            sqlite_words.KEYWORDS, sqlite_words.FUNCTIONS, sqlite_words.TYPES, infix=sqlite_words.INFIX_FUNCTIONS
        ),
        _SPANS,
        ClientLines(".#", _CLIENT_RULES, splitter.client_lines, _PHASES),
    )
    return Dialect(
        id="sqlite",
        title="SQLite",
        keywords=sqlite_words.KEYWORDS,
        functions=sqlite_words.FUNCTIONS,
        types=sqlite_words.TYPES,
        identifier_quotes=(('"', '"'), ("`", "`"), ("[", "]")),
        line_comments=("--",),
        nested_comments=False,
        parameter_styles=("?", "?1", ":name", "@name", "$name"),
        string_literal=sqlite_literal,
        safety=SafetyRules(
            reading_verbs=frozenset({"SELECT", "VALUES"}),
            changing_words=frozenset({"INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "INTO"}),
            pure_functions=sqlite_words.FUNCTIONS - sqlite_words.IMPURE_FUNCTIONS,
            words_before_paren=sqlite_words.WORDS_BEFORE_PAREN,
            ddl_verbs=frozenset({"CREATE", "ALTER", "DROP"}),
            transaction_verbs={
                "BEGIN": "BEGIN",
                "COMMIT": "COMMIT",
                "END": "COMMIT",
                "ROLLBACK": "ROLLBACK",
                "SAVEPOINT": "SAVEPOINT",
                "RELEASE": "RELEASE",
            },
            explain_is_dry=True,
            reading_pragmas=sqlite_words.READING_PRAGMAS,
            reading_pragmas_of=sqlite_words.READING_PRAGMAS_OF,
            runs_alone=lambda words: words[:1] in (["VACUUM"], ["DETACH"]),
        ),
        lexer=lexer,
        splitter=splitter,
        verbs=verbs,
        client="sqlite3",
        reserved=sqlite_words.KEYWORDS,
    )


DIALECT: Final = _dialect()
