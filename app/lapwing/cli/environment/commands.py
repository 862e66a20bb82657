"""`lapwing environment ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = ("list", "show")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)


@app.callback()
def environment() -> None:
    """How careful Lapwing is with connections: list, show."""


@app.command("list")
def list_(
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """List the environments, each with its policy."""
    from lapwing.cli.environment.listing import run_list

    return run_list(output_format)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An environment.")],
    output_format: Annotated[FormatName, typer.Option("--format", help="How it is written.")] = FormatName.TABLE,
) -> int:
    """Show one environment and the connections that belong to it."""
    from lapwing.cli.environment.listing import run_show

    return run_show(name, output_format)
