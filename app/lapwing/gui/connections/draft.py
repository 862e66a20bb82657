"""A connection while a person writes it: the fields of the form, and the way to and from what is saved. No Qt."""

import dataclasses
import uuid
from dataclasses import field
from typing import Final

from lapwing.domain.connections import Confirmation, Connection, Environment, SqlInEvents, Target, TransactionMode
from lapwing.domain.errors import UrlInvalid
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.domain.ssh import SshTunnel
from lapwing.domain.urls import parse_url, target_url

TLS_OPTIONS: Final = ("sslmode", "sslrootcert", "sslcert", "sslkey")
BEHAVIOUR_OPTIONS: Final = ("idle_transaction", "history", "auto_reconnect", "connect_timeout")
"""Options of the URL that have a field of their own."""
_YES_OR_NO: Final = {"yes": "1", "true": "1", "on": "1", "no": "0", "false": "0", "off": "0"}
FILE_DRIVER: Final = "sqlite"
URL_DRIVER: Final = "generic"
"""Its database is a whole URL, for SQLAlchemy."""


@dataclass(slots=True)
class Draft:
    """What stands in the form. Texts are as typed.

    Attributes:
        id: Of the saved connection; empty for a new one.
        database: A name; the path of a SQLite file; a whole URL for the generic driver.
        tls: `sslmode`, `sslrootcert`, `sslcert` and `sslkey`, where they are not empty.
        behaviour: Those of `BEHAVIOUR_OPTIONS` that are given.
        options: Further options, one `name=value` a line.
        temporary: Whether it is not to be saved.
        password: One to be kept; empty leaves what is kept as it is.
        key_password: The same for what opens the client key.
        ssh: The tunnel it goes through, which may not be one yet; None: it is reached directly.
        ssh_secret: The same as `password` for the SSH server, as the tunnel's way to log in wants it.
    """

    id: str = ""
    name: str = ""
    group: str = ""
    environment: str = Environment.NONE
    read_only: bool = False
    driver: str = "postgresql"
    host: str = ""
    port: str = ""
    database: str = ""
    username: str = ""
    password: str = ""
    key_password: str = ""
    secret: SecretPlace = field(default_factory=SecretPlace)
    tls: dict[str, str] = field(default_factory=dict)
    behaviour: dict[str, str] = field(default_factory=dict)
    options: str = ""
    mode: TransactionMode | None = None
    confirmation: Confirmation = Confirmation.NONE
    color: str = ""
    startup_sql: str = ""
    schemas: tuple[str, ...] = ()
    temporary: bool = False
    ssh: SshTunnel | None = None
    ssh_secret: str = ""
    sql_in_events: SqlInEvents = SqlInEvents.FULL
    demands_verdict: bool = False

    def take(self, target: Target) -> None:
        """Fill in where a target leads; name, group and environment stay."""
        self.driver = target.driver
        self.host, self.database, self.username = target.host, target.database, target.username
        self.port = "" if target.port is None else str(target.port)
        self.read_only = target.read_only or self.read_only
        self.tls = {name: target.options[name] for name in TLS_OPTIONS if target.options.get(name)}
        given = {name: target.options[name] for name in BEHAVIOUR_OPTIONS if target.options.get(name)}
        self.behaviour = {name: _YES_OR_NO.get(text.lower(), text) for name, text in given.items()}
        known = {*TLS_OPTIONS, *self.behaviour}
        rest = [f"{name}={value}" for name, value in target.options.items() if name not in known]
        self.options = "\n".join(rest)

    @property
    def leads_somewhere(self) -> bool:
        """Whether anything of a place was given."""
        return any(text.strip() for text in (self.host, self.database, self.username, self.port))

    def target(self) -> Target:
        """Where the fields lead, without a password.

        Raises:
            UrlInvalid: A field cannot be read; the sentence says which.
        """
        if self.driver in {FILE_DRIVER, URL_DRIVER}:
            if not self.database.strip():
                what = "the path of the file" if self.driver == FILE_DRIVER else "the URL"
                raise UrlInvalid(url="This", reason=f"{what} is missing.")
            if self.driver == URL_DRIVER:
                return dataclasses.replace(parse_url(self.database.strip()), read_only=self.read_only)
            return Target(self.driver, self.database.strip(), options=self._options(), read_only=self.read_only)
        return Target(
            self.driver,
            self.database.strip(),
            self.host.strip(),
            self._port(),
            self.username.strip(),
            {**self._options(), **{name: value for name, value in self.tls.items() if value}},
            self.read_only,
        )

    def _port(self) -> int | None:
        text = self.port.strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and 0 < int(text) < 65_536):
            raise UrlInvalid(url="This", reason="the port must be a number from 1 to 65535.")
        return int(text)

    def _options(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in self.options.splitlines():
            name, equals, value = line.partition("=")
            if not line.strip():
                continue
            if not equals or not name.strip():
                raise UrlInvalid(url="This", reason="each further option is a line of the form name=value.")
            found[name.strip()] = value.strip()
        return {**found, **self.behaviour}

    def url(self) -> str:
        """The URL that is saved.

        Raises:
            UrlInvalid, PasswordInUrl
        """
        return target_url(dataclasses.replace(self.target(), read_only=False))

    def connection(self) -> Connection:
        """What is saved; a new one gets an id.

        Raises:
            UrlInvalid, PasswordInUrl
        """
        self.id = self.id or uuid.uuid4().hex
        return Connection(
            self.id,
            self.name.strip() or self.usual_name(),
            self.url(),
            self.group.strip(),
            self.environment,
            self.read_only,
            self._secret_place() if self.takes_password else SecretPlace(),
            mode=self.mode,
            confirmation=self.confirmation,
            color=self.color,
            startup_sql=self.startup_sql,
            schemas=self.schemas,
            is_temporary=self.temporary,
            ssh=self.ssh,
            sql_in_events=self.sql_in_events,
            demands_verdict=self.demands_verdict,
        )

    def _secret_place(self) -> SecretPlace:
        """Of what is not saved, no password is kept either."""
        is_kept = self.secret.kind in {SecretKind.KEYRING, SecretKind.FILE}
        return SecretPlace(SecretKind.ASK) if self.temporary and is_kept else self.secret

    def usual_name(self) -> str:
        """A name for a connection that was given none: the database, and where it is."""
        if self.driver == FILE_DRIVER:
            return self.database.strip().rpartition("/")[2]
        if self.driver == URL_DRIVER:
            return self.database.strip().partition("://")[0]
        place = self.host.strip() or "localhost"
        return f"{self.database.strip()} on {place}" if self.database.strip() else place

    @property
    def takes_password(self) -> bool:
        return self.driver != FILE_DRIVER


def draft_of(connection: Connection) -> Draft:
    """The fields of a saved connection.

    Raises:
        UrlInvalid, PasswordInUrl: Its URL cannot be read by this version.
    """
    draft = Draft(
        connection.id,
        connection.name,
        connection.group,
        str(connection.environment),
        connection.read_only,
        secret=dataclasses.replace(connection.secret, kind=SecretKind(connection.secret.kind)),
        mode=connection.mode,
        confirmation=Confirmation(connection.confirmation),
        color=connection.color,
        startup_sql=connection.startup_sql,
        schemas=connection.schemas,
        ssh=connection.ssh,
        sql_in_events=SqlInEvents(connection.sql_in_events),
        demands_verdict=connection.demands_verdict,
    )
    draft.take(parse_url(connection.url))
    return draft
