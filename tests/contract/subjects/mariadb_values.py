"""Values as MariaDB and MySQL write them, with the expression that gives each; those of MariaDB alone apart."""

from typing import Final

from contract.subjects.shape import Value


def text(sql: str, cell: str) -> Value:
    """What is sent as text: everything that is not binary."""
    return Value(sql, cell, "text")


def same(sql: str) -> Value:
    """A number that comes back as it is written."""
    return text(sql, sql)


_WHOLE = ("0", "1", "-1", "2147483648", "-9223372036854775808", "9223372036854775807", "18446744073709551615")
_DECIMALS = ("0.1", "-0.1", "1.10", "123456789012345678901234567890.123456789012345678901234567890", f"{'9' * 65}",
             f"-0.{'0' * 29}1")  # fmt: skip
_TEXTS = ("", "NULL", "a", "ä", "🐦", "a\0b", "\0", "\ufeff", "\uffff", "e\u0301", "\u202eabc", "'", "\\", "\r\n", " ")
_BLOBS = (b"", b"\0", b"abc", bytes(range(256)))

VALUES: Final = (
    Value("NULL", None, "null"),
    *map(same, _WHOLE),
    *map(same, _DECIMALS),
    text("CAST(1.5e300 AS double)", "1.5e300"),
    text("0.1e0", "0.1"),
    text("1e0 / 3e0", "0.3333333333333333"),
    text("5e-324", "5e-324"),
    text("1.7976931348623157e308", "1.7976931348623157e308"),
    text("TRUE", "1"),
    text("DATE '0000-00-00'", "0000-00-00"),
    text("DATE '0001-01-01'", "0001-01-01"),
    text("DATE '9999-12-31'", "9999-12-31"),
    text("TIMESTAMP '9999-12-31 23:59:59.999999'", "9999-12-31 23:59:59.999999"),
    text("TIME '838:59:59'", "838:59:59"),
    text("TIME '-838:59:59'", "-838:59:59"),
    text("TIME '-00:00:00.000001'", "-00:00:00.000001"),
    text("CAST('-25:30:00.5' AS time(6))", "-25:30:00.500000"),
    *(text(f"CONVERT(x'{value.encode().hex()}' USING utf8mb4)", value) for value in _TEXTS),
    text("CONVERT(x'e4f6' USING latin1)", "äö"),
    text("CONVERT(x'8abf' USING sjis)", "漢"),
    *(Value(f"x'{blob.hex()}'", blob, "blob") for blob in _BLOBS),
    Value("CAST('a' AS binary(3))", b"a\0\0", "blob"),
    Value("ST_GeomFromText('POINT(1 2)')", bytes.fromhex("000000000101000000000000000000f03f0000000000000040"), "blob"),
)
