"""Where a host lies, and whether it may be spoken to: endpoints must not be a way into private networks.

A name is looked up for each attempt, what was found is judged, and the connection goes to exactly that address: a name
that says something else the next moment (DNS rebinding) leads nowhere.
"""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence
from typing import Any, Final

from lapwing.domain.webhooks.deliveries_errors import AddressForbidden, PlainRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
LookUp = Callable[[str, int], Sequence[str]]
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_MORE_PRIVATE: Final = tuple(
    ipaddress.ip_network(text)
    for text in (
        "100.64.0.0/10",  # carrier-grade NAT (RFC 6598)
        "192.0.0.0/24",  # IETF protocol assignments (RFC 6890)
        "198.18.0.0/15",  # benchmarks (RFC 2544)
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "64:ff9b:1::/48",  # local NAT64 (RFC 8215)
        "100::/64",  # discarded (RFC 6666)
        "fec0::/10",  # site-local (RFC 3879)
    )
)
"""Beside those that Python calls private, the same in every version of Python."""


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host, the best first. Blocking; nothing ends it.

    Raises:
        OSError: It has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


async def addresses_of(host: str, port: int, ask: LookUp = look_up) -> list[str]:
    """The same, in a thread that is left behind when it hangs.

    Raises:
        OSError: It has none.
    """
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Sequence[str]] = loop.create_future()

    def settle(answer: Any, error: OSError | None) -> None:
        if not future.done():
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(answer)

    def work() -> None:
        answer: Sequence[str] = ()
        refused: OSError | None = None
        try:
            answer = ask(host, port)
        except OSError as error:
            refused = error
        except UnicodeError as error:
            refused = OSError(f"it is no host name ({error})")
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, answer, refused)

    threading.Thread(target=work, name=f"look up {host[:40]}", daemon=True).start()
    return list(await future)


def usable(host: str, found: Sequence[str], *, allows_private: bool, is_plain: bool) -> list[str]:
    """Those addresses that may be spoken to.

    Raises:
        AddressForbidden: There is none.
        PlainRefused: There is none that may be told without TLS.
    """
    allowed = []
    refused: AddressForbidden | PlainRefused | None = None
    for text in found:
        kind, is_never = _kind_of(text)
        if is_never or (kind and not allows_private):
            refused = refused or AddressForbidden(host=host, address=text, kind=kind)
        elif is_plain and not kind:
            refused = refused or PlainRefused(host=host, address=text)
        else:
            allowed.append(text)
    if not allowed:
        raise refused or AddressForbidden(host=host, address="nowhere", kind="a name without addresses")
    return allowed


def _kind_of(text: str) -> tuple[str, bool]:
    """Of an address that is not public what it is (otherwise empty), and whether nobody can be meant by it."""
    try:
        address: Address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return "no address that is known", True
    inner = _inside(address)
    if address.is_multicast or inner.is_multicast:
        return "a multicast address", True
    if inner.is_unspecified or str(inner) == "255.255.255.255":
        return "no address of a machine", True
    if inner.is_loopback:
        return "this machine itself", False
    if inner.is_link_local:
        return "a link-local address", False
    if inner.version == 4 and inner.is_reserved:
        return "a reserved address", True
    if inner.is_private or any(each.version == inner.version and inner in each for each in _MORE_PRIVATE):
        return "a private address", False
    if inner.is_reserved:
        return "a reserved address", True
    return "", False


def _inside(address: Address) -> Address:
    """The IPv4 address that an IPv6 address leads to, where it is of that kind (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or (int(address) >> 32 == 0 and int(address) > 1):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address
