"""Damaged, older and newer files: never mixed, never silently dropped, never overwritten."""

import errno
import random
import struct
from pathlib import Path

import pytest

from helpers.counts import times
from helpers.recording_files import FailingFiles
from lapwing.domain.errors import StoredNewer
from lapwing.gui import journal_format
from lapwing.gui.journal import Journal
from lapwing.gui.journal_records import EditorRecord, Recovered, WindowRecord
from lapwing.gui.journal_text import Edit
from lapwing.settings.files import FileLayer

NEVER_S = 3_600.0


class Quick(FileLayer):
    """The real thing without waiting for the disk."""

    def sync(self, fd: int) -> None:
        """Left to the kernel."""

    def sync_folder(self, folder: Path) -> None:
        """Left to the kernel."""


def started(folder: Path) -> tuple[Journal, Recovered]:
    journal = Journal(folder, Quick(), NEVER_S)
    recovered = journal.recover()
    journal.start()
    return journal, recovered


def written(folder: Path, clean: bool = True) -> list[int]:
    """Write an editor with a snapshot and three batches; returns where each ends in its file."""
    journal, _ = started(folder)
    journal.replace(EditorRecord("a", title="Query 1", text="one "))
    ends = []
    for word in ("", "two ", "three ", "four"):
        if word:
            journal.edited("a", len(journal.record("a").text), 0, word)
        assert journal.flush(60)
        ends.append((folder / "a.editor").stat().st_size)
    journal.close(clean)
    return ends


def found_in(folder: Path) -> Recovered:
    journal, recovered = started(folder)
    journal.close(clean=True)
    return recovered


def flip(path: Path, offset: int) -> None:
    data = bytearray(path.read_bytes())
    data[offset] ^= 0x40
    path.write_bytes(data)


def test_a_torn_last_batch_is_ignored_without_a_word(tmp_path: Path) -> None:
    ends = written(tmp_path, clean=False)
    file = tmp_path / "a.editor"
    file.write_bytes(file.read_bytes()[:-1])
    found = found_in(tmp_path)
    assert (found.editors["a"].text, found.notices) == ("one two three ", ())
    assert found_in(tmp_path).editors["a"].text == "one two three "
    assert ends == sorted(ends)


def test_what_follows_a_torn_batch_is_not_appended_to_it(tmp_path: Path) -> None:
    written(tmp_path, clean=False)
    file = tmp_path / "a.editor"
    file.write_bytes(file.read_bytes()[:-3])
    journal, _ = started(tmp_path)
    journal.edited("a", 0, 0, "zero ")
    journal.close(clean=True)
    assert found_in(tmp_path).editors["a"].text == "zero one two three "


def test_a_torn_batch_after_a_clean_end_is_damage(tmp_path: Path) -> None:
    written(tmp_path)
    file = tmp_path / "a.editor"
    file.write_bytes(file.read_bytes()[:-1])
    found = found_in(tmp_path)
    assert found.editors["a"].text == "one two three "
    assert len(found.notices) == 1


def test_damage_in_the_middle_keeps_what_is_before_it_and_the_damaged_file(tmp_path: Path) -> None:
    ends = written(tmp_path, clean=False)
    file = tmp_path / "a.editor"
    flip(file, ends[1] - 2)
    damaged = file.read_bytes()
    found = found_in(tmp_path)
    assert found.editors["a"].text == "one "
    assert found.editors["a"].is_modified
    (notice,) = found.notices
    (kept,) = tmp_path.glob("a.editor.damaged-*")
    assert "Query 1" in notice
    assert str(kept) in notice
    assert kept.read_bytes() == damaged
    again = found_in(tmp_path)
    assert (again.editors["a"].text, again.notices) == ("one ", ())


def test_damage_to_a_length_is_not_taken_for_a_torn_end(tmp_path: Path) -> None:
    ends = written(tmp_path, clean=False)
    file = tmp_path / "a.editor"
    data = bytearray(file.read_bytes())
    struct.pack_into("<I", data, ends[0] + 4, 1 << 30)
    file.write_bytes(data)
    found = found_in(tmp_path)
    assert found.editors["a"].text == "one "
    assert len(found.notices) == 1


def test_a_snapshot_that_stops_short_gives_its_beginning(tmp_path: Path) -> None:
    journal, _ = started(tmp_path)
    journal.replace(EditorRecord("a", title="Long", text="x" * 100_000, file_path="/x.sql"))
    journal.close(clean=False)
    file = tmp_path / "a.editor"
    file.write_bytes(file.read_bytes()[:70_000])
    found = found_in(tmp_path)
    assert found.editors["a"] == EditorRecord("a", "Long", "/x.sql", text="x" * 65_536, is_modified=True)
    assert len(found.notices) == 1


@pytest.mark.parametrize("data", [b"", b"select 1", b"\0" * 500, journal_format.head(b"12345678")])
def test_a_file_that_tells_nothing_is_kept_under_another_name(tmp_path: Path, data: bytes) -> None:
    written(tmp_path)
    (tmp_path / "b.editor").write_bytes(data)
    found = found_in(tmp_path)
    assert list(found.editors) == ["a"]
    (kept,) = tmp_path.glob("b.editor.damaged-*")
    assert kept.read_bytes() == data
    assert str(kept) in found.notices[0]
    assert found_in(tmp_path).notices == ()


def test_a_file_that_cannot_be_read_is_told_and_left(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "b.editor").mkdir()
    found = found_in(tmp_path)
    assert list(found.editors) == ["a"]
    assert "cannot be read" in found.notices[0]
    assert (tmp_path / "b.editor").is_dir()


def test_any_flipped_or_missing_byte_gives_a_state_that_existed(tmp_path: Path, chance: random.Random) -> None:
    written(tmp_path / "whole", clean=False)
    whole = (tmp_path / "whole" / "a.editor").read_bytes()
    states = {"one ", "one two ", "one two three ", "one two three four"}
    for round_ in range(times(150, 5_000)):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        try:
            reading = journal_format.read(bytes(data), "a", 16)
        except (journal_format.FileUnclear, StoredNewer):
            continue
        is_partial = reading.is_damaged and "characters of" in reading.broken
        assert str(reading.text) in states or (is_partial and "one ".startswith(str(reading.text))), round_


def test_a_hostile_file_does_not_cost_minutes() -> None:
    salt = b"12345678"
    start = journal_format.head(salt) + next(journal_format.snapshot({}, [], salt))
    marker = struct.pack("<4sIII", b"\xf5LWR", 500_000, 9, 0)
    reading = journal_format.read(start + b"?" + marker * 100_000, "a", 16)
    assert reading.broken
    assert str(reading.text) == ""


def test_a_damaged_layout_costs_the_layout_only(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "windows.json").write_text("{")
    found = found_in(tmp_path)
    assert found.editors["a"].text == "one two three four"
    assert found.windows[0].tabs == ("a",)
    assert not found.was_clean
    assert "windows.json" in found.notices[0]
    assert len(list(tmp_path.glob("windows.json.damaged-*"))) == 1


@pytest.mark.parametrize("is_layout", [False, True])
def test_a_newer_journal_is_left_as_it_is_and_a_fresh_one_begun_beside_it(tmp_path: Path, is_layout: bool) -> None:
    folder = tmp_path / "journal"
    written(folder)
    if is_layout:
        (folder / "windows.json").write_text('{"version": 2, "later": []}')
    else:
        data = bytearray((folder / "a.editor").read_bytes())
        struct.pack_into("<H", data, 15, 2)
        (folder / "a.editor").write_bytes(data)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    journal, found = started(folder)
    journal.replace(EditorRecord("b", text="meanwhile"))
    journal.close(clean=True)
    assert found.editors == {}
    assert "newer Lapwing" in found.notices[0]
    assert str(tmp_path / "journal-2") in found.notices[0]
    assert found_in(folder).editors["b"].text == "meanwhile"
    assert before == {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_an_older_file_is_written_anew_after_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path)
    older = (tmp_path / "a.editor").read_bytes()
    monkeypatch.setattr(journal_format, "VERSION", 2)
    monkeypatch.setattr(journal_format, "READABLE", {1, 2})
    found = found_in(tmp_path)
    assert (found.editors["a"].text, found.notices) == ("one two three four", ())
    assert (tmp_path / "a.editor.v1.backup").read_bytes() == older
    assert struct.unpack_from("<H", (tmp_path / "a.editor").read_bytes(), 15) == (2,)
    assert found_in(tmp_path).editors["a"].text == "one two three four"
    assert len(list(tmp_path.glob("*.backup"))) == 1


def test_two_processes_never_write_to_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    first, _ = started(folder)
    second, found = started(folder)
    first.replace(EditorRecord("a", text="first"))
    second.replace(EditorRecord("b", text="second"))
    second.window(WindowRecord("w", tabs=("b",)))
    first.close(clean=True)
    second.close(clean=True)
    assert "Another Lapwing uses" in found.notices[0]
    both = found_in(folder)
    assert {name: record.text for name, record in both.editors.items()} == {"a": "first", "b": "second"}
    assert both.notices == ()
    assert not (tmp_path / "journal-2").exists()


def test_texts_are_brought_home_once_the_first_folder_can_be_used_again(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    folder.mkdir()
    (folder / "windows.json").write_text('{"version": 2}')
    journal, _ = started(folder)
    journal.replace(EditorRecord("b", text="meanwhile"))
    journal.close(clean=True)
    (folder / "windows.json").unlink()
    (tmp_path / "journal-2" / "note.txt").write_text("a person's own")
    assert found_in(folder).editors["b"].text == "meanwhile"
    assert [path.name for path in (tmp_path / "journal-2").iterdir()] == ["note.txt"]


def test_texts_of_a_living_process_are_not_brought_home(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    first, _ = started(folder)
    second, _ = started(folder)
    second.replace(EditorRecord("b", text="second"))
    assert second.flush(60)
    first.close(clean=True)
    third, found = started(folder)
    assert found.editors == {}
    second.edited("b", 6, 0, "!")
    second.close(clean=True)
    third.close(clean=True)
    assert found_in(folder).editors["b"].text == "second!"


def test_batches_that_make_no_sense_are_damage_although_they_are_whole() -> None:
    salt = b"12345678"
    start = journal_format.head(salt) + b"".join(journal_format.snapshot({"title": "T"}, ["abc"], salt))
    good = journal_format.batch(2, [Edit(3, 0, "d")], {"caret": 4}, salt)
    for batch in (
        journal_format.batch(3, [Edit(4, 0, "e"), Edit(9, 0, "x")], {}, salt),
        journal_format.batch(3, [Edit(4, 0, "e")], {"unheard of": 1}, salt),
        journal_format.batch(3, [Edit(4, 0, "e")], {"caret": "x"}, salt),
        good,
    ):
        reading = journal_format.read(start + good + batch, "a", 16)
        assert (str(reading.text), reading.facts) == ("abcd", {"title": "T", "caret": 4})
        assert reading.broken
        assert reading.is_damaged or batch is good
    assert not journal_format.read(start + good, "a", 16).broken


def test_a_layout_that_cannot_be_read_costs_the_layout_only(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "windows.json").unlink()
    (tmp_path / "windows.json").mkdir()
    journal, found = started(tmp_path)
    assert found.editors["a"].text == "one two three four"
    assert "windows.json cannot be read" in found.notices[0]
    journal.edited("a", 0, 0, "zero ")
    assert not journal.close(clean=True)
    (tmp_path / "windows.json").rmdir()
    assert found_in(tmp_path).editors["a"].text == "zero one two three four"


def test_a_folder_that_cannot_be_locked_is_used_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    written(tmp_path)
    assert found_in(tmp_path).editors["a"].text == "one two three four"


def test_a_file_that_tells_nothing_and_cannot_be_renamed_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.editor").write_bytes(b"select 1")
    files = FailingFiles()
    files.fail(0, errno.EROFS)
    journal = Journal(tmp_path, files, NEVER_S)
    found = journal.recover()
    journal.close(clean=False)
    assert str(tmp_path / "b.editor") in found.notices[0]
    assert (tmp_path / "b.editor").read_bytes() == b"select 1"


def test_an_editor_that_is_at_home_already_is_not_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    written(folder)
    written(tmp_path / "journal-2")
    (tmp_path / "journal-2" / "a.editor").write_bytes(b"another")
    assert found_in(folder).editors["a"].text == "one two three four"
    assert (tmp_path / "journal-2" / "a.editor").read_bytes() == b"another"


def test_of_a_text_that_is_damaged_again_and_again_every_copy_is_kept(tmp_path: Path) -> None:
    written(tmp_path)
    damages = [f"damage {number}".encode() for number in range(10)]
    for damage in damages:
        (tmp_path / "b.editor").write_bytes(damage)
        found_in(tmp_path)
    assert sorted(kept.read_bytes() for kept in tmp_path.glob("b.editor.damaged-*")) == damages
