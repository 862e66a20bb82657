"""Where a connection leads: the URL's word first, then option files, then variables, then what is usual."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from lapwing.domain.connections import Target
from lapwing.domain.errors import OptionInvalid
from lapwing.domain.secrets import Secret
from lapwing.domain.urls import parse_url
from lapwing.drivers.mysql.route import Route, route_for


def route(url: str, environ: Mapping[str, str] | None = None, password: str | None = None) -> Route:
    found = parse_url(url)
    given = None if password is None else Secret(password)
    target = Target(found.driver, found.database, found.host, found.port, found.username, found.options, password=given)
    return route_for(target, "shop", environ or {})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my.cnf"
    path.write_text(
        "[client]\nuser=filed\npassword=canary-filed\nhost=filed.example\nport=3310\ndatabase=filed_shop\n"
        "ssl-mode=REQUIRED\n"
    )
    return path


def test_a_plain_url_says_it_all() -> None:
    found = route("mysql://me@db.example:3307/shop")
    assert (found.host, found.port, found.socket) == ("db.example", 3307, "")
    assert (found.user, found.password, found.database) == ("me", None, "shop")
    assert found.tls.mode == "require", "to another machine nothing goes in clear text by itself"
    assert found.timeout_s == 10
    assert found.words == "shop on db.example, port 3307"
    assert route("mariadb://db.example").port == 3306


def test_a_file_says_what_the_url_does_not(file: Path) -> None:
    found = route(f"mysql://?defaults_file={file}")
    assert (found.host, found.port, found.user, found.database) == ("filed.example", 3310, "filed", "filed_shop")
    assert found.password is not None
    assert found.password.reveal() == "canary-filed"
    assert found.tls.mode == "require"
    assert "canary" not in repr(found)


def test_the_url_and_the_given_password_win_over_files_and_variables(file: Path) -> None:
    environ = {"MYSQL_HOST": "variable.example", "MYSQL_TCP_PORT": "3399", "MYSQL_PWD": "canary-variable"}
    found = route(f"mysql://me@db.example:3307/shop?sslmode=verify-full&defaults-file={file}", environ, "given")
    assert (found.host, found.port, found.user, found.database) == ("db.example", 3307, "me", "shop")
    assert found.password == Secret("given")
    assert found.tls.mode == "verify-full"


def test_variables_count_where_the_client_reads_them(tmp_path: Path) -> None:
    empty = tmp_path / "empty.cnf"
    empty.write_text("")
    environ = {"MYSQL_HOST": "variable.example", "MYSQL_TCP_PORT": "3399", "MYSQL_PWD": "canary-variable"}
    found = route(f"mysql://me@/?defaults_file={empty}", environ)
    assert (found.host, found.port) == ("variable.example", 3399)
    assert found.password == Secret("canary-variable")
    socket = route(f"mysql://me@/?defaults_file={empty}", {"MYSQL_UNIX_PORT": "/run/variable.sock"})
    assert (socket.host, socket.socket, socket.tls.mode) == ("localhost", "/run/variable.sock", "disable")


def test_no_host_and_localhost_mean_the_socket_and_a_port_means_tcp(tmp_path: Path) -> None:
    filed = tmp_path / "socket.cnf"
    filed.write_text("[client]\nsocket=/run/filed.sock\n")
    for url in ("mysql://", "mysql://localhost"):
        assert route(f"{url}/?defaults_file={filed}").socket == "/run/filed.sock"
    assert route(f"mysql://localhost:3306/?defaults_file={filed}").socket == ""
    assert route(f"mysql://127.0.0.1/?defaults_file={filed}").socket == ""
    assert route("mysql:///shop?unix_socket=/run/given.sock").socket == "/run/given.sock"
    filed.write_text("[client]\nsocket=/run/filed.sock\nprotocol=tcp\n")
    assert route(f"mysql://localhost/?defaults_file={filed}").socket == ""


@pytest.mark.parametrize(
    ("lines", "mode"),
    [
        ("ssl-mode=DISABLED", "disable"),
        ("ssl-mode=verify_identity", "verify-full"),
        ("skip-ssl", "disable"),
        ("ssl=0", "disable"),
        ("ssl", "require"),
        ("ssl-verify-server-cert", "verify-full"),
        ("ssl-verify-server-cert=OFF", "require"),
        ("ssl-ca=CA", "verify-full"),
        ("", "require"),
    ],
)
def test_what_files_say_of_tls_counts(tmp_path: Path, lines: str, mode: str) -> None:
    authority = tmp_path / "ca.pem"
    authority.touch()
    filed = tmp_path / "tls.cnf"
    filed.write_text(f"[client]\n{lines.replace('CA', str(authority))}\n")
    assert route(f"mysql://me@db.example/?defaults_file={filed}").tls.mode == mode


@pytest.mark.parametrize(
    ("url", "option"),
    [
        ("mysql://h/?sslmode=sometimes", "sslmode"),
        ("mysql://h/?charset=latin1", "charset"),
        ("mysql://h/?collation=latin1_bin", "collation"),
        ("mysql://h/?local_infile=1", "local_infile"),
        ("mysql://h/?connect_timeout=soon", "connect_timeout"),
        ("mysql://h/?defaults_file=/nowhere/my.cnf", "defaults_file"),
    ],
)
def test_options_without_meaning_are_told_by_name(url: str, option: str) -> None:
    with pytest.raises(OptionInvalid) as refused:
        route(url)
    assert refused.value.facts["option"] == option
    assert refused.value.facts["connection"] == "shop"


def test_a_port_or_mode_in_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    filed = tmp_path / "bad.cnf"
    for line in ("port=many", "port=99999", "ssl-mode=MAYBE"):
        filed.write_text(f"[client]\n{line}\n")
        with pytest.raises(OptionInvalid):
            route(f"mysql://h/?defaults_file={filed}")
