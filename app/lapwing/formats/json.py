"""JSON: each result one array of objects, a line for each; several results are several arrays, one after the other."""

from collections.abc import Sequence

from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.formats.base import Format
from lapwing.formats.objects import object_keys, object_lines


class JsonFormat(Format):
    """Line ends inside texts are escaped in JSON, so each one in the lines ends an object."""

    between = b""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        self._keys = tuple(object_keys(columns))
        self._is_empty = True

    def head(self) -> bytes:
        return b"["

    def rows(self, rows: Sequence[Row]) -> bytes:
        lines = object_lines(self._keys, rows)[:-1].replace(b"\n", b",\n")
        before = b"\n" if self._is_empty else b",\n"
        self._is_empty = False
        return before + lines

    def tail(self) -> bytes:
        return b"]\n" if self._is_empty else b"\n]\n"
