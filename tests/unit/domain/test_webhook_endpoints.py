"""Endpoints: what they want to hear, what is refused, and what is taken from a configuration."""

import json
from dataclasses import replace

import pytest

from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.domain.webhooks.deliveries_errors import EndpointInvalid, EndpointsUnreadable
from lapwing.domain.webhooks.deliveries_payloads import payload_of
from lapwing.domain.webhooks.endpoints import Endpoint, EndpointHeader, PayloadFormat, without_secret
from lapwing.domain.webhooks.endpoints_files import ImportOptions, endpoints_in

ENDPOINT = Endpoint("a", "a", "https://example.org/hook")
OPTIONS = ImportOptions(SecretPlace(SecretKind.FILE))
GUIDE = """
{
  "webhooks": {
    "enabled": true,
    "endpoints": [
      {
        "name": "query_completion",
        "url": "https://your-app.com/webhooks/query-completed",
        "events": ["query.completed", "query.failed"],
        "headers": {
          "Authorization": "Bearer webhook_secret_token"
        },
        "timeout": 5000,
        "retries": 3
      },
      {
        "name": "connection_status",
        "url": "https://monitoring.your-app.com/webhooks/connection-status",
        "events": ["connection.connected", "connection.disconnected", "connection.error"],
        "timeout": 10000,
        "retries": 5
      }
    ]
  }
}
"""


def event(kind: str, connection_id: str = "", **data: object) -> CloudEvent:
    return CloudEvent("01J", kind, 1_705_314_600.75, data, connection_id)


def test_a_star_means_all_events_but_metrics_and_webhooks() -> None:
    heard = ["query.failed", "workflow.billing", "plugin.started"]
    quiet = ["metrics.sampled", "webhook.received", "webhook.delivered", "webhook.failed"]
    assert [kind for kind in heard + quiet if ENDPOINT.wants(event(kind))] == heard
    assert replace(ENDPOINT, events=("*", "webhook.received")).wants(event("webhook.received"))


def test_events_about_deliveries_are_never_wanted() -> None:
    greedy = replace(ENDPOINT, events=("webhook.*", "*", "webhook.?ailed"))
    assert not greedy.problem()[1]
    assert not [kind for kind in ("webhook.delivered", "webhook.failed") if greedy.wants(event(kind))]
    assert replace(ENDPOINT, events=("webhook.failed",)).problem()[0] == "events"


def test_an_endpoint_of_one_connection_hears_of_no_other_and_a_disabled_one_of_nothing() -> None:
    one = replace(ENDPOINT, connections=("shop",))
    assert one.wants(event("query.failed", "shop"))
    assert not one.wants(event("query.failed", "other"))
    assert not one.wants(event("service.started"))
    assert not replace(ENDPOINT, enabled=False).wants(event("query.failed"))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/x",
        "https:///x",
        "https://user:hunter2@example.org/x",
        "http://example.org/x",
        "https://example.org/x#part",
        "https://example.org:0/x",
        "https://exa mple.org/x",
        "https://example.org/\r\nX: y",
        "https://2130706433/x",
        "https://0x7f.1/x",
        "https://127.1/x",
        "https://[::1/x",
        "https://example.org:99999/x",
        "https://{secret}.example.org/",
        "https://ex\u00e4mple.org/",
        "",
    ],
)
def test_a_url_that_cannot_be_used_is_refused_without_repeating_it(url: str) -> None:
    where, reason = replace(ENDPOINT, url=url).problem()
    assert where == "url"
    assert reason.endswith(".")
    assert "hunter2" not in reason


def test_headers_that_lapwing_writes_or_that_would_break_the_request_are_refused() -> None:
    for name, value in (
        ("Host", "x"),
        ("Webhook-Id", "x"),
        ("X Y", "x"),
        ("X", "a\r\nB: c"),
        ("X", "\u00e9"),
        ("", "x"),
    ):
        refused = replace(ENDPOINT, headers=(EndpointHeader(name, value),))
        assert refused.problem()[0] == "headers", name
    twice = (EndpointHeader("X-A", "1"), EndpointHeader("x-a", "2"))
    assert "twice" in replace(ENDPOINT, headers=twice).problem()[1]


def test_the_configuration_of_the_guide_is_taken_as_it_stands_and_its_token_comes_apart() -> None:
    first, second = endpoints_in(GUIDE, OPTIONS)
    assert first.endpoint.name == "query_completion"
    assert first.endpoint.url == "https://your-app.com/webhooks/query-completed"
    assert first.endpoint.events == ("query.completed", "query.failed")
    assert (first.endpoint.timeout_ms, first.endpoint.retries) == (5000, 3)
    assert first.endpoint.headers == (EndpointHeader("Authorization", is_secret=True),)
    assert first.header_values["Authorization"].reveal() == "Bearer webhook_secret_token"
    assert "webhook_secret_token" not in repr(first)
    assert (second.endpoint.timeout_ms, second.endpoint.retries, second.header_values) == (10_000, 5, {})


def test_endpoints_of_a_configuration_that_is_off_come_disabled() -> None:
    assert not endpoints_in(GUIDE.replace('"enabled": true', '"enabled": false'), OPTIONS)[0].endpoint.enabled


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"timeout": "5000"}, "timeout must be a whole number"),
        ({"timeout": 1}, "timeout must be 100"),
        ({"retries": -1}, "retries must be 0"),
        ({"events": "query.failed"}, "list of texts"),
        ({"headers": {"Authorization": 5}}, "headers must be texts"),
        ({"headers": {"Authorization": "token\nof mine"}}, "printable"),
        ({"url": "http://10.0.0.1/token"}, "Without TLS"),
        ({"tiemout": 3}, "unknown field 'tiemout'"),
        ({"format": "xml"}, "format must be one of"),
        ({"name": ""}, "name must have"),
    ],
)
def test_a_wrong_endpoint_is_named_in_words_that_repeat_no_value(change: dict[str, object], says: str) -> None:
    one = {"name": "queries", "url": "https://example.org", "events": ["query.*"], **change}
    with pytest.raises(EndpointInvalid) as refused:
        endpoints_in(json.dumps([one]), OPTIONS)
    assert says in str(refused.value)
    assert "token" not in str(refused.value)


@pytest.mark.parametrize("text", ["{", "[]", "3", '{"webhooks": 1}', '{"webhooks": {"endpoints": {}}}', "[" * 9_999])
def test_a_text_without_endpoints_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(EndpointsUnreadable):
        endpoints_in(text, OPTIONS)


def test_the_part_of_an_address_of_slack_that_lets_anybody_in_comes_apart() -> None:
    assert without_secret("https://hooks.slack.com/services/T0/B0/abc") == (
        "https://hooks.slack.com/services/{secret}",
        "T0/B0/abc",
    )
    assert without_secret("https://example.org/services/T0") == ("https://example.org/services/T0", "")


def test_payloads_are_those_of_the_guide_of_cloudevents_and_of_slack() -> None:
    told = event("query.failed", "shop", sql="SELECT '<b>' & 1", error="no\u202esuch table")
    kind, body = payload_of(told, PayloadFormat.LAPWING)
    assert kind == "application/json"
    assert json.loads(body) == {"event": "query.failed", "timestamp": "2024-01-15T10:30:00Z", "data": told.data}
    kind, body = payload_of(told, PayloadFormat.CLOUDEVENTS)
    assert kind == "application/cloudevents+json"
    envelope = json.loads(body)
    assert (envelope["specversion"], envelope["id"], envelope["type"]) == ("1.0", "01J", "query.failed")
    assert envelope["data"] == told.data
    text = json.loads(payload_of(told, PayloadFormat.SLACK)[1])
    assert list(text) == ["text"]
    assert "SELECT '&lt;b&gt;' &amp; 1" in text["text"]
    assert "\u202e" not in text["text"]
