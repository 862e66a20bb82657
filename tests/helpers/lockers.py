"""Another program that uses a SQLite file: it runs what it is told, line by line, and keeps its locks until then."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.processes import hears, python, tells

_PROGRAM = """
import sys, apsw
connection = apsw.Connection(sys.argv[1])
connection.set_busy_timeout(10_000)
connection.execute("PRAGMA synchronous=OFF")
print("ready", flush=True)
for line in sys.stdin:
    try:
        connection.execute(line).fetchall()
        print("done", flush=True)
    except apsw.Error as error:
        print(f"{type(error).__name__}: {error}", flush=True)
"""


class Locker:
    """A process with a connection of its own."""

    def __init__(self, path: Path) -> None:
        self._running = python(_PROGRAM, path)
        self.process = self._running.__enter__()
        assert hears(self.process) == "ready"

    @property
    def pid(self) -> int:
        return self.process.pid

    def does(self, sql: str) -> None:
        """Run statements to their end; what they lock stays locked until a transaction ends."""
        self.starts(sql)
        said = hears(self.process)
        assert said == "done", said

    def starts(self, sql: str) -> None:
        """Let them begin, without waiting."""
        tells(self.process, sql)

    def close(self) -> None:
        self._running.__exit__(None, None, None)


@contextmanager
def locker(path: Path) -> Iterator[Locker]:
    other = Locker(path)
    try:
        yield other
    finally:
        other.close()
