"""Asking a service that speaks JSON over HTTP, through what a plugin's context may reach."""

import base64
import email.utils
import http
import json
import re
import time
from collections.abc import Mapping
from datetime import UTC
from typing import Any, Final

from lapwing.plugins.api import Context, HttpAnswer

_LONGEST_WORDS: Final = 300
_SECRET_HEADERS: Final = frozenset({"authorization", "proxy-authorization"})
_TOO_MANY: Final = 429


class ServiceRefused(RuntimeError):
    """The service answered, and not with what was asked for. It holds no secret that was sent.

    Attributes:
        status: Of HTTP.
        retry_after_s: When the service wants to be asked again; None: it does not say.
    """

    def __init__(self, words: str, status: int, retry_after_s: float | None = None) -> None:
        super().__init__(words)
        self.status = status
        self.retry_after_s = retry_after_s

    @property
    def is_passing(self) -> bool:
        """Whether the same may be taken later."""
        return self.status == _TOO_MANY or self.status >= 500 or self.retry_after_s is not None


class JsonService:
    """One service.

    Args:
        base_url: What paths are appended to.
        headers: Sent with each request; those that log in are kept out of all words.
    """

    def __init__(
        self, context: Context, base_url: str, headers: Mapping[str, str] | None = None, within_s: float = 10.0
    ) -> None:
        if not base_url:
            raise ValueError("The address of the service is missing in the settings.")
        if not re.match(r"https?://[^/\s]", base_url):
            raise ValueError(f"“{base_url[:80]}” is no address. Write one that begins with https://.")
        self._context = context
        self._base_url = base_url.rstrip("/")
        self._headers = {"accept": "application/json", "user-agent": "lapwing", **(headers or {})}
        self._within_s = within_s

    def ask(self, method: str, path: str, content: Any = None) -> Any:
        """Send JSON, and give what comes back: parsed, as text where it is no JSON, None where there is nothing.

        Raises:
            ServiceRefused: Its status is not one of success.
            OSError: It cannot be reached.
        """
        headers, body = dict(self._headers), b""
        if content is not None:
            headers["content-type"] = "application/json; charset=utf-8"
            body = json.dumps(content).encode()
        url = f"{self._base_url}/{path.lstrip('/')}" if path else self._base_url
        answer = self._context.http(method, url, headers, body, self._within_s)
        if not 200 <= answer.status < 300:
            raise ServiceRefused(self._words(answer), answer.status, retry_after_s(answer, time.time()))
        return _content(answer.body)

    def _words(self, answer: HttpAnswer) -> str:
        """The status and what the service says beside it, in one line."""
        try:
            phrase = http.HTTPStatus(answer.status).phrase
        except ValueError:
            phrase = ""
        said = " ".join(answer.body[:4_000].decode(errors="replace").split())[:_LONGEST_WORDS]
        for name, value in self._headers.items():
            if name.lower() in _SECRET_HEADERS:
                for part in value.split(" ")[-1:]:
                    said = said.replace(part, "…") if part else said
        return f"HTTP {answer.status} {phrase}".strip() + (f": {said}" if said else ".")


def basic(user: str, password: str) -> str:
    """The header `authorization` for a user and a password (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def retry_after_s(answer: HttpAnswer, now: float) -> float | None:
    """When to ask again: `Retry-After` as seconds or date (RFC 9110), or GitHub's limit that begins anew at a time."""
    headers = {name.lower(): value.strip() for name, value in answer.headers.items()}
    said = headers.get("retry-after", "")
    if said.isdecimal():
        return float(said[:9])
    if said:
        try:
            moment = email.utils.parsedate_to_datetime(said)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() - now)
    reset = headers.get("x-ratelimit-reset", "")
    if headers.get("x-ratelimit-remaining") == "0" and reset.isdecimal():
        return max(0.0, float(reset[:12]) - now)
    return None


def _content(body: bytes) -> Any:
    if not body.strip():
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body.decode(errors="replace")
