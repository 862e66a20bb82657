"""The order of writes, proven: a session cut after every write, sync and renaming, and within every write.

Whatever is left by a killed process or a power cut, each editor is as it was at one moment at or after the last one
that had been reported as written.
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers.counts import SOAKING, times
from helpers.recording_files import Disk, RecordingFiles, cuts
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord, Limits, Recovered, WindowRecord, new_id

NEVER_S = 3_600.0
LIMITS = Limits(chunk_chars=24, log_bytes=160, log_edits=9, closed_count=2, closed_chars=150)
ALPHABET = "sel ect\n;\0\u2028\ud83d\ude00\U0001f600é"

State = dict[str, tuple[EditorRecord, bool]]
"""Editors with whether they are open."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the journal had been told when so many operations were done, and whether that was reported as written."""

    operations: int
    state: State
    is_reported: bool


class Session:
    """Somebody at work: a journal, and beside it what it must remember."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self._chance = chance
        self.files = RecordingFiles(folder)
        self.moments: list[Moment] = []
        self._journal = Journal(folder, self.files, NEVER_S, limits=LIMITS)
        found = self._journal.recover()
        assert found.notices == ()
        self._journal.start()
        self._note()

    def work(self, steps: int) -> None:
        for _ in range(steps):
            self._step()
            self._note()
            if self._chance.random() < 0.4:
                assert self._journal.flush(60)
                self._note(is_reported=True)
        self._journal.close(clean=self._chance.random() < 0.5)
        self._note(is_reported=True)

    def _note(self, is_reported: bool = False) -> None:
        with self._journal._state.lock:
            state = {name: (editor.record(), True) for name, editor in self._journal._state.editors.items()}
            state |= {name: (editor.record(), False) for name, editor in self._journal._state.closed.items()}
        self.moments.append(Moment(len(self.files.operations), state, is_reported))

    def _step(self) -> None:
        editors = list(self._journal._state.editors)
        chosen = self._chance.choice(editors) if editors else ""
        kinds = "eeeeeeetdcorw" if editors else "o"
        match self._chance.choice(kinds):
            case "e":
                length = len(self._journal.record(chosen).text)
                position = self._chance.randint(0, length)
                removed = self._chance.randint(0, min(5, length - position))
                self._journal.edited(chosen, position, removed, self._words(12))
                self._journal.describe(chosen, is_modified=True)
            case "t":
                self._journal.replace(EditorRecord(chosen, text=self._words(120)))
            case "d":
                self._journal.describe(chosen, title=self._words(9), caret=self._chance.randint(0, 9))
            case "c":
                self._journal.closed(chosen)
            case "r":
                self._journal.reopen()
            case "w":
                self._journal.window(WindowRecord("w", tabs=tuple(editors), active=chosen))
            case "o":
                self._journal.replace(EditorRecord(new_id(), text=self._words(40)))

    def _words(self, most: int) -> str:
        return "".join(self._chance.choices(ALPHABET, k=self._chance.randint(0, most)))


def recovered_in(folder: Path) -> Recovered:
    journal = Journal(folder, delay_s=NEVER_S, limits=LIMITS)
    found = journal.recover()
    journal.close(clean=False)
    return found


def assert_is_a_state_that_existed(found: Recovered, moments: list[Moment], count: int) -> None:
    """Every editor as at one moment from the last one reported before `count` operations up to the next report."""
    assert found.notices == ()
    since = max((i for i, moment in enumerate(moments) if moment.is_reported and moment.operations <= count), default=0)
    until = next((i for i, moment in enumerate(moments) if i > since and moment.is_reported), len(moments) - 1)
    possible = [moment.state for moment in moments[since : until + 1]]
    there = {name: (record, True) for name, record in found.editors.items()}
    there |= {record.id: (record, False) for record in found.closed}
    for name in {name for state in possible for name in state} | there.keys():
        allowed = [state.get(name) for state in possible]
        assert there.get(name) in allowed, f"{name} after {count} operations"
    tabs = [tab for window in found.windows for tab in window.tabs]
    assert sorted(tabs) == sorted(found.editors)


def laid_out(disk: Disk, target: Path, chance: random.Random, is_power_cut: bool) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(mode=0o700)
    if is_power_cut:
        disk.put_as_cut(target, chance)
    else:
        disk.put_as_killed(target)
    return target


def chosen_cuts(files: RecordingFiles, chance: random.Random) -> Iterator[tuple[int, int]]:
    """All of them when soaking, else every operation and a sample of the places within writes."""
    every = list(cuts(files))
    within = [place for place in every if place[1]]
    yield from (place for place in every if not place[1])
    yield from within if SOAKING else chance.sample(within, min(150, len(within)))


@pytest.fixture
def session(tmp_path: Path, chance: random.Random) -> Session:
    folder = tmp_path / "session"
    folder.mkdir()
    session = Session(folder, chance)
    session.work(times(40, 120))
    return session


def test_a_killed_process_leaves_a_state_that_existed(session: Session, tmp_path: Path, chance: random.Random) -> None:
    for count, part_bytes in chosen_cuts(session.files, chance):
        disk = session.files.disk_after(count, part_bytes)
        found = recovered_in(laid_out(disk, tmp_path / "cut", chance, is_power_cut=False))
        assert_is_a_state_that_existed(found, session.moments, count)


def test_a_power_cut_leaves_a_state_that_existed(session: Session, tmp_path: Path, chance: random.Random) -> None:
    for count, part_bytes in chosen_cuts(session.files, chance):
        disk = session.files.disk_after(count, part_bytes)
        for _ in range(times(2, 6)):
            found = recovered_in(laid_out(disk, tmp_path / "cut", chance, is_power_cut=True))
            assert_is_a_state_that_existed(found, session.moments, count)


def test_a_run_after_a_cut_can_be_cut_too(session: Session, tmp_path: Path, chance: random.Random) -> None:
    places = list(cuts(session.files))
    for first in chance.sample(places, times(6, 200)):
        folder = laid_out(session.files.disk_after(*first), tmp_path / "first", chance, chance.random() < 0.5)
        again = Session(folder, chance)
        again.work(4)
        for count, part_bytes in chance.sample(list(cuts(again.files)), times(10, 100)):
            disk = again.files.disk_after(count, part_bytes)
            found = recovered_in(laid_out(disk, tmp_path / "second", chance, is_power_cut=chance.random() < 0.7))
            assert_is_a_state_that_existed(found, again.moments, count)


@pytest.mark.parametrize("kind", ["sync", "sync_folder"])
def test_the_proof_would_notice_missing_syncs(
    session: Session, tmp_path: Path, chance: random.Random, kind: str
) -> None:
    session.files.operations = [operation for operation in session.files.operations if operation.kind != kind]
    last = Moment(len(session.files.operations), session.moments[-1].state, is_reported=True)

    def cut_at_the_end() -> None:
        for _ in range(20):
            folder = laid_out(session.files.disk_after(last.operations), tmp_path / "cut", chance, is_power_cut=True)
            assert_is_a_state_that_existed(recovered_in(folder), [last], last.operations)

    with pytest.raises(AssertionError):
        cut_at_the_end()
