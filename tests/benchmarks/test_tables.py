"""The tables that are measured on are the ones that the figures speak of."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.tables import RARE_ROWS, RARE_WORD, make_bench_table


def test_the_bench_table_has_twelve_mixed_columns_three_percent_null_and_seven_rare_words(tmp_path: Path) -> None:
    path = tmp_path / "bench.sqlite"
    make_bench_table(path, rows=20_000)
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT * FROM bench").fetchall()
        types = connection.execute(
            "SELECT DISTINCT typeof(id), typeof(account), typeof(code), typeof(remark), typeof(place), "
            "typeof(reading), typeof(amount), typeof(day), typeof(seen_at), typeof(is_active) FROM bench"
        ).fetchall()
    assert len(rows) == 20_000
    assert types == [("integer", "integer", "text", "text", "text", "real", "text", "text", "text", "integer")]
    assert {len(row) for row in rows} == {12}
    nulls = sum(cell is None for row in rows for cell in row)
    assert 0.027 < nulls / (12 * len(rows)) < 0.033
    assert sum(RARE_WORD in row[3] for row in rows) == RARE_ROWS
    assert sum(RARE_WORD in str(cell) for row in rows for cell in row) == RARE_ROWS
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["bench.sqlite"]


def test_the_bench_table_is_the_same_every_time(tmp_path: Path) -> None:
    digests = set()
    for name in ("one", "other"):
        make_bench_table(tmp_path / name, rows=500)
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            rows = connection.execute("SELECT * FROM bench").fetchall()
        digests.add(hashlib.sha256(repr(rows).encode()).hexdigest())
    assert digests == {"b840101e9bed3f3b53e2348cfe85f98f137cc5813ad1e4827899bdadf2f5c0ed"}
