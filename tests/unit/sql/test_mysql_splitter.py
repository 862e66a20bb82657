import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.statements import Statement
from unit.sql.mysql_scripts import DUMPED, PROCEDURE, SCRIPTS

MYSQL = dialect_named("mysql")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_an_awkward_script_holds_these_statements(script):
    found = [statement for statement in MYSQL.split(script.text) if not statement.is_client_command]
    assert tuple(script.text[statement.start : statement.end] for statement in found) == script.statements


def test_the_corpus_is_not_small():
    assert len({script.text for script in SCRIPTS}) >= 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DELIMITER //\nSELECT 1//", []),
        ("\\d //\nSELECT 1//", []),
        ("DELIMITER\nSELECT 1;", ["DELIMITER"]),
        ("delimiter a\\b\nSELECT 1;", ["delimiter a\\b"]),
        ("status\nSELECT 1;", ["status"]),
        ("SELECT 1; status; SELECT 2;", ["status"]),
        ("  source a.sql\nSELECT 1;", ["source a.sql"]),
        ("source a.sql; SELECT 1;", ["source a.sql"]),
        ("help select\n", ["help select"]),
        ("? select\n", ["? select"]),
        ("SELECT 1 AS\nstatus\n;", []),
        ("clear up;\n", []),
        ("\\s\nSELECT 1;", ["\\s"]),
        ("\\. a.sql\nSELECT 1;", ["\\. a.sql"]),
        ("\\u test; SELECT 1;", ["\\u test;"]),
        ("SELECT 1 \\c", ["SELECT 1 \\c"]),
        ("\\G", ["\\G"]),
        ("SELECT 1\\G", []),
        ("use test\nSELECT 1", []),
    ],
)
def test_what_is_for_the_client_is_marked(text, expected):
    assert [text[found.start : found.end] for found in MYSQL.split(text) if found.is_client_command] == expected


def test_a_statement_knows_its_places():
    text = "DELIMITER //\n-- a\nSELECT 1; # b\n // -- c\n\n/* d */ SELECT 2"
    first, second = MYSQL.split(text)
    assert first == Statement(18, 27, 35, 13, "SELECT", True)
    assert text[first.start : first.end] == "SELECT 1;"
    assert text[second.outer_start : second.full_end] == "/* d */ SELECT 2"
    assert not second.terminated


def test_a_use_without_a_delimiter_ends_with_its_line():
    text = "use test\nSELECT 1"
    first, second = MYSQL.split(text)
    assert first == Statement(0, 8, 8, 0, "USE", True)
    assert second.verb == "SELECT"


@pytest.mark.parametrize(
    ("text", "verb", "is_explain"),
    [
        ("select 1", "SELECT", False),
        ("# c\n/* d */ insert into t values (1)", "INSERT", False),
        ("/*!50003 CREATE*/ /*!50017 DEFINER=a@b*/ /*!50003 TRIGGER t */", "CREATE", False),
        (DUMPED, "CREATE", False),
        (PROCEDURE, "CREATE", False),
        ("(SELECT 1) UNION (SELECT 2)", "SELECT", False),
        ("EXPLAIN DELETE FROM t", "DELETE", True),
        ("DESC FORMAT=JSON SELECT 1", "SELECT", True),
        ("EXPLAIN ANALYZE FORMAT = TREE SELECT 1", "SELECT", True),
        ("ANALYZE UPDATE t SET a = 1", "UPDATE", True),
        ("EXPLAIN EXTENDED (SELECT 1)", "SELECT", True),
        ("DESCRIBE t", "DESCRIBE", False),
        ("EXPLAIN t a", "EXPLAIN", False),
        ("EXPLAIN FOR CONNECTION 5", "EXPLAIN", False),
        ("ANALYZE TABLE t", "ANALYZE", False),
        ("WITH a AS (SELECT ')') UPDATE t SET a = 1", "UPDATE", False),
        ("WITH RECURSIVE a (n) AS (SELECT 1) SELECT * FROM a", "SELECT", False),
        ("BEGIN NOT ATOMIC SELECT 1; END", "BEGIN", False),
        ("'text'", "", False),
        ("@a", "", False),
    ],
)
def test_the_verb_is_looked_for_behind_what_may_stand_before_it(text, verb, is_explain):
    (found,) = MYSQL.split(text)
    assert (found.verb, found.is_explain) == (verb, is_explain)


def test_splitting_may_begin_again_under_another_delimiter():
    text = "DELIMITER //\nSELECT 1; a// SELECT 2; b//\nDELIMITER ;\nSELECT 3; SELECT 4"
    statements = MYSQL.split(text)
    assert len(statements) == 4
    for index, found in enumerate(statements):
        assert list(MYSQL.iter_statements(text, found.full_end)) == statements[index + 1 :]
