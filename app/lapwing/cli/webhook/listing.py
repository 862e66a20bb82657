"""`lapwing webhook list`, `deliveries` and `show`."""

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import msgspec

from lapwing.cli.errors import UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say, sentence_of
from lapwing.cli.output import Output
from lapwing.cli.webhook.asking import Ask, answer_to, asked, endpoint_named
from lapwing.domain.errors import ErrorFacts, from_wire, in_full
from lapwing.domain.results import Column
from lapwing.domain.values import Row
from lapwing.domain.webhooks.deliveries import (
    DeliveryFacts,
    DeliveryList,
    DeliveryRequest,
    DeliveryState,
    DeliveryWhole,
    ReadDeliveries,
)
from lapwing.domain.webhooks.endpoints import EndpointFacts, EndpointList
from lapwing.formats.registry import FormatName, format_named

_ENDPOINTS: Final = ("name", "url", "events", "payload", "state", "waiting", "last_delivery", "error")
_DELIVERIES: Final = (
    "id",
    "endpoint",
    "event",
    "state",
    "attempts",
    "status",
    "duration_ms",
    "created",
    "next",
    "error",
)


def run_list(output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        OutputClosed, OutputRefused
    """
    found: EndpointList = answer_to("webhook.list")
    if found.problems:
        say(in_full(found.problems))
    _write(output_format, _ENDPOINTS, [_endpoint(each) for each in found.endpoints])
    return ExitCode.OK


def _endpoint(facts: EndpointFacts) -> Row:
    endpoint = facts.endpoint
    state = "enabled" if endpoint.enabled else f"disabled ({endpoint.disabled_because})".replace(" ()", "")
    return (
        endpoint.name,
        endpoint.url,
        " ".join(endpoint.events),
        endpoint.payload.value,
        state,
        facts.waiting,
        _time(facts.last_delivery_at),
        _sentence(facts.error),
    )


def run_deliveries(endpoint: str, state: str, event: str, limit: int, output_format: FormatName) -> int:
    """Write the table; returns the exit code.

    Raises:
        UsageWrong, EndpointUnknown, OutputClosed, OutputRefused
    """
    if state and state not in list(DeliveryState):
        reason = f"--state is one of {', '.join(DeliveryState)}."
        raise UsageWrong(reason=reason, command="lapwing webhook deliveries")
    states = (DeliveryState(state),) if state else ()

    async def work(ask: Ask) -> DeliveryList:
        endpoint_id = (await endpoint_named(ask, endpoint)).id if endpoint else ""
        found: DeliveryList = await ask("webhook.deliveries", ReadDeliveries(endpoint_id, states, event, limit=limit))
        return found

    found = asked(work)
    if found.problems:
        say(in_full(found.problems))
    _write(output_format, _DELIVERIES, [_delivery(each) for each in found.deliveries])
    return ExitCode.OK


def _delivery(facts: DeliveryFacts) -> Row:
    return (
        facts.id,
        facts.endpoint_name,
        facts.event_type,
        facts.state.value,
        facts.attempts,
        facts.status or None,
        round(facts.duration_ms) if facts.attempts else None,
        _time(facts.created_at),
        _time(facts.next_at),
        _sentence(facts.error),
    )


def run_show(delivery_id: int) -> int:
    """Write it as JSON; returns the exit code.

    Raises:
        DeliveryUnknown, OutputClosed, OutputRefused
    """
    found: DeliveryWhole = answer_to("webhook.delivery", DeliveryRequest(delivery_id))
    text = msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n"
    with contextlib.closing(Output()) as output:
        output.write(text)
    return ExitCode.OK


def _sentence(error: ErrorFacts | None) -> str | None:
    return sentence_of(from_wire(error)) if error is not None else None


def _time(at: float | None) -> str | None:
    return datetime.fromtimestamp(at, UTC).isoformat(" ", "seconds") if at is not None else None


def _write(output_format: FormatName, names: Sequence[str], rows: Sequence[Row]) -> None:
    table = format_named(output_format)(tuple(Column(name) for name in names))
    with contextlib.closing(Output()) as output:
        output.write(table.head() + (table.rows(list(rows)) if rows else b"") + table.rest() + table.tail())
