"""Forms of one line without a scheme: Go's data source names, lines of `.pgpass`, `host:port/database`, paths."""

import os
import re
from typing import Final

from lapwing.domain.pasting.authority import readable, split_login
from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.names import family_at
from lapwing.domain.pasting.url_forms import add_login, add_options
from lapwing.domain.url_text import Malformed, split_hosts

_GO_ADDRESS: Final = re.compile(r"@(?:tcp[46]?|unix)\(")
_GO: Final = re.compile(r"@(?:tcp[46]?|unix|cloudsql(?:-mysql)?)\(|^(?:tcp[46]?|unix)\(|^[^\s/@]*@/")
_USER: Final = re.compile(r"[\w.\-%+@$]*")
_GO_PLACE: Final = re.compile(r"(?:([a-z0-9\-]+)(?:\((.*)\))?)?", re.DOTALL)
_PASSWORD_LINE: Final = re.compile(
    r"((?:\\.|[^:\\\n])*):([0-9]{1,5}|\*):((?:\\.|[^:\\\n])*):((?:\\.|[^:\\\n])*):((?:\\.|[^:\\\n])+)"
)
_LIKE_PASSWORD_LINE: Final = re.compile(r"(?:[0-9]+|\*):[^:]*:[^:]*:")
_ESCAPED: Final = re.compile(r"\\(.)")
_SQLITE_ENDS: Final = frozenset({".db", ".sqlite", ".sqlite3", ".db3", ".s3db", ".sl3", ".gpkg", ".mbtiles"})
_DUCKDB_ENDS: Final = frozenset({".duckdb", ".ddb"})
_PATH: Final = re.compile(r"/|~|\.\.?/|[A-Za-z]:[\\/]|\\\\")
_LOGIN: Final = re.compile(r"[:=;]")
_NO_PATH: Final = re.compile(r"://|\b(?:password|passwd|pwd)\s*[=:]", re.IGNORECASE)


def read_go(text: str) -> Found | None:
    """`user:password@tcp(host:3306)/database?options` of go-sql-driver (its README); None when the text is none.

    As there, the last slash comes before the database and the last @ before it behind the password.

    Raises:
        Malformed
    """
    if "\n" in text or "://" in text or not _GO.search(text):
        return None
    found = Found("Go data source name", "mysql")
    before, slash, behind = text.rpartition("/")
    login, _, place = before.rpartition("@")
    network = _GO_PLACE.fullmatch(place)
    if not slash or not network:
        raise Malformed("a slash has to stand between its address and its database.")
    user, _, password = login.partition(":")
    if not _USER.fullmatch(user):
        return None  # a piece of a program, which only holds such a text
    if not place and _LIKE_PASSWORD_LINE.match(password):
        raise Malformed("it can be read as a line of a password file and as a data source name of Go.")
    found.add("user", user)
    found.add("password", password)
    is_socket = network[1] == "unix"
    if (network[1] or "").startswith("cloudsql"):
        raise Malformed("the proxy of Cloud SQL that it goes through is not known here.")
    found.add("socket" if is_socket else "host", network[2] or ("" if is_socket else "localhost"))
    database, _, query = behind.partition("?")
    found.add("database", database)
    add_options(found, query, plus=True)
    return found


def read_password_line(text: str) -> Found | None:
    r"""`host:port:database:user:password` of libpq's password file, with `\:` for a colon; None when it is none.

    Raises:
        Malformed: It can be something else as well.
    """
    line = _PASSWORD_LINE.fullmatch(text)
    if not line or _GO_ADDRESS.search(text):
        return None
    if "@" in text and read_address(text):
        raise Malformed("it can be read as a line of a password file and as an address.")
    found = Found("line of a password file (.pgpass)", "postgresql")
    for name, value in zip(("host", "port", "database", "user", "password"), line.groups(), strict=True):
        if value != "*":
            plain = _ESCAPED.sub(r"\1", value)
            found.add(name, f"[{plain}]" if name == "host" and ":" in plain else plain)
    return found


def read_address(text: str) -> Found | None:
    """`host:port/database`, with a login or without, at a port that says what listens there; None for other texts."""
    if re.search(r"\s", text) or "://" in text:
        return None
    try:
        login = split_login(text)
        hosts = split_hosts(login.hosts)
    except Malformed:
        return None
    if (
        not _USER.fullmatch(login.user)
        or len(hosts) != 1
        or not hosts[0].name
        or not family_at(str(hosts[0].port or ""))
    ):
        return None
    found = Found("address")
    add_login(found, login)
    is_oracle = family_at(str(hosts[0].port)) == "oracle"
    found.add("service_name" if is_oracle else "database", readable(login.path.removeprefix("/")))
    add_options(found, login.query)
    return found


def read_file_uri(text: str) -> Found | None:
    """SQLite's `file:` URI; None for other texts."""
    is_uri = text[:5].lower() == "file:" and "\n" not in text
    return Found("SQLite URI", "sqlite", [("database", text)]) if is_uri else None


def read_path(text: str) -> Found | None:
    """The path of a database file; None when the text does not look like one, or may hold a password."""
    if "\n" in text or _NO_PATH.search(text) or _LOGIN.search(text[: text.rfind("@") + 1]):
        return None
    end = os.path.splitext(text)[1].lower()
    if text == ":memory:" or end in _SQLITE_ENDS or (_PATH.match(text) and end not in _DUCKDB_ENDS):
        return Found("path", "sqlite", [("database", text)])
    if end in _DUCKDB_ENDS:
        return Found("path", "duckdb", [("database", os.path.abspath(os.path.expanduser(text)))])
    return None
