"""Thumbnails: PNG files of a few colours, drawn row by row.

The bytes have to be the same wherever the sample is built, and compressors differ between builds of zlib. So the
picture data is wrapped as one stored (uncompressed) deflate block, which only needs zlib's check sums (RFC 1950, 1951).
"""

import zlib

SIZE = 64
"""Width and height in pixels; sixteen colours, half a byte for each pixel."""

_SKY, _SKY_LOW, _GROUND, _GROUND_FAR, _INK, _SUN, _PRODUCT, _PRODUCT_DARK, _WHITE = "012345678"


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return len(content).to_bytes(4, "big") + kind + content + check.to_bytes(4, "big")


def _stored(content: bytes) -> bytes:
    """A zlib stream of one stored block; `content` is below 64 kB."""
    size = len(content)
    block = b"\x01" + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little")
    return b"\x78\x01" + block + content + zlib.adler32(content).to_bytes(4, "big")


def _png(rows: list[str], palette: bytes) -> bytes:
    """A PNG whose rows are texts of hexadecimal digits, one for each pixel: its place in the palette."""
    header = SIZE.to_bytes(4, "big") * 2 + bytes((4, 3, 0, 0, 0))
    lines = b"".join(b"\x00" + bytes.fromhex(row) for row in rows)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"PLTE", palette)
        + _chunk(b"IDAT", _stored(lines))
        + _chunk(b"IEND", b"")
    )


def _over(row: str, left: int, width: int, colour: str) -> str:
    """The row with a stretch of it painted over; what lies outside is cut off."""
    start, end = max(left, 0), min(left + width, SIZE)
    return row if end <= start else row[:start] + colour * (end - start) + row[end:]


def _scene(sun_x: int, horizon: int) -> list[str]:
    """Sky with a sun, and ground below the horizon."""
    rows = []
    for y in range(SIZE):
        row = (_SKY if y < horizon - 14 else _SKY_LOW if y < horizon else _GROUND) * SIZE
        reach = 64 - (y - 14) ** 2
        if reach > 0 and y < horizon:
            half = int(reach**0.5)
            row = _over(row, sun_x - half, 2 * half, _SUN)
        rows.append(row)
    return rows


def _hill(rows: list[str], top_x: int, top_y: int, bottom_y: int, slope: float, colours: tuple[str, str]) -> None:
    """A triangle with a lit and a shaded side."""
    for y in range(top_y, bottom_y):
        half = int((y - top_y) * slope) + 1
        rows[y] = _over(_over(rows[y], top_x - half, half, colours[0]), top_x, half, colours[1])


def _camp(rows: list[str]) -> None:
    _hill(rows, 34, 26, 56, 0.85, (_PRODUCT, _PRODUCT_DARK))
    _hill(rows, 34, 40, 56, 0.3, (_INK, _INK))


def _peak(rows: list[str]) -> None:
    _hill(rows, 20, 24, 46, 1.1, (_GROUND_FAR, _GROUND_FAR))
    _hill(rows, 40, 14, 52, 0.9, (_PRODUCT, _PRODUCT_DARK))
    _hill(rows, 40, 14, 22, 0.9, (_WHITE, _WHITE))


def _water(rows: list[str]) -> None:
    for y in range(46, SIZE, 4):
        rows[y] = _over(rows[y], (y * 7) % 23, 26, _SKY_LOW)
    for y in range(40, 47):
        inset = (y - 40) * 2
        rows[y] = _over(rows[y], 8 + inset, 48 - 2 * inset, _PRODUCT if y < 43 else _PRODUCT_DARK)


def _snow(rows: list[str]) -> None:
    for y in range(46, SIZE):
        rows[y] = _WHITE * SIZE
    _hill(rows, 26, 20, 46, 1.2, (_WHITE, _SKY_LOW))
    for y in range(30, 60):
        rows[y] = _over(_over(rows[y], 40 + (y - 30) // 3, 3, _PRODUCT), 52 - (y - 30) // 3, 3, _PRODUCT_DARK)


def _bird(rows: list[str]) -> None:
    for y in range(28, 44):
        half = int((64 - (y - 36) ** 2) ** 0.5 * 1.6)
        rows[y] = _over(rows[y], 32 - half, 2 * half, _PRODUCT if y < 37 else _WHITE)
    for y in range(20, 32):
        half = int(max(36 - (y - 26) ** 2, 1) ** 0.5)
        rows[y] = _over(rows[y], 44 - half, 2 * half, _PRODUCT_DARK)
    rows[25] = _over(rows[25], 50, 9, _SUN)
    rows[24] = _over(rows[24], 45, 2, _WHITE)
    for y in range(43, 52):
        rows[y] = _over(_over(rows[y], 28, 1, _INK), 36, 1, _INK)


_MOTIFS = {"camp": _camp, "peak": _peak, "water": _water, "snow": _snow, "bird": _bird}


def thumbnail(motif: str, colour: tuple[int, int, int], mood: int) -> bytes:
    """A PNG file of 64 x 64 pixels.

    Args:
        motif: "camp", "peak", "water", "snow" or "bird".
        colour: Red, green and blue of the product, 0 to 255.
        mood: Any number from 0 up: time of day and place of the sun.
    """
    sky = ((196, 222, 236), (250, 214, 178), (178, 196, 214), (60, 74, 108))[mood % 4]
    low = tuple((level + 255) // 2 for level in sky)
    dark = tuple(level * 2 // 3 for level in colour)
    ground = (126, 164, 188) if motif == "water" else (118, 138, 92)
    shades = (sky, low, ground, (150, 160, 150), (40, 38, 36), (252, 228, 140), colour, dark, (250, 250, 248))
    palette = b"".join(bytes(shade) for shade in shades)
    rows = _scene(8 + mood * 11 % 48, 46)
    _MOTIFS[motif](rows)
    return _png(rows, palette)
