"""JSON: each result one array of objects, a line for each; several results are several arrays, one after the other."""

from collections.abc import Sequence

from lapwing.domain.results import Column
from lapwing.domain.transfer import WriteOptions
from lapwing.domain.values import Row
from lapwing.formats.base import PLAIN, Format
from lapwing.formats.objects import ObjectLines


class JsonFormat(Format):
    """Line ends inside texts are escaped in JSON, so each one in the lines ends an object."""

    between = b""

    def __init__(self, columns: Sequence[Column], options: WriteOptions = PLAIN) -> None:
        super().__init__(columns, options)
        self._objects = ObjectLines(columns, options)

    def head(self) -> bytes:
        return b"["

    def written(self, rows: Sequence[Row]) -> bytes:
        lines = self._objects.lines(rows)[:-1].replace(b"\n", b",\n")
        return (b",\n" if self.row_count else b"\n") + lines

    def tail(self) -> bytes:
        return b"\n]\n" if self.row_count else b"]\n"
