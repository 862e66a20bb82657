"""The manual's tutorial: a plugin in ten minutes, done as it is written there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

from helpers.command_line import command, environ
from helpers.waiting import PATIENCE_S

PAGE: Final = Path(__file__).resolve().parents[2] / "resources/help/42-writing-plugins.md"
STEPS: Final = PAGE.read_text("utf-8").partition("\n## A plugin in ten minutes\n")[2].partition("\n## ")[0]


def run(line: str, folder: Path) -> str:
    """Do what a line of the tutorial says, with this Python and this Lapwing."""
    program, *arguments = shlex.split(line)
    whole = command(*arguments) if program == "lapwing" else [sys.executable, *arguments]
    done = subprocess.run(
        whole, cwd=folder, env=environ(), capture_output=True, text=True, timeout=PATIENCE_S * 2, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_the_tutorial_leads_to_a_plugin_that_is_installed(tmp_path: Path) -> None:
    folder, said, written = tmp_path, [], 0
    for before, kind, text in re.findall(r"(.*?)\n```(\w*)\n(.*?)```", STEPS, flags=re.DOTALL):
        if kind:
            (name, *_) = re.findall(r"`([^`\s]+\.(?:toml|py))`", before)
            assert (folder / name).exists(), f"the skeleton has no {name}"
            (folder / name).write_text(text, "utf-8")
            written += 1
            continue
        for line in text.splitlines():
            if line.startswith("cd "):
                folder /= line.removeprefix("cd ")
            else:
                said.append(run(line, folder))
    assert written == 3
    assert "Ran 2 tests" in said[1]
    assert "Ran 1 test" in said[2]
    assert "It may read data of your databases, and see and refuse statements." in said[-1]
    assert "slowFrom = 500ms" in said[-1]
