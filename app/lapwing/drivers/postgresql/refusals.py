"""What kept a connection from being opened, told from the phase in which it failed and libpq's words.

SQLSTATEs: PostgreSQL's manual, appendix A. libpq's own words: src/interfaces/libpq of PostgreSQL 18.
"""

import re
from typing import Final

from lapwing.domain.connections import Phase
from lapwing.domain.errors import (
    ClearTextRefused,
    LoginRefused,
    OpeningFailed,
    PasswordNeeded,
    ServerMisbehaved,
    ServerUnreachable,
    SessionRefused,
    TlsFailed,
    TlsUnavailable,
)
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import PASSWORD, redact
from lapwing.domain.ssh_errors import SshForwardRefused
from lapwing.drivers.opening import Opening
from lapwing.drivers.postgresql.certificate import shown_certificate
from lapwing.drivers.postgresql.login import Host, Login
from lapwing.drivers.tls import certificate_refused

_PLACE: Final = re.compile(r"\Aconnection to server (?:at|on socket) .*? failed: (?:[^\n]*? failed: )?", re.DOTALL)
_FATAL: Final = re.compile(r"\A\w+:  ([0-9A-Z]{5}): (.*?)(?:\n(?:LOCATION: |\Z)|\Z)", re.DOTALL)
_NO_TLS: Final = ("does not support SSL", "server sent an error response during SSL exchange")
_CERTIFICATE: Final = (
    "certificate verify failed",
    "does not match host name",
    "certificate revoked",
    "could not get server's host name from server certificate",
    "server certificate for",
)
_TLS_ADVICE: Final = "See to what the server says, or choose another sslmode for this connection."
_ADVICE: Final = {
    "28P01": "Check user and password. Passwords are told apart by the case of their letters.",
    "28000": "Have the server's pg_hba.conf allow this user, database and address, or log in as another user.",
    "3D000": "Check the database's name. Connecting to the database postgres shows which ones there are.",
    "53300": "Wait until others disconnect, or have max_connections raised.",
    "57P03": "Wait until the server has started or recovered, and connect again.",
    "42501": "Have somebody grant CONNECT on this database to this user.",
    "55000": "Connect to another database: this one takes no connections.",
    "08P01": "Check that host and port are those of a PostgreSQL server.",
}
_OTHERWISE: Final = "See to what the server says, then connect again."
_LOGINS: Final = {"28P01", "28000", "0P000"}
_GONE: Final = (
    "server closed the connection",
    "could not receive data",
    "could not send data",
    "SSL error",
    "SSL SYSCALL error",
    "SSL connection has been closed",
)
"""libpq's words for a connection that broke; nothing is said by them about user and password."""
_UNREADABLE: Final = re.compile(
    "lost synchronization|expected authentication request|received (?:invalid|unexpected|unrequested|duplicate)"
    "|message contents do not agree|message type 0x"
)
"""libpq's words for what is not the protocol."""
_ABOUT_LOGIN: Final = re.compile(
    "authentication|password|server signature|SCRAM|SASL|channel binding|GSS|SSPI|OAuth", re.IGNORECASE
)
"""libpq's words for a way of logging in that it does not know or does not trust."""
_WRONG_SERVER: Final = ("session is read-only", "session is not read-only", "in hot standby mode")
"""libpq's words for a server that is not of the kind that target_session_attrs asks for."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What libpq knows of a failure."""

    message: str
    needs_password: bool
    """Whether the server asked for a password and there was none."""
    user: str
    database: str


def opening_refused(
    refusal: Refusal, login: Login, host: Host, opening: Opening
) -> OpeningFailed | PasswordNeeded | ServerMisbehaved:
    """The right error; opening's phase is the one that failed."""
    message = redact(refusal.message, login.secrets.values(), known=(refusal.user, refusal.database))
    words = " ".join(_PLACE.sub("", message.strip()).split())
    phase = opening.phase or Phase.CONNECT
    facts = {"phase": phase.value, "connection": opening.connection}
    fatal = _FATAL.match(_PLACE.sub("", message))
    if fatal:
        return _refused_by_server(refusal, fatal[1], " ".join(fatal[2].split()), facts)
    if phase is Phase.CONNECT:
        place = f"{host.name}, port {host.port}" if not host.is_socket else f"{host.name}/.s.PGSQL.{host.port}"
        shown = "" if host.address in {"", host.name} else f"{host.address}: "
        return ServerUnreachable(**facts, address=place, server=f"{shown}{_plain(words)}")
    if phase is Phase.TLS:
        return _tls_failed(words, login, host, opening, facts)
    return _login_failed(refusal, words, facts)


def may_try_another(error: OpeningFailed) -> bool:
    """Whether another host may do where this one does not: nobody answers, it is starting, or of the wrong kind."""
    return isinstance(error, ServerUnreachable | SshForwardRefused) or error.facts.get("sqlstate") in {"57P03", _WRONG}


_WRONG: Final = "wrong server"


def _refused_by_server(
    refusal: Refusal, sqlstate: str, words: str, facts: dict[str, str]
) -> OpeningFailed | PasswordNeeded:
    advice = _ADVICE.get(sqlstate, _OTHERWISE)
    said = {**facts, "server": _plain(words), "sqlstate": sqlstate, "advice": advice}
    if sqlstate in _LOGINS:
        return LoginRefused(**said, user=refusal.user)
    return SessionRefused(**said)


def _login_failed(
    refusal: Refusal, words: str, facts: dict[str, str]
) -> OpeningFailed | PasswordNeeded | ServerMisbehaved:
    if "server requested a cleartext password" in words:
        return ClearTextRefused(**facts, user=refusal.user, server=_plain(words))
    if refusal.needs_password:
        return PasswordNeeded(connection=facts["connection"], user=refusal.user, purpose=PASSWORD)
    if any(known in words for known in _WRONG_SERVER):
        return SessionRefused(
            **facts, server=_plain(words), sqlstate=_WRONG, advice="Give another target_session_attrs."
        )
    if any(known in words for known in _GONE):
        return OpeningFailed(**facts, server=f"The connection broke while logging in: {_plain(words)}")
    if _UNREADABLE.search(words):
        return ServerMisbehaved(connection=facts["connection"], reason=_plain(words))
    if _ABOUT_LOGIN.search(words):
        return LoginRefused(**facts, user=refusal.user, server=_plain(words), advice=_OTHERWISE)
    return OpeningFailed(**facts, server=_plain(words))


def _tls_failed(words: str, login: Login, host: Host, opening: Opening, facts: dict[str, str]) -> OpeningFailed:
    if any(known in words for known in _NO_TLS):
        return TlsUnavailable(**facts, server=_plain(words))
    if any(known in words for known in _CERTIFICATE):
        shown = shown_certificate(login, host, opening)
        return certificate_refused(opening, shown.problem or _plain(words), shown.der)
    return TlsFailed(**facts, server=_plain(words), advice=_TLS_ADVICE)


def _plain(words: str) -> str:
    """One sentence with a full stop, without libpq's guesses about the cause."""
    words = re.split(r"\s(?:Is the server running|This probably means)", words)[0].strip()
    return words if words.endswith((".", "?", "!")) else f"{words}."
