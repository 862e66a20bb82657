"""Where a command goes: a saved connection or a URL. A password never comes back in a message."""

import os
import re
from collections.abc import Mapping
from typing import Final

from lapwing.cli.errors import PasswordNotTaken, PlaceMissing, UrlUnreadable, UsageWrong
from lapwing.cli.passwords import from_variable
from lapwing.domain.connections import Target
from lapwing.domain.errors import PasswordInUrl, UrlInvalid
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret
from lapwing.domain.urls import parse_url, target_url

VARIABLE: Final = "LAPWING_URL"
_MAY_HOLD_SECRET: Final = re.compile(r"@|://[^/?#]*:")
_LACKS_DRIVER: Final = re.compile(r"[^/\\\s:@]+:[^@]*@")


@dataclass(frozen=True, slots=True)
class Place:
    """Where to connect: exactly one of the first two is given.

    Attributes:
        connection: Name or id of a saved connection.
        url: Without a password.
        password: What logs in there, or None.
        password_from: What gave it, in words for messages; empty when nothing did.
        key_password: What opens the client's key, or None.
        notes: Sentences on how the variable was understood.
    """

    connection: str = ""
    url: str = ""
    password: Secret | None = None
    password_from: str = ""
    key_password: Secret | None = None
    notes: tuple[str, ...] = ()


def find_place(
    url: str, connection: str, password_variable: str, environ: Mapping[str, str], command: str = "lapwing query"
) -> Place:
    """What the options, or else the environment, name.

    Raises:
        UsageWrong, PlaceMissing, UrlUnreadable, UrlInvalid, PasswordInUrl, PasswordVariableMissing
    """
    if url and connection:
        raise UsageWrong(reason="Give either --url or --connection, not both.", command=command)
    password = from_variable(password_variable, environ, "--password-env") if password_variable else None
    source = "--password-env" if password else ""
    if connection:
        return Place(connection, "", password, source)
    if url:
        _read(url, "--url")
        return Place("", url, password, source)
    if not environ.get(VARIABLE):
        raise PlaceMissing
    return _from_variable(environ[VARIABLE], password, source)


def _from_variable(text: str, password: Secret | None, source: str) -> Place:
    """The variable may hold a password, and whatever else people paste as a connection."""
    try:
        _read(text, VARIABLE)
        return Place("", text, password, source)
    except (PasswordInUrl, UrlInvalid, UrlUnreadable) as error:
        refused = error
    from lapwing.domain.pasted import PastedUnknown, parse_pasted  # much that is seldom needed

    try:
        pasted = parse_pasted(text)
        url = target_url(pasted.target)
    except PastedUnknown as error:
        raise UrlUnreadable(source=VARIABLE, reason=error.facts.get("reason")) from None
    except (PasswordInUrl, UrlInvalid):
        raise refused from None
    if pasted.password is not None:
        password, source = pasted.password, f"the one in {VARIABLE}"
    return Place("", url, password, source, pasted.key_password, (*pasted.ignored, *pasted.assumed))


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
