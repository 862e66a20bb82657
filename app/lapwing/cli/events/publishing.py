"""`lapwing events publish`."""

import json
import sys
from typing import Any, cast

from lapwing.cli.caller import SilentCaller
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import UsageWrong
from lapwing.cli.events.listing import write_lines
from lapwing.domain.cloud_events import envelope
from lapwing.domain.event_log import EventTold, PublishEvent
from lapwing.engine.engine import Engine

_COMMAND = "lapwing events publish"


def run_publish(event_type: str, data: str, subject: str, *, wait: bool) -> int:
    """Tell an event, and write it, and behind it the answers that were waited for; 1 where one of them is an error.

    Raises:
        UsageWrong, EventTypeRefused, OutputClosed, OutputRefused
    """
    request = PublishEvent(event_type, _object(data), subject=subject, wait=wait)
    caller = SilentCaller()

    async def ask(engine: Engine) -> EventTold:
        return cast("EventTold", await engine.serve(caller, "event.publish", request))

    told = run_in_engine(ask, caller)
    answers = [{"subscriber": each.subscriber, "answer": each.answer, "error": each.error} for each in told.answers]
    write_lines([envelope(told.event), *answers])
    return 1 if any(each.error for each in told.answers) else 0


def _object(text: str) -> dict[str, Any]:
    """An object of JSON.

    Raises:
        UsageWrong
    """
    try:
        found = json.loads(sys.stdin.read() if text == "-" else text)
    except (ValueError, RecursionError) as error:
        raise UsageWrong(reason=f"--data is no JSON: {error}.", command=_COMMAND) from error
    if not isinstance(found, dict):
        raise UsageWrong(reason='--data is a JSON object, such as {"order": 17}.', command=_COMMAND)
    return found
