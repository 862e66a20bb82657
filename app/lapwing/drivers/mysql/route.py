"""With what a MySQL connection is opened: the target, completed as the server's own client would complete it.

What the target says counts first, then the option files, then the variables that the client reads (MYSQL_HOST,
MYSQL_TCP_PORT, MYSQL_UNIX_PORT, MYSQL_PWD), then what is usual here: encryption by `drivers.tls`, keep-alives, ten
seconds for all.
"""

import getpass
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing.domain.connections import METADATA_NAME, MONITOR_NAME, Target
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret
from lapwing.drivers.mysql.option_files import OptionFileInvalid, client_options
from lapwing.drivers.opening import CONNECT_TIMEOUT_S
from lapwing.drivers.passages import Passage
from lapwing.drivers.refusing import KeyLocked, Refused, refusals_of
from lapwing.drivers.sockets import KeepAlive, keep_alive, whole_option
from lapwing.drivers.tls import TlsPolicy, tls_policy

PORT: Final = 3306
_SOCKETS: Final = ("/run/mysqld/mysqld.sock", "/var/lib/mysql/mysql.sock", "/tmp/mysql.sock")  # noqa: S108
OPTIONS: Final = frozenset(
    {"sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "connect_timeout", "application_name", "keepalives",
     "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "unix_socket", "charset",
     "collation", "defaults_file", "server_public_key"}
)  # fmt: skip
_CHARSETS: Final = frozenset({"", "utf8", "utf-8", "utf8mb3", "utf8mb4"})
_COLLATION: Final = re.compile(r"utf8mb4_\w{1,60}|uca1400_\w{1,60}|", re.ASCII)
_TLS_MODES: Final = {
    "DISABLED": "disable", "PREFERRED": "prefer", "REQUIRED": "require", "VERIFY_CA": "verify-ca",
    "VERIFY_IDENTITY": "verify-full",
}  # fmt: skip
_FILES: Final = {"ssl-ca": "sslrootcert", "ssl-cert": "sslcert", "ssl-key": "sslkey", "ssl-crl": "sslcrl",
                 "server-public-key-path": "server_public_key"}  # fmt: skip
_NO: Final = frozenset({"0", "off", "false"})


@dataclass(frozen=True, slots=True)
class Route:
    """Where to and how.

    Attributes:
        socket: The path of a Unix socket; empty: TCP to `host` and `port`.
        collation: Of the connection; empty: the server's usual one for utf8mb4.
        server_key: A file with the server's RSA key, for passwords without TLS; empty: it is asked for its key.
        passage: Leads to the host, which is named as its far side knows it; None: it is reached directly.
    """

    host: str
    port: int
    socket: str
    user: str
    password: Secret | None
    database: str
    tls: TlsPolicy
    key_password: Secret | None
    alive: KeepAlive
    timeout_s: float
    program: str
    collation: str
    server_key: str
    passage: Passage | None = None

    @property
    def words(self) -> str:
        """For messages where nobody gave the connection a name."""
        place = self.socket or (self.host if self.port == PORT else f"{self.host}, port {self.port}")
        return f"{self.database} on {place}" if self.database else place


def route_for(
    target: Target, connection: str, environ: Mapping[str, str] = os.environ, passage: Passage | None = None
) -> Route:
    """Everything that is to be known before anybody is asked.

    Args:
        connection: In words, for errors.
        passage: Leads to the target's host.

    Raises:
        OptionInvalid: An option has no meaning, or no such value; an option file cannot be read.
        KeyPassphraseNeeded: The client's key is encrypted.
    """
    with refusals_of(connection, target.username):
        return _Reader(target, environ, passage).route()


class _Reader:
    """Puts a route together from a target, option files and an environment."""

    def __init__(self, target: Target, environ: Mapping[str, str], passage: Passage | None) -> None:
        self._environ = environ
        self._passage = passage
        self._target = target
        self._given = {name.replace("-", "_"): text for name, text in target.options.items() if text}
        for name in self._given:
            if name not in OPTIONS:
                raise Refused(name, "there is no such option for MySQL and MariaDB.")
        try:
            self._filed = client_options(environ, self._given.get("defaults_file", ""))
        except OptionFileInvalid as error:
            raise Refused("defaults_file", str(error)) from error

    def route(self) -> Route:
        host, port, socket = self._place()
        options = self._tls_options() | self._given
        completed = replace(self._target, host="" if socket else host, options=options)
        tls = tls_policy(completed)
        if tls.key and self._target.key_password is None and _is_locked(tls.key):
            raise KeyLocked
        return Route(
            host,
            port,
            socket,
            self._target.username or self._filed.get("user") or getpass.getuser(),
            self._password(),
            self._target.database or self._filed.get("database", ""),
            tls,
            self._target.key_password,
            keep_alive(completed),
            whole_option(completed, "connect_timeout", 0) or CONNECT_TIMEOUT_S,
            self._program(),
            self._collation(),
            options.get("server_public_key", ""),
            self._passage,
        )

    def _program(self) -> str:
        """What the session calls itself."""
        if self._target.is_monitor:
            return MONITOR_NAME
        return METADATA_NAME if self._target.is_metadata else self._given.get("application_name", "Lapwing")

    def _place(self) -> tuple[str, int, str]:
        """Host, port and socket; the socket is empty where TCP is to be used.

        No host, and `localhost` without a port, mean the socket, as for the client; where there is none, TCP is tried.
        """
        given = self._given.get("unix_socket", "")
        host = self._target.host or ("" if given else self._filed.get("host") or self._environ.get("MYSQL_HOST", ""))
        if host.startswith("/"):
            given, host = host, ""
        port = self._target.port or self._number("port", self._filed.get("port") or self._environ.get("MYSQL_TCP_PORT"))
        if self._passage is not None:
            if given:
                raise Refused("unix_socket", "through an SSH tunnel a server is reached by its name or address.")
            return host or "localhost", port, ""
        is_tcp = self._filed.get("protocol", "").lower() == "tcp" or self._target.port is not None
        if given or (host in {"", "localhost"} and not is_tcp):
            socket = given or self._usual_socket()
            if socket or not host:
                return host or "localhost", port, socket or _SOCKETS[0]
        return host or "localhost", port, ""

    def _usual_socket(self) -> str:
        named = self._filed.get("socket") or self._environ.get("MYSQL_UNIX_PORT", "")
        return named or next((path for path in _SOCKETS if os.path.exists(path)), "")

    def _number(self, option: str, text: str | None) -> int:
        if not text:
            return PORT
        if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65_536:
            raise Refused(option, f"it must be a number up to 65535, not {text!r}.")
        return int(text)

    def _password(self) -> Secret | None:
        if self._target.password is not None:
            return self._target.password
        text = self._filed.get("password") or self._environ.get("MYSQL_PWD", "")
        return Secret(text) if text else None

    def _collation(self) -> str:
        charset = self._given.get("charset", "")
        if charset.lower() not in _CHARSETS:
            raise Refused("charset", "text always comes as utf8mb4, whatever the tables hold.")
        collation = self._given.get("collation", "")
        if not _COLLATION.fullmatch(collation):
            raise Refused("collation", "it must be one for utf8mb4, such as utf8mb4_general_ci.")
        return collation

    def _tls_options(self) -> dict[str, str]:
        """What the option files say of TLS, in our names."""
        filed = self._filed
        found = {ours: filed[theirs] for theirs, ours in _FILES.items() if filed.get(theirs)}
        if "ssl-mode" in filed:
            mode = _TLS_MODES.get(filed["ssl-mode"].upper())
            if mode is None:
                raise Refused("ssl-mode", f"no client knows the mode {filed['ssl-mode']!r}.")
            found["sslmode"] = mode
        elif filed.get("ssl", "1").lower() in _NO:
            found["sslmode"] = "disable"
        elif filed.get("ssl-verify-server-cert", "0").lower() not in _NO:
            found["sslmode"] = "verify-full"
        return found


def _is_locked(path: str) -> bool:
    """Whether a client's key is encrypted (PEM, RFC 7468 and RFC 1421); OpenSSL would ask for it on a terminal."""
    try:
        return b"ENCRYPTED" in Path(path).read_bytes()[:2_000]
    except OSError:
        return False  # loading it says why it cannot be read
