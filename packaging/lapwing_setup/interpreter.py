"""Which Python carries the checkout."""

import os
import platform
import shutil
import subprocess
import sys

from lapwing_setup.failure import SetupFailure

OLDEST = (3, 11)
NEWEST = (3, 13)


def is_supported(version: tuple[int, int]) -> bool:
    """Whether Lapwing runs on this (major, minor)."""
    return OLDEST <= version <= NEWEST


def use_a_supported_one(script: str, arguments: list[str]) -> None:
    """Return when this interpreter will do; otherwise start again under one of the PATH that will.

    Raises:
        SetupFailure: There is none.
    """
    if is_supported(sys.version_info[:2]):
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other is not None and answers(other, minor):
            os.execv(other, [other, "-ES", script, *arguments])
    raise SetupFailure(
        f"Lapwing needs Python 3.11, 3.12 or 3.13; {sys.executable} is {platform.python_version()}. "
        "Install one of them, or name it: make run PYTHON=/path/to/python3.12",
        SetupFailure.NEEDS_A_PERSON,
    )


def answers(python: str, minor: int) -> bool:
    """Whether a command really is Python 3.`minor`; version switchers leave commands about that only say no."""
    ask = [python, "-ESc", f"import sys; sys.exit(sys.version_info[:2] != (3, {minor}))"]
    return subprocess.run(ask, capture_output=True, check=False).returncode == 0


def identity() -> str:
    """What a `.venv` depends on: minor version, place and processor. A patch upgrade in place changes nothing."""
    return f"{sys.implementation.cache_tag} {os.path.realpath(sys.base_prefix)} {platform.machine()}"
