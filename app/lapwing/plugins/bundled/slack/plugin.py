"""Events as messages in a channel.

Sources: docs.slack.dev/reference/methods/chat.postMessage,
docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, docs.slack.dev/apis/web-api/rate-limits,
docs.slack.dev/messaging/formatting-message-text (what has to be escaped).
"""

from typing import Any, Final
from urllib.parse import urlsplit

from lapwing.plugins.api import CloudEvent, ConnectionInfo, Document, DocumentPart, Health, PartKind, Plugin
from lapwing.plugins.kit.json_service import JsonService, ServiceRefused
from lapwing.plugins.kit.outbox import Outbox
from lapwing.plugins.kit.templates import filled, template_for, templates_in

_LONGEST: Final = 38_000
"""Slack cuts a text at 40,000 characters."""
_PASSING: Final = frozenset({"ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable"})
"""Errors of a method that may be gone the next time."""
_TEST: Final = "Lapwing says hello: messages come through."


class Slack(Plugin):
    """Sends through `chat.postMessage` where there is a token, otherwise through an incoming webhook."""

    def initialize(self) -> None:
        config = self.context.config
        self._templates = templates_in(config.get("messages") or ())
        self._token = self.context.secret("botToken")
        self._channel = str(config.get("channel") or "").strip()
        self._webhook = self.context.secret("incomingWebhook").strip()
        self._outbox: Outbox[str] = Outbox(self._send, self.context.log)

    def shutdown(self) -> None:
        self._outbox.close()

    def on_health_check(self) -> Health:
        problem = self._missing() or self._outbox.problem
        return Health(not problem, problem)

    def handle_event(self, event: CloudEvent) -> Any:
        """The message goes to the outbox; Slack is not waited for."""
        template = template_for(event.type, self._templates)
        if not template or self._missing():
            return None
        facts = {"type": event.type, "subject": event.subject, "source": event.source, **event.data}
        self._outbox.put(filled(template, facts, _escaped))
        return None

    def on_menu(self, entry_id: str, connection: ConnectionInfo | None) -> Document | None:
        return Document("Slack", (DocumentPart(PartKind.TEXT, text=self._tested()),))

    def _tested(self) -> str:
        if missing := self._missing():
            return missing
        try:
            self._send(_TEST)
        except (ServiceRefused, OSError) as error:
            return f"The message was not taken. {error}"
        return "The message was taken."

    def _missing(self) -> str:
        """What has to be filled in yet, in a sentence; empty: nothing."""
        if self._token and not self._channel:
            return "The channel is missing in the settings."
        if not self._token and not self._webhook:
            return "The settings need a bot token, or an incoming webhook."
        return ""

    def _send(self, text: str) -> None:
        text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        if self._token:
            self._post(text)
        else:
            self._post_to_webhook(text)

    def _post(self, text: str) -> None:
        headers = {"authorization": f"Bearer {self._token}"}
        service = JsonService(self.context, self.context.config["apiUrl"], headers)
        content = {"channel": self._channel, "text": text, "unfurl_links": False, "unfurl_media": False}
        answer = service.ask("POST", "chat.postMessage", content)
        if not isinstance(answer, dict) or not answer.get("ok"):
            error = str(answer.get("error") if isinstance(answer, dict) else "no answer of Slack's")[:200]
            raise ServiceRefused(f"Slack says: {error}.", 503 if error in _PASSING else 400)

    def _post_to_webhook(self, text: str) -> None:
        host = urlsplit(str(self.context.config["webhookHost"])).netloc
        if urlsplit(self._webhook).netloc != host:
            raise ServiceRefused(f"The incoming webhook does not lead to {host}, as the settings say.", 400)
        JsonService(self.context, self._webhook).ask("POST", "", {"text": text})


def _escaped(fact: str) -> str:
    """Plain text: nothing in it mentions people or becomes a link."""
    return fact.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
