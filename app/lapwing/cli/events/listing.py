"""`lapwing events list`, `show` and `types`."""

import contextlib
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.events.unknown_types import say_unknown
from lapwing.cli.messages import say, sentence_of
from lapwing.cli.output import Output
from lapwing.cli.saved import saved_connection
from lapwing.domain.cloud_events import CloudEvent, envelope, rfc3339, summary
from lapwing.domain.errors import from_wire
from lapwing.domain.event_log import EventPage, EventTypeList, FetchEvent, SearchEvents
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.engine.engine import Engine
from lapwing.engine.operations import Caller
from lapwing.formats.registry import FormatName, format_named

_DAY_S: Final = 86_400
_PAGE: Final = 1_000


@dataclass(frozen=True, slots=True)
class ListOptions:
    text: str
    types: tuple[str, ...]
    connection: str
    days: float | None
    limit: int
    as_json: bool
    output_format: FormatName


def run_list(options: ListOptions) -> int:
    """Write events, the latest first; returns the exit code.

    Raises:
        ConnectionUnknown, OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> tuple[list[CloudEvent], EventPage]:
        wanted = await wanted_events(engine, caller, options)
        found: list[CloudEvent] = []
        before = ""
        while True:
            request = replace(wanted, before_id=before, limit=min(options.limit - len(found), _PAGE))
            page = cast("EventPage", await engine.serve(caller, "event.search", request))
            found += page.events
            before = page.next
            if not before or len(found) >= options.limit:
                break
        if not found:
            await say_unknown(engine, caller, options.types)
        return found, page

    found, last = run_in_engine(ask, caller)
    say_problems(last)
    if options.as_json:
        write_lines([envelope(each) for each in found])
    else:
        rows = [(each.id, rfc3339(each.at), each.type, each.source, summary(each)) for each in found]
        _write(options.output_format, ("id", "time", "type", "source", "what"), rows)
    return 0


async def wanted_events(engine: Engine, caller: Caller, options: ListOptions) -> SearchEvents:
    """The search that options stand for.

    Raises:
        ConnectionUnknown
    """
    connection = await saved_connection(engine, caller, options.connection) if options.connection else None
    since = time.time() - options.days * _DAY_S if options.days is not None else None
    return SearchEvents(
        options.text, options.types, connection.id if connection else "", since, limit=min(options.limit, _PAGE)
    )


def say_problems(page: EventPage) -> None:
    """Why there are fewer events than there should be."""
    for each in page.problems:
        say(sentence_of(from_wire(each)))


def run_show(event_id: str) -> int:
    """Write one event; returns the exit code.

    Raises:
        EventGone, EventsUnusable, OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> CloudEvent:
        return cast("CloudEvent", await engine.serve(caller, "event.show", FetchEvent(event_id)))

    write_lines([envelope(run_in_engine(ask, caller))])
    return 0


def run_types(output_format: FormatName) -> int:
    """Write the types of events; returns the exit code.

    Raises:
        EventsUnusable, OutputClosed, OutputRefused
    """
    caller = SilentCaller()

    async def ask(engine: Engine) -> EventTypeList:
        return cast("EventTypeList", await engine.serve(caller, "event.types", None))

    found = run_in_engine(ask, caller).types
    rows = [(each.type, each.help, ", ".join(name for name, _ in each.fields)) for each in found]
    _write(output_format, ("type", "when", "data"), rows)
    return 0


def write_lines(objects: Sequence[object]) -> None:
    """Write objects as JSON, one a line.

    Raises:
        OutputClosed, OutputRefused
    """
    with contextlib.closing(Output()) as output:
        for each in objects:
            output.write(json.dumps(each).encode() + b"\n")


def _write(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())
