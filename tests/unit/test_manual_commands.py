"""The manual's page about commands of the vendors' clients names each of them."""

import re
from pathlib import Path
from typing import Final

from lapwing.engine.query.client_commands import psql_tables, sqlite
from lapwing.sql.mysql_commands import NAMES

PAGE: Final = (Path(__file__).resolve().parents[2] / "resources/help/18-client-commands.md").read_text("utf-8")


def named(heading: str) -> set[str]:
    """What stands in code quotes below a heading."""
    return set(re.findall(r"`([^`\s]+)`", PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]))


def test_every_command_of_psql_that_is_not_done_or_has_no_effect_is_named() -> None:
    known = {*psql_tables.NO_EFFECT, *psql_tables.REFUSED, *psql_tables.RUNS_PROGRAMS}
    assert {f"\\{name.rstrip('+')}" for name in known} - named("psql") == set()


def test_every_command_of_mysql_is_named() -> None:
    assert {name.lower() for name in NAMES} - named("MySQL and MariaDB") - {"sandbox"} == set()


def test_every_command_of_sqlite_is_named_but_those_for_testing_it() -> None:
    assert {f".{name}" for name in sqlite.commands_known()} - named("SQLite") == set()
