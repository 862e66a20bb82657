"""Making SQLite files in every state, and opening them."""

import os
from pathlib import Path

import apsw

from helpers.processes import hears, python
from lapwing.domain.connections import Target
from lapwing.drivers.base import Session
from lapwing.drivers.registry import driver_named

DYING = """
import os, sys, apsw
connection = apsw.Connection(sys.argv[1])
connection.execute("PRAGMA synchronous=OFF")
for sql in sys.argv[2:]:
    connection.execute(sql).fetchall()
print("ready", flush=True)
sys.stdin.read()
"""


def open_file(path: str | Path, *, read_only: bool = False, create: bool = False, **options: str) -> Session:
    return driver_named("sqlite").open(
        Target("sqlite", os.fspath(path), read_only=read_only, create=create, options=options)
    )


def open_with(path: Path, attached: dict[str, Path], *, read_only: bool = False) -> Session:
    options = {f"attach.{name}": str(file) for name, file in attached.items()}
    return driver_named("sqlite").open(Target("sqlite", str(path), read_only=read_only, options=options))


def make(path: Path, *more: str, rows: int = 1) -> Path:
    connection = apsw.Connection(os.fspath(path))
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("CREATE TABLE t(a, b TEXT)")
    with connection:
        connection.executemany(
            "INSERT INTO t VALUES (?, ?)", [(number, f"row {number} " * 20) for number in range(rows)]
        )
    for sql in more:
        connection.execute(sql).fetchall()
    connection.close()
    return path


def leave_behind(path: Path, *sql: str) -> None:
    """Let a program do something with the file and be killed."""
    with python(DYING, path, *sql) as process:
        assert hears(process) == "ready"
        process.kill()
        process.wait()
