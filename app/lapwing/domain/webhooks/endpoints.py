"""Endpoints: addresses of other programs that are told of events, and what may be asked about them."""

import ipaddress
import math
import re
import urllib.parse
from dataclasses import field
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import ClassVar, Final

from lapwing.domain.cloud_events import CloudEvent
from lapwing.domain.errors import ErrorFacts
from lapwing.domain.events import Event
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret, SecretKind, SecretPlace

NEVER_SENT: Final = ("webhook.delivered", "webhook.failed")
"""Events about deliveries themselves: sending them would never end."""
RECEIVED: Final = "webhook.received"
"""What a message to the listener becomes; `delivery` of its data is the sender's name for it."""
ONLY_WHEN_NAMED: Final = ("metrics.*", "webhook.*")
"""What `*` does not mean: too many, and what came by a webhook itself (it may have been sent by us)."""
SECRET_PART: Final = "{secret}"  # noqa: S105 - a placeholder
"""Stands in a URL for a part that is a secret, as in addresses of Slack."""

_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
"""A header's name (RFC 9110, 5.6.2)."""
_VALUE: Final = re.compile(r"[\t\x20-\x7e]{0,4000}")
_PATTERN: Final = re.compile(r"[A-Za-z0-9_.*?-]{1,120}")
_OURS: Final = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "content-type",
        "expect",
        "host",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "webhook-id",
        "webhook-signature",
        "webhook-timestamp",
    }
)
"""Headers that Lapwing itself writes."""
_SECRET_HEADERS: Final = frozenset({"authorization", "cookie", "proxy-authorization", "x-api-key", "x-auth-token"})
_SECRET_WORDS: Final = re.compile(r"secret|token|password|api-?key|signature|credential", re.IGNORECASE)
_MOST_PATTERNS: Final = 100
_MOST_HEADERS: Final = 30
LEAST_TIMEOUT_MS: Final = 100
MOST_TIMEOUT_MS: Final = 120_000
MOST_RETRIES: Final = 50


class PayloadFormat(StrEnum):
    LAPWING = "lapwing"
    """`{"event", "timestamp", "data"}`."""
    CLOUDEVENTS = "cloudevents"
    """CloudEvents 1.0, structured mode."""
    SLACK = "slack"
    """`{"text"}`, as Slack's incoming webhooks and others take it."""


@dataclass(frozen=True, slots=True)
class EndpointHeader:
    """A header that is sent along.

    Attributes:
        value: Empty where it is a secret: then it is kept in keyring or encrypted file.
    """

    name: str
    value: str = ""
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address and what it is told.

    Attributes:
        id: Empty for a new one.
        url: Without secrets; `{secret}` stands for a part that is one.
        events: Patterns of event types, such as `query.*`; `*` alone leaves out metrics and webhooks that came in.
        connections: Ids of saved connections whose events are meant; empty: all events, also those of none.
        timeout_ms: For one attempt, from looking the name up to the end of the answer.
        retries: Attempts behind the first one, until a delivery is given up.
        signs: Whether deliveries carry `webhook-signature`.
        allows_private: Whether it may lie on this machine or in a private network, and be spoken to without TLS there.
        ca_file: Certificates that are trusted beside those of the system; empty: none.
        proxy: Such as `http://proxy.example.org:3128`; empty: none, whatever the environment says.
        secret: Where its secrets are kept: KEYRING or FILE.
        secret_revision: Counts changes of its secrets.
        old_secret_until: Until when deliveries are also signed with the secret before this one, Unix seconds.
        disabled_because: Why Lapwing disabled it; empty: it did not.
    """

    id: str
    name: str
    url: str
    events: tuple[str, ...] = ("*",)
    connections: tuple[str, ...] = ()
    headers: tuple[EndpointHeader, ...] = ()
    timeout_ms: int = 10_000
    retries: int = 5
    payload: PayloadFormat = PayloadFormat.LAPWING
    signs: bool = True
    enabled: bool = True
    allows_private: bool = False
    ca_file: str = ""
    proxy: str = ""
    secret: SecretPlace = field(default_factory=lambda: SecretPlace(SecretKind.KEYRING))
    secret_revision: int = 0
    old_secret_until: float = 0.0
    disabled_because: str = ""

    @property
    def has_secrets(self) -> bool:
        """Whether something of it is kept in keyring or encrypted file."""
        return self.signs or SECRET_PART in self.url or any(header.is_secret for header in self.headers)

    def wants(self, event: CloudEvent) -> bool:
        """Whether it is to be told of that."""
        if event.type in NEVER_SENT or not self.enabled:
            return False
        if self.connections and event.connection_id not in self.connections:
            return False
        loud = any(fnmatchcase(event.type, pattern) for pattern in ONLY_WHEN_NAMED)
        return event.is_of(tuple(each for each in self.events if each != "*") if loud else self.events)

    def problem(self) -> tuple[str, str]:
        """Which field keeps it from being used and why, in a sentence; both empty when nothing does."""
        if not self.name.strip() or len(self.name) > 80:
            return "name", "Its name must have 1 to 80 characters."
        if reason := url_problem(self.url, allows_plain=self.allows_private):
            return "url", reason
        if not self.events or len(self.events) > _MOST_PATTERNS:
            return "events", f"It needs 1 to {_MOST_PATTERNS} patterns of events, such as query.* or *."
        for pattern in self.events:
            if not _PATTERN.fullmatch(pattern):
                return "events", f"{pattern[:80]!r} is no pattern of events; write for example query.failed or alert.*."
            if pattern in NEVER_SENT:
                return "events", f"{pattern} is about deliveries themselves, and cannot be delivered."
        if reason := self._problem_of_headers():
            return "headers", reason
        return self._problem_of_rest()

    def _problem_of_headers(self) -> str:
        if len(self.headers) > _MOST_HEADERS:
            return f"It may have {_MOST_HEADERS} headers at most."
        seen: set[str] = set()
        for header in self.headers:
            if reason := header_problem(header.name, header.value):
                return reason
            if header.name.lower() in seen:
                return f"The header {header.name} is there twice."
            if header.is_secret and header.value:
                return f"The value of the header {header.name} is a secret, and has no place in the list."
            seen.add(header.name.lower())
        return ""

    def _problem_of_rest(self) -> tuple[str, str]:
        if not LEAST_TIMEOUT_MS <= self.timeout_ms <= MOST_TIMEOUT_MS:
            return "timeout_ms", f"Its timeout must be {LEAST_TIMEOUT_MS} to {MOST_TIMEOUT_MS} ms."
        if not 0 <= self.retries <= MOST_RETRIES:
            return "retries", f"Its retries must be 0 to {MOST_RETRIES}."
        if self.proxy and (reason := _problem_of_proxy(self.proxy)):
            return "proxy", reason
        if not math.isfinite(self.old_secret_until):
            return "old_secret_until", "The time until which its old secret is used must be a number."
        if self.has_secrets and self.secret.kind not in {SecretKind.KEYRING, SecretKind.FILE}:
            return "secret", "Its secrets are kept in the keyring or in the encrypted file."
        return "", ""


def header_problem(name: str, value: str) -> str:
    """Why this cannot be sent as a header, in a sentence that does not repeat the value; empty: it can."""
    if not _TOKEN.fullmatch(name):
        return f"{name[:80]!r} is no name of a header."
    if name.lower() in _OURS:
        return f"The header {name} is written by Lapwing itself."
    if not _VALUE.fullmatch(value):
        return f"The value of the header {name} must be of up to 4000 printable ASCII characters in one line."
    return ""


def is_secret_header(name: str) -> bool:
    """Whether a header of that name usually holds a secret."""
    return name.lower() in _SECRET_HEADERS or _SECRET_WORDS.search(name) is not None


def url_problem(url: str, *, allows_plain: bool) -> str:
    """Why nothing can be sent there, in a sentence that does not repeat the URL; empty: it can."""
    if not url.isascii() or len(url) > 2000 or any(not letter.isprintable() or letter == " " for letter in url):
        return "Its URL must be of up to 2000 printable ASCII characters; write an international host in punycode."
    try:
        parts = urllib.parse.urlsplit(url)
        port = parts.port
    except ValueError:
        return "Its URL cannot be taken apart; write for example https://example.org/hooks/lapwing."
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        return "Its URL must begin with https:// and name a host."
    if parts.scheme == "http" and not allows_plain:
        return (
            "Without TLS (http://) only addresses of this machine or a private network can be used: allow them first."
        )
    if parts.username is not None or parts.password is not None:
        return "Its URL may hold no user and no password: send them as the header Authorization."
    if "#" in url:
        return "Its URL may hold no fragment (#)."
    if port == 0:
        return "Its URL names port 0."
    if url.count(SECRET_PART) > 1 or SECRET_PART in parts.netloc:
        return f"{SECRET_PART} may stand once in its URL, behind the host."
    return _problem_of_host(parts.hostname)


def _problem_of_host(host: str) -> str:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*\.?", host):
            return "Its URL names no proper host."
        if host.rstrip(".").rsplit(".", 1)[-1].isdigit() or re.fullmatch(r"0[xX][0-9A-Fa-f]*", host.rsplit(".", 1)[-1]):
            return "Its host looks like an address, but is none: write four numbers, such as 192.0.2.1."
    return ""


def _problem_of_proxy(url: str) -> str:
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        return "Its proxy must look like http://proxy.example.org:3128, without user and password."
    return ""


_SLACK: Final = re.compile(r"(https://hooks\.slack(?:-gov)?\.com/(?:services|workflows|triggers)/)([^?#{]+)")
_DISCORD: Final = re.compile(r"(https://discord(?:app)?\.com/api/webhooks/[0-9]+/)([^?#/{]+)")


def without_secret(url: str) -> tuple[str, str]:
    """A URL with `{secret}` for the part that lets anybody in who knows it, and that part; of Slack and Discord."""
    for known in (_SLACK, _DISCORD):
        if found := known.match(url):
            return f"{found[1]}{SECRET_PART}{url[found.end() :]}", found[2]
    return url, ""


# how they are


class CircuitState(StrEnum):
    CLOSED = "closed"
    """Deliveries go."""
    OPEN = "open"
    """It failed so often that nothing is sent until `again_at`."""
    HALF_OPEN = "half-open"
    """One delivery is tried."""


@dataclass(frozen=True, slots=True)
class EndpointFacts:
    """How an endpoint is. Times are Unix seconds.

    Attributes:
        waiting: Deliveries that are to be made yet.
        circuit: As far as this engine delivers; otherwise CLOSED.
        again_at: When the next attempt is made; None: nothing waits for a time.
        failures: Failed attempts since the last good one.
        error: What keeps it from being told now: the last attempt's failure, or a secret that cannot be fetched.
        last_delivery_at: Of the last good one; None: there was none.
    """

    endpoint: Endpoint
    waiting: int = 0
    circuit: CircuitState = CircuitState.CLOSED
    again_at: float | None = None
    failures: int = 0
    error: ErrorFacts | None = None
    last_delivery_at: float | None = None


@dataclass(frozen=True, slots=True)
class EndpointList:
    """All of them, in their own order.

    Attributes:
        problems: What is wrong with the stored files (damaged, newer).
    """

    endpoints: tuple[EndpointFacts, ...] = ()
    problems: tuple[ErrorFacts, ...] = ()


# requests and answers


@dataclass(frozen=True, slots=True)
class SaveEndpoint:
    """Add an endpoint (no id), or replace the one with its id.

    Attributes:
        header_values: New values of its secret headers, by name; one that is not here stays as it is kept.
        url_secret: What `{secret}` in its URL stands for; None: it stays as it is kept.
    """

    endpoint: Endpoint
    header_values: dict[str, Secret] = field(default_factory=dict)
    url_secret: Secret | None = None


@dataclass(frozen=True, slots=True)
class EndpointSaved:
    endpoint: Endpoint
    signing_secret: Secret | None = None
    """The one that was generated by this; None: it has one already, or does not sign."""


@dataclass(frozen=True, slots=True)
class EndpointRequest:
    endpoint_id: str


@dataclass(frozen=True, slots=True)
class SwitchEndpoint:
    endpoint_id: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class RotateEndpointSecret:
    """Sign with a new secret; for a time with the one before it too."""

    endpoint_id: str
    keep_old_s: float = 86_400.0


@dataclass(frozen=True, slots=True)
class EndpointSecret:
    """The secret by which a receiver checks signatures (`whsec_...`, Standard Webhooks)."""

    secret: Secret


@dataclass(frozen=True, slots=True)
class ImportEndpoints:
    """Take endpoints out of a JSON text, such as the configuration `{"webhooks": {"endpoints": [...]}}`.

    Those whose name is there already are replaced.

    Attributes:
        text: Wrapped, since headers in it may be secrets.
        secret: Where secrets found in it are kept.
        allows_private: Whether they may lie on this machine or in a private network.
        signs: Whether their deliveries are signed.
    """

    text: Secret
    secret: SecretPlace = field(default_factory=lambda: SecretPlace(SecretKind.KEYRING))
    allows_private: bool = False
    signs: bool = True


@dataclass(frozen=True, slots=True)
class EndpointsImported:
    added: tuple[str, ...] = ()
    """Their names."""
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndpointsChanged(Event):
    """The list, or how one of them is, is not as it was."""

    name: ClassVar[str] = "webhook.endpoints"
    endpoint_id: str = ""

    @property
    def key(self) -> str:
        return self.endpoint_id
