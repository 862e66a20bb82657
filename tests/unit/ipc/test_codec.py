"""Bodies of the line: every type of the domain goes there and back."""

import dataclasses
import types
import typing
from enum import Enum
from typing import Any

import pytest

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.ipc.codec import MODULES, BodyBroken, decode_body, encode_body, types_of
from lapwing.ipc.frames import MAX_NAME_BYTES, Frame, FrameBroken, Kind, decode_head, decode_rest, encode_frame

TYPES = {f"{module}.{name}": kind for module in MODULES for name, kind in types_of(module).items()}
ANYTHING: dict[str, Any] = {"of JSON": [None, True, -(2**63), 2**64 - 1, 1.5, "text", {"": []}]}
SAMPLES: dict[Any, Any] = {
    str: "text 🐦\0",
    int: -(2**63),
    float: -0.0,
    bool: True,
    bytes: b"\0\xff",
    Any: ANYTHING,
}


def sample_of(kind: Any) -> Any:
    """A value of a field's type, with something in every container."""
    origin = typing.get_origin(kind)
    arguments = typing.get_args(kind)
    if origin is tuple:
        return tuple(sample_of(argument) for argument in arguments if argument is not Ellipsis)
    if origin is dict:
        return {sample_of(arguments[0]): sample_of(arguments[1])}
    if origin in {typing.Union, types.UnionType}:
        return sample_of(arguments[0])
    if origin is typing.Literal:
        return arguments[0]
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return made(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)[-1]
    return SAMPLES[kind]


def made(kind: type) -> Any:
    hints = typing.get_type_hints(kind)
    values = {field.name: sample_of(hints[field.name]) for field in dataclasses.fields(kind)}
    special: dict[str, dict[str, Any]] = {
        "OpenSession": {"url": ""},
        "RunQuery": {"first_rows": 1, "row_limit": 1, "pause_s": 30.0, "path": ""},
        "FetchMore": {"rows": 1},
        "ReadMoreRows": {"page_rows": 1},
        "ReadTable": {"page_rows": 1},
        "SearchHistory": {"limit": 1},
        "WriteOptions": {"delimiter": ",", "quote": '"', "null_text": "", "encoding": "utf-8", "rows_per_statement": 1},
        "ExportSource": {"result_id": "", "table": ""},
        "ImportTarget": {"url": ""},
        "ReadSeries": {"end": 1.0, "points": 2},
        "ExportSeries": {"end": 1.0},
    }
    return kind(**{**values, **special.get(kind.__name__, {})})


@pytest.mark.parametrize("name", sorted(TYPES))
def test_every_type_goes_there_and_back(name: str) -> None:
    value = made(TYPES[name])
    assert decode_body(encode_body(value)) == value


def test_nothing_goes_there_and_back_too() -> None:
    assert encode_body(None) == b""
    assert decode_body(b"") is None


def test_types_of_the_line_are_frozen_and_no_two_have_the_same_name() -> None:
    names = [kind.__name__ for kind in TYPES.values()]
    assert len(set(names)) == len(names)
    for kind in TYPES.values():
        name = next((field.name for field in dataclasses.fields(kind)), "anything")
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(kind.__new__(kind), name, None)


def test_a_body_becomes_nothing_that_is_not_of_the_table() -> None:
    for label in ("values.RawText", "urls.Url", "..ipc.codec.BodyBroken", "events.dataclass", "RunQuery", "query."):
        with pytest.raises(BodyBroken, match="unknown type"):
            decode_body(label.encode() + b"\0\x80")


def test_events_have_names_of_their_own_in_the_past_tense() -> None:
    kinds = [kind for kind in TYPES.values() if issubclass(kind, Event)]
    names = [kind.name for kind in kinds]
    assert len(kinds) > 10
    assert len(set(names)) == len(names)
    assert all(name.count(".") == 1 and name == name.lower() for name in names)


@pytest.mark.parametrize("text", ["half \ud83d", "\udce9"])
def test_half_a_character_is_refused(text: str) -> None:
    with pytest.raises(BodyBroken):
        encode_body(ErrorFacts("x", {"server": text}))


def test_a_number_beyond_64_bits_is_refused() -> None:
    with pytest.raises(BodyBroken):
        encode_body(ErrorFacts("x", {"server": 2**64}))


def test_a_type_of_no_table_is_a_defect_where_it_is_sent() -> None:
    with pytest.raises(AssertionError):
        encode_body(Frame(Kind.CALL, 1, "", b""))


@pytest.mark.parametrize("name", ["", "query.run", "ü" * 100, "x" * MAX_NAME_BYTES])
@pytest.mark.parametrize("body", [b"", b"\0", b"x" * 100_000])
def test_a_frame_is_read_as_it_was_written(name: str, body: bytes) -> None:
    frame = Frame(Kind.EVENT, 2**64 - 1, name, body)
    data = encode_frame(frame)
    length, kind, call_id, name_length = decode_head(data[:16])
    assert length == len(data) - 16
    assert decode_rest(kind, call_id, name_length, data[16:]) == frame


def test_a_frame_nobody_would_read_is_not_written() -> None:
    for frame in (Frame(Kind.CALL, 1, "x" * 256, b""), Frame(Kind.CALL, 1, "x", bytes(64 << 20))):
        with pytest.raises(FrameBroken):
            encode_frame(frame)
