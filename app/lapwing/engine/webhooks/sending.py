"""One request to an endpoint: HTTP/1.1, certificates checked, no redirects, no cookies, no proxies but a chosen one."""

import asyncio
import ssl
import time
import urllib.parse
from collections.abc import Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from lapwing import __version__
from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import redact
from lapwing.domain.webhooks.deliveries import Attempt
from lapwing.domain.webhooks.deliveries_errors import DeliveryRefused, DeliveryUnreachable
from lapwing.domain.webhooks.deliveries_signing import signature_headers
from lapwing.domain.webhooks.endpoints import SECRET_PART, Endpoint
from lapwing.domain.webhooks.kept_headers import kept_headers
from lapwing.engine.webhooks.addresses import LookUp, addresses_of, look_up, usable
from lapwing.engine.webhooks.endpoint_secrets import EndpointSecrets
from lapwing.engine.webhooks.pace import retry_after_s

if TYPE_CHECKING:
    import httpx2

MOST_ANSWER_BYTES: Final = 65_536
_KEPT_ANSWER: Final = 8_192
_MOST_HEADERS: Final = 40
_LONGEST_HEADER: Final = 500
_LEAST_S: Final = 0.05
_PORTS: Final = {"https": 443, "http": 80}
_TOO_LONG: Final = "it did not answer in time."


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent, the same at each attempt."""

    id: str
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """Attributes:
    error: Why it was not delivered; None: it was.
    retry_after_s: How long the endpoint asks to be left alone; None: it does not.
    """

    attempt: Attempt
    error: LapwingError | None = None
    retry_after_s: float | None = None


@dataclass(slots=True)
class _Answer:
    """What came so far of an answer."""

    address: str = ""
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    retry_after_s: float | None = None


class Sender:
    """Sends to one endpoint, over connections that are kept. Event loop's thread."""

    def __init__(self, ask: LookUp = look_up) -> None:
        self._ask = ask
        self._transport: httpx2.AsyncHTTPTransport | None = None
        self._made_for: tuple[str, str, str] | None = None

    async def send(self, endpoint: Endpoint, secrets: EndpointSecrets, message: Message) -> Sent:
        """One attempt. Never raises a `LapwingError`: it stands in what is returned."""
        answer = _Answer()
        error: LapwingError | None = None
        try:
            transport = await self._ready(endpoint)
        except LapwingError as refused:
            transport, error = None, refused
        began, at = time.monotonic(), time.time()
        headers = _headers(endpoint, secrets, message, at)
        try:
            async with asyncio.timeout(endpoint.timeout_ms / 1000):
                if transport is not None:
                    await self._talk(transport, endpoint, secrets, message, headers, answer)
        except TimeoutError:
            error = _unreachable(endpoint, _TOO_LONG, "See whether it runs, or give it a longer timeout.")
        except LapwingError as refused:
            error = refused
        if answer.status:  # it took the message, or did not: an answer that then stalls changes nothing
            error = _judged(answer)
        answer_headers, body = _shown(answer, secrets)
        attempt = Attempt(
            at,
            (time.monotonic() - began) * 1000,
            endpoint.url,
            answer.address,
            tuple(kept_headers(headers, secrets.headers)),
            answer.status,
            answer_headers,
            body,
            len(answer.body),
            error.to_wire() if error is not None else None,
        )
        return Sent(attempt, error, answer.retry_after_s)

    async def _talk(
        self,
        transport: "httpx2.AsyncHTTPTransport",
        endpoint: Endpoint,
        secrets: EndpointSecrets,
        message: Message,
        headers: Sequence[tuple[str, str]],
        answer: _Answer,
    ) -> None:
        """Raises:
        LapwingError: No answer came.
        """
        url = urllib.parse.urlsplit(endpoint.url.replace(SECRET_PART, _url_secret(secrets)))
        host, port = url.hostname or "", url.port or _PORTS[url.scheme]
        end = time.monotonic() + endpoint.timeout_ms / 1000
        addresses = await self._addresses(endpoint, host, port, is_plain=url.scheme == "http")
        failure: LapwingError | None = None
        for number, address in enumerate(addresses):
            left_s = max(_LEAST_S, (end - time.monotonic()) / (len(addresses) - number))
            answer.address = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
            request = _request(url, address, host, headers, message.body, left_s)
            failure, was_reached = await self._asked(transport, request, endpoint, secrets, answer)
            if failure is None or answer.status:
                return
            if was_reached:
                break
            answer.address = ""
        assert failure is not None, "there is at least one address"
        raise failure

    async def _addresses(self, endpoint: Endpoint, host: str, port: int, *, is_plain: bool) -> list[str]:
        """Where to connect to. A proxy looks names up itself; only addresses can be judged before."""
        if endpoint.proxy and not _is_address(host):
            return [host]
        try:
            found = await addresses_of(host, port, self._ask)
        except OSError as error:
            reason = f"it has no address ({error.strerror or error})."
            raise _unreachable(endpoint, reason, "Check its spelling, and the network.") from error
        return usable(host, found, allows_private=endpoint.allows_private, is_plain=is_plain)

    async def _asked(
        self,
        transport: "httpx2.AsyncHTTPTransport",
        request: "httpx2.Request",
        endpoint: Endpoint,
        secrets: EndpointSecrets,
        answer: _Answer,
    ) -> tuple[LapwingError | None, bool]:
        """Send one request and read the answer, up to the limit; why none came, and whether anybody may have heard."""
        import httpx2

        try:
            response = await transport.handle_async_request(request)
            try:
                _take_head(response, answer)
                await _take_body(response, answer)
            finally:
                await response.aclose()
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            was_reached = not isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout)
            return _unreachable(endpoint, *_words(error, secrets)), was_reached
        return None, True

    async def _ready(self, endpoint: Endpoint) -> "httpx2.AsyncHTTPTransport":
        """What connects, made anew when the endpoint is another one. One endpoint's connections serve no other: a
        connection stands for the name whose certificate was checked.

        Raises:
            DeliveryUnreachable: Its file of certificates cannot be read.
        """
        made_for = (endpoint.url, endpoint.ca_file, endpoint.proxy)
        if self._transport is None or self._made_for != made_for:
            await self.close()
            try:
                self._transport = await asyncio.to_thread(_transport, endpoint)
            except (OSError, ValueError) as error:
                reason = f"{endpoint.ca_file} holds no certificates ({_plain(error)})."
                raise _unreachable(endpoint, reason, "See to the endpoint's file of certificates.") from error
            self._made_for = made_for
        return self._transport

    async def close(self) -> None:
        """Let go of the connections. May be called twice."""
        transport, self._transport = self._transport, None
        if transport is not None:
            await transport.aclose()


def _transport(endpoint: Endpoint) -> "httpx2.AsyncHTTPTransport":
    """Blocking: loads the library and the system's authorities. The environment (proxies, SSLKEYLOGFILE) has no say."""
    import httpx2

    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trust.load_default_certs()
    if endpoint.ca_file:
        trust.load_verify_locations(endpoint.ca_file)
    limits = httpx2.Limits(max_connections=4, max_keepalive_connections=1, keepalive_expiry=30.0)
    proxy = httpx2.Proxy(endpoint.proxy) if endpoint.proxy else None
    return httpx2.AsyncHTTPTransport(verify=trust, trust_env=False, http1=True, http2=False, limits=limits, proxy=proxy)


def _request(
    url: urllib.parse.SplitResult,
    address: str,
    host: str,
    headers: Sequence[tuple[str, str]],
    body: bytes,
    left_s: float,
) -> "httpx2.Request":
    """A request to exactly this address; certificate and `Host` are the name's."""
    import httpx2

    where = f"[{address}]" if ":" in address else address
    target = url._replace(netloc=where if url.port is None else f"{where}:{url.port}").geturl()
    times = dict.fromkeys(("connect", "read", "write", "pool"), left_s)
    more: dict[str, Any] = {"timeout": times, "sni_hostname": host}
    return httpx2.Request("POST", target, headers=list(headers), content=body, extensions=more)


def _headers(endpoint: Endpoint, secrets: EndpointSecrets, message: Message, at: float) -> list[tuple[str, str]]:
    parts = urllib.parse.urlsplit(endpoint.url)
    own = {header.name.lower() for header in endpoint.headers}
    headers = [
        ("Host", parts.netloc),
        ("Content-Type", message.content_type),
        ("Accept-Encoding", "identity"),
        ("Accept", "*/*"),
        ("User-Agent", f"Lapwing/{__version__}"),
        *signature_headers(message.id, int(at), message.body, secrets.signing_at(endpoint, at)),
    ]
    headers = [(name, value) for name, value in headers if name.lower() not in own]
    return headers + [
        (header.name, secrets.headers[header.name].reveal() if header.is_secret else header.value)
        for header in endpoint.headers
    ]


def _shown(answer: _Answer, secrets: EndpointSecrets) -> tuple[tuple[tuple[str, str], ...], str]:
    """Headers and the beginning of the body, without secrets that the other side repeated. Looked through in one go:
    names and values hold no line ends."""
    parts = [part for header in answer.headers for part in header]
    text = "\n".join([*parts, answer.body.decode("utf-8", "replace")])
    shown = redact(text, secrets.all()).split("\n", len(parts))
    headers = kept_headers(zip(shown[:-1:2], shown[1:-1:2], strict=True))
    return tuple((name[:100], value[:_LONGEST_HEADER]) for name, value in headers), shown[-1][:_KEPT_ANSWER]


def _url_secret(secrets: EndpointSecrets) -> str:
    return secrets.url.reveal() if secrets.url is not None else ""


def _take_head(response: "httpx2.Response", answer: _Answer) -> None:
    answer.status = response.status_code
    pairs = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]
    answer.headers = tuple(pairs[:_MOST_HEADERS])
    wanted = [value for name, value in pairs if name.lower() == "retry-after"]
    answer.retry_after_s = retry_after_s(wanted[0], time.time()) if wanted else None


async def _take_body(response: "httpx2.Response", answer: _Answer) -> None:
    """As it came, never unpacked; what is beyond the limit is not read."""
    async for piece in response.aiter_raw(MOST_ANSWER_BYTES):
        answer.body = (answer.body + piece)[:MOST_ANSWER_BYTES]
        if len(answer.body) >= MOST_ANSWER_BYTES:
            return


_ADVICE: Final = {
    401: "See to its header Authorization.",
    403: "See to its headers, and to what it lets in.",
    404: "See to its URL.",
    405: "See to its URL: it takes no POST.",
    410: "It is no longer there, and was disabled.",
    413: "It takes no messages of that size.",
    429: "It is told again when it wants to be.",
}


def _judged(answer: _Answer) -> LapwingError | None:
    """Why an answer does not mean that it was delivered; None: it does."""
    if 200 <= answer.status < 300:
        return None
    known = [each for each in HTTPStatus if each == answer.status]
    advice = _ADVICE.get(answer.status, "See why it does not take the message.")
    if 300 <= answer.status < 400:
        advice = "Redirects are not followed: enter the address it leads to."
    return DeliveryRefused(status=answer.status, reason=known[0].phrase if known else "", advice=advice)


def _unreachable(endpoint: Endpoint, reason: str, advice: str) -> DeliveryUnreachable:
    return DeliveryUnreachable(where=urllib.parse.urlsplit(endpoint.url).netloc, reason=reason, advice=advice)


def _words(error: Exception, secrets: EndpointSecrets) -> tuple[str, str]:
    """What went wrong before an answer came, and what to do about it."""
    import httpx2

    if isinstance(error, httpx2.TimeoutException):
        return _TOO_LONG, "See whether it runs, or give it a longer timeout."
    cause: BaseException | None = error
    plain = _plain(error)
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate does not stand up ({cause.verify_message}).", "See to its certificate."
        if isinstance(cause, ssl.SSLError):
            return f"no encrypted connection ({_plain(cause)}).", "See whether it speaks TLS on this port."
        if isinstance(cause, OSError) and cause.strerror:
            plain = cause.strerror
        cause = cause.__cause__ or cause.__context__
    return f"{redact(plain, secrets.all()).rstrip('.')}.", "See whether it runs and listens there."


def _plain(error: BaseException) -> str:
    text = (error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__
    return " ".join(str(text).split())[:300]


def _is_address(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdigit()
