"""Every type of MariaDB and MySQL with its edge values: stored, and read back to the last digit and byte."""

import random
import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from contract.asking import rows_of, run
from contract.mysql_ways import Server, encrypted, open_as
from helpers.counts import times
from lapwing.domain.values import Cell, RawText, cell_text
from lapwing.drivers.base import Session


@dataclass(frozen=True, slots=True)
class Type:
    """A type of column, and literals of values with what each must come back as.

    Attributes:
        only: The server that has it; empty: both.
        shown: As the type is to be shown; empty: as the server itself shows it.
    """

    declared: str
    values: tuple[tuple[str, Cell], ...]
    only: str = ""
    shown: str = ""


def same(declared: str, *texts: str, only: str = "", shown: str = "") -> Type:
    """Values that come back as they are written."""
    return Type(declared, tuple((f"'{text}'", text) for text in texts), only, shown)


LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "äß€Ω漢🐦e\u0301\u202e\ufeff\uffff\r\n\t\0"
NUMBERS = (
    same("tinyint", "-128", "0", "127"),
    same("tinyint unsigned", "255"),
    same("tinyint(1)", "1"),
    same("smallint unsigned", "65535"),
    same("mediumint", "-8388608", "8388607"),
    same("int", "-2147483648", "2147483647"),
    Type("int(7) unsigned zerofill", (("42", "0000042"),)),
    same("bigint", "-9223372036854775808", "9223372036854775807"),
    same("bigint unsigned", "18446744073709551615"),
    same("decimal(65,30)", f"{'9' * 35}.{'9' * 30}", f"-0.{'0' * 29}1"),
    same("decimal(65,0)", "9" * 65, "-" + "9" * 65),
    same("decimal(5,2) unsigned", "999.99", "0.10"),
    same("double", "1.7976931348623157e308", "2.2250738585072014e-308", "5e-324", "0.1", "-1.5", "123456789.12345679"),
    same("float", "3.40282e38", "1.17549e-38", "0.1", "-1.5"),
    Type("double(20,5)", (("1.5", "1.50000"),)),
    Type("bit(1)", (("b'1'", b"\x01"), ("b'0'", b"\x00"))),
    Type("bit(64)", (("~0", b"\xff" * 8), ("0", bytes(8)))),
    Type("bit(13)", (("b'1000000000001'", b"\x10\x01"),)),
)
TIMES = (
    same("date", "0000-00-00", "2024-00-00", "1000-01-01", "9999-12-31"),
    same("datetime", "0000-00-00 00:00:00", "9999-12-31 23:59:59"),
    same("datetime(6)", "1000-01-01 00:00:00.000001", "9999-12-31 23:59:59.999999"),
    same("timestamp(3) NULL", "1970-01-02 00:00:00.001", "2038-01-18 00:00:00.999"),
    same("time", "838:59:59", "-838:59:59", "00:00:00", "-00:00:01", "25:00:00"),
    same("time(6)", "838:59:58.999999", "-00:00:00.000001", "100:00:00.500000"),
    same("year", "1901", "2155", "0000"),
)
TEXTS = (
    same("char(5)", "", "a b", "äöü€x"),
    Type("char(5) BINARY", (("'ab  '", "ab"),)),
    same("varchar(200)", "", " ", "NULL", "a  "),
    Type("varchar(200)", ((f"CONVERT(x'{LETTERS.encode().hex()}' USING utf8mb4)", LETTERS),)),
    Type("varchar(20) CHARACTER SET latin1", (("x'e4f6fc80'", "äöü€"), ("x'8190'", "\x81\x90"))),
    Type("text CHARACTER SET sjis", (("x'8abf8e9a'", "漢字"),)),
    Type("text CHARACTER SET utf16", (("_utf8mb4'🐦'", "🐦"),)),
    Type("tinytext", (("repeat('x', 255)", "x" * 255),)),
    Type("text", (("repeat('ä', 32000)", "ä" * 32_000),)),
    Type("mediumtext", (("repeat('🐦', 40000)", "🐦" * 40_000),)),
    Type("longtext", (("''", ""),)),
    same("enum('', 'a', 'it''s', 'ö')", "", "a", "ö", shown="enum"),
    same("set('a', 'b', 'ö')", "", "a,b", "ö", shown="set"),
)
BINARIES = (
    Type("binary(4)", (("'ab'", b"ab\0\0"), ("x'00ff'", b"\0\xff\0\0"))),
    Type("varbinary(300)", (("''", b""), ("'NULL'", b"NULL"), (f"x'{bytes(range(256)).hex()}'", bytes(range(256))))),
    Type("tinyblob", (("x'ff'", b"\xff"),)),
    Type("blob", (("x'c328'", b"\xc3\x28"),)),
    Type("mediumblob", (("repeat(x'ff00', 50000)", b"\xff\0" * 50_000),)),
    Type("longblob", (("''", b""),)),
    Type("point", (("ST_GeomFromText('POINT(1 2)')", bytes(4) + b"\x01\x01\x00\x00\x00" + struct.pack("<2d", 1, 2)),),
         shown="geometry or point"),
    Type("json", (("'{\"a\": [1, 1.0, \"ä\", null]}'", '{"a": [1, 1.0, "ä", null]}'), ("'\"NULL\"'", '"NULL"')),
         shown="json"),
    same("inet6", "::", "2001:db8::ff00:42:8329", only="mariadb"),
    same("uuid", "123e4567-e89b-12d3-a456-426655440000", only="mariadb"),
    Type("vector(2)", (("TO_VECTOR('[1,-0.5]')", struct.pack("<2f", 1, -0.5)),), only="mysql"),
)  # fmt: skip
EVERY = (*NUMBERS, *TIMES, *TEXTS, *BINARIES)


@pytest.fixture
def session(either: Server) -> Iterator[Session]:
    """On a database of its own; zeros in dates are allowed."""
    database = either.create_database(charset="utf8mb4")
    opened = open_as(either, "lapwing", **encrypted(either))
    run(opened, f"USE {database}")
    run(opened, "SET sql_mode = ''")
    with closing(opened):
        yield opened
    either.drop_database(database)


def product(session: Session) -> str:
    return "mariadb" if session.product.startswith("MariaDB") else "mysql"


def test_every_stored_value_of_every_type_comes_back_exactly(session: Session) -> None:
    for case in EVERY:
        if case.only not in {"", product(session)}:
            continue
        run(session, "DROP TABLE IF EXISTS t")
        run(session, f"CREATE TABLE t (id int, v {case.declared})")
        for number, (literal, _) in enumerate(case.values):
            run(session, f"INSERT INTO t VALUES ({number}, {literal})")
        run(session, f"INSERT INTO t VALUES ({len(case.values)}, NULL)")
        answer = run(session, "SELECT v FROM t ORDER BY id")
        wanted = [(cell,) for _, cell in case.values]
        assert answer.rows == [*wanted, (None,)], case
        assert answer.columns is not None
        (column,) = answer.columns
        assert column.is_binary == isinstance(wanted[0][0], bytes), case
        assert column.is_numeric == (case in NUMBERS and not column.is_binary), case
        assert column.type_name in shown(session, case), case


def shown(session: Session, case: Type) -> str:
    """The type as it is to be shown."""
    if case.shown:
        return case.shown
    told = "information_schema.columns WHERE table_schema = database() AND column_name = 'v'"
    ((name,),) = rows_of(session, f"SELECT column_type FROM {told}")
    return cell_text(name)


def test_values_with_null_beside_them_are_told_apart(session: Session) -> None:
    run(session, "CREATE TABLE t (a varchar(9), b varbinary(9), c int)")
    run(session, "INSERT INTO t VALUES (NULL, NULL, NULL), ('', '', 0), ('NULL', 'NULL', 1)")
    assert rows_of(session, "SELECT * FROM t ORDER BY c") == [
        (None, None, None),
        ("", b"", "0"),
        ("NULL", b"NULL", "1"),
    ]


def test_text_that_the_server_does_not_translate_is_kept_with_its_bytes(session: Session) -> None:
    """With character_set_results of its own choosing, a person gets what is stored."""
    run(session, "CREATE TABLE t (a varchar(9) CHARACTER SET latin1)")
    run(session, "INSERT INTO t VALUES (x'e4'), ('a')")
    run(session, "SET character_set_results = NULL")
    assert rows_of(session, "SELECT a FROM t ORDER BY a DESC") == [(RawText(b"\xe4"),), ("a",)]


def test_doubles_come_as_the_shortest_text_that_is_the_same_double(session: Session, chance: random.Random) -> None:
    run(session, "CREATE TABLE t (id int, d double)")
    wanted = []
    for number in range(times(200, 5_000)):
        (value,) = struct.unpack("<d", chance.randbytes(8))
        if value == value and abs(value) != float("inf"):
            wanted.append(value)
            run(session, f"INSERT INTO t VALUES ({number}, ?)", (value,))
    found = [row[0] for row in rows_of(session, "SELECT d FROM t ORDER BY id")]
    assert [struct.pack("<d", float(cell_text(cell))) for cell in found] == [struct.pack("<d", one) for one in wanted]


def test_values_given_as_parameters_mean_the_same_in_every_sql_mode(session: Session) -> None:
    texts = (
        "it's",
        "\\",
        "\\'",
        "'; DROP TABLE t; --",
        '"',
        "`",
        "?",
        "%s",
        "a\0b",
        "🐦",
        "\u202e",
        "\r\n",
        "x" * 9_000,
    )
    for mode in ("", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES", "TRADITIONAL"):
        run(session, f"SET sql_mode = '{mode}'")
        for text in texts:
            assert rows_of(session, "SELECT ?, length(?)", (text, text)) == [(text, str(len(text.encode())))]
        sql = "SELECT 'a?''?', `?`, ? /* ? */ FROM (SELECT 1 AS `?`) AS q -- ?"
        assert rows_of(session, sql, (b"\0'\\",)) == [("a?'?", "1", b"\0'\\")]
