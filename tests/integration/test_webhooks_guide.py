"""Payloads as the guide for integrations writes them, of statements and connections that are real."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from helpers.engines import make_database
from helpers.http_receivers import http_receiver
from helpers.installed_plugins import opened
from helpers.waiting import eventually_async
from helpers.webhooks import endpoint_at, teller
from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.connections import Connection, OpenSession, SaveConnection
from lapwing.domain.errors import LapwingError
from lapwing.domain.webhooks.deliveries_payloads import payload_of
from lapwing.domain.webhooks.endpoints import PayloadFormat


def shape(value: Any) -> Any:
    """Names in their order, and types."""
    if isinstance(value, dict):
        return [(name, shape(inner)) for name, inner in value.items()]
    return type(value).__name__


GUIDE_OF_QUERY: dict[str, Any] = {
    "event": "query.completed",
    "timestamp": "2024-01-15T10:30:00Z",
    "data": {
        "queryId": "query_12345",
        "connectionId": "conn_67890",
        "sql": "SELECT * FROM users WHERE active = true",
        "executionTime": 45,
        "rowCount": 1000,
        "status": "success",
    },
}
GUIDE_OF_ERROR: dict[str, Any] = {
    "event": "connection.error",
    "timestamp": "2024-01-15T10:35:00Z",
    "data": {
        "connectionId": "conn_67890",
        "error": "Connection timeout",
        "errorCode": "CONNECTION_TIMEOUT",
        "retryCount": 2,
    },
}


def is_as_in(guide: dict[str, Any], sent: dict[str, Any]) -> bool:
    """Whether all that the guide has is there, of the same types; more may be."""
    data = {name: value for name, value in sent["data"].items() if name in guide["data"]}
    return sorted(shape(data)) == sorted(shape(guide["data"])) and shape({**sent, "data": 0}) == shape(
        {**guide, "data": 0}
    )


async def test_a_statement_and_a_failed_connection_are_told_as_in_the_guide(tmp_path: Path) -> None:
    database = make_database(tmp_path / "shop.sqlite", "CREATE TABLE users(active)", "INSERT INTO users VALUES (1)")
    with socket.socket() as closed, http_receiver() as receiver:
        closed.bind(("127.0.0.1", 0))
        async with teller() as some:
            await some.save(endpoint_at(receiver, events=("query.completed", "query.failed", "connection.error")))
            session = await opened(some.some, database)
            await some.some.run(session, "SELECT * FROM users WHERE active = true")
            url = f"postgresql://ann@127.0.0.1:{closed.getsockname()[1]}/shop"
            await some.ask("connection.save", SaveConnection(Connection("away", "Away", url)))
            with pytest.raises(LapwingError):
                await some.ask("session.open", OpenSession("away"))
            await eventually_async(lambda: len(receiver.received) >= 2)
            query, error = (json.loads(body) for body in receiver.bodies()[:2])
    assert is_as_in(GUIDE_OF_QUERY, query), query
    assert (query["data"]["rowCount"], query["data"]["status"]) == (1, "success")
    assert query["data"]["sql"] == "SELECT * FROM users WHERE active = true"
    assert is_as_in(GUIDE_OF_ERROR, error), error
    assert (error["data"]["errorCode"], error["data"]["retryCount"]) == ("CONNECTION_UNREACHABLE", 0)


def test_codes_are_those_of_the_guide_in_its_own_format_alone() -> None:
    event = CloudEvent("1", "connection.error", 0.0, {"errorCode": "connection.timed_out", "executionTime": 1.7})
    told = json.loads(payload_of(event, PayloadFormat.LAPWING)[1])["data"]
    assert told == {"errorCode": "CONNECTION_TIMEOUT", "executionTime": 2}
    assert json.loads(payload_of(event, PayloadFormat.CLOUDEVENTS)[1])["data"] == event.data
