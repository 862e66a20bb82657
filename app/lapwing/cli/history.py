"""`lapwing history` and its options, declared for typer. What it needs is imported when it runs."""

from enum import StrEnum
from typing import Annotated

import typer

from lapwing.formats.registry import FormatName


class StateNamed(StrEnum):
    """What `--state` takes."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


def history(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="Words that have to be in the SQL; all statements when left out.")
    ] = "",
    connection: Annotated[
        str, typer.Option("--connection", metavar="NAME", help="Only what went to this connection.")
    ] = "",
    database: Annotated[str, typer.Option("--database", metavar="NAME", help="Only what went to this database.")] = "",
    state: Annotated[StateNamed | None, typer.Option("--state", help="Only what ended so.")] = None,
    days: Annotated[int | None, typer.Option("--days", min=1, metavar="N", help="Only the last N days.")] = None,
    slower: Annotated[
        float | None, typer.Option("--slower", min=0, metavar="N", help="Only what took N seconds or longer.")
    ] = None,
    plugins: Annotated[bool, typer.Option("--plugins", help="Also what plugins ran, with their names.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many statements.")] = 100,
    output_format: Annotated[
        FormatName, typer.Option("--format", help="How statements are written.")
    ] = FormatName.TABLE,
) -> int:
    """Find statements that were run.

    From the window and the command line, the latest first; pinned ones before them.
    """
    from lapwing.cli.history_run import HistoryOptions, run_history

    named = state.value if state is not None else ""
    return run_history(HistoryOptions(text, connection, database, named, days, slower, plugins, limit, output_format))
