"""Starting the engine process. No Qt here: the window starts it before anything else."""

import os
import subprocess
import sys
from typing import Final

_FROZEN: Final = bool(getattr(sys, "frozen", False))


def start_engine() -> "subprocess.Popen[bytes]":
    """Start `lapwing engine` with pipes to its standard input and output; stderr stays the window's.

    Raises:
        OSError: The process cannot be started.
    """
    command = [sys.executable] if _FROZEN else [sys.executable, "-X", "utf8", "-m", "lapwing"]
    return subprocess.Popen(
        [*command, "engine"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        env={**os.environ, "PYTHONSAFEPATH": "1"},
        start_new_session=True,
    )


def how_it_ended(process: "subprocess.Popen[bytes]") -> str:
    """Why an engine that closed its line ended, in words; waits for it at most two seconds."""
    try:
        code = process.wait(timeout=2)
    except subprocess.TimeoutExpired:
        return "it closed the line but goes on running"
    if code < 0:
        return f"it was ended by signal {-code}"
    return "it ended by itself" if code == 0 else f"it ended with code {code}"
