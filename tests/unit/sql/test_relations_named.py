"""Relations are found by where their names stand."""

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from lapwing.sql.relations_named import relations_named

CASES: Final[tuple[tuple[str, set[tuple[str, str]]], ...]] = (
    ("SELECT a, orders FROM people", {("", "people")}),
    ("SELECT * FROM a, b JOIN c ON a.x = c.x, d WHERE e IN (SELECT f FROM g)", {("", n) for n in "abcdg"}),
    ("SELECT * FROM (a JOIN (SELECT 1 FROM b) x ON true) CROSS JOIN s.c AS y, LATERAL (SELECT * FROM d)",
     {("", "a"), ("", "b"), ("s", "c"), ("", "d")}),
    ("SELECT count(a), (SELECT max(b) FROM c) FROM d GROUP BY e, f ORDER BY g, h", {("", "c"), ("", "d")}),
    ("INSERT INTO a (b, c) SELECT d, e FROM f; UPDATE g SET h = 1, i = 2; DELETE FROM j WHERE k = 3",
     {("", "a"), ("", "f"), ("", "g"), ("", "j")}),
    ("SELECT 'from a', x /* from b */ FROM c -- from d", {("", "c")}),
    ("SELECT * FROM f(1)", set()),
    ("", set()),
    ("FROM", set()),
    (")))) FROM a", {("", "a")}),
)  # fmt: skip


@pytest.mark.parametrize(("sql", "named"), CASES)
def test_names_count_where_a_relation_can_stand(sql: str, named: set[tuple[str, str]]) -> None:
    for dialect in DIALECT_IDS:
        assert relations_named(sql, dialect_named(dialect)) == named


def test_quoted_names_are_read_as_they_are_meant() -> None:
    sqlite = dialect_named("sqlite")
    assert relations_named('SELECT 1 FROM "a ""b""", [c d], `e``f`', sqlite) == {
        ("", 'a "b"'),
        ("", "c d"),
        ("", "e`f"),
    }
    assert relations_named("SELECT 1 FROM `x.y`.`from`", dialect_named("mysql")) == {("x.y", "from")}
    assert relations_named("UPDATE OR IGNORE a SET b = 1", sqlite) == {("", "a")}


@given(st.text(alphabet="FROM JOIN(),.;'\"`[]a", max_size=60), st.sampled_from(DIALECT_IDS))
@settings(max_examples=60)
def test_no_text_is_too_odd(text: str, dialect: str) -> None:
    relations_named(text, dialect_named(dialect))
