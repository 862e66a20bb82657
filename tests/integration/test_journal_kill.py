"""kill -9 of a process that types: what was typed comes back, at most the last second is lost, nothing is torn."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpers import typist
from helpers.counts import SOAKING, times
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import Recovered

_TESTS = Path(typist.__file__).parents[1]
_APP = _TESTS.parent / "app"


class Typist:
    """The process, and what it told until it was killed."""

    def __init__(self, folder: Path, seed: int, delay_s: float) -> None:
        environ = os.environ | {"PYTHONPATH": f"{_APP}{os.pathsep}{_TESTS}"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "helpers.typist", str(folder), str(seed), str(delay_s)],
            stdout=subprocess.PIPE,
            env=environ,
            text=True,
        )
        self.typed = 0
        self.written = 0
        self.times: list[float] = []

    def killed_after(self, edits: int) -> float:
        """Kill it when it has made so many edits; returns when."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._hear(line)
            if self.typed >= edits:
                break
        self._process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        for line in self._process.stdout:
            if line.endswith("\n"):
                self._hear(line)
        self._process.stdout.close()
        assert self._process.wait(60) == -signal.SIGKILL
        return killed

    def _hear(self, line: str) -> None:
        match line.split():
            case ["typed", number, moment]:
                self.typed = int(number)
                self.times.append(float(moment))
            case ["written", number]:
                self.written = int(number)


def recovered_in(folder: Path) -> Recovered:
    journal = Journal(folder)
    found = journal.recover()
    journal.close(clean=False)
    return found


@pytest.mark.parametrize("delay_s", [0.4, 0.02])
@pytest.mark.parametrize("_round", range(times(1, 10)))
def test_a_typist_who_is_killed_loses_at_most_the_last_second(
    tmp_path: Path, chance: random.Random, delay_s: float, _round: int
) -> None:
    longest_s = 0.0
    for _ in range(times(10, 25)):
        seed = chance.getrandbits(32)
        process = Typist(tmp_path / "journal", seed, delay_s)
        killed = process.killed_after(chance.randint(1, times(250, 700)))
        found = recovered_in(tmp_path / "journal")
        assert found.notices == ()
        assert not found.was_clean or not found.editors
        kept = _edits_kept(found, process, seed)
        if kept < process.typed:
            longest_s = max(longest_s, killed - process.times[kept])
        shutil.rmtree(tmp_path / "journal")
    print(f"longest loss {longest_s:.3f} s at a delay of {delay_s} s")
    if SOAKING:  # on a machine that is busy with something else, a second proves nothing
        assert longest_s <= 1


def _edits_kept(found: Recovered, process: Typist, seed: int) -> int:
    """How many edits the recovered text has, after checking that it is a text that existed."""
    if typist.EDITOR not in found.editors:
        assert process.written == 0
        return 0
    record = found.editors[typist.EDITOR]
    kept = int(record.title.removeprefix("after ") or 0)
    assert record.text == typist.text_after(seed, kept)
    assert kept >= process.written
    assert found.editors.keys() <= {typist.EDITOR, typist.OTHER}
    _check_page(found, process, seed)
    if typist.OTHER in found.editors:
        assert found.editors[typist.OTHER].text == typist.OTHER_TEXT
    else:
        assert process.written == 0
    return kept


def _check_page(found: Recovered, process: Typist, seed: int) -> None:
    """What another page had not saved is as it was once, and not older than what was said to be written."""
    told = found.works[typist.PAGE].text if typist.PAGE in found.works else ""
    if told:
        edits = int(told.partition("\n")[0].removeprefix("staged after "))
        assert told == typist.staged_after(seed, edits)
        assert edits >= process.written
    else:
        later = range(process.written, process.typed + 3)
        assert any(not typist.staged_after(seed, edits) for edits in later)


def test_runs_that_follow_each_other_never_lose_what_the_last_one_kept(tmp_path: Path, chance: random.Random) -> None:
    """The same folder, killed again and again while it is being recovered and rewritten."""
    for _ in range(times(5, 60)):
        before = recovered_in(tmp_path)
        seed = chance.getrandbits(32)
        process = Typist(tmp_path, seed, 0.02)
        process.killed_after(chance.randint(1, 60))
        found = recovered_in(tmp_path)
        assert found.notices == ()
        record = found.editors.get(typist.EDITOR)
        old = before.editors.get(typist.EDITOR)
        assert record == old or record is None or int(record.title.removeprefix("after ") or 0) >= process.written
        assert set(found.editors) >= set(before.editors)
