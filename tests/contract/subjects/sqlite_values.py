"""Values as SQLite can hold them, with the expression that gives each."""

import math
import sys

from contract.subjects.shape import Value
from lapwing.domain.values import RawText

_INTEGERS = (0, 1, -1, 2**31, 2**53 + 1, 2**63 - 1)
_REALS = (1.0, -1.5, 0.1, 1 / 3, 2.0**53, 1e22, 1e23, 123456789.12345679, sys.float_info.max, sys.float_info.min,
          5e-324, 2.2250738585072009e-308, -5e-324)  # fmt: skip
_TEXTS = (
    "",
    "NULL",
    "a",
    "ä",
    "🐦",
    "a\0b",
    "\0",
    "\ufeff",
    "\uffff",
    "e\u0301",
    "\u202eabc",
    "'",
    "\r\n",
    " ",
    "0x41",
)
_RAW = (b"\xff", b"a\x80", b"\xc3", b"\xed\xa0\x80", b"\xff\0\xff", b"\xf8\x88\x80\x80\x80", b"\xc0\x80")
_BLOBS = (b"", b"\0", b"abc", bytes(range(256)))


def real(value: float) -> Value:
    """A real by its shortest text."""
    return Value(f"CAST('{value!r}' AS REAL)", value, "real")


VALUES = (
    Value("NULL", None, "null"),
    *(Value(str(number), number, "integer") for number in _INTEGERS),
    Value("-9223372036854775807 - 1", -(2**63), "integer"),
    Value("9223372036854775807 + 1", 2.0**63, "real"),
    *map(real, _REALS),
    Value("0.0", 0.0, "real"),
    Value("-0.0", -0.0, "real"),
    Value("9e999", math.inf, "real"),
    Value("-9e999", -math.inf, "real"),
    Value("9e999 - 9e999", None, "null"),
    *(Value(f"CAST(X'{text.encode().hex()}' AS TEXT)", text, "text") for text in _TEXTS),
    *(Value(f"CAST(X'{raw.hex()}' AS TEXT)", RawText(raw), "text") for raw in _RAW),
    *(Value(f"X'{blob.hex()}'", blob, "blob") for blob in _BLOBS),
)
