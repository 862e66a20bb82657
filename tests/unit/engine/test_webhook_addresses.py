"""Addresses: an endpoint is no way into a private network, in whatever spelling it is written."""

import socket

import pytest

from lapwing.domain.webhooks.deliveries_errors import AddressForbidden, PlainRefused
from lapwing.engine.webhooks.addresses import addresses_of, usable

PUBLIC = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]
PRIVATE = [
    "127.0.0.1",
    "127.8.9.10",
    "::1",
    "10.1.2.3",
    "172.31.255.1",
    "192.168.0.1",
    "169.254.169.254",
    "fe80::1%eth0",
    "fd00::1",
    "fec0::1",
    "100.64.0.1",
    "192.0.0.8",
    "198.18.0.1",
    "::ffff:10.0.0.1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:a00:1::1",
    "2002:7f00:1::",
    "::127.0.0.1",
]
NOBODY = ["0.0.0.0", "::", "255.255.255.255", "224.0.0.1", "ff02::1", "240.0.0.1", "::ffff:0.0.0.0", "no address"]


def test_public_addresses_may_be_told() -> None:
    assert usable("example.org", PUBLIC, allows_private=False, is_plain=False) == PUBLIC


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_may_be_told_only_when_they_are_allowed(address: str) -> None:
    with pytest.raises(AddressForbidden) as refused:
        usable("intern.example.org", [address], allows_private=False, is_plain=False)
    assert address in str(refused.value)
    assert usable("intern.example.org", [address], allows_private=True, is_plain=True) == [address]


@pytest.mark.parametrize("address", NOBODY)
def test_addresses_that_nobody_can_mean_are_never_told(address: str) -> None:
    with pytest.raises(AddressForbidden):
        usable("example.org", [address], allows_private=True, is_plain=False)


def test_of_several_addresses_only_the_public_ones_are_told() -> None:
    assert usable("example.org", ["10.0.0.1", *PUBLIC], allows_private=False, is_plain=False) == PUBLIC


def test_public_addresses_are_never_told_without_tls() -> None:
    with pytest.raises(PlainRefused):
        usable("example.org", PUBLIC, allows_private=True, is_plain=True)


async def test_an_address_is_not_looked_up_and_a_name_without_one_is_an_error() -> None:
    def never(_host: str, _port: int) -> list[str]:
        raise AssertionError("an address was looked up")

    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert await addresses_of("192.0.2.1", 443, never) == ["192.0.2.1"]
    assert await addresses_of("2001:DB8::1", 443, never) == ["2001:db8::1"]
    with pytest.raises(OSError, match="not known"):
        await addresses_of("nowhere.invalid", 443, unknown)
