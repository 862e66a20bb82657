"""Columns of numbers as small blobs.

Of integers their differences are kept; of all the first bytes, then the second bytes and so on, deflated: bytes of the
same weight are much alike. Fractions are kept with 24 binary digits (seven decimal ones), so that there is something to
deflate; whole numbers exactly. Arrays are in the machine's own order, which is little-endian wherever this runs.
"""

import struct
import zlib
from array import array
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Any, Final

INTEGER: Final = "i"
NUMBER: Final = "d"
_WIDTHS: Final = {INTEGER: 4, NUMBER: 8}
_LEVEL: Final = 3
_MOST_BYTES: Final = 64 << 20
_COUNT: Final = struct.Struct("<B")
_HEAD: Final = struct.Struct("<cI")
NAN: Final = float("nan")


class BlobBroken(ValueError):
    """A blob is not what `packed` made."""


def shortened(values: Iterable[float | None]) -> "array[float]":
    """Values as they are kept; None and what is not finite become NaN."""
    plain = [NAN if value is None else float(value) for value in values]
    short = array(NUMBER, array("f", plain))
    return array(
        NUMBER,
        [
            value if value.is_integer() else brief if brief - brief == 0 else NAN
            for value, brief in zip(plain, short, strict=True)
        ],
    )


def packed(*columns: "array[Any]") -> bytes:
    """Columns, each an array of integers or numbers, of any lengths."""
    heads, bodies = [_COUNT.pack(len(columns))], []
    for column in columns:
        heads.append(_HEAD.pack(column.typecode.encode(), len(column)))
        data = (_steps(column) if column.typecode == INTEGER else column).tobytes()
        width = _WIDTHS[column.typecode]
        bodies += [data[place::width] for place in range(width)]
    return b"".join(heads) + zlib.compress(b"".join(bodies), _LEVEL)


def _steps(column: "array[int]") -> "array[int]":
    return array(INTEGER, [*column[:1], *(after - before for before, after in pairwise(column))])


def unpacked(data: bytes) -> "list[array[Any]]":
    """What `packed` was given.

    Raises:
        BlobBroken
    """
    found = []
    for code, woven in woven_columns(data):
        width = _WIDTHS[code]
        length = len(woven) // width
        plain = bytearray(len(woven))
        for place in range(width):
            plain[place::width] = woven[place * length : (place + 1) * length]
        column: array[Any] = array(code)
        column.frombytes(plain)
        found.append(array(INTEGER, accumulate(column)) if code == INTEGER else column)
    return found


def woven_columns(data: bytes) -> list[tuple[str, bytes]]:
    """The kind of each column, and its bytes: all first ones, all second ones ...; of integers of their differences.

    Raises:
        BlobBroken
    """
    try:
        (count,) = _COUNT.unpack_from(data)
        heads = [_HEAD.unpack_from(data, _COUNT.size + place * _HEAD.size) for place in range(count)]
        kinds = [(code.decode("ascii"), length) for code, length in heads]
        size = sum(_WIDTHS[code] * length for code, length in kinds)
        if size > _MOST_BYTES:
            raise BlobBroken(f"A blob of {size:,} bytes was announced.")
        body = zlib.decompressobj().decompress(data[_COUNT.size + count * _HEAD.size :], size + 1)
    except (struct.error, zlib.error, KeyError, UnicodeDecodeError) as error:
        raise BlobBroken(str(error)) from error
    if len(body) != size:
        raise BlobBroken(f"{len(body):,} bytes came of a blob of {size:,}.")
    ends = list(accumulate(_WIDTHS[code] * length for code, length in kinds))
    return [(code, body[start:end]) for (code, _), start, end in zip(kinds, [0, *ends], ends, strict=False)]
