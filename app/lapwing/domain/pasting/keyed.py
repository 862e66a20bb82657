"""One connection out of named values: dictionaries, JSON, YAML, variables of the environment, sections of files."""

import re
from collections.abc import Callable
from dataclasses import field
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.literals import Pair
from lapwing.domain.pasting.names import FIELDS, TLS_WORDS, family_of, is_known, normal, words
from lapwing.domain.pasting.placeholders import is_placeholder
from lapwing.domain.url_text import Malformed

Reader = Callable[[str], Found | None]
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_INSIDE: Final = words(
    "options ssl tls connection dialectoptions extra connectargs query params parameters oauth sslconfig pdooptions"
)
"""Names of inner brackets whose settings belong to the connection around them."""
_TLS_INSIDE: Final = words("ssl tls sslconfig")
_URLS: Final = words(
    "url uri dsn jdbcurl connectionstring connectionurl connectionuri databaseurl dburl jdbc connstr connstring"
)
_ENDS: Final = {
    **{word.upper(): meaning for word, meaning in FIELDS.items() if meaning != "family" and len(word) > 1},
    **{word.upper(): "family" for word in ("driver", "engine", "adapter", "dialect", "type", "client", "provider")},
    **dict.fromkeys(("USER_NAME", "USER_ID"), "user"),
    **dict.fromkeys(("HOST_NAME", "SERVER_NAME"), "host"),
    **dict.fromkeys(("DATABASE_NAME", "DB_NAME"), "database"),
    **dict.fromkeys(("URL", "URI", "DSN", "CONNECTION_STRING", "CONNECTION_URL", "CONN_STR", "CONNECTION_URI"), "url"),
    "ROOT_PASSWORD": "root_password",
    "CONNECTION": "family",
    "TCP_PORT": "port",
    "UNIX_SOCKET": "socket",
    "UNIX_PORT": "socket",
    "SSL_MODE": "sslmode",
    "SSLMODE": "sslmode",
    "SSL_CA": "sslrootcert",
    "SSL_ROOT_CERT": "sslrootcert",
    "SSL_CERT": "sslcert",
    "SSL_KEY": "sslkey",
    "SSL": "ssl",
    "CHARSET": "charset",
    "SCHEMA": "schema",
}
"""Ends of the names of variables, and what they say."""
_LIBPQ_VARIABLES: Final = {
    "PGHOST": "host", "PGHOSTADDR": "hostaddr", "PGPORT": "port", "PGUSER": "user", "PGPASSWORD": "password",
    "PGDATABASE": "database", "PGSSLMODE": "sslmode", "PGSSLROOTCERT": "sslrootcert", "PGSSLCERT": "sslcert",
    "PGSSLKEY": "sslkey", "PGSSLCRL": "sslcrl", "PGCONNECT_TIMEOUT": "connect_timeout", "PGAPPNAME": "application_name",
    "PGOPTIONS": "options", "PGSERVICE": "service", "PGTARGETSESSIONATTRS": "target_session_attrs",
    "PGCHANNELBINDING": "channel_binding", "PGPASSFILE": "passfile", "PGCLIENTENCODING": "client_encoding",
    "PGGSSENCMODE": "gssencmode", "PGKRBSRVNAME": "krbsrvname", "PGREQUIREPEER": "requirepeer", "PGTZ": "TimeZone",
}  # fmt: skip
"""PostgreSQL's manual, 34.15."""
_MYSQL_VARIABLES: Final = {
    "MYSQL_HOST": "host", "MYSQL_TCP_PORT": "port", "MYSQL_PWD": "password", "MYSQL_UNIX_PORT": "socket",
}  # fmt: skip
"""Those that MySQL's and MariaDB's own programs read."""
_DATABASE_WORDS: Final = frozenset({"DB", "DATABASE"})
_IMAGES: Final = {"POSTGRES": "postgresql", "POSTGRESQL": "postgresql", "MYSQL": "mysql", "MARIADB": "mysql"}
"""How the variables of the servers' container images begin."""
_SEVERAL: Final = "More than one connection is in the text; {taken} was taken."
_SHOWABLE: Final = re.compile(r"[A-Za-z][\w\-]{0,30}", re.ASCII)
_ON_LOCALHOST: Final = "It names no host; the server was taken to be on localhost."


def client_setting(variable: str) -> str:
    """What a variable means that the servers' own programs read; empty for any other."""
    return _LIBPQ_VARIABLES.get(variable) or _MYSQL_VARIABLES.get(variable, "")


@dataclass(slots=True, repr=False)
class _Group:
    """Settings that belong together."""

    parents: tuple[str, ...]
    prefix: str
    family: str = ""
    urls: list[str] = field(default_factory=list)
    settings: list[tuple[str, str]] = field(default_factory=list)

    def completeness(self) -> int:
        """2 with a URL, 1 with a place and a database; of several that are equal the first counts."""
        meanings = {FIELDS.get(normal(name), "") for name, value in self.settings if value}
        return 2 if self.urls else int("database" in meanings and bool(meanings & {"host", "socket"}))

    def says_where(self) -> bool:
        said = {name for name, value in self.settings if value}
        meanings = {FIELDS.get(normal(name), "") for name in said}
        if self.prefix in _IMAGES and (meanings | said) & {"password", "root_password"}:
            return True
        return bool(self.urls or meanings & {"host", "socket"} or {"database", "user"} <= meanings) or (
            "database" in meanings and bool(self.family or "password" in meanings)
        )


def found_in(pairs: list[Pair], form: str, read_place: Reader, family: str = "") -> Found | None:
    """The connection that named values say; None when they say none.

    Args:
        pairs: Names from the outermost to the innermost, and values.
        form: What the text is, in words.
        read_place: Reads URLs and connection strings among the values.
        family: The kind of server, where it is known otherwise.

    Raises:
        Malformed
    """
    groups: dict[tuple[tuple[str, ...], str], _Group] = {}
    for path, value in pairs:
        _sort(groups, path, value, read_place)
    _join_bare(groups)
    placed = [group for group in groups.values() if group.says_where()]
    if not placed:
        return None
    chosen = max(placed, key=_Group.completeness)
    found = Found(form, chosen.family or family)
    name = chosen.parents[-1] if chosen.parents else ""
    several = _SEVERAL.format(taken=f"that of {name}" if _SHOWABLE.fullmatch(name) else "the first")
    if len({tuple(group.settings) for group in placed if bool(group.urls) == bool(chosen.urls)}) > 1:
        found.assumed.append(several)
    found.settings += chosen.settings
    if chosen.urls:
        inner = read_place(chosen.urls[0])
        if inner is None:
            raise Malformed("the URL in it is none that can be read.")
        found.take(inner)
        found.form = f"{form} ({inner.form})"
        found.settings = [pair for pair in found.settings if FIELDS.get(normal(pair[0])) != "family"]
        found.settings = [pair for pair in found.settings if inner.url == "" or pair[0] == "password"]
        if len({url for group in groups.values() for url in group.urls}) > 1:
            found.assumed.append(several)
        return found
    return _with_image(found, chosen)


def _with_image(found: Found, group: _Group) -> Found:
    """Variables of a container image: they name no host."""
    said = {FIELDS.get(normal(name), name) for name, value in found.settings if value}
    root = next((value for name, value in found.settings if name == "root_password"), "")
    found.settings = [pair for pair in found.settings if pair[0] != "root_password"]
    if root and "password" not in said:
        found.settings += [("user", "root"), ("password", root)]
    if not found.family and group.prefix in _IMAGES:
        found.family = _IMAGES[group.prefix]
    if group.prefix in _IMAGES and not said & {"host", "socket", "hostaddr"}:
        if found.family == "postgresql" and "user" not in said:
            found.settings.append(("user", "postgres"))  # the image's own default
        found.settings.append(("host", "localhost"))
        found.assumed.append(_ON_LOCALHOST)
    return found


def _sort(groups: dict[tuple[tuple[str, ...], str], _Group], path: tuple[str, ...], value: str, read: Reader) -> None:
    *outer, name = [part for whole in path for part in whole.split("__") if part] or [""]
    parents = tuple(part for part in outer if normal(part) not in _INSIDE)
    prefix, meaning = _taken_apart(name)
    if (
        outer
        and normal(outer[-1]) in _TLS_INSIDE
        and f"ssl{normal(name)}" in (TLS_WORDS | {"sslca", "sslcert", "sslkey"})
    ):
        prefix, meaning = "", f"ssl{normal(name)}"
    is_url = meaning == "url" or normal(name) in _URLS or (outer and normal(outer[-1]) == "connectionstrings")
    if not meaning and not is_url:
        if not name.isupper() and "." not in name:
            groups.setdefault((parents, ""), _Group(parents, "")).settings.append((name, value))
        return
    group = groups.setdefault((parents, prefix), _Group(parents, prefix, _IMAGES.get(prefix, "")))
    if prefix == "PG":
        group.family = "postgresql"
    if is_url or (meaning == "family" and "://" in value):
        if value and not is_placeholder("url", value) and _is_place(value, read):
            group.urls.append(value)
        elif meaning and meaning != "url":
            group.settings.append((meaning, value))
        return
    if meaning == "family" and family_of(value):
        group.family = family_of(value)
    elif meaning == "family":
        if not is_placeholder("family", value):
            group.settings.append(("family", value))
    else:
        group.settings.append((meaning, value))


def _is_place(value: str, read: Reader) -> bool:
    """Whether a value is a connection string: the URL of a web site beside it is none."""
    try:
        return read(value) is not None
    except Malformed:
        return "://" not in value or not value.lower().startswith(("http", "redis", "amqp", "mongodb"))


def _taken_apart(name: str) -> tuple[str, str]:
    """What a name begins with, and what its end says: `SHOP_DB_HOST` is of `SHOP`, and a host."""
    if name in _LIBPQ_VARIABLES:
        return "PG", _LIBPQ_VARIABLES[name]
    if not name.isupper() and is_known(name):
        return "", FIELDS.get(normal(name), name)
    parts = _CAMEL.sub("_", name).upper().replace("-", "_").split("_")
    for length in (2, 1):
        end = "_".join(parts[-length:])
        if end in _ENDS and (length == 1 or parts[:-length] or end not in {"DB_NAME", "DATABASE_NAME"}):
            return _prefix(parts[:-length]), _ENDS[end]
    return "", ""


def _prefix(parts: list[str]) -> str:
    """The beginning of a name without words that only say that it is of a database."""
    kept = parts[:-1] if len(parts) > 1 and parts[-1] in _DATABASE_WORDS else parts
    return "_".join("DB" if part in _DATABASE_WORDS else part for part in kept)


def _join_bare(groups: dict[tuple[tuple[str, ...], str], _Group]) -> None:
    """Join `db_host` with `database` beside it, where both say different things."""
    for (parents, prefix), group in list(groups.items()):
        bare = groups.get((parents, ""))
        if prefix != "DB" or bare is None:
            continue
        said = {FIELDS.get(normal(name), name) for name, _ in group.settings}
        if not said & {FIELDS.get(normal(name), name) for name, _ in bare.settings}:
            group.settings += bare.settings
            group.family = group.family or bare.family
            del groups[parents, ""]
