"""Secrets show themselves nowhere, and are taken out of texts that repeat them."""

import copy
import json
import logging
import math
import pickle
import re
import urllib.parse
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.secrets import HIDDEN, GiveSecret, Secret, SecretKind, SecretPlace, redact
from lapwing.ipc.codec import decode_body, encode_body

CANARY = "c4nary'\"\\/ %ü"


@pytest.mark.parametrize("shown", [repr, str, "{}".format, "{!r:>20}".format, "%s".__mod__, lambda it: str([it])])
def test_a_secret_shows_only_that_there_is_one(shown) -> None:
    for holder in (Secret("canary"), GiveSecret("shop", "password", Secret("canary"))):
        text = shown(holder)
        assert HIDDEN in text
        assert "canary" not in text


def test_a_logged_secret_is_hidden(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("lapwing").warning("given %s and %r", Secret("canary"), {"password": Secret("canary")})
    assert HIDDEN in caplog.text
    assert "canary" not in caplog.text


def test_a_secret_is_revealed_when_asked_and_equals_its_like() -> None:
    secret = Secret(CANARY)
    assert secret.reveal() == CANARY
    assert secret == copy.deepcopy(secret) == pickle.loads(pickle.dumps(secret))
    assert secret != Secret("another")


def test_a_secret_crosses_the_line_in_a_request() -> None:
    request = GiveSecret("shop", "password", Secret(CANARY))
    assert decode_body(encode_body(request)) == request


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        (SecretPlace(), ""),
        (SecretPlace(SecretKind.ASK, expires_s=0), ""),
        (SecretPlace(SecretKind.ASK, expires_s=-1), "zero or more"),
        (SecretPlace(SecretKind.ASK, expires_s=math.nan), "zero or more"),
        (SecretPlace(SecretKind.ASK, expires_s=math.inf), "zero or more"),
        (SecretPlace(SecretKind.ENV, "SHOP_PASSWORD"), ""),
        (SecretPlace(SecretKind.ENV, ""), "needs a name"),
        (SecretPlace(SecretKind.ENV, "not a name"), "needs a name"),
        (SecretPlace(SecretKind.ENV, "9LIVES"), "needs a name"),
        (SecretPlace(SecretKind.ENV, "NAME\n"), "needs a name"),
        (SecretPlace(SecretKind.COMMAND, "pass show 'my shop'"), ""),
        (SecretPlace(SecretKind.COMMAND, "  "), "empty"),
        (SecretPlace(SecretKind.COMMAND, "pass 'show"), "taken apart"),
        (SecretPlace(SecretKind.COMMAND, "pass \0"), "NUL"),
    ],
)
def test_a_place_that_can_never_answer_says_why(place: SecretPlace, problem: str) -> None:
    assert problem in place.problem()
    assert bool(problem) == bool(place.problem())


REPEATED: dict[str, Callable[[str], str]] = {
    "as it is": lambda secret: secret,
    "quoted for SQL": lambda secret: secret.replace("'", "''"),
    "quoted for a connection string": lambda secret: secret.replace("\\", "\\\\").replace("'", "\\'"),
    "in a URL": lambda secret: urllib.parse.quote(secret, safe=""),
    "in a URL with slashes": urllib.parse.quote,
    "in a form": urllib.parse.quote_plus,
    "in a URL with small digits": lambda secret: re.sub(
        "%..", lambda code: code[0].lower(), urllib.parse.quote(secret)
    ),
    "by Python": lambda secret: repr(secret)[1:-1],
    "in JSON": lambda secret: json.dumps(secret)[1:-1],
    "in JSON with its letters": lambda secret: json.dumps(secret, ensure_ascii=False)[1:-1],
}


@pytest.mark.parametrize("spelling", REPEATED)
@pytest.mark.parametrize("secret", ["hunter2", CANARY, "it's", "a b\tc\nd", "pass\\word", "üüü", "日本語の鍵"])
def test_a_repeated_secret_is_taken_out(secret: str, spelling: str) -> None:
    repeated = REPEATED[spelling](secret)
    assert (
        redact(f'FATAL: password "{repeated}" is wrong.', [Secret(secret)]) == f'FATAL: password "{HIDDEN}" is wrong.'
    )


def test_a_short_secret_is_only_taken_out_where_it_stands_alone() -> None:
    """Otherwise the gaps in the words would spell it out."""
    text = "a password was refused: a"
    assert redact(text, [Secret("a")]) == f"{HIDDEN} password was refused: {HIDDEN}"


def test_a_text_without_the_secret_stays_as_it_is() -> None:
    assert redact("FATAL: no such user", [Secret("hunter2"), Secret(""), Secret(" \n"), None]) == "FATAL: no such user"
    assert redact("", [Secret("hunter2")]) == ""


def test_a_password_that_equals_what_is_told_anyway_is_not_given_away_by_a_gap() -> None:
    text = 'password authentication failed for user "scott"'
    assert redact(text, [Secret("scott")], known=("scott", "")) == text
    assert redact(text, [Secret("Scott")], known=("scott",)) == text
    assert redact(f"{text}: hunter2", [Secret("hunter2")], known=("scott",)) == f"{text}: {HIDDEN}"


def test_secrets_that_overlap_are_taken_out_whole() -> None:
    assert redact("<abcdefgh>", [Secret("abcd"), Secret("cdefgh")]) == f"<{HIDDEN}>"
    assert redact("<aaaaaaa>", [Secret("aaaa")]) == f"<{HIDDEN}>"


LETTERS = st.characters(codec="utf-8") | st.sampled_from("ab'\"\\%/ +&\udc80\udcff\ud800")


@given(st.text(LETTERS), st.lists(st.text(LETTERS, min_size=4), max_size=3), st.text(LETTERS), st.data())
def test_no_secret_of_four_characters_survives(
    before: str, secrets: list[str], after: str, data: st.DataObject
) -> None:
    told = [*secrets, *(REPEATED[how](s) for s in secrets for how in ("quoted for SQL", "by Python"))]
    text = before + "".join(data.draw(st.permutations(told))) + after
    left = redact(text, map(Secret, secrets))
    for secret in secrets:
        if len(secret.strip()) >= 4 and HIDDEN[0] not in secret:
            assert secret.strip() not in left
