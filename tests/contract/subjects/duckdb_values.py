"""Values as DuckDB's DB-API gives them, with the expression that makes each.

Left out is what its Python client itself cannot give: months of an interval, nanoseconds, infinite dates.
"""

import math
import sys
from typing import Final

from contract.subjects.shape import Value

_TEXTS: Final = ("", "NULL", "a", "ä", "🐦", "\ufeff", "\uffff", "e\u0301", "\u202eabc", "'", "\r\n", " ", "0x41")
_REALS: Final = (
    1.0, -1.5, 0.1, 1 / 3, 2.0**53, 1e22, 1e23, sys.float_info.max, sys.float_info.min, 5e-324, -5e-324, -0.0, 0.0,
)  # fmt: skip
_BLOBS: Final = (b"", b"\0", b"abc", bytes(range(256)))
_WRITTEN: Final = {
    "170141183460469231731687303715884105727::HUGEINT": "170141183460469231731687303715884105727",
    "18446744073709551615::UBIGINT": "18446744073709551615",
    "1.50::DECIMAL(9,2)": "1.50",
    "-0.0000000001::DECIMAL(38,10)": "-0.0000000001",
    "'12345678901234567890123456789.012345679'::DECIMAL(38,9)": "12345678901234567890123456789.012345679",
    "true": "true",
    "false": "false",
    "DATE '0001-01-01'": "0001-01-01",
    "DATE '2024-02-29'": "2024-02-29",
    "DATE '0044-03-15 (BC)'": "0044-03-15 (BC)",
    "TIME '23:59:59.999999'": "23:59:59.999999",
    "TIME '24:00:00'": "24:00:00",
    "TIMESTAMP '2024-02-29 01:02:03.5'": "2024-02-29 01:02:03.5",
    "TIMESTAMP '290000-01-01 00:00:00'": "290000-01-01 00:00:00",
    "INTERVAL '1 day 02:03:04.05'": "1 day 02:03:04.05",
    "INTERVAL '-90 minutes'": "-01:30:00",
    "INTERVAL '0 days'": "00:00:00",
    "'12345678-1234-5678-1234-567812345678'::UUID": "12345678-1234-5678-1234-567812345678",
    "'b'::ENUM('a', 'b')": "b",
    "'10101'::BIT": "10101",
    "JSON '{\"a\": [1.10, null]}'": '{"a": [1.10, null]}',
    "[1, NULL, 3]": "[1, null, 3]",
    "[]": "[]",
    "['a\"b', 'ä', NULL]": '["a\\"b", "ä", null]',
    "[1.10::DECIMAL(5,2)]": "[1.10]",
    "{'a': 1, 'b': DATE '2024-02-29'}": '{"a": 1, "b": "2024-02-29"}',
    "MAP {'k': [true]}": '{"k": [true]}',
    "['\\xFF'::BLOB]": '["0xFF"]',
    "[9007199254740993, '-170141183460469231731687303715884105728'::HUGEINT]": (
        "[9007199254740993, -170141183460469231731687303715884105728]"
    ),
}

VALUES: Final = (
    Value("NULL", None, "null"),
    *(Value(f"'{number}'::BIGINT", number, "integer") for number in (0, 1, -1, 2**31, 2**53 + 1, 2**63 - 1, -(2**63))),
    *(Value(f"'{number!r}'::DOUBLE", number, "real") for number in _REALS),
    Value("'inf'::DOUBLE", math.inf, "real"),
    Value("'-inf'::DOUBLE", -math.inf, "real"),
    Value("'0.1'::FLOAT", 0.10000000149011612, "real"),
    *(Value(f"decode(unhex('{text.encode().hex()}'))", text, "text") for text in _TEXTS),
    *(Value(f"unhex('{blob.hex()}')", blob, "blob") for blob in _BLOBS),
    *(Value(sql, text, "text") for sql, text in _WRITTEN.items()),
)
