"""Connection URLs as they are kept: `driver://user@host:port/database?option=value`, and plain paths of SQLite files.

PostgreSQL's follow libpq's connection URIs (PostgreSQL's manual, 34.1.1.2). MySQL's are alike. URLs of SQLAlchemy that
none of the built-in drivers answers to go whole to the generic one.
"""

import dataclasses
import os
import re
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from lapwing.domain.connections import Target
from lapwing.domain.errors import PasswordInUrl, UrlInvalid
from lapwing.domain.sqlalchemy_urls import generic_target, generic_url
from lapwing.domain.url_text import (
    SCHEME,
    Host,
    Malformed,
    UrlParts,
    decoded,
    escaped,
    host_fields,
    joined_hosts,
    joined_options,
    names_secret,
    split_hosts,
    split_options,
    split_url,
)

MEMORY: Final = ":memory:"
_TRUE: Final = frozenset({"1", "true", "yes", "on", "ro"})
_FALSE: Final = frozenset({"0", "false", "no", "off", "rw"})
_SQLITE_MODES: Final = frozenset({"ro", "rw", "rwc", "memory"})
_DRIVERS: Final = {
    **dict.fromkeys(("postgresql", "postgres", "pgsql", "postgis"), "postgresql"),
    **dict.fromkeys(("mysql", "mariadb", "mysql2", "trilogy"), "mysql"),
    **dict.fromkeys(("sqlite", "sqlite3"), "sqlite"),
}
_PLAIN_SQLITE: Final = frozenset({"", "pysqlite", "aiosqlite", "pysqlite_numeric", "apsw"})
"""SQLAlchemy's drivers for SQLite that read ordinary files; others decrypt them or speak to a server."""
OTHER_SCHEMES: Final = frozenset(
    [
        "http",
        "https",
        "ftp",
        "ftps",
        "sftp",
        "ssh",
        "ws",
        "wss",
        "smb",
        "s3",
        "redis",
        "rediss",
        "mongodb",
        "mongodb+srv",
        "amqp",
        "amqps",
        "ldap",
        "ldaps",
        "jdbc",
    ]
)
_SHOWN_SCHEME: Final = 30
_PASSWORD_TEXT: Final = re.compile(r"\b(?:password|passwd|pwd)\s*=", re.IGNORECASE)
_NOT_A_PATH: Final = re.compile(r"(?:jdbc|r2dbc):", re.IGNORECASE)


def driver_of(scheme: str) -> str:
    """The id of the driver that answers to URLs with this scheme; "generic" unless it is a built-in one."""
    dialect, _, library = scheme.lower().partition("+")
    driver = _DRIVERS.get(dialect, "generic")
    return "generic" if driver == "sqlite" and library not in _PLAIN_SQLITE else driver


def parse_url(url: str) -> Target:
    """Take a URL apart; a text that does not begin like one is the path of a SQLite file.

    SQLite paths follow three slashes: `sqlite:///relative.db`, `sqlite:////absolute.db`; `sqlite://` alone is a new
    database in memory. SQLite's own `file:` URIs do as well. `%` escapes are decoded; bytes that are not text come as
    Python keeps them (`os.fsdecode`).

    PostgreSQL: several hosts come as libpq has them, `host="a,b"`, with `port` where all have the same one and the
    option `port="1,2"` otherwise (`targets.hosts_of` reads both); the folder of a Unix socket comes as the host. For
    MySQL that is the option `unix_socket`. Generic: `database` is the whole URL, for SQLAlchemy.

    Raises:
        UrlInvalid: It has no readable shape.
        PasswordInUrl: It holds a password. The message never repeats the URL.
    """
    if not url.strip():
        raise UrlInvalid(url="This", reason="it is empty.")
    if "\0" in url:
        raise UrlInvalid(url="This", reason="it holds a NUL character.")
    found = SCHEME.match(url)
    try:
        if url[:5].lower() == "file:":
            return _file_target(url[5:])
        if found is None:
            return _path_target(url)
        return _target(found[1], url[found.end() :])
    except Malformed as error:
        reason = error.reason
    # nothing of such a URL is repeated: where it breaks may be in the middle of a password
    raise UrlInvalid(url=f"{found[1][:_SHOWN_SCHEME]}://…" if found else "This", reason=reason)


def _path_target(path: str) -> Target:
    if _PASSWORD_TEXT.search(path):
        raise PasswordInUrl
    if _NOT_A_PATH.match(path):
        raise Malformed("it is meant for Java.")
    return Target("sqlite", database=_absolute(path))


def _target(scheme: str, rest: str) -> Target:
    if scheme.lower() in OTHER_SCHEMES:
        raise Malformed("no SQL database has such addresses.")
    driver = driver_of(scheme)
    if driver == "generic":
        database, read_only = generic_target(scheme, rest)
        return Target(driver, database, read_only=is_true(read_only))
    parts = split_url(rest)
    if parts.authority.rpartition("@")[0].partition(":")[2]:
        raise PasswordInUrl
    options = _options(parts)
    _refuse_hidden_login(parts)
    if parts.fragment is not None:
        raise Malformed("a # has to be written as %23.")
    if driver == "sqlite":
        return _sqlite_target(parts, options)
    return _server_target(driver, parts, options)


def _options(parts: UrlParts) -> dict[str, str]:
    for part in parts.query.split("&"):
        name = part.partition("=")[0]
        if names_secret(unquote_to_bytes(name.encode("utf-8", "replace")).decode("utf-8", "replace")):
            raise PasswordInUrl
    return split_options(parts.query)


def _refuse_hidden_login(parts: UrlParts) -> None:
    """Refuse what may be a login whose password holds a / or ?: `me:12/34@host/shop`."""
    if "@" in parts.authority:
        return
    if (":" in parts.authority and "@" in parts.path) or ("@" in parts.query and not parts.path):
        raise Malformed("an @ behind the host has to be written as %40; a password has to be left out.")


def _read_only(options: dict[str, str], modes: frozenset[str]) -> bool:
    mode = options.pop("mode", "rw").lower()
    if mode not in modes:
        raise Malformed("its mode has to be one of " + ", ".join(sorted(modes)) + ".")
    return is_true(options.pop("read_only", "")) or mode == "ro"


def is_true(text: str) -> bool:
    """What `read_only=...` says; nothing means no.

    Raises:
        Malformed: It is neither yes nor no.
    """
    if text.lower() in _TRUE:
        return True
    if text and text.lower() not in _FALSE:
        raise Malformed("read_only has to be true or false.")
    return False


def _server_target(driver: str, parts: UrlParts, options: dict[str, str]) -> Target:
    user, _, hosts_text = parts.authority.rpartition("@")
    if "@" in user:
        raise Malformed("an @ in a user's name has to be written as %40.")
    read_only = _read_only(options, frozenset({"ro", "rw"}))
    fields = {
        "user": decoded(user.removesuffix(":")),
        "dbname": decoded(parts.path.removeprefix("/")),
    }
    hosts = split_hosts(hosts_text)
    if driver == "postgresql":
        hosts = _with_host_options(hosts, options)
        for name in ("user", "dbname"):
            fields[name] = _only(fields[name], options.pop(name, ""))
    elif len(hosts) > 1:
        raise Malformed("several hosts are understood for PostgreSQL only.")
    if any("," in host.name for host in hosts):
        raise Malformed("a host has no comma in its name.")
    names, port, ports = host_fields(hosts)
    if ports:
        options["port"] = ports
    return Target(driver, fields["dbname"], names, port, fields["user"], options, read_only)


def _only(field: str, option: str) -> str:
    if field and option and field != option:
        raise Malformed("it says one thing twice, and differently.")
    return field or option


def _with_host_options(hosts: list[Host], options: dict[str, str]) -> list[Host]:
    """The hosts, from the options `host` and `port` where they are given (libpq: lists with commas)."""
    names = options.pop("host", "")
    if names:
        if any(host.name for host in hosts):
            raise Malformed("it names its host twice.")
        port = hosts[0].port if len(hosts) == 1 else None
        hosts = [Host(name, port) for name in names.split(",")]
    ports = options.pop("port", "").split(",")
    if ports == [""]:
        return hosts
    if any(host.port is not None for host in hosts):
        raise Malformed("it names its port twice.")
    if len(ports) not in {1, len(hosts)}:
        raise Malformed("it has not as many ports as hosts.")
    ports = ports * len(hosts) if len(ports) == 1 else ports
    return [host._replace(port=split_hosts(f":{port}")[0].port) for host, port in zip(hosts, ports, strict=True)]


def _sqlite_target(parts: UrlParts, options: dict[str, str]) -> Target:
    if parts.authority:
        raise Malformed("a SQLite path follows three slashes (four when absolute).")
    return _sqlite_file(parts.path.removeprefix("/"), options)


def _file_target(rest: str) -> Target:
    """SQLite's own URIs (sqlite.org/uri.html): `file:relative.db`, `file:///absolute.db`, with options."""
    parts = split_url(rest[2:]) if rest.startswith("//") else split_url(f"/{rest}")
    if parts.fragment is not None:
        raise Malformed("a # has to be written as %23.")
    if parts.authority not in {"", "localhost"}:
        raise Malformed("a file lies on this computer: three slashes stand before its path.")
    path = parts.path if rest.startswith("//") else parts.path.removeprefix("/")
    return _sqlite_file(path, _options(parts))


def _sqlite_file(path: str, options: dict[str, str]) -> Target:
    decoded(path)  # an incomplete escape is refused
    name = os.fsdecode(unquote_to_bytes(path.encode("utf-8", "surrogateescape")))
    if options.get("mode") == "memory":
        name = MEMORY
    read_only = _read_only(options, _SQLITE_MODES)
    return Target("sqlite", _absolute(name or MEMORY), options=options, read_only=read_only)


def _absolute(path: str) -> str:
    return path if path == MEMORY else os.path.abspath(os.path.expanduser(path))


def sqlite_url(path: str | os.PathLike[str]) -> str:
    """The URL of a SQLite file, every character that means something in a URL escaped."""
    text = os.fspath(path)
    return "sqlite://" if text == MEMORY else "sqlite:///" + quote(os.fsencode(os.path.abspath(text)), safe="/")


def target_url(target: Target) -> str:
    """The one URL of a target: `parse_url` leads back to an equal one.

    Secrets and `create` are not in it; a relative SQLite path becomes absolute.

    Raises:
        UrlInvalid: No URL says this, for example because an option has the name of a field.
        PasswordInUrl: An option holds a password.
    """
    try:
        url = _written(target)
    except Malformed as error:
        reason = error.reason
    else:
        if parse_url(url) == _kept(target):
            return url
        reason = "one of its fields or options cannot be written into a URL."
    raise UrlInvalid(url="This", reason=reason)


def _kept(target: Target) -> Target:
    """What a URL keeps of a target, in the one form that `parse_url` gives."""
    kept = dataclasses.replace(target, create=False, password=None, key_password=None)
    if target.driver == "sqlite" and target.database != MEMORY:
        return dataclasses.replace(kept, database=os.path.abspath(target.database))
    ports = target.options.get("port", "").split(",")
    if target.driver == "postgresql" and len(set(ports)) == 1 and ports[0]:
        options = {name: value for name, value in target.options.items() if name != "port"}
        return dataclasses.replace(kept, port=int(ports[0]), options=options)
    return kept


def _written(target: Target) -> str:
    read_only = [("read_only", "true")] if target.read_only else []
    options = list(target.options.items())
    if target.driver == "generic":
        if options:
            raise Malformed("the options of a generic connection belong into its URL.")
        return generic_url(target.database, joined_options(read_only))
    if target.driver == "sqlite":
        if not target.database:
            raise Malformed("it names no file.")
        return sqlite_url(target.database) + joined_options(options + read_only)
    if target.driver not in _DRIVERS.values():
        raise Malformed("no driver has that name.")
    hosts = [Host(name, target.port) for name in target.host.split(",")]
    if target.driver == "postgresql" and "port" in target.options:
        ports = {"port": target.options["port"]}
        hosts = _with_host_options(hosts, ports)
        options.remove(("port", target.options["port"]))
    user = f"{escaped(target.username)}@" if target.username else ""
    database = f"/{escaped(target.database)}" if target.database else ""
    tail = joined_options(options + read_only)
    return f"{target.driver}://{user}{joined_hosts(hosts)}{database or ('/' if tail else '')}{tail}"
