"""The databases' own command-line clients, timed: the whole result, the first rows, the peak of memory."""

import hashlib
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Client:
    """A command that writes every row of the bench table to its standard output.

    Attributes:
        name: As the report names it.
        environ: Beside what the bench itself has; it may hold a password.
    """

    name: str
    command: Sequence[str]
    environ: Mapping[str, str] = field(default_factory=dict)

    def start(self, output: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.command, stdout=output, env={**os.environ, **self.environ})

    def total_s(self) -> float:
        """Seconds for everything, to /dev/null."""
        return self.measured()[0]

    def measured(self) -> tuple[float, float]:
        """Seconds for everything, to /dev/null, and the peak of its memory (RSS) in MB."""
        start = time.perf_counter()
        with self.start(subprocess.DEVNULL) as client:
            _, status, usage = os.wait4(client.pid, 0)
            client.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - start
        if client.returncode:
            raise SystemExit(f"{self.name} ended with exit code {client.returncode}.")
        return took, usage.ru_maxrss / 1024

    def first_rows_ms(self, rows: int) -> float:
        """Milliseconds from its start until so many rows have been written."""
        start = time.perf_counter()
        with self.start(subprocess.PIPE) as client:
            assert client.stdout is not None
            left = rows
            while left > 0:
                left -= os.read(client.stdout.fileno(), _BLOCK_BYTES).count(b"\n")
            took = time.perf_counter() - start
            client.kill()
        return took * 1000

    def output_hash(self) -> str:
        """SHA-256 of what it writes."""
        digest = hashlib.sha256()
        with self.start(subprocess.PIPE) as client:
            assert client.stdout is not None
            for block in iter(lambda: client.stdout.read(_BLOCK_BYTES), b""):  # type: ignore[union-attr]
                digest.update(block)
        return digest.hexdigest()
