"""Signatures of webhooks: the examples that the schemes' own pages give, and what must not pass."""

from collections.abc import Mapping

import pytest

from lapwing.domain.webhooks.inbox import Verdict
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.engine.webhooks.arrivals import Arrival, Claim
from lapwing.engine.webhooks.verifying import TOLERANCE_S, Refused, problem_of_secret, verify

GITHUB, STANDARD, SLACK, STRIPE = (
    SigningScheme.GITHUB,
    SigningScheme.STANDARD,
    SigningScheme.SLACK,
    SigningScheme.STRIPE,
)
_SLACK_BODY = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
    b"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
    b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
EXAMPLES = {
    # docs.github.com, "Validating webhook deliveries", "Testing the webhook payload validation"
    GITHUB: (
        "It's a Secret to Everybody",
        0,
        b"Hello, World!",
        {"x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"},
    ),
    # github.com/standard-webhooks/standard-webhooks, the example of its specification and libraries
    STANDARD: (
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        1614265330,
        b'{"test": 2432232314}',
        {
            "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp": "1614265330",
            "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        },
    ),
    # api.slack.com, "Verifying requests from Slack", the step-by-step walk-through
    SLACK: (
        "8f742231b10e8888abcd99yyyzzz85a5",
        1531420618,
        _SLACK_BODY,
        {
            "x-slack-request-timestamp": "1531420618",
            "x-slack-signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        },
    ),
    # docs.stripe.com gives none that can be checked: this one was made by `openssl dgst -sha256 -hmac`
    STRIPE: (
        "whsec_9f8e7d6c5b4a39281706f5e4d3c2b1a0",
        1492774577,
        b'{"id":"evt_1","type":"invoice.paid"}',
        {
            "stripe-signature": "t=1492774577,v0=6ffbb59b2300aae63f27"
            ",v1=bf77515fadc31a24fb7873a347e3c7a95c663e9018be1da9716c7f6c1851f1cc"
        },
    ),
}
SIGNED = {
    GITHUB: "x-hub-signature-256",
    STANDARD: "webhook-signature",
    SLACK: "x-slack-signature",
    STRIPE: "stripe-signature",
}


def judged(
    scheme: SigningScheme,
    *,
    body: bytes | None = None,
    late_s: float = 0.0,
    secrets: tuple[str, ...] | None = None,
    more: tuple[tuple[str, str], ...] = (),
    changed: Mapping[str, str | None] | None = None,
) -> Claim | Verdict:
    """What becomes of a scheme's example; of its headers some may be others, or missing (None)."""
    secret, at, data, headers = EXAMPLES[scheme]
    given = {**headers, **(changed or {})}
    pairs = [(name, value) for name, value in given.items() if value is not None]
    arrival = Arrival("some", [*pairs, *more], data if body is None else body, "127.0.0.1", at + late_s)
    try:
        return verify(scheme, arrival, (secret,) if secrets is None else secrets, at + late_s)
    except Refused as refused:
        return refused.verdict


@pytest.mark.parametrize("scheme", EXAMPLES)
def test_the_example_of_a_scheme_is_believed_and_nothing_that_differs_from_it(scheme: SigningScheme) -> None:
    secret, _, body, headers = EXAMPLES[scheme]
    assert isinstance(judged(scheme), Claim)
    for place in (0, len(body) // 2, len(body) - 1):
        bent = bytearray(body)
        bent[place] ^= 1
        assert judged(scheme, body=bytes(bent)) is Verdict.FORGED
    assert judged(scheme, body=body + b"\n") is Verdict.FORGED
    assert judged(scheme, secrets=(secret[:-4] + "AAAA",)) is Verdict.FORGED
    assert judged(scheme, secrets=()) is Verdict.FORGED
    signature = SIGNED[scheme]
    assert judged(scheme, changed={signature: None}) is Verdict.UNSIGNED
    assert judged(scheme, more=((signature, headers[signature]),)) is Verdict.MALFORMED
    for broken in ("", "sha256=", "v1,", "v0=zz", "t=1492774577", "sha1=" + "0" * 40, "ä" * 64):
        assert judged(scheme, changed={signature: broken}) in {Verdict.MALFORMED, Verdict.FORGED}


@pytest.mark.parametrize("scheme", EXAMPLES)
def test_while_a_secret_is_rotated_both_are_believed(scheme: SigningScheme) -> None:
    secret, other = EXAMPLES[scheme][0], "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
    assert judged(scheme, secrets=(other, secret)) == judged(scheme, secrets=(secret, other)) == judged(scheme)
    assert judged(scheme, secrets=(other,)) is Verdict.FORGED


@pytest.mark.parametrize("scheme", [STANDARD, SLACK, STRIPE])
def test_a_signed_time_may_be_five_minutes_away_and_not_more(scheme: SigningScheme) -> None:
    for late_s in (TOLERANCE_S, -TOLERANCE_S):
        assert isinstance(judged(scheme, late_s=late_s), Claim)
        assert judged(scheme, late_s=late_s * 1.01) is Verdict.STALE


@pytest.mark.parametrize("text", ["", "-1", "1e9", "²", "1614265330 ", "0x1", "9" * 13])
def test_a_time_is_a_number_of_seconds_in_digits(text: str) -> None:
    assert judged(STANDARD, changed={"webhook-timestamp": text}) is Verdict.MALFORMED
    assert judged(SLACK, changed={"x-slack-request-timestamp": text}) is Verdict.MALFORMED


def test_a_sender_may_give_several_signatures() -> None:
    right = EXAMPLES[STANDARD][3]["webhook-signature"]
    several = f"v1a,abcd v1,not-base64 v1,{'A' * 44} {right}"
    assert isinstance(judged(STANDARD, changed={"webhook-signature": several}), Claim)
    stripe = EXAMPLES[STRIPE][3]["stripe-signature"]
    assert isinstance(judged(STRIPE, changed={"stripe-signature": f"{stripe},v1={'0' * 64}"}), Claim)


def test_senders_of_svix_may_name_their_headers_as_they_always_did() -> None:
    headers = EXAMPLES[STANDARD][3]
    renamed: dict[str, str | None] = {name.replace("webhook-", "svix-"): value for name, value in headers.items()}
    gone = dict.fromkeys(headers)
    assert judged(STANDARD, changed={**gone, **renamed}) == judged(STANDARD)
    assert judged(STANDARD, changed={**gone, **renamed, "svix-id": "msg_other"}) is Verdict.FORGED
    assert judged(STANDARD, changed={**renamed, "svix-id": "msg_other"}) == judged(STANDARD), "the standard's own count"
    assert judged(STANDARD, changed={**gone, **renamed, "svix-signature": None}) is Verdict.UNSIGNED


def test_signatures_that_are_added_make_no_other_message() -> None:
    stripe = EXAMPLES[STRIPE][3]["stripe-signature"]
    assert judged(STRIPE, changed={"stripe-signature": f"{stripe},v1={'0' * 64}"}) == judged(STRIPE)


def test_a_message_without_signature_is_taken_from_programs_and_not_from_web_pages() -> None:
    def taken(*headers: tuple[str, str]) -> Claim | Verdict:
        try:
            return verify(SigningScheme.NONE, Arrival("some", headers, b"{}", "127.0.0.1", 0.0), (), 0.0)
        except Refused as refused:
            return refused.verdict

    assert taken() == Claim()
    assert taken(("webhook-id", "one")) == Claim("one")
    assert taken(("origin", "https://evil.example")) is Verdict.BROWSER
    assert taken(("sec-fetch-site", "cross-site")) is Verdict.BROWSER


@pytest.mark.parametrize(
    ("scheme", "secret", "is_usable"),
    [
        (GITHUB, "0123456789abcdef", True),
        (GITHUB, "0123456789abcde", False),
        (GITHUB, "with a blank in it", False),
        (STANDARD, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", True),
        (STANDARD, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", True),
        (STANDARD, "whsec_AAAA", False),
        (STANDARD, "whsec_not base64 at all!", False),
        (SLACK, "", False),
    ],
)
def test_a_secret_that_cannot_sign_is_told(scheme: SigningScheme, secret: str, is_usable: bool) -> None:
    assert (problem_of_secret(scheme, secret) == "") is is_usable
