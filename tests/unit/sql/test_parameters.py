"""Where statements leave places for values, and what only looks like one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from lapwing.sql.parameters import ParameterStyle, names_in_script, parameter_names, parameters_of

PLACES = [
    ("postgresql", "SELECT :a, :b::int, :a", [":a", ":b", ":a"]),
    ("postgresql", "SELECT $1, $2 + $1", ["$1", "$2", "$1"]),
    ("postgresql", "SELECT * FROM t WHERE a=:a AND b>=:limit", [":a", ":limit"]),
    ("postgresql", "SELECT :'name', :größe", [":'name'", ":größe"]),
    ("postgresql", "SELECT * FROM t WHERE a=%(a)s AND b IN (%(b)s, %(a)s)", ["%(a)s", "%(b)s", "%(a)s"]),
    ("postgresql", "INSERT INTO t VALUES (%s, %s)", ["%s", "%s"]),
    ("postgresql", "SELECT a[:i], ARRAY[:x, :y], a[1:2]", [":i", ":x", ":y"]),
    ("postgresql", "SELECT CASE WHEN :a THEN :b ELSE :c END LIMIT :n", [":a", ":b", ":c", ":n"]),
    ("mysql", "SELECT ?, :a, %(b)s, %s FROM t LIMIT ?", ["?", ":a", "%(b)s", "%s", "?"]),
    ("mysql", "SELECT a=:a, b:=:b", [":a", ":b"]),
    ("sqlite", "SELECT ?, ?3, :a, @b, $c, $d::e(f)", ["?", "?3", ":a", "@b", "$c", "$d::e(f)"]),
    ("ansi", "SELECT ?, :a, @b, :1", ["?", ":a", "@b", ":1"]),
    ("ansi", "SELECT TOP :n a FROM t", [":n"]),
]
NONE = [
    ("postgresql", "SELECT ':a', E'\\':a', \":a\", $$ :a $1 $$, $x$ :a $x$ -- :a"),
    ("postgresql", "SELECT 1 /* :a /* $1 */ :b */ FROM t"),
    ("postgresql", "SELECT a::int, b ::text, '1':: int"),
    ("postgresql", "SELECT a[1:2], a[i:j], a[i :j], a[f(x) :j], a[(i):j], a[:], a[i:]"),
    ("postgresql", "SELECT j ? 'a', j ?| ARRAY['a'], j ?& ARRAY['a'], j @? '$.a', j @@ '$.a', @ -5, @x"),
    ("postgresql", "SELECT json_object('a':b, 'c' :d)"),
    ("postgresql", "SELECT a %(b)s, 10 %s, c % s, (1) %s FROM t"),
    ("postgresql", "SELECT 1 = %(a) s, %(a)str, %select"),
    ("postgresql", "CREATE FUNCTION f(int) RETURNS int RETURN $1 + 1"),
    ("postgresql", "PREPARE p AS SELECT $1"),
    ("postgresql", "SELECT a := 1, b => 2"),
    ("mysql", "SELECT @a, @@global.x, @`?`, @':a', '?', \"?\", `?`, '\\'?' # ?\n, 1 -- ?\n /* ? */ /*! ? */"),
    ("mysql", "again:LOOP LEAVE again; END LOOP"),
    ("mysql", "again: LOOP LEAVE again; END LOOP"),
    ("mysql", "again :LOOP LEAVE again; END LOOP"),
    ("mysql", "SET @a:=1"),
    ("sqlite", "SELECT '?', \":a\", [@b], `$c` -- ?\n/* ? */"),
    ("sqlite", "SELECT #a"),
    ("ansi", "SELECT '?', \":a\" -- @b"),
    ("ansi", "SELECT a:b, '$.x':c, @@VERSION FROM t"),
    ("ansi", "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW SET :new.b = :old.c"),
    ("ansi", "DECLARE @x int"),
    ("ansi", "EXEC p @name = 1"),
]


@pytest.mark.parametrize(("dialect", "text", "expected"), PLACES)
def test_places_are_found_as_they_are_written(dialect: str, text: str, expected: list[str]) -> None:
    found = parameters_of(dialect_named(dialect), text)
    assert [text[place.start : place.end] for place in found] == expected


@pytest.mark.parametrize(("dialect", "text"), NONE)
def test_what_only_looks_like_a_place_is_left_alone(dialect: str, text: str) -> None:
    found = parameters_of(dialect_named(dialect), text)
    assert [text[place.start : place.end] for place in found] == []


def test_a_name_is_given_once_however_it_is_written() -> None:
    found = parameters_of(dialect_named("postgresql"), "SELECT :b, %(a)s, :'b', :a, $2, $02")
    assert parameter_names(found) == ("b", "a", "2")
    assert [place.number for place in found] == [1, 2, 1, 2, 3, 3]
    assert [place.style for place in found[:3]] == [ParameterStyle.NAMED, ParameterStyle.PYTHON, ParameterStyle.QUOTED]


def test_places_in_order_are_called_by_their_numbers() -> None:
    found = parameters_of(dialect_named("mysql"), "SELECT ?, ?, %s")
    assert parameter_names(found) == ("1", "2", "3")


def test_places_of_sqlite_have_the_numbers_that_sqlite_gives_them() -> None:
    found = parameters_of(dialect_named("sqlite"), "SELECT :a, ?, ?5, :b, ?, :a, @a, ?1")
    assert [place.number for place in found] == [1, 2, 5, 6, 7, 1, 8, 1]
    assert [place.name for place in found] == ["a", "2", "5", "b", "7", "a", "a", "a"]


def test_only_the_statement_that_is_asked_about_is_read() -> None:
    text = "SELECT :a; SELECT :b; SELECT :c"
    assert parameter_names(parameters_of(dialect_named("postgresql"), text, 11, 20)) == ("b",)


def test_a_script_gives_each_name_once_with_what_it_looks_like() -> None:
    dialect = dialect_named("postgresql")
    text = "SELECT :a, $1;\nSELECT %(b)s, :'a' -- ?\n;"
    assert names_in_script(dialect, text, dialect.split(text)) == {"a": ":a", "1": "$1", "b": "%(b)s"}


def test_what_a_script_of_psql_sets_itself_is_not_asked_for() -> None:
    dialect = dialect_named("postgresql")
    text = (
        "SELECT :a, :DBNAME;\n\\set a 1\n\\prompt 'How many?' b\nSELECT :a, :b, :c;\nSELECT 1 AS d \\gset\nSELECT :d;"
    )
    assert list(names_in_script(dialect, text, dialect.split(text))) == ["a", "c"]


def test_what_is_asked_of_a_long_script_grows_with_its_statements_only() -> None:
    dialect = dialect_named("postgresql")
    text = "INSERT INTO t VALUES (1, ' :b', '12:00:00', 5);\n" * 3_000 + "SELECT :a"
    assert names_in_script(dialect, text, dialect.split(text)) == {"a": ":a"}


@pytest.mark.parametrize("dialect", DIALECT_IDS)
@settings(max_examples=40)
@given(text=st.text(alphabet="ab12 :?$@%(s)[]'\"`-/*\\;\n,=", max_size=40))
def test_places_of_any_text_lie_in_order_inside_of_it(dialect: str, text: str) -> None:
    position = 0
    for place in parameters_of(dialect_named(dialect), text):
        assert position <= place.start < place.end <= len(text)
        assert place.name
        position = place.end
