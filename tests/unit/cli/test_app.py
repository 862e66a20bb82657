"""The table of commands: all of them for help, and one alone where it is named."""

import subprocess
import sys

import pytest
import typer

from lapwing.cli.app import COMMANDS, app_for


def words(app: typer.Typer) -> list[str | None]:
    return [*(each.name for each in app.registered_commands), *(each.name for each in app.registered_groups)]


def test_help_knows_every_command() -> None:
    assert sorted(map(str, words(app_for()))) == sorted(COMMANDS)


@pytest.mark.parametrize("word", COMMANDS)
def test_a_command_that_is_named_is_made_alone(word: str) -> None:
    assert words(app_for(word)) == [word]


def test_what_declares_other_commands_is_not_loaded() -> None:
    look = "import sys, lapwing.cli.main as m; m.main(['query', '--help']); print(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, timeout=60, check=True)
    assert "--single-transaction" in run.stdout
    loaded = set(run.stderr.split())
    assert "lapwing.cli.app" in loaded
    others = ("lapwing.cli.connection", "lapwing.cli.listener", "lapwing.domain.webhooks", "lapwing.engine")
    assert [name for name in loaded if name.startswith(others)] == []
