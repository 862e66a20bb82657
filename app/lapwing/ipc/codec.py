"""Bodies: domain dataclasses as msgpack, each with the name of its type before it.

The table names every module of `lapwing.domain` whose dataclasses go over the line, so a body can only ever become one
of those. Modules are imported when the first body of theirs comes: making all dataclasses takes a third of the time in
which a window is started.
"""

import dataclasses
from functools import cache
from importlib import import_module
from typing import Any, Final

import msgspec


class BodyBroken(ValueError):
    """A body is not what its type's name promises; the sentence says how."""


_DOMAIN: Final = "lapwing.domain."
MODULES: Final = frozenset(
    {
        "alerts.asking",
        "alerts.channels",
        "alerts.instances",
        "alerts.rules",
        "catalog",
        "cloud_events",
        "completion",
        "connections",
        "diagnosis",
        "drivers",
        "environments",
        "errors",
        "event_log",
        "events",
        "file_formats",
        "file_imports",
        "history",
        "importing.candidates",
        "jobs",
        "monitoring.activity",
        "monitoring.advice",
        "monitoring.annotations",
        "monitoring.custom",
        "monitoring.dashboard_files",
        "monitoring.dashboards",
        "monitoring.metrics",
        "monitoring.samples",
        "monitoring.series",
        "monitoring.statements",
        "monitoring.sessions",
        "names",
        "operations",
        "plugins.documents",
        "plugins.facts",
        "plugins.installing",
        "plugins.manifest",
        "plugins.sources",
        "query",
        "results",
        "schedules.schedules",
        "secrets",
        "services",
        "ssh",
        "table_data",
        "transfer",
        "webhooks.deliveries",
        "webhooks.endpoints",
        "webhooks.inbox",
        "webhooks.incoming",
    }
)
"""Below `lapwing.domain`."""


def types_of(module: str) -> dict[str, type]:
    """The dataclasses that a module of the table defines, by their names."""
    found = import_module(_DOMAIN + module)
    return {
        name: kind
        for name, kind in vars(found).items()
        if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == found.__name__
    }


@cache
def _decoder(label: str) -> msgspec.msgpack.Decoder[Any]:
    """Of the type that a label such as `query.RunQuery` names.

    Raises:
        BodyBroken: There is none.
    """
    module, _dot, name = label.rpartition(".")
    kind = types_of(module).get(name) if module in MODULES else None
    if kind is None:
        raise BodyBroken(f"A message holds the unknown type {label[:60]!r}.")
    return msgspec.msgpack.Decoder(kind)


@cache
def _label(path: str, name: str) -> str:
    """What a body begins with, given where its type is defined and its name."""
    module = path.removeprefix(_DOMAIN)
    assert module in MODULES, f"{path}.{name} is no type of the line"
    assert name in types_of(module), f"{path}.{name} is no type of the line"
    return f"{module}.{name}"


_encode = msgspec.msgpack.Encoder().encode


def encode_body(value: object) -> bytes:
    """A dataclass of the table, or None, as bytes.

    Raises:
        BodyBroken: A text in it holds half a character, or a number is beyond 64 bits.
    """
    if value is None:
        return b""
    label = _label(type(value).__module__, type(value).__name__)
    try:
        return label.encode() + b"\0" + _encode(value)
    except (UnicodeEncodeError, OverflowError) as error:
        raise BodyBroken(f"{label} cannot be sent: {error}.") from error


def decode_body(body: bytes) -> Any:
    """What `encode_body` was given.

    Raises:
        BodyBroken: It names an unknown type, or its fields do not fit.
    """
    if not body:
        return None
    name, found, data = body.partition(b"\0")
    label = name.decode("ascii", "replace")
    if not found:
        raise BodyBroken(f"A message holds the unknown type {label[:60]!r}.")
    decoder = _decoder(label)
    try:
        return decoder.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BodyBroken(f"{label}: {error}") from error
