"""Exit codes: one table, in the code, the README and the manual."""

import re
from pathlib import Path

import pytest

import lapwing.cli.errors  # its errors count as well
from lapwing.cli.exit_codes import ExitCode
from lapwing.domain.errors import LapwingError

ROOT = Path(__file__).resolve().parents[3]
DECLARED = (
    "app.py",
    "export.py",
    "file_import.py",
    "history.py",
    "audit/commands.py",
    "metric/commands.py",
    "monitor/commands.py",
    "connection/commands.py",
    "connection/ssh_options.py",
    "connection/traits.py",
)


@pytest.mark.parametrize("page", ["README.md", "resources/help/06-command-line.md"])
def test_a_page_lists_them_as_they_are(page: str) -> None:
    table = (ROOT / page).read_text("utf-8").partition("Exit codes\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", table, re.MULTILINE)
    assert rows == [(str(code.value), code.meaning) for code in ExitCode]


def errors(base: type[LapwingError] = LapwingError) -> list[type[LapwingError]]:
    return [base, *(error for child in base.__subclasses__() for error in errors(child))]


@pytest.mark.parametrize("error", errors(), ids=lambda error: error.__name__)
def test_every_error_ends_with_one_of_them(error: type[LapwingError]) -> None:
    assert error.exit_code in set(ExitCode) - {ExitCode.OK}
    assert lapwing.cli.errors.Interrupted.exit_code == 130


def test_no_two_errors_have_the_same_code() -> None:
    codes = [error.code for error in errors()]
    assert len(set(codes)) == len(codes)


def test_the_manual_names_every_option_and_format() -> None:
    from lapwing.cli.app import COMMANDS
    from lapwing.cli.connection.commands import COMMANDS as CONNECTION_COMMANDS
    from lapwing.formats.registry import FormatName

    page = (ROOT / "resources/help/06-command-line.md").read_text("utf-8")
    declared = [(ROOT / f"app/lapwing/cli/{path}").read_text("utf-8") for path in DECLARED]
    options = {option for text in declared for option in re.findall(r'"(--[a-z-]+)"', text)}
    assert {option for option in options if f"`{option}" not in page and option != "--version"} == set()
    commands = [*COMMANDS, *(f"connection {command}" for command in CONNECTION_COMMANDS)]
    assert {command for command in commands if f"`lapwing {command}" not in page} == set()
    assert {name for name in FormatName if f"**{name}**" not in page} == set()
