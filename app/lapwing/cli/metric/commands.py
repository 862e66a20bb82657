"""`lapwing metric ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = ("list", "add", "test", "remove")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
_Id = Annotated[str, typer.Argument(metavar="ID", help="What alerts and dashboards call it.")]


@app.callback()
def metric() -> None:
    """SQL of your own as metrics of monitored servers: list, add, test, remove."""


@app.command("list")
def list_(
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """List your metrics."""
    from lapwing.cli.metric.keeping import run_list

    return run_list(output_format)


@app.command()
def add(
    metric_id: _Id,
    sql: Annotated[str, typer.Option("--sql", metavar="SQL", help="One statement that only reads.")] = "",
    file: Annotated[
        str, typer.Option("--file", metavar="FILE", help="The same from a file; `-`: standard input.")
    ] = "",
    title: Annotated[str, typer.Option("--title", help="For people.")] = "",
    values: Annotated[
        list[str] | None, typer.Option("--value", metavar="COLUMN", help="A column with numbers; none: all others.")
    ] = None,
    labels: Annotated[
        list[str] | None, typer.Option("--label", metavar="COLUMN", help="A column that tells the rows apart.")
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", help="gauge, rate, growth, share or share_of_growth; shares need two values.")
    ] = "gauge",
    unit: Annotated[
        str,
        typer.Option(
            "--unit",
            help="count, per_second, share, bytes, bytes_per_second, seconds, milliseconds, seconds_per_second.",
        ),
    ] = "count",
    each_tick: Annotated[bool, typer.Option("--each-tick", help="Read it at each tick, not once a minute.")] = False,
    connections: Annotated[
        list[str] | None, typer.Option("--connection", metavar="NAME", help="Only of this one; may be repeated.")
    ] = None,
    dialect: Annotated[
        str, typer.Option("--dialect", help="Only of servers of this one: postgresql, mysql, sqlite.")
    ] = "",
) -> int:
    """Add a metric, or replace the one of that id."""
    from lapwing.cli.metric.keeping import AddOptions, run_add

    return run_add(
        AddOptions(
            metric_id, sql, file, title, tuple(values or ()), tuple(labels or ()), kind, unit, each_tick,
            tuple(connections or ()), dialect,
        )
    )  # fmt: skip


@app.command("test")
def try_(
    metric_id: _Id,
    connection: Annotated[str, typer.Option("--connection", metavar="NAME", help="A saved connection.")] = "",
    url: Annotated[str, typer.Option("--url", help="A server or SQLite file. No password in it.")] = "",
    output_format: Annotated[FormatName, typer.Option("--format", help="How it is written.")] = FormatName.TABLE,
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
) -> int:
    """Read a metric once, and write what its statement tells."""
    from lapwing.cli.metric.trying import TryOptions, run_try

    return run_try(TryOptions(metric_id, connection, url, output_format, password_env, passphrase_env))


@app.command()
def remove(metric_id: _Id) -> int:
    """Remove a metric. What was kept of its values stays until it is old."""
    from lapwing.cli.metric.keeping import run_remove

    return run_remove(metric_id)
