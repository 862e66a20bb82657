"""URLs of SQLAlchemy for the generic driver: without their passwords, or made of settings."""

import re
from typing import Final
from urllib.parse import quote, unquote_plus

from lapwing.domain.pasting.names import SQLALCHEMY
from lapwing.domain.url_text import Host, Malformed, escaped, joined_hosts, joined_options, names_secret

_ODBC_PASSWORD: Final = re.compile(r"(^|;)\s*(?:pwd|password)\s*=\s*(\{(?:[^}]|\}\})*\}|[^;]*);?", re.IGNORECASE)
_FILES: Final = frozenset({"duckdb"})


def made_url(family: str, hosts: list[Host], user: str, database: str, options: dict[str, str]) -> str:
    """SQLAlchemy's URL for a kind of server.

    Raises:
        Malformed: It has none.
    """
    dialect = SQLALCHEMY.get(family)
    if dialect is None:
        raise Malformed("Lapwing has no driver for that kind of database.")
    name = escaped(database, "/:")
    if family in _FILES:
        return f"{dialect}:///{name}{joined_options(options.items())}"
    login = f"{escaped(user)}@" if user else ""
    place = joined_hosts(hosts[:1]).replace("%5C", "\\")  # an instance of SQL Server: SQLAlchemy does not decode hosts
    path = f"/{name}" if database or options else ""
    return f"{dialect}://{login}{place}{path}{joined_options(options.items())}"


def without_secrets(query: str) -> tuple[str, str]:
    """The options of a URL without passwords, and the password that was among them, or the empty text."""
    kept, password = [], ""
    for option in query.split("&"):
        name, _, value = option.partition("=")
        if unquote_plus(name).lower() == "odbc_connect":
            inner = unquote_plus(value)
            found = _ODBC_PASSWORD.search(inner)
            password = _odbc_value(found[2]) if found else password
            inner = _ODBC_PASSWORD.sub(lambda match: match[1], inner)
            kept.append(f"{name}={quote(inner, safe='')}" if found else option)
        elif names_secret(unquote_plus(name)):
            password = unquote_plus(value) or password
        else:
            kept.append(option)
    return "&".join(kept), password


def _odbc_value(text: str) -> str:
    return text[1:-1].replace("}}", "}") if text.startswith("{") else text.strip()
