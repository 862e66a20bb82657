"""`lapwing alerts ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = ("check", "list")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
_EPILOG: Final = "\b\nExit codes of check:\n    0  nothing fires\n    1  something fires\n    2  a rule is wrong"


@app.callback()
def alerts() -> None:
    """Alert rules and what fires: check, list."""


@app.command(epilog=_EPILOG)
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file of rules (JSON); `-` reads standard input.")],
    connection: Annotated[
        str, typer.Option("--connection", metavar="NAME", help="Judge them by samples of a saved connection.")
    ] = "",
    url: Annotated[
        str, typer.Option("--url", help="Judge them by samples of this server or SQLite file. No password in it.")
    ] = "",
    metrics: Annotated[
        str, typer.Option("--metrics", metavar="FILE", help="Judge them by the values in this file (JSON).")
    ] = "",
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
    """Check the rules of a file; with a server or values, say which of them fire.

    A rule fires here when it is so now: its duration is not waited for. A function over a time takes what the two
    samples give.
    """
    from lapwing.cli.alerts.checking import CheckOptions, run_check

    return run_check(CheckOptions(file, connection, url, metrics, output_format, password_env, passphrase_env))


@app.command("list")
def list_(
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """List the alerts of this profile, and the rules that it is judged by."""
    from lapwing.cli.alerts.listing import run_list

    return run_list(output_format)
