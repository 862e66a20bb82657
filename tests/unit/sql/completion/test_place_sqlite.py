"""What is worked out of queries, held against SQLite itself."""

import sqlite3

import pytest

from lapwing.sql.completion.stars import star_at
from lapwing.sql.dialect import dialect_named
from unit.sql.completion.places import PLAIN, RELATIONS, told

QUERIES = (
    "* FROM orders",
    "* FROM orders JOIN customers USING (customer_id)",
    "* FROM customers JOIN orders USING (customer_id)",
    "* FROM orders NATURAL JOIN customers",
    "* FROM orders NATURAL LEFT JOIN customers, items",
    "* FROM (SELECT id + 1, count( * ) FROM orders) x",
    "* FROM (VALUES (1, 2)) x",
    "o.*, i.price AS p, 'a', total * 2 FROM orders o, items i",
    "id FROM orders UNION SELECT price FROM items",
)


@pytest.fixture
def database() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for relation in RELATIONS:
        columns = ", ".join(f'"{column.name}"' for column in relation.columns)
        connection.execute(f'CREATE TABLE "{relation.name}" ({columns})')
    return connection


@pytest.mark.parametrize("query", QUERIES)
def test_a_subquery_has_the_columns_that_sqlite_gives_it(database: sqlite3.Connection, query: str) -> None:
    given = [column[0] for column in database.execute(f"SELECT * FROM (SELECT {query})").description]
    assert told(f"SELECT | FROM (SELECT {query}) y", "sqlite")["y"] == given


@pytest.mark.parametrize("query", [query for query in QUERIES if query.startswith("*")])
def test_a_star_written_out_gives_the_same_columns(database: sqlite3.Connection, query: str) -> None:
    text = f"SELECT {query}"
    star = star_at(dialect_named("sqlite"), text, len("SELECT "), PLAIN)
    assert star.text
    expanded = text[: star.start] + star.text + text[star.end :]
    names = [column[0] for column in database.execute(expanded).description]
    assert names == [column[0] for column in database.execute(text).description]
