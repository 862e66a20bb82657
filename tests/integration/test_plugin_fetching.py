"""Fetching over the network stays within limits, and no message repeats what may be secret in an address."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from lapwing.domain.plugins.installing_errors import FetchFailed
from lapwing.plugins.installing.fetching import fetch, why_not_asked


class Strange(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        places = {
            "/loop": "/loop",
            "/away": "http://example.invalid/x",
            "/file": "file:///etc/passwd",
            "/near": "/here",
        }
        if self.path in places:
            self.send_response(302)
            self.send_header("Location", places[self.path])
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"x" * (5_000 if self.path == "/large" else 10))

    def log_message(self, *_: Any) -> None:
        """Nobody reads it."""


@pytest.fixture
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Strange)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/loop", "from one address to the next"),
        ("/away", "not encrypted"),
        ("/file", "cannot be fetched"),
        ("/large", "larger than"),
    ],
)
def test_what_leads_on_and_on_or_elsewhere_or_is_too_large_is_refused(web: str, path: str, words: str) -> None:
    with pytest.raises(FetchFailed, match=words):
        fetch(f"{web}{path}", most=1_000)


@pytest.mark.parametrize(
    ("url", "begun", "words"),
    [
        ("https://example.org/b", "https://example.com/a", ""),
        ("http://127.0.0.1:9/b", "http://localhost:8/a", ""),
        ("http://example.org/b", "https://example.com/a", "not encrypted"),
        ("ftp://example.org/b", "https://example.com/a", "not encrypted"),
        ("https://127.0.0.1/b", "https://example.com/a", "on this computer"),
        ("http://[::1]/b", "https://example.com/a", "on this computer"),
        ("https://localhost/b", "https://example.com/a", "on this computer"),
    ],
)
def test_nothing_leads_out_of_encryption_or_from_elsewhere_to_this_computer(url: str, begun: str, words: str) -> None:
    said = why_not_asked(url, begun)
    assert words in said
    assert bool(said) is bool(words)


def test_a_redirect_nearby_is_followed(web: str) -> None:
    assert fetch(f"{web}/near") == (b"x" * 10, f"{web}/here")


def test_nothing_is_asked_for_without_encryption_and_secrets_are_not_repeated() -> None:
    with pytest.raises(FetchFailed) as caught:
        fetch("http://ada:hunter2@example.invalid/simple/?token=abc")
    said = f"{caught.value} {caught.value.next_step()} {caught.value.facts}"
    assert "http://example.invalid/simple/" in said
    assert "hunter2" not in said
    assert "abc" not in said
