"""Documents: old or new after any failure, never mixed; older ones migrated, newer ones left, damaged ones kept."""

import errno
import json
import os
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.counts import times
from helpers.recording_files import FailingFiles, RecordingFiles, cuts
from lapwing.domain.errors import StoredDamaged, StoredNewer, StoredUnreadable
from lapwing.settings.documents import Document, DocumentKind
from lapwing.settings.files import FileLayer, write_whole


@dataclass(frozen=True, slots=True)
class Notes:
    texts: tuple[str, ...] = ()
    size: int = 7


def rename_field(stored: dict[str, Any]) -> dict[str, Any]:
    stored["texts"] = [line["text"] for line in stored.pop("lines")]
    return stored


def split_text(stored: dict[str, Any]) -> dict[str, Any]:
    stored["lines"] = [{"text": text} for text in stored.pop("text").split("\n")]
    return stored


KIND = DocumentKind(Notes, version=3, migrations={1: split_text, 2: rename_field})
OLD = Notes(("old",), 1)
NEW = Notes(("new", "much longer than before" * 30), 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "notes.json"


def document(path: Path, layer: FileLayer | None = None) -> Document[Notes]:
    return Document(path, KIND, layer)


def others(path: Path) -> list[str]:
    """What lies beside the document."""
    return sorted(entry.name for entry in path.parent.iterdir() if entry != path)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))), st.integers(-(2**63), 2**63 - 1))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, texts: list[str], size: int) -> None:
    path = tmp_path_factory.mktemp("notes") / "notes.json"
    document(path).write(Notes(tuple(texts), size))
    assert document(path).read() == Notes(tuple(texts), size)


def test_a_document_is_a_file_that_a_person_can_read_and_nobody_else(path: Path) -> None:
    assert document(path).read() == Notes()
    assert not path.exists()
    document(path).write(Notes(("Straße",)))
    assert path.read_text().splitlines()[:2] == ["{", '  "version": 3,']
    assert "Straße" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert document(path).read() == Notes(("Straße",))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("count", [1, 1 << 60])
def test_any_operation_may_fail_and_the_content_is_the_old_or_the_new(path: Path, code: int, count: int) -> None:
    """Creating, writing, syncing, renaming, and syncing the folder."""
    for number in range(5):
        document(path).write(OLD)
        layer = FailingFiles()
        layer.fail(number, code, count)
        with pytest.raises(OSError, match=re.escape(os.strerror(code))):
            document(path, layer).write(NEW)
        assert document(path).read() == (OLD if number < 4 else NEW), number
        assert others(path) == [] or count > 1
        for left in others(path):
            (path.parent / left).unlink()
    layer.fail(5, code, count)
    document(path, layer).write(NEW)
    assert document(path).read() == NEW


def test_a_process_killed_at_any_moment_leaves_the_old_or_the_new(path: Path, tmp_path: Path) -> None:
    document(path).write(OLD)
    files = RecordingFiles(path.parent)
    document(path, files).write(NEW)
    for number, (count, part_bytes) in enumerate(cuts(files)):
        if part_bytes % 50 > 1:
            continue
        left = tmp_path / "killed" / str(number)
        files.disk_after(count, part_bytes).put_as_killed(left)
        assert document(left / path.name).read() in (OLD, NEW)


def test_a_power_cut_at_any_moment_leaves_the_old_or_the_new(path: Path, tmp_path: Path, chance: random.Random) -> None:
    document(path).write(OLD)
    files = RecordingFiles(path.parent)
    document(path, files).write(NEW)
    for number in range(times(200, 5_000)):
        count = chance.randint(0, len(files.operations))
        left = tmp_path / "cut" / str(number)
        files.disk_after(count).put_as_cut(left, chance)
        found = document(left / path.name).read()
        assert found in (OLD, NEW)
        assert found == NEW or count < len(files.operations)


# versions


V1 = {"version": 1, "text": "one\ntwo", "size": 3}
V2 = {"version": 2, "lines": [{"text": "one"}, {"text": "two"}], "size": 3}


@pytest.mark.parametrize("older", [V1, V2])
def test_an_older_document_is_migrated_after_a_copy_was_made(path: Path, older: dict[str, Any]) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps(older))
    assert document(path).read() == Notes(("one", "two"), 3)
    assert json.loads(path.read_text())["version"] == 3
    (backup,) = others(path)
    assert backup == f"notes.json.v{older['version']}.backup"
    assert json.loads((path.parent / backup).read_text()) == older
    assert document(path).read() == Notes(("one", "two"), 3)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_migration_that_fails_anywhere_leaves_the_older_document_and_works_later(path: Path, code: int) -> None:
    path.parent.mkdir()
    for number in range(10):
        path.write_text(json.dumps(V1))
        layer = FailingFiles()
        layer.fail(number, code, 1)
        with pytest.raises(StoredUnreadable, match=re.escape(os.strerror(code))):
            document(path, layer).read()
        assert json.loads(path.read_text())["version"] == (1 if number < 9 else 3), number
        assert document(path).read() == Notes(("one", "two"), 3)
        for left in others(path):
            (path.parent / left).unlink()
    assert layer.done == 10


def test_a_newer_document_is_refused_and_left(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"version": 4, "something": "else"}')
    for _ in range(2):
        with pytest.raises(StoredNewer, match="version 4, this one reads up to 3"):
            document(path).read()
    assert path.read_text() == '{"version": 4, "something": "else"}'
    assert others(path) == []


def test_nobody_writes_over_a_newer_document_or_one_that_cannot_be_read(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"version": 4}')
    with pytest.raises(OSError, match="newer Lapwing"):
        document(path).write(NEW)
    assert path.read_text() == '{"version": 4}'
    assert others(path) == []
    path.unlink()
    path.mkdir()
    with pytest.raises(OSError, match="cannot be read"):
        document(path).write(NEW)
    assert path.is_dir()


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"{}",
    b'{"texts": []}',
    b'{"version": "3"}',
    b'{"version": true}',
    b'{"version": 3.0}',
    b'{"version": 0}',
    b'{"version": -5}',
    b'{"version": 1}',
    b'{"version": 1, "text": 7}',
    b'{"version": 2, "lines": [1]}',
    b'{"version": 2, "lines": 7}',
    b'{"version": 3, "texts": 7}',
    b'{"version": 3, "size": "x"}',
    b'{"version": 3, "texts": ["\xff"]}',
    b"SQLite format 3\0",
    bytes(4_096),
    b'{"version": 3, "a": ' + b"[" * 100_000,
    b'{"version": 3, "texts": ["\\ud83d"]}',
]


@pytest.mark.parametrize("data", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_document_is_kept_under_another_name_and_a_new_one_begun(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(StoredDamaged) as damaged:
        document(path).read()
    assert Path(str(damaged.value.facts["kept"])).read_bytes() == data
    assert damaged.value.facts["reason"]
    assert document(path).read() == Notes()
    document(path).write(NEW)
    assert document(path).read() == NEW


def test_every_damaged_document_is_kept(path: Path) -> None:
    path.parent.mkdir()
    for number in range(20):
        path.write_text(f"damage {number}")
        with pytest.raises(StoredDamaged):
            document(path).read()
    assert sorted((path.parent / name).read_text() for name in others(path)) == sorted(f"damage {n}" for n in range(20))


def test_a_damaged_document_that_cannot_be_moved_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("damage")
    layer = FailingFiles()
    layer.fail(0, errno.EROFS)
    with pytest.raises(StoredDamaged):
        document(path, layer).read()
    assert path.read_text() == "damage"


@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_told(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("notes") / "notes.json"
    path.write_bytes(data)
    with pytest.raises((StoredDamaged, StoredNewer)):
        document(path).read()


def test_what_is_no_file_or_may_not_be_read_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoredUnreadable, match="directory"):
        document(path).read()
    with pytest.raises(StoredUnreadable):
        document(path.parent / ("n" * 300)).read()


def test_half_a_character_cannot_be_written_and_changes_nothing(path: Path) -> None:
    document(path).write(OLD)
    with pytest.raises(OSError, match="half a character"):
        document(path).write(Notes(("caf\udce9",)))
    assert document(path).read() == OLD
    assert others(path) == []


# files as a person has them


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    kept = tmp_path / "dotfiles" / "notes.json"
    kept.write_text("old")
    kept.chmod(0o644)
    link = tmp_path / "notes.json"
    link.symlink_to(kept)
    write_whole(link, b"new", FileLayer())
    assert link.is_symlink()
    assert (kept.read_text(), kept.stat().st_mode & 0o777) == ("new", 0o644)
    assert [entry.name for entry in kept.parent.iterdir()] == ["notes.json"]
    (tmp_path / "dangling").symlink_to(tmp_path / "not yet" / "there")
    write_whole(tmp_path / "dangling", b"made", FileLayer())
    assert (tmp_path / "not yet" / "there").read_text() == "made"
