"""The commands and their options, declared for typer.

What a command needs is imported when it runs, and the declarations of others only when help is asked for: making all of
them takes as long as a short command.
"""

import os
from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from lapwing import __version__
from lapwing.cli.errors import CommandUnknown, UsageWrong
from lapwing.cli.exit_codes import EPILOG
from lapwing.formats.registry import FormatName

NAME: Final = "lapwing"
COMMANDS: Final = (
    "query",
    "export",
    "import",
    "history",
    "monitor",
    "metric",
    "alerts",
    "service",
    "schedule",
    "events",
    "audit",
    "plugin",
    "webhook",
    "listener",
    "connection",
    "environment",
    "doctor",
    "operations",
    "format",
    "help",
)


class AtError(StrEnum):
    """What `--on-error` takes."""

    STOP = "stop"
    CONTINUE = "continue"


Formats = Annotated[FormatName, typer.Option("--format", help="How results are written.")]


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Lapwing {__version__}")
        raise typer.Exit


def lapwing(
    _version: Annotated[
        bool, typer.Option("--version", help="Say the version and end.", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Lapwing, a workbench for databases.

    `lapwing`, alone or with SQLite files or URLs, opens the window. The commands below need none.
    """


def query(
    context: typer.Context,
    sql: Annotated[
        str, typer.Argument(metavar="SQL", help="What to run, in quotes; `-`, or nothing, reads standard input.")
    ] = "",
    url: Annotated[
        str, typer.Option("--url", help="Where to: driver://..., or the path of a SQLite file. No password in it.")
    ] = "",
    connection: Annotated[str, typer.Option("--connection", metavar="NAME", help="A saved connection.")] = "",
    output_format: Formats = FormatName.TABLE,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help="Rows of each result; all when left out.")
    ] = None,
    file: Annotated[
        str, typer.Option("--file", metavar="F", help="Run the SQL in this file; it is read piece by piece.")
    ] = "",
    encoding: Annotated[
        str, typer.Option("--encoding", metavar="NAME", help="Of that file, where it is neither UTF-8 nor marked.")
    ] = "",
    on_error: Annotated[
        AtError, typer.Option("--on-error", help="What to do when a statement is refused.")
    ] = AtError.STOP,
    single_transaction: Annotated[
        bool, typer.Option("--single-transaction", help="All or nothing: one transaction around everything.")
    ] = False,
    allow_include: Annotated[
        bool,
        typer.Option(
            "--allow-include",
            help="Let commands such as \\i, \\copy, source and .read use files of the script's folder.",
        ),
    ] = False,
    progress: Annotated[
        bool | None,
        typer.Option("--progress/--no-progress", help="Say how far a long script is; by itself on terminals."),
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Confirm what the connection wants to be confirmed before it is sent.")
    ] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let the server refuse changes.")] = False,
    create: Annotated[bool, typer.Option("--create", help="Make the SQLite file when there is none.")] = False,
    password_env: Annotated[
        str, typer.Option("--password-env", metavar="NAME", help="The variable that holds the server's password.")
    ] = "",
    passphrase_env: Annotated[
        str,
        typer.Option(
            "--passphrase-env",
            metavar="NAME",
            help="The variable that holds the passphrase of the encrypted file of passwords.",
        ),
    ] = "",
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="NAME[:KIND]=VALUE", help="The value of a parameter; may be repeated."),
    ] = None,
    null: Annotated[
        list[str] | None, typer.Option("--null", metavar="NAME", help="A parameter that is NULL; may be repeated.")
    ] = None,
    param_env: Annotated[
        list[str] | None,
        typer.Option("--param-env", metavar="NAME[:KIND]=VARIABLE", help="The variable that holds a secret value."),
    ] = None,
) -> int:
    """Run SQL and write its results.

    Results go to standard output, everything else to standard error. Without --url and --connection the variable
    LAPWING_URL says where to.
    """
    from lapwing.cli.parameters import given_parameters
    from lapwing.cli.query import QueryOptions, run_query
    from lapwing.domain.connections import Confirmation

    if context.args:
        raise UsageWrong(reason="The SQL has to be one argument: put it in quotes.", command="lapwing query")
    parameters = given_parameters(param or (), null or (), param_env or (), os.environ)
    where = (sql, file, url, connection, password_env, passphrase_env)
    return run_query(
        QueryOptions(
            *where,
            output_format,
            limit,
            read_only,
            create,
            parameters,
            on_error=on_error.value,
            single_transaction=single_transaction,
            encoding=encoding,
            progress=progress,
            allow_include=allow_include,
            confirmed=Confirmation.NAME if yes else Confirmation.NONE,
        )
    )


def doctor() -> int:
    """Check installation, files, connections.

    Nothing is changed, and no secret is printed. The exit code is 1 when there is a problem.
    """
    from lapwing.cli.doctor import run_doctor

    return run_doctor()


def operations(output_format: Formats = FormatName.TABLE) -> int:
    """List all that the engine can be asked."""
    from lapwing.cli.operations import run_operations

    return run_operations(output_format)


def help_(
    command: Annotated[str, typer.Argument(metavar="COMMAND", help="The command in question.")] = "",
) -> int:
    """Say what can be written."""
    if command and command not in COMMANDS:
        raise unknown_command(command)
    app_for(command)(args=[command, "--help"] if command else ["--help"], prog_name=NAME, standalone_mode=False)
    return 0


_TAKES_MORE: Final = {"context_settings": {"allow_extra_args": True}}
_SINGLE: Final[dict[str, tuple[Callable[..., int] | str, dict[str, Any]]]] = {
    "query": (query, {"epilog": EPILOG, **_TAKES_MORE}),
    "doctor": (doctor, {}),
    "history": ("lapwing.cli.history:history", {"epilog": EPILOG}),
    "monitor": ("lapwing.cli.monitor.commands:monitor", {"epilog": EPILOG}),
    "operations": (operations, {}),
    "format": ("lapwing.cli.format:format_", {"epilog": EPILOG}),
    "export": ("lapwing.cli.export:export", {"epilog": EPILOG, **_TAKES_MORE}),
    "import": ("lapwing.cli.file_import:import_", {"epilog": EPILOG}),
    "help": (help_, {}),
}
"""Commands of one word, in the order of the help: what declares them, or where that is."""
_GROUPS: Final = (
    "connection",
    "environment",
    "alerts",
    "audit",
    "events",
    "listener",
    "metric",
    "plugin",
    "schedule",
    "service",
    "webhook",
)
"""Words with commands behind them, which `cli/WORD/commands.py` declares as `app`; in the order of the help."""


def app_for(word: str = "") -> typer.Typer:
    """The program with the one command that is named, or with all where none is: for help."""
    made = typer.Typer(
        name=NAME,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    made.callback()(lapwing)
    for name, (declared, settings) in _SINGLE.items():
        if word in ("", name):
            made.command(name, **settings)(_found(declared) if isinstance(declared, str) else declared)
    for name in _GROUPS:
        if word in ("", name):
            made.add_typer(_found(f"lapwing.cli.{name}.commands:app"), name=name)
    return made


def _found(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


def unknown_command(word: str) -> CommandUnknown:
    """The error for a word that is none of the commands; it names the nearest one."""
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=1)
    return CommandUnknown(word=word, near=f"Did you mean `{near[0]}`? " if near else "")
