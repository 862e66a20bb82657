"""Logging in to PostgreSQL: every kind of password, where it may come from, and what is said when it does not work."""

import logging
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from contract.asking import scalar
from contract.postgresql_sessions import opened, target_of
from helpers.servers.login import CANARY
from helpers.servers.postgresql import PostgreSQL
from lapwing.domain.connections import Phase, Target
from lapwing.domain.errors import (
    ClearTextRefused,
    HostUnknown,
    LapwingError,
    LoginRefused,
    OpeningCancelled,
    OpeningTimedOut,
    OptionInvalid,
    PasswordNeeded,
    ServerMisbehaved,
    ServerUnreachable,
    SessionRefused,
    TlsFailed,
)
from lapwing.domain.secrets import Secret
from lapwing.drivers.opening import Opening


@pytest.fixture(autouse=True)
def _nothing_of_this_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No password file, service or variable of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))


def refusal(target: Target, opening: Opening | None = None) -> LapwingError:
    """Why it cannot be opened."""
    with pytest.raises(LapwingError) as refused, opened(target, opening):
        pass
    return refused.value


def who(target: Target, opening: Opening | None = None) -> object:
    with opened(target, opening) as session:
        return scalar(session, "SELECT current_user::text")


# passwords


@pytest.mark.parametrize("user", ["lapwing", "md5", "odd name", "trusted", "plain", "tls", "reader"])
def test_every_kind_of_account_gets_in_with_the_right_password(postgresql: PostgreSQL, user: str) -> None:
    assert who(target_of(postgresql, user)) == user


@pytest.mark.parametrize("user", ["lapwing", "md5", "odd name", "tls"])
def test_a_wrong_password_is_said_and_never_repeated(
    postgresql: PostgreSQL, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    error = refusal(target_of(postgresql, user, password=f"{CANARY}wrong"))
    assert isinstance(error, LoginRefused)
    assert error.facts["sqlstate"] == "28P01"
    assert user in str(error)
    assert error.next_step()
    assert CANARY not in f"{error} {error!r} {error.facts} {caplog.text} {error.__cause__!r} {error.__context__!r}"


def test_a_password_that_is_wanted_and_not_given_is_asked_for(postgresql: PostgreSQL) -> None:
    for user in ("lapwing", "md5", "cleartext"):
        error = refusal(target_of(postgresql, user, password=None, sslmode="require"))
        assert isinstance(error, PasswordNeeded)
        assert (error.facts["user"], error.facts["purpose"]) == (user, "password")


def test_a_password_in_clear_text_is_sent_only_over_an_encrypted_connection(postgresql: PostgreSQL) -> None:
    error = refusal(target_of(postgresql, "cleartext", sslmode="disable"))
    assert isinstance(error, ClearTextRefused)
    assert who(target_of(postgresql, "cleartext", sslmode="require")) == "cleartext"
    assert who(target_of(postgresql, "cleartext")) == "cleartext"  # prefer, which finds TLS here


def test_peer_asks_no_password(postgresql: PostgreSQL) -> None:
    assert who(target_of(postgresql, "peer", socket=True)) == "peer"


def test_peer_refuses_others_and_says_why(postgresql: PostgreSQL) -> None:
    with postgresql.access("local all reader peer"):
        error = refusal(target_of(postgresql, "reader", socket=True))
    assert isinstance(error, LoginRefused)
    assert "Peer authentication failed" in str(error)
    assert "pg_hba.conf" in error.next_step()


def test_what_the_servers_rules_refuse_is_said(postgresql: PostgreSQL) -> None:
    error = refusal(target_of(postgresql, "tls", sslmode="disable"))
    assert isinstance(error, LoginRefused)
    assert "pg_hba.conf rejects connection" in str(error)
    error = refusal(target_of(postgresql, "plain", sslmode="require"))
    assert isinstance(error, LoginRefused)


# where passwords come from


def test_the_password_file_is_read(postgresql: PostgreSQL, tmp_path: Path) -> None:
    login = postgresql.logins["lapwing"]
    line = f"{postgresql.host}:{postgresql.port}:postgres:lapwing:{login.password}\n"
    for path, options in ((tmp_path / ".pgpass", {}), (tmp_path / "other", {"passfile": str(tmp_path / "other")})):
        path.write_text(f"# mine\nelsewhere:*:*:*:wrong\n{line}")
        path.chmod(0o600)
        assert who(replace(target_of(postgresql, password=None), options=options)) == "lapwing"
        path.unlink()


def test_a_password_that_is_given_counts_more_than_the_file(postgresql: PostgreSQL, tmp_path: Path) -> None:
    (tmp_path / ".pgpass").write_text("*:*:*:*:wrong\n")
    (tmp_path / ".pgpass").chmod(0o600)
    assert who(target_of(postgresql)) == "lapwing"
    assert isinstance(refusal(target_of(postgresql, password=None)), LoginRefused)


def test_variables_of_the_environment_complete_a_target(
    postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    login = postgresql.logins["lapwing"]
    monkeypatch.setenv("PGPASSWORD", login.password or "")
    assert who(target_of(postgresql, password=None)) == "lapwing"
    for name, value in {"HOST": postgresql.host, "PORT": str(postgresql.port), "USER": "lapwing"}.items():
        monkeypatch.setenv(f"PG{name}", value)
    monkeypatch.setenv("PGDATABASE", "postgres")
    monkeypatch.setenv("PGAPPNAME", "mine")
    with opened(Target("postgresql")) as session:
        assert session.database == "postgres"
        assert scalar(session, "SHOW application_name") == "mine"


def test_what_the_target_says_counts_more_than_the_environment(
    postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = {"HOST": "nowhere.invalid", "PORT": "1", "USER": "nobody", "DATABASE": "none", "PASSWORD": "wrong"}
    for name, value in wrong.items():
        monkeypatch.setenv(f"PG{name}", value)
    assert who(target_of(postgresql)) == "lapwing"


def test_the_environments_demands_on_encryption_are_kept(
    postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    monkeypatch.setenv("PGSSLROOTCERT", str(postgresql.certificates.other_authority))
    assert refusal(target_of(postgresql)).code == "connection.certificate"
    monkeypatch.setenv("PGSSLROOTCERT", str(postgresql.certificates.authority))
    with opened(target_of(postgresql)) as session:
        assert session.surroundings().encryption == "TLS 1.3, certificate verified"


@pytest.fixture
def services(postgresql: PostgreSQL, tmp_path: Path) -> Path:
    login = postgresql.logins["lapwing"]
    path = tmp_path / ".pg_service.conf"
    path.write_text(
        "# services\n[other]\nhost=nowhere.invalid\n\n"
        f"[shop]\nhost={postgresql.host}\nport={postgresql.port}\nuser=lapwing\ndbname=postgres\n"
        f"password={login.password}\nsslmode=verify-full\nsslrootcert={postgresql.certificates.authority}\n"
        "application_name=from the service\n"
        "[odd]\nhost=a\nno parameter here\n[unknown]\ncolour=red\n"
    )
    return path


@pytest.mark.usefixtures("services")
def test_a_service_names_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    for named in (True, False):
        if not named:
            monkeypatch.setenv("PGSERVICE", "shop")
        with opened(Target("postgresql", options={"service": "shop"} if named else {})) as session:
            assert scalar(session, "SHOW application_name") == "from the service"
            assert session.surroundings().encryption == "TLS 1.3, certificate verified"


def test_what_the_target_says_counts_more_than_its_service(services: Path, tmp_path: Path) -> None:
    moved = services.rename(tmp_path / "moved")
    target = Target("postgresql", "template1", options={"service": "shop", "application_name": "mine"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGSERVICEFILE", str(moved))
        with opened(target) as session:
            assert (session.database, scalar(session, "SHOW application_name")) == ("template1", "mine")


@pytest.mark.usefixtures("services")
@pytest.mark.parametrize(
    ("name", "says"), [("nowhere", "there is no service"), ("odd", "is no parameter"), ("unknown", "'colour'")]
)
def test_a_service_that_cannot_be_used_is_said(name: str, says: str) -> None:
    error = refusal(Target("postgresql", options={"service": name}))
    assert isinstance(error, OptionInvalid)
    assert says in str(error)


# reaching the server


def test_phases_are_told_in_order_with_their_details(postgresql: PostgreSQL) -> None:
    told: list[Phase] = []
    opening = Opening("the shop", told=told.append)
    with opened(replace(target_of(postgresql, sslmode="require"), host="localhost"), opening):
        pass
    assert told == [Phase.RESOLVE, Phase.CONNECT, Phase.TLS, Phase.LOG_IN, Phase.FIRST_QUERY]
    details = {passed.phase: passed.detail for passed in opening.passed()}
    assert "127.0.0.1" in details[Phase.RESOLVE]
    assert str(postgresql.port) in details[Phase.CONNECT]
    assert details[Phase.TLS].startswith("TLSv1.3")
    assert details[Phase.FIRST_QUERY] == f"PostgreSQL {postgresql.version}"


def test_over_a_socket_there_are_fewer_phases(postgresql: PostgreSQL) -> None:
    opening = Opening("the shop")
    with opened(target_of(postgresql, socket=True), opening):
        pass
    assert [passed.phase for passed in opening.passed()] == [Phase.CONNECT, Phase.LOG_IN, Phase.FIRST_QUERY]


def test_a_host_that_has_no_address_is_told_as_such(postgresql: PostgreSQL) -> None:
    error = refusal(replace(target_of(postgresql), host="nowhere.invalid"))
    assert isinstance(error, HostUnknown)
    assert "nowhere.invalid" in str(error)
    assert error.facts["phase"] == "resolve"


def test_a_port_where_nobody_listens_is_told_as_such(postgresql: PostgreSQL, tmp_path: Path) -> None:
    for target in (
        replace(target_of(postgresql), port=9),
        replace(target_of(postgresql, socket=True), host=str(tmp_path)),
    ):
        error = refusal(target)
        assert isinstance(error, ServerUnreachable)
        assert error.facts["phase"] == "connect"
        assert "Is the server" not in str(error)


def test_several_hosts_are_tried_in_turn(postgresql: PostgreSQL) -> None:
    target = target_of(postgresql, port=f"9,{postgresql.port},{postgresql.port}")
    assert who(replace(target, host="127.0.0.1,nowhere.invalid,127.0.0.1", port=None)) == "lapwing"
    error = refusal(replace(target_of(postgresql), host="nowhere.invalid,elsewhere.invalid"))
    assert isinstance(error, HostUnknown)


def test_only_a_server_of_the_wanted_kind_will_do(postgresql: PostgreSQL) -> None:
    for wanted in ("any", "read-write", "primary", "prefer-standby"):
        assert who(target_of(postgresql, target_session_attrs=wanted)) == "lapwing"
    for unwanted in ("standby", "read-only"):
        error = refusal(target_of(postgresql, target_session_attrs=unwanted))
        assert isinstance(error, SessionRefused)
        assert "target_session_attrs" in error.next_step()
    assert isinstance(refusal(target_of(postgresql, target_session_attrs="best")), OptionInvalid)


@pytest.fixture
def silent() -> Iterator[int]:
    """A port where connections are taken and nothing is said."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_server_that_says_nothing_is_not_waited_for_for_ever(postgresql: PostgreSQL, silent: int) -> None:
    for options in ({"connect_timeout": "1"}, {"connect_timeout": "1", "sslmode": "disable"}):
        error = refusal(replace(target_of(postgresql), port=silent, options=options))
        assert isinstance(error, OpeningTimedOut)
        assert error.facts["phase"] == ("log_in" if "sslmode" in options else "tls")


def test_opening_can_be_cancelled(postgresql: PostgreSQL, silent: int) -> None:
    opening = Opening("the shop", timeout_s=60, told=lambda phase: threading.Timer(0.05, opening.cancel).start())
    assert isinstance(refusal(replace(target_of(postgresql), port=silent), opening), OpeningCancelled)


def test_a_silent_host_leaves_time_for_the_next(postgresql: PostgreSQL, silent: int) -> None:
    """Connecting itself must hang for that, so the queue of somebody who accepts nobody is filled."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
        target = target_of(postgresql, connect_timeout="4", port=f"{port},{postgresql.port}")
        assert who(replace(target, host="127.0.0.1,127.0.0.1", port=None)) == "lapwing"
        for one in waiting:
            one.close()


def test_a_server_that_is_none_of_postgresqls_is_told(postgresql: PostgreSQL) -> None:
    def answer(listening: socket.socket) -> None:
        for _ in range(2):
            accepted, _ = listening.accept()
            with accepted:
                accepted.recv(100)
                accepted.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=answer, args=[listening])
        thread.start()
        for mode in ("disable", "require"):
            error = refusal(replace(target_of(postgresql, sslmode=mode), port=listening.getsockname()[1]))
            assert isinstance(error, TlsFailed if mode == "require" else ServerMisbehaved)
            assert error.next_step()
        thread.join()


# what the server says behind the log-in


def test_a_database_that_is_not_there_is_told(postgresql: PostgreSQL) -> None:
    error = refusal(target_of(postgresql, database="no such"))
    assert isinstance(error, SessionRefused)
    assert error.facts["sqlstate"] == "3D000"
    assert 'database "no such" does not exist' in str(error)


def test_too_many_connections_and_forbidden_ones_are_told(postgresql: PostgreSQL) -> None:
    name = postgresql.create_database()
    try:
        postgresql.ask(f"ALTER DATABASE {name} CONNECTION LIMIT 0")
        assert refusal(target_of(postgresql, database=name)).facts["sqlstate"] == "53300"
        postgresql.ask(f"ALTER DATABASE {name} CONNECTION LIMIT -1")
        postgresql.ask(f"REVOKE CONNECT ON DATABASE {name} FROM PUBLIC")
        error = refusal(target_of(postgresql, "reader", database=name))
        assert (error.facts["sqlstate"], error.code) == ("42501", "connection.refused")
    finally:
        postgresql.drop_database(name)


# options


@pytest.mark.parametrize(
    "options",
    [
        {"colour": "red"},
        {"sslmode": "maybe"},
        {"connect_timeout": "soon"},
        {"keepalives_idle": "-1"},
        {"client_encoding": "LATIN1"},
        {"load_balance_hosts": "maybe"},
        {"sslrootcert": "/nowhere/authority.crt"},
        {"password": "canary-in-options"},
        {"sslkeylogfile": "/tmp/keys"},
        {"gssencmode": "sometimes"},
        {"hostaddr": "127.0.0.1,127.0.0.2"},
        {"options": "a\0b"},
    ],
)
def test_an_option_that_cannot_be_used_is_named(postgresql: PostgreSQL, options: dict[str, str]) -> None:
    target = target_of(postgresql)
    error = refusal(replace(target, options=options))
    assert isinstance(error, OptionInvalid), error
    assert error.facts["option"] in options
    assert CANARY not in f"{error}{error.facts}"


def test_options_reach_the_server(postgresql: PostgreSQL) -> None:
    options = {"options": "-c statement_timeout=12345 -c search_path=a", "application_name": "me 'n' \\ you"}
    with opened(replace(target_of(postgresql), options=options)) as session:
        assert scalar(session, "SHOW statement_timeout") == "12345ms"
        assert scalar(session, "SHOW application_name") == options["application_name"]


def test_a_session_says_who_it_is_to_the_server(postgresql: PostgreSQL) -> None:
    with opened(target_of(postgresql)) as session:
        assert scalar(session, "SHOW application_name") == "Lapwing"


def test_an_address_beside_the_host_saves_looking_it_up(postgresql: PostgreSQL) -> None:
    target = replace(target_of(postgresql, hostaddr="127.0.0.1"), host="nowhere.invalid")
    assert who(target) == "lapwing"


def test_keep_alives_are_set_on_the_connection(postgresql: PostgreSQL) -> None:
    with opened(target_of(postgresql, keepalives_idle="33", tcp_user_timeout="44000")) as session:
        conn = session._wire.conn  # type: ignore[attr-defined]  # nobody else can see it
        with socket.socket(fileno=os.dup(conn.socket)) as copy:
            assert copy.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)
            assert copy.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 33
            assert copy.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 44_000


def test_no_secret_is_in_a_representation(postgresql: PostgreSQL) -> None:
    target = target_of(postgresql)
    assert isinstance(target.password, Secret)
    with opened(target) as session:
        assert CANARY not in f"{target!r}{session!r}{vars(session)}{session.notes}"
