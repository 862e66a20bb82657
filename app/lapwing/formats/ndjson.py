"""NDJSON: one JSON object a line, several results one after the other."""

from collections.abc import Sequence

from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.values import Row
from lapwing.formats.base import PLAIN, Format
from lapwing.formats.objects import ObjectLines


class NdjsonFormat(Format):
    between = b""

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        super().__init__(columns, options)
        self._objects = ObjectLines(columns, options)

    def head(self) -> bytes:
        return b""

    def written(self, rows: Sequence[Row]) -> bytes:
        return self._objects.lines(rows)
