"""Earlier versions of texts: each comes back exactly, old ones go, and a damaged one costs no other."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.gui.editor.snapshots import KEPT, KEPT_DAYS, Occasion, SnapshotDamaged, Snapshots
from lapwing.gui.editor.text_diff import Side, compare

DAY_MS = 86_400_000


class Clock:
    now_ms = 1_700_000_000_000

    def __call__(self) -> int:
        return self.now_ms


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def snapshots(tmp_path: Path, clock: Clock) -> Snapshots:
    return Snapshots(tmp_path / "versions", clock)


def test_each_version_comes_back_exactly_and_the_same_text_is_kept_once(snapshots: Snapshots, tmp_path: Path) -> None:
    texts = ["select 1", "", "\ud800 \u202e \U0001f600\r\n", "x" * 100_000]
    for text in texts:
        snapshots.keep("a", text, Occasion.RUN)
        snapshots.keep("a", text, Occasion.SAVE)
    assert [snapshots.read(one) for one in snapshots.of("a")] == texts[::-1]
    again = Snapshots(tmp_path / "versions")
    again.keep("a", texts[-1], Occasion.RUN)
    assert len(again.of("a")) == len(texts)
    assert again.of("b") == []


def test_only_so_many_are_kept_for_so_long_and_the_newest_stays(snapshots: Snapshots, clock: Clock) -> None:
    for number in range(KEPT + 5):
        clock.now_ms += 1_000
        snapshots.keep("a", f"select {number}", Occasion.EDIT)
    assert [snapshots.read(one) for one in snapshots.of("a")][::49] == ["select 54", "select 5"]
    clock.now_ms += (KEPT_DAYS + 1) * DAY_MS
    snapshots.keep("a", "new", Occasion.EDIT)
    assert [snapshots.read(one) for one in snapshots.of("a")] == ["new"]
    clock.now_ms += (KEPT_DAYS + 1) * DAY_MS
    snapshots.keep("b", "other", Occasion.EDIT)
    snapshots.sweep()
    assert (snapshots.of("a"), len(snapshots.of("b"))) == ([], 1)


def test_a_damaged_version_is_said_and_the_others_can_be_read(snapshots: Snapshots) -> None:
    snapshots.keep("a", "one", Occasion.OPEN)
    snapshots.keep("a", "two", Occasion.SAVE)
    newest = snapshots.of("a")[0]
    newest.path.write_bytes(newest.path.read_bytes()[:-3])
    with pytest.raises(SnapshotDamaged):
        snapshots.read(newest)
    assert snapshots.read(snapshots.of("a")[1]) == "one"
    assert newest.path.stat().st_mode & 0o077 == 0


LINES = st.lists(st.sampled_from(["a", "b", "", "c" * 5_000]), max_size=12)


@given(old=LINES, new=LINES)
def test_differences_lead_from_one_text_to_the_other(old: list[str], new: list[str]) -> None:
    before, after = "\n".join(old), "\n".join(new)
    diff = compare(before, after)
    assert (not diff.lines) == (before == after)
    lines, now = before.split("\n"), after.split("\n")
    gone = {line.old - 1 for line in diff.lines if line.side is Side.OLD}
    came = {line.new - 1 for line in diff.lines if line.side is Side.NEW}
    assert [line for at, line in enumerate(lines) if at not in gone] == [
        line for at, line in enumerate(now) if at not in came
    ]
    assert (diff.removed, diff.added) == (len(gone), len(came))
    for line in diff.lines:
        if line.side is Side.BOTH:
            assert lines[line.old - 1] == now[line.new - 1]
