"""Opening files with SQLite: every kind of file, name, folder and damage, and what a person is told."""

import os
import random
import socket
from contextlib import suppress
from pathlib import Path

import pytest

from contract.asking import rows_of, run, scalar
from contract.sqlite_files import make, open_file, open_with
from helpers.counts import times
from lapwing.domain.errors import (
    DatabaseDamaged,
    FileMissing,
    FileUnreadable,
    LapwingError,
    NotADatabase,
    OptionInvalid,
    ReadOnlyRefused,
    StatementFailed,
    UrlInvalid,
)

# what is no database


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("nowhere", "dangling", "loop", "no/folder"):
        with pytest.raises(FileMissing) as refused:
            open_file(tmp_path / name)
        assert str(tmp_path / name) in str(refused.value)
        assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["n" * 300, "a\0b", "made/" * 2_000], ids=["long", "NUL", "deep"])
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    for create in (False, True):
        with pytest.raises((FileUnreadable, FileMissing)):
            open_file(f"{tmp_path}/{name}", create=create)


def test_folders_pipes_sockets_and_devices_are_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as line:
        line.bind(str(tmp_path / "socket"))
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "socket", Path("/dev/null"), Path("/dev/zero")):
        for create in (False, True):
            with pytest.raises(FileUnreadable):
                open_file(path, create=create)


@pytest.mark.parametrize(
    ("content", "encrypted"),
    [
        (b"just some text\n" * 500, False),
        (b"\x89PNG\r\n\x1a\n" + bytes(5_000), False),
        (b"SQLite format 2\0" + bytes(2_000), False),
        (b"SQLite", False),
        (b"** This file contains an SQLite 2.1 database **\0", False),
        (random.Random(1).randbytes(8_192), True),
        (random.Random(2).randbytes(100), False),
    ],
)
def test_another_kind_of_file_is_told_and_left_as_it_is(tmp_path: Path, content: bytes, encrypted: bool) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(NotADatabase) as refused:
            open_file(path, read_only=read_only)
        assert ("encrypted" in str(refused.value)) is encrypted
        assert refused.value.next_step()
    assert path.read_bytes() == content
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_file_without_a_byte_is_an_empty_database(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    session = open_file(tmp_path / "empty")
    assert session.catalog.relations("main") == []
    run(session, "CREATE TABLE t(a)")
    session.close()
    (tmp_path / "again").touch()
    session = open_file(tmp_path / "again", read_only=True)
    with pytest.raises(ReadOnlyRefused):
        run(session, "CREATE TABLE t(a)")
    session.close()
    assert (tmp_path / "again").stat().st_size == 0


def test_a_huge_file_that_is_no_database_takes_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 84)
    os.truncate(path, 1 << 42)
    with pytest.raises(NotADatabase):
        open_file(path)


# damage


def test_a_database_cut_anywhere_is_told_or_reads_what_is_left(tmp_path: Path, chance: random.Random) -> None:
    whole = make(tmp_path / "whole", "CREATE INDEX i ON t(a)", rows=500).read_bytes()
    path = tmp_path / "cut"
    for size in {
        1,
        16,
        50,
        99,
        100,
        101,
        4_096,
        4_097,
        len(whole) - 1,
        *(chance.randrange(len(whole)) for _ in range(30)),
    }:
        path.write_bytes(whole[:size])
        with suppress(DatabaseDamaged, NotADatabase, StatementFailed):
            session = open_file(path)
            try:
                assert len(rows_of(session, "SELECT a FROM t")) <= 500
                assert rows_of(session, "PRAGMA integrity_check") != [("ok",)]
            finally:
                session.close()


def test_damage_anywhere_is_told_or_not_noticed_but_nothing_else_happens(tmp_path: Path, chance: random.Random) -> None:
    whole = make(
        tmp_path / "whole", "CREATE INDEX i ON t(a)", "CREATE VIRTUAL TABLE f USING fts5(a)", rows=300
    ).read_bytes()
    path = tmp_path / "damaged"
    for _ in range(times(60, 5_000)):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 10, 500))):
            data[chance.randrange(chance.choice((100, 4_096, len(data))))] = chance.randrange(256)
        path.write_bytes(data)
        read_all_of(path)
        path.unlink()


def read_all_of(path: Path) -> None:
    """Read whatever can be read; only errors of Lapwing's own may come."""
    try:
        session = open_file(path)
    except LapwingError:
        return
    try:
        for read in (
            lambda: session.catalog.relations("main"),
            lambda: session.catalog.describe("main", "t"),
            lambda: session.catalog.describe("main", "f"),
            lambda: rows_of(session, "SELECT * FROM t ORDER BY a"),
            lambda: rows_of(session, "SELECT * FROM f('a')"),
            lambda: run(session, "UPDATE t SET b = 'x' WHERE a < 10"),
            lambda: rows_of(session, "PRAGMA integrity_check"),
        ):
            with suppress(LapwingError):
                read()
    finally:
        session.close()


def test_a_database_whose_pages_are_zero_is_damaged_in_words(tmp_path: Path) -> None:
    path = make(tmp_path / "zeros", rows=500)
    data = path.read_bytes()
    path.write_bytes(data[:4_096] + bytes(len(data) - 4_096))
    session = open_file(path)
    with pytest.raises(DatabaseDamaged) as refused:
        rows_of(session, "SELECT * FROM t")
    assert "malformed" in str(refused.value)
    assert "recover" in refused.value.next_step()
    session.close()
    path.write_bytes(data[:100] + b"\xff" * 3_996 + data[4_096:])
    with pytest.raises(DatabaseDamaged):
        open_file(path)


def test_a_database_that_sqlite_cannot_understand_any_more_is_told(tmp_path: Path) -> None:
    path = make(tmp_path / "schema")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE t(a, b TEXT)", b"CREATE FABLE t(a, b TEXT)"))
    with pytest.raises(DatabaseDamaged, match="malformed database schema"):
        open_file(path)


def test_a_table_whose_module_is_missing_hides_no_other(tmp_path: Path) -> None:
    path = make(tmp_path / "module", "CREATE VIRTUAL TABLE places USING fts5(a)")
    path.write_bytes(path.read_bytes().replace(b"USING fts5(a)", b"USING gone(a)"))
    session = open_file(path)
    assert {"places", "t"} <= {relation.name for relation in session.catalog.relations("main")}
    assert session.catalog.describe("main", "t").columns
    with pytest.raises(StatementFailed, match="no such module: gone"):
        rows_of(session, "SELECT * FROM places")
    details = session.catalog.describe("main", "places")
    assert "USING gone" in details.sql
    session.close()


def test_a_view_that_lost_its_table_is_still_described(tmp_path: Path) -> None:
    path = make(tmp_path / "view", "CREATE TABLE u(a)", "CREATE VIEW v AS SELECT a FROM u", "DROP TABLE u")
    session = open_file(path)
    assert [relation.name for relation in session.catalog.relations("main")] == ["t", "v"]
    details = session.catalog.describe("main", "v")
    assert (details.relation.kind, details.columns) == ("view", ())
    assert details.sql == "CREATE VIEW v AS SELECT a FROM u"
    session.close()


# names


NAMES = ["a b", "50% off", "what?.db", "a#b", "a&b=c", "quote'd", 'quote"d', "new\nline", "ünïcode 🐦", "-dash",
         "file:x", "back\\slash", "a;b", ":memory:x", "~"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_opened_and_only_that_one(tmp_path: Path, name: str) -> None:
    make(tmp_path / name)
    session = open_with(tmp_path / name, {"again": tmp_path / name})
    assert scalar(session, "SELECT count(*) FROM again.t") == 1
    assert [schema.detail for schema in session.catalog.schemas() if schema.name == "again"] == [str(tmp_path / name)]
    session.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_whose_name_is_not_text_is_opened(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.sqlite")
    (make(tmp_path / "plain")).rename(path)
    session = open_file(path)
    assert scalar(session, "SELECT count(*) FROM t") == 1
    session.database.encode()
    session.close()


# making


def test_a_file_is_made_only_when_asked(tmp_path: Path) -> None:
    session = open_file(tmp_path / "made", create=True)
    run(session, "CREATE TABLE t(a)")
    session.close()
    assert (tmp_path / "made").stat().st_size > 0
    for create, read_only in ((False, False), (True, True)):
        with pytest.raises((FileMissing, FileUnreadable)):
            open_file(tmp_path / "other", create=create, read_only=read_only)
    with pytest.raises(FileUnreadable):
        open_file(tmp_path / "no folder" / "made", create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_a_database_in_memory_is_empty_and_its_own(tmp_path: Path) -> None:
    one, other = open_file(":memory:"), open_file(":memory:")
    run(one, "CREATE TABLE t(a)")
    assert other.catalog.relations("main") == []
    for session in (one, other):
        session.close()


@pytest.mark.parametrize("text", ["abc", "", "-1", "nan", "inf", "1e99"])
def test_an_option_that_is_none_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(UrlInvalid, match="busy_timeout"):
        open_file(make(tmp_path / "a"), busy_timeout=text)


# attached files


def test_attached_files_are_schemas_of_their_own(tmp_path: Path) -> None:
    make(tmp_path / "main")
    make(tmp_path / "more")
    session = open_with(tmp_path / "main", {"more stuff": tmp_path / "more"})
    run(session, 'INSERT INTO "more stuff".t VALUES (7, NULL)')
    run(session, f"ATTACH '{make(tmp_path / 'third')}' AS third")
    run(session, "CREATE TEMP TABLE u(a)")
    schemas = {schema.name: schema for schema in session.catalog.schemas()}
    assert set(schemas) == {"main", "temp", "more stuff", "third"}
    assert schemas["third"].detail == str(tmp_path / "third")
    assert [relation.name for relation in session.catalog.relations("more stuff")] == ["t"]
    assert [relation.name for relation in session.catalog.relations("temp")] == ["u"]
    assert session.catalog.describe("third", "t").columns[1].type_name == "TEXT"
    answer = run(session, "DETACH third")
    assert answer.ended is not None
    assert answer.ended.schema_changed
    session.close()


def test_an_attached_file_is_checked_like_the_main_one(tmp_path: Path) -> None:
    make(tmp_path / "main")
    (tmp_path / "text").write_text("no database" * 100)
    for name, error in (("nowhere", FileMissing), ("text", NotADatabase), ("", FileUnreadable)):
        with pytest.raises(error):
            open_with(tmp_path / "main", {"more": tmp_path / name})
    assert not (tmp_path / "nowhere").exists()


def test_files_attached_to_a_read_only_session_are_read_only_too(tmp_path: Path) -> None:
    more = make(tmp_path / "more")
    before = more.read_bytes()
    session = open_with(make(tmp_path / "main"), {"more": more}, read_only=True)
    assert scalar(session, "SELECT count(*) FROM more.t") == 1
    with pytest.raises(ReadOnlyRefused):
        run(session, "DELETE FROM more.t")
    session.close()
    assert more.read_bytes() == before


def test_an_option_that_sqlite_has_not_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(OptionInvalid, match="charset"):
        open_file(make(tmp_path / "a"), charset="utf8mb4")
