"""`lapwing events follow`."""

import asyncio
import contextlib
import json
from collections.abc import Iterable
from typing import cast

from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.events.listing import ListOptions, say_problems, wanted_events
from lapwing.cli.events.unknown_types import say_unknown
from lapwing.cli.messages import counted, say
from lapwing.cli.output import Output
from lapwing.domain.cloud_events import CloudEvent, EventPublished, envelope, rfc3339, summary
from lapwing.domain.event_log import EventPage, fits
from lapwing.domain.events import Event
from lapwing.domain.operations import Subscribe
from lapwing.domain.visible import visible_text
from lapwing.engine.engine import Engine

_MOST_WAITING = 10_000


class _Follower:
    """Hears events (`engine.operations.Caller`). Event loop's thread.

    Attributes:
        missed: How many came while too many waited to be written.
    """

    is_full = False

    def __init__(self) -> None:
        self.heard: asyncio.Queue[CloudEvent] = asyncio.Queue(_MOST_WAITING)
        self.missed = 0

    def tell(self, event: Event, *, lossy: bool = False) -> None:
        """Note it to be written."""
        if isinstance(event, EventPublished):
            if self.heard.full():
                self.missed += 1
            else:
                self.heard.put_nowait(event.event)


def run_follow(options: ListOptions) -> int:
    """Write the last events and, as they are told, those of all engines, until Ctrl+C.

    Raises:
        ConnectionUnknown, Interrupted, OutputClosed, OutputRefused
    """
    follower = _Follower()
    with contextlib.closing(Output()) as output:
        run_in_engine(lambda engine: _follow(engine, follower, options, output), follower, output.abandon)
    return 0


async def _follow(engine: Engine, follower: _Follower, options: ListOptions, output: Output) -> None:
    wanted = await wanted_events(engine, follower, options)
    await engine.serve(follower, "events.subscribe", Subscribe((EventPublished.name,)))
    await engine.serve(follower, "event.follow", None)
    await say_unknown(engine, follower, options.types)
    written: set[str] = set()
    if options.limit:
        page = cast("EventPage", await engine.serve(follower, "event.search", wanted))
        say_problems(page)
        written = {each.id for each in page.events}
        await _write(reversed(page.events), options, output)
    while True:
        event = await follower.heard.get()
        if event.id not in written and fits(wanted, event):
            await _write([event], options, output)
        if follower.missed:
            say(f"{counted(follower.missed, 'event')} left out: what reads them is too slow.")
            follower.missed = 0


async def _write(events: Iterable[CloudEvent], options: ListOptions, output: Output) -> None:
    lines = [json.dumps(envelope(each)) if options.as_json else _line(each) for each in events]
    if lines:
        await asyncio.to_thread(output.write, "".join(f"{line}\n" for line in lines).encode())


def _line(event: CloudEvent) -> str:
    """Its time, type and what it is about."""
    return visible_text(f"{rfc3339(event.at)}  {event.type:<22}  {summary(event)}").rstrip()
