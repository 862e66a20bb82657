"""Events as mail, through the server that the settings name."""

import time
from typing import Any, Final

from lapwing.plugins.api import CloudEvent, ConnectionInfo, Document, DocumentPart, Health, Mail, PartKind, Plugin
from lapwing.plugins.bundled.email.digest import Digest
from lapwing.plugins.bundled.email.messages import Message, body_of, message_about, rules_in, subject_of
from lapwing.plugins.kit.json_service import ServiceRefused
from lapwing.plugins.kit.outbox import Outbox
from lapwing.plugins.kit.quantities import seconds

_TEST: Final = "Lapwing says hello: mail comes through."
_WITHIN_S: Final = 20.0
"""Less than a person who chose the menu entry is kept waiting."""
_REFUSED: Final = 400
"""Told to the outbox of a mail that must not be sent again."""


class Email(Plugin):
    """Collects messages, and sends them by a thread of its own."""

    def on_config_load(self, config: dict[str, Any]) -> dict[str, Any]:
        """Say at once what is wrong in a line."""
        rules_in(config.get("messages") or ())
        seconds(config.get("digest") or "0s")
        return config

    def initialize(self) -> None:
        config = self.context.config
        self._rules = rules_in(config.get("messages") or ())
        self._recipients = tuple(each.strip() for each in config.get("recipients") or () if each.strip())
        self._outbox: Outbox[Mail] = Outbox(self._send, self.context.log)
        self._digest = Digest(seconds(config.get("digest") or "0s"), self._tell)

    def shutdown(self) -> None:
        self._digest.flush()
        self._outbox.close()

    def on_health_check(self) -> Health:
        problem = self._missing() or self._outbox.problem
        return Health(not problem, problem)

    def handle_event(self, event: CloudEvent) -> Any:
        """The message is collected; the mail server is not waited for."""
        text = message_about(event, self._rules)
        if text and not self._missing():
            self._digest.put(Message(event.at, text))
        return None

    def on_menu(self, entry_id: str, connection: ConnectionInfo | None) -> Document | None:
        return Document("E-mail", (DocumentPart(PartKind.TEXT, text=self._tested()),))

    def _tested(self) -> str:
        if missing := self._missing():
            return missing
        try:
            refused = self._sent(self._mail((Message(time.time(), _TEST),), 1))
        except (OSError, RuntimeError, ValueError) as error:
            return f"The mail was not taken. {error}"
        return "\n".join(["The mail was taken.", *(f"Not for {each}" for each in refused)])

    def _missing(self) -> str:
        """What has to be filled in yet, in a sentence; empty: nothing."""
        for name in ("server", "sender"):
            if not str(self.context.config.get(name) or "").strip():
                return f"The {name} is missing in the settings."
        return "" if self._recipients else "The settings name no recipients."

    def _tell(self, messages: tuple[Message, ...], count: int) -> None:
        self._outbox.put(self._mail(messages, count))

    def _mail(self, messages: tuple[Message, ...], count: int) -> Mail:
        config = self.context.config
        subject = subject_of(str(config.get("subject") or "{first}"), messages, count)
        return Mail(str(config["sender"]).strip(), self._recipients, subject, body_of(messages, count))

    def _send(self, mail: Mail) -> None:
        """Outbox's thread."""
        try:
            refused = self._sent(mail)
        except RuntimeError as error:
            raise ServiceRefused(str(error), _REFUSED) from error
        for each in refused:
            self.context.log(f"The mail server did not take a mail for {each}", "warning")

    def _sent(self, mail: Mail) -> tuple[str, ...]:
        config = self.context.config
        user = str(config.get("user") or "").strip()
        return tuple(self.context.mail(str(config["server"]).strip(), mail, user, "password", _WITHIN_S))
