"""What only SQLite can hold: text in other encodings, invalid names, any value in any column."""

import itertools
from pathlib import Path

import apsw
import pytest

from contract.asking import rows_of, run, scalar
from contract.subjects.sqlite_values import VALUES
from contract.test_values_contract import bits
from lapwing.domain.connections import Target, TransactionMode
from lapwing.domain.errors import StatementFailed
from lapwing.domain.values import RawText, storage_class
from lapwing.drivers.base import Session
from lapwing.drivers.registry import driver_named


def opened(path: Path) -> Session:
    session = driver_named("sqlite").open(Target("sqlite", str(path), create=True))
    run(session, "PRAGMA synchronous=OFF")  # no power cut is part of these tests, and disks are slow
    return session


@pytest.fixture(params=["UTF-16le", "UTF-16be"])
def wide(request: pytest.FixtureRequest, tmp_path: Path) -> apsw.Connection:
    """A database whose text is UTF-16."""
    connection = apsw.Connection(str(tmp_path / "wide.sqlite"))
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute(f"PRAGMA encoding='{request.param}'")
    connection.execute("CREATE TABLE t(number INTEGER PRIMARY KEY, cell)")
    return connection


def utf16(connection: apsw.Connection, text: str) -> str:
    """An expression for a text by its bytes, which may be half a pair."""
    encoding = {"UTF-16le": "utf-16-le", "UTF-16be": "utf-16-be"}[connection.pragma("encoding")]
    return f"CAST(X'{text.encode(encoding, 'surrogatepass').hex()}' AS TEXT)"


@pytest.mark.parametrize("mode", list(TransactionMode))
def test_rows_of_a_utf16_database_are_all_there_when_some_end_in_half_a_character(
    wide: apsw.Connection, tmp_path: Path, mode: TransactionMode
) -> None:
    texts = ["plain", "", "ä🐦", "a\0b", "half \ud83d", "\udc26", "日本語"]
    wanted = [texts[number % 7] for number in range(80)]
    for number, text in enumerate(wanted):
        wide.execute(f"INSERT INTO t VALUES ({number}, {utf16(wide, text)})")
    wide.execute("INSERT INTO t VALUES (80, X'74686100ff'), (81, 1.5), (82, NULL), (83, X'')")
    session = opened(tmp_path / "wide.sqlite")
    session.mode = mode
    found = [row[0] for row in rows_of(session, "SELECT cell FROM t ORDER BY number")]
    session.close()
    for text, cell in zip(wanted, found, strict=False):
        if "\ud83d" in text or "\udc26" in text:
            assert cell == RawText(text.encode("utf-8", "surrogatepass"))
        else:
            assert cell == text
    assert found[80:] == [b"tha\0\xff", 1.5, None, b""]


def test_values_of_every_kind_survive_in_a_utf16_database(wide: apsw.Connection, tmp_path: Path) -> None:
    session = opened(tmp_path / "wide.sqlite")
    kinds = [value for value in VALUES if not isinstance(value.cell, RawText) and "CAST(X" not in value.sql]
    wrong = f"SELECT {utf16(wide, chr(0xD83D))}, "
    (row,) = rows_of(session, wrong + ", ".join(value.sql for value in kinds))
    assert [bits(cell) for cell in row[1:]] == [bits(value.cell) for value in kinds]
    session.close()


TYPES = (
    "",
    "INTEGER",
    "INT",
    "REAL",
    "TEXT",
    "BLOB",
    "NUMERIC",
    "BOOLEAN",
    "DATE",
    "VARCHAR(3)",
    "FLOATING POINT",
    "ANY",
)
INPUTS = ("NULL", "1", "-0.0", "1.5", "'1'", "'1.50'", "'1e3'", "'abc'", "''", "X''", "X'31'", "9223372036854775807",
          "9223372036854775808", "'9223372036854775808'", "1e999", "' 1 '", "'0x10'", "'1_000'")  # fmt: skip


def test_cells_have_the_class_they_are_stored_in_whatever_the_column_says(tmp_path: Path) -> None:
    session = opened(tmp_path / "types.sqlite")
    columns = ", ".join(f"c{number} {name}" for number, name in enumerate(TYPES))
    run(session, f"CREATE TABLE t(id INTEGER PRIMARY KEY, {columns})")
    for text in INPUTS:
        run(session, f"INSERT INTO t VALUES (NULL, {', '.join([text] * len(TYPES))})")
    classes = ", ".join(f"typeof(c{number})" for number in range(len(TYPES)))
    cells = rows_of(session, "SELECT * FROM t")
    for row, said in zip(cells, rows_of(session, f"SELECT {classes} FROM t"), strict=True):
        assert tuple(map(storage_class, row[1:])) == said
    answer = run(session, "SELECT * FROM t")
    assert answer.columns is not None
    assert [column.type_name for column in answer.columns[1:]] == list(TYPES)
    session.close()


def test_a_strict_table_keeps_its_types(tmp_path: Path) -> None:
    session = opened(tmp_path / "strict.sqlite")
    run(session, "CREATE TABLE t(a INT, b TEXT, c REAL, d BLOB, e ANY) STRICT")
    run(session, "INSERT INTO t VALUES ('7', 7, 7, X'07', '7')")
    ((row),) = rows_of(session, "SELECT * FROM t")
    assert [bits(cell) for cell in row] == [bits(7), bits("7"), bits(7.0), bits(b"\7"), bits("7")]
    with pytest.raises(StatementFailed, match="cannot store TEXT value in INT"):
        run(session, "INSERT INTO t(a) VALUES ('seven')")
    session.close()


def rename_bytes(path: Path, old: bytes, new: bytes) -> None:
    """Change the bytes of a name in a database file."""
    data = path.read_bytes()
    assert data.count(old) > 0
    path.write_bytes(data.replace(old, new))


def test_one_table_whose_name_is_not_valid_text_hides_no_other(tmp_path: Path) -> None:
    path = tmp_path / "names.sqlite"
    session = opened(path)
    run(session, "CREATE TABLE strange_1234(column_5678, b DEFAULT 'default_90')")
    run(session, "CREATE TABLE good(a REFERENCES strange_1234)")
    run(session, "INSERT INTO strange_1234 VALUES (1, 2)")
    session.close()
    rename_bytes(path, b"strange_1234", b"strange_\xff\xfe\xff\xfe")
    rename_bytes(path, b"column_5678", b"column_\xe9\xe9\xe9\xe9")
    rename_bytes(path, b"default_90", b"default_\xff\xff")
    session = opened(path)
    names = [relation.name for relation in session.catalog.relations("main")]
    assert names == ["good", "strange_\\xff\\xfe\\xff\\xfe"]
    details = session.catalog.describe("main", "good")
    assert details.foreign_keys[0].table == "strange_\\xff\\xfe\\xff\\xfe"
    session.close()


@pytest.mark.parametrize("how", ["PRAGMA table_info(t)", "/* a */ pragma table_info(t)"])
def test_what_cannot_be_asked_again_loses_no_row(tmp_path: Path, how: str) -> None:
    path = tmp_path / "names.sqlite"
    session = opened(path)
    run(session, "CREATE TABLE t(a, b DEFAULT 'default_90', c)")
    session.close()
    rename_bytes(path, b"default_90", b"default_\xff\xff")
    session = opened(path)
    answer = run(session, how)
    assert answer.rows is not None
    assert len(answer.rows) == 3
    assert len(answer.notices) == 1
    session.close()


def test_columns_whose_names_are_not_valid_text_are_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "names.sqlite"
    session = opened(path)
    run(session, "CREATE TABLE t(column_5678)")
    run(session, "INSERT INTO t VALUES (7)")
    session.close()
    rename_bytes(path, b"column_5678", b"column_\xe9\xe9\xe9\xe9")
    session = opened(path)
    with pytest.raises(StatementFailed, match="name of a column"):
        run(session, "SELECT * FROM t")
    assert rows_of(session, "WITH q(a) AS (SELECT * FROM t) SELECT a FROM q") == [(7,)]
    session.close()


def test_a_text_with_half_a_character_cannot_be_sent_and_is_refused_in_words(tmp_path: Path) -> None:
    session = opened(tmp_path / "a.sqlite")
    with pytest.raises(StatementFailed):
        run(session, "SELECT '\ud83d'")
    with pytest.raises(StatementFailed):
        run(session, "SELECT ?", ("\ud83d",))
    with pytest.raises(StatementFailed):
        run(session, "SELECT ?", (2**63,))
    assert scalar(session, "SELECT 7") == 7
    session.close()


def test_raw_text_cannot_be_given_as_a_value_and_is_refused_in_words(tmp_path: Path) -> None:
    session = opened(tmp_path / "a.sqlite")
    with pytest.raises(StatementFailed, match="cannot be given"):
        run(session, "SELECT ?", (RawText(b"\xff"),))
    session.close()


def test_an_order_survives_being_read_as_bytes(tmp_path: Path) -> None:
    session = opened(tmp_path / "a.sqlite")
    run(session, "CREATE TABLE t(a INTEGER, b)")
    for number in range(500):
        cell = "CAST(X'ff' AS TEXT)" if number == 250 else str(number)
        run(session, f"INSERT INTO t VALUES ({(number * 37) % 500}, {cell})")
    for order in ("a", "a DESC", "b", "random()"):
        answer = run(session, f"SELECT a, b FROM t ORDER BY {order}")
        assert answer.rows is not None
        assert len(answer.rows) == len(set(answer.rows)) == 500
        if order != "random()" and order.startswith("a"):
            wanted = sorted((row[0] for row in answer.rows), reverse="DESC" in order)  # type: ignore[type-var]
            assert [row[0] for row in answer.rows] == wanted
    assert list(itertools.islice((row[1] for row in rows_of(session, "SELECT rowid, b FROM t")), 3)) == [0, 1, 2]
    session.close()
