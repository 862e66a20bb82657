"""Cells of every type: each is the same as itself, and another one is not, however alike the server thinks them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from contract.asking import rows_of, run
from contract.subjects.duckdb import DuckdbSubject
from contract.subjects.shape import Subject
from contract.table_tab import Tab
from lapwing.domain.connections import Target
from lapwing.domain.errors import StatementFailed, from_wire
from lapwing.domain.table_data import ColumnSort
from lapwing.domain.table_errors import ColumnTypeUnwritten
from lapwing.domain.values import Cell, cell_text
from lapwing.drivers.base import Session
from lapwing.drivers.registry import driver_named

# types, and in each two values that are not the same, as expressions
POSTGRESQL: Final = (
    ("boolean", "true", "false"),
    ("smallint", "-32768", "0"),
    ("bigint", "-9223372036854775808", "9223372036854775807"),
    ("numeric", "12345678901234567890.10", "'NaN'"),
    ("real", "0.1", "1e-45"),
    ("double precision", "0.1", "0.30000000000000004"),
    ("money", "12.34", "-1"),
    ("text", "E'a\\\\b''c\\n'", "'a '"),
    ("char(5)", "'ab'", "'AB'"),
    ("varchar(9)", "'ab'", "'ab '"),
    ('"char"', "'x'", "'y'"),
    ("name", "'n'", "'N'"),
    ("bytea", "'\\x00ff27'", "''"),
    ("date", "'2024-02-29'", "'infinity'"),
    ("time", "'23:59:59.999999'", "'00:00'"),
    ("timetz", "'12:00+02'", "'10:00+00'"),
    ("timestamp", "'2024-02-29 12:00:00.000001'", "'0044-03-15 00:00:00 BC'"),
    ("timestamptz", "'2024-02-29 12:00:00+02'", "'2024-02-29 12:00:00.5+02'"),
    ("interval", "'1 mon'", "'30 days'"),
    ("uuid", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12'"),
    ("json", '\'{"a": 1, "a": 2}\'', "'[1]'"),
    ("jsonb", "'{\"a\": 1.0}'", "'{\"a\": 1.00}'"),
    ("xml", "'<a/>'", "'<a></a>'"),
    ("point", "'(1,2)'", "'(1,2.5)'"),
    ("box", "'(1,1),(0,0)'", "'(2,2),(1,1)'"),
    ("polygon", "'((0,0),(1,1))'", "'((1,1),(0,0))'"),
    ("circle", "'<(0,0),1>'", "'<(1,0),1>'"),
    ("lseg", "'[(0,0),(1,1)]'", "'[(1,1),(0,0)]'"),
    ("path", "'[(0,0),(1,1)]'", "'[(0,0),(2,2)]'"),
    ("inet", "'192.168.0.1/24'", "'192.168.0.1'"),
    ("macaddr", "'08:00:2b:01:02:03'", "'08:00:2b:01:02:04'"),
    ("bit(4)", "'1010'", "'0101'"),
    ("varbit", "'10'", "'100'"),
    ("tsvector", "'a b'", "'b'"),
    ("int4range", "'[1,5)'", "'empty'"),
    ("integer[]", "'{{1,2},{3,NULL}}'", "'{}'"),
    ("text[]", "ARRAY['a,b', '\"', NULL]", "ARRAY['NULL']"),
    ("mood", "'glad'", "'sad'"),
    ("positive", "5", "6"),
    ("pair", "ROW(1, 'a')", "ROW(NULL, NULL)"),
    ("oid", "1", "4294967295"),
    ("regclass", "'pg_class'", "'pg_type'"),
    ('text COLLATE "ci"', "'a'", "'A'"),
)
PLAIN_TEXT: Final = tuple(
    one for one in POSTGRESQL if "COLLATE" not in one[0] and one[0].startswith(("t", "c", "v", "n"))
)
NO_ORDER: Final = {"json", "xml", "point", "box", "polygon", "circle", "lseg", "path"}
"""What PostgreSQL does not order."""
MYSQL: Final = (
    ("tinyint", "-128", "1"),
    ("bigint unsigned", "18446744073709551615", "18446744073709551614"),
    ("decimal(30,10)", "12345678901234567890.1000000000", "-0.0000000001"),
    ("float", "0.1", "16777217"),
    ("double", "0.1", "0.30000000000000004"),
    ("bit(10)", "b'1000000001'", "b'0'"),
    ("char(5)", "'ab'", "'AB'"),
    ("varchar(9)", "'ab'", "'ab '"),
    ("varchar(9) CHARACTER SET latin1", "'é\\\\'", "'e\\\\'"),
    ("varchar(9) CHARACTER SET utf16", "'é'", "'É'"),
    ("longtext", "'a''b\\n'", "'A''b\\n'"),
    ("binary(3)", "x'00ff27'", "x'00ff28'"),
    ("varbinary(9)", "x'61'", "x'6100'"),
    ("blob", "x''", "x'5c'"),
    ("date", "'2024-02-29'", "'1000-01-01'"),
    ("time(6)", "'-838:59:59'", "'12:00:00.000001'"),
    ("datetime(6)", "'2024-02-29 12:00:00.000001'", "'2024-02-29 12:00:00'"),
    ("timestamp(6) NULL", "'2024-02-29 12:00:00.000001'", "'2024-02-29 12:00:00'"),
    ("year", "2024", "1999"),
    ("enum('a','b')", "'b'", "'a'"),
    ("set('a','b')", "'a,b'", "''"),
    ("json", "'{\"a\": 1}'", "'[1, \"b\"]'"),
    ("point", "ST_GeomFromText('POINT(1 2)')", "ST_GeomFromText('POINT(2 1)')"),
)
SQLITE: Final = (
    ("INTEGER", "-9223372036854775808", "9223372036854775807"),
    ("REAL", "0.1", "0.30000000000000004"),
    ("REAL", "9e999", "4.9406564584124654e-324"),
    ("TEXT", "'it''s'", "'IT''s'"),
    ("TEXT COLLATE NOCASE", "'a'", "'A'"),
    ("TEXT COLLATE RTRIM", "'a'", "'a '"),
    ("TEXT", "'a' || char(0) || 'b'", "'a'"),
    ("TEXT", "CAST(x'ff61' AS TEXT)", "CAST(x'fe61' AS TEXT)"),
    ("BLOB", "x'00ff'", "x''"),
    ("", "1", "1.0"),
    ("", "'1'", "1"),
    ("ANY", "x'31'", "'1'"),
    ("NUMERIC", "'12x'", "12.5"),
    ("DATE", "'2024-02-29'", "'2024-03-01'"),
)
DUCKDB: Final = (
    ("BIGINT", "-9223372036854775808", "0"),
    ("HUGEINT", "170141183460469231731687303715884105727", "1"),
    ("DECIMAL(30,10)", "12345678901234567890.1", "-0.0000000001"),
    ("DOUBLE", "0.1", "0.30000000000000004"),
    ("FLOAT", "0.1", "0.2"),
    ("VARCHAR", "'it''s \\'", "'A '"),
    ("BOOLEAN", "true", "false"),
    ("DATE", "'2024-02-29'", "'0044-01-01'"),
    ("TIME", "'23:59:59.999999'", "'00:00:00'"),
    ("TIMESTAMP", "'2024-02-29 12:00:00.000001'", "'2024-02-29 12:00:00.5'"),
    ("BLOB", "'\\x00\\xFF'::BLOB", "''::BLOB"),
    ("UUID", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12'"),
)


def each_type(session: Session, schema: str, types: tuple[tuple[str, str, str], ...], folder: Path) -> None:
    """In a table with a column of each type, rows of one value, of the other, and of NULLs: the values are the same as
    themselves, go from one row to another by being written, and are not the same as others."""
    names = [f"c{number}" for number in range(len(types))]
    columns = ", ".join(f"{name} {kind}" for name, (kind, *_) in zip(names, types, strict=True))
    run(session, f"CREATE TABLE cells(id integer PRIMARY KEY, mark varchar(9), {columns})")
    for key, place in ((1, 1), (2, 2)):
        run(session, f"INSERT INTO cells VALUES ({key}, '', {', '.join(one[place] for one in types)})")
    run(session, "INSERT INTO cells(id) VALUES (3)")
    tab = Tab(session, schema, "cells", folder)
    one, two, nothing = tab.rows()
    tab.commits(*(tab.update(row, {"mark": "x"}, checks=names) for row in (one, two, nothing)))
    cells, others = ({name: tab.named(row)[name] for name in names} for row in (one, two))
    made = tab.commits(tab.update(one, others))[0]
    assert made[2:] == two[2:]
    for (kind, *_), name, is_same in zip(types, names, sames(session, tab, cells), strict=True):
        assert not is_same, f"{kind}: {cells[name]!r} is not {others[name]!r}"
    assert all(sames(session, tab, others))
    made = tab.commits(tab.update(made, dict.fromkeys(names)))[0]
    assert made[2:] == nothing[2:]
    assert not any(sames(session, tab, others))
    assert all(sames(session, tab, dict.fromkeys(names)))
    made = tab.commits(tab.update(made, cells))[0]
    assert made[2:] == one[2:]
    made = tab.commits(tab.insert(id="4", **cells), *(tab.delete(row) for row in tab.rows()))[0]
    assert made[2:] == one[2:]
    tab.close()


def sames(session: Session, tab: Tab, cells: Mapping[str, Cell]) -> list[bool]:
    """For each cell whether the first row is seen to hold it."""
    asked = ", ".join(f"CASE WHEN {tab.access.is_unchanged(*cell)} THEN 1 ELSE 0 END" for cell in cells.items())
    (row,) = rows_of(session, f"SELECT {asked} FROM {tab.access.full_name} WHERE id = 1")
    return [cell_text(cell) == "1" for cell in row]


def each_order(session: Session, schema: str, types: tuple[tuple[str, str, str], ...], folder: Path) -> None:
    """Rows are found behind each other by the values of every type, or counted off."""
    tab = Tab(session, schema, "cells", folder)
    run(session, "DELETE FROM cells")
    for key, place in enumerate((1, 2, 1, 0, 2, 0, 1)):
        values = ", ".join(one[place] if place else "NULL" for one in types)
        run(session, f"INSERT INTO cells VALUES ({key}, '', {values})")
    for number, (kind, *_) in enumerate(types):
        sorts = [ColumnSort(f"c{number}", descending=number % 2 == 1)]
        if types in (POSTGRESQL, PLAIN_TEXT) and kind in NO_ORDER:
            with pytest.raises(StatementFailed):
                tab.rows(sorts=sorts)
        else:
            assert tab.rows(sorts=sorts, page_rows=4) == tab.rows(sorts=sorts), kind
    tab.close()


def types_of(subject: Subject, session: Session) -> tuple[tuple[str, str, str], ...]:
    if subject.driver.dialect != "postgresql":
        return {"sqlite": SQLITE, "mysql": MYSQL, "generic": DUCKDB}[subject.driver.id]
    run(session, "CREATE TYPE mood AS ENUM ('sad', 'glad')")
    run(session, "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)")
    run(session, "CREATE TYPE pair AS (a integer, b text)")
    if subject.valid_text_only:
        run(session, "CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false)")
        return POSTGRESQL
    return PLAIN_TEXT  # ICU does not know SQL_ASCII


def test_cells_of_every_type_are_held_exactly(subject: Subject, session: Session, tmp_path: Path) -> None:
    types = types_of(subject, session)
    each_type(session, subject.schema, types, tmp_path / "types")
    each_order(session, subject.schema, types, tmp_path / "orders")


def test_text_in_utf_16_is_held_exactly(tmp_path: Path) -> None:
    session = driver_named("sqlite").open(Target("sqlite", str(tmp_path / "wide.sqlite"), create=True))
    run(session, "PRAGMA encoding = 'UTF-16le'")
    types = (*SQLITE[:7], ("TEXT", "CAST(x'00d8' AS TEXT)", "CAST(x'01d8' AS TEXT)"))
    each_type(session, "main", types, tmp_path / "types")
    assert rows_of(session, "PRAGMA encoding") == [("UTF-16le",)]
    session.close()


def test_what_cannot_be_written_exactly_is_only_shown(tmp_path: Path) -> None:
    subject = DuckdbSubject(tmp_path)
    session = subject.open()
    run(session, "CREATE TABLE nested(id integer PRIMARY KEY, list integer[], note varchar)")
    run(session, "INSERT INTO nested VALUES (1, [1, 2], 'a')")
    tab = Tab(session, "main", "nested", tmp_path / "nested")
    ((column, reason),) = [(limit.column, from_wire(limit.reason)) for limit in tab.facts.limits]
    assert (column, type(reason)) == ("list", ColumnTypeUnwritten)
    (row,) = tab.rows()
    tab.commits(tab.update(row, {"note": "b"}, checks=["list"]))
    with pytest.raises(ColumnTypeUnwritten):
        tab.commit(tab.update(row, {"list": "[3]"}))
    tab.close()
    session.close()
    subject.close()
