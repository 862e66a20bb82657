"""Opening a session: its secrets are fetched, then its driver connects."""

import dataclasses
import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

from lapwing.domain.connections import Connection, Phase, Surroundings, Target
from lapwing.domain.errors import (
    HostUnknown,
    LapwingError,
    LoginRefused,
    OpeningFailed,
    OpeningTimedOut,
    ServerUnreachable,
    SessionRefused,
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secret_errors import KeyPassphraseNeeded
from lapwing.domain.secrets import PASSWORD, TLS_KEY, Secret, redact
from lapwing.domain.ssh_errors import SshDropped, SshForwardRefused
from lapwing.drivers.base import Session
from lapwing.drivers.opening import Opening
from lapwing.engine.connections.starting import cancelled_in_time, run_startup
from lapwing.engine.connections.tunnelling import Needs, Tunnelling
from lapwing.engine.connections.ways import Way
from lapwing.engine.tunnels.service import TunnelsService

_SECRET_S: Final = 300.0
"""A keyring may ask a person for its own password meanwhile."""
_MAY_PASS: Final = (
    HostUnknown,
    ServerUnreachable,
    OpeningTimedOut,
    SessionRefused,
    SshDropped,
    SshForwardRefused,
)
"""What may be over with the next attempt; a refused log-in, for one, is not, and may lock the account."""
_KEY_FILE_BYTES: Final = 1 << 20


class FindsSecrets(Needs, Protocol):
    """Where secrets come from. Any thread."""

    def find(self, connection: Connection, purpose: str) -> Secret | None:
        """Blocking; raises `PasswordNeeded` when a person has to be asked, and what keeps one from being fetched."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A session, and where it was at first."""

    session: Session
    surroundings: Surroundings


class Opener:
    """Opens sessions. Any thread; the one that opens a session owns it."""

    def __init__(self, secrets: FindsSecrets, tunnels: TunnelsService) -> None:
        self._secrets = secrets
        self._tunnelling = Tunnelling(tunnels, secrets)
        self._guard = threading.Lock()
        self._finding: dict[str, threading.Lock] = {}

    def open(self, way: Way, opening: Opening) -> Opened:
        """Connect and look where it led to; blocking. No error repeats a secret, though a server may have.

        Raises:
            OpeningFailed: Saying which phase failed and why.
            PasswordNeeded: A person has to be asked.
            LapwingError: What kept a secret from being fetched, or what opening a file raised.
        """
        target, ssh_secret = self._with_secrets(way, opening)
        connected = functools.partial(self._connected, way, ssh_secret, opening)
        try:
            try:
                return _started(way, connected(target), opening)
            except KeyPassphraseNeeded:  # of a key that the driver found by itself
                key_password = self._find(way.connection, TLS_KEY) if target.key_password is None else None
                if key_password is None:
                    raise
                target = dataclasses.replace(target, key_password=key_password)
                return _started(way, connected(target), opening)
        except LapwingError as error:
            error.facts = _without(error, target, ssh_secret)
            if isinstance(error, LoginRefused) and way.connection.id:
                self._secrets.drop_given(way.connection.id, PASSWORD)
            raise

    def _with_secrets(self, way: Way, opening: Opening) -> tuple[Target, Secret | None]:
        """The target with what is found of its secrets, and that of the SSH server; a driver that knows no passwords is
        not asked for."""
        if not way.driver.capabilities.passwords:
            return way.target, None
        opening.allow(_SECRET_S)
        opening.begin(Phase.SECRET)
        find = functools.partial(self._find, way.connection)
        password = way.password or _aside(opening, lambda: find(PASSWORD))
        key_password = way.key_password
        if key_password is None and _needs_passphrase(way.target):
            key_password = _aside(opening, lambda: find(TLS_KEY))
        ssh_secret = self._tunnelling.secret(way, opening, self._find)
        opening.passed_phase()
        return dataclasses.replace(way.target, password=password, key_password=key_password), ssh_secret

    def _find(self, connection: Connection, purpose: str) -> Secret | None:
        """Fetch a secret; sessions of one connection do so one after the other, so that nobody is asked twice."""
        with self._guard:
            one_at_a_time = self._finding.setdefault(connection.id, threading.Lock())
        with one_at_a_time:
            return self._secrets.find(connection, purpose)

    def _connected(self, way: Way, ssh_secret: Secret | None, opening: Opening, target: Target) -> Opened:
        """The session, after as many attempts as the settings say."""
        settings = way.settings
        opening.allow(settings.connect_timeout_s)
        for _ in range(settings.retry_attempts):
            try:
                return self._once(way, ssh_secret, opening, target)
            except _MAY_PASS:
                opening.try_again(settings.retry_delay_s, settings.connect_timeout_s)
        return self._once(way, ssh_secret, opening, target)

    def _once(self, way: Way, ssh_secret: Secret | None, opening: Opening, target: Target) -> Opened:
        with self._tunnelling.passage(way, opening, ssh_secret, self._find) as passage:
            return _looked(way, way.driver.open(target, opening, passage), opening)


def _looked(way: Way, session: Session, opening: Opening) -> Opened:
    """Ask the session where it is; a driver may have asked its first query already."""
    try:
        if not way.driver.capabilities.network:
            return Opened(session, session.surroundings())
        phases = {opening.phase, *(passed.phase for passed in opening.passed())}
        if Phase.FIRST_QUERY not in phases:
            opening.begin(Phase.FIRST_QUERY)
        with _ended_in_time(session, opening):
            found = Opened(session, session.surroundings())
        opening.passed_phase(found.surroundings.database)
    except BaseException:
        session.close()
        raise
    return found


def _started(way: Way, opened: Opened, opening: Opening) -> Opened:
    """Run the connection's start-up SQL, never on a session of Lapwing's own; it may lead the session elsewhere."""
    if way.target.is_metadata or not way.connection.startup_sql.strip():
        return opened
    try:
        run_startup(opened.session, way, opening)
        return Opened(opened.session, opened.session.surroundings())
    except BaseException:
        opened.session.close()
        raise


@contextmanager
def _ended_in_time(session: Session, opening: Opening) -> Iterator[None]:
    """Cancel what the session asks when the opening is cancelled or takes too long.

    Raises:
        OpeningCancelled, OpeningTimedOut
        SessionRefused: The first query failed.
    """
    try:
        with cancelled_in_time(session, opening):
            yield
    except OpeningFailed:
        raise
    except LapwingError as error:
        opening.left_s()
        phase = Phase.FIRST_QUERY.value
        raise SessionRefused(phase=phase, connection=opening.connection, server=str(error), advice="") from error


def _aside(opening: Opening, find: Callable[[], Secret | None]) -> Secret | None:
    """Fetch a secret so that waiting for it can be ended."""
    found = opening.run_aside(find)
    assert found is None or isinstance(found, Secret)
    return found


def _needs_passphrase(target: Target) -> bool:
    """Whether the client's key is encrypted, in either way PEM has for it (RFC 7468, RFC 1421).

    A file that cannot be read is the driver's to complain of.
    """
    path = target.options.get("sslkey") or target.options.get("sslcert")
    if not path:
        return False
    try:
        with Path(path).expanduser().open("rb") as file:
            text = file.read(_KEY_FILE_BYTES)
    except (OSError, ValueError):
        return False
    return b"BEGIN ENCRYPTED PRIVATE KEY" in text or b"4,ENCRYPTED" in text


def _without(
    error: LapwingError, target: Target, ssh_secret: Secret | None
) -> dict[str, str | int | float | bool | None]:
    """The error's facts without the target's secrets, nor that of the SSH server."""
    secrets = target.password, target.key_password, ssh_secret
    known = target.username, target.database, target.host
    return {name: redact(fact, secrets, known) if isinstance(fact, str) else fact for name, fact in error.facts.items()}
