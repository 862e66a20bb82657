"""Bodies: domain dataclasses as msgpack, each with the name of its type before it.

The table holds every dataclass of `lapwing.domain`, so a body can only ever become one of those.
"""

import dataclasses
from functools import cache
from types import ModuleType
from typing import Any

import msgspec

from lapwing.domain import (
    catalog,
    command_errors,
    completion,
    connections,
    diagnosis,
    drivers,
    environments,
    errors,
    events,
    history,
    jobs,
    names,
    operations,
    query,
    results,
    script_errors,
    secrets,
    ssh,
    ssh_errors,
    startup_errors,
    table_data,
    table_errors,
    transfer,
    transfer_errors,
)
from lapwing.domain.importing import candidates


class BodyBroken(ValueError):
    """A body is not what its type's name promises; the sentence says how."""


# Modules of errors are named too: an error that came can only become one of a class that was imported.
_MODULES: tuple[ModuleType, ...] = (
    catalog,
    candidates,
    command_errors,
    completion,
    connections,
    diagnosis,
    drivers,
    environments,
    errors,
    events,
    history,
    jobs,
    names,
    operations,
    query,
    results,
    script_errors,
    secrets,
    startup_errors,
    ssh,
    ssh_errors,
    transfer,
    transfer_errors,
    table_data,
    table_errors,
)


def _table() -> dict[str, type]:
    found: dict[str, type] = {}
    for module in _MODULES:
        for name, kind in vars(module).items():
            if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__:
                assert name not in found, f"two types are named {name}"
                found[name] = kind
    return found


TYPES: dict[str, type] = _table()
_encode = msgspec.msgpack.Encoder().encode


@cache
def _decoder(name: str) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(TYPES[name])


def encode_body(value: object) -> bytes:
    """A dataclass of the table, or None, as bytes.

    Raises:
        BodyBroken: A text in it holds half a character, or a number is beyond 64 bits.
    """
    if value is None:
        return b""
    name = type(value).__name__
    assert TYPES.get(name) is type(value), f"{name} is no type of the line"
    try:
        return name.encode() + b"\0" + _encode(value)
    except (UnicodeEncodeError, OverflowError) as error:
        raise BodyBroken(f"{name} cannot be sent: {error}.") from error


def decode_body(body: bytes) -> Any:
    """What `encode_body` was given.

    Raises:
        BodyBroken: It names an unknown type, or its fields do not fit.
    """
    if not body:
        return None
    name, found, data = body.partition(b"\0")
    label = name.decode("ascii", "replace")
    if not found or label not in TYPES:
        raise BodyBroken(f"A message holds the unknown type {label[:60]!r}.")
    try:
        return _decoder(label).decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BodyBroken(f"{label}: {error}") from error
