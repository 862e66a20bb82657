"""Which call a place is in."""

import pytest

from lapwing.sql.completion.calls import call_at
from lapwing.sql.dialect import dialect_named
from unit.sql.completion.places import cut


@pytest.mark.parametrize(
    ("marked", "name", "argument"),
    [
        ("SELECT f(|", ("f",), 0),
        ("SELECT coalesce(a, |", ("coalesce",), 1),
        ("SELECT coalesce(a, | FROM t", ("coalesce",), 1),
        ("SELECT s.f('a,b', |)", ("s", "f"), 1),
        ('SELECT "F"(1, |)', ("F",), 1),
        ("SELECT f(g(1, 2), |)", ("f",), 1),
        ("SELECT f(g(1, |), 2)", ("g",), 1),
        ("SELECT f(a, (b + |), c)", ("f",), 1),
        ("SELECT f(a IN (1, |))", ("f",), 0),
        ("SELECT f('a, |', b)", ("f",), 0),
        ("SELECT f(ARRAY[1, |])", ("f",), 0),
        ("SELECT left(a, |)", ("left",), 1),
        ("SELECT * FROM generate_series(1, |", ("generate_series",), 1),
        ("CALL p(1, |)", ("p",), 1),
    ],
)
def test_the_innermost_call_and_its_argument_are_found(marked: str, name: tuple[str, ...], argument: int) -> None:
    text, caret = cut(marked)
    found = call_at(dialect_named("postgresql"), text, caret)
    assert found is not None
    assert (found.name, found.argument) == (name, argument)
    assert text[found.start :].lstrip('"').startswith(name[0])


@pytest.mark.parametrize(
    "marked",
    [
        "SELECT f|(1)",
        "SELECT f(1) |",
        "SELECT a FROM t WHERE a IN (1, |)",
        "SELECT f((SELECT |))",
        "INSERT INTO t (a, |)",
        "INSERT INTO t VALUES (1, |)",
        "CREATE TABLE t (a, |)",
        "SELECT a::numeric(10, |)",
        "WITH a(x, |) AS (SELECT 1)",
        "SELECT * FROM t x(a, |)",
        "SELECT sum(a) OVER (PARTITION BY |)",
        "SELECT f(a, -- |",
        "SELECT (a, |)",
    ],
)
def test_what_is_no_call_is_none(marked: str) -> None:
    text, caret = cut(marked)
    assert call_at(dialect_named("postgresql"), text, caret) is None
