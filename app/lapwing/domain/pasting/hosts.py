"""Hosts and ports as programs write them: lists, `host,port` of SQL Server, addresses with and without brackets."""

import re
from typing import Final

from lapwing.domain.url_text import Host, Malformed

_SOCKET_FILE: Final = re.compile(r"(.*)/\.s\.PGSQL\.([0-9]{1,5})", re.DOTALL)
_NO_HOST: Final = re.compile(r"[^\s,]\s+[^\s,]|[=;]")
_PORT: Final = re.compile(r"[0-9]{1,5}")
_UNREADABLE: Final = "its host or port cannot be read."


def pasted_hosts(hosts: str, ports: str) -> list[Host]:
    """Each host with its port; `ports` holds one for all, or as many as there are hosts, or nothing.

    Raises:
        Malformed
    """
    if not hosts.startswith("/") and _NO_HOST.search(hosts.strip()):
        raise Malformed(_UNREADABLE)
    found = [_host(part.strip()) for part in hosts.split(",")]
    if not ports.strip():
        return found
    numbers = [_port(part.strip()) for part in ports.split(",")]
    if len(numbers) not in {1, len(found)}:
        raise Malformed("it has not as many ports as hosts.")
    numbers = numbers * len(found) if len(numbers) == 1 else numbers
    return [
        Host(host.name, number if host.port is None else host.port) for host, number in zip(found, numbers, strict=True)
    ]


def _host(text: str) -> Host:
    if text.startswith("["):
        name, bracket, port = text[1:].partition("]")
        if not bracket or (port and not port.startswith(":")):
            raise Malformed(_UNREADABLE)
        return Host(name, _port(port[1:]))
    if text.count(":") == 1 and not text.startswith(("/", "@")):
        name, _, port = text.partition(":")
        return Host(name, _port(port))
    return Host(text)


def _port(text: str) -> int | None:
    if not text:
        return None
    if not _PORT.fullmatch(text) or not 1 <= int(text) <= 65_535:
        raise Malformed(_UNREADABLE)
    return int(text)


def socket_place(path: str) -> Host:
    """PostgreSQL's socket: its folder, with the port that is in the name of the file."""
    found = _SOCKET_FILE.fullmatch(path)
    return Host(found[1], _port(found[2])) if found else Host(path)


def sql_server_host(host: str, port: str) -> tuple[str, str]:
    r"""Host and port of SQL Server's `tcp:host\instance,port` (Microsoft's documentation of SqlConnection)."""
    name, comma, number = host.removeprefix("tcp:").partition(",")
    name = "localhost" + name.strip()[1:] if name.strip().startswith(".") else name.strip()
    name = "localhost" + name[7:] if name.lower().startswith("(local)") else name
    return name, number.strip() if comma else port
