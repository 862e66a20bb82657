"""The border: a defect is logged and said, Ctrl+C ends in a sentence."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest

from lapwing import paths
from lapwing.cli import scripts
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.main import main


@pytest.fixture(autouse=True)
def logs_of_its_own() -> Iterator[None]:
    """A process starts its logs once; here every test does."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers = handlers
    root.setLevel(level)


class _Keyboard(io.BytesIO):
    """Standard input of somebody who presses Ctrl+C."""

    def isatty(self) -> bool:
        return True

    @property
    def buffer(self) -> "_Keyboard":
        return self

    def read(self, size: int | None = -1, /) -> bytes:
        raise KeyboardInterrupt


def test_ctrl_c_while_sql_is_typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", _Keyboard())
    assert main(["query", "--url", "sqlite://", "-"]) == ExitCode.INTERRUPTED
    assert capsys.readouterr() == ("", "lapwing: Interrupted.\n")


def test_a_terminal_is_not_read_without_being_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", _Keyboard())
    assert main(["query", "--url", "sqlite://"]) == ExitCode.USAGE
    assert capsys.readouterr().err.startswith("lapwing: There is no SQL to run.")


def test_a_defect_is_one_sentence_and_stands_whole_in_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(argument: str, file: str) -> str:
        raise ZeroDivisionError("canary")

    monkeypatch.setattr(scripts, "read_sql", broken)
    monkeypatch.setattr("lapwing.cli.query.read_sql", broken)
    assert main(["query", "--url", "sqlite://", "SELECT 1"]) == ExitCode.DEFECT
    words = capsys.readouterr().err
    assert words.startswith("lapwing: Lapwing met a defect of its own: ZeroDivisionError.")
    assert words.count("\n") == 1
    log = (paths.logs() / "cli.log").read_text("utf-8")
    assert "ZeroDivisionError: canary" in log
    assert "Traceback" in log


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["qurey"], "qurey is neither a command nor a file. Did you mean `query`?"),
        (["shop.sqlite"], "shop.sqlite is neither a command nor a file."),
        (["help", "docter"], "Did you mean `doctor`?"),
        (["query", "--url", "sqlite://", "SELECT", "1"], "put it in quotes"),
        (["query", "--url", "sqlite://", "--format", "xml", "SELECT 1"], "'xml' is not one of 'table', 'csv'"),
        (["query", "--url", "sqlite://", "--limit", "0", "SELECT 1"], "--limit"),
        (["query", "--url", "sqlite://", "--fromat", "csv"], "Possible options: --create, --format"),
        (["query", "--url", "a", "--connection", "b", "SELECT 1"], "not both"),
        (["query", "--url", "sqlite://", "--file", "/nowhere.sql"], "no such file or directory"),
        (["query", "--url", "sqlite://", "--file", "x", "SELECT 1"], "not both"),
        (["query", "--url", "sqlite://"], "There is no SQL to run."),
        (["query", "--url", "sqlite://", "-- only a comment"], "There is no SQL to run."),
        (["query", "--url", "nonsense://db/x", "SELECT 1"], "No driver answers to"),
    ],
)
def test_what_was_typed_wrongly_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert main(arguments) == ExitCode.USAGE
    written, words = capfd.readouterr()
    assert written == ""
    assert told in words
    assert words.startswith("lapwing: ")
    assert words.count("\n") == 1
