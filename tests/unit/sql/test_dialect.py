"""What every dialect promises, whatever the text."""

import sqlite3
from contextlib import closing

import apsw
import pytest
from hypothesis import given

from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from lapwing.sql.tokens import TRIVIA, Token, TokenKind
from unit.sql.sql_texts import SOAK, examples, texts

SIZE = 1_000_000 if SOAK else 30_000
HOSTILE = {
    "nested comments": "/*" * (SIZE // 4) + "*/" * (SIZE // 4),
    "opened comments": "/*" * (SIZE // 2),
    "stars": "/" + "*" * SIZE,
    "single quotes": "'" * (SIZE - 1),
    "quotes apart": "' " * (SIZE // 2),
    "double quotes": '"' * SIZE,
    "brackets": "[" * SIZE,
    "dollars": "$a$" * (SIZE // 3),
    "dollar parentheses": "$a(" * (SIZE // 3),
    "parentheses": "(" * (SIZE // 2) + ")" * (SIZE // 2),
    "semicolons": ";" * SIZE,
    "dashes": "- " * (SIZE // 2),
    "comments before a terminator": "SELECT 1" + " --\n" * (SIZE // 4) + ";",
    "blanks before a terminator": "SELECT 1" + " " * SIZE + ";",
    "lines for the client": "\n." * (SIZE // 2),
    "digits": "1" * SIZE,
    "exponents": "1e" * (SIZE // 2),
    "one name": "a" * SIZE,
    "words of triggers": "CREATE TRIGGER a " + "; END " * (SIZE // 6),
    "words of blocks": "CREATE PROCEDURE a BEGIN " + "CASE " * (SIZE // 5),
    "words of create": "CREATE " + "TEMP " * (SIZE // 10) + "OR REPLACE " * (SIZE // 20),
    "words of with": "WITH " * (SIZE // 5),
    "words of explain": "EXPLAIN " + "QUERY PLAN " * (SIZE // 11),
    "with in parentheses": "WITH a AS " + "(" * (SIZE // 2) + ")" * (SIZE // 2),
    "dollar quotes": "".join(f"$a{number}$" for number in range(SIZE // 8)),
    "dollars behind digits": "1$" * (SIZE // 2),
    "a name of dollars": "a" + "$" * SIZE,
    "strings with escapes": "E'\\''" * (SIZE // 5),
    "strings that may go on": "E''\n" * (SIZE // 4),
    "a string that never goes on": "E''" + " \n" * (SIZE // 2),
    "escapes": "'\\" * (SIZE // 2),
    "flat comments in comments": "/*/**/*/" * (SIZE // 8),
    "signs": "+-" * (SIZE // 2),
    "operators": "=-@" * (SIZE // 3),
    "commands to the client": "\\d " * (SIZE // 3),
    "ends by the client": "a \\g " * (SIZE // 5),
    "delimiters": "".join(f"DELIMITER {number}x\n" for number in range(SIZE // 15)),
    "delimiters everywhere": "DELIMITER a\n" + "a" * SIZE,
    "delimiters in words": "DELIMITER b\n" + "ab" * (SIZE // 2),
    "words in delimiters": "DELIMITER ab\n" + "a" * SIZE,
    "executable comments": "/*!1 */" * (SIZE // 7),
    "lines of use": "use a\n" * (SIZE // 6),
    "a line of use": "use a " * (SIZE // 6),
    "copies": "COPY t FROM STDIN;\n\\.\n" * (SIZE // 22),
    "words of copies": "COPY t " + "FROM " * (SIZE // 5),
    "words of routines": "CREATE PROCEDURE p() BEGIN " + "BEGIN ; END ; " * (SIZE // 14),
    "words of functions": "CREATE FUNCTION f() " + "BEGIN " * (SIZE // 12) + "END " * (SIZE // 8),
    "nothing but nul": "\0" * SIZE,
    "surrogates": "\ud800" * SIZE,
}


SETTINGS = {"delimiter", "\\d"}
"""Commands to the client that set the delimiter: obeyed, and no statements."""


@pytest.fixture(params=DIALECT_IDS)
def dialect(request):
    return dialect_named(request.param)


def cut_at_line_ends(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens without the line ends in them, as pieces that lie on one line each."""
    pieces = []
    for kind, start, end in tokens:
        for line in text[start:end].split("\n"):
            if line:
                pieces.append(Token(kind, start, start + len(line)))
            start += len(line) + 1
    return pieces


def lexed_by_line(dialect, text: str) -> list[Token]:
    """The tokens that a highlighter gets, at their places in the whole text."""
    found, state, offset = [], 0, 0
    for line in text.split("\n"):
        tokens, state = dialect.lex_line(line, state)
        found += [Token(kind, start + offset, end + offset) for kind, start, end in tokens]
        offset += len(line) + 1
    return found


def assert_whole(dialect, text: str) -> None:
    tokens = dialect.lex(text)
    assert [0, *tokens.ends][-1] == len(text)
    assert all(token.start < token.end for token in tokens)
    position = 0
    for statement in dialect.split(text):
        assert position <= statement.outer_start <= statement.start < statement.end <= statement.full_end <= len(text)
        assert statement.terminated or statement.full_end == len(text)
        position = statement.full_end


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(300)
@given(text=texts())
def test_tokens_and_statements_lie_in_order_in_any_text(dialect_id, text):
    assert_whole(dialect_named(dialect_id), text)


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(400)
@given(text=texts())
def test_line_by_line_the_same_tokens_come_out(dialect_id, text):
    dialect = dialect_named(dialect_id)
    assert lexed_by_line(dialect, text) == cut_at_line_ends(text, list(dialect.lex(text)))


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(300)
@given(text=texts())
def test_what_lies_outside_of_statements_means_nothing(dialect_id, text):
    dialect = dialect_named(dialect_id)
    statements = dialect.split(text)
    obeyed_to = 0
    for token in dialect.lex(text):
        word = text[token.start : token.end]
        if word.lower() in SETTINGS:
            line_end = text.find("\n", token.end)
            obeyed_to = line_end if line_end >= 0 else len(text)
        is_inside = any(found.start <= token.start and token.end <= found.full_end for found in statements)
        is_terminator = word in {";", "\\;"} or (dialect_id == "mysql" and token.kind is TokenKind.PUNCTUATION)
        assert is_inside or is_terminator or token.kind in TRIVIA or token.end <= obeyed_to


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(200)
@given(text=texts())
def test_splitting_may_begin_again_behind_any_statement(dialect_id, text):
    dialect = dialect_named(dialect_id)
    statements = dialect.split(text)
    for index, statement in enumerate(statements):
        assert list(dialect.iter_statements(text, statement.full_end)) == statements[index + 1 :]


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(150)
@given(text=texts())
def test_the_statement_at_a_start_is_that_statement(dialect_id, text):
    dialect = dialect_named(dialect_id)
    for statement in dialect.split(text):
        assert dialect.statement_at(text, statement.start) == statement
        assert dialect.statement_at(text, statement.end - 1) == statement


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_taken_like_any_other(dialect, name):
    text = HOSTILE[name]
    assert_whole(dialect, text)
    state = 0
    for line in text.split("\n"):
        _, state = dialect.lex_line(line, state)


@pytest.mark.parametrize("state", [-1, -100, 10**9, 99])
def test_an_unknown_state_counts_as_the_beginning(dialect, state):
    assert dialect.lex_line("SELECT 'a", state) == dialect.lex_line("SELECT 'a", 0)


def test_an_empty_line_changes_no_state(dialect):
    _, state = dialect.lex_line("SELECT 'a", 0)
    assert state != 0
    assert dialect.lex_line("", state) == ([], state)


def test_a_dialect_is_found_by_its_id(dialect):
    assert dialect_named(dialect.id) is dialect


@pytest.mark.parametrize("name", ["", "oracle", "tokens", "sqlite_words"])
def test_an_unknown_dialect_is_a_key_error(name):
    with pytest.raises(KeyError):
        dialect_named(name)


@pytest.mark.parametrize("name", ["plain", "", "two words", 'a"b', '""', "a;b", "é\U0001f642", "[x]", "select"])
def test_a_quoted_identifier_names_what_it_was_made_of(dialect, name):
    quoted = dialect.quote_identifier(name)
    assert len(dialect.lex(quoted)) == 1
    if dialect.id == "sqlite":
        database = apsw.Connection(":memory:")
        database.execute(f"CREATE TABLE x ({quoted} INT)")
        assert database.execute("SELECT name FROM pragma_table_info('x')").fetchall() == [(name,)]


@pytest.mark.parametrize("text", ["", "it's", "''", "\\'", "a;b--", "\U0001f642", "\0", "a\0b\0", "\0'\0"])
def test_a_quoted_string_has_exactly_its_value(text):
    quoted = dialect_named("sqlite").quote_string(text)
    query = f"SELECT CAST({quoted} AS BLOB), typeof({quoted}), CAST({quoted} || 'x' AS BLOB)"
    assert apsw.Connection(":memory:").execute(query).fetchall() == [
        (text.encode(), "text", text.encode() + b"x"),
    ]
    with closing(sqlite3.connect(":memory:")) as database:
        assert database.execute(f"SELECT {quoted} = ?", (text,)).fetchone() == (1,)
