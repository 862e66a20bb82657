"""Random texts for the lexers and splitters, and how many of them."""

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

SOAK = os.environ.get("LAPWING_SOAK") == "1"

FRAGMENTS = [
    *("'", "''", '"', "`", "[", "]", "x'", "X'41'", "'a;b'", '"c;d"', "[e;f]", "`g;h`", "N'", 'u&"'),
    *("--", "-", "/*", "*/", "*", "/", "/**/", "-- c\n", "/* d\n */", "/*/", "**/"),
    *(";", "; ", ";\n", "\n", "\r\n", "\r", " ", "\t", "\f", "\ufeff", "\u00a0", "\u2028", "\x85"),
    *("(", ")", "()", ",", ".", "::", ":", "?", "?1", "$", "@", "#", ":a", "$b(", "@c::d(e;f)", "a$b"),
    *("1", "2.5", ".5", "1e5", "1e", "1e+", "0x", "0x1F", "1_000", "1_", "9a"),
    *("a", "é", "ſ", "_", "b1", "数", "\ue000", "\U0001f642", "\ud800", "\0", "\x01", "\x7f", "\\", "{", "^", "!"),
    *("=", "==", "<", "<>", ">", ">>", "|", "||", "->", "->>", "&", "~", "%", "+"),
    *("CREATE ", "TRIGGER ", "TEMP ", "BEGIN ", "END", "END ", "CASE ", "EXPLAIN ", "QUERY PLAN ", "WITH ", "SELECT "),
    *("CREATE TRIGGER a ", "create/**/temp trigger ", "EXPLAIN CREATE TRIGGER ", "; END", ";END;", " ; ", " ;"),
    *("CREATE PROCEDURE p ", "BEGIN ATOMIC ", "end if ", "END CASE "),
    *("delete from t ", "WHERE ", "procedure ", "atomic ", "if ", "AS ", "count(", "date (", "int ", "into "),
    *("\n.tables", ".x '", "\n# it's", "\n.", "#"),
    *(
        "$a$",
        "$$",
        "E'",
        "e'\\'",
        "\\'",
        "\\\\",
        "U&'",
        "b'01'",
        "/*/**/",
        "/* /* */",
        "E'a'\n'b\\'c'",
        "E'a' -- d\n",
        "+-",
        "@-",
    ),
    *(
        "\\d ",
        "\\g",
        "\\gx\n",
        "\\gset",
        "\\;",
        "\\r",
        "\\echo 'x\n",
        "COPY t FROM STDIN;\n",
        "copy t from ",
        "stdin",
        "\n\\.\n",
    ),
    *("CREATE FUNCTION ", "OR REPLACE ", "FUNCTION f() ", "\\copy t from stdin\n"),
    *(
        "/*!50003 ",
        "/*M!100100 ",
        "/*! ",
        "/*!",
        "-- ",
        "--x",
        "@a.b",
        "@@",
        "N'a\\'b'",
        "t.5",
        "0b1",
        "\\N",
        "\\G",
        "\\c",
    ),
    *("\nDELIMITER //\n", "\ndelimiter ;\n", "delimiter $$\n", "//", "\\d #\n", "\nuse x", "help x", "\nstatus\n"),
    *("CREATE PROCEDURE p() BEGIN ", "DEFINER=r@h ", "BEGIN NOT ATOMIC ", "END; ", "; END IF; ", "TRIGGER ", "EVENT "),
]


def texts(max_size: int = 30) -> st.SearchStrategy[str]:
    """Texts put together from what matters to a lexer, and now and then from any characters at all."""
    pieces = st.lists(st.sampled_from(FRAGMENTS), max_size=max_size).map("".join)
    anything = st.text(st.characters(exclude_categories=()), max_size=max_size)
    return st.one_of(pieces, pieces, pieces, anything)


def examples(count: int, soak: int = 100_000) -> Callable[[Any], Any]:
    """`count` examples, always the same ones; in a soak run `soak` new ones."""
    return settings(
        max_examples=soak if SOAK else count,
        derandomize=not SOAK,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
