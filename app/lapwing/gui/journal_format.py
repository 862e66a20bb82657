"""How one editor lies in its file: a snapshot, then an append-only log of edits.

    magic, version, salt, check
    record*      marker, length, number, CRC-32 over both, the payload and the file's salt

The first record holds the facts about the editor and the length of its text, the following ones the text in pieces,
all others one batch each: the edits of a fraction of a second and the facts that changed with them. Only the last
batch can have been under way when power or process went away, so a broken last record is ignored, and a broken
record with a whole one behind it is damage. Strings are UTF-8 in which lone surrogates are allowed.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec

from lapwing.domain.errors import StoredNewer
from lapwing.domain.late_dataclass import dataclass
from lapwing.gui.journal_records import CLOSED, FACTS, Facts
from lapwing.gui.journal_text import ChunkedText, Edit

VERSION: Final = 1
READABLE: Final = {VERSION}
"""Versions this program reads; files of an older one are written anew after a backup copy."""

_MAGIC: Final = b"lapwing editor\n"
_HEAD: Final = struct.Struct("<15sH8sI")
_MARKER: Final = b"\xf5LWR"
_RECORD: Final = struct.Struct("<4sIII")
_OPENING, _PIECE, _BATCH = b"O", b"T", b"B"
_Packed = dict[str, bytes | int | bool]
_MOST_CANDIDATES: Final = 1_000
"""Places at which a whole record behind a broken one is looked for: keeps a hostile file from costing minutes."""

HEAD_BYTES: Final = _HEAD.size


class FileUnclear(Exception):
    """Nothing can be made out in a file, not even what editor it was."""


@dataclass(slots=True)
class Reading:
    """What a file held.

    Attributes:
        text: The text after the last whole batch.
        facts: The facts as of the same moment; absent ones were never written.
        next_number: Number of the record that comes next.
        log_edits: Edits since the snapshot.
        log_bytes: Bytes of the batches since the snapshot.
        broken: Why it is not good to its end; empty when it is.
        is_damaged: The broken part is not just a last batch that was under way.
    """

    version: int
    salt: bytes
    text: ChunkedText
    facts: Facts
    next_number: int = 0
    log_edits: int = 0
    log_bytes: int = 0
    broken: str = ""
    is_damaged: bool = False


def head(salt: bytes) -> bytes:
    """The beginning of a file; `salt` is 8 random bytes that make its records unlike those of any other."""
    return _HEAD.pack(_MAGIC, VERSION, salt, _head_check(VERSION, salt))


def _head_check(version: int, salt: bytes) -> int:
    return zlib.crc32(_MAGIC + struct.pack("<H", version) + salt)


def snapshot(facts: Facts, pieces: Sequence[str], salt: bytes) -> Iterator[bytes]:
    """The records that open a file, one by one; piece by piece, so that no other thread waits for a huge text."""
    length = sum(len(piece) for piece in pieces)
    yield _record(0, _OPENING + msgspec.msgpack.encode((length, _packed(facts))), salt)
    for number, piece in enumerate(pieces, start=1):
        yield _record(number, _PIECE + _bytes(piece), salt)


def batch(number: int, edits: Sequence[Edit], facts: Facts, salt: bytes) -> bytes:
    """One batch as a record."""
    told = [(edit.position, edit.removed, _bytes(edit.added)) for edit in edits]
    return _record(number, _BATCH + msgspec.msgpack.encode((told, _packed(facts))), salt)


def read(data: bytes, path: str, chunk_chars: int) -> Reading:
    """Make out what a file holds.

    Raises:
        StoredNewer: A newer Lapwing wrote it.
        FileUnclear: Not even its first record is whole.
    """
    version, salt = _opened(data, path)
    records = _Records(data, salt)
    try:
        wanted, packed = _content(next(records, memoryview(b"")), _OPENING, tuple[int, _Packed])
        reading = Reading(version, salt, ChunkedText("", chunk_chars), _facts(packed))
    except (ValueError, msgspec.MsgspecError) as error:
        raise FileUnclear(f"its first record is broken ({error})") from error
    reading.next_number = 1
    try:
        _read_text(reading, records, wanted, chunk_chars)
        for payload in records:
            _apply(reading, payload)
    except (ValueError, msgspec.MsgspecError) as error:
        reading.broken = f"record {reading.next_number} makes no sense: {error}"
        reading.is_damaged = True
    if not reading.broken and records.end < len(data):
        reading.broken = f"record {reading.next_number} is broken"
        reading.is_damaged = _has_whole_record(data, records.end, reading.next_number, salt)
    return reading


def check_version(data: bytes, path: str) -> None:
    """Look at the beginning of a file, at least `HEAD_BYTES` of it where there are as many.

    Raises:
        StoredNewer: A newer Lapwing wrote it.
    """
    if len(data) >= HEAD_BYTES:
        magic, version, _salt, _check = _HEAD.unpack_from(data)
        if magic == _MAGIC and version > VERSION:
            raise StoredNewer(path=path, theirs=version, ours=VERSION)


def _opened(data: bytes, path: str) -> tuple[int, bytes]:
    """Version and salt of a file."""
    check_version(data, path)
    if len(data) < HEAD_BYTES:
        raise FileUnclear("it is too short")
    magic, version, salt, check = _HEAD.unpack_from(data)
    if magic != _MAGIC:
        raise FileUnclear("it does not begin like one")
    if version not in READABLE or check != _head_check(version, salt):
        raise FileUnclear("its beginning is broken")
    return version, salt


class _Records:
    """The payloads of a file from its beginning on, up to the first record that is not whole.

    Attributes:
        end: Where the last one given ends.
    """

    def __init__(self, data: bytes, salt: bytes) -> None:
        self._data = memoryview(data)
        self._salt = salt
        self._number = 0
        self.end = HEAD_BYTES

    def __iter__(self) -> Iterator[memoryview]:
        return self

    def __next__(self) -> memoryview:
        payload = _payload_at(self._data, self.end, self._number, self._salt)
        if payload is None:
            raise StopIteration
        self._number += 1
        self.end += _RECORD.size + len(payload)
        return payload


def _read_text(reading: Reading, records: _Records, wanted: int, chunk_chars: int) -> None:
    """Put the pieces of the snapshot together; a text that stops short is damage."""
    pieces: list[str] = []
    had = 0
    while had < wanted and (payload := next(records, None)) is not None:
        piece = _string(_after(payload, _PIECE))
        pieces.append(piece)
        had += len(piece)
        reading.next_number += 1
    reading.text = ChunkedText("".join(pieces), chunk_chars)
    if had != wanted:
        reading.broken = f"it holds {had} characters of {wanted}"
        reading.is_damaged = True


def _apply(reading: Reading, payload: memoryview) -> None:
    """Apply one batch, all of it or nothing."""
    told, packed = _content(payload, _BATCH, tuple[list[tuple[int, int, bytes]], _Packed])
    facts = _facts(packed)
    edits = [Edit(position, removed, _string(added)) for position, removed, added in told]
    length = len(reading.text)
    for edit in edits:
        if not 0 <= edit.position <= edit.position + edit.removed <= length:
            raise ValueError("an edit reaches outside the text")
        length += len(edit.added) - edit.removed
    for edit in edits:
        reading.text.replace(edit)
    reading.facts |= facts
    reading.log_edits += len(edits)
    reading.log_bytes += _RECORD.size + len(payload)
    reading.next_number += 1


def _record(number: int, payload: bytes, salt: bytes) -> bytes:
    return _RECORD.pack(_MARKER, len(payload), number, _check(number, payload, salt)) + payload


def _check(number: int, payload: bytes | memoryview, salt: bytes) -> int:
    return zlib.crc32(payload, zlib.crc32(salt + struct.pack("<II", len(payload), number)))


def _payload_at(data: memoryview, start: int, number: int, salt: bytes) -> memoryview | None:
    """The payload of the record at `start`; None unless that record is whole and has this number."""
    if start + _RECORD.size > len(data):
        return None
    marker, length, found, check = _RECORD.unpack_from(data, start)
    begin = start + _RECORD.size
    if marker != _MARKER or found != number or begin + length > len(data):
        return None
    payload = data[begin : begin + length]
    return payload if check == _check(number, payload, salt) else None


def _has_whole_record(data: bytes, start: int, number: int, salt: bytes) -> bool:
    """Whether a record with a later number lies whole behind `start`."""
    view = memoryview(data)
    place = start
    for _ in range(_MOST_CANDIDATES):
        place = data.find(_MARKER, place + 1)
        if place < 0 or place + _RECORD.size > len(data):
            return False
        _marker, length, found, check = _RECORD.unpack_from(data, place)
        begin = place + _RECORD.size
        is_within = found > number and begin + length <= len(data)
        if is_within and check == _check(found, view[begin : begin + length], salt):
            return True
    return False


def _content(payload: memoryview, kind: bytes, form: Any) -> Any:
    return msgspec.msgpack.decode(_after(payload, kind), type=form)


def _after(payload: memoryview, kind: bytes) -> memoryview:
    if payload[:1] != kind:
        raise ValueError(f"it is of kind {bytes(payload[:1])!r} instead of {kind!r}")
    return payload[1:]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _string(data: bytes | memoryview) -> str:
    return str(data, "utf-8", "surrogatepass")


def _packed(facts: Facts) -> _Packed:
    return {name: _bytes(value) if isinstance(value, str) else value for name, value in facts.items()}


def _facts(packed: _Packed) -> Facts:
    """Facts as they were told.

    Raises:
        ValueError: One is unknown or of the wrong kind.
    """
    facts: Facts = {}
    for name, value in packed.items():
        kind = int if name == CLOSED else FACTS.get(name)
        told = _string(value) if isinstance(value, bytes) else value
        if kind is None or not isinstance(told, kind):
            raise ValueError(f"{name} is {type(told).__name__}")
        facts[name] = told
    return facts
