"""The window process: from `lapwing` to a window on the screen, and back to the shell.

The engine is started before Qt is imported, so that both come up side by side.
"""

import argparse
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from lapwing.domain.errors import LapwingError
from lapwing.gui.engine_start import start_engine
from lapwing.gui.profile import Profile

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence


def main(arguments: "Sequence[str]") -> int:
    """Open a window, or ask the one that runs on this profile to; returns the exit code."""
    options = _parser().parse_args(arguments)
    profile = Profile()
    try:
        if not profile.enter(arguments, os.getcwd()):
            return 0
    except LapwingError as error:
        sys.stderr.write(f"lapwing: {error.in_full}\n")
        return error.exit_code
    try:
        engine = _start_engine()
        from lapwing.gui.plain_imports import use_plain_imports

        use_plain_imports()
        from lapwing.gui.application import run

        return run(options, engine, profile)
    finally:
        profile.release()


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"lapwing: {message}. `lapwing --help` lists what there is.\n")
        sys.exit(2)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="lapwing",
        description="Open Lapwing's window. `lapwing --help` lists the commands that need none.",
    )
    parser.add_argument("places", nargs="*", metavar="FILE_OR_URL", help="SQLite files, SQL files or connection URLs")
    parser.add_argument("--sample", action="store_true", help="open the sample database and run its first query")
    parser.add_argument("--tour", metavar="FOLDER", help="do the first journey, put screenshots here, and end")
    return parser


def _start_engine() -> "subprocess.Popen[bytes] | None":
    try:
        return start_engine()
    except OSError as error:
        sys.stderr.write(f"lapwing: the engine cannot be started: {error.strerror}\n")
        return None
