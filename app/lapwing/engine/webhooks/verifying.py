"""Whether a message is its sender's: HMAC-SHA256 over the raw bytes, in four schemes.

Sources: GitHub, "Validating webhook deliveries"; Standard Webhooks 1.0 (standardwebhooks.com); Slack, "Verifying
requests from Slack"; Stripe, "Verify webhook signatures manually". All candidates are compared, each in constant time,
so that the time taken tells neither which secret nor how much of a signature was right.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.webhooks.inbox import Verdict
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.engine.webhooks.arrivals import Arrival, Claim

TOLERANCE_S: Final = 300
_MOST_SIGNATURES: Final = 16
_LONGEST_ID: Final = 256
_PREFIX: Final = "whsec_"
_TIME: Final = re.compile(r"[0-9]{1,12}")
_HEX: Final = re.compile(r"[0-9a-fA-F]{64}")
_VISIBLE: Final = re.compile(r"[!-~]+")


class Refused(Exception):
    """The message is not believed; `reason` is a sentence."""

    def __init__(self, verdict: Verdict, reason: str) -> None:
        super().__init__(reason)
        self.verdict = verdict
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Signed:
    """What was signed, and the signatures that stand with it."""

    content: bytes
    signatures: Sequence[bytes]
    claim: Claim


def verify(scheme: SigningScheme, arrival: Arrival, secrets: Sequence[str], now: float) -> Claim:
    """By what a message is known again that one of the secrets signed.

    Raises:
        Refused
    """
    if scheme is SigningScheme.NONE:
        return _unsigned(arrival)
    signed = _READERS[scheme](arrival, now)
    made = [_mac(_key(scheme, secret), signed.content) for secret in secrets]
    equal = [hmac.compare_digest(ours, theirs) for ours in made for theirs in signed.signatures]
    if not any(equal):
        raise Refused(Verdict.FORGED, "The signature does not match the body.")
    return signed.claim


def problem_of_secret(scheme: SigningScheme, secret: str) -> str:
    """Why it can sign nothing in that scheme, in a sentence; empty: it can."""
    if not secret:
        return "It is empty."
    if not _VISIBLE.fullmatch(secret):
        return "It holds blanks or signs that no sender gives out."
    if scheme is SigningScheme.STANDARD:
        try:
            key = _standard_key(secret)
        except ValueError:
            return "Standard Webhooks wants whsec_ and base64 behind it."
        return "" if len(key) >= 16 else "Its key is shorter than 16 bytes, which can be guessed."
    return "" if len(secret) >= 16 else "It is shorter than 16 characters, which can be guessed."


def _key(scheme: SigningScheme, secret: str) -> bytes:
    return _standard_key(secret) if scheme is SigningScheme.STANDARD else secret.encode()


def _standard_key(secret: str) -> bytes:
    """Raises:
    ValueError
    """
    return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)


def _mac(key: bytes, content: bytes) -> bytes:
    return hmac.new(key, content, hashlib.sha256).digest()


def _only(arrival: Arrival, name: str) -> str:
    """The value of a header that must be there once.

    Raises:
        Refused
    """
    values = arrival.values(name)
    if not values:
        raise Refused(Verdict.UNSIGNED, f"The header {name} is missing.")
    if len(values) > 1:
        raise Refused(Verdict.MALFORMED, f"The header {name} is given more than once.")
    return values[0]


def _fresh(text: str, now: float) -> str:
    if not _TIME.fullmatch(text):
        raise Refused(Verdict.MALFORMED, "Its time is no number of seconds.")
    if abs(now - int(text)) > TOLERANCE_S:
        raise Refused(Verdict.STALE, f"It was signed more than {TOLERANCE_S} s before or after now.")
    return text


def _delivery(arrival: Arrival, name: str) -> str:
    """The name that a sender gave a delivery; empty: none."""
    values = arrival.values(name)
    if len(values) > 1:
        raise Refused(Verdict.MALFORMED, f"The header {name} is given more than once.")
    found = values[0] if values else ""
    if found and (len(found) > _LONGEST_ID or not _VISIBLE.fullmatch(found)):
        raise Refused(Verdict.MALFORMED, f"The header {name} holds no usable name.")
    return found


def _hexes(texts: Iterable[str]) -> list[bytes]:
    """Signatures in hexadecimal; what is none is left out.

    Raises:
        Refused: None of them is one.
    """
    found = [bytes.fromhex(text) for text in texts if _HEX.fullmatch(text)][:_MOST_SIGNATURES]
    if not found:
        raise Refused(Verdict.MALFORMED, "Its signature is not written as its scheme says.")
    return found


def _unsigned(arrival: Arrival) -> Claim:
    if any(arrival.values(name) for name in ("origin", "sec-fetch-site", "sec-fetch-mode")):
        raise Refused(Verdict.BROWSER, "Web pages may not send to a service that asks for no signature.")
    return Claim(_delivery(arrival, "webhook-id"))


def _github(arrival: Arrival, _now: float) -> _Signed:
    """The delivery's name is not signed, so a body is taken once only."""
    text = _only(arrival, "x-hub-signature-256")
    signatures = _hexes([text.removeprefix("sha256=")] if text.startswith("sha256=") else [])
    once = f"body:{hashlib.sha256(arrival.body).hexdigest()}"
    return _Signed(arrival.body, signatures, Claim(_delivery(arrival, "x-github-delivery"), once))


def _standard(arrival: Arrival, now: float) -> _Signed:
    """Senders that use Svix, from which the standard came, still write `svix-` where it has `webhook-`."""
    prefix = "svix" if arrival.values("svix-id") and not arrival.values("webhook-id") else "webhook"
    _only(arrival, f"{prefix}-id")
    name = _delivery(arrival, f"{prefix}-id")
    at = _fresh(_only(arrival, f"{prefix}-timestamp"), now)
    signatures = []
    for word in _only(arrival, f"{prefix}-signature").split(" ")[:_MOST_SIGNATURES]:
        version, _, text = word.partition(",")
        if version == "v1":
            try:
                signatures.append(base64.b64decode(text, validate=True))
            except (binascii.Error, ValueError):
                continue  # one that is broken matches nothing
    if not name or not signatures:
        raise Refused(Verdict.MALFORMED, "Its signature is not written as its scheme says.")
    return _Signed(f"{name}.{at}.".encode() + arrival.body, signatures, Claim(name))


def _slack(arrival: Arrival, now: float) -> _Signed:
    text = _only(arrival, "x-slack-signature")
    at = _fresh(_only(arrival, "x-slack-request-timestamp"), now)
    signatures = _hexes([text.removeprefix("v0=")] if text.startswith("v0=") else [])
    return _once(f"v0:{at}:".encode() + arrival.body, signatures)


def _stripe(arrival: Arrival, now: float) -> _Signed:
    pairs = [part.strip().partition("=") for part in _only(arrival, "stripe-signature").split(",")]
    times = [value for key, _, value in pairs if key == "t"]
    if len(times) != 1:
        raise Refused(Verdict.MALFORMED, "Its signature is not written as its scheme says.")
    at = _fresh(times[0], now)
    return _once(f"{at}.".encode() + arrival.body, _hexes(value for key, _, value in pairs if key == "v1"))


def _once(content: bytes, signatures: Sequence[bytes]) -> _Signed:
    """Known again by what was signed, time and body, and not by the signatures: more could be added to them."""
    return _Signed(content, signatures, Claim(once=f"content:{hashlib.sha256(content).hexdigest()}"))


_READERS: Final[dict[SigningScheme, Callable[[Arrival, float], _Signed]]] = {
    SigningScheme.GITHUB: _github,
    SigningScheme.STANDARD: _standard,
    SigningScheme.SLACK: _slack,
    SigningScheme.STRIPE: _stripe,
}
