"""What kept a connection from being opened.

Numbers: mariadb.com/kb/en/mariadb-error-code-reference and MySQL's Server Error Message Reference.
"""

from typing import Final

from lapwing.domain.connections import Phase
from lapwing.domain.errors import LoginRefused, OpeningFailed, PasswordNeeded, SessionRefused, TlsFailed
from lapwing.domain.secrets import PASSWORD
from lapwing.drivers.mysql.packets import ServerRefused
from lapwing.drivers.mysql.route import Route
from lapwing.drivers.opening import Opening

_LOGINS: Final = {
    1045: "Check user and password. The server also looks at the host that you come from, and some accounts are let in "
    "only with TLS or a client certificate.",
    1130: "Have an account made that may come from this machine (CREATE USER ... @'host').",
    1131: "Log in as a named user.",
    1251: "Have the account use a way of logging in that this server and Lapwing both know.",
    1275: "Have the account's password set anew: it is stored in the form of MySQL 4.0.",
    1524: "Have the account's way of logging in installed at the server.",
    1698: "This account is let in by the server's socket alone, as the system's user of that name. Connect to the "
    "socket as that user, or have a password set.",
    1820: "Log in with the server's own client and set a new password.",
    1862: "Have the password renewed: it has expired.",
    3118: "Have the account unlocked.",
    4151: "Have the account unlocked.",
    3955: "Wait, or have the account unlocked: there were too many wrong passwords.",
}
_SESSIONS: Final = {
    1040: "Wait until others disconnect, or have max_connections raised.",
    1044: "Have somebody grant rights on this database to this user.",
    1049: "Check the database's name, or leave it out and choose one after connecting.",
    1053: "Wait until the server has started again.",
    1129: "Have somebody run FLUSH HOSTS at the server: too many connections from this machine were broken off.",
    1203: "Close other sessions of this user, or have max_user_connections raised.",
    1226: "Wait, or have the account's limits raised.",
    1273: "Choose a collation that this server knows.",
    1253: "Choose a collation for utf8mb4.",
}
_TLS_REQUIRED: Final = 3159
_NO_PASSWORD: Final = "using password: NO"  # noqa: S105 - the server's words
_OTHERWISE: Final = "See to what the server says, then connect again."


def opening_refused(error: ServerRefused, route: Route, opening: Opening) -> OpeningFailed | PasswordNeeded:
    """The error for a server's refusal; opening's phase is the one that failed."""
    phase = opening.phase or Phase.LOG_IN
    words = error.words if error.words.endswith((".", "!", "?")) else f"{error.words}."
    facts = {
        "phase": phase.value,
        "connection": opening.connection,
        "server": words,
        "sqlstate": error.state,
        "errno": error.errno,
    }
    if error.errno == 1045 and _NO_PASSWORD in error.words and route.password is None:
        return PasswordNeeded(connection=opening.connection, user=route.user, purpose=PASSWORD)
    if error.errno == _TLS_REQUIRED:
        return TlsFailed(**facts, advice="Use TLS (sslmode=require or better): this server takes nothing else.")
    if error.errno in _LOGINS:
        return LoginRefused(**facts, user=route.user, advice=_LOGINS[error.errno])
    return SessionRefused(**facts, advice=_SESSIONS.get(error.errno, _OTHERWISE))


def plugin_refused(plugin: str, route: Route, opening: Opening) -> LoginRefused:
    """The error for a way of logging in that is not known here."""
    return LoginRefused(
        phase=(opening.phase or Phase.LOG_IN).value,
        connection=opening.connection,
        user=route.user,
        server=f"It asks for a way of logging in that Lapwing does not know, or does not use: {plugin}.",
        advice="Have the account use another one, such as caching_sha2_password, ed25519 or mysql_native_password.",
    )
