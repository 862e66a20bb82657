"""A crash is told once, at the next start, in plain words."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lapwing import paths
from lapwing.gui.crash_notice import crash_notice


@pytest.fixture
def crashes() -> Path:
    folder = paths.logs()
    folder.mkdir(parents=True)
    return folder


def crashed(folder: Path, name: str, when: str) -> Path:
    path = folder / f"{name}.crash"
    path.write_text("Fatal Python error: Segmentation fault")
    moment = time.mktime(time.strptime(when, "%Y-%m-%d %H:%M"))
    os.utime(path, (moment, moment))
    return path.with_suffix(".crashed")


def dead_pid() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_without_a_crash_nothing_is_said() -> None:
    assert crash_notice() is None


@pytest.mark.parametrize(
    ("role", "name"),
    [("window", "Lapwing's window"), ("engine", "Lapwing's database engine"), ("other-one", "A Lapwing process")],
)
def test_a_crash_is_told_once_with_what_and_when_and_where(crashes: Path, role: str, name: str) -> None:
    file = crashed(crashes, f"{role}-{dead_pid()}", "2026-05-04 13:07")
    notice = crash_notice()
    assert notice is not None
    assert notice.sentence == f"{name} crashed on 2026-05-04 at 13:07."
    assert notice.hint == f"Details for a report are in {file}."
    assert notice.files == (file,)
    assert file.read_text().startswith("Fatal")
    assert crash_notice() is None


def test_of_several_crashes_the_last_one_is_named(crashes: Path) -> None:
    pid = dead_pid()
    older = crashed(crashes, f"engine-{pid}", "2026-05-04 13:07")
    newer = crashed(crashes, f"window-{pid}", "2026-05-04 13:09")
    notice = crash_notice()
    assert notice is not None
    assert notice.sentence == "Lapwing's window crashed on 2026-05-04 at 13:09. One other process crashed before."
    assert notice.hint == f"Details for a report are in {crashes}."
    assert notice.files == (newer, older)


def test_files_of_crashes_do_not_pile_up(crashes: Path) -> None:
    for number in range(14):
        crashed(crashes, f"engine-{number}-{dead_pid()}", f"2026-05-04 13:{number:02}")
    notice = crash_notice()
    assert notice is not None
    assert "13 other processes" in notice.sentence
    assert set(notice.files) == set(crashes.iterdir())
    assert len(notice.files) == 10
