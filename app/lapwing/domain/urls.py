"""Connection URLs: `driver://user@host:port/database?option=value`, and plain paths of SQLite files."""

import os
import re
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, unquote_to_bytes, urlsplit

from lapwing.domain.connections import Target
from lapwing.domain.errors import PasswordInUrl, UrlInvalid

_ALIASES = {"postgres": "postgresql", "mariadb": "mysql", "sqlite3": "sqlite"}
_MEMORY = ":memory:"
_TRUE = {"1", "true", "yes", "on", "ro"}
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://")
_SECRETS: Final = ("password", "passwd", "pwd", "secret", "token")


def parse_url(url: str) -> Target:
    """Take a URL apart; a text that does not begin like one is the path of a SQLite file.

    SQLite paths follow three slashes: `sqlite:///relative.db`, `sqlite:////absolute.db`; `sqlite://` alone is a new
    database in memory. `%` escapes are decoded; bytes of a path that are not text come as Python keeps them
    (`os.fsdecode`).

    Raises:
        UrlInvalid: It has no readable shape.
        PasswordInUrl: It holds a password. The message never repeats the URL.
    """
    if not url.strip() or "\0" in url:
        raise UrlInvalid(url=url, reason="it is empty." if not url.strip() else "it holds a NUL character.")
    if not _SCHEME.match(url):
        return Target("sqlite", database=_MEMORY if url == _MEMORY else os.path.abspath(os.path.expanduser(url)))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        # nothing of such a URL is repeated: where it breaks may be in the middle of a password
        raise UrlInvalid(url=f"{url.partition('://')[0]}://…", reason="its host or port cannot be read.") from None
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.password or any(secret in name.lower() for name in options for secret in _SECRETS):
        raise PasswordInUrl
    if "#" in url:
        raise UrlInvalid(url=f"{parts.scheme}://…", reason="a # has to be written as %23.")
    driver = _ALIASES.get(parts.scheme, parts.scheme)
    read_only = options.pop("mode", "") == "ro" or options.pop("read_only", "").lower() in _TRUE
    if driver == "sqlite":
        return _sqlite_target(parts.netloc, parts.path, options, read_only)
    database = unquote(parts.path.removeprefix("/"))
    user = unquote(parts.username or "")
    return Target(driver, database, parts.hostname or "", port, user, options, read_only)


def _sqlite_target(host: str, path: str, options: dict[str, str], read_only: bool) -> Target:
    if host:
        raise UrlInvalid(
            url=f"sqlite://{host}{path}", reason="a SQLite path follows three slashes (four when absolute)."
        )
    name = os.fsdecode(unquote_to_bytes(path.removeprefix("/")))
    if name in {"", _MEMORY}:
        return Target("sqlite", database=_MEMORY, options=options, read_only=read_only)
    if "\0" in name:
        raise UrlInvalid(url="sqlite://", reason="it holds a NUL character.")
    return Target("sqlite", os.path.abspath(os.path.expanduser(name)), options=options, read_only=read_only)


def sqlite_url(path: str | os.PathLike[str]) -> str:
    """The URL of a SQLite file, every character that means something in a URL escaped."""
    text = os.fspath(path)
    return "sqlite://" if text == _MEMORY else "sqlite:///" + quote(os.fsencode(os.path.abspath(text)), safe="/")
