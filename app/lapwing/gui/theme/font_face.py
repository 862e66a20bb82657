"""A font's family name and line height, set in its bytes before Qt reads them. No Qt here.

`QPlainTextEdit` lays lines out by the font's own ascent and descent and knows no line spacing, so the air between
lines of code has to come from the font. Bundled fonts need names of their own, too: where the same family is
installed, Qt takes some of its styles from there. Table layout: OpenType specification 1.9, `name`, `hhea`, `OS/2`.
"""

import struct

_HHEA_ASCENDER = 4
_OS2_TYPO_ASCENDER = 68
_OS2_WIN_ASCENT = 74
_MACINTOSH = 1
_FAMILY_NAMES = (1, 4, 16)
"""Name ids: family, full name, typographic family."""


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
    tables = _tables(font)
    if not {b"hhea", b"OS/2"} <= tables.keys():
        raise ValueError("not a single font face with line metrics")
    struct.pack_into(">hhh", patched, tables[b"hhea"][1] + _HHEA_ASCENDER, ascent, -descent, 0)
    struct.pack_into(">hhh", patched, tables[b"OS/2"][1] + _OS2_TYPO_ASCENDER, ascent, -descent, 0)
    struct.pack_into(">HH", patched, tables[b"OS/2"][1] + _OS2_WIN_ASCENT, ascent, descent)
    for tag in (b"hhea", b"OS/2"):
        _sum_up(patched, *tables[tag])
    return bytes(patched)


def with_family(font: bytes, family: str, new_family: str) -> bytes:
    """A copy of a font that answers to another family name; its copyright and PostScript name stay.

    Raises:
        ValueError: The font has no name that begins with `family`.
    """
    tables = _tables(font)
    if b"name" not in tables:
        raise ValueError("not a single font face with names")
    record, start, length = tables[b"name"]
    table = _renamed(font[start : start + length], family, new_family)
    if table is None:
        raise ValueError(f"no name of this font begins with {family}")
    patched = bytearray(font + b"\0" * (-len(font) % 4))
    struct.pack_into(">II", patched, record + 8, len(patched), len(table))
    patched += table + b"\0" * (-len(table) % 4)
    _sum_up(patched, record, len(patched) - len(table) - (-len(table) % 4), len(table))
    return bytes(patched)


def _renamed(table: bytes, family: str, new_family: str) -> bytes | None:
    """The `name` table with another family; None if that changes nothing."""
    version, count, strings = struct.unpack_from(">3H", table)
    records, storage, changed = b"", b"", False
    for at in range(6, 6 + 12 * count, 12):
        platform, encoding, language, name_id, length, offset = struct.unpack_from(">6H", table, at)
        text = table[strings + offset : strings + offset + length]
        codec = "mac-roman" if platform == _MACINTOSH else "utf-16-be"
        if name_id in _FAMILY_NAMES and text.startswith(family.encode(codec)):
            text = new_family.encode(codec) + text[len(family.encode(codec)) :]
            changed = True
        records += struct.pack(">6H", platform, encoding, language, name_id, len(text), len(storage))
        storage += text
    return struct.pack(">3H", version, count, 6 + len(records)) + records + storage if changed and not version else None


def _tables(font: bytes) -> dict[bytes, tuple[int, int, int]]:
    """Of each table: where its record is, where it begins, how long it is."""
    (count,) = struct.unpack_from(">H", font, 4)
    found = {}
    for record in range(12, 12 + 16 * count, 16):
        tag, _, start, length = struct.unpack_from(">4sIII", font, record)
        found[tag] = (record, start, length)
    return found


def _sum_up(font: bytearray, record: int, start: int, length: int) -> None:
    """Write the checksum of a table into its record."""
    padded = bytes(font[start : start + length]) + b"\0" * (-length % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    struct.pack_into(">I", font, record + 4, sum(words) & 0xFFFFFFFF)
