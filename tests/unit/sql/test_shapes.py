"""Statements with the same shape are told the same things about, so nothing but values may be missing from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.sql.classify import statement_facts
from lapwing.sql.dialect import dialect_named
from lapwing.sql.shapes import KnownShapes, shape_of
from unit.sql.sql_texts import FRAGMENTS, examples


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("INSERT INTO t VALUES (1, 'a;b')", "INSERT INTO t VALUES (22, 'it -- is')"),
        ("UPDATE \"odd t\" SET a = 'b'", 'UPDATE "odd t" SET a = \'"\''),
        ("select `a b`, '`' from t", "select `a b`, 'x' from t"),
    ],
)
def test_values_make_no_difference(one: str, other: str) -> None:
    assert shape_of(one) is not None
    assert shape_of(one) == shape_of(other)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO t VALUES ('a\\'b')",
        "INSERT INTO t VALUES (E'a')",
        "INSERT INTO t VALUES (x'00')",
        "INSERT INTO t VALUES ($$it's$$)",
        "INSERT INTO t VALUES (1) -- it's\n, ('b')",
        "INSERT INTO t VALUES (1) /* it's */, ('b')",
        "INSERT INTO t VALUES (1) # it's",
        "INSERT INTO t VALUES ([it's], 'b')",
        "INSERT INTO t VALUES (1); DROP TABLE t",
        "INSERT INTO t VALUES (?)",
        "INSERT INTO t VALUES ('open",
        "INSERT INTO t VALUES ('a\0b')",
        "DROP TABLE t",
        "SELECT '" + "a, 'b" * 1_000 + "'",
    ],
)
def test_what_is_not_certain_has_no_shape(sql: str) -> None:
    assert shape_of(sql) is None


@examples(60)
@given(
    pieces=st.lists(st.sampled_from(FRAGMENTS), max_size=8),
    values=st.lists(st.sampled_from(["'a'", "'b;'", "1", "234", "'--'", "''"]), min_size=2, max_size=2),
    name=st.sampled_from(["postgresql", "mysql", "sqlite"]),
)
def test_what_is_known_by_shape_is_what_is_found_out(pieces: list[str], values: list[str], name: str) -> None:
    dialect = dialect_named(name)
    known = KnownShapes(lambda sql: statement_facts(dialect, sql))
    for value in values:
        sql = f"SELECT {value} {''.join(pieces)} FROM t WHERE a = {value}"
        assert known(sql) == statement_facts(dialect, sql)
