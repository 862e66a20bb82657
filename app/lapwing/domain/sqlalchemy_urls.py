"""URLs of SQLAlchemy, kept as they are for the generic driver, which hands them on.

Their shape is that of SQLAlchemy's `engine/url.py`. They are read here only as far as a password or an unreadable port
could hide in them.
"""

import re
from typing import Final
from urllib.parse import unquote_plus

from lapwing.domain.errors import PasswordInUrl
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.url_text import SCHEME, Malformed, names_secret, split_hosts

_LOGIN: Final = re.compile(r"([^:/@]*)(?::([^@]*))?@")
"""SQLAlchemy's rule: the user ends at a colon, the password at the first @, whatever stands between them."""
_ODBC_PASSWORD: Final = re.compile(r"(?:^|;)\s*(?:pwd|password)\s*=\s*[^;\s]", re.IGNORECASE)
_READ_ONLY: Final = "read_only"


@dataclass(frozen=True, slots=True, repr=False)
class GenericParts:
    """What stands behind `scheme://`, nothing of it decoded."""

    user: str
    password: str
    hosts: str
    path: str
    query: str


def generic_parts(rest: str) -> GenericParts:
    """Take apart what stands behind `scheme://`, as SQLAlchemy does it."""
    login = _LOGIN.match(rest)
    behind = rest[login.end() :] if login else rest
    before, _, query = behind.partition("?")
    hosts, slash, path = before.partition("/")
    return GenericParts(login[1] if login else "", (login and login[2]) or "", hosts, slash + path, query)


def generic_target(scheme: str, rest: str) -> tuple[str, str]:
    """The URL without its option `read_only`, and what that says.

    Raises:
        PasswordInUrl
        Malformed: Its host or port cannot be read.
    """
    parts = generic_parts(rest)
    options = parts.query.split("&")
    if parts.password or any(_holds_secret(option) for option in options):
        raise PasswordInUrl
    split_hosts(parts.hosts.replace("%", ""))
    kept = [option for option in options if option.partition("=")[0] != _READ_ONLY]
    said = [option.partition("=")[2] or "true" for option in options if option.partition("=")[0] == _READ_ONLY]
    if len(said) > 1:
        raise Malformed("one of its options is there twice.")
    if not said:
        return f"{scheme}://{rest}", ""
    before = rest[: -len(parts.query) - 1]
    return f"{scheme}://{before}{'?' if kept else ''}{'&'.join(kept)}", said[0]


def _holds_secret(option: str) -> bool:
    name, _, value = option.partition("=")
    if names_secret(unquote_plus(name)):
        return bool(value)
    return unquote_plus(name).lower() == "odbc_connect" and _ODBC_PASSWORD.search(unquote_plus(value)) is not None


def generic_url(url: str, more: str) -> str:
    """The URL with further options; `more` begins with a question mark, or is empty.

    Raises:
        Malformed: `url` does not begin like one.
    """
    if not SCHEME.match(url):
        raise Malformed("it does not begin with a dialect and ://.")
    return f"{url}&{more[1:]}" if more and "?" in url else url + more
