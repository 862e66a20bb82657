"""What is used of PyMySQL's inside is as it was when it was used: `drivers/mysql/login.py` relies on all of it.

When one of these fails after an update of PyMySQL, read its connections.py again before anything else.
"""

import inspect
from typing import Any

import pymysql
import pytest
from pymysql import _auth
from pymysql.connections import Connection
from pymysql.constants import CLIENT, CR
from pymysql.protocol import MysqlPacket

from contract.asking import told
from contract.mysql_ways import encrypted, open_as
from helpers.servers.mariadb import MariaDB
from lapwing.drivers.mysql import login


def test_the_version_is_one_that_was_looked_into() -> None:
    assert pymysql.VERSION[:2] == (1, 2)


@pytest.mark.parametrize(
    ("function", "parameters"),
    [
        (Connection.connect, ["self", "sock"]),
        (Connection._get_server_information, ["self"]),
        (Connection._request_authentication, ["self"]),
        (Connection._process_auth, ["self", "plugin_name", "auth_packet", "handler"]),
        (Connection._read_packet, ["self", "packet_type"]),
        (Connection._read_bytes, ["self", "num_bytes"]),
        (Connection.write_packet, ["self", "payload"]),
        (Connection.set_character_set, ["self", "charset", "collation"]),
        (Connection.thread_id, ["self"]),
        (_auth.sha256_password_auth, ["conn", "pkt"]),
        (MysqlPacket.check_error, ["self"]),
        (MysqlPacket.get_all_data, ["self"]),
        (MysqlPacket.is_ok_packet, ["self"]),
        (MysqlPacket.read_all, ["self"]),
        (MysqlPacket.read_uint8, ["self"]),
    ],
    ids=lambda value: getattr(value, "__qualname__", None),
)
def test_functions_take_what_they_took(function: Any, parameters: list[str]) -> None:
    assert list(inspect.signature(function).parameters) == parameters


def test_the_constructor_takes_what_it_is_given() -> None:
    given = {
        "user", "password", "database", "charset", "autocommit", "client_flag", "program_name", "auth_plugin_map",
        "server_public_key", "ssl_disabled", "defer_connect",
    }  # fmt: skip
    assert given <= set(inspect.signature(Connection.__init__).parameters)


def test_a_connection_that_is_not_made_yet_has_what_is_set_on_it() -> None:
    made = Connection(user="me", password=b"p", ssl_disabled=True, defer_connect=True, charset="utf8mb4")
    assert (made.ssl, made._ssl_required, made._secure) == (False, False, False)
    assert (made._sock, made._rfile) == (None, None)
    assert made.password == b"p"
    assert not made.client_flag & (CLIENT.LOCAL_FILES | CLIENT.MULTI_STATEMENTS | CLIENT.SSL)
    wanted = CLIENT.PROTOCOL_41 | CLIENT.SECURE_CONNECTION | CLIENT.PLUGIN_AUTH | CLIENT.MULTI_RESULTS
    assert made.client_flag & wanted == wanted
    assert made.client_flag & CLIENT.LONG_PASSWORD == CLIENT.LONG_PASSWORD == 1
    assert CR.CR_AUTH_PLUGIN_CANNOT_LOAD == 2059


def test_the_answer_to_the_greeting_begins_with_32_bytes_of_which_the_last_are_free() -> None:
    """`login.py` writes MariaDB's own capabilities into bytes 28 to 31."""
    source = inspect.getsource(Connection._request_authentication)
    assert 'struct.pack(\n            "<iIB23s", client_flags, MAX_PACKET_LEN, charset_id, b""\n        )' in source
    assert "self.write_packet(data_init)" in source
    assert "data = data_init + self.user" in source
    assert "self._sock = self.ctx.wrap_socket(self._sock, server_hostname=self.host)" in source
    assert 'self._rfile = self._sock.makefile("rb")' in source


def test_what_is_not_safe_goes_through_handlers_of_ours() -> None:
    source = inspect.getsource(Connection._request_authentication)
    assert "auth_plugin_handler.authenticate(auth_packet)" in source
    source = inspect.getsource(Connection._process_auth)
    assert source.index("return handler.authenticate(auth_packet)") < source.index("mysql_clear_password")
    assert set(login._HANDLERS) >= {"mysql_clear_password", "dialog", "client_ed25519", "mysql_old_password"}


def test_connecting_sends_nothing_but_the_log_in(mariadb: MariaDB) -> None:
    """No SET NAMES, no SET AUTOCOMMIT: all that is Lapwing's own first query, with its own time limit."""
    with mariadb.general_log() as log:
        session = open_as(mariadb, "lapwing", **encrypted(mariadb))
        number = told(session, "SELECT connection_id()")
        session.close()
        said = [line for line in log.read_text("utf-8", "replace").splitlines() if f"{number} " in line]
    queries = [line.partition("Query")[2].strip() for line in said if "Query\t" in line]
    assert [query.split()[0] for query in queries] == ["SET", "SELECT", "SELECT"]
    assert queries[0].startswith("SET NAMES utf8mb4, autocommit = 1")
