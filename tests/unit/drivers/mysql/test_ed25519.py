"""Signing with a password, held against RFC 8032 and a library where those apply."""

import random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from helpers.counts import times
from lapwing.drivers.mysql.ed25519 import sign

VECTORS = {
    "test 1": (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    "test 2": (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    "test 3": (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
}
"""RFC 8032, section 7.1."""


@pytest.mark.parametrize("name", VECTORS)
def test_with_a_seed_of_32_bytes_signatures_are_those_of_the_rfc(name: str) -> None:
    seed, message, signature = map(bytes.fromhex, VECTORS[name])
    assert sign(seed, message) == signature


def test_with_a_seed_of_32_bytes_signatures_are_those_of_a_library(chance: random.Random) -> None:
    for _ in range(times(20, 1_000)):
        seed, message = chance.randbytes(32), chance.randbytes(chance.randint(0, 100))
        assert sign(seed, message) == Ed25519PrivateKey.from_private_bytes(seed).sign(message)


@pytest.mark.parametrize("password", ["", "a", "canary-ed25519", "ä" * 40, "x" * 500])
def test_a_password_of_any_length_signs_always_the_same(password: str) -> None:
    """That the server takes such a signature is shown with a real one (test_mysql_logins)."""
    first = sign(password.encode(), b"nonce" * 6)
    assert len(first) == 64
    assert first == sign(password.encode(), b"nonce" * 6) != sign(password.encode(), b"other" * 6)
