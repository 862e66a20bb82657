"""Statements without their values: names and words stay, values and comments go, the hash is that of the shape."""

import pytest

from lapwing.sql.dialect import dialect_named
from lapwing.sql.masking import fingerprint, masked

CASES = (
    (
        "postgresql",
        "SELECT a, 'x''y', 1.5e3, $$body$$ FROM \"T\" -- why 7\nWHERE b = E'\\'q'",
        'SELECT a, ?, ?, ? FROM "T"  \nWHERE b = ?',
    ),
    ("postgresql", "\\connect host=x password=y", "\\connect"),
    ("mysql", "INSERT INTO t(`a`) VALUES (\"secret\", 0xFF, -3) /* 'x' */", "INSERT INTO t(`a`) VALUES (?, ?, -?)"),
    (
        "sqlite",
        'SELECT "bob" FROM "t" WHERE n = "bob" AND "t"."n" = x\'00\'',
        'SELECT ? FROM "t" WHERE n = ? AND ?."n" = ?',
    ),
    ("sqlite", "SELECT 'never closed", "SELECT ?"),
)


@pytest.mark.parametrize(("dialect", "sql", "expected"), CASES)
def test_values_go_and_names_stay(dialect: str, sql: str, expected: str):
    assert masked(dialect_named(dialect), sql) == expected


def test_a_hash_is_the_same_for_other_values_and_blanks_and_another_for_other_statements():
    sqlite = dialect_named("sqlite")
    one = fingerprint(sqlite, "SELECT * FROM t WHERE id IN (1, 2, 3)")
    assert one == fingerprint(sqlite, "select *\n FROM t  WHERE id IN (4)")
    assert one != fingerprint(sqlite, "SELECT * FROM u WHERE id IN (1)")
    assert one.startswith("sha256:")
