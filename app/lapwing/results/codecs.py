"""Between rows and the bytes of a page.

Codec `cells`: msgpack of an array of rows, a row being an array of cells. Two extension types beside msgpack's own:
`_RAW_TEXT` (bytes of text that is not valid in its encoding) and `_LONG` (a `LongCell`).

Codec `mysql-rows` (`results.mysql_rows`): rows as a MySQL server sends them, split when they are read.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

import msgspec
from msgspec.msgpack import Ext

from lapwing.domain.results import Column
from lapwing.domain.values import Cell, LongCell, RawText, Row
from lapwing.results.layout import EncodedPage, ResultBroken
from lapwing.results.mysql_rows import MYSQL_ROWS, PACKETS, split_column, split_packets

CELLS: Final = "cells"
_RAW_TEXT: Final = 1
_LONG: Final = 2


class PageCodec(Protocol):
    """What reads a page of one codec."""

    def decode(self, page: bytes) -> list[Row]: ...

    def column(self, page: bytes, column: int) -> list[Cell]:
        """The cells of one column."""
        ...


def _pack_own(value: Any) -> Ext:
    """msgspec asks this for what msgpack has no type for."""
    if isinstance(value, RawText):
        return Ext(_RAW_TEXT, value.raw)
    if isinstance(value, LongCell):
        return Ext(_LONG, msgspec.msgpack.encode((value.start, value.offset, value.size_bytes, value.kind)))
    raise TypeError(f"A cell of type {type(value).__name__} cannot lie in a page.")


def _unpack_own(code: int, data: memoryview) -> RawText | LongCell:
    if code == _RAW_TEXT:
        return RawText(bytes(data))
    if code == _LONG:
        start, offset, size_bytes, kind = _long_decoder.decode(data)
        if isinstance(start, str | bytes):
            return LongCell(start, offset, size_bytes, kind)
    raise ValueError(f"A page holds an unknown cell of type {code}.")


_long_decoder = msgspec.msgpack.Decoder(tuple[Any, int, int, str])
_encoder = msgspec.msgpack.Encoder(enc_hook=_pack_own)
_decoder = msgspec.msgpack.Decoder(list[tuple[Any, ...]], ext_hook=_unpack_own)

encode_rows: Callable[[Sequence[Row]], bytes] = _encoder.encode
encode_row: Callable[[Row], bytes] = _encoder.encode


class CellsCodec:
    """Reads pages of the codec `cells`."""

    def decode(self, page: bytes) -> list[Row]:
        """The rows of one page.

        Raises:
            ResultBroken: The bytes are no such page.
        """
        try:
            return _decoder.decode(page)
        except (msgspec.MsgspecError, RecursionError, ValueError) as error:
            raise ResultBroken(f"A page of the result cannot be read: {error}") from error

    def column(self, page: bytes, column: int) -> list[Cell]:
        """The cells of one column; raises what `decode` raises."""
        try:
            return [row[column] for row in self.decode(page)]
        except IndexError as error:
            raise ResultBroken("A page of the result holds fewer columns than its header says.") from error


def join_rows(rows: Sequence[bytes]) -> bytes:
    """A page from rows encoded one by one; at most 65,535 of them."""
    count = len(rows)
    head = bytes([0x90 | count]) if count < 16 else b"\xdc" + count.to_bytes(2, "big")
    return head + b"".join(rows)


class MysqlRowsCodec:
    """Reads pages of the codec `mysql-rows`: a first byte says whether packets follow or a page of `cells`."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._cells = CellsCodec()

    def decode(self, page: bytes) -> list[Row]:
        """The rows of one page; raises what `CellsCodec.decode` raises."""
        if page[:1] == PACKETS:
            return split_packets(memoryview(page)[1:], self._columns)
        return self._cells.decode(page[1:])

    def column(self, page: bytes, column: int) -> list[Cell]:
        """The cells of one column; raises what `CellsCodec.decode` raises."""
        if page[:1] == PACKETS:
            return split_column(memoryview(page)[1:], column, is_binary=self._columns[column].is_binary)
        return self._cells.column(page[1:], column)


def codec_named(name: str, columns: Sequence[Column] = ()) -> PageCodec:
    """The codec a result's header names, for a result with these columns.

    Raises:
        ResultBroken: This version knows no such codec.
    """
    if name == MYSQL_ROWS:
        return MysqlRowsCodec(columns)
    if name != CELLS:
        raise ResultBroken(f"No codec here is named {name}.")
    return CellsCodec()


def rows_of(pages: Sequence[EncodedPage], codec: str, columns: Sequence[Column]) -> list[Row]:
    """The rows of pages on their way into a result: without what a writer puts before each."""
    if codec == MYSQL_ROWS:
        return [row for page in pages for row in split_packets(page.data, columns)]
    reader = codec_named(codec, columns)
    return [row for page in pages for row in reader.decode(bytes(page.data))]
