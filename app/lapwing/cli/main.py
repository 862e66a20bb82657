"""The border of the command line: whatever happens inside becomes an exit code and at most one sentence."""

import contextlib
import io
import logging
from collections.abc import Sequence

import typer

from lapwing.cli.app import COMMANDS, NAME, app_for, unknown_command
from lapwing.cli.errors import Interrupted, UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say, sentence_of
from lapwing.cli.output import Output
from lapwing.domain.errors import DefectFound, LapwingError


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say; returns the exit code."""
    try:
        return _run(arguments)
    except LapwingError as error:
        refused = error
    except typer.TyperException as error:
        refused = _usage_error(error, arguments)
    except KeyboardInterrupt:
        refused = Interrupted()
    except Exception as error:  # the border: a defect is logged whole and said in a sentence
        refused = _defect(error)
    say(sentence_of(refused))
    return refused.exit_code


def _run(arguments: Sequence[str]) -> int:
    if arguments and not arguments[0].startswith("-") and arguments[0] not in COMMANDS:
        raise unknown_command(arguments[0])
    words = io.StringIO()
    with contextlib.redirect_stdout(words):  # what typer itself says: help and version
        code = app_for(_command(arguments))(args=_with_sql_last(arguments), prog_name=NAME, standalone_mode=False)
    if words.getvalue():
        with contextlib.closing(Output()) as output:
            output.write(words.getvalue().encode())
    if code == ExitCode.INTERRUPTED:  # typer's way of handing on a KeyboardInterrupt
        raise Interrupted
    return int(code or ExitCode.OK)


def _command(arguments: Sequence[str]) -> str:
    """The command in question; empty where the help of all may be asked for."""
    first = arguments[0] if arguments else ""
    return "help" if first == "--version" else first if first in COMMANDS else ""


def _with_sql_last(arguments: Sequence[str]) -> list[str]:
    """SQL that begins with a comment looks like an option; no option has a blank behind its dashes."""
    sql = [argument for argument in arguments if argument[:2] == "--" and argument[2:3].isspace()]
    if len(sql) != 1 or "--" in arguments:
        return list(arguments)
    return [*(argument for argument in arguments if argument not in sql), "--", *sql]


def _usage_error(error: typer.TyperException, arguments: Sequence[str]) -> UsageWrong:
    from lapwing.cli.connection.commands import COMMANDS as CONNECTION_COMMANDS

    words = [word for word in arguments[:2] if word in COMMANDS or word in CONNECTION_COMMANDS]
    command = " ".join([NAME, *words])
    reason = error.format_message().replace("\n", " ").replace("Value error, ", "")
    return UsageWrong(reason=reason if reason.endswith((".", ")")) else f"{reason}.", command=command)


def _defect(error: Exception) -> DefectFound:
    from lapwing import paths
    from lapwing.settings.logs import end_logs, start_logs

    start_logs("cli")
    logging.getLogger(__name__).error("the command failed unexpectedly", exc_info=error)
    end_logs()
    return DefectFound(kind=type(error).__name__, log=str(paths.logs()))
