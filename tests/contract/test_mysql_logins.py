"""Logging in to real MariaDB and MySQL servers: every way they have, and what is said when it does not come about."""

from contextlib import closing
from pathlib import Path

import pytest

from contract.asking import told
from contract.mysql_ways import WAYS, Server, encrypted, in_clear, open_as, seen, target
from helpers.servers.mariadb import MariaDB
from helpers.servers.mysql import MySQL
from lapwing.domain.connections import METADATA_NAME, Phase
from lapwing.domain.errors import (
    LoginRefused,
    OpeningTimedOut,
    OptionInvalid,
    PasswordNeeded,
    ServerUnreachable,
    SessionRefused,
)
from lapwing.domain.secrets import Secret
from lapwing.drivers.opening import Opening
from lapwing.drivers.registry import driver_named


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("user", ["lapwing", "odd name", "ed25519", "empty", "reader", "admin"])
def test_mariadb_lets_in_by_every_kind_of_password(mariadb: MariaDB, user: str, way: str) -> None:
    found = seen(open_as(mariadb, user, **WAYS[way](mariadb)))
    assert found.user == f"{user}@%"
    assert found.encryption == ("TLS 1.3, certificate verified" if way == "tls" else "")
    assert found.server_pid
    assert found.isolation == "REPEATABLE READ"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("user", ["lapwing", "odd name", "sha256", "empty", "reader", "admin"])
def test_mysql_lets_in_by_every_kind_of_password(mysql: MySQL, user: str, way: str) -> None:
    """The server forgets which passwords it has seen, so the first log-in is checked in full, the second quickly."""
    mysql.ask("FLUSH PRIVILEGES")
    for _ in range(2):
        found = seen(open_as(mysql, user, **WAYS[way](mysql)))
        assert found.user == f"{user}@%"
        assert bool(found.encryption) == (way == "tls")


@pytest.mark.parametrize("user", ["lapwing", "sha256"])
def test_without_tls_the_servers_key_can_be_given_instead_of_believed(mysql: MySQL, user: str, tmp_path: Path) -> None:
    variable = "Rsa_public_key" if user == "sha256" else "Caching_sha2_password_rsa_public_key"
    ((_, key),) = mysql.ask(f"SHOW STATUS LIKE '{variable}'")
    right, wrong = tmp_path / "right.pem", tmp_path / "wrong.pem"
    right.write_text(key)
    wrong.write_bytes(other_key())
    mysql.ask("FLUSH PRIVILEGES")
    with pytest.raises(LoginRefused):
        open_as(mysql, user, sslmode="disable", server_public_key=str(wrong))
    assert seen(open_as(mysql, user, sslmode="disable", server_public_key=str(right))).user
    with pytest.raises(OptionInvalid):
        open_as(mysql, user, sslmode="disable", server_public_key=str(tmp_path / "none.pem"))


def other_key() -> bytes:
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    made = rsa.generate_private_key(65537, 2048).public_key()
    return made.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize("user", ["certificate", "subject"])
def test_an_account_may_ask_for_a_clients_certificate(either: Server, user: str) -> None:
    assert seen(open_as(either, user, sslmode="require")).user == f"{user}@%"
    other = either.certificates.client("somebody else")
    with pytest.raises(LoginRefused):
        open_as(either, user, sslmode="disable", sslcert="", sslkey="")
    if user == "subject":
        with pytest.raises(LoginRefused):
            open_as(either, user, sslmode="require", sslcert=str(other.certificate), sslkey=str(other.key))


def test_an_account_that_asks_for_tls_is_let_in_with_it_and_told_without(either: Server) -> None:
    assert seen(open_as(either, "tls", sslmode="require")).encryption.startswith("TLS 1.")
    with pytest.raises(LoginRefused) as refused:
        open_as(either, "tls", sslmode="disable")
    assert "TLS" in refused.value.next_step()


def test_the_system_user_is_let_in_over_the_socket_alone(either: Server) -> None:
    options = {"unix_socket": str(either.socket)}
    opened = driver_named("mysql").open(target(either, "socket", options, host="", port=None))
    found = seen(opened)
    assert found.user.startswith(either.logins["socket"].user)
    assert found.encryption == ""
    by_path = driver_named("mysql").open(target(either, "socket", host=str(either.socket), port=None))
    assert seen(by_path).user == found.user
    with pytest.raises((LoginRefused, PasswordNeeded)):
        open_as(either, "socket")


def test_a_password_over_the_socket_needs_no_tls(either: Server) -> None:
    users = ("lapwing", "sha256") if isinstance(either, MySQL) else ("lapwing", "ed25519")
    for user in users:
        options = {"unix_socket": str(either.socket)}
        assert seen(driver_named("mysql").open(target(either, user, options, host="", port=None))).user


def test_a_wrong_password_is_told_and_not_repeated(either: Server) -> None:
    wrong = "canary of a wrong password"
    for options in (in_clear(either), encrypted(either)):
        with pytest.raises(LoginRefused) as refused:
            driver_named("mysql").open(target(either, "lapwing", options, password=Secret(wrong)))
        error = refused.value
        assert "Access denied" in str(error)
        assert error.facts["phase"] == "log_in"
        assert error.next_step()
        assert wrong not in f"{error} {error.facts} {error.__cause__!r}"


def test_no_password_where_one_is_needed_asks_for_it(either: Server) -> None:
    with pytest.raises(PasswordNeeded):
        driver_named("mysql").open(target(either, "lapwing", password=None))


def test_an_unknown_user_database_and_port_are_told_apart(either: Server) -> None:
    with pytest.raises(LoginRefused):
        driver_named("mysql").open(target(either, "lapwing", username="nobody here"))
    with pytest.raises(SessionRefused) as refused:
        driver_named("mysql").open(target(either, "admin", database="nowhere"))
    assert "nowhere" in str(refused.value)
    with pytest.raises(SessionRefused):
        driver_named("mysql").open(target(either, "lapwing", database="mysql"))
    with pytest.raises(ServerUnreachable):
        driver_named("mysql").open(target(either, "lapwing", port=1))
    with pytest.raises(ServerUnreachable):
        driver_named("mysql").open(target(either, "lapwing", {"unix_socket": "/nowhere/a.sock"}, host="", port=None))


def test_too_many_connections_are_told(either: Server) -> None:
    either.ask("ALTER USER reader WITH MAX_USER_CONNECTIONS 1")
    try:
        with closing(open_as(either, "reader")), pytest.raises(SessionRefused) as refused:
            open_as(either, "reader")
        assert "max_user_connections" in str(refused.value)
        assert refused.value.next_step()
    finally:
        either.ask("ALTER USER reader WITH MAX_USER_CONNECTIONS 0")


def test_each_step_of_opening_is_told_with_its_time(either: Server) -> None:
    heard: list[Phase] = []
    opening = Opening("shop", told=heard.append)
    open_as(either, "lapwing", opening, **encrypted(either)).close()
    steps = [Phase.RESOLVE, Phase.CONNECT, Phase.TLS, Phase.LOG_IN, Phase.FIRST_QUERY]
    assert heard == steps
    assert [passed.phase for passed in opening.passed()] == steps
    details = {passed.phase: passed.detail for passed in opening.passed()}
    assert details[Phase.CONNECT] == f"{either.host}, port {either.port}"
    assert details[Phase.TLS].startswith("TLSv1.")
    opening = Opening("shop")
    open_as(either, "lapwing", opening, **in_clear(either)).close()
    assert [passed.phase for passed in opening.passed()] == [step for step in steps if step is not Phase.TLS]


@pytest.mark.parametrize("way", WAYS)
def test_a_server_that_stands_still_is_given_up_in_the_step_it_stands_in(mariadb: MariaDB, way: str) -> None:
    mariadb.suspend()
    try:
        with pytest.raises(OpeningTimedOut) as late:
            open_as(mariadb, "lapwing", **WAYS[way](mariadb), connect_timeout="1")
        assert late.value.facts["phase"] == ("tls" if way == "tls" else "log_in")
    finally:
        mariadb.resume()


def test_text_is_utf8_whatever_the_servers_usual_set_is_and_a_collation_can_be_chosen(either: Server) -> None:
    with closing(open_as(either, "lapwing", collation="utf8mb4_bin")) as session:
        assert told(session, "SELECT @@collation_connection") == "utf8mb4_bin"
        assert told(session, "SELECT '🐦'") == "🐦"
        assert told(session, "SELECT @@character_set_results") == "utf8mb4"
    for collation in ("latin1_swedish_ci", "utf8mb4_bin; DROP TABLE kept", "'"):
        with pytest.raises(OptionInvalid):
            open_as(either, "lapwing", collation=collation)
    with pytest.raises(SessionRefused):
        open_as(either, "lapwing", collation="utf8mb4_nobody_ci")
    with pytest.raises(OptionInvalid):
        open_as(either, "lapwing", charset="latin1")


def test_options_that_nobody_knows_are_refused(either: Server) -> None:
    for option in ("local_infile", "init_command", "password", "nonsense"):
        with pytest.raises(OptionInvalid, match=option):
            open_as(either, "lapwing", **{option: "1"})


def test_sessions_say_to_the_server_which_program_they_are_of(mysql: MySQL) -> None:
    for is_metadata, name in ((False, "Lapwing"), (True, METADATA_NAME)):
        with closing(driver_named("mysql").open(target(mysql, "lapwing", is_metadata=is_metadata))) as session:
            attributes = "performance_schema.session_connect_attrs WHERE processlist_id = %s"
            said = mysql.ask(f"SELECT attr_name, attr_value FROM {attributes}", [session.surroundings().server_pid])
            assert ("program_name", name) in said
            assert told(session, "SELECT @@lock_wait_timeout") == ("2" if is_metadata else "31536000")
