"""`lapwing events publish`."""

from typing import cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.events.listing import write_lines
from lapwing.cli.json_option import json_object
from lapwing.domain.cloud_events import envelope
from lapwing.domain.event_log import EventTold, PublishEvent
from lapwing.engine.engine import Engine

_COMMAND = "lapwing events publish"


def run_publish(event_type: str, data: str, subject: str, *, wait: bool) -> int:
    """Tell an event, and write it, and behind it the answers that were waited for; 1 where one of them is an error.

    Raises:
        UsageWrong, EventTypeRefused, OutputClosed, OutputRefused
    """
    request = PublishEvent(event_type, json_object(data, "--data", _COMMAND), subject=subject, wait=wait)
    caller = SilentCaller()

    async def ask(engine: Engine) -> EventTold:
        return cast("EventTold", await engine.serve(caller, "event.publish", request))

    told = run_in_engine(ask, caller)
    answers = [{"subscriber": each.subscriber, "answer": each.answer, "error": each.error} for each in told.answers]
    write_lines([envelope(told.event), *answers])
    return 1 if any(each.error for each in told.answers) else 0
