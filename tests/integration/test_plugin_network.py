"""Plugins and the network: only what a permission names, one address, no way around."""

import asyncio
import contextlib
import http.server
import ssl
import threading
from collections.abc import AsyncIterator, Iterator

import pytest

from helpers.certificates import Authority
from helpers.engines import Asker, asker
from helpers.installed_plugins import installed
from lapwing.engine.plugins.network import Network


@pytest.fixture
async def me() -> AsyncIterator[Asker]:
    async with asker() as made:
        made.engine.start_services()
        yield made


class _Site(http.server.BaseHTTPRequestHandler):
    """Says what it was asked; `/large` is more than a plugin may have, `/away` leads elsewhere, `/slow` never ends."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._say(200, f"{self.headers['Host']} {self.headers['X-Mine']} {body.decode()}".encode())

    def do_GET(self) -> None:
        if self.path == "/away":
            self._say(302, b"", Location="http://169.254.169.254/latest/")
        elif self.path == "/large":
            self._say(200, b"x" * ((4 << 20) + 1))
        else:
            self.server.waits.wait(30)  # type: ignore[attr-defined]

    def _say(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def site() -> Iterator[str]:
    """The address of a web site on this machine."""
    with served() as address:
        yield address


@contextlib.contextmanager
def served(identity: ssl.SSLContext | None = None) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    server.daemon_threads = False
    server.waits = threading.Event()  # type: ignore[attr-defined]
    if identity is not None:
        server.socket = identity.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.waits.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()
    thread.join()


async def test_a_plugin_reaches_only_hosts_that_a_permission_names(me, tmp_path, site):
    code = """
        class Made(Plugin):
            def handle_event(self, event):
                try:
                    headers = {"X-Mine": "yes", "Host": "other"}
                    return self.context.http("POST", event.data["url"], headers, b"hello").body.decode()
                except Exception as error:
                    return type(error).__name__
    """
    await installed(me, tmp_path, code, 'permissions = ["events:workflow.*", "network:127.0.0.1"]')
    for url, expected in ((f"http://{site}/", f"{site} yes hello"), ("http://example.com/", "PermissionError")):
        _, answers = await me.engine.hub.publish_and_ask("workflow.ask", {"url": url})
        assert answers[0].answer == expected


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://example.com/", "PermissionError"),
        ("http://localhost:1/", "PermissionError"),
        ("http://[::ffff:127.0.0.1]:{port}/", "PermissionError"),
        ("http://127.0.0.1:{port}/large", "ConnectionError"),
        ("http://127.0.0.1:1/", "ConnectionError"),
        ("http://nowhere.invalid/", "ConnectionError"),
        ("http://me:secret@127.0.0.1:{port}/", "ValueError"),
        ("file:///etc/passwd", "ValueError"),
        ("http://127.0.0.1:{port}/ HTTP/1.1", "ValueError"),
    ],
)
async def test_what_a_plugin_may_not_ask_or_get_is_refused(site, url, error):
    network = Network()
    hosts = ("127.0.0.1", "*.invalid", "*.localhost")
    with pytest.raises({"PermissionError": PermissionError, "ValueError": ValueError}.get(error, ConnectionError)):
        await network.request(hosts, "GET", url.format(port=site.partition(":")[2]), None, b"", 30)
    await network.close()


async def test_a_redirect_is_told_and_not_followed_and_a_name_is_looked_up_once(site):
    found: list[str] = []

    def ask(host: str, port: int) -> list[str]:
        found.append(host)
        return ["127.0.0.1"]

    network = Network(ask)
    port = site.partition(":")[2]
    answer = await network.request(("shop.example",), "GET", f"http://shop.example:{port}/away", None, b"", 30)
    assert (answer.status, answer.headers["location"]) == (302, "http://169.254.169.254/latest/")
    assert found == ["shop.example"]
    with pytest.raises(PermissionError, match="private"):
        await network.request(("*.example",), "GET", f"http://shop.example:{port}/away", None, b"", 30)
    with pytest.raises(TimeoutError):
        await network.request(("shop.example",), "GET", f"http://shop.example:{port}/slow", None, b"", 0.05)
    await network.close()


async def test_a_certificate_is_checked_against_the_name_that_was_asked_for(tmp_path):
    authority = Authority()
    shown = authority.server(("shop.example",)).write(tmp_path, "server")
    identity = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    identity.load_cert_chain(shown.certificate, shown.key)
    trust = ssl.create_default_context(cadata=authority.certificate.decode())
    hosts = ("shop.example", "other.example")
    with served(identity) as site:
        port = site.partition(":")[2]
        network = Network(lambda *_: ["127.0.0.1"], trust)
        answer = await network.request(hosts, "GET", f"https://shop.example:{port}/away", None, b"", 30)
        assert answer.status == 302
        with pytest.raises(ConnectionError, match=r"other\.example"):
            await network.request(hosts, "GET", f"https://other.example:{port}/away", None, b"", 30)
        await network.close()
        unknown = Network(lambda *_: ["127.0.0.1"])
        with pytest.raises(ConnectionError, match="certificate"):
            await unknown.request(hosts, "GET", f"https://shop.example:{port}/away", None, b"", 30)
        await unknown.close()


async def test_names_that_are_looked_up_for_ever_keep_nobody_else(site):
    hangs, asked = threading.Event(), []

    def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        if host == "slow.example.com":
            hangs.wait(60)
        return ["127.0.0.1"]

    network = Network(look_up)
    try:
        slow = [network.request(["*"], "GET", "http://slow.example.com/", None, b"", 0.05, "greedy") for _ in range(50)]
        found = await asyncio.gather(*slow, return_exceptions=True)
        assert all(isinstance(each, TimeoutError) for each in found)
        assert len(asked) <= 8
        port = site.rpartition(":")[2]
        url = f"http://localhost:{port}/"
        answer = await network.request(["localhost"], "POST", url, {"X-Mine": "me"}, b"hi", 30.0, "decent")
        assert answer.body.decode() == f"localhost:{port} me hi"
        assert await asyncio.to_thread(lambda: "free") == "free"
    finally:
        hangs.set()
        await network.close()
