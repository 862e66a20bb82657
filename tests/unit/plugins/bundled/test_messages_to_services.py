"""Slack, Jira, GitHub and a CRM, each by a server that checks what the real one would."""

import base64
import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from helpers.json_servers import Answer, Asked, JsonServer, json_server
from helpers.plugin_contexts import CONNECTION, TestContext
from helpers.waiting import eventually
from lapwing.plugins.api import CloudEvent, HttpAnswer, Plugin, WebhookInfo
from lapwing.plugins.bundled.crm_example.plugin import CrmExample
from lapwing.plugins.bundled.github.plugin import GitHub
from lapwing.plugins.bundled.jira.plugin import Jira
from lapwing.plugins.bundled.slack.plugin import Slack
from lapwing.plugins.kit.json_service import JsonService, ServiceRefused, retry_after_s
from lapwing.plugins.kit.outbox import Outbox

ALERT = {
    "rule": "Too many <!here> sessions",
    "ruleId": "r1",
    "connection": "shop",
    "connectionId": "c1",
    "severity": "critical",
    "value": 97.5,
    "unit": "%",
    "labels": {"database": "shop"},
    "expression": "sessions > 90 ``` {noformat}",
}


def event(kind: str, data: dict[str, Any] | None = None, source: str = "lapwing") -> CloudEvent:
    return CloudEvent("1", kind, 1.0, ALERT if data is None else data, "c1", source=source)


@contextmanager
def begun(plugin: Plugin, folder: Path, config: dict[str, Any], secrets: dict[str, str]) -> Iterator[TestContext]:
    context = TestContext(folder, config, secrets)
    plugin.context = context
    plugin.initialize()
    try:
        yield context
    finally:
        plugin.shutdown()


# Slack


def slack(asked: Asked) -> Answer:
    """As chat.postMessage and incoming webhooks do."""
    content = asked.content
    assert asked.method == "POST"
    assert asked.headers["content-type"] == "application/json; charset=utf-8"
    if asked.path.startswith("/services/"):
        return Answer(b"ok", headers={"content-type": "text/html"})
    assert asked.path == "/api/chat.postMessage"
    if asked.headers["authorization"] != "Bearer xoxb-1":
        return Answer({"ok": False, "error": "invalid_auth"})
    return Answer({"ok": content["channel"] == "#ops", "error": "channel_not_found"})


def slack_config(server: JsonServer, channel: str = "#ops") -> dict[str, Any]:
    messages = ["alert.fired: *{rule}* on {connection}: {value} {unit}{absent}", "service.*: {type}: {title}"]
    return {"apiUrl": f"{server.url}/api", "webhookHost": server.url, "channel": channel, "messages": messages}


def test_slack_gets_a_message_in_which_nothing_mentions_anybody(tmp_path: Path) -> None:
    plugin = Slack()
    with json_server(slack) as server, begun(plugin, tmp_path, slack_config(server), {"botToken": "xoxb-1"}):
        plugin.handle_event(event("alert.resolved"))
        plugin.handle_event(event("alert.fired"))
        plugin.handle_event(event("service.error", {"title": "A & B"}))
        eventually(lambda: len(server.asked) == 2)
    assert [each.content["text"] for each in server.asked] == [
        "*Too many &lt;!here&gt; sessions* on shop: 97.5 %",
        "service.error: A &amp; B",
    ]


def test_slack_waits_as_long_as_it_is_told_and_sends_again(tmp_path: Path) -> None:
    plugin, turns = Slack(), itertools.count()

    def limiting(asked: Asked) -> Answer:
        return slack(asked) if next(turns) else Answer({"ok": False}, 429, {"retry-after": "0"})

    with json_server(limiting) as server, begun(plugin, tmp_path, slack_config(server), {"botToken": "xoxb-1"}):
        plugin.handle_event(event("alert.fired"))
        eventually(lambda: len(server.asked) == 2)
        eventually(lambda: plugin.on_health_check().is_well)


def test_slack_says_what_it_refused_and_never_its_token(tmp_path: Path) -> None:
    plugin = Slack()
    config = {"botToken": "xoxb-1"}
    with json_server(slack) as server, begun(plugin, tmp_path, slack_config(server, "#gone"), config) as context:
        plugin.handle_event(event("alert.fired"))
        eventually(lambda: context.lines)
        assert context.lines == [("error", "A message was refused. Slack says: channel_not_found.")]
        assert plugin.on_health_check().note == "Slack says: channel_not_found."
        shown = plugin.on_menu("test", None)
    assert shown is not None
    assert shown.parts[0].text == "The message was not taken. Slack says: channel_not_found."


def test_slack_posts_to_an_incoming_webhook_of_the_host_in_the_settings_only(tmp_path: Path) -> None:
    for host, said in (("", "The message was taken."), ("http://127.0.0.2:1", "not lead to 127.0.0.2:1")):
        plugin = Slack()
        with json_server(slack) as server:
            config = slack_config(server) | ({"webhookHost": host} if host else {})
            with begun(plugin, tmp_path, config, {"incomingWebhook": f"{server.url}/services/T/B/x"}):
                shown = plugin.on_menu("test", None)
            assert shown is not None
            assert said in shown.parts[0].text
            assert [each.content for each in server.asked] == (
                [] if host else [{"text": "Lapwing says hello: messages come through."}]
            )


# Jira


class JiraServer:
    """Makes issues, as Jira's REST API of version 2 does."""

    def __init__(self) -> None:
        self.issues: dict[str, dict[str, Any]] = {}
        self.comments: list[tuple[str, str]] = []

    def __call__(self, asked: Asked) -> Answer:
        if asked.headers.get("authorization") != "Basic " + base64.b64encode(b"anna@example.com:t0k").decode():
            return Answer({"errorMessages": ["You are not authenticated."]}, 401)
        *_, key, last = asked.path.split("/")
        if asked.method == "GET":
            found = self.issues.get(last)
            return Answer({"key": last, "fields": found}) if found else Answer({"errorMessages": ["None"]}, 404)
        if last == "comment":
            self.comments.append((key, asked.content["body"]))
            return Answer({"id": "1"}, 201)
        assert asked.path == "/rest/api/2/issue"
        fields = asked.content["fields"]
        if fields["project"] != {"key": "OPS"} or not fields["summary"] or "\n" in fields["summary"]:
            return Answer({"errors": {"project": "valid project is required"}}, 400)
        key = f"OPS-{len(self.issues) + 1}"
        self.issues[key] = {**fields, "status": {"name": "To Do"}, "assignee": None}
        return Answer({"id": "10000", "key": key, "self": "x"}, 201)


def jira_config(server: JsonServer, project: str = "OPS") -> dict[str, Any]:
    names = {"baseUrl": f"{server.url}/", "user": "anna@example.com", "project": project}
    return {**names, "issueType": "Bug", "labels": ["db"], "severities": ["Critical"]}


def test_jira_gets_one_issue_for_an_alert_and_a_comment_when_it_is_over(tmp_path: Path) -> None:
    jira, secrets = JiraServer(), {"token": "t0k"}
    with json_server(jira) as server:
        for _ in range(2):  # the second time after a restart
            plugin = Jira()
            with begun(plugin, tmp_path, jira_config(server), secrets):
                plugin.handle_event(event("alert.fired", ALERT | {"severity": "warning"}))
                plugin.handle_event(event("alert.fired"))
                eventually(lambda: jira.issues)
        with begun(plugin := Jira(), tmp_path, jira_config(server), secrets):
            plugin.handle_event(event("alert.resolved"))
            eventually(lambda: jira.comments)
    (issue,) = jira.issues.values()
    assert (issue["summary"], issue["issuetype"]) == ("Too many <!here> sessions on shop", {"name": "Bug"})
    assert issue["labels"] == ["db"]
    assert issue["description"].count("{noformat}") == 2
    assert jira.comments == [("OPS-1", "The alert is over.")]


def test_jira_makes_an_issue_by_a_form_and_looks_one_up(tmp_path: Path) -> None:
    plugin = Jira()
    with json_server(JiraServer()) as server, begun(plugin, tmp_path, jira_config(server), {"token": "t0k"}):
        form = plugin.on_menu("create", CONNECTION)
        assert form is not None
        values = {each.name: each.value for each in form.parts[0].fields}
        assert values == {"summary": "shop: ", "type": "Bug", "description": ""}
        made = plugin.on_form("create", {**values, "summary": "shop: add an index"})
        assert made is not None
        assert made.parts[0].pairs == (("Created", "OPS-1"), ("Address", f"{server.url}/browse/OPS-1"))
        found = plugin.on_form("issue", {"key": "ops-1"})
        assert found is not None
        assert ("Status", "To Do") not in found.parts[1].pairs
        assert ("status", "To Do") in found.parts[1].pairs
        for key, words in (("OPS-9", "HTTP 404"), ("../x", "no key")):
            shown = plugin.on_form("issue", {"key": key})
            assert shown is not None
            assert words in shown.parts[-1].text


def test_jira_is_told_apart_from_something_else_and_a_token_is_never_said(tmp_path: Path) -> None:
    plugin = Jira()
    echoing = "Basic " + base64.b64encode(b"anna@example.com:other").decode()
    with (
        json_server(lambda asked: Answer({"seen": asked.headers["authorization"]}, 401)) as server,
        begun(plugin, tmp_path, jira_config(server), {"token": "other"}),
    ):
        shown = plugin.on_form("create", {"summary": "x"})
    assert shown is not None
    assert "HTTP 401" in shown.parts[0].text
    assert echoing.removeprefix("Basic ") not in shown.parts[0].text


# GitHub


def github(asked: Asked) -> Answer:
    assert asked.headers["accept"] == "application/vnd.github+json"
    assert asked.headers["x-github-api-version"] == "2022-11-28"
    assert asked.headers["user-agent"]
    if asked.headers["authorization"] != "Bearer ghp_1":
        return Answer({"message": "Bad credentials"}, 401)
    return Answer({"number": 1}, 201)


def test_github_gets_issues_of_alerts_and_statuses_of_commits(tmp_path: Path) -> None:
    plugin, sha = GitHub(), "a" * 40
    with json_server(github) as server:
        config = {"apiUrl": server.url, "repository": "anna/shop", "severities": ["critical"], "statusContext": "db"}
        with begun(plugin, tmp_path, config, {"token": "ghp_1"}):
            plugin.handle_event(event("alert.fired"))
            plugin.handle_event(event("workflow.migrated", {"sha": sha, "state": "success", "url": "https://x/1"}))
            plugin.handle_event(event("workflow.migrated", {"sha": "../..", "state": "success"}))
            plugin.handle_event(event("workflow.migrated", {"sha": sha, "state": "fine"}))
            plugin.handle_event(event("workflow.github.push", {"sha": sha, "state": "error"}, "plugin/github"))
            eventually(lambda: len(server.asked) == 2)
    issue, status = server.asked
    assert (issue.path, issue.content["title"]) == ("/repos/anna/shop/issues", "Too many <!here> sessions on shop")
    assert issue.content["body"].startswith("````\nseverity: critical\n")
    assert status.path == f"/repos/anna/shop/statuses/{sha}"
    assert status.content == {
        "state": "success",
        "context": "db",
        "description": "workflow.migrated",
        "target_url": "https://x/1",
    }


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        (
            "push",
            {"ref": "refs/heads/main", "after": "b" * 40, "commits": [{}, {}], "pusher": {"name": "anna"}},
            {"type": "push", "ref": "refs/heads/main", "commits": 2, "author": "anna", "sha": "b" * 40},
        ),
        (
            "pull_request",
            {"action": "closed", "pull_request": {"number": 7, "merged": True, "title": "T", "user": {"login": "b"}}},
            {"type": "pull_request", "action": "merged", "pr_number": 7, "title": "T", "author": "b"},
        ),
        (
            "issues",
            {"action": "opened", "issue": {"number": 3, "title": "I", "user": {"login": "c"}}},
            {"type": "issue", "action": "opened", "issue_number": 3},
        ),
        ("issues", {"action": ["x"], "issue": "y", "repository": None}, {"type": "issue", "issue_number": None}),
        ("ping", {"zen": "x"}, None),
        ("push", ["x"], None),
    ],
)
def test_webhooks_of_github_become_events(tmp_path: Path, name: str, body: Any, told: dict[str, Any] | None) -> None:
    plugin = GitHub()
    with begun(plugin, tmp_path, {"apiUrl": "https://api.github.com", "service": "github"}, {}) as context:
        plugin.on_webhook(WebhookInfo("1", "other", name, {"X-GitHub-Event": name}, json.dumps(body).encode()))
        plugin.on_webhook(WebhookInfo("1", "github", name, {"X-GitHub-Event": name}, json.dumps(body).encode()))
    if told is None:
        assert context.published == []
        return
    ((kind, facts),) = context.published
    assert kind == f"workflow.github.{told['type']}"
    assert facts.items() >= told.items()


# a CRM


class Crm:
    def __init__(self) -> None:
        self.contacts: list[dict[str, Any]] = []

    def __call__(self, asked: Asked) -> Answer:
        if asked.headers.get("authorization") != "Bearer crm":
            return Answer({"error": "who are you?"}, 401)
        if asked.method == "GET":
            user = asked.path.partition("external_id=")[2]
            return Answer({"contacts": [each for each in self.contacts if each["external_id"] == user]})
        if asked.method == "PATCH":
            self.contacts[int(asked.path.rpartition("/")[2]) - 1] |= asked.content
            return Answer(b"", 204)
        self.contacts.append({"id": len(self.contacts) + 1, **asked.content})
        return Answer(self.contacts[-1], 201)


def test_the_example_answers_who_told_of_a_user(tmp_path: Path) -> None:
    plugin, crm = CrmExample(), Crm()
    with json_server(crm) as server:
        config = {"baseUrl": server.url, "fields": ["email", "name=full_name"]}
        plugin.context = TestContext(tmp_path, config, {"token": "crm"})
        user = {"id": "u7", "email": "a@example.com", "name": "Anna", "password": "x"}
        assert plugin.handle_event(event("user.created", user)) == {"action": "created", "contact_id": "1"}
        assert plugin.handle_event(event("user.created", user)) == {"action": "updated", "contact_id": "1"}
        changed = {**user, "email": "b@example.com"}
        assert plugin.handle_event(event("user.updated", changed)) == {"action": "updated", "contact_id": "1"}
        with pytest.raises(ValueError, match="no `id`"):
            plugin.handle_event(event("user.updated", {}))
        plugin.context.keep_secret("token", "wrong")
        with pytest.raises(ServiceRefused, match="HTTP 401 Unauthorized"):
            plugin.handle_event(event("user.updated", user))
    (contact,) = crm.contacts
    assert contact == {"id": 1, "external_id": "u7", "email": "b@example.com", "full_name": "Anna"}


# what they share


@pytest.mark.parametrize(
    ("headers", "wait_s"),
    [
        ({"Retry-After": "30"}, 30.0),
        ({"Retry-After": "Thu, 01 Jan 1970 00:02:00 GMT"}, 20.0),
        ({"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0.0),
        ({"Retry-After": "soon"}, None),
        ({"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "160"}, 60.0),
        ({"X-RateLimit-Remaining": "3", "X-RateLimit-Reset": "160"}, None),
        ({}, None),
    ],
)
def test_when_to_ask_again_is_read_in_all_its_forms(headers: dict[str, str], wait_s: float | None) -> None:
    assert retry_after_s(HttpAnswer(429, headers, b""), 100.0) == wait_s


def test_an_outbox_gives_up_what_is_never_taken_and_goes_on(tmp_path: Path) -> None:
    sent: list[int] = []
    told: list[str] = []

    def send(number: int) -> None:
        sent.append(number)
        if number == 1:
            raise OSError("no route")
        if number == 2:
            raise ZeroDivisionError("defect")

    outbox = Outbox(send, lambda text, _level: told.append(text), attempts=3, back_off_s=0.0)
    for number in range(4):
        outbox.put(number)
    eventually(lambda: sent == [0, 1, 1, 1, 2, 3])
    outbox.close()
    assert told == [
        "A message was given up after 3 attempts. no route",
        "A message could not be made. ZeroDivisionError: defect",
    ]


def test_an_outbox_ends_at_once_while_its_service_is_away() -> None:
    told: list[str] = []

    def send(_number: int) -> None:
        raise OSError("away")

    outbox = Outbox(send, lambda text, _level: told.append(text), most=2, back_off_s=1000.0)
    outbox.put(1)
    eventually(lambda: outbox.problem == "away")
    for number in (2, 3):
        outbox.put(number)
    outbox.close(within_s=30)
    assert "2 messages were not sent before the end." in told


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"“example\.com” is no address"):
        JsonService(TestContext(tmp_path), "example.com")
