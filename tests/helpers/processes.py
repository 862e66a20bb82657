"""Other processes: Python programs that do something, say so, and live until they are ended."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).resolve().parents[1]
APP: Final = TESTS.parent / "app"


@contextmanager
def python(program: str, *arguments: object, user: int | None = None) -> Iterator["subprocess.Popen[str]"]:
    """A Python program with `lapwing` and `helpers` at hand; killed at the end if it still lives.

    Args:
        program: Its source. It talks through stdin and stdout.
        arguments: Its `sys.argv[1:]`.
        user: Whose rights it has; None for this process's own.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(APP), str(TESTS)])},
        user=user,
        group=user,
        extra_groups=None if user is None else [],
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def hears(process: "subprocess.Popen[str]") -> str:
    """The next line that the program says, without its end.

    Raises:
        AssertionError: It ended instead.
    """
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, f"the program ended with code {process.wait()}"
    return line.rstrip("\n")


def tells(process: "subprocess.Popen[str]", line: str) -> None:
    """Give the program a line to read."""
    assert process.stdin is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def is_alive(pid: int) -> bool:
    """Whether a process of that id runs; one that merely waits to be reaped does not."""
    try:
        return (
            Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0] != "Z"
        )
    except (FileNotFoundError, ProcessLookupError):
        return False
