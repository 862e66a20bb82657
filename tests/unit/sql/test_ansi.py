import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.tokens import TokenKind

K = TokenKind
ANSI = dialect_named("ansi")
FUNCTION = """CREATE FUNCTION f (a INT) RETURNS INT BEGIN ATOMIC
  DECLARE b INT DEFAULT 0;
  IF a > 0 THEN SET b = CASE a WHEN 1 THEN 2 ELSE 3 END; ELSEIF a < 0 THEN SET b = 1; END IF;
  WHILE b < 9 DO SET b = b + 1; END WHILE;
  CASE b WHEN 1 THEN SET b = 2; END CASE;
  REPEAT SET b = b - 1; UNTIL b < 1 END REPEAT;
  FOR r AS SELECT 'END;' AS x FROM t DO BEGIN SET b = 1; END; END FOR;
  l: LOOP LEAVE l; END LOOP l;
  RETURN b; -- END;
END"""
TRIGGER = "CREATE OR REPLACE TRIGGER x AFTER INSERT ON t FOR EACH ROW BEGIN ATOMIC DELETE FROM u; END"


def kinds(text: str) -> list[tuple[TokenKind, str]]:
    tokens = ANSI.lex(text)
    return [(token.kind, tokens.text_of(i)) for i, token in enumerate(tokens) if token.kind is not K.WHITESPACE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT 1;SELECT ';'", ["SELECT 1", "SELECT ';'"]),
        ('SELECT "a;b", `c;d`; SELECT 2 -- ;', ['SELECT "a;b", `c;d`', "SELECT 2"]),
        ("SELECT a[1;2]", ["SELECT a[1", "2]"]),
        ("/* ; */ ; -- ;", []),
        ("SELECT 1 /* c */ - [1] ", ["SELECT 1 /* c */ - [1]"]),
        ("-- c\n[1] \n", ["[1]"]),
        (FUNCTION + ";\nSELECT 1;", [FUNCTION, "SELECT 1"]),
        (FUNCTION, [FUNCTION]),
        (TRIGGER + "; SELECT 1", [TRIGGER, "SELECT 1"]),
        ("BEGIN ATOMIC SELECT 1; SELECT 2; END; SELECT 3", ["BEGIN ATOMIC SELECT 1; SELECT 2; END", "SELECT 3"]),
        ("BEGIN; SELECT 1; COMMIT", ["BEGIN", "SELECT 1", "COMMIT"]),
        (
            "CREATE FUNCTION f () RETURNS INT RETURN 1; SELECT 1",
            ["CREATE FUNCTION f () RETURNS INT RETURN 1", "SELECT 1"],
        ),
        (
            "CREATE PROCEDURE p () SELECT CASE 1 WHEN 1 THEN 2 END; x",
            ["CREATE PROCEDURE p () SELECT CASE 1 WHEN 1 THEN 2 END", "x"],
        ),
        ("CREATE PROCEDURE p () BEGIN SELECT 1;", ["CREATE PROCEDURE p () BEGIN SELECT 1;"]),
        (
            'CREATE PROCEDURE p () BEGIN SELECT "END"; SELECT 2; END; x',
            ['CREATE PROCEDURE p () BEGIN SELECT "END"; SELECT 2; END', "x"],
        ),
        ('CREATE TABLE "function" (a INT); SELECT 1', ['CREATE TABLE "function" (a INT)', "SELECT 1"]),
        (".tables\nSELECT 1", [".tables\nSELECT 1"]),
    ],
)
def test_statements_end_outside_of_quotes_comments_and_blocks(text, expected):
    assert [text[found.start : found.end] for found in ANSI.split(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("N'a''b'", [(K.STRING, "N'a''b'")]),
        ("U&'\\00e9'", [(K.STRING, "U&'\\00e9'")]),
        ('U&"d\\0061t"', [(K.QUOTED_IDENTIFIER, 'U&"d\\0061t"')]),
        ("X'4A 4B'", [(K.BLOB, "X'4A 4B'")]),
        ("B'0102'", [(K.ERROR, "B'0102'")]),
        ("a::b", [(K.IDENTIFIER, "a"), (K.OPERATOR, "::"), (K.IDENTIFIER, "b")]),
        (":name", [(K.PARAMETER, ":name")]),
        ("? + @v", [(K.PARAMETER, "?"), (K.OPERATOR, "+"), (K.PARAMETER, "@v")]),
        ("COUNT(*)", [(K.FUNCTION, "COUNT"), (K.PUNCTUATION, "("), (K.OPERATOR, "*"), (K.PUNCTUATION, ")")]),
        (
            "a NUMERIC(9)",
            [(K.IDENTIFIER, "a"), (K.TYPE, "NUMERIC"), (K.PUNCTUATION, "("), (K.NUMBER, "9"), (K.PUNCTUATION, ")")],
        ),
        ("merge", [(K.KEYWORD, "merge")]),
        ("1.5E-3", [(K.NUMBER, "1.5E-3")]),
        ("12x", [(K.ERROR, "12x")]),
        ("[1]", [(K.PUNCTUATION, "["), (K.NUMBER, "1"), (K.PUNCTUATION, "]")]),
        ("`a;b`", [(K.QUOTED_IDENTIFIER, "`a;b`")]),
    ],
)
def test_tokens_are_those_of_the_standard(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "verb", "is_explain"),
    [
        ("((SELECT 1) UNION (SELECT 2))", "SELECT", False),
        ("EXPLAIN PLAN FOR DELETE FROM t", "DELETE", True),
        ("EXPLAIN (ANALYZE, FORMAT JSON) UPDATE t SET a = 1", "UPDATE", True),
        ("EXPLAIN (SELECT 1)", "SELECT", True),
        ("WITH a AS (SELECT 1) MERGE INTO t USING a ON 1 = 1", "MERGE", False),
        (FUNCTION, "CREATE", False),
        ("BEGIN ATOMIC SELECT 1; END", "BEGIN", False),
    ],
)
def test_the_verb_is_looked_for_behind_what_servers_put_before_it(text, verb, is_explain):
    (found,) = ANSI.split(text)
    assert (found.verb, found.is_explain) == (verb, is_explain)
