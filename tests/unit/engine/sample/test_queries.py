"""The showcase queries, on both SQLite libraries that Lapwing meets: Python's own and the one inside apsw."""

import sqlite3
from pathlib import Path

import apsw
import pytest

from lapwing.engine.sample.build import SAMPLE_QUERIES, SampleQuery


@pytest.mark.parametrize("query", SAMPLE_QUERIES, ids=lambda query: query.title)
def test_each_query_answers_with_rows_and_the_same_on_both_libraries(
    query: SampleQuery, full: sqlite3.Connection, full_path: Path
) -> None:
    cursor = full.execute(query.sql)
    rows = cursor.fetchall()
    names = [column[0] for column in cursor.description]
    assert 5 <= len(rows) <= 1_000 or query.title == "From looking to buying"
    assert len(set(names)) == len(names)
    assert query.sql.startswith("-- ")
    assert not query.sql.rstrip().endswith(";")
    connection = apsw.Connection(
        f"{full_path.as_uri()}?mode=ro", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    )
    try:
        others = list(connection.execute(query.sql))
    finally:
        connection.close()
    # SQLite changed how it rounds halves between the two
    assert others == [
        tuple(pytest.approx(cell, abs=0.11) if type(cell) is float else cell for cell in row) for row in rows
    ]


def test_there_are_ten_with_titles_of_their_own() -> None:
    assert len({query.title for query in SAMPLE_QUERIES}) == 10


def test_the_first_one_begins_with_the_strongest_country_of_the_last_quarter(full: sqlite3.Connection) -> None:
    quarter, country, orders, revenue, share, growth, place, bar = full.execute(SAMPLE_QUERIES[0].sql).fetchone()
    assert (quarter, country, place) == ("2026 Q3", "Deutschland", 1)
    assert orders > 100
    assert revenue > 50_000
    assert 10 < share < 30
    assert growth is not None
    assert set(bar) == {"█"}


def test_the_odd_hours_are_the_ones_that_were_made_odd(full: sqlite3.Connection) -> None:
    query = next(query for query in SAMPLE_QUERIES if query.title.startswith("Something happened"))
    days = {row[0][:10] for row in full.execute(query.sql)}
    assert days == {"2026-09-03", "2026-09-17", "2026-10-10", "2026-10-21"}
