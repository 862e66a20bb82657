"""`lapwing audit ...`: its command and options for typer. What it needs is imported when it runs."""

from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)


@app.callback()
def audit() -> None:
    """Check the audit log that the plugin audit-log keeps: verify."""


@app.command()
def verify(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="The log, or files of it; without one the log of this profile."),
    ] = None,
    noted: Annotated[
        list[str] | None,
        typer.Option("--noted", metavar="HASH", help="A hash that was noted elsewhere and has to be in the log."),
    ] = None,
    alone: Annotated[
        bool, typer.Option("--alone", help="Only these files, without the older ones beside them.")
    ] = False,
) -> int:
    """Tell the first line that was changed, removed, inserted or cut off.

    The exit code is 1 when there is one. Older files beside a log are looked through as well.
    """
    from lapwing.cli.audit.verifying import run_verify

    return run_verify(files or [], noted or [], alone)
