"""What GitHub's webhooks say, in few facts.

Source: docs.github.com/en/webhooks/webhook-events-and-payloads. Which event it is stands in the header
`X-GitHub-Event`, never in the body.
"""

from collections.abc import Mapping
from typing import Any


def facts_of(event: str, body: Mapping[str, Any]) -> dict[str, Any] | None:
    """The facts of a push, a pull request or an issue; None: it is another event, or nothing of GitHub's.

    Args:
        event: As the header `X-GitHub-Event` names it.
    """
    repository = _text(_part(body, "repository").get("full_name"))
    if event == "push":
        return _push(body, repository)
    if event == "pull_request":
        return _pull_request(body, repository)
    if event == "issues":
        return _issue(body, repository)
    return None


def _push(body: Mapping[str, Any], repository: str) -> dict[str, Any]:
    commits = body.get("commits")
    return {
        "type": "push",
        "repository": repository,
        "ref": _text(body.get("ref")),
        "sha": _text(body.get("after")),
        "commits": len(commits) if isinstance(commits, list) else 0,
        "author": _text(_part(body, "pusher").get("name")),
        "forced": body.get("forced") is True,
        "deleted": body.get("deleted") is True,
    }


def _pull_request(body: Mapping[str, Any], repository: str) -> dict[str, Any]:
    request = _part(body, "pull_request")
    action = _text(body.get("action"))
    return {
        "type": "pull_request",
        "repository": repository,
        "action": "merged" if action == "closed" and request.get("merged") is True else action,
        "pr_number": _number(request.get("number")),
        "title": _text(request.get("title")),
        "author": _text(_part(request, "user").get("login")),
        "sha": _text(_part(request, "head").get("sha")),
        "base": _text(_part(request, "base").get("ref")),
    }


def _issue(body: Mapping[str, Any], repository: str) -> dict[str, Any]:
    issue = _part(body, "issue")
    return {
        "type": "issue",
        "repository": repository,
        "action": _text(body.get("action")),
        "issue_number": _number(issue.get("number")),
        "title": _text(issue.get("title")),
        "author": _text(_part(issue, "user").get("login")),
    }


def _part(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = body.get(name)
    return found if isinstance(found, Mapping) else {}


def _text(value: Any) -> str:
    return value[:500] if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
