"""With what a PostgreSQL connection is opened: the target, completed as libpq would complete it.

What the target says counts first, then the service it names (or PGSERVICE), then the PG variables of the environment,
then what is usual here: encryption by `drivers.tls`, keep-alives, ten seconds for all, `application_name=Lapwing`.
"""

import os
import random
import ssl
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing.domain.connections import METADATA_NAME, MONITOR_NAME, Target
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret
from lapwing.domain.targets import hosts_of
from lapwing.drivers.opening import CONNECT_TIMEOUT_S
from lapwing.drivers.passages import Passage
from lapwing.drivers.postgresql.libpq import keywords
from lapwing.drivers.postgresql.service_file import ServiceMissing, service_parameters
from lapwing.drivers.refusing import KeyLocked, Refused, refusals_of
from lapwing.drivers.sockets import KeepAlive, keep_alive, whole_option
from lapwing.drivers.tls import TlsPolicy, tls_policy

PORT: Final = 5432
_SOCKET_FOLDERS: Final = ("/var/run/postgresql", "/tmp")  # noqa: S108 - Debian's, and PostgreSQL's own
_SYSTEM_CERTIFICATES: Final = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Alpine, Arch
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # SUSE
    "/etc/ssl/cert.pem",  # macOS, BSD
)
_PLACED: Final = frozenset({"host", "hostaddr", "port", "user", "dbname", "password", "service"})
_SECRET: Final = frozenset(
    {"password", "sslpassword", "scram_client_key", "scram_server_key", "oauth_client_secret", "sslkeylogfile"}
)
_OURS: Final = frozenset(
    {"connect_timeout", "client_encoding", "fallback_application_name", "load_balance_hosts", "target_session_attrs",
     "keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout",
     "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "sslcompression", "passfile"}
)  # fmt: skip
ATTRIBUTES: Final = ("any", "read-write", "read-only", "primary", "standby", "prefer-standby")
_ENCODINGS: Final = ("UTF8", "SQL_ASCII")
_BOOLEANS: Final = {"0": "0", "1": "1"}


@dataclass(frozen=True, slots=True)
class Host:
    """One of the hosts to try.

    Attributes:
        name: As it stands in certificates and password files; a socket's folder; never empty.
        address: A numeric address that is given, or empty.
    """

    name: str
    address: str
    port: int

    @property
    def is_socket(self) -> bool:
        return not self.address and self.name.startswith(("/", "@"))


@dataclass(frozen=True, slots=True)
class Login:
    """What is needed to open a session.

    Attributes:
        user: Empty: as libpq has it, the user of this process.
        database: Empty: the user's name.
        attributes: Which servers will do, one of `ATTRIBUTES`.
        encoding: That of the client, as an option says; empty: UTF8, or none where the database has none.
        more: Further connection parameters for libpq, without secrets.
        secrets: Under libpq's names.
        passage: Leads to the hosts, which are named as its far side knows them; None: they are reached directly.
    """

    hosts: tuple[Host, ...]
    user: str
    database: str
    tls: TlsPolicy
    alive: KeepAlive
    timeout_s: float
    attributes: str
    encoding: str
    more: dict[str, str]
    secrets: dict[str, Secret]
    passage: Passage | None = None


def login_for(
    target: Target, connection: str, environ: Mapping[str, str] = os.environ, passage: Passage | None = None
) -> Login:
    """Everything that is to be known before anybody is asked.

    Args:
        connection: In words, for errors.
        passage: Leads to the target's hosts.

    Raises:
        OptionInvalid: An option has no meaning, or no such value.
        KeyPassphraseNeeded: The client's key is encrypted.
    """
    with refusals_of(connection, target.username):
        return _Reader(target, environ, passage).login()


class _Reader:
    """Puts a login together from a target, a service and an environment."""

    def __init__(self, target: Target, environ: Mapping[str, str], passage: Passage | None) -> None:
        self._environ = environ
        self._passage = passage
        self._given = {name: text for name, text in target.options.items() if text}
        self._refuse_unknown()
        service = self._service()
        self._service_secret = service.pop("password", "")
        fields = {"host": target.host, "user": target.username, "dbname": target.database}
        fields |= {"port": str(target.port) if target.port is not None else ""}
        self._said = service | self._given | {name: text for name, text in fields.items() if text}
        self._target = replace(target, options={**self._of_environ(), **self._said})

    def _refuse_unknown(self) -> None:
        for name in self._given:
            if name in _SECRET:
                raise Refused(name, "a secret does not belong in a URL, nor a file that secrets are written to.")
            if name not in keywords():
                raise Refused(name, "PostgreSQL has no such connection parameter.")

    def _service(self) -> dict[str, str]:
        name = self._given.get("service") or self._environ.get("PGSERVICE", "")
        if not name:
            return {}
        try:
            found = service_parameters(name, self._environ)
        except ServiceMissing as missing:
            raise Refused("service", str(missing)) from missing
        for option in found:
            if option not in keywords() or option == "service":
                raise Refused("service", f"the service {name!r} sets {option!r}, which is no connection parameter.")
        return found

    def _of_environ(self) -> dict[str, str]:
        found = {name: self._environ.get(variable, "") for name, variable in keywords().items() if variable}
        return {name: text for name, text in found.items() if text and name not in _SECRET | {"service"}}

    def _value(self, name: str, usual: str = "") -> str:
        return self._target.options.get(name) or usual

    def login(self) -> Login:
        hosts = self._hosts()
        names = ",".join(host.name for host in hosts)
        tls = tls_policy(replace(self._target, host=names if len(hosts) > 1 else hosts[0].name))
        more = {name: text for name, text in self._said.items() if name not in _PLACED | _OURS}
        more.setdefault("application_name", self._value("application_name", "Lapwing"))
        if self._target.is_metadata:
            more["application_name"] = METADATA_NAME
        if self._target.is_monitor:
            more["application_name"] = MONITOR_NAME
        more.setdefault("gssencmode", self._value("gssencmode", "disable"))
        if self._value("passfile"):
            more["passfile"] = os.path.expanduser(self._value("passfile"))
        return Login(
            hosts,
            self._value("user"),
            self._value("dbname"),
            _with_system_certificates(tls),
            keep_alive(self._target),
            whole_option(self._target, "connect_timeout", 0) or CONNECT_TIMEOUT_S,
            self._one_of("target_session_attrs", ATTRIBUTES, "any"),
            self._encoding(),
            more,
            self._secrets(tls),
            self._passage,
        )

    def _one_of(self, option: str, values: tuple[str, ...], usual: str) -> str:
        value = self._value(option, usual)
        if value not in values:
            raise Refused(option, f"it must be one of {', '.join(values)}, not {value!r}.")
        return value

    def _encoding(self) -> str:
        """Only what a person says counts here: PGCLIENTENCODING is about what a terminal shows."""
        value = self._given.get("client_encoding", "")
        if value.upper().replace("-", "") in {"", "AUTO"}:
            return ""
        for encoding in _ENCODINGS:
            if value.upper().replace("-", "") == encoding:
                return encoding
        raise Refused("client_encoding", "text comes as UTF8, or with SQL_ASCII just as it is stored.")

    def _hosts(self) -> tuple[Host, ...]:
        """The hosts in the order in which they are tried."""
        names, addresses = self._value("host"), self._value("hostaddr").split(",")
        try:
            found = hosts_of(replace(self._target, host=names, port=None, options={"port": self._value("port")}))
        except ValueError as error:
            raise Refused("port", "there are not as many ports as hosts, or one is no port.") from error
        if addresses != [""] and len(addresses) != len(found):
            if names:
                raise Refused("hostaddr", "there are not as many addresses as hosts.")
            found = tuple(found[0]._replace(name="") for _ in addresses)
        addresses = addresses if addresses != [""] else [""] * len(found)
        hosts = [
            self._host(place.name, address, place.port or PORT) for place, address in zip(found, addresses, strict=True)
        ]
        if self._one_of("load_balance_hosts", ("disable", "random"), "disable") == "random":
            random.shuffle(hosts)
        return tuple(hosts)

    def _host(self, name: str, address: str, port: int) -> Host:
        if self._passage is None:
            return _host(name, address, port)
        if name.startswith(("/", "@")):
            raise Refused("host", "through an SSH tunnel a server is reached by its name or address, not by a socket.")
        return Host(name or address or "localhost", address, port)

    def _secrets(self, tls: TlsPolicy) -> dict[str, Secret]:
        found: dict[str, Secret] = {}
        password, key_password = self._target.password, self._target.key_password
        if password is None and self._service_secret:
            password = Secret(self._service_secret)
        if password is not None:
            found["password"] = password
        if key_password is not None:
            found["sslpassword"] = key_password
        elif tls.wanted and _is_locked(tls.key or "~/.postgresql/postgresql.key"):
            raise KeyLocked
        return found


def _host(name: str, address: str, port: int) -> Host:
    if name or address:
        return Host(name or address, address, port)
    for folder in _SOCKET_FOLDERS:
        if os.path.exists(f"{folder}/.s.PGSQL.{port}"):
            return Host(folder, "", port)
    return Host("localhost", "", port)


def _is_locked(path: str) -> bool:
    """Whether a client's key is encrypted (PEM, RFC 7468 and RFC 1421); OpenSSL would ask for it on a terminal."""
    try:
        with open(os.path.expanduser(path), "rb") as file:
            return b"ENCRYPTED" in file.read(2_000)
    except OSError:
        return False  # it is not there, or libpq will say why it cannot be read


def _with_system_certificates(tls: TlsPolicy) -> TlsPolicy:
    """The policy with the file of the system's authorities, which psycopg's own OpenSSL does not know.

    It is what `system` means, and what a check goes by when no file is named and libpq's usual one is not there.
    """
    if tls.ca != "system" and (tls.ca or not tls.verifies or Path("~/.postgresql/root.crt").expanduser().exists()):
        return tls
    usual = ssl.get_default_verify_paths().cafile
    for path in (usual, *_SYSTEM_CERTIFICATES):
        if path and os.path.exists(path):
            return replace(tls, ca=path)
    return tls
