"""SQL files as bytes: what is read and written again unchanged is the same file, whatever it holds."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.errors import FileMissing
from lapwing.gui.editor.sql_file import (
    EncodingWrong,
    FileChanged,
    FileNotWritten,
    SqlFile,
    read_sql_file,
    stamp_now,
    write_sql_file,
)
from lapwing.settings.files import FileLayer

TEXT = "select 'žluťoučký';\r\n-- €\nselect 2\r;"


def written(path: Path, text: str, encoding: str) -> bytes:
    data = text.encode(encoding)
    path.write_bytes(data)
    return data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "latin-1"])
@pytest.mark.parametrize("text", ["", "a", "a\r\nb\r\n", "a\rb", "a\r\nb\nc\rd\r\n", "ü\n"])
def test_a_file_that_is_saved_unchanged_keeps_every_byte(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "a.sql"
    data = written(path, text, encoding)
    file = read_sql_file(path)
    assert "\r" not in file.text
    write_sql_file(file)
    assert path.read_bytes() == data


def test_big_endian_utf_16_keeps_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    path.write_bytes(b"\xfe\xff" + "ž\r\n".encode("utf-16-be"))
    write_sql_file(read_sql_file(path))
    assert path.read_bytes() == b"\xfe\xff" + "ž\r\n".encode("utf-16-be")


@given(
    ends=st.lists(st.sampled_from(["\n", "\r\n", "\r"]), min_size=2, max_size=12),
    cut=st.tuples(st.integers(0, 12), st.integers(0, 12)),
    new=st.lists(st.sampled_from(["x", "y"]), max_size=3),
)
def test_lines_that_were_not_touched_keep_their_line_ends(
    tmp_path_factory: pytest.TempPathFactory, ends: list[str], cut: tuple[int, int], new: list[str]
) -> None:
    path = tmp_path_factory.mktemp("ends") / "a.sql"
    lines = [f"line {number}" for number in range(len(ends))]
    path.write_bytes("".join(line + end for line, end in zip(lines, ends, strict=True)).encode())
    file = read_sql_file(path)
    first, last = sorted(min(at, len(lines)) for at in cut)
    kept = [*lines[:first], *new, *lines[last:]]
    write_sql_file(SqlFile(path, "".join(f"{line}\n" for line in kept), file.encoding, file.line_end, file.stamp))
    found = path.read_bytes().decode()
    for line, end in [*zip(lines, ends, strict=True)][:first] + [*zip(lines, ends, strict=True)][last:]:
        assert f"{line}{end}" in found
    assert found.replace("\r\n", "\n").replace("\r", "\n") == "".join(f"{line}\n" for line in kept)


def test_a_file_can_be_read_in_another_encoding_or_is_said_not_to_be_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    written(path, "Žluť", "cp1250")
    assert read_sql_file(path).encoding == "latin-1"
    file = read_sql_file(path, "cp1250")
    assert (file.text, file.encoding) == ("Žluť", "cp1250")
    with pytest.raises(EncodingWrong):
        read_sql_file(path, "utf-8")


def test_what_an_encoding_cannot_hold_makes_the_file_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    written(path, "ü", "latin-1")
    file = read_sql_file(path)
    assert write_sql_file(SqlFile(path, "ü€", file.encoding, "\n", file.stamp)).encoding == "utf-8"
    assert path.read_text("utf-8") == "ü€"


def test_a_file_that_another_program_changed_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    written(path, "a", "utf-8")
    file = read_sql_file(path)
    path.write_text("b")
    with pytest.raises(FileChanged):
        write_sql_file(file)
    assert path.read_text() == "b"
    assert write_sql_file(file, even_if_changed=True).stamp == stamp_now(path, None)
    os.utime(path, (1, 1))
    again = stamp_now(path, file.stamp)
    assert again is not None
    assert file.stamp is not None
    assert again.digest == file.stamp.digest


class FullDisk(FileLayer):
    def write(self, fd: int, data: bytes) -> None:
        raise OSError(28, "No space left on device")


def test_what_cannot_be_written_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.sql"
    written(path, "old", "utf-8")
    file = SqlFile(path, "new")
    with pytest.raises(FileNotWritten, match="No space"):
        write_sql_file(file, FullDisk())
    path.chmod(0o444)
    with pytest.raises(FileNotWritten, match="read-only"):
        write_sql_file(file)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(FileNotWritten, match="no folder"):
        write_sql_file(SqlFile(tmp_path / "gone" / "a.sql", "x"))
    assert not (tmp_path / "gone").exists()
    with pytest.raises(FileMissing):
        read_sql_file(tmp_path / "b.sql")
