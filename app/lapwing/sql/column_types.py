"""The type of a column in each dialect, for what a file seems to hold: one that takes every such value exactly."""

from collections.abc import Mapping
from typing import Final

WORDS: Final = ("text", "bigint", "numeric", "boolean", "json")
"""What columns of files are said to hold."""
_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "postgresql": ("text", "bigint", "numeric", "boolean", "json"),
    "mysql": ("LONGTEXT", "BIGINT", "DECIMAL(65,30)", "BOOLEAN", "LONGTEXT"),
    "sqlite": ("TEXT", "INTEGER", "TEXT", "BOOLEAN", "TEXT"),
}
"""In the order of `WORDS`. MySQL writes JSON anew, and rounds its numbers. SQLite would make a double of a decimal
number in a column of numbers; as a text it keeps its digits, and is still one in arithmetic."""
_OTHERS: Final = ("VARCHAR", "BIGINT", "VARCHAR", "BOOLEAN", "VARCHAR")


def column_types(dialect_id: str) -> dict[str, str]:
    """By what a file's column seems to hold."""
    return dict(zip(WORDS, _TYPES.get(dialect_id, _OTHERS), strict=True))
