"""Events as bodies of requests, in the form that an endpoint takes."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from lapwing.domain.cloud_events import CloudEvent, envelope
from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.endpoints import PayloadFormat

_MOST_SLACK_FACTS: Final = 12
_LONGEST_SLACK_FACT: Final = 300
_CODES: Final = {"connection.timed_out": "CONNECTION_TIMEOUT"}
"""Codes of errors that the guide writes otherwise than ours."""


def payload_of(event: CloudEvent, form: PayloadFormat) -> tuple[str, str]:
    """The content type and the body, as text that is sent in UTF-8. Half a character becomes its escape of JSON.

    Raises:
        ValueError, TypeError: The event holds what JSON cannot.
    """
    content_type, make = _FORMS[form]
    text = json.dumps(make(event), ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=str)
    return content_type, text.encode("utf-8", "backslashreplace").decode()


def _seconds(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _lapwing(event: CloudEvent) -> Mapping[str, Any]:
    """As the guide for integrations writes them: whole milliseconds, and codes of errors in capitals."""
    data = dict(event.data)
    took, code = data.get("executionTime"), data.get("errorCode")
    if isinstance(took, float):
        data["executionTime"] = round(took)
    if isinstance(code, str):
        data["errorCode"] = _CODES.get(code) or re.sub(r"\W", "_", code).upper()
    return {"event": event.type, "timestamp": _seconds(event.at), "data": data}


def _slack(event: CloudEvent) -> Mapping[str, Any]:
    """Text of Slack's mrkdwn, of which only `&`, `<` and `>` have to be escaped (docs.slack.dev, "Formatting")."""
    lines = [f"*{_escaped(event.type)}*{f' {_escaped(event.subject)}' if event.subject else ''}"]
    lines += [f"{_escaped(name)}: {_escaped(_fact(value))}" for name, value in _facts(event.data)[:_MOST_SLACK_FACTS]]
    return {"text": "\n".join(lines)}


def _facts(data: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in data.items() if value not in (None, "", [], {})]


def _fact(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_SLACK_FACT else f"{text[:_LONGEST_SLACK_FACT]}..."


def _escaped(text: str) -> str:
    shown = visible_text(text)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_FORMS: Final[Mapping[PayloadFormat, tuple[str, Callable[[CloudEvent], Mapping[str, Any]]]]] = {
    PayloadFormat.LAPWING: ("application/json", _lapwing),
    PayloadFormat.CLOUDEVENTS: ("application/cloudevents+json", envelope),
    PayloadFormat.SLACK: ("application/json", _slack),
}

_SAMPLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "query": {
        "queryId": "test",
        "connectionId": "test",
        "sql": "SELECT * FROM users WHERE active = true",
        "executionTime": 45,
        "rowCount": 1000,
        "status": "success",
    },
    "connection": {"connectionId": "test", "error": "Connection timeout", "errorCode": "connection.timed_out"},
}


def sample_event(event_type: str, event_id: str, at: float) -> CloudEvent:
    """What a test of an endpoint tells; its data say that it is one."""
    data = dict(_SAMPLES.get(event_type.partition(".")[0], {}))
    return CloudEvent(event_id, event_type, at, {**data, "test": True}, subject="test")
