"""Tables to measure on: the same rows on every machine, made quickly."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path
from random import Random

RARE_WORD = "kingfisher"
"""Stands in exactly `RARE_ROWS` rows of `bench.remark`, and nowhere else."""
RARE_ROWS = 7

COLUMNS = (
    "id INTEGER PRIMARY KEY",
    "account INTEGER NOT NULL",  # signed, all 64 bits
    "code TEXT NOT NULL",  # short and unique
    "remark TEXT NOT NULL",  # 40 to 120 letters
    "place TEXT NOT NULL",  # many scripts
    "reading REAL NOT NULL",
    "amount TEXT NOT NULL",  # a decimal number with two digits
    "day TEXT NOT NULL",
    "seen_at TEXT NOT NULL",  # to the microsecond, with offset
    "parent INTEGER",  # NULL in 18 of 100 rows
    "nickname TEXT",  # NULL in 18 of 100 rows: so 3 of 100 cells of the table are NULL
    "is_active INTEGER NOT NULL",
)

_WORDS = (
    "river", "stone", "heron", "morning", "ferry", "lantern", "harbour", "meadow", "signal", "copper", "winter",
    "letter", "engine", "window", "garden", "thunder", "orchard", "paper", "station", "candle", "bridge", "market",
    "silver", "forest", "kettle", "compass", "island", "ladder", "mirror", "needle",
)  # fmt: skip
# In scripts that packaging/system/run.txt brings letters for: drawing others would measure how Qt looks for fonts.
_PLACES = (
    "Zürich", "København", "Łódź", "Αθήνα", "Київ", "თბილისი", "ירושלים", "القاهرة", "Երևան", "Тбилиси", "София",
    "Beograd", "Ljubljana", "São Paulo", "Reykjavík", "Ho\u0302\u0300 Chi\u0301 Minh", "Montréal", "İstanbul",
    "Oslo", "York", "Bath",
)  # fmt: skip
_MASK = (1 << 64) - 1


def make_bench_table(path: Path, rows: int = 1_000_000) -> None:
    """Write a SQLite file with one table `bench` of `rows` rows and twelve columns; an old file is replaced.

    The same number of rows gives the same rows. About 215 bytes for each; a million take some four seconds.

    Raises:
        OSError: The folder cannot be written to.
        ValueError: Fewer than 100 rows.
    """
    if rows < 100:
        raise ValueError("The bench table needs at least 100 rows.")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.building")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE"):
                connection.execute(f"PRAGMA {pragma}").close()
            connection.execute(f"CREATE TABLE bench ({', '.join(COLUMNS)})")
            connection.execute("BEGIN")
            marks = ", ".join("?" for _ in COLUMNS)
            connection.executemany(f"INSERT INTO bench VALUES ({marks})", _bench_rows(rows))
            for nth in range(RARE_ROWS):
                at = rows * (2 * nth + 1) // (2 * RARE_ROWS)
                connection.execute("UPDATE bench SET remark = remark || ' ' || ? WHERE id = ?", (RARE_WORD, at))
            connection.execute("COMMIT")
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _bench_rows(rows: int) -> Iterator[tuple[object, ...]]:
    """The rows. Texts come from pools of prime lengths, so that no two columns go in step."""
    rng = Random(20261031)
    remarks = cycle(_remark(rng) for _ in range(4093))
    places = cycle(f"{_PLACES[int(rng.random() * len(_PLACES))]} {int(rng.random() * 900)}" for _ in range(1999))
    amounts = cycle(
        [f"{int(10 ** (7 * rng.random()) * (rng.random() - 0.2))}.{int(rng.random() * 100):02d}" for _ in range(8191)]
    )
    days = cycle([(date(1995, 1, 1) + timedelta(days=int(rng.random() * 11_500))).isoformat() for _ in range(6007)])
    minutes = cycle([_minute(rng) for _ in range(9973)])
    parents = cycle([int(rng.random() * rows) if rng.random() >= 0.18 else None for _ in range(5003)])
    nicknames = cycle([_WORDS[int(rng.random() * len(_WORDS))] if rng.random() >= 0.18 else None for _ in range(7001)])
    number = 88_172_645_463_325_252
    for row in range(1, rows + 1):
        number = (number * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) & _MASK  # Knuth's MMIX generator
        yield (
            row,
            number - (1 << 63),
            f"{number >> 44:05X}-{row:07d}",
            next(remarks),
            next(places),
            round((number >> 11) / 9.007e12 - 500.0, 9),  # the client writes 15 digits and no more
            next(amounts),
            next(days),
            f"{next(minutes)}{(number >> 20) % 60_000_000 / 1e6:09.6f}+00:00",
            next(parents),
            next(nicknames),
            number >> 63,
        )


def _remark(rng: Random) -> str:
    """A sentence of 40 to 120 letters."""
    words = [_WORDS[int(rng.random() * len(_WORDS))] for _ in range(7 + int(rng.random() * 9))]
    return f"{' '.join(words).capitalize()}."


def _minute(rng: Random) -> str:
    """A moment up to its seconds: '2024-05-17T11:42:'."""
    moment = datetime(2019, 1, 1, tzinfo=UTC) + timedelta(minutes=int(rng.random() * 4_100_000))
    return moment.strftime("%Y-%m-%dT%H:%M:")
