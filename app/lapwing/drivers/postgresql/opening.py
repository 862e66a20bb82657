"""Opening a connection: which host, encrypted or not, logged in, and what to say when it does not come about.

libpq is led step by step (PQconnectStart, PQconnectPoll; PostgreSQL's manual, 34.1), one address at a time, so that
each phase is told, each has its error, and an address that does not answer leaves time for the next.
"""

import getpass
import time
from collections.abc import Iterator
from typing import Final

import psycopg
from psycopg.pq import ConnStatus, PGconn, PollingStatus
from psycopg.pq import abc as pq_abc

from lapwing.domain.connections import Phase
from lapwing.domain.errors import (
    HostUnknown,
    OpeningFailed,
    OptionInvalid,
    PasswordNeeded,
    ServerMisbehaved,
    TlsUnavailable,
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret
from lapwing.drivers.opening import Opening
from lapwing.drivers.passages import encryption_through
from lapwing.drivers.postgresql.gate import Gate
from lapwing.drivers.postgresql.libpq import conninfo, say_sqlstate, tls_attribute
from lapwing.drivers.postgresql.login import Host, Login
from lapwing.drivers.postgresql.password_file import password_for
from lapwing.drivers.postgresql.refusals import Refusal, may_try_another, opening_refused
from lapwing.drivers.sockets import is_ready, resolve, unreachable

_PHASES: Final = {
    ConnStatus.NEEDED: Phase.CONNECT,
    ConnStatus.STARTED: Phase.CONNECT,
    ConnStatus.MADE: Phase.CONNECT,
    ConnStatus.SSL_STARTUP: Phase.TLS,
    ConnStatus.GSS_STARTUP: Phase.TLS,
    ConnStatus.AWAITING_RESPONSE: Phase.LOG_IN,
    ConnStatus.AUTHENTICATING: Phase.LOG_IN,
    ConnStatus.AUTH_OK: Phase.LOG_IN,
    ConnStatus.CHECK_WRITABLE: Phase.LOG_IN,
    ConnStatus.CHECK_TARGET: Phase.LOG_IN,
    ConnStatus.CHECK_STANDBY: Phase.LOG_IN,
}
_ORDER: Final = (Phase.CONNECT, Phase.TLS, Phase.LOG_IN)
_LOOK_S: Final = 0.05
_NOT_ENCRYPTED: Final = "The server offers no encryption to this user: everything is sent as it is."
_NO_PROMPT: Final = "-"
"""Given for the passphrase of a key that has none, or else OpenSSL would ask for one on the terminal."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that is logged in, before its first query."""

    conn: pq_abc.PGconn
    host: Host
    encryption: str
    """In words; empty when nothing is encrypted."""
    notes: tuple[str, ...] = ()
    gate: Gate | None = None
    """Through which it went, and its cancels go."""

    def close(self) -> None:
        self.conn.finish()
        if self.gate is not None:
            self.gate.close()


def open_connection(login: Login, opening: Opening) -> Opened:
    """Connect to the first host that will do.

    Raises:
        OpeningFailed: What the last one said, or why none could be tried.
        PasswordNeeded: None was given, and the server wants one.
        ServerMisbehaved: What answers is no PostgreSQL server, or a broken one.
    """
    rounds = ("standby", "any") if login.attributes == "prefer-standby" else (login.attributes,)
    failure: OpeningFailed | None = None
    for attributes in rounds:
        places = list(_places(login, opening))
        for number, host in enumerate(places, 1):
            try:
                return _open_host(login, host, attributes, opening, len(places) - number)
            except OpeningFailed as error:
                if not may_try_another(error):
                    raise
                failure = error
    assert failure is not None
    raise failure


def _places(login: Login, opening: Opening) -> Iterator[Host]:
    """Each host with each of its addresses.

    Raises:
        HostUnknown: None of the hosts has any.
    """
    unknown: HostUnknown | None = None
    found = False
    for host in login.hosts:
        if host.is_socket or host.address or login.passage is not None:
            found = True
            yield host
            continue
        try:
            addresses = resolve(opening, host.name, host.port)
        except HostUnknown as error:
            unknown = unknown or error
            continue
        found = True
        yield from (Host(host.name, address, host.port) for _, address in addresses)
    if not found and unknown is not None:
        raise unknown


def _open_host(login: Login, host: Host, attributes: str, opening: Opening, others: int) -> Opened:
    """One address. `prefer` means: encrypted, or else not, where the server says that it does not encrypt."""
    if host.is_socket:
        return _Attempt(login, host, "disable", attributes, opening, others).open()
    mode = login.tls.mode
    if mode != "prefer":
        return _Attempt(login, host, mode, attributes, opening, others).open()
    try:
        return _Attempt(login, host, "require", attributes, opening, others).open()
    except TlsUnavailable:
        pass
    except OpeningFailed as error:
        if error.facts.get("sqlstate") != "28000" or login.more.get("sslnegotiation") == "direct":
            raise  # 28000 is no line of pg_hba.conf for this user with encryption; there may be one without
    return _Attempt(login, host, "disable", attributes, opening, others).open(_NOT_ENCRYPTED)


class _Attempt:
    """One address, one way of encrypting."""

    def __init__(self, login: Login, host: Host, tls_mode: str, attributes: str, opening: Opening, others: int) -> None:
        self._login = login
        self._host = host
        self._tls_mode = tls_mode
        self._opening = opening
        self._others = others
        self._gate: Gate | None = None
        self._parameters = self._all_parameters(attributes)
        self._until = time.monotonic() + opening.left_s() / (others + 1)
        """Connecting may take an equal part of the time that is left, so that the other addresses are tried too."""

    def open(self, note: str = "") -> Opened:
        if self._login.passage is not None:
            self._gate = Gate(self._login.passage, self._host.address or self._host.name, self._host.port)
            self._parameters |= {"hostaddr": self._gate.address, "port": str(self._gate.port)}
        try:
            return self._open(note)
        except BaseException:
            if self._gate is not None:
                self._gate.close()
            raise

    def _open(self, note: str) -> Opened:
        opening = self._opening
        if self._gate is None:  # otherwise the passage tells of itself before
            opening.begin(Phase.CONNECT)
        try:
            conn = PGconn.connect_start(conninfo(self._parameters))
        except ValueError as error:
            raise self._invalid(str(error), "it holds a NUL character, or half a character.") from None
        try:
            self._see_options(conn)
            say_sqlstate(conn)
            self._let_in(conn)
            self._lead(conn)
        except psycopg.OperationalError as error:
            raise self._refused(conn) from error
        except BaseException:
            conn.finish()
            raise
        opening.passed_phase()
        passage = self._login.passage
        notes = (note,) if note and not self._host.is_socket and passage is None else ()
        encryption = encryption_through(passage, self._encryption(conn))
        return Opened(conn, self._host, encryption, notes, self._gate)

    def _invalid(self, option: str, reason: str) -> OptionInvalid:
        return OptionInvalid(option=option, connection=self._opening.connection, reason=reason, server="")

    def _see_options(self, conn: pq_abc.PGconn) -> None:
        """Raise what libpq says of the parameters before it connects."""
        words = conn.get_error_message().strip()
        if conn.status == ConnStatus.BAD and "connection to server" not in words:
            named = next((name for name in self._login.more if name in words), "")
            raise self._invalid(named or "(one of libpq's)", f"{words}.")

    def _let_in(self, conn: pq_abc.PGconn) -> None:
        if self._gate is None:
            return
        try:
            self._gate.let_in(conn.socket, self._opening)
        except OSError as error:
            raise unreachable(self._opening, f"{self._host.name}, port {self._host.port}", f"{error}.") from error
        self._opening.begin(Phase.CONNECT)

    def _all_parameters(self, attributes: str) -> dict[str, str]:
        login, host, alive = self._login, self._host, self._login.alive
        tls = login.tls
        secrets = {name: secret.reveal() for name, secret in self._secrets().items()}
        encrypted = self._tls_mode != "disable"
        return {
            **login.more,
            "sslpassword": _NO_PROMPT,
            **secrets,
            "host": host.name,
            "hostaddr": host.address,
            "port": str(host.port),
            "user": login.user,
            "dbname": login.database,
            "client_encoding": "UTF8",
            "target_session_attrs": attributes,
            "sslmode": self._tls_mode,
            "sslrootcert": tls.ca,
            "sslcert": tls.certificate,
            "sslkey": tls.key,
            "sslcrl": tls.crl,
            "require_auth": login.more.get("require_auth", "" if encrypted or host.is_socket else "!password"),
            "keepalives": "1" if alive.idle_s else "0",
            "keepalives_idle": str(alive.idle_s),
            "keepalives_interval": str(alive.interval_s),
            "keepalives_count": str(alive.count),
            "tcp_user_timeout": str(alive.user_timeout_s * 1000),
        }

    def _secrets(self) -> dict[str, Secret]:
        """Those of the log-in; through a passage also what libpq would find in its password file for this host."""
        login = self._login
        if login.passage is None or "password" in login.secrets:
            return login.secrets
        place = self._host.name, self._host.port
        found = password_for(place, login.user or getpass.getuser(), login.database, login.more.get("passfile", ""))
        return login.secrets if found is None else {**login.secrets, "password": found}

    def _lead(self, conn: pq_abc.PGconn) -> None:
        """Let libpq take step after step until the session is there.

        Raises:
            OpeningFailed
        """
        polled = PollingStatus.WRITING
        while polled not in {PollingStatus.OK, PollingStatus.FAILED}:
            self._wait(conn, to_write=polled == PollingStatus.WRITING)
            polled = PollingStatus(conn.connect_poll())
            self._tell_phase(conn)
        if polled == PollingStatus.FAILED:
            raise self._refused(conn)

    def _wait(self, conn: pq_abc.PGconn, *, to_write: bool) -> None:
        opening = self._opening
        if not self._others or opening.phase is not Phase.CONNECT:
            opening.wait(conn.socket, to_write=to_write, to_read=not to_write)
            return
        while not is_ready(conn.socket, to_write=to_write, within_s=min(_LOOK_S, opening.left_s())):
            if time.monotonic() > self._until:
                place = f"{self._host.name}, port {self._host.port}"
                raise unreachable(opening, place, f"{self._host.address} does not answer.")

    def _tell_phase(self, conn: pq_abc.PGconn) -> None:
        phase = _PHASES.get(ConnStatus(conn.status))
        opening = self._opening
        if phase is None or opening.phase is None or _ORDER.index(phase) <= _ORDER.index(opening.phase):
            return  # libpq is back at CONNECTION_MADE when the encryption stands
        if opening.phase is Phase.CONNECT:
            host = self._host
            opening.passed_phase(host.name if host.is_socket else f"{host.address or host.name}, port {host.port}")
        elif opening.phase is Phase.TLS:
            opening.passed_phase(f"{tls_attribute(conn, 'protocol')}, {tls_attribute(conn, 'cipher')}")
        opening.begin(phase)

    def _encryption(self, conn: pq_abc.PGconn) -> str:
        protocol = tls_attribute(conn, "protocol").replace("TLSv", "TLS ")
        checked = {
            "verify-full": "certificate verified",
            "verify-ca": "certificate verified, but not its name",
        }.get(self._tls_mode, "certificate not verified")
        return f"{protocol}, {checked}" if protocol else ""

    def _refused(self, conn: pq_abc.PGconn) -> OpeningFailed | PasswordNeeded | ServerMisbehaved:
        refusal = Refusal(
            conn.error_message.decode("utf-8", "backslashreplace"),
            needs_password=conn.needs_password,
            user=conn.user.decode("utf-8", "backslashreplace") if conn.user else self._login.user,
            database=self._login.database,
        )
        conn.finish()
        return opening_refused(refusal, self._login, self._host, self._opening)
