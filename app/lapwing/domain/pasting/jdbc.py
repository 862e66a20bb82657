"""JDBC URLs, and R2DBC's, which look the same."""

import re
from collections.abc import Callable
from typing import Final

from lapwing.domain.pasting.authority import readable
from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.names import family_of
from lapwing.domain.pasting.sql_server import add_sql_server
from lapwing.domain.pasting.url_forms import add_options, server_url
from lapwing.domain.url_text import Malformed

_START: Final = re.compile(r"(jdbc|r2dbc):(?:(?:aws-wrapper|p6spy|pool|otel|log4jdbc|jtds):)*", re.IGNORECASE)
_MODE: Final = re.compile(r"(?:loadbalance|replication|failover|sequential|aurora|load-balance|aws):", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\b(host|port|user|password)\s*=\s*([^(),&]*)", re.IGNORECASE)
_ORACLE_PLACE: Final = re.compile(r"(?://)?(\[[^\]]*\]|[^:/()@\s]+)(?::([0-9]{1,5}))?(?:([:/])([\w.$\-#]+))?(?::\w+)?")
_DESCRIPTION: Final = re.compile(r"\b(host|port|service_name|sid)\s*=\s*([^()\s]+)", re.IGNORECASE)
_NO_DRIVER: Final = "Lapwing has no driver for that kind of database."


def read_jdbc(text: str) -> Found | None:
    """A JDBC URL; None when the text is none.

    Raises:
        Malformed
    """
    start = _START.match(text)
    if not start or "\n" in text:
        return None
    product, _, rest = text[start.end() :].partition(":")
    family = family_of(product)
    found = Found("R2DBC URL" if start[1].lower() == "r2dbc" else "JDBC URL", family)
    read = _READERS.get(family)
    if read is None:
        raise Malformed(_NO_DRIVER)
    return read(found, rest)


def _postgresql(found: Found, rest: str) -> Found:
    if rest.startswith("//"):
        return server_url(found, rest[2:], plus=True)
    database, _, query = rest.removeprefix("/").partition("?")
    found.add("host", "localhost")
    found.add("database", readable(database))
    add_options(found, query, plus=True)
    return found


def _mysql(found: Found, rest: str) -> Found:
    found.in_ms = True
    mode = _MODE.match(rest)
    rest = rest[mode.end() :] if mode else rest
    if not rest.startswith("//"):
        raise Malformed("two slashes are missing before its host.")
    authority, slash, behind = rest[2:].partition("/")
    if "(" not in authority:
        return server_url(found, rest[2:], plus=True)
    # address=(host=a)(port=1),(host=b,port=2): only the first is used
    said: dict[str, str] = {}
    for name, value in _ADDRESS.findall(authority):
        if name.lower() in said and name.lower() == "host":
            found.ignored.append("Only the first of its hosts is used: MySQL is reached at one.")
            break
        said.setdefault(name.lower(), readable(value.strip()))
    server_url(found, slash + behind, plus=True)
    found.settings = [*said.items(), *found.settings]
    return found


def _sql_server(found: Found, rest: str) -> Found:
    if not rest.startswith("//"):
        raise Malformed("two slashes are missing before its host.")
    return add_sql_server(found, rest[2:])


def _oracle(found: Found, rest: str) -> Found:
    kind, _, place = rest.partition(":")
    login, at, place = place.rpartition("@")
    if kind.lower() not in {"thin", "oci", "oci8"} or not at:
        raise Malformed("it has not the shape of Oracle's URLs.")
    user, _, password = login.partition("/")
    found.add("user", user)
    found.add("password", password)
    if place.lstrip().startswith("("):
        for name, value in reversed(_DESCRIPTION.findall(place)):
            found.add("database" if name.lower() == "sid" else name.lower(), value)
        return found
    place, _, query = place.partition("?")
    read = _ORACLE_PLACE.fullmatch(place)
    if not read or not read[4]:
        raise Malformed("its host, port and service cannot be read; names of tnsnames.ora are not known here.")
    found.add("host", read[1])
    found.add("port", read[2])
    found.add("service_name" if read[3] == "/" else "database", read[4])
    add_options(found, query, plus=True)
    return found


def _file(found: Found, rest: str) -> Found:
    if rest.startswith(":resource:"):
        raise Malformed("its file is inside a Java program.")
    found.in_ms = True
    if rest.lower().startswith("file:"):
        found.add("database", rest)
        return found
    path, _, query = rest.partition("?")
    found.settings.append(("database", path or ":memory:"))
    add_options(found, query)
    return found


_READERS: Final[dict[str, Callable[[Found, str], Found]]] = {
    "postgresql": _postgresql,
    "redshift": _postgresql,
    "cockroachdb": _postgresql,
    "mysql": _mysql,
    "mssql": _sql_server,
    "oracle": _oracle,
    "sqlite": _file,
    "duckdb": _file,
}
