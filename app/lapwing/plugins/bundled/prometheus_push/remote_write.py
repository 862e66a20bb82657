"""Figures as a request of Prometheus's remote write, version 0.1.0: a protobuf message in a snappy block.

Sources: prometheus.io/docs/specs/prw/remote_write_spec, protobuf.dev/programming-guides/encoding,
github.com/google/snappy/blob/main/format_description.txt. Both are written here, as far as they are needed: messages
of texts, doubles and integers, and snappy's literals, which compress nothing and which every reader has to know.
"""

import struct
from collections.abc import Iterable
from typing import Final

from lapwing.plugins.bundled.prometheus_push.exposition import Family, Labels

HEADERS: Final = {
    "content-encoding": "snappy",
    "content-type": "application/x-protobuf",
    "x-prometheus-remote-write-version": "0.1.0",
}
_BYTES, _DOUBLE, _VARINT = 2, 1, 0
"""Wire types of protobuf."""
_MOST_LITERAL: Final = 1 << 16


def request(families: Iterable[Family], common: Labels, at_ms: int) -> bytes:
    """The body of a request with all figures at one time (Unix milliseconds)."""
    series = b""
    for family in families:
        for sample in family.samples:
            labels = {**dict(common), **dict(sample.labels), "__name__": family.name + sample.suffix}
            series += _field(1, _BYTES, _sized(_series(labels, sample.value, at_ms)))
    return _snappy(series)


def _series(labels: dict[str, str], value: float, at_ms: int) -> bytes:
    """TimeSeries { repeated Label labels = 1; repeated Sample samples = 2 }; labels have to be in order."""
    named = b"".join(
        _field(1, _BYTES, _sized(_text(1, name) + _text(2, labels[name]))) for name in sorted(labels) if labels[name]
    )
    sample = _field(1, _DOUBLE, struct.pack("<d", value)) + _field(2, _VARINT, _varint(at_ms))
    return named + _field(2, _BYTES, _sized(sample))


def _text(number: int, text: str) -> bytes:
    return _field(number, _BYTES, _sized(text.encode(errors="replace")))


def _field(number: int, wire: int, data: bytes) -> bytes:
    return _varint(number << 3 | wire) + data


def _sized(data: bytes) -> bytes:
    return _varint(len(data)) + data


def _varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit says that more follow. A negative one as 64 bits."""
    number &= (1 << 64) - 1
    made = bytearray()
    while number > 127:
        made.append(number & 127 | 128)
        number >>= 7
    made.append(number)
    return bytes(made)


def _snappy(data: bytes) -> bytes:
    """A block of literals of up to 64 kB: the tag 61 << 2, then two bytes that say the length less one."""
    made = bytearray(_varint(len(data)))
    for start in range(0, len(data), _MOST_LITERAL):
        piece = data[start : start + _MOST_LITERAL]
        made += bytes([61 << 2]) + struct.pack("<H", len(piece) - 1) + piece
    return bytes(made)
