"""Columns of a result as a DB-API describes them (PEP 249, `Cursor.description`)."""

import re
from collections.abc import Sequence
from types import ModuleType
from typing import Any, Final

from lapwing.domain.results import Column

_KINDS: Final = ("STRING", "BINARY", "NUMBER", "DATETIME", "ROWID")
"""PEP 249's type objects: each equals the codes of its types."""
_NUMERIC: Final = re.compile(r"U?(?:TINY|SMALL|MEDIUM|BIG|HUGE)?INT(?:EGER)?\d*|NUM|DEC|FLOAT|DOUBLE|REAL|LONG|MONEY")
_BINARY: Final = re.compile(r"BLOB|BINARY|BYTEA|BYTES|(?:LONG_)?RAW|IMAGE")
_NESTED: Final = ("STRUCT", "MAP", "UNION", "LIST", "ARRAY", "ENUM", "INTERVAL")


def columns_of(description: Sequence[Sequence[Any]] | None, module: Any) -> tuple[Column, ...]:
    """The columns; none where the statement has no result.

    Args:
        module: The DB-API, for the meaning of its type codes.
    """
    return tuple(_column(entry, module) for entry in description or ())


def _column(entry: Sequence[Any], module: Any) -> Column:
    name = entry[0] if isinstance(entry[0], str) else str(entry[0] or "")
    word = type_word(entry[1], module)
    upper = word.upper()
    is_plain = not upper.endswith("]") and not upper.startswith(_NESTED)
    return Column(
        name,
        word,
        is_numeric=is_plain and (_NUMERIC.search(upper) is not None) and not upper.startswith("POINT"),
        is_binary=is_plain and _BINARY.search(upper) is not None,
    )


def type_word(code: Any, module: Any) -> str:
    """The type in words: the DB-API's own name for it, or the kind that PEP 249 gives its code."""
    if code is None:
        return ""
    if isinstance(code, str):
        return code
    if isinstance(code, type):
        return code.__name__
    if isinstance(code, int) or not _says_itself(code):
        return _kind(code, module)
    name = getattr(code, "name", None)
    return name.removeprefix("DB_TYPE_") if isinstance(name, str) else str(code).strip('"')


def _says_itself(code: Any) -> bool:
    """Whether the object has a text of its own, rather than `<... object at 0x...>`."""
    return isinstance(getattr(code, "name", None), str) or " object at 0x" not in str(code)


def _kind(code: Any, module: Any) -> str:
    constants = getattr(getattr(module, "constants", None), "FIELD_TYPE", None)
    if isinstance(constants, ModuleType) and isinstance(code, int):  # the MySQL family's names
        names = [name for name, value in vars(constants).items() if name.isupper() and value == code]
        if names:
            return names[0]
    for kind in _KINDS:
        if getattr(module, kind, None) == code:
            return kind
    return ""
