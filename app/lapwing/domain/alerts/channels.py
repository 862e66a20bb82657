"""Channels: where changes of alerts are told."""

import re
from dataclasses import field
from enum import StrEnum
from typing import ClassVar, Final

from lapwing.domain.alerts.rules import Severity
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import SecretKind, SecretPlace


class ChannelKind(StrEnum):
    WINDOW = "window"
    """The line across every window; the badge in the status bar is always there."""
    DESKTOP = "desktop"
    LOG = "log"
    """The file `alerts.log` beside the other logs."""
    EMAIL = "email"


class MailSecurity(StrEnum):
    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"
    """Only for a server on this machine."""


_ADDRESS: Final = re.compile(r"[^\s\x00-\x1f\x7f@<>,;:\"()\[\]\\]{1,64}@[A-Za-z0-9.-]{1,250}")
_HOST: Final = re.compile(r"[A-Za-z0-9._:-]{1,253}")
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")
_MOST_RECIPIENTS: Final = 50


@dataclass(frozen=True, slots=True)
class MailServer:
    """How mail is sent (SMTP, RFC 5321; STARTTLS, RFC 3207). Certificates are always checked.

    Attributes:
        user: Empty: no log-in.
        secret: Where its password is found; the password itself never stands here.
        ca_file: Certificates that are trusted beside those of the system; empty: none.
    """

    host: str
    sender: str
    recipients: tuple[str, ...]
    port: int = 587
    security: MailSecurity = MailSecurity.STARTTLS
    user: str = ""
    secret: SecretPlace = field(default_factory=lambda: SecretPlace(SecretKind.KEYRING))
    ca_file: str = ""

    def problem(self) -> str:
        """Why no mail can be sent by it, in a sentence; empty when nothing is wrong with it."""
        if not _HOST.fullmatch(self.host):
            return "Its server needs a host name such as smtp.example.org."
        if not 1 <= self.port <= 65_535:
            return "Its port must be from 1 to 65535."
        if self.security is MailSecurity.NONE and self.host not in _LOCAL:
            return "Mail without encryption is only sent to a server on this machine."
        for address in (self.sender, *self.recipients):
            if not _ADDRESS.fullmatch(address):
                return f"{address[:80]} is no mail address." if address else "A sender and a recipient are needed."
        if not self.recipients or len(self.recipients) > _MOST_RECIPIENTS:
            return f"It needs 1 to {_MOST_RECIPIENTS} recipients."
        return self.secret.problem() if self.user else ""


@dataclass(frozen=True, slots=True)
class AlertChannel:
    """One channel.

    Attributes:
        least: The lowest severity that it tells.
        mail: Of the kind EMAIL only.
    """

    id: str
    kind: ChannelKind
    title: str = ""
    enabled: bool = True
    least: Severity = Severity.INFO
    mail: MailServer | None = None

    def problem(self) -> str:
        """Why it cannot be kept, in a sentence; empty when it can."""
        if self.kind is not ChannelKind.EMAIL:
            return ""
        if not self.title.strip() or len(self.title) > 80:
            return "Its title must have 1 to 80 characters."
        return self.mail.problem() if self.mail is not None else "It names no mail server."


SHIPPED_CHANNELS: Final = (
    AlertChannel("window", ChannelKind.WINDOW, least=Severity.CRITICAL),
    AlertChannel("desktop", ChannelKind.DESKTOP, least=Severity.WARNING),
    AlertChannel("log", ChannelKind.LOG),
)
"""Those of every profile; a person may switch them off."""


@dataclass(frozen=True, slots=True)
class ChannelState:
    """How a channel is.

    Attributes:
        error: Why the last attempt failed; None: it did not.
        waiting: Changes that are to be told yet.
        again_at: When it is tried again, Unix seconds; None: nothing waits.
    """

    channel: AlertChannel
    error: ErrorFacts | None = None
    waiting: int = 0
    again_at: float | None = None


@dataclass(frozen=True, slots=True)
class ChannelChanged(Event):
    """A channel failed, or works again."""

    name: ClassVar[str] = "alert.channel"
    state: ChannelState

    @property
    def key(self) -> str:
        return self.state.channel.id
