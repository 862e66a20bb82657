"""What a message says: its event, a line for a person, and its facts.

GitHub's are known by the header `X-GitHub-Event` (docs.github.com, "Webhook events and payloads"), Slack's and Stripe's
by their bodies, others by `type` or `event` of a JSON object. All of it is the sender's text: cut, and on one line.
"""

import json
import re
import urllib.parse
from collections.abc import Callable
from typing import Any, Final

from lapwing.domain.visible import visible_text
from lapwing.domain.webhooks.inbox import Verdict
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.engine.webhooks.arrivals import Arrival, Understood
from lapwing.engine.webhooks.verifying import Refused

_LONGEST: Final = 300
_LONGEST_ID: Final = 256
_LONGEST_CHALLENGE: Final = 1_000
_EVENT: Final = re.compile(r"[A-Za-z0-9_.:/-]{1,100}")
_VISIBLE: Final = re.compile(r"[!-~]+")
_FORM: Final = "application/x-www-form-urlencoded"
Body = dict[str, Any]


def understand(scheme: SigningScheme, arrival: Arrival) -> Understood:
    """What a verified message says.

    Raises:
        Refused: Its body is not of the type that it promises.
    """
    body = _object(arrival)
    github = arrival.value("x-github-event")
    if github and scheme in {SigningScheme.GITHUB, SigningScheme.NONE}:
        return _github(_event(github), body)
    if scheme is SigningScheme.SLACK:
        return _slack(body)
    name = _event(_text(body, "type") or _text(body, "event"))
    facts = {"type": name, "id": _text(body, "id")}
    delivery = _text(body, "id")[:_LONGEST_ID] if scheme is SigningScheme.STRIPE else ""
    return Understood(name, delivery, name, {key: value for key, value in facts.items() if value})


def _object(arrival: Arrival) -> Body:
    """The body as a JSON object; an empty one when it is something else."""
    media = arrival.value("content-type").partition(";")[0].strip().lower()
    if media == _FORM:
        return _form(arrival.body)
    if media and media != "application/json" and not media.endswith("+json"):
        return {}
    if not arrival.body:
        return {}
    try:
        found = _json(arrival.body)
    except (ValueError, RecursionError) as error:
        if media:
            raise Refused(Verdict.MALFORMED, "Its body is not the JSON that its type promises.") from error
        return {}
    return found if isinstance(found, dict) else {}


def _json(data: bytes | str) -> object:
    """By Python's own reader, which takes halves of characters: they stand in texts of people, such as cut titles.

    Raises:
        ValueError, RecursionError
    """
    return json.loads(data, parse_constant=_refuse_constant)


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _form(data: bytes) -> Body:
    """A form; GitHub and Slack may put JSON into its field `payload`."""
    try:
        fields = dict(urllib.parse.parse_qsl(data.decode("ascii"), keep_blank_values=True, max_num_fields=1_000))
        payload = _json(fields["payload"]) if "payload" in fields else None
    except (ValueError, RecursionError) as error:
        raise Refused(Verdict.MALFORMED, "Its body is not the form that its type promises.") from error
    return payload if isinstance(payload, dict) else dict(fields)


# taking texts out of what may be anything


def _event(text: str) -> str:
    return text if _EVENT.fullmatch(text) else ""


def _plain(text: str) -> str:
    """On one line, without signs that cannot be seen, and not too long."""
    line = visible_text(" ".join(text[: 4 * _LONGEST].split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _inside(body: Body, *path: str) -> object:
    found: object = body
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _text(body: Body, *path: str) -> str:
    found = _inside(body, *path)
    return _plain(found) if isinstance(found, str) else ""


def _first_line(found: object) -> str:
    """Of a text of several lines, such as what a commit says."""
    return _plain(found.strip().partition("\n")[0]) if isinstance(found, str) else ""


def _url(body: Body, *path: str) -> str:
    """An address that a person may open; empty where it is none."""
    found = _text(body, *path)
    return found if found.startswith("https://") and _VISIBLE.fullmatch(found) else ""


def _number(body: Body, *path: str) -> int | None:
    found = _inside(body, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 1 << 53 else None


# GitHub


def _github(event: str, body: Body) -> Understood:
    action = _event(_text(body, "action"))
    if event == "pull_request" and action == "closed" and _inside(body, "pull_request", "merged") is True:
        name = "pull_request.merged"
    else:
        name = f"{event}.{action}" if action else event
    read = _GITHUB.get(event)
    line, facts = read(name, body) if read is not None else (name, {})
    repository = _text(body, "repository", "full_name")
    summary = {"type": event, "action": action, **facts, "repository": repository, "sender": _sender(body)}
    where = f" in {repository}" if repository else ""
    return Understood(name, "", f"{line}{where}", {key: value for key, value in summary.items() if value != ""})


def _sender(body: Body) -> str:
    return _text(body, "sender", "login")


def _push(_name: str, body: Body) -> tuple[str, Body]:
    ref, author = _text(body, "ref"), _text(body, "pusher", "name") or _sender(body)
    commits = _inside(body, "commits")
    count = len(commits) if isinstance(commits, list) else 0
    message = _first_line(_inside(body, "head_commit", "message"))
    is_deleted = _inside(body, "deleted") is True
    facts: Body = {
        "ref": ref,
        "commits": count,
        "author": author,
        "before": _text(body, "before"),
        "head": _text(body, "after"),
        "message": message,
        "forced": _inside(body, "forced") is True,
        "created": _inside(body, "created") is True,
        "deleted": is_deleted,
        "url": _url(body, "compare"),
    }
    line = f"{author} {_what_was_pushed(ref, count, facts)}"
    return _plain(f"{line}: {message}" if message and not is_deleted else line), facts


def _what_was_pushed(ref: str, count: int, facts: Body) -> str:
    name = ref.removeprefix("refs/heads/").removeprefix("refs/tags/")
    if ref.startswith("refs/tags/"):
        return f"{'deleted' if facts['deleted'] else 'pushed'} the tag {name}"
    if facts["deleted"]:
        return f"deleted {name}"
    if facts["created"] and not count:
        return f"created {name}"
    counted = "1 commit" if count == 1 else f"{count} commits"
    return f"{'force-pushed' if facts['forced'] else 'pushed'} {counted} to {name}"


def _pull_request(name: str, body: Body) -> tuple[str, Body]:
    request = ("pull_request",)
    number, title = _number(body, *request, "number"), _text(body, *request, "title")
    author, did = _text(body, *request, "user", "login"), name.partition(".")[2].replace("_", " ")
    who, is_merged = _sender(body) or author, _inside(body, *request, "merged") is True
    facts: Body = {
        "pr_number": number,
        "title": title,
        "author": author,
        "merged": is_merged,
        "head": _text(body, *request, "head", "ref"),
        "base": _text(body, *request, "base", "ref"),
        "sha": (_text(body, *request, "merge_commit_sha") if is_merged else "") or _text(body, *request, "head", "sha"),
        "url": _url(body, *request, "html_url"),
    }
    return _plain(f"Pull request {number} {did} by {who}: {title}"), facts


def _issue(name: str, body: Body) -> tuple[str, Body]:
    number, title = _number(body, "issue", "number"), _text(body, "issue", "title")
    author, did = _text(body, "issue", "user", "login"), name.partition(".")[2].replace("_", " ")
    line = _plain(f"Issue {number} {did} by {_sender(body) or author}: {title}")
    return line, {"issue_number": number, "title": title, "author": author, "url": _url(body, "issue", "html_url")}


def _ping(_name: str, body: Body) -> tuple[str, Body]:
    zen = _text(body, "zen")
    return _plain(f"Ping: {zen}" if zen else "Ping"), {"zen": zen, "hook_id": _number(body, "hook_id")}


_GITHUB: Final[dict[str, Callable[[str, Body], tuple[str, Body]]]] = {
    "push": _push,
    "pull_request": _pull_request,
    "issues": _issue,
    "ping": _ping,
}


# Slack


def _slack(body: Body) -> Understood:
    """Events API, slash commands and interactive messages (api.slack.com)."""
    kind = _event(_text(body, "type"))
    if kind == "url_verification":
        challenge = _inside(body, "challenge")
        said = challenge[:_LONGEST_CHALLENGE] if isinstance(challenge, str) else ""
        return Understood(kind, "", "Slack asks whether this URL is its own.", {"type": kind}, said)
    if kind == "event_callback":
        inner = _event(_text(body, "event", "type"))
        user = _text(body, "event", "user")
        summary = {"type": inner or kind, "user": user, "team": _text(body, "team_id")}
        return Understood(inner or kind, _text(body, "event_id"), f"{inner or kind} by {user}", summary)
    command = _text(body, "command")
    name = kind or ("slash_command" if command else "")
    user = _text(body, "user_name") or _text(body, "user", "username")
    summary = {"type": name, "command": command, "user": user, "text": _text(body, "text")}
    line = _plain(f"{command or name} {_text(body, 'text')}".strip() + (f" by {user}" if user else ""))
    return Understood(name, "", line, {key: value for key, value in summary.items() if value})
