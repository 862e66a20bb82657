"""The journal gives back what it was told, whatever happened in between."""

import dataclasses
import errno
import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.recording_files import FailingFiles
from helpers.waiting import eventually
from lapwing.gui import journal as journal_module
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord, Limits, Recovered, WindowRecord, new_id
from lapwing.settings.files import FileLayer

NEVER_S = 3_600.0
"""A delay that no test lives to see: only `flush` and `close` write."""
SMALL = Limits(chunk_chars=16, log_bytes=120, log_edits=8, closed_count=3, closed_chars=100)
ODD = "select '\0\u2028\ud83d\ude00 \ud83d';\r\n\U0001f600\udcff\u202e--"


class Quick(FileLayer):
    """The real thing without waiting for the disk."""

    def sync(self, fd: int) -> None:
        """Left to the kernel."""

    def sync_folder(self, folder: Path) -> None:
        """Left to the kernel."""


@contextmanager
def running(
    folder: Path, clean: bool = True, limits: Limits | None = None, layer: FileLayer | None = None
) -> Iterator[tuple[Journal, Recovered]]:
    journal = Journal(folder, layer or Quick(), NEVER_S, limits=limits)
    recovered = journal.recover()
    journal.start()
    try:
        yield journal, recovered
    finally:
        journal.close(clean)


def left_in(folder: Path) -> Recovered:
    """What a start finds there."""
    with running(folder) as (_journal, recovered):
        return recovered


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in {"lock", "windows.json"})


def test_a_first_start_finds_nothing_and_says_nothing(tmp_path: Path) -> None:
    assert left_in(tmp_path / "journal") == Recovered((), {}, (), True, ())


def test_everything_about_editors_and_windows_comes_back_exactly(tmp_path: Path) -> None:
    editor = EditorRecord(
        "a-1",
        "T\udcff",
        "/f/\udcfe",
        "utf-16",
        "\r\n",
        "c",
        "sqlite:///x",
        ODD,
        3,
        5,
        7,
        is_modified=True,
        mode="manual",
    )
    window = WindowRecord("w", "AAEC", {"split": "x\udcff", "odd\0": "base64:no"}, ("a-1",), "a-1")
    with running(tmp_path) as (journal, _):
        journal.replace(editor)
        journal.window(window)
        assert journal.record("a-1") == editor
    assert left_in(tmp_path) == Recovered((window,), {"a-1": editor}, (), True, ())


def test_a_run_that_did_not_end_well_is_told(tmp_path: Path) -> None:
    with running(tmp_path, clean=False) as (journal, _):
        journal.replace(EditorRecord("a", text="x"))
    assert not left_in(tmp_path).was_clean
    assert left_in(tmp_path).was_clean


def test_edits_arrive_without_being_asked_to(tmp_path: Path) -> None:
    journal = Journal(tmp_path, Quick(), delay_s=0.01)
    journal.start()
    journal.replace(EditorRecord("a"))
    journal.edited("a", 0, 0, "typed")
    eventually(lambda: b"typed" in b"".join(path.read_bytes() for path in tmp_path.glob("*.editor")))
    journal.edited("a", 5, 0, "more")
    eventually(lambda: b"more" in (tmp_path / "a.editor").read_bytes())
    journal.close(clean=True)


@given(st.data())
def test_any_script_of_edits_equals_the_same_edits_of_a_string(tmp_path: Path, data: st.DataObject) -> None:
    folder = tmp_path / new_id()
    alphabet = st.text(alphabet=st.sampled_from("xy\n\0\u2028\ud83d\ude00\U0001f600"), max_size=30)
    text = data.draw(alphabet)
    with running(folder, limits=SMALL) as (journal, _):
        journal.replace(EditorRecord("e", text=text))
        for _ in range(data.draw(st.integers(0, 25))):
            position = data.draw(st.integers(0, len(text)))
            removed = data.draw(st.integers(0, len(text) - position))
            added = data.draw(alphabet)
            journal.edited("e", position, removed, added)
            text = text[:position] + added + text[position + removed :]
            if data.draw(st.booleans()):
                assert journal.flush(60)
    assert left_in(folder).editors["e"].text == text
    shutil.rmtree(folder)


def test_small_edits_of_a_large_text_write_little(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        journal.replace(EditorRecord("e", text="x" * 2_000_000))
        assert journal.flush(60)
        size_bytes = (tmp_path / "e.editor").stat().st_size
        inode = (tmp_path / "e.editor").stat().st_ino
        for position in range(50):
            journal.edited("e", 1_000_000 + position, 0, "y")
        journal.describe("e", caret=1_000_050)
        assert journal.flush(60)
        assert (tmp_path / "e.editor").stat().st_ino == inode
        assert (tmp_path / "e.editor").stat().st_size - size_bytes < 200


def test_a_log_that_outgrew_its_text_is_compacted(tmp_path: Path) -> None:
    with running(tmp_path, limits=SMALL) as (journal, _):
        journal.replace(EditorRecord("e"))
        for number in range(400):
            journal.edited("e", 0, 1 if number else 0, "z")
            assert journal.flush(60)
        assert (tmp_path / "e.editor").stat().st_size < 1_000
    assert left_in(tmp_path).editors["e"].text == "z"


def test_saving_an_unchanged_text_does_not_write_it_again(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        journal.replace(EditorRecord("e", text="x" * 100_000, is_modified=True))
        assert journal.flush(60)
        inode = (tmp_path / "e.editor").stat().st_ino
        journal.replace(EditorRecord("e", text="x" * 100_000, file_path="/saved.sql"))
        assert journal.flush(60)
        assert (tmp_path / "e.editor").stat().st_ino == inode
    assert left_in(tmp_path).editors["e"].file_path == "/saved.sql"


def test_closed_editors_can_be_opened_again_in_this_run_and_the_next(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        for name in "abc":
            journal.replace(EditorRecord(name, title=name.upper(), text=name))
        for name in "bac":
            journal.closed(name)
        assert journal.recently_closed() == (("c", "C"), ("a", "A"), ("b", "B"))
        assert journal.reopen() == EditorRecord("c", title="C", text="c")
        journal.edited("c", 1, 0, "!")
    with running(tmp_path) as (journal, recovered):
        assert [record.id for record in recovered.closed] == ["a", "b"]
        assert recovered.editors == {"c": EditorRecord("c", title="C", text="c!")}
        assert journal.reopen("b") == EditorRecord("b", title="B", text="b")
        assert journal.reopen("b") is None
        assert journal.reopen("nobody") is None
    assert list(left_in(tmp_path).editors) == ["b", "c"]


def test_empty_editors_are_not_kept_when_closed_but_those_of_files_are(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        journal.replace(EditorRecord("empty"))
        journal.replace(EditorRecord("file", file_path="/x.sql"))
        assert journal.flush(60)
        journal.closed("empty")
        journal.closed("file")
        assert [name for name, _title in journal.recently_closed()] == ["file"]
    assert files_in(tmp_path) == ["file.editor"]


def test_a_thousand_editors_opened_and_closed_leave_nothing_behind(tmp_path: Path) -> None:
    with running(tmp_path, limits=SMALL) as (journal, _):
        for number in range(1_000):
            journal.replace(EditorRecord(f"e{number}", text="text"))
            if number % 50 == 0:
                assert journal.flush(60)
            journal.closed(f"e{number}")
        assert journal.flush(60)
        assert files_in(tmp_path) == ["e997.editor", "e998.editor", "e999.editor"]
        gc.collect()
        kept = [thing for thing in gc.get_objects() if type(thing).__name__ == "OpenEditor"]
        kept = [thing for thing in kept if re.fullmatch(r"e[0-9]+", thing.file.editor_id)]  # other tests' are not ours
        assert len(kept) == 3


def test_closed_texts_are_bounded_by_their_size_but_the_last_one_stays(tmp_path: Path) -> None:
    with running(tmp_path, limits=SMALL) as (journal, _):
        for name, size in (("a", 60), ("b", 60), ("c", 500)):
            journal.replace(EditorRecord(name, text="x" * size))
            journal.closed(name)
        assert [name for name, _title in journal.recently_closed()] == ["c"]


def test_a_closed_window_takes_its_editors_along(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        for name in "abc":
            journal.replace(EditorRecord(name, text=name))
        journal.window(WindowRecord("one", tabs=("a", "b"), active="a"))
        journal.window(WindowRecord("two", tabs=("c", "b"), active="b"))
        journal.window_closed("one")
        journal.window_closed("never seen")
    found = left_in(tmp_path)
    assert found.windows == (WindowRecord("two", tabs=("c", "b"), active="b"),)
    assert [record.id for record in found.closed] == ["a"]


def test_every_open_editor_is_in_exactly_one_window_whatever_the_layout_says(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        for name in "abc":
            journal.replace(EditorRecord(name, text=name))
        journal.window(WindowRecord("one", tabs=("a", "gone", "a"), active="gone"))
        journal.window(WindowRecord("two", tabs=("a",), active="a"))
    assert left_in(tmp_path).windows == (
        WindowRecord("one", tabs=("a", "b", "c"), active="c"),
        WindowRecord("two"),
    )


def test_editors_without_any_window_get_one(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        journal.replace(EditorRecord("a", text="x"))
    (window,) = left_in(tmp_path).windows
    assert (window.tabs, window.active) == (("a",), "a")


def test_a_window_changed_by_its_owner_after_telling_is_told_again(tmp_path: Path) -> None:
    state = {"split": "1"}
    with running(tmp_path) as (journal, _):
        journal.window(WindowRecord("w", state=state))
        assert journal.flush(60)
        state["split"] = "2"
        journal.window(WindowRecord("w", state=state))
    assert left_in(tmp_path).windows[0].state == {"split": "2"}


def test_carets_stay_within_the_text(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        journal.replace(EditorRecord("a", text="abc", caret=99, anchor=-4))
    record = left_in(tmp_path).editors["a"]
    assert (record.caret, record.anchor) == (3, 0)


def test_wrong_calls_are_refused_and_change_nothing(tmp_path: Path) -> None:
    with running(tmp_path) as (journal, _):
        journal.replace(EditorRecord("a", text="abc"))
        with pytest.raises(ValueError, match="code points"):
            journal.edited("a", 2, 2, "")
        with pytest.raises(KeyError):
            journal.edited("b", 0, 0, "")
        with pytest.raises(TypeError):
            journal.describe("a", text="x")
        with pytest.raises(TypeError):
            journal.describe("a", caret="x")
        for name in ("", "../up", "a b", "x" * 65, ".hidden"):
            with pytest.raises(ValueError, match="no id"):
                journal.replace(EditorRecord(name))
        assert journal.record("a") == EditorRecord("a", text="abc")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_disk_that_fails_is_told_and_nothing_is_lost(tmp_path: Path, code: int) -> None:
    files = FailingFiles()
    told: list[str | None] = []
    journal = Journal(tmp_path, files, NEVER_S, told.append, SMALL, retry_s=NEVER_S)
    journal.start()
    journal.replace(EditorRecord("a", text="before "))
    assert journal.flush(60)
    files.fail(0, code)
    journal.edited("a", 7, 0, "during")
    journal.replace(EditorRecord("b", text="new"))
    assert not journal.flush(60)
    assert told == [
        f"Your texts cannot be written to {tmp_path}: {os.strerror(code)}. "
        "They are kept in memory and written as soon as that works again. Make room, or save them elsewhere."
    ]
    assert not journal.flush(60)
    assert len(told) == 1
    assert journal.record("a").text == "before during"
    files.heal()
    assert journal.flush(60)
    assert told[1:] == [None]
    journal.close(clean=True)
    assert {name: record.text for name, record in left_in(tmp_path).editors.items()} == {
        "a": "before during",
        "b": "new",
    }
    assert files_in(tmp_path) == ["a.editor", "b.editor"]


def test_a_disk_that_works_again_is_noticed_without_being_asked_to(tmp_path: Path) -> None:
    files = FailingFiles()
    told: list[str | None] = []
    journal = Journal(tmp_path, files, delay_s=0.001, on_trouble=told.append, retry_s=0.01)
    files.fail(0, errno.ENOSPC)
    journal.start()
    journal.replace(EditorRecord("a", text="kept"))
    eventually(lambda: files.failed > 20)
    files.heal()
    eventually(lambda: told[-1:] == [None])
    journal.close(clean=True)
    assert left_in(tmp_path).editors["a"].text == "kept"


def test_an_editor_opened_again_after_its_file_could_not_be_removed_stays(tmp_path: Path) -> None:
    files = FailingFiles()
    journal = Journal(tmp_path, files, NEVER_S, retry_s=NEVER_S)
    journal.start()
    journal.replace(EditorRecord("a"))
    assert journal.flush(60)
    journal.closed("a")
    files.fail(0, errno.EIO)
    assert not journal.flush(60)
    files.heal()
    journal.replace(EditorRecord("a", text="back"))
    assert journal.flush(60)
    assert journal.close(clean=True)
    assert left_in(tmp_path).editors["a"].text == "back"


def test_a_failure_at_any_operation_loses_nothing(tmp_path: Path) -> None:
    """Every operation of a session fails once, with all that follow in the same round or alone."""
    number, count = 0, 1
    while True:
        folder = tmp_path / f"{number}-{count}"
        files = FailingFiles()
        journal = Journal(folder, files, NEVER_S, limits=SMALL, retry_s=NEVER_S)
        files.fail(number, errno.ENOSPC if number % 2 else errno.EIO, count)
        journal.start()
        text = _session(journal)
        files.heal()
        assert journal.flush(60)
        assert journal.close(clean=True)
        assert {name: record.text for name, record in left_in(folder).editors.items()} == {"a": text, "b": "stays"}
        assert files_in(folder) == ["a.editor", "b.editor"]
        if not files.failed and count > 1:
            return
        number, count = (number + 1, 1) if count > 1 else (number, 1_000)


def _session(journal: Journal) -> str:
    journal.replace(EditorRecord("b", text="stays"))
    journal.replace(EditorRecord("c"))
    journal.replace(EditorRecord("a"))
    journal.flush(60)
    journal.closed("c")
    text = ""
    for number in range(10):
        journal.edited("a", len(text), 0, f"{number} ")
        journal.describe("a", caret=len(text))
        text += f"{number} "
        if number % 3 == 0:
            journal.flush(60)
    return text


def test_a_folder_removed_while_running_is_made_again_with_everything_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    with running(folder) as (journal, _):
        for name in "ab":
            journal.replace(EditorRecord(name, text=name))
        assert journal.flush(60)
        shutil.rmtree(folder)
        journal.edited("a", 1, 0, "!")
        assert journal.flush(60)
        (folder / "b.editor").unlink()
        journal.edited("b", 1, 0, "!")
    assert {name: record.text for name, record in left_in(folder).editors.items()} == {"a": "a!", "b": "b!"}


def test_a_folder_that_cannot_be_used_costs_a_notice_and_is_used_when_it_can_be(tmp_path: Path) -> None:
    folder = tmp_path / "in the way" / "journal"
    folder.parent.write_text("a file")
    told: list[str | None] = []
    journal = Journal(folder, Quick(), NEVER_S, told.append)
    recovered = journal.recover()
    assert "cannot be used" in recovered.notices[0]
    journal.start()
    journal.replace(EditorRecord("a", text="x"))
    assert not journal.flush(60)
    folder.parent.unlink()
    assert journal.flush(60)
    assert told[0]
    assert told[1] is None
    journal.close(clean=True)
    assert left_in(folder).editors["a"].text == "x"


def test_files_and_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    with running(folder) as (journal, _):
        journal.replace(EditorRecord("a", text="x"))
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_drafts_of_a_killed_process_are_swept(tmp_path: Path) -> None:
    (tmp_path / ".a.new").write_text("half")
    (tmp_path / ".windows.json.77.aa.new").write_text("half")
    with running(tmp_path):
        pass
    assert files_in(tmp_path) == []


def test_a_defect_in_the_writer_is_told_and_the_writer_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Odd(Quick):
        is_odd = True

        def append_to(self, path: Path) -> int:
            if self.is_odd:
                raise RuntimeError("nobody expected this")
            return super().append_to(path)

    layer = Odd()
    told: list[str | None] = []
    journal = Journal(tmp_path, layer, NEVER_S, told.append, retry_s=NEVER_S)
    journal.start()
    journal.replace(EditorRecord("a"))
    assert journal.flush(60)
    journal.edited("a", 0, 0, "x")
    assert not journal.flush(60)
    assert "RuntimeError" in str(told[0])
    assert "nobody expected this" in caplog.text
    layer.is_odd = False
    assert journal.flush(60)
    journal.close(clean=True)
    assert left_in(tmp_path).editors["a"].text == "x"


def test_a_listener_that_fails_does_not_end_the_writer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def listener(_sentence: str | None) -> None:
        raise RuntimeError("the window is gone")

    files = FailingFiles()
    journal = Journal(tmp_path, files, NEVER_S, listener, retry_s=NEVER_S)
    journal.start()
    files.fail(0, errno.ENOSPC)
    journal.replace(EditorRecord("a", text="x"))
    assert not journal.flush(60)
    files.heal()
    assert journal.flush(60)
    assert journal.close(clean=True)
    assert "the window is gone" in caplog.text
    assert left_in(tmp_path).editors["a"].text == "x"


def test_what_is_unwritten_when_the_program_ends_without_a_word_is_written(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from lapwing.gui.journal import Journal;"
        "from lapwing.gui.journal_records import EditorRecord;"
        "journal = Journal(Path(sys.argv[1]), delay_s=3600); journal.start();"
        "journal.replace(EditorRecord('a', text='last words')); raise SystemExit"
    )
    app = Path(journal_module.__file__).parents[2]
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], env=os.environ | {"PYTHONPATH": str(app)}, check=True
    )
    found = left_in(tmp_path)
    assert found.editors["a"].text == "last words"
    assert not found.was_clean


def test_the_journal_loads_no_qt() -> None:
    program = (
        "import sys, lapwing.gui.journal, lapwing.gui.profile_door, lapwing.gui.crash_notice;"
        "sys.exit(any(name.split('.')[0] in {'PySide6', 'shiboken6', 'qasync'} for name in sys.modules))"
    )
    app = Path(journal_module.__file__).parents[2]
    subprocess.run([sys.executable, "-c", program], env=os.environ | {"PYTHONPATH": str(app)}, check=True)


def test_closing_says_when_something_could_not_be_written(tmp_path: Path) -> None:
    files = FailingFiles()
    journal = Journal(tmp_path, files, NEVER_S)
    journal.start()
    assert journal.flush(60)
    files.fail(0, errno.ENOSPC)
    journal.replace(EditorRecord("a", text="x"))
    assert not journal.close(clean=True)
    assert not left_in(tmp_path).was_clean


def test_ids_are_new() -> None:
    assert len({new_id() for _ in range(100)}) == 100
    assert dataclasses.replace(EditorRecord("a"), id="b") == EditorRecord("b")
