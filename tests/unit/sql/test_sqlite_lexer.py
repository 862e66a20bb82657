import apsw
import pytest
from hypothesis import example, given

from lapwing.sql import sqlite_words
from lapwing.sql.dialect import dialect_named
from lapwing.sql.splitter import Splitter
from lapwing.sql.tokens import TokenKind
from unit.sql import sqlite_tokenizer
from unit.sql.sql_texts import examples, texts
from unit.sql.sqlite_scripts import SCRIPTS

K = TokenKind
SQLITE = dialect_named("sqlite")
FAMILIES = {
    K.WHITESPACE: sqlite_tokenizer.SPACE,
    K.COMMENT: sqlite_tokenizer.COMMENT,
    K.KEYWORD: sqlite_tokenizer.NAME,
    K.IDENTIFIER: sqlite_tokenizer.NAME,
    K.FUNCTION: sqlite_tokenizer.NAME,
    K.TYPE: sqlite_tokenizer.NAME,
    K.QUOTED_IDENTIFIER: sqlite_tokenizer.QUOTED,
    K.STRING: sqlite_tokenizer.STRING,
    K.BLOB: sqlite_tokenizer.BLOB,
    K.NUMBER: sqlite_tokenizer.NUMBER,
    K.PARAMETER: sqlite_tokenizer.PARAMETER,
    K.OPERATOR: sqlite_tokenizer.SYMBOL,
    K.PUNCTUATION: sqlite_tokenizer.SYMBOL,
    K.ERROR: sqlite_tokenizer.ILLEGAL,
}


def kinds(text: str) -> list[tuple[TokenKind, str]]:
    tokens = SQLITE.lex(text)
    return [(token.kind, tokens.text_of(i)) for i, token in enumerate(tokens) if token.kind is not K.WHITESPACE]


def per_character(text: str) -> list[tuple[str, bool]]:
    """For every character the family of its token, and whether the token begins there. Where a run of blanks or of
    characters that mean nothing is one token to us and several to SQLite, only the first character begins one."""
    found: list[tuple[str, bool]] = []
    for kind, start, end in SQLITE.lex(text):
        found += [(FAMILIES[kind], at == start) for at in range(start, end)]
    return found


NOISE = "\\{}^" + "".join(map(chr, [*range(32), 127]))


def per_character_by_sqlite(text: str) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    run_before = ""
    for kind, piece, start, end in sqlite_tokenizer.pieces(text):
        is_noise = kind == sqlite_tokenizer.ILLEGAL and not piece.strip(NOISE)
        run = "blank" if kind == sqlite_tokenizer.SPACE else "noise" if is_noise else ""
        goes_on = run != "" and run == run_before
        found += [(kind, at == start and not goes_on) for at in range(start, end)]
        run_before = run
    return found


@examples(1500)
@example(text="1\ufeff\0")
@given(text=texts().filter(lambda text: "\n." not in text and "\n#" not in text and text[:1] not in (".", "#")))
def test_tokens_begin_and_end_where_those_of_sqlite_do(text):
    if text.endswith("/*"):
        text += " "
    assert per_character(text) == per_character_by_sqlite(text)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_tokens_of_awkward_scripts_are_those_of_sqlite(script):
    text = script.text + (" " if script.text.endswith("/*") else "")
    assert isinstance(SQLITE.splitter, Splitter)
    if not SQLITE.splitter.client_lines(text):
        assert per_character(text) == per_character_by_sqlite(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT", [(K.KEYWORD, "SELECT")]),
        ("select_", [(K.IDENTIFIER, "select_")]),
        ("ſelect", [(K.IDENTIFIER, "ſelect")]),
        ("x'41'", [(K.BLOB, "x'41'")]),
        ("x'4'", [(K.ERROR, "x'4'")]),
        ("x'4g'", [(K.ERROR, "x'4g'")]),
        ("x'41", [(K.ERROR, "x'41")]),
        ("'open", [(K.STRING, "'open")]),
        ('"open', [(K.QUOTED_IDENTIFIER, '"open')]),
        ("/* open", [(K.COMMENT, "/* open")]),
        ("/*", [(K.COMMENT, "/*")]),
        ("1e5", [(K.NUMBER, "1e5")]),
        ("1_000", [(K.NUMBER, "1_000")]),
        ("1__0", [(K.ERROR, "1__0")]),
        ("1_", [(K.ERROR, "1_")]),
        ("0x1F", [(K.NUMBER, "0x1F")]),
        ("0x", [(K.ERROR, "0x")]),
        ("12abc", [(K.ERROR, "12abc")]),
        ("5.", [(K.NUMBER, "5.")]),
        (".5e-3", [(K.NUMBER, ".5e-3")]),
        ("1e", [(K.ERROR, "1e")]),
        ("?", [(K.PARAMETER, "?")]),
        ("?12", [(K.PARAMETER, "?12")]),
        ("$a::b(c;d)", [(K.PARAMETER, "$a::b(c;d)")]),
        ("$a(b", [(K.ERROR, "$a(b")]),
        ("@", [(K.ERROR, "@")]),
        ("#1", [(K.ERROR, "#1")]),
        ("a->>'$.b'", [(K.IDENTIFIER, "a"), (K.OPERATOR, "->>"), (K.STRING, "'$.b'")]),
        ("a.b", [(K.IDENTIFIER, "a"), (K.PUNCTUATION, "."), (K.IDENTIFIER, "b")]),
        ("\0\x01^", [(K.ERROR, "\0\x01^")]),
        ("!", [(K.ERROR, "!")]),
    ],
)
def test_a_token_is_what_sqlite_takes_it_for(text, expected):
    if text[0] in "#.":
        text = " " + text
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("SELECT count(*)", "count", K.FUNCTION),
        ("SELECT COUNT  (*)", "COUNT", K.FUNCTION),
        ("SELECT count", "count", K.IDENTIFIER),
        ("SELECT count\n(*)", "count", K.IDENTIFIER),
        ("SELECT replace(a, b, c)", "replace", K.FUNCTION),
        ("REPLACE INTO t", "REPLACE", K.KEYWORD),
        ("a LIKE ('b')", "LIKE", K.KEYWORD),
        ("SELECT my_own(1)", "my_own", K.IDENTIFIER),
        ("INSERT INTO date (a)", "date", K.IDENTIFIER),
        ("CREATE TABLE date (a)", "date", K.IDENTIFIER),
        ("CREATE TABLE IF NOT EXISTS date (a)", "date", K.IDENTIFIER),
        ("a REFERENCES count (b)", "count", K.IDENTIFIER),
        ("SELECT date('now')", "date", K.FUNCTION),
        ("FROM json_each(x)", "json_each", K.FUNCTION),
        ("id INTEGER PRIMARY KEY", "INTEGER", K.TYPE),
        ('"id" integer', "integer", K.TYPE),
        ("name VARCHAR(20)", "VARCHAR", K.TYPE),
        ("CAST(a AS text)", "text", K.TYPE),
        ("SELECT text FROM t", "text", K.IDENTIFIER),
        ("SELECT t.text", "text", K.IDENTIFIER),
        ("SELECT a AS date FROM t", "date", K.IDENTIFIER),
    ],
)
def test_functions_and_types_are_known_by_their_neighbours(text, word, kind):
    assert (kind, word) in kinds(text)


def test_a_line_for_the_shell_is_lexed_for_itself():
    assert kinds("SELECT 1;\n.print it's 'q' --\n# it's\nSELECT 2") == [
        *[(K.KEYWORD, "SELECT"), (K.NUMBER, "1"), (K.PUNCTUATION, ";")],
        *[(K.KEYWORD, ".print"), (K.IDENTIFIER, "it"), (K.STRING, "'s '"), (K.IDENTIFIER, "q"), (K.STRING, "' --")],
        (K.COMMENT, "# it's"),
        *[(K.KEYWORD, "SELECT"), (K.NUMBER, "2")],
    ]


def test_a_memo_that_overflows_forgets_nothing_that_matters():
    many = " ".join(f"n{number}" for number in range(50_000))
    tokens = SQLITE.lex(f"SELECT {many} FROM")
    assert tokens[0].kind is K.KEYWORD
    assert tokens[-1].kind is K.KEYWORD
    assert {token.kind for token in tokens[2:-2:2]} == {K.IDENTIFIER}


def test_the_keywords_are_those_of_the_library():
    assert apsw.keywords == sqlite_words.KEYWORDS
    assert len(sqlite_words.KEYWORDS) == 147


NOT_FOR_PEOPLE = {
    *("->", "->>", "current_date", "current_time", "current_timestamp", "match", "sqlite_log", "optimize"),
    *("fts3_tokenizer", "fts5", "fts5_get_locale", "fts5_insttoken", "fts5_locale", "fts5_source_id"),
}
"""Operators, and what only the library's own modules call."""


def test_the_functions_of_the_library_are_all_known():
    names = {name for (name,) in apsw.Connection(":memory:").execute("SELECT name FROM pragma_function_list")}
    unknown = {name for name in names - sqlite_words.FUNCTIONS if not name.startswith(("geopoly_", "rtree"))}
    assert unknown <= NOT_FOR_PEOPLE


def test_a_pragma_said_to_read_is_one_that_the_library_has():
    database = apsw.Connection(":memory:")
    names = {name for (name,) in database.execute("SELECT name FROM pragma_pragma_list")}
    assert names >= sqlite_words.READING_PRAGMAS_OF
    assert names >= sqlite_words.READING_PRAGMAS
