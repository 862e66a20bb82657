"""`lapwing monitor` and its options, declared for typer. What it needs is imported when it runs."""

from enum import StrEnum
from typing import Annotated

import typer


class MonitorFormat(StrEnum):
    """What `--format` takes."""

    TABLE = "table"
    NDJSON = "ndjson"


def monitor(
    connection: Annotated[str, typer.Option("--connection", metavar="NAME", help="A saved connection.")] = "",
    url: Annotated[
        str, typer.Option("--url", help="Where to: driver://..., or the path of a SQLite file. No password in it.")
    ] = "",
    once: Annotated[bool, typer.Option("--once", help="One sample, and the end.")] = False,
    interval: Annotated[
        float, typer.Option("--interval", metavar="SECONDS", help="Between two samples, from 0.5 to 60.")
    ] = 1.0,
    output_format: Annotated[
        MonitorFormat, typer.Option("--format", help="How samples are written; ndjson: one a line.")
    ] = MonitorFormat.TABLE,
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
    """Show what a server does, live.

    In a terminal the figures stay in place; elsewhere each sample is written behind the one before. Ctrl+C ends it.
    Without --url and --connection the variable LAPWING_URL says where to.
    """
    from lapwing.cli.monitor.run import MonitorOptions, run_monitor

    return run_monitor(
        MonitorOptions(connection, url, once, interval, output_format.value, password_env, passphrase_env)
    )
