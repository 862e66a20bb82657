"""What GitHub and others say by their webhooks."""

import json
import urllib.parse
from typing import Any

import pytest

from lapwing.domain.webhooks.inbox import Verdict
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.engine.webhooks.arrivals import Arrival, Understood
from lapwing.engine.webhooks.understanding import understand
from lapwing.engine.webhooks.verifying import Refused

REPOSITORY = {"repository": {"full_name": "acme/shop"}, "sender": {"login": "bob"}}
PULL = {"number": 7, "title": "Fix the\nbasket", "user": {"login": "ann"}, "base": {"ref": "main"}, "merged": False}


def said(body: Any, event: str = "", scheme: SigningScheme = SigningScheme.GITHUB, media: str = "") -> Understood:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = [("content-type", media or "application/json"), *([("x-github-event", event)] if event else [])]
    return understand(scheme, Arrival("some", headers, data, "127.0.0.1", 0.0))


def pull(action: str, **more: object) -> Understood:
    return said({"action": action, "pull_request": {**PULL, **more}, **REPOSITORY}, "pull_request")


def test_a_pull_request_is_told_as_the_guide_wants() -> None:
    opened = pull("opened")
    assert opened.event == "pull_request.opened"
    assert opened.text == "Pull request 7 opened by bob: Fix the basket in acme/shop"
    wanted = {"type": "pull_request", "action": "opened", "pr_number": 7, "title": "Fix the basket", "author": "ann"}
    assert wanted.items() <= opened.summary.items()


def test_a_merged_pull_request_tells_which_commit_it_became() -> None:
    url = "https://github.com/acme/shop/pull/7"
    more = {"head": {"ref": "fix", "sha": "abc"}, "merge_commit_sha": "def", "html_url": url}
    assert {"head": "fix", "sha": "abc", "url": url}.items() <= pull("synchronize", **more).summary.items()
    assert pull("closed", merged=True, **more).summary["sha"] == "def"


def test_a_closed_pull_request_was_merged_or_not() -> None:
    assert pull("closed", merged=True).event == "pull_request.merged"
    assert pull("closed", merged=True).summary["action"] == "closed"
    assert pull("closed").event == "pull_request.closed"
    assert pull("closed", merged="true").event == "pull_request.closed"


def test_a_push_is_told_as_the_guide_wants() -> None:
    body = {"ref": "refs/heads/main", "commits": [{}, {}], "pusher": {"name": "ann"}, "after": "abc", **REPOSITORY}
    push = said(body, "push")
    assert (push.event, push.text) == ("push", "ann pushed 2 commits to main in acme/shop")
    assert {"type": "push", "ref": "refs/heads/main", "commits": 2, "author": "ann"}.items() <= push.summary.items()
    assert said({**body, "forced": True}, "push").text.startswith("ann force-pushed 2 commits")
    assert said({**body, "deleted": True}, "push").text.startswith("ann deleted main")


def test_a_push_tells_what_its_last_commit_says_and_where_to_look() -> None:
    body = {
        "ref": "refs/heads/main",
        "before": "abc",
        "after": "def",
        "commits": [{}],
        "head_commit": {"message": "Fix the basket\n\nIt lost <b>things</b>."},
        "pusher": {"name": "ann"},
        "compare": "https://github.com/acme/shop/compare/abc...def",
        **REPOSITORY,
    }
    push = said(body, "push")
    assert push.text == "ann pushed 1 commit to main: Fix the basket in acme/shop"
    wanted = {"before": "abc", "head": "def", "message": "Fix the basket", "url": body["compare"]}
    assert wanted.items() <= push.summary.items()
    assert "url" not in said({**body, "compare": "javascript:alert(1)"}, "push").summary
    tag = {**body, "ref": "refs/tags/v1.2", "commits": [], "head_commit": None, "created": True}
    assert said(tag, "push").text == "ann pushed the tag v1.2 in acme/shop"
    assert said({**tag, "deleted": True}, "push").text == "ann deleted the tag v1.2 in acme/shop"
    assert said({**tag, "ref": "refs/heads/fix"}, "push").text == "ann created fix in acme/shop"


def test_issues_and_pings_are_understood() -> None:
    issue = said(
        {"action": "opened", "issue": {"number": 3, "title": "It is slow", "user": {"login": "eve"}}, **REPOSITORY},
        "issues",
    )
    assert (issue.event, issue.text) == ("issues.opened", "Issue 3 opened by bob: It is slow in acme/shop")
    assert (issue.summary["issue_number"], issue.summary["author"]) == (3, "eve")
    ping = said({"zen": "Design for failure.", "hook_id": 1}, "ping")
    assert (ping.event, ping.text) == ("ping", "Ping: Design for failure.")


def test_events_of_github_that_are_not_known_keep_their_names() -> None:
    assert said({"action": "created", **REPOSITORY}, "star").event == "star.created"
    assert said({}, "weird event\n").event == ""


def test_a_form_with_a_payload_is_understood_as_json() -> None:
    form = urllib.parse.urlencode({"payload": json.dumps({"zen": "Keep it logically awesome."})}).encode()
    found = said(form, "ping", media="application/x-www-form-urlencoded; charset=utf-8")
    assert found.text == "Ping: Keep it logically awesome."


def test_others_are_known_by_their_bodies() -> None:
    stripe = said({"id": "evt_1", "type": "invoice.paid"}, scheme=SigningScheme.STRIPE)
    assert (stripe.event, stripe.delivery_id) == ("invoice.paid", "evt_1")
    callback = {"type": "event_callback", "event_id": "Ev1", "event": {"type": "message", "user": "U1"}}
    slack = said(callback, scheme=SigningScheme.SLACK)
    assert (slack.event, slack.delivery_id, slack.text) == ("message", "Ev1", "message by U1")
    asked = said({"type": "url_verification", "challenge": "3eZbrw1a"}, scheme=SigningScheme.SLACK)
    assert asked.challenge == "3eZbrw1a"
    command = said(
        b"command=%2Fdeploy&text=shop&user_name=ann",
        scheme=SigningScheme.SLACK,
        media="application/x-www-form-urlencoded",
    )
    assert command.text == "/deploy shop by ann"
    assert said({"type": "user.created"}, scheme=SigningScheme.STANDARD).event == "user.created"
    assert said({"event": "user.created"}, scheme=SigningScheme.NONE).event == "user.created"


@pytest.mark.parametrize("body", [b"{", b"", b"\xff\xfe", b"[" * 200_000, b'{"a":1}{', b"NaN"])
def test_a_body_that_is_no_json_is_refused_where_it_says_that_it_is(body: bytes) -> None:
    if not body:
        assert said(body) == Understood()
        return
    with pytest.raises(Refused) as refused:
        said(body, scheme=SigningScheme.STANDARD)
    assert refused.value.verdict is Verdict.MALFORMED
    assert said(body, scheme=SigningScheme.STANDARD, media="text/plain").event == ""


@pytest.mark.parametrize(
    "strange", [[], "x", 7, None, {"pull_request": []}, {"action": {}, "pull_request": {"user": 1}}]
)
def test_a_body_of_another_shape_is_taken_as_it_is(strange: object) -> None:
    for event in ("push", "pull_request", "issues", "ping"):
        assert said(strange, event).event.startswith(event)
    for scheme in SigningScheme:
        said(strange, scheme=scheme)


def test_hostile_text_is_cut_and_stays_on_one_line() -> None:
    title = "a\u202eb\x00" + "x" * 10_000
    found = pull("opened", title=title)
    assert "\u202e" not in found.text
    assert "\x00" not in found.text
    assert "\n" not in found.text
    assert len(found.text) < 400
    assert len(str(found.summary["title"])) <= 300
