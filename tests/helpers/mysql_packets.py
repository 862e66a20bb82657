"""Packets as MySQL servers send them, made by hand: for what no real server can be brought to say."""

import struct
from collections.abc import Sequence
from typing import Final

LONGEST: Final = 0xFFFFFF
EOF: Final = b"\xfe\x00\x00\x02\x00"


def packet(payload: bytes, number: int = 0) -> bytes:
    """A payload in one packet, or in several when it is longer than one can hold; the first has this number."""
    parts = [payload[first : first + LONGEST] for first in range(0, len(payload) + 1, LONGEST)]
    return b"".join(
        struct.pack("<I", len(part) | (number + place) % 256 << 24) + part for place, part in enumerate(parts)
    )


def length(number: int) -> bytes:
    """A length-encoded integer."""
    if number < 0xFB:
        return bytes([number])
    for first, size in ((0xFC, 2), (0xFD, 3)):
        if number < 1 << 8 * size:
            return bytes([first]) + number.to_bytes(size, "little")
    return b"\xfe" + number.to_bytes(8, "little")


def text(data: bytes) -> bytes:
    """A length-encoded string."""
    return length(len(data)) + data


def row(cells: Sequence[bytes | None]) -> bytes:
    """The payload of a row of the text protocol."""
    return b"".join(b"\xfb" if cell is None else text(cell) for cell in cells)


def row_packet(cells: Sequence[bytes | None], number: int = 0) -> bytes:
    return packet(row(cells), number)


def ok(status: int = 2, affected: int = 0, warnings: int = 0) -> bytes:
    return b"\x00" + length(affected) + b"\x00" + struct.pack("<HH", status, warnings)


def error(errno: int, words: bytes, state: bytes = b"HY000") -> bytes:
    return b"\xff" + struct.pack("<H", errno) + b"#" + state + words


def column(name: bytes, kind: int = 253, charset: int = 45, flags: int = 0, size: int = 80) -> bytes:
    """The definition of a column, as without MariaDB's extended metadata."""
    names = b"".join(map(text, (b"def", b"", b"", b"", name, b"")))
    return names + b"\x0c" + struct.pack("<HIBHB2x", charset, size, kind, flags, 0)


def greeting(
    version: bytes = b"8.0.40",
    plugin: bytes = b"mysql_native_password",
    capabilities: int = 0x00AFF7FF & ~0x800,
    salt: bytes = b"abcdefghijklmnopqrst",
) -> bytes:
    """The first packet of a server (page_protocol_connection_phase_packets_protocol_handshake_v10.html).

    Without TLS (0x800), and with CLIENT_PROTOCOL_41, CLIENT_SECURE_CONNECTION and CLIENT_PLUGIN_AUTH.
    """
    return b"".join(
        [
            b"\x0a" + version + b"\0",
            struct.pack("<I", 7),
            salt[:8] + b"\0",
            struct.pack("<HBHHB", capabilities & 0xFFFF, 45, 2, capabilities >> 16, 21),
            bytes(10),
            salt[8:] + b"\0",
            plugin + b"\0",
        ]
    )
