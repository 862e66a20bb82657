"""Whatever comes over the line: it ends cleanly with a reason, or goes on; it never hangs and never raises."""

import asyncio
import random
import struct
from collections.abc import Awaitable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.counts import times
from helpers.lines import HELLO_BYTES, raw
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.operations import Goodbye
from lapwing.domain.query import CancelRun, RunQuery
from lapwing.ipc.codec import MODULES, decode_body, encode_body, types_of
from lapwing.ipc.frames import HEAD, MARKER, MAX_FRAME_BYTES, Frame, Kind, decode_head, encode_frame
from lapwing.ipc.peer import LineEnded

both = pytest.mark.parametrize("kind", ["pipe", "socket"])
CALL = Frame(Kind.CALL, 7, "echo", encode_body(RunQuery("r", "s", "SELECT 1")))
TALK = b"".join(
    [
        HELLO_BYTES,
        encode_frame(CALL),
        encode_frame(Frame(Kind.CANCEL, 7, "", b"")),
        encode_frame(Frame(Kind.CALL, 8, "wait", b"")),
        encode_frame(Frame(Kind.EVENT, 0, "x", encode_body(CancelRun("no event")))),
    ]
)


def head(length: int, kind: int = Kind.CALL, name_length: int = 0, marker: int = MARKER) -> bytes:
    return struct.pack(">HIBQB", marker, length, kind, 1, name_length)


def frames(data: bytes) -> list[Frame]:
    """What was said, taken apart."""
    found: list[Frame] = []
    while data:
        length, kind, call_id, name_length = decode_head(data[: HEAD.size])
        rest = data[HEAD.size : HEAD.size + length]
        found.append(Frame(kind, call_id, rest[:name_length].decode(), rest[name_length:]))
        data = data[HEAD.size + length :]
    return found


async def ending(said: Awaitable[str]) -> str:
    """Why the line ended; it must, and soon."""
    try:
        return await asyncio.wait_for(said, 10)
    except LineEnded as error:
        return str(error)


async def end_of(data: bytes, kind: str = "pipe", *, serves: bool = True) -> tuple[str, list[Frame]]:
    """Say something to a peer and close; why its line ended, and what it answered."""
    async with raw(kind, serves=serves) as other:
        living = asyncio.create_task(ending(other.live()))
        await other.send(data)
        reason = await living
        return reason, frames(await asyncio.wait_for(other.hear(), 10))


BROKEN = {
    "other bytes": (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "not Lapwing's protocol"),
    "zeros": (bytes(100), "not Lapwing's protocol"),
    "a huge length": (head(0xFFFFFFFF), "4,294,967,295 bytes was announced"),
    "a length just too great": (head(MAX_FRAME_BYTES + 1), "was announced"),
    "an unknown kind": (head(0, kind=99), "unknown kind 99"),
    "a name longer than all": (head(3, name_length=4) + b"abc", "shorter than its own name"),
    "a name that is no text": (head(2, name_length=2) + b"\xff\xfe", "name is no text"),
    "a second greeting": (HELLO_BYTES, "second greeting"),
    "two calls of one id": (encode_frame(Frame(Kind.CALL, 1, "wait", b"")) * 2, "Two calls with one id"),
    "an event that is none": (encode_frame(Frame(Kind.EVENT, 0, "x", encode_body(CancelRun("r")))), "event"),
    "an event without a body": (encode_frame(Frame(Kind.EVENT, 0, "x", b"")), "event"),
    "an event of an unknown type": (encode_frame(Frame(Kind.EVENT, 0, "x", b"Nothing\0")), "unknown type 'Nothing'"),
    "a goodbye that is none": (encode_frame(Frame(Kind.GOODBYE, 0, "", b"\xff")), "unknown type"),
}


@both
@pytest.mark.parametrize("what", sorted(BROKEN))
async def test_what_breaks_the_protocol_ends_the_line_and_is_told(kind: str, what: str) -> None:
    data, says = BROKEN[what]
    reason, answers = await end_of(HELLO_BYTES + data, kind)
    assert says in reason
    assert answers[0].kind is Kind.HELLO
    assert answers[-1].kind is Kind.GOODBYE
    goodbye = decode_body(answers[-1].body)
    assert isinstance(goodbye, Goodbye)
    assert goodbye.reason == reason


@both
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "closed the line"),
        (b"x", "in the middle of a message"),
        (b"x" * 100, "not Lapwing's protocol"),
        (encode_frame(CALL), "no greeting"),
        (encode_frame(Frame(Kind.HELLO, 0, "", b"")), "no greeting"),
        (encode_frame(Frame(Kind.HELLO, 0, "", encode_body(CancelRun("r")))), "no greeting"),
        (encode_frame(Frame(Kind.HELLO, 0, "", b"operations.Hello\0\x80")), "missing required field"),
        (head(0xFFFFFFFF, kind=Kind.HELLO), "was announced"),
    ],
)
async def test_who_does_not_greet_is_not_listened_to(kind: str, data: bytes, says: str) -> None:
    reason, _ = await end_of(data, kind)
    assert says in reason


async def test_a_talk_cut_after_any_byte_ends_with_a_reason() -> None:
    for cut in range(0, len(TALK), times(3, 1)):
        reason, _ = await end_of(TALK[:cut])
        assert "closed the line" in reason or "event" in reason, cut


async def test_a_talk_in_single_bytes_is_understood() -> None:
    async with raw() as other:
        living = asyncio.create_task(ending(other.live()))
        for number in range(len(HELLO_BYTES) + len(encode_frame(CALL))):
            await other.send(TALK[number : number + 1], end=False)
            await asyncio.sleep(0)
        await other.send(b"")
        assert "closed the line" in await living
        answers = frames(await other.hear())
        assert [answer.kind for answer in answers[:2]] == [Kind.HELLO, Kind.ANSWER]
        assert answers[1].body == CALL.body


async def test_cancels_and_answers_of_calls_nobody_knows_are_nothing() -> None:
    data = b"".join(
        encode_frame(Frame(kind, number, "", body))
        for number in (0, 1, 2**64 - 1)
        for kind, body in (
            (Kind.CANCEL, b""),
            (Kind.CANCEL, b"anything"),
            (Kind.ANSWER, encode_body(CancelRun("r"))),
            (Kind.ANSWER, b"\xff\xff"),
            (Kind.ERROR, encode_body(ErrorFacts("x"))),
        )
    )
    reason, answers = await end_of(
        HELLO_BYTES + data + encode_frame(CALL) + encode_frame(Frame(Kind.GOODBYE, 0, "", b""))
    )
    assert "closed the line" in reason
    assert Kind.ANSWER in [answer.kind for answer in answers]


def nested(depth: int) -> bytes:
    """A body with a field nobody knows that is nested without end."""
    return b"CancelRun\0\x82\xa6run_id\xa1r\xa7unknown" + b"\x91" * depth + b"\x01"


@pytest.mark.parametrize(
    "body",
    [
        b"\0",
        b"Nothing\0",
        b"builtins.eval\0\xa3abc",
        b"RunQuery\0",
        b"RunQuery\0\x80",
        b"RunQuery\0\xc1",
        b"RunQuery" + b"\0" + msgspec.msgpack.encode({"run_id": "r", "session_id": "s", "sql": " "}),
        b"RunQuery" + b"\0" + msgspec.msgpack.encode({"run_id": "r", "session_id": "s", "sql": 7}),
        b"RunQuery" + b"\0" + msgspec.msgpack.encode({"run_id": "r", "session_id": "s", "sql": "x", "first_rows": 0}),
        b"\xff\xfe\xfd",
        nested(100_000),
        b"CancelRun\0\x81\xa6run_id\xa1\xff",
    ],
)
async def test_a_call_with_a_broken_body_is_refused_and_the_line_goes_on(body: bytes) -> None:
    reason, answers = await end_of(HELLO_BYTES + encode_frame(Frame(Kind.CALL, 5, "echo", body)) + encode_frame(CALL))
    assert "closed the line" in reason
    by_id = {answer.id: answer for answer in answers}
    error = decode_body(by_id[5].body)
    assert isinstance(error, ErrorFacts)
    assert error.code == "request.invalid"
    assert by_id[7].kind is Kind.ANSWER


@given(st.binary(max_size=400))
def test_random_bytes_after_the_greeting_end_the_line(data: bytes) -> None:
    reason, _ = asyncio.run(end_of(HELLO_BYTES + data))
    assert reason


async def test_damaged_talk_ends_the_line_or_is_answered(chance: random.Random) -> None:
    for _ in range(times(150, 20_000)):
        data = bytearray(TALK)
        for _ in range(chance.choice((1, 2, 30))):
            data[chance.randrange(len(HELLO_BYTES), len(data))] = chance.randrange(256)
        reason, _ = await end_of(bytes(data), serves=chance.random() < 0.8)
        assert reason


@pytest.mark.parametrize("name", sorted(f"{module}.{name}" for module in MODULES for name in types_of(module)))
def test_random_bodies_of_every_type_are_that_type_or_refused(name: str, chance: random.Random) -> None:
    for _ in range(times(30, 5_000)):
        body = name.encode() + b"\0" + chance.randbytes(chance.randrange(40))
        try:
            found = decode_body(body)
        except ValueError as error:
            text = str(error)
        else:
            text = f"{type(found).__module__.removeprefix('lapwing.domain.')}.{type(found).__name__}"
        assert name in text or "unknown type" in text
