"""The parts of a URL as text (RFC 3986): percent escapes, hosts, options. No error repeats a part of a URL.

Bytes that are not UTF-8 become halves of characters, as Python does it with paths (PEP 383), and the other way round.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple
from urllib.parse import quote, unquote_to_bytes

from lapwing.domain.late_dataclass import dataclass

SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.\-_]*)://")
_BAD_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST: Final = re.compile(r"(?:\[([^\[\]]*)\]|([^:\[\]]*))(?::([0-9]{0,5}))?")
_AUTHORITY_END: Final = re.compile(r"[/?#]")
_MOST_PORTS: Final = 65_535
_IN_VALUES: Final = "/:,"
"""Written as they are in options, because paths are easier to read like that."""
_SECRET_WORDS: Final = [
    "password",
    "passwd",
    "pwd",
    "secret",
    "token",
    "passphrase",
    "credentials_base64",
    "api_key",
    "apikey",
    "access_key",
    "accesskey",
    "private_key",
]
_NO_SECRETS: Final = frozenset({"private_key_path", "private_key_file"})


class Malformed(ValueError):
    """A part of a URL that cannot be read; `reason` is a sentence that repeats nothing of it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Host(NamedTuple):
    """A server's place. A name that begins with / is the folder of a Unix socket, with @ an abstract one."""

    name: str
    port: int | None = None
    """None: the usual one of the kind of server."""

    def __str__(self) -> str:
        name = f"[{self.name}]" if ":" in self.name and not self.name.startswith("/") else self.name
        return name if self.port is None else f"{name}:{self.port}"


@dataclass(frozen=True, slots=True, repr=False)
class UrlParts:
    """What stands behind `scheme://`, nothing of it decoded."""

    authority: str
    path: str
    """Begins with a slash, or is empty."""
    query: str
    fragment: str | None


def split_url(rest: str) -> UrlParts:
    """Take apart what stands behind `scheme://`."""
    end = _AUTHORITY_END.search(rest)
    at = end.start() if end else len(rest)
    before, hash_sign, fragment = rest[at:].partition("#")
    path, _, query = before.partition("?")
    return UrlParts(rest[:at], path, query, fragment if hash_sign else None)


def decoded(text: str) -> str:
    """`text` without its percent escapes.

    Raises:
        Malformed: An escape is incomplete, or means NUL.
    """
    if _BAD_ESCAPE.search(text):
        raise Malformed("a % has to be written as %25.")
    try:
        found = unquote_to_bytes(text.encode("utf-8", "surrogateescape")).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        found = "\0"
    if "\0" in found:
        raise Malformed("it holds a character that no name can have.")
    return found


def escaped(text: str, safe: str = "") -> str:
    """`text` with everything escaped that is neither an ASCII letter or digit nor one of `-._~`, nor in `safe`.

    Raises:
        Malformed: It holds half a character that stands for no byte.
    """
    try:
        return quote(text.encode("utf-8", "surrogateescape"), safe=safe)
    except UnicodeEncodeError:
        pass
    raise Malformed("it holds half a character.")


def split_hosts(text: str) -> list[Host]:
    """The hosts of an authority: one or several with commas between them, each with its port or without.

    Raises:
        Malformed
    """
    hosts = []
    for part in text.split(","):
        found = _HOST.fullmatch(part)
        port = int(found[3]) if found and found[3] else None
        if not found or (port is not None and not 1 <= port <= _MOST_PORTS):
            raise Malformed("its host or port cannot be read.")
        hosts.append(Host(decoded(found[2] if found[1] is None else found[1]), port))
    return hosts


def joined_hosts(hosts: Iterable[Host]) -> str:
    """The opposite of `split_hosts`.

    Raises:
        Malformed
    """
    written = []
    for name, port in hosts:
        is_address = ":" in name and not name.startswith("/")
        shown = f"[{escaped(name, ':')}]" if is_address else escaped(name)
        written.append(shown if port is None else f"{shown}:{port}")
    return ",".join(written)


def host_fields(hosts: list[Host]) -> tuple[str, int | None, str]:
    """What `Target` keeps of hosts: the names with commas between them, the port of all, or else a list of ports."""
    ports = {host.port for host in hosts}
    names = ",".join(host.name for host in hosts)
    if len(ports) == 1:
        return names, ports.pop(), ""
    return names, None, ",".join("" if host.port is None else str(host.port) for host in hosts)


def split_options(query: str) -> dict[str, str]:
    """`name=value` pairs with & between them; a plus sign is a plus sign, as in libpq's URIs.

    Raises:
        Malformed: One has no name or no =, or a name comes twice.
    """
    options: dict[str, str] = {}
    for part in filter(None, query.split("&")):
        name, equals, value = part.partition("=")
        if not equals or not name:
            raise Malformed("each of its options has to be written as name=value.")
        if decoded(name) in options:
            raise Malformed("one of its options is there twice.")
        options[decoded(name)] = decoded(value)
    return options


def joined_options(options: Iterable[tuple[str, str]]) -> str:
    """The opposite of `split_options`, with its question mark; empty when there are none.

    Raises:
        Malformed
    """
    pairs = [f"{escaped(name)}={escaped(value, _IN_VALUES)}" for name, value in options]
    return f"?{'&'.join(pairs)}" if pairs else ""


def names_secret(option: str) -> bool:
    """Whether an option of this name holds a password or something as good as one."""
    name = option.lower()
    return name not in _NO_SECRETS and (name == "pass" or any(word in name for word in _SECRET_WORDS))
