"""PostgreSQL."""

from dataclasses import replace
from typing import Final

from lapwing.sql import ansi
from lapwing.sql.blocks import NestedBlocks
from lapwing.sql.dialect import Dialect
from lapwing.sql.lexer import Lexer, word_codes
from lapwing.sql.literals import postgresql_literal
from lapwing.sql.patterns import BLANK, LINE_COMMENT, NAME, NAME_CHAR, OPENED_COMMENT, quoted_run
from lapwing.sql.splitter import SplitRules, Splitter

_TRIVIA: Final = f"{BLANK}|{LINE_COMMENT}|{OPENED_COMMENT}"
_QUOTED: Final = "|".join(map(quoted_run, "'\""))
_SKIPPED: Final = (
    rf"""[^;'"$\-/eE]++|[eE]'[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'?+|{_QUOTED}|{LINE_COMMENT}|{OPENED_COMMENT}"""
    rf"|\$(?<!{NAME_CHAR}\$)(?P<tag>(?:{NAME})?)\$.*?(?:\$(?P=tag)\$|\Z)|[-/$eE]"
)
_BLOCKS: Final = (
    ("CREATE", ("OR", "REPLACE"), "FUNCTION"),
    ("CREATE", ("OR", "REPLACE"), "PROCEDURE"),
)
_LEXER: Final = Lexer(
    [rule for rule in ansi.RULES if not rule.pattern.startswith("`")],
    word_codes(ansi.DIALECT.keywords, ansi.DIALECT.functions, ansi.DIALECT.types),
    [span for span in ansi.SPANS if "`" not in span.opened.pattern],
)


def _dialect() -> Dialect:
    rules = SplitRules(_TRIVIA, _SKIPPED, "'\"", NestedBlocks(_TRIVIA, _QUOTED, _BLOCKS))
    return replace(
        ansi.DIALECT,
        id="postgresql",
        title="PostgreSQL",
        string_literal=postgresql_literal,
        folds_case="lower",
        parameter_styles=("$1",),
        nested_comments=True,
        lexer=_LEXER,
        splitter=Splitter(rules, ansi.DIALECT.verbs),
    )


DIALECT: Final = _dialect()
