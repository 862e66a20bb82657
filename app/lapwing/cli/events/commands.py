"""`lapwing events ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = ("list", "follow", "show", "publish", "types")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
Json = Annotated[bool, typer.Option("--json", help="CloudEvents 1.0 as JSON, one event a line.")]


@app.callback()
def events() -> None:
    """What happened, as events: list, follow, show, publish, types."""


@app.command("list")
def list_(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Only events that hold this text.")] = "",
    types: Annotated[
        list[str] | None, typer.Option("--type", metavar="PATTERN", help="Such as query.*; may be repeated.")
    ] = None,
    connection: Annotated[str, typer.Option("--connection", metavar="NAME", help="Of this saved connection.")] = "",
    days: Annotated[float | None, typer.Option("--days", min=0, metavar="N", help="Of the last N days.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")] = 200,
    as_json: Json = False,
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """List events that were kept, the latest first."""
    from lapwing.cli.events.listing import ListOptions, run_list

    return run_list(ListOptions(text, tuple(types or ()), connection, days, limit, as_json, output_format))


@app.command()
def follow(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Only events that hold this text.")] = "",
    types: Annotated[
        list[str] | None, typer.Option("--type", metavar="PATTERN", help="Such as query.*; may be repeated.")
    ] = None,
    connection: Annotated[str, typer.Option("--connection", metavar="NAME", help="Of this saved connection.")] = "",
    last: Annotated[
        int, typer.Option("--last", min=0, max=1_000, metavar="N", help="So many earlier ones are written first.")
    ] = 10,
    as_json: Json = False,
) -> int:
    """Write events as they are told, by any engine of this profile, until Ctrl+C."""
    from lapwing.cli.events.following import run_follow
    from lapwing.cli.events.listing import ListOptions

    return run_follow(ListOptions(text, tuple(types or ()), connection, None, last, as_json, FormatName.TABLE))


@app.command()
def show(event_id: Annotated[str, typer.Argument(metavar="ID", help="As `lapwing events list` writes it.")]) -> int:
    """Write one event with its data, as a CloudEvents 1.0 object."""
    from lapwing.cli.events.listing import run_show

    return run_show(event_id)


@app.command()
def publish(
    event_type: Annotated[str, typer.Argument(metavar="TYPE", help="workflow.NAME, or another name of your own.")],
    data: Annotated[
        str, typer.Option("--data", metavar="JSON", help="What it holds: an object; `-` reads standard input.")
    ] = "{}",
    subject: Annotated[str, typer.Option("--subject", metavar="TEXT", help="What it is about.")] = "",
    wait: Annotated[bool, typer.Option("--wait", help="Wait for what subscribers make of it, and write that.")] = False,
) -> int:
    """Tell an event of your own, and write it as a CloudEvents 1.0 object."""
    from lapwing.cli.events.publishing import run_publish

    return run_publish(event_type, data, subject, wait=wait)


@app.command()
def types(
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """List the types of events, when they are told and what their data holds."""
    from lapwing.cli.events.listing import run_types

    return run_types(output_format)
