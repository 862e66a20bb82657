"""Issues from alerts, from a form, and one that is looked up.

Source: developer.atlassian.com/cloud/jira/platform/rest/v2 (issue, comment), which a Jira of one's own has as well.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from lapwing.plugins.api import (
    CloudEvent,
    ConnectionInfo,
    Document,
    DocumentPart,
    FieldKind,
    FormField,
    Health,
    PartKind,
    Plugin,
)
from lapwing.plugins.bundled.jira.kept import KeptIssues
from lapwing.plugins.kit.json_service import JsonService, ServiceRefused, basic
from lapwing.plugins.kit.outbox import Outbox
from lapwing.plugins.kit.templates import shown

KEY: Final = re.compile(r"[A-Z][A-Z0-9_]{1,30}-[0-9]{1,12}")
_LONGEST_SUMMARY: Final = 250
"""Jira refuses 255 characters and more."""
_LONGEST_TEXT: Final = 30_000
_SHOWN: Final = ("status", "issuetype", "priority", "assignee", "reporter", "created", "updated")


class Jira(Plugin):
    """One project of one Jira."""

    def initialize(self) -> None:
        config = self.context.config
        token, user = self.context.secret("token"), str(config.get("user") or "")
        log_in = {"authorization": basic(user, token) if user else f"Bearer {token}"} if token else {}
        self._service = JsonService(self.context, str(config["baseUrl"]), log_in)
        self._severities = {each.strip().lower() for each in config.get("severities") or ()}
        self._kept = KeptIssues(Path(self.context.data_folder) / "issues.json")
        self._outbox: Outbox[CloudEvent] = Outbox(self._tell, self.context.log)

    def shutdown(self) -> None:
        self._outbox.close()

    def on_health_check(self) -> Health:
        return Health(not self._outbox.problem, self._outbox.problem)

    # alerts

    def handle_event(self, event: CloudEvent) -> Any:
        is_wanted = str(event.data.get("severity", "")).lower() in self._severities
        if (event.type == "alert.fired" and is_wanted) or event.type == "alert.resolved":
            self._outbox.put(event)
        return None

    def _tell(self, event: CloudEvent) -> None:
        """An issue for an alert that fires; a comment when it is over. An alert that fires again has its issue."""
        alert = _identity(event)
        key = self._kept.key_of(alert)
        if event.type == "alert.fired" and key is None:
            self._kept.keep(alert, self._create(_summary(event.data), _description(event.data)))
        elif event.type == "alert.resolved" and key is not None:
            self._service.ask("POST", f"rest/api/2/issue/{key}/comment", {"body": "The alert is over."})
            self._kept.forget(alert)

    def _create(self, summary: str, description: str, issue_type: str = "") -> str:
        config = self.context.config
        fields = {
            "project": {"key": config["project"]},
            "summary": " ".join(summary.split())[:_LONGEST_SUMMARY],
            "description": description[:_LONGEST_TEXT],
            "issuetype": {"name": issue_type or config.get("issueType") or "Task"},
        }
        labels = [each.strip() for each in config.get("labels") or () if each.strip()]
        if labels:
            fields["labels"] = labels
        answer = self._service.ask("POST", "rest/api/2/issue", {"fields": fields})
        key = str(answer.get("key", "")) if isinstance(answer, dict) else ""
        if not KEY.fullmatch(key):
            raise ServiceRefused("The answer holds no key of an issue; is the address that of a Jira?", 400)
        return key

    # by hand

    def on_menu(self, entry_id: str, connection: ConnectionInfo | None) -> Document | None:
        return Document("New issue", (_new_issue(connection, str(self.context.config.get("issueType") or "Task")),))

    def panel(self, panel_id: str, connection: ConnectionInfo | None) -> Document:
        return Document("Jira", (_look_up(""),))

    def on_form(self, panel_id: str, values: dict[str, Any]) -> Document | None:
        try:
            if "summary" in values:
                return self._created(values)
            return self._looked_up(str(values.get("key") or ""))
        except ServiceRefused as error:
            words = f"Jira did not do it. {error}"
        except OSError as error:
            words = f"Jira cannot be reached. {error}"
        return Document("Jira", (DocumentPart(PartKind.TEXT, text=words),))

    def _created(self, values: Mapping[str, Any]) -> Document:
        summary = str(values.get("summary") or "").strip()
        if not summary:
            return Document("Jira", (DocumentPart(PartKind.TEXT, text="An issue needs a summary."),))
        key = self._create(summary, str(values.get("description") or ""), str(values.get("type") or ""))
        address = f"{str(self.context.config['baseUrl']).rstrip('/')}/browse/{key}"
        return Document("Jira", (DocumentPart(PartKind.KEY_VALUES, pairs=(("Created", key), ("Address", address))),))

    def _looked_up(self, key: str) -> Document:
        key = key.strip().upper()
        if not KEY.fullmatch(key):
            words = f"“{key[:40]}” is no key of an issue. Write one such as OPS-12."
            return Document("Jira", (_look_up(key), DocumentPart(PartKind.TEXT, text=words)))
        answer = self._service.ask("GET", f"rest/api/2/issue/{key}")
        fields = answer.get("fields") if isinstance(answer, dict) else None
        facts = fields if isinstance(fields, dict) else {}
        pairs = (("Key", key), ("Summary", shown(facts.get("summary"))), *((n, _named(facts.get(n))) for n in _SHOWN))
        parts = [_look_up(key), DocumentPart(PartKind.KEY_VALUES, pairs=tuple(pair for pair in pairs if pair[1]))]
        if facts.get("description"):
            parts.append(DocumentPart(PartKind.TEXT, "Description", shown(facts["description"])))
        return Document("Jira", tuple(parts))


def _identity(event: CloudEvent) -> str:
    """Which alert it is: of one rule, connection and series."""
    parts = (event.connection_id or event.data.get("connectionId"), event.data.get("ruleId"), event.data.get("labels"))
    return json.dumps(parts, sort_keys=True, default=str)


def _summary(data: Mapping[str, Any]) -> str:
    return f"{shown(data.get('rule')) or 'Alert'} on {shown(data.get('connection')) or 'a server'}"


def _description(data: Mapping[str, Any]) -> str:
    """Facts between markers that keep Jira from reading marks in them."""
    names = ("severity", "expression", "value", "unit", "labels", "connection")
    lines = [f"{name}: {shown(data.get(name))}" for name in names if data.get(name) not in (None, "", {})]
    return "{noformat}\n" + "\n".join(lines).replace("{noformat}", "{ noformat }") + "\n{noformat}"


def _named(fact: Any) -> str:
    if isinstance(fact, dict):
        return shown(fact.get("displayName") or fact.get("name"))
    return shown(fact)


def _look_up(key: str) -> DocumentPart:
    field = FormField("key", "Issue", value=key, help="Its key, such as OPS-12.", must=True)
    return DocumentPart(PartKind.FORM, fields=(field,), submit="Look Up")


def _new_issue(connection: ConnectionInfo | None, issue_type: str) -> DocumentPart:
    about = f"{connection.name}: " if connection else ""
    fields = (
        FormField("summary", "Summary", value=about, must=True),
        FormField("type", "Type", value=issue_type, must=True),
        FormField("description", "Description", FieldKind.LONG_TEXT, value=""),
    )
    return DocumentPart(PartKind.FORM, fields=fields, submit="Create")
