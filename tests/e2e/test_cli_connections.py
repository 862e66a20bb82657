"""`lapwing connection list`, `add` and `remove`, and passwords that a person is asked for at a terminal."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpers.canaries import files_with
from helpers.command_line import command, environ, lapwing, said
from helpers.servers.login import CANARY
from helpers.servers.postgresql import PostgreSQL
from helpers.terminals import Terminal, terminal
from lapwing.cli.exit_codes import ExitCode
from lapwing.domain.connections import Connection, Environment
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.engine.connections.store import connections_document

PASSPHRASE = f"{CANARY}a passphrase of some length"


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No keyring of the person who runs the tests is ever asked."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'no bus'}")


def saved() -> tuple[Connection, ...]:
    return connections_document().read().connections


def listed() -> list[dict[str, Any]]:
    result = lapwing("connection", "list", "--format", "json")
    assert result.returncode == ExitCode.OK, said(result)
    found = json.loads(result.stdout)
    assert isinstance(found, list)
    return found


def test_a_connection_is_added_listed_and_removed(tmp_path: Path) -> None:
    url = "postgresql://me@db.example.org:5433/shop?sslmode=verify-full&pool_max=1"
    added = lapwing(
        *("connection", "add", "shop", "--url", url, "--group", "web", "--environment", "production", "--read-only"),
        *("--secret", "env:SHOP_PASSWORD"),
    )
    assert (added.returncode, added.stdout) == (0, b"")
    assert said(added) == "lapwing: shop is saved: PostgreSQL on db.example.org:5433, database shop, user me.\n"
    (connection,) = saved()
    place = SecretPlace(SecretKind.ENV, "SHOP_PASSWORD")
    assert connection == Connection(connection.id, "shop", url, "web", Environment.PRODUCTION, True, place)
    (row,) = listed()
    assert (row["name"], row["group"], row["environment"], row["read_only"]) == ("shop", "web", "production", "yes")
    assert (row["place"], row["password"]) == ("PostgreSQL on db.example.org:5433, database shop, user me", "env")
    removed = lapwing("connection", "remove", "shop")
    assert (removed.returncode, listed()) == (0, [])


@pytest.mark.parametrize(
    ("options", "url"),
    [
        (
            ["--driver", "mysql", "--host", "db", "--database", "a b/c", "--username", "m@e"],
            "mysql://m%40e@db/a%20b%2Fc",
        ),
        (["--host", "db", "--port", "5432"], "postgresql://db:5432"),
        (["--host", "db", "--port", "3306"], "mysql://db:3306"),
        (["--driver", "mariadb", "--host", "::1"], "mysql://[::1]"),
        (["--driver", "postgresql", "--host", "/run/postgresql"], "postgresql://%2Frun%2Fpostgresql"),
        (["--driver", "sqlite", "--database", "/tmp/my shop.db"], "sqlite:////tmp/my%20shop.db"),
    ],
)
def test_a_place_can_be_written_field_by_field(options: list[str], url: str) -> None:
    result = lapwing("connection", "add", "shop", *options)
    assert result.returncode == ExitCode.OK, said(result)
    assert [connection.url for connection in saved()] == [url]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a"], "No database is named"),
        (["a", "--host", "db"], "--driver"),
        (["a", "--driver", "oracle", "--host", "db"], "SQLAlchemy URL"),
        (["a", "--url", "sqlite://", "--host", "db"], "not both"),
        (["a", "--url", f"postgresql://me:{CANARY}@db/shop"], "The URL holds a password"),
        (["a", "--url", "postgresql://db/shop?pool_max=0"], "pool_max"),
        (["a", "--url", "postgresql://db", "--secret", f"{CANARY}x"], "no place"),
        (["a", "--url", "postgresql://db", "--secret", "env"], "colon"),
        (["a", "--url", "postgresql://db", "--secret", "env:no name"], "variable needs a name"),
        (["a", "--url", "postgresql://db", "--secret", "keyring:x"], "nothing may follow"),
        (["a", "--url", "postgresql://db", "--secret", "command:'"], "words"),
        (["a", "--url", "postgresql://db", "--secret", "file"], "--password-env"),
        (["a", "--url", "postgresql://db", "--secret", "ask", "--password-stdin"], "no password is kept"),
        (["a", "--url", "postgresql://db", "--password-env", "PW", "--password-stdin"], "not both"),
        (["a", "--url", "postgresql://db", "--password-env", CANARY], "named by --password-env is not set, or empty"),
        (
            ["a", "--url", "postgresql://db", "--password-env", "PW", "--secret", "file", "--passphrase-env", CANARY],
            "named by --passphrase-env is not set, or empty",
        ),
        (
            ["a", "--url", "postgresql://db", "--ssh-host", "h", "--ssh-password", "--ssh-secret-env", CANARY],
            "named by --ssh-secret-env is not set, or empty",
        ),
        (["a", "--url", "postgresql://db", "--password-stdin"], "No password was given"),
        (["a", "--url", "sqlite://", "--password-env", "PW"], "SQLite takes no password"),
        (["a", "--url", "postgresql://db", "--password-env", "PW"], "keyring"),
        ([" ", "--url", "sqlite://"], "needs a name"),
    ],
)
def test_what_cannot_be_added_is_one_sentence_and_nothing_is_saved(home: Path, arguments: list[str], told: str) -> None:
    result = lapwing("connection", "add", *arguments, variables={"PW": f"{CANARY}pw"})
    assert result.returncode == ExitCode.USAGE
    assert told in said(result)
    assert said(result).count("\n") == 1
    assert CANARY not in said(result)
    assert saved() == ()
    assert files_with([CANARY], home) == []


@pytest.mark.parametrize(
    ("typed", "said_of_it"),
    [
        (["--password-env", "PW"], "--password-env and no --secret"),
        (["--password-stdin"], "--password-stdin and no --secret"),
        (["--secret", "keyring", "--password-env", "PW"], "--secret keyring"),
        (
            ["--password-env", "PW", "--ssh-host", "hop", "--ssh-password", "--ssh-secret-env", "PW"],
            "--password-env, --ssh-secret-env and no --secret",
        ),
    ],
)
def test_without_a_keyring_it_is_said_what_to_write_instead_and_that_works(typed: list[str], said_of_it: str) -> None:
    variables = {"PW": f"{CANARY}pw", "PHRASE": "correct horse battery"}
    add = ("connection", "add", "shop", "--url", "postgresql://me@db", *typed)
    refused = lapwing(*add, stdin=b"pw\n", variables=variables)
    assert (refused.returncode, saved()) == (ExitCode.USAGE, ())
    assert said(refused).startswith(f"lapwing: With {said_of_it}, ")
    assert "`--secret file`" in said(refused)
    assert "--passphrase-env" in said(refused)
    assert "is no place" not in said(refused)
    assert CANARY not in said(refused)
    again = lapwing(*add, "--secret", "file", "--passphrase-env", "PHRASE", stdin=b"pw\n", variables=variables)
    assert again.returncode == ExitCode.OK, said(again)
    assert saved()[0].secret.kind is SecretKind.FILE


def test_a_name_is_given_once() -> None:
    assert lapwing("connection", "add", "shop", "--url", "sqlite://").returncode == 0
    again = lapwing("connection", "add", "shop", "--url", "sqlite:///other.db")
    assert (again.returncode, "already" in said(again)) == (ExitCode.USAGE, True)
    assert len(saved()) == 1
    gone = lapwing("connection", "remove", "shops")
    assert (gone.returncode, "connection list" in said(gone)) == (ExitCode.USAGE, True)


def test_a_list_that_cannot_be_read_is_told() -> None:
    path = connections_document().path
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 99}', "utf-8")
    for arguments in (["list"], ["add", "a", "--url", "sqlite://"], ["remove", "a"], ["test", "a"]):
        result = lapwing("connection", *arguments)
        assert result.returncode == ExitCode.ERROR
        assert "newer Lapwing" in said(result)


def test_a_connection_that_was_edited_by_hand_is_listed_without_its_password(home: Path) -> None:
    path = connections_document().path
    path.parent.mkdir(parents=True)
    path.write_text(
        json.dumps({"version": 1, "connections": [{"id": "1", "name": "a", "url": f"postgresql://me:{CANARY}x@db"}]})
    )
    result = lapwing("connection", "list")
    assert result.returncode == ExitCode.OK
    assert b"The URL holds a password" in result.stdout
    assert CANARY.encode() not in result.stdout + result.stderr


# passwords on real servers


def url_of(server: PostgreSQL, database: str) -> str:
    return f"postgresql://{server.owner.user}@{server.host}:{server.port}/{database}"


def answered(session: Terminal, *dialogue: tuple[str, str]) -> tuple[int, bytes]:
    """Answer each question, in order; then the exit code and standard output."""
    for question, answer in dialogue:
        session.read_until(question)
        session.shown = ""
        session.type(answer)
    return session.end()


def test_a_password_in_the_encrypted_file_is_found_with_its_passphrase(
    postgresql: PostgreSQL, postgresql_database: str, home: Path
) -> None:
    password = postgresql.owner.password or ""
    variables = {"PP": PASSPHRASE}
    added = lapwing(
        *("connection", "add", "shop", "--url", url_of(postgresql, postgresql_database), "--secret", "file"),
        *("--password-stdin", "--passphrase-env", "PP"),
        stdin=f"{password}\nmore\n".encode(),
        variables=variables,
    )
    assert added.returncode == ExitCode.OK, said(added)
    assert "in the encrypted file" in said(added)
    for arguments in (["connection", "test", "shop"], ["query", "--connection", "shop", "SELECT 1"]):
        locked = lapwing(*arguments)
        assert (locked.returncode, "is locked" in said(locked)) == (ExitCode.CONNECTION, True)
        result = lapwing(*arguments, "--passphrase-env", "PP", variables=variables)
        assert result.returncode == ExitCode.OK, said(result)
    wrong = lapwing("connection", "test", "shop", "--passphrase-env", "PP", variables={"PP": f"{CANARY}wrong wrong"})
    assert (wrong.returncode, "passphrase does not open" in said(wrong)) == (ExitCode.CONNECTION, True)
    assert files_with([CANARY], home) == []
    removed = lapwing("connection", "remove", "shop", "--passphrase-env", "PP", variables=variables)
    assert (removed.returncode, saved()) == (ExitCode.OK, ()), said(removed)


def test_what_is_removed_while_the_encrypted_file_is_locked_leaves_a_secret_and_says_so() -> None:
    added = lapwing(
        *("connection", "add", "shop", "--url", "postgresql://db", "--secret", "file", "--password-env", "PW"),
        *("--passphrase-env", "PP"),
        variables={"PW": f"{CANARY}pw", "PP": PASSPHRASE},
    )
    assert added.returncode == ExitCode.OK, said(added)
    removed = lapwing("connection", "remove", "shop")
    assert (removed.returncode, saved()) == (ExitCode.CONNECTION, ())
    assert "may still be in the encrypted file" in said(removed)


def test_a_person_at_a_terminal_is_asked_for_the_password_unseen(
    postgresql: PostgreSQL, postgresql_database: str, home: Path
) -> None:
    password = postgresql.owner.password or ""
    url = url_of(postgresql, postgresql_database)
    for arguments, wanted in (
        (["query", "--url", url, "--format", "csv", "SELECT 42 AS a"], b"a\r\n42\r\n"),
        (["connection", "test", "--url", url], b"connected in"),
    ):
        with terminal(command(*arguments), environ()) as session:
            code, written = answered(session, ("Password of lapwing:", password))
        assert (code, wanted in written) == (0, True), session.shown
        assert CANARY not in session.shown
    with terminal(command("query", "--url", url, "SELECT 1"), environ()) as session:
        code, _ = answered(session, ("Password of lapwing:", f"{CANARY}wrong"))
    assert (code, "did not let lapwing in" in session.shown) == (ExitCode.LOGIN, True)
    with terminal(command("query", "--url", url, "SELECT 1"), environ()) as session:
        code, _ = answered(session, ("Password of lapwing:", ""))
    assert (code, "No password was given" in session.shown) == (ExitCode.USAGE, True)
    assert files_with([CANARY], home) == []


def test_ctrl_c_at_the_question_ends_the_command(postgresql: PostgreSQL, postgresql_database: str) -> None:
    url = url_of(postgresql, postgresql_database)
    with terminal(command("query", "--url", url, "SELECT 1"), environ()) as session:
        session.read_until("Password of lapwing:")
        session.type("\x03")
        assert session.end()[0] == ExitCode.INTERRUPTED
    assert "Traceback" not in session.shown


def test_a_person_at_a_terminal_makes_and_opens_the_encrypted_file(
    postgresql: PostgreSQL, postgresql_database: str, home: Path
) -> None:
    password = postgresql.owner.password or ""
    url = url_of(postgresql, postgresql_database)
    add = command("connection", "add", "shop", "--url", url, "--secret", "file")
    with terminal(add, environ()) as session:
        code, _ = answered(session, ("Password of shop:", password), ("New passphrase", PASSPHRASE))
    assert code == ExitCode.OK, session.shown
    with terminal(command("query", "--connection", "shop", "--format", "csv", "SELECT 42 AS a"), environ()) as session:
        answers = [("Passphrase", "not this one at all"), ("Passphrase", PASSPHRASE)]
        assert answered(session, *answers) == (0, b"a\r\n42\r\n"), session.shown
    assert files_with([CANARY], home) == []
