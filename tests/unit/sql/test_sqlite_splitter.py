import sqlite3

import pytest
from hypothesis import given

from lapwing.sql.dialect import dialect_named
from lapwing.sql.statements import Statement, statement_at
from unit.sql import sqlite_tokenizer
from unit.sql.sql_texts import examples, texts
from unit.sql.sqlite_scripts import SCRIPTS

SQLITE = dialect_named("sqlite")
BLANKS = " \t\n\v\f\r\ufeff"


def sent(text: str) -> list[str]:
    return [text[found.start : found.end] for found in SQLITE.split(text)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_an_awkward_script_holds_these_statements(script):
    assert tuple(sent(script.text)) == script.statements


def test_the_corpus_is_not_small():
    assert len({script.text for script in SCRIPTS}) >= 120


@examples(2000)
@given(text=texts())
def test_statements_are_cut_where_sqlite_and_its_shell_cut_them(text):
    # A byte order mark that trails a statement may stay with it: the server skips it.
    ours = [
        (found.start, text[found.start : found.end].rstrip(BLANKS), found.terminated, found.is_client_command)
        for found in SQLITE.split(text)
    ]
    theirs = [
        (cut.start, cut.text.rstrip(BLANKS), cut.terminated, cut.is_client) for cut in sqlite_tokenizer.cuts(text)
    ]
    assert ours == theirs


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script.runs], ids=lambda script: script.name)
def test_sqlite_calls_a_statement_complete_with_its_terminator_and_not_before(script):
    for found in SQLITE.split(script.text):
        text = script.text[found.start : found.full_end]
        if "\ufeff" in text or "(;d)" in text or "(';)" in text:
            continue  # `sqlite3_complete` is coarser than the tokenizer: it knows neither mark nor Tcl parameter.
        if found.terminated:
            assert sqlite3.complete_statement(text)
        assert not sqlite3.complete_statement(text[: found.end - found.start])


@pytest.mark.parametrize(
    ("text", "verb", "is_explain"),
    [
        ("select 1", "SELECT", False),
        ("/* c */ -- d\n insert into t values (1)", "INSERT", False),
        ("EXPLAIN DELETE FROM t", "DELETE", True),
        ("explain query plan select 1", "SELECT", True),
        ("EXPLAIN/**/QUERY--\nPLAN/**/SELECT 1", "SELECT", True),
        ("EXPLAIN", "EXPLAIN", False),
        ("EXPLAIN -- nothing", "EXPLAIN", False),
        ("WITH a AS (SELECT 1) SELECT * FROM a", "SELECT", False),
        ("WITH a AS (SELECT 1), b(x) AS (SELECT ')') DELETE FROM t", "DELETE", False),
        ("WITH RECURSIVE a(n) AS NOT MATERIALIZED (VALUES (1)) UPDATE t SET a = 1", "UPDATE", False),
        ("WITH a AS (SELECT 1) /* SELECT */ -- DELETE\n REPLACE INTO t SELECT 1", "REPLACE", False),
        ('WITH [select] AS (SELECT 1), "delete" AS (SELECT 2) VALUES (1)', "VALUES", False),
        ("WITH replace(x) AS (SELECT 1) SELECT 1", "SELECT", False),
        ("EXPLAIN WITH a AS (SELECT 1) INSERT INTO t SELECT 1", "INSERT", True),
        ("WITH a AS (SELECT 1", "WITH", False),
        ("WITH", "WITH", False),
        ("WITH a AS (SELECT 1)", "WITH", False),
        ("(SELECT 1)", "SELECT", False),
        ("CREATE TRIGGER x BEGIN SELECT 1; END", "CREATE", False),
        ("EXPLAIN CREATE TRIGGER x BEGIN SELECT 1; END", "CREATE", True),
        ("'text'", "", False),
        ("42", "", False),
        ("END", "END", False),
        ("grüße 1", "GRÜSSE", False),
    ],
)
def test_the_verb_is_looked_for_behind_explain_and_with(text, verb, is_explain):
    (found,) = SQLITE.split(text)
    assert (found.verb, found.is_explain) == (verb, is_explain)


def test_a_statement_knows_its_places():
    text = "\n-- a\nSELECT 1 /* b */ ; -- c\n\n/* d */ SELECT 2"
    first, second = SQLITE.split(text)
    assert first == Statement(6, 14, 24, 1, "SELECT", True)
    assert text[first.start : first.end] == "SELECT 1"
    assert text[first.outer_start : first.full_end] == "-- a\nSELECT 1 /* b */ ;"
    assert text[second.outer_start : second.full_end] == "/* d */ SELECT 2"
    assert not second.terminated


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("SELECT 1; -- of the first\nSELECT 2;", "SELECT 2"),
        ("SELECT 1; /* of the first */\nSELECT 2;", "SELECT 2"),
        ("SELECT 1; /* of the second */ SELECT 2;", "/* of the second */ SELECT 2"),
        ("SELECT 1; -- first\n-- second\nSELECT 2;", "-- second\nSELECT 2"),
        ("SELECT 1;\n/* second\n */ -- too\n\nSELECT 2;", "/* second\n */ -- too\n\nSELECT 2"),
        ("SELECT 1; /* over\n lines */ SELECT 2;", "/* over\n lines */ SELECT 2"),
        ("SELECT 1;;-- empty\n;-- c\n;SELECT 2", "SELECT 2"),
    ],
)
def test_a_comment_belongs_to_the_line_it_stands_on(text, outer):
    _, second = SQLITE.split(text)
    assert text[second.outer_start : second.end] == outer


CARETS = [
    "|SELECT 1;",
    "SEL|ECT 1;",
    "SELECT 1|;",
    "SELECT 1;|",
    "SELECT 1;  |",
    "SELECT 1; -- c|\n",
    "  |  SELECT 1;",
    "-- lead|ing\nSELECT 1;",
    "-- leading\n|\nSELECT 1;",
    "SELECT 1;|\n",
    "SELECT 2; SELECT 1|",
    "SELECT 1\n\n\n |",
    "SELECT 2;|SELECT 1;",
    "SELECT 2;\n  |  SELECT 1;",
    "SELECT 2;\n\n|SELECT 1;",
    "SELECT 1 -- c\n|",
    "SELECT 1;\t|\r\nSELECT 2",
    "SELECT 2; /* c |*/ SELECT 1",
]


@pytest.mark.parametrize("marked", CARETS)
def test_a_caret_is_in_the_statement_that_it_touches(marked):
    text = marked.replace("|", "")
    found = SQLITE.statement_at(text, marked.index("|"))
    assert found is not None
    assert text[found.start : found.end] == "SELECT 1"


@pytest.mark.parametrize(
    "marked", ["", "|", " \n|", "|\nSELECT 1;", "SELECT 1;\n|", "SELECT 1;\n|\nSELECT 2;", "-- c|"]
)
def test_a_caret_on_a_line_of_nobody_is_in_no_statement(marked):
    assert SQLITE.statement_at(marked.replace("|", ""), max(marked.find("|"), 0)) is None


@examples(150)
@given(text=texts())
def test_asking_the_list_of_statements_gives_the_same_as_asking_the_text(text):
    statements = SQLITE.split(text)
    for position in range(-1, len(text) + 2):
        assert statement_at(statements, text, position) == SQLITE.statement_at(text, position)


def test_statements_are_found_as_they_are_asked_for():
    text = "SELECT 1;" + "'open " * 1000
    assert next(SQLITE.iter_statements(text)).full_end == 9


def test_what_is_for_the_shell_is_marked_and_has_no_verb():
    text = ".tables\nSELECT 1;\n.shell ls"
    statements = SQLITE.split(text)
    assert [found.is_client_command for found in statements] == [True, False, True]
    assert [found.verb for found in statements] == ["", "SELECT", ""]
