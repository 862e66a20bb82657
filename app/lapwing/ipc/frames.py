"""Frames: how messages are told apart on a byte stream.

One frame is a head of 16 bytes (marker, length of what follows the head, kind, call id, length of the name), the name
in UTF-8 and a body. Numbers are big-endian. Either side ends the line at the first frame that is not one.
"""

import struct
from enum import IntEnum
from typing import Final, NamedTuple

MARKER: Final = 0x4C57
HEAD: Final = struct.Struct(">HIBQB")
MAX_FRAME_BYTES: Final = 64 << 20
MAX_NAME_BYTES: Final = 255
PROTOCOL: Final = 1
"""Raised whenever a frame or a body changes its meaning. Sides of different numbers refuse each other."""


class Kind(IntEnum):
    HELLO = 1
    CALL = 2
    ANSWER = 3
    ERROR = 4
    CANCEL = 5
    EVENT = 6
    GOODBYE = 7


class Frame(NamedTuple):
    kind: Kind
    id: int
    """The call it belongs to; 0 where there is none."""
    name: str
    """Operation or event id; empty where there is none."""
    body: bytes


class FrameBroken(ValueError):
    """The bytes are no frame; the sentence says why. The stream cannot be read any further."""


def encode_frame(frame: Frame) -> bytes:
    """The bytes of a frame.

    Raises:
        FrameBroken: It would be longer than a reader accepts.
    """
    name = frame.name.encode(errors="backslashreplace")
    length = len(name) + len(frame.body)
    if len(name) > MAX_NAME_BYTES:
        raise FrameBroken(f"A name of {len(name):,} bytes is longer than {MAX_NAME_BYTES}.")
    if length > MAX_FRAME_BYTES:
        raise FrameBroken(f"A message of {length:,} bytes is longer than {MAX_FRAME_BYTES:,}.")
    return HEAD.pack(MARKER, length, frame.kind, frame.id, len(name)) + name + frame.body


def decode_head(head: bytes) -> tuple[int, Kind, int, int]:
    """Length of the rest, kind, id and length of the name.

    Raises:
        FrameBroken: It is no head.
    """
    marker, length, kind, call_id, name_length = HEAD.unpack(head)
    if marker != MARKER:
        raise FrameBroken("Bytes arrived that are not Lapwing's protocol.")
    if length > MAX_FRAME_BYTES:
        raise FrameBroken(f"A message of {length:,} bytes was announced; {MAX_FRAME_BYTES:,} are allowed.")
    if name_length > length:
        raise FrameBroken("A message is shorter than its own name.")
    try:
        return length, Kind(kind), call_id, name_length
    except ValueError as error:
        raise FrameBroken(f"A message of unknown kind {kind} arrived.") from error


def decode_rest(kind: Kind, call_id: int, name_length: int, rest: bytes) -> Frame:
    """The frame from what follows its head.

    Raises:
        FrameBroken: Its name is no text.
    """
    try:
        return Frame(kind, call_id, rest[:name_length].decode(), rest[name_length:])
    except UnicodeDecodeError as error:
        raise FrameBroken("A message's name is no text.") from error
