"""What Lapwing and a plugin's process say to each other: frames of msgpack over a socket pair, with calls both ways.

A frame is four bytes of length (big-endian) and an array of kind, id, name and body. A call is answered by a frame with
its id. What a body holds is said by the contract: the types of a hook's arguments and of its answer are read from
`lapwing.plugins.api`, so that whatever else comes is refused while it is decoded.
"""

import inspect
import types
import typing
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache
from typing import Any, Final

import msgspec

from lapwing.domain.plugins.manifest import Manifest
from lapwing.plugins.api import CellFacts, Context, Plugin, Rows

MOST_BYTES: Final = 6 << 20
"""Of one frame: a picture of 4 MB fits."""
HEAD_BYTES: Final = 4


class Kind(IntEnum):
    CALL = 0
    """A hook, or a function of the context; answered with ANSWER or FAILED."""
    ANSWER = 1
    FAILED = 2
    TELL = 3
    """As CALL, but nothing is answered."""


class Frame(msgspec.Struct, array_like=True, frozen=True):
    """One message. Ids are the caller's own; both ends count for themselves."""

    kind: int
    id: int
    name: str
    body: msgspec.Raw = msgspec.Raw(b"\xc0")


class Begin(msgspec.Struct, frozen=True):
    """The first call: what the process is to become. Paths are absolute.

    Attributes:
        folder: The plugin's own code.
        libraries: Folders with packages that it requires.
        temporary: A folder of its own for files that do not last.
        files: Folders that a `files:` permission names.
    """

    manifest: Manifest
    folder: str
    data_folder: str
    temporary: str
    libraries: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    config: dict[str, Any] = {}
    memory_bytes: int = 512 << 20
    cpu_s: int = 3600
    open_files: int = 64
    file_bytes: int = 1 << 30
    threads: int = 100


class Begun(msgspec.Struct, frozen=True):
    """What the kernel enforces from now on."""

    files: bool
    network: bool
    note: str = ""


class Failure(msgspec.Struct, frozen=True):
    """What went wrong: the exception's class by name, and its words."""

    kind: str
    text: str


class ProtocolBroken(ValueError):
    """What came is no frame, or not what its name promises."""


BEGIN: Final = "begin"
STREAM_OPEN: Final = "stream.open"
STREAM_NEXT: Final = "stream.next"
STREAM_CLOSE: Final = "stream.close"
STREAM_INPUT: Final = "stream.input"
"""Asked by the plugin's process: the next piece of what a stream is made of; None at its end."""
STREAMS: Final = ("export_rows", "import_rows")
"""Hooks whose answer comes piece by piece."""

_packed: Final = msgspec.msgpack.Encoder().encode
_unpacked: Final = msgspec.msgpack.Decoder(Frame).decode

_OWN: Final[dict[str, tuple[tuple[Any, ...], Any]]] = {
    BEGIN: ((Begin,), Begun),
    f"{STREAM_OPEN}.export_rows": ((int, str, tuple[CellFacts, ...]), type(None)),
    f"{STREAM_OPEN}.import_rows": ((int, str), type(None)),
    f"{STREAM_NEXT}.export_rows": ((int,), bytes | None),
    f"{STREAM_NEXT}.import_rows": ((int,), Rows | None),
    STREAM_CLOSE: ((int,), type(None)),
    f"{STREAM_INPUT}.export_rows": ((int,), Rows | None),
    f"{STREAM_INPUT}.import_rows": ((int,), bytes | None),
}


def hooks() -> tuple[str, ...]:
    """The names of all hooks, in the order of the contract."""
    return tuple(name for name, _ in inspect.getmembers(Plugin, inspect.isfunction) if not name.startswith("_"))


def context_functions() -> tuple[str, ...]:
    """The names of all that a plugin may ask for."""
    return tuple(name for name, _ in inspect.getmembers(Context, inspect.isfunction) if not name.startswith("_"))


def hook_of(name: str) -> str:
    """The hook that a call is about, also one for a piece of its stream."""
    return name.rpartition(".")[2]


@cache
def signature(name: str) -> tuple[tuple[Any, ...], Any]:
    """The types of the arguments and of the answer of what a call names.

    Raises:
        ProtocolBroken: There is no such thing.
    """
    if name in _OWN:
        return _OWN[name]
    function = None
    if name in hooks():
        function = getattr(Plugin, name)
    elif name in context_functions():
        function = getattr(Context, name)
    if function is None or name in STREAMS:
        raise ProtocolBroken(f"There is nothing named {name[:60]!r}.")
    hints = typing.get_type_hints(function)
    answer = hints.pop("return")
    return tuple(_plain(each) for each in hints.values()), _plain(answer)


def _plain(kind: Any) -> Any:
    """The same type, with lists for whatever can be gone through once, and anything where it is text or bytes: msgpack
    tells these apart, msgspec does not take them together."""
    if {str, bytes} <= set(typing.get_args(kind)):
        return Any
    if typing.get_origin(kind) in {Iterable, Iterator, Sequence}:
        return types.GenericAlias(tuple, (typing.get_args(kind)[0], ...))
    return kind


@cache
def _arguments_decoder(name: str) -> msgspec.msgpack.Decoder[Any]:
    taken = signature(name)[0]
    return msgspec.msgpack.Decoder(types.GenericAlias(tuple, taken) if taken else list[None])


@cache
def _answer_decoder(name: str) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(signature(name)[1])


_failure: Final = msgspec.msgpack.Decoder(Failure).decode


def pack(kind: Kind, number: int, name: str, body: object) -> bytes:
    """A frame with its length before it.

    Raises:
        ProtocolBroken: The body cannot be sent: it holds what msgpack does not know, or is too large.
    """
    try:
        packed = _packed(Frame(kind, number, name, msgspec.Raw(_packed(body))))
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise ProtocolBroken(f"It cannot be sent: {error}.") from error
    if len(packed) > MOST_BYTES:
        raise ProtocolBroken(f"It is too large: {len(packed) >> 10} kB, where {MOST_BYTES >> 10} kB are the most.")
    return len(packed).to_bytes(HEAD_BYTES, "big") + packed


def unpack(packed: bytes) -> Frame:
    """What `pack` was given, without its length.

    Raises:
        ProtocolBroken: It is no frame.
    """
    try:
        return _unpacked(packed)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ProtocolBroken(f"That is no frame: {error}.") from error


def arguments_of(frame: Frame) -> tuple[Any, ...]:
    """The arguments of a call.

    Raises:
        ProtocolBroken: They are not what the call takes.
    """
    return tuple(_decoded(_arguments_decoder(frame.name), frame.body))


def answer_to(name: str, body: msgspec.Raw) -> Any:
    """What a call was answered with.

    Raises:
        ProtocolBroken: It is not what the contract says.
    """
    return _decoded(_answer_decoder(name), body)


def failure_of(frame: Frame) -> Failure:
    """Why a call has no answer.

    Raises:
        ProtocolBroken: It does not say so.
    """
    try:
        return _failure(frame.body)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ProtocolBroken(f"That is no failure: {error}.") from error


def _decoded(decoder: msgspec.msgpack.Decoder[Any], body: msgspec.Raw) -> Any:
    try:
        return decoder.decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ProtocolBroken(f"It is not what the contract says: {error}.") from error
