"""Files that may not be written, folders that may not, and what a killed program left beside a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from contract.asking import rows_of, run, scalar
from contract.sqlite_files import leave_behind, make, open_file
from helpers.rights import without_root
from helpers.unprivileged import folder
from lapwing.domain.errors import DatabaseLocked, FileUnreadable, ReadOnlyRefused


@pytest.fixture
def mine() -> Iterator[Path]:
    """A folder of a user for whom permissions hold, also when the tests run as root."""
    with folder() as made:
        yield made
        for path in (made, *made.rglob("*")):
            if path.is_dir():
                path.chmod(0o700)


def test_a_file_that_may_not_be_read_is_told(mine: Path) -> None:
    make(mine / "secret").chmod(0)
    (mine / "closed").mkdir(mode=0)
    with without_root():
        for path in (mine / "secret", mine / "closed" / "file"):
            for create in (False, True):
                with pytest.raises(FileUnreadable, match="Permission denied"):
                    open_file(path, create=create)


def test_a_file_that_may_not_be_written_is_read(mine: Path) -> None:
    make(mine / "file").chmod(0o444)
    check_reads_only(mine / "file", "cannot be written")


def test_a_file_in_a_folder_that_may_not_be_written_is_read(mine: Path) -> None:
    make(mine / "file")
    mine.chmod(0o500)
    check_reads_only(mine / "file", "cannot be written")


def test_a_file_with_a_write_ahead_log_that_is_all_taken_in_is_read_as_a_snapshot(mine: Path) -> None:
    make(mine / "file", "PRAGMA journal_mode=wal", "INSERT INTO t VALUES (2, NULL)")
    mine.chmod(0o500)
    check_reads_only(mine / "file", "snapshot", rows=2)


def test_an_empty_write_ahead_log_is_nothing(mine: Path) -> None:
    make(mine / "file", "PRAGMA journal_mode=wal")
    (mine / "file-wal").touch()
    mine.chmod(0o500)
    check_reads_only(mine / "file", "snapshot")


@pytest.mark.parametrize("lost", ["", "file-shm"])
def test_changes_in_a_write_ahead_log_are_seen_or_the_file_is_refused(mine: Path, lost: str) -> None:
    """Never the old state as if it were the new one."""
    make(mine / "file", "PRAGMA journal_mode=wal")
    leave_behind(mine / "file", "INSERT INTO t VALUES (2, NULL)")
    assert (mine / "file-wal").stat().st_size > 0
    if lost:
        (mine / lost).unlink()
    mine.chmod(0o500)
    with without_root():
        try:
            session = open_file(mine / "file")
        except FileUnreadable as refused:
            message = str(refused)
        else:
            message = f"rows: {len(rows_of(session, 'SELECT * FROM t'))}"
            session.close()
    assert "write-ahead log" in message if lost else message == "rows: 2"


def check_reads_only(path: Path, note: str, rows: int = 1) -> None:
    with without_root():
        for read_only in (False, True):
            check_reads_only_as(path, note, rows, read_only=read_only)


def check_reads_only_as(path: Path, note: str, rows: int, *, read_only: bool) -> None:
    session = open_file(path, read_only=read_only)
    assert session.is_read_only
    assert any(note in said for said in session.notes) or (read_only and note != "snapshot")
    assert scalar(session, "SELECT count(*) FROM t") == rows
    assert session.catalog.describe("main", "t").columns
    with pytest.raises(ReadOnlyRefused):
        run(session, "DELETE FROM t")
    session.close()


def test_read_only_does_not_write_beside_a_file_that_others_write(tmp_path: Path) -> None:
    path = make(tmp_path / "file", "PRAGMA journal_mode=wal")
    writer, reader = open_file(path), open_file(path, read_only=True)
    assert scalar(reader, "SELECT count(*) FROM t") == 1
    run(writer, "INSERT INTO t VALUES (2, NULL)")
    assert scalar(reader, "SELECT count(*) FROM t") == 2
    writer.close()
    assert scalar(reader, "SELECT count(*) FROM t") == 2
    reader.close()


def test_what_a_killed_program_left_half_done_is_undone_or_told(tmp_path: Path) -> None:
    """A rollback journal that is still hot: a session that may not write cannot undo it, and must not show it."""
    path = make(tmp_path / "file", rows=2_000)
    leave_behind(path, "PRAGMA cache_size=1", "PRAGMA cache_spill=1", "BEGIN IMMEDIATE", "UPDATE t SET a = -1")
    assert (tmp_path / "file-journal").stat().st_size > 0
    with pytest.raises((FileUnreadable, DatabaseLocked), match="unfinished"):
        open_file(path, read_only=True)
    session = open_file(path)
    assert scalar(session, "SELECT min(a) FROM t") == 0
    session.close()
    session = open_file(path, read_only=True)
    assert scalar(session, "SELECT min(a) FROM t") == 0
    session.close()
