"""`lapwing connection test` and `query` on real servers: each phase that fails has its exit code, no secret is told."""

import json
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from helpers.canaries import files_with
from helpers.command_line import Result, lapwing, said, started
from helpers.proxy import Proxy
from helpers.servers.family import descendants
from helpers.servers.login import CANARY
from helpers.servers.mariadb import MariaDB
from helpers.servers.ports import free_port
from helpers.servers.postgresql import PostgreSQL
from helpers.servers.server import Server
from helpers.waiting import PATIENCE_S, eventually
from lapwing.cli.exit_codes import ExitCode
from lapwing.domain.connections import Connection
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.engine.connections.store import SavedConnections, connections_document

ProxyTo = Callable[[Server], Proxy]
PHASES = ["secret", "resolve", "connect", "tls", "log_in", "first_query"]


@pytest.fixture(params=["postgresql", "mysql"])
def place(request: pytest.FixtureRequest) -> "Place":
    """A server of each kind, and a database on it."""
    kind: str = request.param
    name = {"mysql": "mariadb"}.get(kind, kind)
    return Place(kind, request.getfixturevalue(name), request.getfixturevalue(f"{name}_database"))


class Place:
    """Where to connect; the owner of the database logs in."""

    def __init__(self, driver: str, server: PostgreSQL | MariaDB, database: str) -> None:
        self.driver = driver
        self.server: Server = server
        self.database = database
        self.user = server.owner.user
        self.password = server.owner.password or ""

    def options(self, **changed: str | int) -> list[str]:
        """All that `lapwing connection test` is told, some of it changed."""
        usual: dict[str, str | int] = {
            "driver": self.driver,
            "host": self.server.host,
            "port": self.server.port,
            "database": self.database,
            "username": self.user,
        }
        return [word for name, value in (usual | changed).items() for word in (f"--{name}", str(value))]

    def activity(self) -> Sequence[object]:
        """What the owner's sessions do."""
        assert isinstance(self.server, PostgreSQL | MariaDB)
        return self.server.activity(self.user)

    def url(self, *, host: str = "", port: int = 0, **options: str) -> str:
        more = "&".join(f"{name}={value}" for name, value in options.items())
        address = f"{host or self.server.host}:{port or self.server.port}"
        return f"{self.driver}://{self.user}@{address}/{self.database}?{more}"

    def test(self, *arguments: str, password: str | None = None) -> Result:
        """The command with the owner's password, or another one."""
        variables = {"PW": self.password if password is None else password}
        return lapwing("connection", "test", *arguments, "--password-env", "PW", variables=variables)


def told(result: Result) -> dict[str, Any]:
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def test_each_phase_is_written_with_its_time(place: Place, home: Path) -> None:
    result = place.test(*place.options())
    assert result.returncode == ExitCode.OK, said(result)
    lines = result.stdout.decode().splitlines()
    words = [line.split("  ")[0] for line in lines[:-1]]
    assert list(dict.fromkeys(words)) == ["password", "resolve", "connect", "TLS", "log in", "first query"]
    assert all(" ms" in line for line in lines)
    assert f"database {place.database}" in lines[-1]
    found = told(place.test("--url", place.url(), "--json"))
    assert (found["ok"], found["exit_code"], found["failed"], found["error"]) == (True, 0, None, None)
    assert list(dict.fromkeys(passed["phase"] for passed in found["phases"])) == PHASES
    assert found["total_ms"] == pytest.approx(sum(passed["ms"] for passed in found["phases"]), abs=0.01)
    assert found["surroundings"]["server_pid"] > 0
    assert files_with([CANARY], home) == []


@pytest.mark.parametrize(
    ("changed", "phase", "code"),
    [
        ({"host": "nobody.invalid"}, "resolve", ExitCode.HOST_UNKNOWN),
        ({"port": 0}, "connect", ExitCode.UNREACHABLE),
    ],
)
def test_a_host_that_is_not_there_has_an_exit_code_of_its_own(
    place: Place, changed: dict[str, str | int], phase: str, code: ExitCode
) -> None:
    port = {"port": free_port()} if "port" in changed else {}
    result = place.test(*place.options(**changed | port), "--json")
    found = told(result)
    assert (result.returncode, found["exit_code"], found["failed"]) == (code, code, phase)
    assert result.stderr == b""
    assert [passed["phase"] for passed in found["phases"]] == PHASES[: PHASES.index(phase)]
    assert found["error"]["message"].endswith(".")
    assert found["error"]["hint"]


def test_a_wrong_password_has_an_exit_code_of_its_own_and_is_not_repeated(place: Place, home: Path) -> None:
    wrong = f"{CANARY}wrong"
    result = place.test(*place.options(), password=wrong)
    assert result.returncode == ExitCode.LOGIN
    assert "log in" in result.stdout.decode()
    assert "failed" in result.stdout.decode()
    assert CANARY not in said(result) + result.stdout.decode()
    assert files_with([CANARY], home) == []


def test_a_missing_password_is_told_where_nobody_can_be_asked(place: Place) -> None:
    result = lapwing("connection", "test", *place.options())
    assert result.returncode == ExitCode.LOGIN
    assert "password" in said(result).lower()


def test_a_database_that_is_not_there_has_an_exit_code_of_its_own(place: Place) -> None:
    result = place.test(*place.options(database="nowhere at all"))
    assert result.returncode == ExitCode.SESSION, said(result)
    assert "nowhere at all" in said(result)


def test_a_server_without_encryption_is_refused_when_it_was_asked_for(
    place: Place, request: pytest.FixtureRequest
) -> None:
    if place.driver == "postgresql":
        with place.server.settings(ssl="off"):  # type: ignore[attr-defined]
            result = place.test("--url", place.url(sslmode="require"), "--json")
    else:
        wrong_authority = place.server.certificates.client("nobody").certificate
        result = place.test("--url", place.url(sslmode="verify-ca", sslrootcert=str(wrong_authority)), "--json")
    found = told(result)
    assert (result.returncode, found["failed"]) == (ExitCode.TLS, "tls")
    assert found["error"]["hint"]


def test_a_server_that_never_answers_is_given_up(place: Place, proxy_to: ProxyTo) -> None:
    proxy = proxy_to(place.server)
    proxy.take_new("never answered")
    result = place.test("--url", place.url(port=proxy.port, connect_timeout="1"), "--json")
    found = told(result)
    assert (result.returncode, found["exit_code"]) == (ExitCode.TIMED_OUT, ExitCode.TIMED_OUT)
    assert found["failed"] in {"connect", "tls", "log_in"}


def test_a_saved_connection_is_tested_with_its_own_password(place: Place, home: Path) -> None:
    secret = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    connections_document().write(SavedConnections((Connection("1", "shop", place.url(), secret=secret),)))
    result = lapwing("connection", "test", "shop", variables={"SHOP_PASSWORD": place.password})
    assert result.returncode == ExitCode.OK, said(result)
    assert lapwing("connection", "test", "shop").returncode == ExitCode.CONNECTION
    query = lapwing(
        "query",
        "--connection",
        "shop",
        "--format",
        "csv",
        "SELECT 42 AS a",
        variables={"SHOP_PASSWORD": place.password},
    )
    assert (query.returncode, query.stdout) == (0, b"a\r\n42\r\n")
    assert files_with([CANARY], home) == []


def test_a_query_takes_the_password_from_a_variable_or_from_the_url_in_one(place: Place, home: Path) -> None:
    by_variable = lapwing(
        "query", "--url", place.url(), "--password-env", "PW", "SELECT 42 AS a", variables={"PW": place.password}
    )
    assert by_variable.returncode == 0, said(by_variable)
    whole = place.url().replace("@", f":{place.password}@", 1)
    assert lapwing("query", "SELECT 42 AS a", variables={"LAPWING_URL": whole}).stdout == by_variable.stdout
    refused = lapwing("query", "--url", whole, "SELECT 1")
    assert refused.returncode == ExitCode.USAGE
    assert CANARY not in said(refused)
    assert files_with([CANARY], home) == []


def test_doctor_says_of_each_server_whether_it_can_be_reached(place: Place, home: Path) -> None:
    known = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    connections = (
        Connection("1", "known", place.url(), secret=known),
        Connection("2", "asked", place.url(), secret=SecretPlace(SecretKind.ASK)),
        Connection("3", "gone", place.url(port=free_port())),
    )
    connections_document().write(SavedConnections(connections))
    result = lapwing("doctor", variables={"SHOP_PASSWORD": place.password})
    lines = {line.split()[1]: line for line in result.stdout.decode().splitlines() if line.startswith("  ")}
    assert lines["known"].split()[0] == "ok"
    assert lines["asked"].split()[0] == "note"
    assert "password is asked for" in lines["asked"]
    assert lines["gone"].split()[0] == "problem"
    assert CANARY not in result.stdout.decode() + result.stderr.decode()
    assert files_with([CANARY], home) == []


def test_ctrl_c_ends_an_opening_and_no_argument_held_the_password(place: Place, proxy_to: ProxyTo) -> None:
    proxy = proxy_to(place.server)
    proxy.take_new("never answered")
    url = place.url(port=proxy.port, connect_timeout="600")
    program = started("connection", "test", "--url", url, "--password-env", "PW", variables={"PW": place.password})
    eventually(lambda: proxy.connections)
    arguments = [Path(f"/proc/{pid}/cmdline").read_bytes() for pid in (program.pid, *descendants(program.pid))]
    assert any(b"connection" in words for words in arguments)
    assert not any(CANARY.encode() in words for words in arguments)
    program.send_signal(signal.SIGINT)
    written, words = program.communicate(timeout=PATIENCE_S)
    assert (program.returncode, written, words) == (ExitCode.INTERRUPTED, b"", b"lapwing: Interrupted.\n")


def test_ctrl_c_ends_a_statement_on_the_server(place: Place) -> None:
    sleeping = "SELECT pg_sleep(3600)" if place.driver == "postgresql" else "SELECT SLEEP(3600)"
    script = f"CREATE TABLE log(n integer); {sleeping}; INSERT INTO log VALUES (1)"
    variables = {"PW": place.password}
    program = started("query", "--url", place.url(), "--password-env", "PW", script, variables=variables)
    eventually(lambda: any(sleeping in str(each) for each in place.activity()))
    program.send_signal(signal.SIGINT)
    written, words = program.communicate(timeout=PATIENCE_S)
    assert (program.returncode, written) == (ExitCode.INTERRUPTED, b"")
    assert words.endswith(b"lapwing: The statement was cancelled.\n")
    eventually(lambda: not any(sleeping in str(each) for each in place.activity()))
