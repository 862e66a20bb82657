"""Logging in, by PyMySQL: the only file that touches it, and it touches more than its public face.

PyMySQL 1.2 reads the greeting, answers it, and goes through the server's questions (mysql_native_password,
sha256_password, caching_sha2_password with TLS or RSA). It is given a line of ours instead of a socket, so that every
wait can be ended and no answer is longer than it may be, and it is left as soon as the server has let us in.
`tests/contract/test_mysql_login_library.py` fails when what is used of it changes.

Tried with MariaDB 10.11 and MySQL 9.7; `dialog` and `mysql_clear_password` with servers of the tests' own only.
"""

import struct
from collections.abc import Callable
from typing import Any, Final

import pymysql.err
from pymysql._auth import sha256_password_auth
from pymysql.connections import Connection
from pymysql.constants import CLIENT

from lapwing.domain.late_dataclass import dataclass
from lapwing.drivers.mysql.ed25519 import sign
from lapwing.drivers.mysql.packets import DEPRECATE_EOF, EXTENDED_METADATA, ProtocolBroken, ServerRefused
from lapwing.drivers.mysql.transport import Transport

MOST_BYTES: Final = 64 * 1024
"""The longest packet that is taken before the server has let us in."""
_PROMPTS: Final = 8
"""So many questions a `dialog` may ask."""
_LAST_QUESTION, _SECRET_QUESTION = 1, 2
_OWN_FLAGS: Final = EXTENDED_METADATA
"""Of MariaDB's own capabilities, those that are asked for."""
_SHORTEST_MODERN: Final = 10
"""The protocol's version since MySQL 3.21."""
_GARBLED: Final = (struct.error, IndexError, ValueError, AssertionError, TypeError, AttributeError)
"""What PyMySQL raises where an answer is not what it should be."""


class ClearTextAsked(Exception):
    """The server asks for the password in clear text, and somebody on the way could read it."""


class TlsMissing(Exception):
    """The server offers no encryption, and it is required."""


class PluginUnknown(Exception):
    """The server asks for a way of logging in that is not known here, or not safe; the text names it."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who logs in.

    Attributes:
        server_key: The server's RSA key as PEM, for passwords sent without TLS; empty: the server is asked for it.
    """

    user: str
    password: bytes
    database: str = ""
    server_key: bytes = b""
    program: str = "Lapwing"


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """What the server said of itself.

    Attributes:
        version: In its own words.
        connection_id: Its number for this connection.
        capabilities: What both sides agreed upon.
    """

    version: str
    connection_id: int
    capabilities: int


def log_in(
    transport: Transport, credentials: Credentials, encrypt: Callable[[], None] | None, *, must_encrypt: bool
) -> LoggedIn:
    """Log in.

    Args:
        encrypt: Negotiates TLS over the transport when the server offers it; None: it is not wanted.

    Raises:
        ServerRefused, ProtocolBroken, ClearTextAsked, TlsMissing, PluginUnknown
        LineGone, ssl.SSLError: And what waiting and `encrypt` raise.
    """
    client = _Client(transport, credentials, encrypt, must_encrypt)
    try:
        client.connect(_Line(transport))
    except pymysql.err.MySQLError as error:
        raise _translated(error) from error
    except _GARBLED as error:
        raise ProtocolBroken("Its answers while logging in cannot be read.") from error
    finally:
        client.let_go()
    return LoggedIn(client.greeted_version, client.thread_id(), client.agreed)


def _translated(error: pymysql.err.MySQLError) -> Exception:
    number = error.args[0] if error.args else None
    words = str(error.args[1]) if len(error.args) > 1 else ""
    if isinstance(number, int) and (number < 2000 or number >= 3000):
        return ServerRefused(number, "28000" if number in (1045, 1698) else "", words)
    if number == pymysql.constants.CR.CR_AUTH_PLUGIN_CANNOT_LOAD:
        return PluginUnknown(words.partition("'")[2].rpartition("'")[0].strip("b'") or "an unknown one")
    return ProtocolBroken("Its answers while logging in are out of order.")


class _Line:
    """What PyMySQL takes for a socket and the file made of it. It never reads more than it was asked for."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def settimeout(self, seconds: float | None) -> None:
        """The waits of the transport end by themselves."""

    def makefile(self, _mode: str) -> "_Line":
        return self

    def read(self, count: int) -> bytes:
        if count > MOST_BYTES:
            raise ProtocolBroken(f"It announces {count:,} bytes while logging in.")
        data = bytearray(count)
        with memoryview(data) as view:
            filled = 0
            while filled < count:
                filled += self._transport.read(view[filled:])
        return bytes(data)

    def sendall(self, data: bytes) -> None:
        self._transport.send(data)

    def close(self) -> None:
        """The transport belongs to who made it."""


class _Tls:
    """What PyMySQL takes for an SSL context."""

    def __init__(self, encrypt: Callable[[], None]) -> None:
        self._encrypt = encrypt

    def wrap_socket(self, line: _Line, server_hostname: str) -> _Line:
        self._encrypt()
        return line


class _Client(Connection):  # type: ignore[misc]
    """PyMySQL's connection with our line below and our rules above.

    Attributes:
        greeted_version: As the server gave it.
        agreed: The capabilities that both sides have.
    """

    _is_answering = False
    server_version: str

    def __init__(
        self, transport: Transport, credentials: Credentials, encrypt: Callable[[], None] | None, must_encrypt: bool
    ) -> None:
        super().__init__(
            user=credentials.user,
            password=credentials.password,
            database=credentials.database or None,
            charset="utf8mb4",
            autocommit=None,
            client_flag=DEPRECATE_EOF,
            program_name=credentials.program,
            auth_plugin_map=_HANDLERS,
            server_public_key=credentials.server_key or None,
            ssl_disabled=True,
            defer_connect=True,
        )
        self.transport = transport
        self.ssl = encrypt is not None
        self.ctx = _Tls(encrypt) if encrypt else None
        self._must_encrypt = must_encrypt
        self._secure = transport.is_private
        self._own_flags = 0
        self._greeting = b""
        self.greeted_version = ""
        self.agreed = 0

    def set_character_set(self, charset: str, collation: str | None = None) -> None:
        """Done with the other settings of the session, when the server has let us in."""

    def let_go(self) -> None:
        """Forget the line, so that it is not closed with this object."""
        self._sock = self._rfile = None

    def _read_packet(self, *arguments: Any) -> Any:
        packet = super()._read_packet(*arguments)
        self._greeting = self._greeting or packet.get_all_data()
        self._is_answering = False
        return packet

    def _get_server_information(self) -> None:
        super()._get_server_information()
        if self.protocol_version != _SHORTEST_MODERN:
            raise ProtocolBroken(f"It greets with version {self.protocol_version} of some protocol.")
        offered = self.server_capabilities
        if self._must_encrypt and not offered & CLIENT.SSL:
            raise TlsMissing
        if not offered & CLIENT.PROTOCOL_41 or not offered & CLIENT.PLUGIN_AUTH:
            raise ProtocolBroken("It is older than MySQL 5.5, or no MySQL server.")
        self.greeted_version = self.server_version
        self.server_version = "8"  # all that PyMySQL asks of it is whether it is at least 5
        self.client_flag &= offered | CLIENT.LONG_PASSWORD | CLIENT.SSL
        if not offered & CLIENT.LONG_PASSWORD:  # MariaDB uses this bit to say that it has capabilities of its own
            self._own_flags = self._offered_of_its_own() & (_OWN_FLAGS >> 32)
            self.client_flag &= ~CLIENT.LONG_PASSWORD
        self.agreed = (self.client_flag & offered) | CLIENT.MULTI_RESULTS | self._own_flags << 32
        self._is_answering = True

    def _offered_of_its_own(self) -> int:
        """The last four bytes of what the protocol reserves in the greeting."""
        behind_version = self._greeting.index(b"\0", 1) + 1
        at = behind_version + 4 + 8 + 1 + 2 + 1 + 2 + 2 + 1 + 6
        return int.from_bytes(self._greeting[at : at + 4], "little")

    def write_packet(self, payload: bytes) -> None:
        """The answer to the greeting, and the wish for TLS before it, also say which of its own we want."""
        if self._is_answering and self._own_flags:
            payload = payload[:28] + self._own_flags.to_bytes(4, "little") + payload[32:]
        super().write_packet(payload)


class _Handler:
    """A way of logging in that PyMySQL has not, or not so that we would use it."""

    def __init__(self, client: _Client) -> None:
        self._client = client

    def _send(self, answer: bytes) -> Any:
        self._client.write_packet(answer)
        packet = self._client._read_packet()
        packet.check_error()
        return packet

    def _password(self) -> bytes:
        """The password in clear text, as these ways want it.

        Raises:
            ClearTextAsked: Somebody could read it on the way.
        """
        if not self._client.transport.is_private:
            raise ClearTextAsked
        password: bytes = self._client.password
        return password + b"\0"


class _Ed25519(_Handler):
    """MariaDB's ed25519: the server's nonce, signed."""

    def authenticate(self, packet: Any) -> Any:
        return self._send(sign(self._client.password, packet.read_all()[:32]))


class _ClearText(_Handler):
    """mysql_clear_password: LDAP, PAM and clouds want the password itself."""

    def authenticate(self, _packet: Any) -> Any:
        return self._send(self._password())


class _Dialog(_Handler):
    """MariaDB's PAM: questions, of which those for a password are answered (plugin/auth_pam/dialog.c)."""

    def authenticate(self, packet: Any) -> Any:
        for _ in range(_PROMPTS):
            kind, question = packet.read_uint8(), packet.read_all()
            if kind >> 1 != _SECRET_QUESTION and b"assword" not in question:
                break
            packet = self._send(self._password())
            if kind & _LAST_QUESTION or packet.is_ok_packet():
                return packet
        raise PluginUnknown("a dialog that asks for more than a password")


class _Sha256(_Handler):
    """sha256_password: the server takes the password itself over TLS alone, not over a socket as other ways do."""

    def authenticate(self, packet: Any) -> Any:
        client = self._client
        client._secure = client.transport.tls is not None
        return sha256_password_auth(client, packet)


class _OldPassword(_Handler):
    """mysql_old_password: of MySQL 4.0, and broken since."""

    def authenticate(self, _packet: Any) -> Any:
        raise PluginUnknown("mysql_old_password")


_HANDLERS: Final[dict[str, type[_Handler]]] = {
    "client_ed25519": _Ed25519,
    "mysql_clear_password": _ClearText,
    "dialog": _Dialog,
    "mysql_old_password": _OldPassword,
    "sha256_password": _Sha256,
}
