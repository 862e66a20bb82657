"""Where a command goes: a saved connection or a URL. A password never comes back in a message."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from lapwing.cli.errors import (
    PasswordNotTaken,
    PasswordVariableMissing,
    PlaceMissing,
    UrlUnreadable,
    UsageWrong,
)
from lapwing.domain.connections import Target
from lapwing.domain.errors import UrlInvalid
from lapwing.domain.urls import parse_url

VARIABLE: Final = "LAPWING_URL"
_PASSWORD_OPTION: Final = re.compile(r"password|^pwd$", re.IGNORECASE)
_MAY_HOLD_SECRET: Final = re.compile(r"@|://[^/?#]*:")
_LACKS_DRIVER: Final = re.compile(r"[^/\\\s:@]+:[^@]*@")


@dataclass(frozen=True, slots=True)
class Place:
    """Where to connect: exactly one of the two is given.

    Attributes:
        connection: Name or id of a saved connection.
        url: Without a password.
        password_from: What gave a password, in words for messages; empty when nothing did.
    """

    connection: str = ""
    url: str = ""
    password_from: str = ""


def find_place(url: str, connection: str, password_variable: str, environ: Mapping[str, str]) -> Place:
    """What the options, or else the environment, name.

    Raises:
        UsageWrong, PlaceMissing, UrlUnreadable, UrlInvalid, PasswordInUrl, PasswordVariableMissing
    """
    if url and connection:
        raise UsageWrong(reason="Give either --url or --connection, not both.", command="lapwing query")
    password_from = ""
    if password_variable:
        if not environ.get(password_variable):
            raise PasswordVariableMissing
        password_from = "--password-env"  # noqa: S105 - the option's name
    if connection:
        return Place(connection=connection, password_from=password_from)
    if url:
        _read(url, "--url")
        return Place(url=url, password_from=password_from)
    if not environ.get(VARIABLE):
        raise PlaceMissing
    url, had_password = _without_password(environ[VARIABLE])
    _read(url, VARIABLE)
    return Place(url=url, password_from=f"the one in {VARIABLE}" if had_password else password_from)


def refuse_password(place: Place, url: str) -> None:
    """See that a password given meets a driver that takes one; `url` is where the place leads.

    Raises:
        PasswordNotTaken, DriverUnknown
    """
    if place.password_from:
        from lapwing.drivers.registry import driver_named

        driver = driver_named(parse_url(url).driver)
        if not driver.capabilities.passwords:
            raise PasswordNotTaken(driver=driver.title, source=place.password_from)


def _read(url: str, source: str) -> Target:
    """The URL taken apart; an error does not repeat one that may hold a secret."""
    if "://" not in url and _LACKS_DRIVER.match(url) and not os.path.exists(url):
        raise UrlUnreadable(source=source, reason="it does not begin with a driver and ://.")
    try:
        return parse_url(url)
    except UrlInvalid:
        if _MAY_HOLD_SECRET.search(url):
            raise UrlUnreadable(source=source, reason="its user, host or port has no readable shape.") from None
        raise


def _without_password(url: str) -> tuple[str, bool]:
    """The URL without a password in its user part or options, and whether there was one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, False  # reading it says why
    had_password = False
    user, at, _ = parts.netloc.rpartition("@")
    if ":" in user:
        url = url.replace(user + at, user.partition(":")[0] + at, 1)
        had_password = True
    options = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in options if not _PASSWORD_OPTION.search(name)]
    if len(kept) < len(options):
        url = url.replace(f"?{parts.query}", f"?{urlencode(kept)}" if kept else "", 1)
        had_password = True
    return url, had_password
