"""Nothing that somebody writes makes the look at a place fail, or take long."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.counts import SOAKING
from lapwing.sql.completion.calls import call_at
from lapwing.sql.completion.meaning import name_at
from lapwing.sql.completion.names_written import needs_quotes, written
from lapwing.sql.completion.place import place_at
from lapwing.sql.completion.stars import star_at
from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from unit.sql.completion.places import PLAIN

STATEMENTS = (
    'WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a), b AS (SELECT o.*, "x y" AS z FROM orders o) '
    "SELECT DISTINCT b.id, sum(x) FILTER (WHERE y > 1) OVER (PARTITION BY z) FROM b JOIN (a CROSS JOIN items i) "
    "USING (id) LEFT JOIN LATERAL (SELECT 1 FROM f(b.id) AS g(v)) h ON h.v = b.id WHERE EXISTS (SELECT 1) "
    "GROUP BY 1 ORDER BY 'a', 2",
    "INSERT INTO orders (id, total) SELECT id, $1 FROM items ON CONFLICT (id) DO UPDATE "
    "SET total = excluded.total RETURNING *",
    "CREATE TABLE t (a int DEFAULT (1) REFERENCES orders (id), PRIMARY KEY (a)); "
    "UPDATE orders SET (a, b) = (1, 2) WHERE c",
)
SPLIT = " ".join(STATEMENTS).replace("(", " ( ").replace(",", " , ").split()
WORDS = sorted({*SPLIT, '"', "'", "[", "]", ".", "--", "/*", ";"})


def look(dialect_id: str, text: str, caret: int) -> None:
    dialect = dialect_named(dialect_id)
    found = place_at(dialect, text, caret, PLAIN)
    assert 0 <= found.start <= caret <= found.end <= len(text)
    assert found.word == text[found.start + len(found.quote) : caret] or found.in_text
    call_at(dialect, text, caret)
    star = star_at(dialect, text, caret, PLAIN)
    assert 0 <= star.start <= star.end <= len(text)
    meaning = name_at(dialect, text, caret, PLAIN)
    assert all(text[start:end] for start, end in meaning.occurrences)


@settings(max_examples=2_000 if SOAKING else 150)
@given(st.sampled_from(DIALECT_IDS), st.lists(st.sampled_from(WORDS), max_size=30), st.data())
def test_no_heap_of_words_fails(dialect_id: str, words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    look(dialect_id, text, data.draw(st.integers(0, len(text))))


@settings(max_examples=2_000 if SOAKING else 100)
@given(st.sampled_from(DIALECT_IDS), st.text(max_size=40), st.integers(0, 40))
def test_no_text_fails(dialect_id: str, text: str, caret: int) -> None:
    look(dialect_id, text, min(caret, len(text)))


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@pytest.mark.parametrize("statement", STATEMENTS)
def test_no_statement_fails_wherever_it_breaks_off(dialect_id: str, statement: str) -> None:
    for end in range(0, len(statement) + 1, 1 if SOAKING else 3):
        look(dialect_id, statement[:end], end)
        look(dialect_id, statement[end:], min(3, len(statement) - end))


@pytest.mark.parametrize(
    ("before", "opening", "behind"),
    [
        ("SELECT ", "(", ""),
        ("SELECT ", "([", ""),
        ("SELECT ", "(SELECT ", ""),
        ("SELECT * FROM ", "(", ""),
        ("SELECT * FROM ", "(SELECT * FROM ", "orders"),
        ("SELECT ", "f(", " FROM orders"),
        ("", "WITH a AS (", ""),
        ("SELECT ", "a.", ""),
        ("SELECT ", "CASE WHEN ", ""),
        ("", "SELECT 1 UNION ", ""),
        ("SELECT * FROM orders ", "JOIN items ON a = b ", ""),
    ],
)
def test_deep_and_long_texts_come_to_an_end_within_pythons_own_limit(before: str, opening: str, behind: str) -> None:
    text = before + opening * 3_000 + behind
    limit = sys.getrecursionlimit()
    for caret in (len(before), len(text)):
        look("postgresql", text, caret)
    assert sys.getrecursionlimit() == limit


def test_columns_that_double_from_query_to_query_come_to_an_end() -> None:
    queries = ", ".join(f"c{n} AS (SELECT * FROM c{n - 1} a, c{n - 1} b)" for n in range(1, 40))
    text = f"WITH c0 AS (SELECT * FROM orders), {queries} SELECT x. FROM c39 x"
    found = place_at(dialect_named("postgresql"), text, text.index("x. ") + 2, PLAIN)
    assert [source.name for source in found.sources] == ["x"]


@pytest.mark.parametrize(
    ("dialect_id", "name", "how"),
    [
        ("postgresql", "orders", "orders"),
        ("postgresql", "Orders", '"Orders"'),
        ("postgresql", "order", '"order"'),
        ("postgresql", 'a"b', '"a""b"'),
        ("postgresql", "größe", "größe"),
        ("mysql", "Orders", "Orders"),
        ("mysql", "a b", "`a b`"),
        ("sqlite", "1a", '"1a"'),
        ("ansi", "", '""'),
    ],
)
def test_a_name_is_quoted_only_where_it_must_be(dialect_id: str, name: str, how: str) -> None:
    assert written(dialect_named(dialect_id), name) == how


def test_a_server_that_folds_to_upper_case_needs_quotes_for_small_letters() -> None:
    ansi = dialect_named("ansi")
    assert needs_quotes(ansi, "orders", "upper")
    assert not needs_quotes(ansi, "ORDERS", "upper")
