"""NDJSON: one JSON object a line, several results one after the other."""

from collections.abc import Sequence

from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.formats.base import Format
from lapwing.formats.objects import object_keys, object_lines


class NdjsonFormat(Format):
    between = b""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        self._keys = tuple(object_keys(columns))

    def head(self) -> bytes:
        return b""

    def rows(self, rows: Sequence[Row]) -> bytes:
        return object_lines(self._keys, rows)
