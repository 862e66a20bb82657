"""The webhook listener: where it listens, whom it believes, and how it is.

Messages that came are told in `domain.webhooks.inbox`.
"""

import ipaddress
import re
from dataclasses import field
from enum import StrEnum
from typing import ClassVar, Final

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace
from lapwing.domain.webhooks.listener_names import LISTENER_CHANGED

PATH: Final = "/webhook/"
LOOPBACK: Final = "127.0.0.1"
PORT: Final = 8787
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})")
_MOST_HOSTS: Final = 50
_KEEP: Final = (SecretKind.KEYRING, SecretKind.FILE)
OUTSIDE: Final = (
    "It listens beyond this machine: anybody who reaches it can try. Put a proxy with TLS before it, since it speaks "
    "plain HTTP."
)
UNSIGNED: Final = "Any program on this machine, and whoever a tunnel lets in, can send to it: nothing is signed."


class SigningScheme(StrEnum):
    """How a sender proves who it is: HMAC-SHA256 over the raw body, in the header that each is known by."""

    GITHUB = "github"
    """`X-Hub-Signature-256`."""
    STANDARD = "standard"
    """Standard Webhooks: `webhook-id`, `webhook-timestamp`, `webhook-signature`."""
    SLACK = "slack"
    """`X-Slack-Signature` and `X-Slack-Request-Timestamp`."""
    STRIPE = "stripe"
    """`Stripe-Signature`."""
    NONE = "none"
    """No proof. Only while the listener is bound to loopback."""

    @property
    def is_given(self) -> bool:
        """Whether the sender hands out its secrets, so that none can be made here."""
        return self in {SigningScheme.SLACK, SigningScheme.STRIPE}


@dataclass(frozen=True, slots=True)
class IncomingService:
    """A sender that is listened to, at `/webhook/NAME`.

    Attributes:
        name: Lower-case letters, digits, `.`, `_` and `-`.
        annotate: Whether each accepted message is written into charts.
        connection_id: Into whose charts; empty: of all connections.
        place: Where its secrets are kept: the keyring or the encrypted file.
    """

    name: str
    scheme: SigningScheme = SigningScheme.GITHUB
    enabled: bool = True
    annotate: bool = False
    connection_id: str = ""
    place: SecretPlace = field(default_factory=lambda: SecretPlace(SecretKind.KEYRING))

    def problem(self) -> tuple[str, str]:
        """Which field keeps it from being kept and why, in a sentence; both empty when nothing does."""
        if not _NAME.fullmatch(self.name):
            reason = "Its name stands in its URL: up to 64 lower-case letters, digits, dots, - and _, such as github."
            return "name", reason
        if self.place.kind not in _KEEP:
            return "place", "Its secrets are kept in the keyring or in the encrypted file."
        return "", ""


@dataclass(frozen=True, slots=True)
class SigningSecretFacts:
    """One of the secrets of a service; the secret itself is never told by this.

    Attributes:
        ends_at: From when it is no longer believed, Unix seconds; None: it is the newest, and stays.
        can_be_shown: Whether it was made here and nobody has seen it yet.
    """

    id: str
    made_at: float
    ends_at: float | None = None
    can_be_shown: bool = False


@dataclass(frozen=True, slots=True)
class IncomingServiceFacts:
    """A service with what became of it.

    Attributes:
        url: Where the sender has to send to, as this machine sees it.
        secrets: The newest last; none: nothing can be verified yet.
        warning: What is dangerous about it, in a sentence; empty: nothing.
        accepted, refused: Messages that are kept.
        last_at: When the last one came, Unix seconds; None: none is kept.
    """

    service: IncomingService
    url: str = ""
    secrets: tuple[SigningSecretFacts, ...] = ()
    warning: str = ""
    accepted: int = 0
    refused: int = 0
    last_at: float | None = None


@dataclass(frozen=True, slots=True)
class IncomingServiceList:
    """Attributes:
    problems: What is wrong with the stored files.
    """

    services: tuple[IncomingServiceFacts, ...] = ()
    problems: tuple[ErrorFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ListenerSettings:
    """Where the listener listens. Whether it does is told and changed as of every service (`webhook-listener`).

    Attributes:
        address: An IP address of this machine; anything but loopback is reached by others.
        port: 0: any that is free.
        hosts: Names beside its own address by which it may be asked, such as that of a tunnel or proxy. Others are
            refused, so that no web page can reach it by a name of its own (DNS rebinding).
        most_per_s: Messages a second that are taken of one service; more are put off by 429.
        keep_days, keep_mb: How long and how much is kept of what came.
    """

    address: str = LOOPBACK
    port: int = PORT
    hosts: tuple[str, ...] = ()
    most_per_s: int = 1_000
    keep_days: int = 30
    keep_mb: int = 256

    @property
    def is_local(self) -> bool:
        """Whether only this machine reaches it."""
        try:
            return ipaddress.ip_address(self.address).is_loopback
        except ValueError:
            return False

    def problem(self) -> tuple[str, str]:
        """Which field keeps it from listening so and why, in a sentence; both empty when nothing does."""
        try:
            ipaddress.ip_address(self.address)
        except ValueError:
            return "address", "The address must be an IP address such as 127.0.0.1 or ::1."
        if wrong := [host for host in self.hosts if not _HOST.fullmatch(host)]:
            return "hosts", f"{wrong[0][:80]!r} is no host name."
        if len(self.hosts) > _MOST_HOSTS:
            return "hosts", f"At most {_MOST_HOSTS} host names can be given."
        for field_name, low, high, reason in (
            ("port", 0, 65_535, "The port must be from {low} to {high}."),
            ("most_per_s", 1, 100_000, "The number of messages a second must be from {low} to {high}."),
            ("keep_days", 1, 3_650, "The number of days must be from {low} to {high}."),
            ("keep_mb", 1, 100_000, "The number of megabytes must be from {low} to {high}."),
        ):
            if not low <= getattr(self, field_name) <= high:
                return field_name, reason.format(low=low, high=high)
        return "", ""


@dataclass(frozen=True, slots=True)
class ListenerStatus:
    """How the listener is.

    Attributes:
        is_here: Whether this engine listens now.
        answers: Whether a listener of Lapwing answers at the address, in whichever engine.
        url: Of its services, with `{service}` for their names.
        warnings: What is dangerous about the settings, in sentences.
        waiting: Messages that were accepted, and are not processed yet.
        problems: What is wrong with the stored files.
    """

    settings: ListenerSettings
    is_here: bool = False
    answers: bool = False
    url: str = ""
    warnings: tuple[str, ...] = ()
    waiting: int = 0
    problems: tuple[ErrorFacts, ...] = ()


# requests and answers


@dataclass(frozen=True, slots=True)
class ConfigureListener:
    """Keep settings, and listen by them from now on, where it listens."""

    settings: ListenerSettings


@dataclass(frozen=True, slots=True)
class SaveIncomingService:
    """Add a service, or replace the one of that name.

    Attributes:
        secret: The one that the sender gave; None: those that there are stay, and where there is none, one is made.
        replaces: The name that it had so far, where a person gives it another one; its messages and secrets come along.
    """

    service: IncomingService
    secret: Secret | None = None
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class IncomingServiceRequest:
    name: str


@dataclass(frozen=True, slots=True)
class RotateSigningSecret:
    """Give a service a new secret; the one before is believed for a while.

    Attributes:
        secret: The one that the sender gave; None: one is made.
        overlap_s: How long the secret before is believed beside it.
    """

    name: str
    secret: Secret | None = None
    overlap_s: float = 86_400.0


@dataclass(frozen=True, slots=True)
class ShownSigningSecret:
    """A secret that was made here, told once: to be entered at the sender."""

    secret_id: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class ListenerChanged(Event):
    """Settings, services or their secrets are others now, or the listener began or ended."""

    name: ClassVar[str] = LISTENER_CHANGED

    @property
    def key(self) -> str:
        return self.name
