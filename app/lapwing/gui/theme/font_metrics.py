"""A font's line height, set in its bytes before Qt reads them. No Qt here.

`QPlainTextEdit` lays lines out by the font's own ascent and descent and knows no line spacing, so the air between
lines of code has to come from the font. Table layout: OpenType specification 1.9, `hhea` and `OS/2`.
"""

import struct

_HHEA_ASCENDER = 4
_OS2_TYPO_ASCENDER = 68
_OS2_WIN_ASCENT = 74


def with_line_height(font: bytes, ascent: int, descent: int) -> bytes:
    """A copy of a TrueType or OpenType font whose lines reach `ascent` above and `descent` below the base line.

    Args:
        font: One face, not a collection.
        ascent: In font units (thousandths of the em in the bundled faces).
        descent: In font units, a positive number.

    Raises:
        ValueError: `font` has no `hhea` or `OS/2` table.
    """
    patched = bytearray(font)
    found = set()
    (count,) = struct.unpack_from(">H", patched, 4)
    for record in range(12, 12 + 16 * count, 16):
        tag, _, start, length = struct.unpack_from(">4sIII", patched, record)
        if tag == b"hhea":
            struct.pack_into(">hhh", patched, start + _HHEA_ASCENDER, ascent, -descent, 0)
        elif tag == b"OS/2":
            struct.pack_into(">hhh", patched, start + _OS2_TYPO_ASCENDER, ascent, -descent, 0)
            struct.pack_into(">HH", patched, start + _OS2_WIN_ASCENT, ascent, descent)
        else:
            continue
        found.add(tag)
        struct.pack_into(">I", patched, record + 4, _checksum(patched[start : start + length]))
    if found != {b"hhea", b"OS/2"}:
        raise ValueError("not a single font face with line metrics")
    return bytes(patched)


def _checksum(table: bytearray) -> int:
    padded = bytes(table) + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
