"""The only way of plugins to the network: one request over HTTP, to a host that a permission names.

The name is looked up once for each request, what was found is judged, and the connection goes to exactly that address,
so that a name that says something else the next moment (DNS rebinding) leads nowhere. Redirects are not followed: each
further place is a request of its own, judged anew.
"""

import asyncio
import ipaddress
import socket
import urllib.parse
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from lapwing import __version__
from lapwing.engine.plugins.own_threads import OwnThreads
from lapwing.plugins.api import HttpAnswer

if TYPE_CHECKING:
    import ssl

    import httpx2

LookUp = Callable[[str, int], Sequence[str]]
MOST_BYTES: Final = 4 << 20
"""Of what is sent, and of what is answered."""
LONGEST_S: Final = 120.0
_PORTS: Final = {"https": 443, "http": 80}
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_OURS: Final = frozenset(
    {"host", "connection", "content-length", "transfer-encoding", "upgrade", "te", "trailer", "proxy-authorization"}
)
_MOST_HEADERS: Final = 100
_LOOK_UPS: Final = 4
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host, the best first. Blocking.

    Raises:
        OSError: It has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(where[0]) for *_, where in found))


def allows(hosts: Iterable[str], host: str) -> tuple[bool, bool]:
    """Whether one of the permissions names a host, and whether one names exactly it.

    `*.example.com` stands for every host below `example.com`, `*` for every one.
    """
    named = [each.lower().rstrip(".").strip("[]") for each in hosts]
    return any(each == host or fnmatchcase(host, each) for each in named if _is_plain(each)), host in named


def _is_plain(pattern: str) -> bool:
    """Whether a star stands alone or as the first part, and nothing else is a pattern."""
    rest = pattern.removeprefix("*.") if pattern != "*" else ""
    return not any(letter in rest for letter in "*?[")


def is_public(text: str) -> bool:
    """Whether an address is of a machine that everybody can reach."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    inner = _inside(address)
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


def _inside(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 address leads to, where it is of that kind (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64 or int(address) >> 32 == 0:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else address)


class Network:
    """Requests of plugins. Event loop's thread."""

    def __init__(self, ask: LookUp = look_up, trust: "ssl.SSLContext | None" = None) -> None:
        """`trust` says which certificates are; None: those that the system trusts."""
        self._ask = ask
        self._trust = trust
        self._threads = OwnThreads(_LOOK_UPS)
        self._transport: httpx2.AsyncHTTPTransport | None = None

    async def request(
        self,
        hosts: Sequence[str],
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        body: bytes,
        within_s: float,
        who: str = "",
    ) -> HttpAnswer:
        """One request to a host that one of `hosts` names, and its answer, whatever its status.

        Args:
            who: The plugin that asks: names are looked up for it in threads of its own.

        Raises:
            PermissionError: None names it, or it lies where only a permission that names exactly it leads.
            ValueError: The request cannot be made like that.
            OSError: It cannot be reached, or does not answer in time.
        """
        place = _place(method, url, body)
        host = (place.hostname or "").lower().rstrip(".")
        port = place.port or _PORTS[place.scheme]
        is_named, is_exact = allows(hosts, host)
        if not is_named:
            raise PermissionError(f"The permission network:{host} was not given.")
        try:
            async with asyncio.timeout(min(max(within_s, 0.0), LONGEST_S)):
                address = await self._address(who, host, port, may_be_private=is_exact)
                return await self._asked(place, address, method, headers or {}, body)
        except TimeoutError:
            raise TimeoutError(f"{host} did not answer in time.") from None

    async def _address(self, who: str, host: str, port: int, *, may_be_private: bool) -> str:
        try:
            found = await self._threads.do(who, lambda: self._ask(host, port))
        except (OSError, UnicodeError) as error:
            raise ConnectionError(f"{host} has no address ({getattr(error, 'strerror', None) or error}).") from error
        usable = [each for each in found if may_be_private or is_public(each)]
        if not usable:
            raise PermissionError(
                f"{host} lies in a private network: only a permission that names exactly this host leads there."
            )
        return usable[0]

    async def _asked(
        self, place: urllib.parse.SplitResult, address: str, method: str, headers: Mapping[str, str], body: bytes
    ) -> HttpAnswer:
        import httpx2  # seldom needed, and takes a while

        if self._transport is None:
            limits = httpx2.Limits(max_keepalive_connections=0)  # a kept one would be another host's of that address
            verify = True if self._trust is None else self._trust
            self._transport = httpx2.AsyncHTTPTransport(verify=verify, trust_env=False, limits=limits)
        there = f"[{address}]" if ":" in address else address
        port = f":{place.port}" if place.port else ""
        url = urllib.parse.urlunsplit((place.scheme, f"{there}{port}", place.path or "/", place.query, ""))
        host = place.hostname or ""
        shown = f"[{host}]" if ":" in host else host
        sent = {**_headers(headers), "Host": f"{shown}{port}"}
        extensions = {"sni_hostname": host} if place.scheme == "https" else {}
        request = httpx2.Request(method.upper(), url, headers=sent, content=body, extensions=extensions)
        try:
            response = await self._transport.handle_async_request(request)
            try:
                return HttpAnswer(response.status_code, _told(response.headers.multi_items()), await _body(response))
            finally:
                await response.aclose()
        except httpx2.HTTPError as error:
            raise ConnectionError(f"{host} cannot be asked: {str(error) or type(error).__name__}.") from error

    async def close(self) -> None:
        """Let go of what is open."""
        if self._transport is not None:
            await self._transport.aclose()
            self._transport = None


def _place(method: str, url: str, body: bytes) -> urllib.parse.SplitResult:
    if method.upper() not in _METHODS:
        raise ValueError(f"The method is one of {', '.join(sorted(_METHODS))}.")
    if len(body) > MOST_BYTES:
        raise ValueError(f"At most {MOST_BYTES >> 20} MB can be sent.")
    if any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        raise ValueError("The URL holds a blank or a character that cannot be seen.")
    place = urllib.parse.urlsplit(url)
    if place.scheme not in _PORTS or not place.hostname or place.port == 0:
        raise ValueError("The URL must begin with https:// or http:// and name a host.")
    if place.username is not None or place.password is not None:
        raise ValueError("The URL may not hold a user or a password: use a header.")
    return place


def _headers(headers: Mapping[str, str]) -> dict[str, str]:
    if len(headers) > _MOST_HEADERS:
        raise ValueError(f"At most {_MOST_HEADERS} headers can be sent.")
    for name, value in headers.items():
        if any(letter in name + value for letter in "\r\n\0") or not name.isascii():
            raise ValueError("A header holds a character that it may not hold.")
    kept = {name: value for name, value in headers.items() if name.lower() not in _OURS}
    known = {name.lower() for name in kept}
    return kept if "user-agent" in known else {"User-Agent": f"Lapwing/{__version__}", **kept}


def _told(items: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by their names in lower case; one that came several times with its values behind each other."""
    found: dict[str, str] = {}
    for name, value in items:
        key = name.lower()
        found[key] = f"{found[key]}, {value}" if key in found else value
    return found


async def _body(response: "httpx2.Response") -> bytes:
    body = bytearray()
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > MOST_BYTES:
            raise ConnectionError(f"The answer is larger than {MOST_BYTES >> 20} MB.")
    return bytes(body)
