"""The commands and their options, declared for typer. What a command needs is imported when it runs."""

import os
from enum import StrEnum
from typing import Annotated, Final

import typer

from lapwing import __version__
from lapwing.cli.alerts.commands import app as alerts_app
from lapwing.cli.audit.commands import app as audit_app
from lapwing.cli.connection.commands import app as connection_app
from lapwing.cli.environment.commands import app as environment_app
from lapwing.cli.errors import CommandUnknown, UsageWrong
from lapwing.cli.events.commands import app as events_app
from lapwing.cli.exit_codes import EPILOG
from lapwing.cli.export import export
from lapwing.cli.format import format_
from lapwing.cli.history import history
from lapwing.cli.listener.commands import app as listener_app
from lapwing.cli.metric.commands import app as metric_app
from lapwing.cli.monitor.commands import monitor
from lapwing.cli.plugin.commands import app as plugin_app
from lapwing.cli.schedule.commands import app as schedule_app
from lapwing.cli.service.commands import app as service_app
from lapwing.cli.webhook.commands import app as webhook_app
from lapwing.formats.registry import FormatName

NAME: Final = "lapwing"
COMMANDS: Final = (
    "query",
    "export",
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

app = typer.Typer(
    name=NAME,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)

app.add_typer(connection_app, name="connection")
app.add_typer(environment_app, name="environment")
app.add_typer(alerts_app, name="alerts")
app.add_typer(audit_app, name="audit")
app.add_typer(events_app, name="events")
app.add_typer(listener_app, name="listener")
app.add_typer(metric_app, name="metric")
app.add_typer(plugin_app, name="plugin")
app.add_typer(schedule_app, name="schedule")
app.add_typer(service_app, name="service")
app.add_typer(webhook_app, name="webhook")


class AtError(StrEnum):
    """What `--on-error` takes."""

    STOP = "stop"
    CONTINUE = "continue"


Formats = Annotated[FormatName, typer.Option("--format", help="How results are written.")]


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"Lapwing {__version__}")
        raise typer.Exit


@app.callback()
def lapwing(
    _version: Annotated[
        bool, typer.Option("--version", help="Say the version and end.", is_eager=True, callback=_say_version)
    ] = False,
) -> None:
    """Lapwing, a workbench for databases.

    `lapwing`, alone or with SQLite files or URLs, opens the window. The commands below need none.
    """


@app.command(context_settings={"allow_extra_args": True}, epilog=EPILOG)
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


@app.command()
def doctor() -> int:
    """Check installation, files, connections.

    Nothing is changed, and no secret is printed. The exit code is 1 when there is a problem.
    """
    from lapwing.cli.doctor import run_doctor

    return run_doctor()


app.command("history", epilog=EPILOG)(history)
app.command("monitor", epilog=EPILOG)(monitor)


@app.command()
def operations(output_format: Formats = FormatName.TABLE) -> int:
    """List all that the engine can be asked."""
    from lapwing.cli.operations import run_operations

    return run_operations(output_format)


app.command("format", epilog=EPILOG)(format_)
app.command("export", epilog=EPILOG, context_settings={"allow_extra_args": True})(export)


@app.command("help")
def help_(
    command: Annotated[str, typer.Argument(metavar="COMMAND", help="The command in question.")] = "",
) -> int:
    """Say what can be written."""
    if command and command not in COMMANDS:
        raise unknown_command(command)
    app(args=[command, "--help"] if command else ["--help"], prog_name=NAME, standalone_mode=False)
    return 0


def unknown_command(word: str) -> CommandUnknown:
    """The error for a word that is none of the commands; it names the nearest one."""
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=1)
    return CommandUnknown(word=word, near=f"Did you mean `{near[0]}`? " if near else "")
