"""How a result lies on disk.

A result is two append-only files. `NAME` holds a header, then pages and, between them, cells too long to lie among the
others. `NAME.index` holds one `PageEntry` a page, written after the page itself, so that it never points at bytes that
are not there.

A page is at most `ROWS_PER_PAGE` rows, fewer when they reach `PAGE_BYTES`. Page n therefore begins at row 64 n or
earlier, and mostly exactly there: one read of the index finds a row, or a few where rows are wide.
"""

import struct
from typing import Final, NamedTuple

import msgspec

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column

ROWS_PER_PAGE: Final = 64
PAGE_BYTES: Final = 64 * 1024
MAGIC: Final = b"LapwingResult\x00\x00\x01"
HEAD_BYTES: Final = len(MAGIC) + 4
"""Magic and length of the header."""
ENTRY: Final = struct.Struct("<QQII")
INDEX_SUFFIX: Final = ".index"


class ResultBroken(ValueError):
    """What should be a result is cut, damaged, or something else; the sentence says how."""


class PageEntry(NamedTuple):
    """Where one page lies."""

    first_row: int
    offset: int
    length: int
    rows: int


class EncodedPage(NamedTuple):
    """A page before it is written: its bytes, in the codec of its result, and how many rows they hold."""

    data: bytes | memoryview
    rows: int


@dataclass(frozen=True, slots=True)
class Header:
    """Stands at the beginning of a result file, behind the magic and its own length (4 bytes, little-endian)."""

    codec: str
    columns: tuple[Column, ...]


def encode_header(header: Header) -> bytes:
    body = msgspec.msgpack.encode(header)
    return MAGIC + struct.pack("<I", len(body)) + body


def decode_header(start: bytes) -> Header:
    """The header in the first bytes of a file.

    Raises:
        ResultBroken: These are not the first bytes of a result file, or not all of its header.
    """
    if not start.startswith(MAGIC) or len(start) < HEAD_BYTES:
        raise ResultBroken("This is not a result file.")
    (length,) = struct.unpack_from("<I", start, len(MAGIC))
    body = start[HEAD_BYTES : HEAD_BYTES + length]
    if len(body) < length:
        raise ResultBroken("The result file ends within its header.")
    try:
        return msgspec.msgpack.decode(body, type=Header)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise ResultBroken(f"The header of a result cannot be read: {error}") from error
