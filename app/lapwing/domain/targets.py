"""What a target says, for drivers that need each host and for people."""

from typing import Final
from urllib.parse import unquote

from lapwing.domain.connections import Target
from lapwing.domain.sqlalchemy_urls import generic_parts
from lapwing.domain.url_text import SCHEME, Host, Malformed, split_hosts
from lapwing.domain.urls import MEMORY
from lapwing.domain.visible import visible_text

_PRODUCTS: Final = {"postgresql": "PostgreSQL", "mysql": "MySQL", "sqlite": "SQLite"}
_LONGEST_NAME: Final = 200


def hosts_of(target: Target) -> tuple[Host, ...]:
    """Each host with its port, in the order in which they are tried; PostgreSQL only has several.

    Raises:
        ValueError: The option `port` is no list of ports, or has not as many as there are hosts.
    """
    if target.driver != "postgresql":
        return (Host(target.host, target.port),)
    names = target.host.split(",")
    ports = target.options.get("port", "").split(",")
    if target.port is not None or ports == [""]:
        return tuple(Host(name, target.port) for name in names)
    ports = ports * len(names) if len(ports) == 1 else ports
    return tuple(Host(name, split_hosts(f":{port}")[0].port) for name, port in zip(names, ports, strict=True))


def shown_target(target: Target) -> str:
    """Where a target leads, for messages: `PostgreSQL on db.example.org:5432, database shop, user me`.

    What the eye cannot see is written out; long names are cut.
    """
    if target.driver == "sqlite":
        return "SQLite in memory" if target.database == MEMORY else f"SQLite file {_shown(target.database)}"
    if target.driver == "generic":
        return _shown_generic(target.database)
    product = _PRODUCTS.get(target.driver, _shown(target.driver))
    database = f", database {_shown(target.database)}" if target.database else ""
    user = f", user {_shown(target.username)}" if target.username else ""
    return f"{product} {_shown_place(target)}{database}{user}"


def _shown_place(target: Target) -> str:
    socket = target.options.get("unix_socket", "")
    if socket:
        return f"through {_shown(socket)}"
    try:
        hosts = hosts_of(target)
    except ValueError:
        hosts = (Host(target.host),)
    if not any(host.name for host in hosts):
        port = hosts[0].port
        return "on this computer" if port is None else f"on this computer, port {port}"
    if all(host.name.startswith(("/", "@")) for host in hosts):
        return "through " + " or ".join(_shown(str(host)) for host in hosts)
    return "on " + " or ".join(_shown(str(host)) for host in hosts)


def _shown_generic(url: str) -> str:
    found = SCHEME.match(url)
    if not found:
        return _shown(url)
    parts = generic_parts(url[found.end() :])
    try:
        hosts = " or ".join(str(host) for host in split_hosts(parts.hosts))
    except Malformed:
        hosts = parts.hosts
    database = unquote(parts.path.removeprefix("/"))
    place = f" on {_shown(hosts)}" if hosts else ""
    user = f", user {_shown(unquote(parts.user))}" if parts.user else ""
    return f"{_shown(found[1].partition('+')[0])}{place}{f', database {_shown(database)}' if database else ''}{user}"


def _shown(name: str) -> str:
    shown = visible_text(name[: _LONGEST_NAME + 1])
    return shown if len(name) <= _LONGEST_NAME else f"{shown[:_LONGEST_NAME]}…"
