"""The real `lapwing` program as people start it: a process of its own, bytes in and bytes out."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import apsw

from helpers.waiting import PATIENCE_S

Result = subprocess.CompletedProcess[bytes]


def command(*arguments: str | Path) -> list[str]:
    """What starts it."""
    return [sys.executable, "-m", "lapwing", *map(str, arguments)]


def environ(**more: str) -> dict[str, str]:
    """Nothing of the person's own settings but where this test's home is."""
    kept = {name: value for name, value in os.environ.items() if name != "LAPWING_URL"}
    return {**kept, **more}


def lapwing(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, variables: Mapping[str, str] | None = None
) -> Result:
    """Run it to its end."""
    return subprocess.run(
        command(*arguments),
        input=stdin,
        capture_output=True,
        env=environ(**(variables or {})),
        cwd=cwd,
        timeout=PATIENCE_S * 2,
        check=False,
    )


def started(
    *arguments: str | Path, stdout: int | IO[bytes] = subprocess.PIPE, variables: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start it. It minds Ctrl+C, also where the tests themselves were started with `&`."""
    mind = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
    return subprocess.Popen(
        [sys.executable, "-c", mind, *command(*arguments)],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environ(**(variables or {})),
    )


def said(result: Result) -> str:
    """Its standard error, which must be sentences and never a traceback."""
    text = result.stderr.decode()
    assert "Traceback" not in text, text
    assert all(line.startswith("lapwing: ") for line in text.splitlines()), text
    return text


def database(path: Path, script: str) -> Path:
    """A SQLite file made by a script."""
    connection = apsw.Connection(str(path))
    connection.execute(script)
    connection.close()
    return path
