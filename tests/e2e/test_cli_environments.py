"""What of a connection's behaviour the command line can set, and what it asks before something is sent."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from helpers.command_line import command, environ, lapwing, said
from helpers.databases import make_database
from helpers.terminals import terminal
from lapwing.cli.exit_codes import ExitCode
from lapwing.domain.connections import Confirmation, Connection, TransactionMode
from lapwing.domain.secrets import SecretKind
from lapwing.engine.connections.store import connections_document


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return make_database(tmp_path / "shop.db", "CREATE TABLE item(n); INSERT INTO item VALUES (1), (2)")


def the_only_one() -> Connection:
    (connection,) = connections_document().read().connections
    return connection


def rows(shop: Path) -> int:
    with closing(sqlite3.connect(shop)) as database:
        return int(database.execute("SELECT count(*) FROM item").fetchone()[0])


def done(*arguments: str) -> None:
    result = lapwing(*arguments)
    assert result.returncode == ExitCode.OK, said(result)


def found(*arguments: str) -> list[dict[str, Any]]:
    result = lapwing(*arguments, "--format", "json")
    assert result.returncode == ExitCode.OK, said(result)
    return list(json.loads(result.stdout))


def test_all_that_a_connection_says_of_its_sessions_is_set_and_changed(tmp_path: Path) -> None:
    (tmp_path / "start.sql").write_text("SET lock_timeout = '5s';\n")
    done(
        *("connection", "add", "shop", "--url", "postgresql://me@db/shop?pool_max=1", "--environment", "PRODUCTION"),
        *("--startup-file", str(tmp_path / "start.sql"), "--schema", "sales*", "--schema", "!*_old", "--no-history"),
        *("--idle-transaction", "30", "--commit", "auto", "--confirm", "changes", "--color", "#12AB34"),
        *("--secret", "command:pass show shop", "--secret-expires", "60"),
    )
    made = the_only_one()
    assert made.url == "postgresql://me@db/shop?pool_max=1&history=0&idle_transaction=30"
    assert (made.environment, made.startup_sql, made.schemas) == (
        "production",
        "SET lock_timeout = '5s';",
        ("sales*", "!*_old"),
    )
    assert (made.mode, made.confirmation, made.color) == (TransactionMode.AUTO, Confirmation.CHANGES, "#12ab34")
    assert (made.secret.kind, made.secret.expires_s) == (SecretKind.COMMAND, 60)
    done(
        *("connection", "edit", "shop", "--name", "shop 2", "--environment", "none", "--startup-sql", ""),
        *("--schema", "", "--history", "--idle-transaction=-1", "--commit", "environment", "--color", "environment"),
        *("--read-only", "--group", "web"),
    )
    changed = the_only_one()
    assert changed.url == "postgresql://me@db/shop?pool_max=1&history=1"
    assert (changed.id, changed.name, changed.group, changed.read_only) == (made.id, "shop 2", "web", True)
    assert (changed.environment, changed.startup_sql, changed.schemas) == ("none", "", ())
    assert (changed.mode, changed.color, changed.secret) == (None, "", made.secret)


def test_an_environment_that_is_not_there_is_named_with_those_that_are(shop: Path) -> None:
    result = lapwing("connection", "add", "shop", "--url", str(shop), "--environment", "nowhere")
    assert result.returncode == ExitCode.USAGE
    assert "none, development, test, production" in said(result)
    assert connections_document().read().connections == ()


def test_environments_are_listed_and_shown_with_their_connections(shop: Path) -> None:
    done("connection", "add", "shop", "--url", str(shop), "--environment", "production")
    assert [(row["id"], row["commit"], row["confirm"]) for row in found("environment", "list")] == [
        ("development", "auto", "none"),
        ("test", "auto", "none"),
        ("production", "manual", "name"),
    ]
    facts = {row["fact"]: row["value"] for row in found("environment", "show", "Production")}
    assert (facts["connections"], facts["idle_transaction_s"]) == ("shop", "600")


def test_what_changes_something_in_production_is_not_sent_without_a_yes(shop: Path) -> None:
    done("connection", "add", "shop", "--url", str(shop), "--environment", "production")
    on = ("query", "--connection", "shop")
    done(*on, "SELECT count(*) FROM item")
    refused = lapwing(*on, "DELETE FROM item WHERE n = 1")
    assert refused.returncode == ExitCode.USAGE
    assert "Nothing was sent" in said(refused)
    assert rows(shop) == 2
    done(*on, "--yes", "DELETE FROM item WHERE n = 1")
    assert rows(shop) == 1


@pytest.mark.parametrize(("answer", "left"), [("item", 0), ("other", 2)])
def test_at_a_terminal_the_name_is_asked_for(shop: Path, answer: str, left: int) -> None:
    done("connection", "add", "shop", "--url", str(shop), "--environment", "production")
    with terminal(command("query", "--connection", "shop", "DELETE FROM item"), environ()) as person:
        person.read_until("Type item to go on: ")
        person.type(answer)
        code, _ = person.end()
    assert (code == 0, rows(shop)) == (left == 0, left)
