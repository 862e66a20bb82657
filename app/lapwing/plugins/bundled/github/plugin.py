"""Alerts as issues, workflow events as commit statuses, webhooks as events.

Sources: docs.github.com/en/rest/issues/issues, docs.github.com/en/rest/commits/statuses,
docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lapwing.plugins.api import CloudEvent, Health, Plugin, WebhookInfo
from lapwing.plugins.bundled.github.webhooks import facts_of
from lapwing.plugins.kit.json_service import JsonService
from lapwing.plugins.kit.outbox import Outbox
from lapwing.plugins.kit.templates import shown

_REPOSITORY: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})/[A-Za-z0-9._-]{1,100}")
_SHA: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_STATES: Final = frozenset({"pending", "success", "failure", "error"})
_LONGEST_STATUS: Final = 140
_VERSION: Final = "2022-11-28"


@dataclass(frozen=True, slots=True)
class _Post:
    path: str
    content: dict[str, Any]


class GitHub(Plugin):
    """One repository."""

    def initialize(self) -> None:
        config = self.context.config
        token = self.context.secret("token")
        headers = {"accept": "application/vnd.github+json", "x-github-api-version": _VERSION}
        self._service = JsonService(
            self.context, str(config["apiUrl"]), headers | ({"authorization": f"Bearer {token}"} if token else {})
        )
        self._repository = str(config.get("repository") or "").strip()
        if self._repository and not _REPOSITORY.fullmatch(self._repository):
            raise ValueError(f"“{self._repository[:80]}” is no repository. Write one such as octocat/hello-world.")
        self._severities = {each.strip().lower() for each in config.get("severities") or ()}
        self._outbox: Outbox[_Post] = Outbox(self._send, self.context.log)

    def shutdown(self) -> None:
        self._outbox.close()

    def on_health_check(self) -> Health:
        return Health(not self._outbox.problem, self._outbox.problem)

    def handle_event(self, event: CloudEvent) -> Any:
        """An issue for an alert that fires; a status for a workflow event that names a commit (`sha`, `state`)."""
        if not self._repository:
            return None
        post = self._issue(event.data) if event.type == "alert.fired" else self._status(event)
        if post is not None:
            self._outbox.put(post)
        return None

    def on_webhook(self, webhook: WebhookInfo) -> None:
        """Tell a push, pull request or issue as `workflow.github.TYPE`, with few facts that are easy to use."""
        if webhook.service != self.context.config.get("service"):
            return
        name = next((value for key, value in webhook.headers.items() if key.lower() == "x-github-event"), "")
        try:
            body = json.loads(webhook.body)
        except (ValueError, RecursionError):
            self.context.log("A webhook was no JSON: choose application/json where it is set up.", "warning")
            return
        facts = facts_of(name, body) if isinstance(body, dict) else None
        if facts is not None:
            self.context.publish(f"workflow.github.{facts['type']}", facts)

    def _issue(self, data: Mapping[str, Any]) -> _Post | None:
        if str(data.get("severity", "")).lower() not in self._severities:
            return None
        names = ("severity", "expression", "value", "unit", "labels", "connection")
        lines = "\n".join(f"{name}: {shown(data.get(name))}" for name in names if data.get(name) not in (None, "", {}))
        title = f"{shown(data.get('rule')) or 'Alert'} on {shown(data.get('connection')) or 'a server'}"
        labels = [each.strip() for each in self.context.config.get("labels") or () if each.strip()]
        content = {"title": title[:250], "body": _fenced(lines), "labels": labels}
        return _Post(f"repos/{self._repository}/issues", content)

    def _status(self, event: CloudEvent) -> _Post | None:
        sha, state = event.data.get("sha"), event.data.get("state")
        if event.source.startswith("plugin/") or not isinstance(sha, str) or not _SHA.fullmatch(sha):
            return None
        if state not in _STATES:
            return None
        words = shown(event.data.get("description")) or event.type
        content = {
            "state": state,
            "context": self.context.config["statusContext"],
            "description": words[:_LONGEST_STATUS],
        }
        if str(event.data.get("url", "")).startswith(("https://", "http://")):
            content["target_url"] = str(event.data["url"])
        return _Post(f"repos/{self._repository}/statuses/{sha}", content)

    def _send(self, post: _Post) -> None:
        self._service.ask("POST", post.path, post.content)


def _fenced(text: str) -> str:
    """As a block of code, in which nothing mentions people; its fence is longer than any within."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"
