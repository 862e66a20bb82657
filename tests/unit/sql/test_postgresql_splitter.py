import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.statements import Statement
from unit.sql.postgresql_scripts import FUNCTION, SCRIPTS

POSTGRESQL = dialect_named("postgresql")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_an_awkward_script_holds_these_statements(script):
    found = [statement for statement in POSTGRESQL.split(script.text) if not statement.is_client_command]
    assert tuple(script.text[statement.start : statement.end] for statement in found) == script.statements


def test_the_corpus_is_not_small():
    assert len({script.text for script in SCRIPTS}) >= 120


def commands(text: str) -> list[str]:
    return [text[found.start : found.end] for found in POSTGRESQL.split(text) if found.is_client_command]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\\d t\nSELECT 1;", ["\\d t"]),
        ("SELECT 1; \\echo 'a;b' \nSELECT 2", ["\\echo 'a;b'"]),
        ("\\x \\\\ SELECT 1", ["\\x \\\\"]),
        ("\\set a b \\set c d", ["\\set a b", "\\set c d"]),
        ("\\! echo \\ a", ["\\! echo \\ a"]),
        ("\\o |cat \\ a\n", ["\\o |cat \\ a"]),
        ("\\nonsense a \\ b\n", ["\\nonsense a \\ b"]),
        ("\\\\ SELECT 1;\n", ["\\\\ SELECT 1;"]),
        ("SELECT 1 \\g", []),
        ("\\g", ["\\g"]),
        ("SELECT 1 \\gset a_", ["\\gset a_"]),
        ("SELECT 1 \\g |cat", ["\\g |cat"]),
        ("SELECT ( \\r\nSELECT 1;", ["SELECT ( \\r"]),
        ("SELECT \\echo a\n 1;", []),
        ("\\copy t from stdin\n1\n\\.\n", ["\\copy t from stdin"]),
    ],
)
def test_what_is_for_psql_is_marked(text, expected):
    assert commands(text) == expected


def test_a_copy_knows_its_data():
    text = "COPY t FROM STDIN; -- c\n1\n2\n\\.\nSELECT 1"
    copy, select = POSTGRESQL.split(text)
    assert text[slice(*copy.data)] == "1\n2\n"
    assert text[: copy.full_end].endswith("\\.")
    assert select.data is None
    assert POSTGRESQL.statement_at(text, text.index("2")) == copy


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("COPY t FROM STDIN;\n\\.\n", ""),
        ("COPY t FROM STDIN;\n1\n2", "1\n2"),
        ("COPY t FROM STDIN;\r\n1\r\n\\.\r\n", "1\r\n"),
        ("COPY t FROM STDIN;", None),
        ("COPY t FROM STDIN;\n", None),
        ("COPY t TO STDOUT;\n1\n\\.\n", None),
        ("\\copy t(a) FROM stdin with csv\n1\n\\.\n", "1\n"),
        ("\\copy t from 'stdin'\nSELECT 1", None),
    ],
)
def test_data_end_with_their_own_line(text, data):
    found = POSTGRESQL.split(text)[0]
    assert (None if found.data is None else text[slice(*found.data)]) == data


def test_a_statement_knows_its_places():
    text = "\n-- a /* \nSELECT 1 /* b /* */ */ ; -- c\n\n/* d /* */ */ SELECT 2"
    first, second = POSTGRESQL.split(text)
    assert first == Statement(10, 18, 34, 1, "SELECT", True)
    assert text[first.start : first.end] == "SELECT 1"
    assert text[second.outer_start : second.full_end] == "/* d /* */ */ SELECT 2"
    assert not second.terminated


@pytest.mark.parametrize(
    ("text", "verb", "is_explain"),
    [
        ("select 1", "SELECT", False),
        ("/* c /* */ */ -- d\n insert into t values (1)", "INSERT", False),
        ("((SELECT 1) UNION (SELECT 2))", "SELECT", False),
        ("EXPLAIN DELETE FROM t", "DELETE", True),
        ("EXPLAIN ANALYZE VERBOSE UPDATE t SET a = 1", "UPDATE", True),
        ("explain (analyze, format json) select 1", "SELECT", True),
        ("EXPLAIN (SELECT 1)", "SELECT", True),
        ("EXPLAIN ((SELECT 1))", "SELECT", True),
        ("EXPLAIN CREATE TABLE a AS SELECT 1", "CREATE", True),
        ("EXPLAIN nonsense", "EXPLAIN", False),
        ("EXPLAIN", "EXPLAIN", False),
        ("EXPLAIN (", "EXPLAIN", False),
        ("WITH a AS (SELECT 1) SELECT * FROM a", "SELECT", False),
        ("WITH RECURSIVE a(n) AS NOT MATERIALIZED (VALUES (1)), b AS (SELECT $$)$$) MERGE INTO t", "MERGE", False),
        ("WITH update AS (SELECT 1), delete AS (SELECT 2) INSERT INTO t SELECT 1", "INSERT", False),
        ("WITH a AS (SELECT 1) SEARCH DEPTH FIRST BY b SET c DELETE FROM t", "DELETE", False),
        ("WITH a AS (DELETE FROM t RETURNING *) SELECT 1", "SELECT", False),
        ("EXPLAIN WITH a AS (SELECT 1) TABLE a", "TABLE", True),
        ("WITH a AS (SELECT 1", "WITH", False),
        (FUNCTION, "CREATE", False),
        ("$$text$$", "", False),
        ("E'text'", "", False),
    ],
)
def test_the_verb_is_looked_for_behind_what_may_stand_before_it(text, verb, is_explain):
    (found,) = POSTGRESQL.split(text)
    assert (found.verb, found.is_explain) == (verb, is_explain)
