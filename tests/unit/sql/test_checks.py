"""CHECK constraints as they stand in statements, and the columns that they name."""

from lapwing.sql.checks import checks_in, columns_named, generated_in, unwrapped
from lapwing.sql.dialect import dialect_named

SQLITE = dialect_named("sqlite")


def test_conditions_are_found_whole_and_by_their_names() -> None:
    sql = """CREATE TABLE t (a int CHECK (a IN ('(', ')') ) -- CHECK (no)
      , "check" text, CONSTRAINT "b ""b" CHECK(length([c d]) < 3), CHECK (/* ) */ a<>"check"))"""
    found = [(check.name, check.condition) for check in checks_in(sql, SQLITE)]
    assert found == [("", "a IN ('(', ')')"), ('b "b', "length([c d]) < 3"), ("", '/* ) */ a<>"check"')]
    columns = ["a", "check", "c d", "length"]
    named = [columns_named(condition, columns, SQLITE) for _, condition in found]
    assert named == [("a",), ("c d", "length"), ("a", "check")]


def test_only_parentheses_around_all_of_a_condition_are_taken_off() -> None:
    assert unwrapped("(a > 1)", SQLITE) == "a > 1"
    assert unwrapped("(a = '(') OR (b = ')')", SQLITE) == "(a = '(') OR (b = ')')"
    assert unwrapped("f(a)", SQLITE) == "f(a)"


def test_expressions_of_computed_columns_are_found_in_their_order() -> None:
    sql = """CREATE TABLE t (a int, "as" text DEFAULT ('AS ('), b REAL AS (a / 2.0 /* ) */) STORED,
      c GENERATED ALWAYS AS (CAST(a AS text) || ')'), CHECK (CAST(a AS int) > 0))"""
    assert generated_in(sql, SQLITE) == ["a / 2.0 /* ) */", "CAST(a AS text) || ')'"]
    assert generated_in("CREATE TABLE t AS SELECT (1) AS x", SQLITE) == []
